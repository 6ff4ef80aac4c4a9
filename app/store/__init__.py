"""Tables, queries by topic, leases, engine: the one room that speaks SQL."""

from sqlalchemy import Engine
from sqlmodel import Session

from app.store.engine import begin, glance, open_engine, ping, read
from app.store.migrate import check, upgrade

__all__ = ["Engine", "Session", "begin", "check", "glance", "open_engine", "ping", "read", "upgrade"]
