"""Tables, queries by topic, leases, engine: the one room that speaks SQL."""

from sqlalchemy import Engine

from app.store.engine import begin, open_engine, read

__all__ = ["Engine", "begin", "open_engine", "read"]
