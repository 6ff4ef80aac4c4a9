"""A server that restarts, a disk that is full, a file that may not be written: nothing acknowledged is lost, work goes on by itself."""

import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import create_engine, select
from sqlmodel import SQLModel

from app import store
from app.errors import Unavailable
from app.events import Event as Change
from app.events import EventType
from app.store import event_log, migrate
from app.store.troubles import translated
from tests.databases import cluster
from tests.sockets import sockets_open
from tests.store.press import NOW, claim, publish

TABLES = SQLModel.metadata.tables
EVENT = TABLES["event"]
RESTARTS, WRITERS = 3, 4


def _titles(engine: store.Engine) -> list[str]:
    with store.read(engine) as session:
        return list(session.connection().execute(select(TABLES["article"].c.title)).scalars())


@pytest.mark.postgres
def test_a_server_that_crashes_under_load_loses_nothing_acknowledged() -> None:
    with sockets_open(), cluster(settings={}) as server:
        engine = store.open_engine(server.url(server.create()))
        migrate.upgrade(engine)
        over = Event()

        def write(writer: int) -> list[str]:
            acknowledged = []
            number = 0
            while not over.is_set():
                number += 1
                try:
                    with store.begin(engine) as session:
                        event_log.append(session, Change(EventType.WEBHOOK_TEST, f"{writer}/{number}", {}), NOW)
                except Unavailable:
                    time.sleep(0.02)
                else:
                    acknowledged.append(f"{writer}/{number}")
            return acknowledged

        with ThreadPoolExecutor(WRITERS) as pool:
            writing = [pool.submit(write, writer) for writer in range(WRITERS)]
            for _ in range(RESTARTS):
                time.sleep(0.3)
                server.stop(signal.SIGQUIT)
                server.start()
            time.sleep(0.5)
            over.set()
            acknowledged = [subject for job in writing for subject in job.result(timeout=60)]
        with store.read(engine) as session:
            log = session.connection().execute(select(EVENT.c.id, EVENT.c.subject).order_by(EVENT.c.id)).all()
        assert acknowledged
        assert set(acknowledged) <= {row.subject for row in log}
        assert [row.id for row in log] == list(range(1, len(log) + 1))
        engine.dispose()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a file system of 3 MB; only root can make one."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run([mount, "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)], capture_output=True, check=False)  # noqa: S603
    if not made or made.returncode != 0:
        pytest.skip("a small file system can be made by root only, with the right to mount")
    yield folder
    subprocess.run([str(shutil.which("umount")), str(folder)], check=True)  # noqa: S603


def _fill(engine: store.Engine, acknowledged: list[str]) -> None:
    for number in range(2_000):
        with store.begin(engine) as session:
            publish(session, claim(f"{number}. " + "long " * 200, f"a.org/{number}"), title=str(number))
        acknowledged.append(str(number))


def test_a_full_disk_is_said_and_leaves_nothing_by_half(small_disk: Path, sqlite_template: Path) -> None:
    path = small_disk / "stet.db"
    path.write_bytes(sqlite_template.read_bytes())
    engine = store.open_engine(f"sqlite:///{path}")
    acknowledged: list[str] = []
    filling = small_disk / "filling"
    filling.write_bytes(b"x" * 1_500_000)
    with pytest.raises(Unavailable, match="disk"):
        _fill(engine, acknowledged)
    assert _titles(engine) == acknowledged
    filling.unlink()
    with store.begin(engine) as session:
        publish(session, claim("Room again.", "a.org/room"), title="room")
    assert _titles(engine) == [*acknowledged, "room"]
    engine.dispose()


def test_a_database_that_became_read_only_is_said(tmp_path: Path, sqlite_template: Path) -> None:
    path = tmp_path / "stet.db"
    path.write_bytes(sqlite_template.read_bytes())
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True))
    with pytest.raises(Unavailable, match="cannot be written"), translated(), engine.begin() as connection:
        connection.exec_driver_sql("UPDATE event_clock SET last = 1")
    engine.dispose()
