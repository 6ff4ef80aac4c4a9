"""The tables of the database are those of the code, and there is a way back."""

from pathlib import Path

from sqlalchemy import inspect

from app import store
from app.store import migrate


def test_models_and_migrations_agree(engine: store.Engine) -> None:
    assert migrate.check(engine) == []
    assert migrate.current(engine) == migrate.newest()


def test_downgrade_leaves_no_table_behind(engine: store.Engine) -> None:
    migrate.downgrade(engine, "base")
    assert set(inspect(engine).get_table_names()) <= {"alembic_version"}
    migrate.upgrade(engine)
    assert migrate.check(engine) == []


def test_sqlite_is_backed_up_before_a_change(tmp_path: Path) -> None:
    engine = store.open_engine(f"sqlite:///{tmp_path / 'stet.db'}")
    assert migrate.upgrade(engine) is None
    saved = migrate.downgrade(engine, "base")
    assert saved is not None
    assert saved.exists()
    engine.dispose()
