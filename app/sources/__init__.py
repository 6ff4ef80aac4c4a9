"""What is known of a cited URL: canonical form, outcome, link state, schedule."""
