"""Tables, queries by topic, leases, engine: the one room that speaks SQL."""
