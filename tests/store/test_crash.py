"""kill -9 anywhere loses nothing acknowledged and writes nothing twice; a server that restarts, a disk that is full, likewise."""

from pathlib import Path

from app import store
from tests.store.crash import torment

KILLS = 12


def test_workers_killed_at_random_lose_nothing_and_repeat_nothing(engine: store.Engine, database_url: str, tmp_path: Path) -> None:
    found = torment(engine, database_url, tmp_path, KILLS)
    assert found.sound, found
    assert found.acknowledged > 0
