"""The log of events can be read by cursor: nothing is missed, nothing comes twice, whoever writes and in whatever order they end."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event

import pytest
from sqlalchemy import select
from sqlmodel import SQLModel

from app import store
from app.errors import NotFound
from app.events import Event as Change
from app.events import EventType
from app.store import event_log
from tests.store.press import NOW

LOG = SQLModel.metadata.tables["event"]
WRITERS, ROUNDS = 8, 25


def _append(session: store.Session, subject: str) -> None:
    event_log.append(session, Change(EventType.WEBHOOK_TEST, subject, {}), NOW)


def _append_then_fail(session: store.Session) -> None:
    _append(session, "lost")
    raise NotFound("something else")


def _read_after(engine: store.Engine, cursor: int) -> list[int]:
    with store.read(engine) as session:
        return list(session.connection().execute(select(LOG.c.id).where(LOG.c.id > cursor).order_by(LOG.c.id).limit(10)).scalars())


def test_a_reader_by_cursor_misses_nothing_while_many_write(engine: store.Engine) -> None:
    started, finished = Barrier(WRITERS + 1), Event()

    def write(writer: int) -> None:
        started.wait(timeout=30)
        for turn in range(ROUNDS):
            with store.begin(engine) as session:
                for part in range(1 + (writer + turn) % 3):
                    _append(session, f"{writer}/{turn}/{part}")

    def read() -> list[int]:
        seen: list[int] = []
        started.wait(timeout=30)
        while True:
            last_look = finished.is_set()
            found = _read_after(engine, seen[-1] if seen else 0)
            seen += found
            if last_look and not found:
                return seen

    with ThreadPoolExecutor(WRITERS + 1) as pool:
        reader = pool.submit(read)
        for writing in [pool.submit(write, writer) for writer in range(WRITERS)]:
            writing.result(timeout=60)
        finished.set()
        seen = reader.result(timeout=60)
    total = sum(1 + (writer + turn) % 3 for writer in range(WRITERS) for turn in range(ROUNDS))
    assert seen == list(range(1, total + 1))


def test_a_transaction_that_fails_leaves_no_gap(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        _append(session, "first")
    with pytest.raises(NotFound), store.begin(engine) as session:
        _append_then_fail(session)
    with store.begin(engine) as session:
        _append(session, "second")
    assert _read_after(engine, 0) == [1, 2]


def test_events_of_one_transaction_keep_their_order(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        for subject in "cab":
            _append(session, subject)
    with store.read(engine) as session:
        assert list(session.connection().execute(select(LOG.c.subject).order_by(LOG.c.id)).scalars()) == ["c", "a", "b"]


def test_a_long_transaction_holds_no_event_of_others_back(engine: store.Engine) -> None:
    if engine.dialect.name == "sqlite":
        return  # it has one writer at a time
    with store.begin(engine) as slow:
        _append(slow, "slow")
        with store.begin(engine) as quick:
            _append(quick, "quick")
        assert _read_after(engine, 0) == [1]
    assert _read_after(engine, 1) == [2]


def test_the_moment_is_the_writers(engine: store.Engine) -> None:
    moment = NOW + timedelta(microseconds=123_456)
    with store.begin(engine) as session:
        event_log.append(session, Change(EventType.WEBHOOK_TEST, "x", {"n": 1}), moment)
    with store.read(engine) as session:
        assert session.connection().execute(select(LOG.c.at, LOG.c.data)).one() == (moment, {"n": 1})
