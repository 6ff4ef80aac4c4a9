"""One request at a time, apart by the gap, longer when the host asks for it: in pure steps, and as a server sees it."""

import asyncio
import math
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.fetch import Busy, Fetcher, HostBusy, HostState, MemoryClock
from app.fetch.politeness import after_answer, asked_pause, retry_after
from app.sources.outcome import Outcome
from tests.fetch.conftest import LOOPBACK
from tests.press.pages import article
from tests.press.server import Press, Talk
from tests.press.wire import ok

NOW = 1_700_000_000.0
DAY = 86_400


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 5 ", 5),
        ("0", 0),
        ("Tue, 14 Nov 2023 22:15:20 GMT", 120),
        ("Tuesday, 14-Nov-23 22:15:20 GMT", 120),
        ("Tue, 14 Nov 2023 22:00:00 GMT", 0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
        ("999999999999999999999", 999_999_999_999),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, seconds: int | None) -> None:
    assert retry_after(value, NOW) == seconds


@pytest.mark.parametrize(
    ("status", "headers", "pause"),
    [
        (429, {"retry-after": "30"}, 30.0),
        (503, {"retry-after": "30"}, 30.0),
        (200, {"retry-after": "30"}, None),
        (429, {"retry-after": "999999"}, float(DAY)),
        (429, {"retry-after": "never"}, None),
        (200, {"ratelimit-remaining": "0", "ratelimit-reset": "20"}, 20.0),
        (200, {"ratelimit-remaining": "5", "ratelimit-reset": "20"}, None),
        (200, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1700000060"}, 60.0),
        (200, {"x-rate-limit-remaining": "0", "x-rate-limit-reset": "15"}, 15.0),
        (200, {"ratelimit": '"default";r=0;t=30'}, 30.0),
        (200, {"ratelimit": '"burst";r=10;t=1, "day";r=0;t=3600'}, 3600.0),
        (200, {"ratelimit": '"default";r=50;t=30'}, None),
        (429, {"retry-after": "10", "ratelimit": '"default";r=0;t=30'}, 10.0),
        (200, {"date": "x"}, None),
    ],
)
def test_a_host_says_how_long_it_wants_to_be_left_alone(status: int, headers: dict[str, str], pause: float | None) -> None:
    assert asked_pause(status, tuple(headers.items()), NOW, DAY) == pause


def test_back_off_doubles_up_to_half_a_minute_and_ends_with_a_success() -> None:
    state, pauses = HostState(), []
    for _ in range(9):
        state = after_answer(state._replace(free_at=0.0), NOW, status=429, asked_pause_s=None, gap_s=0.0)
        pauses.append(state.free_at - NOW)
    assert pauses == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]
    assert after_answer(state, NOW, status=200, asked_pause_s=None, gap_s=1.0).backoff == 0


def test_what_the_host_asks_for_wins_over_our_back_off() -> None:
    state = after_answer(HostState(backoff=8), NOW, status=429, asked_pause_s=2.0, gap_s=1.0)
    assert state.free_at == NOW + 2.0


def test_a_crawl_delay_is_a_longer_gap() -> None:
    assert after_answer(HostState(gap_s=7.0), NOW, status=200, asked_pause_s=None, gap_s=1.0).free_at == NOW + 7.0


_STATES = st.builds(HostState, free_at=st.floats(0, 1e10), backoff=st.integers(0, 60), gap_s=st.none() | st.floats(0, 60))


@given(_STATES, st.none() | st.integers(100, 599), st.none() | st.floats(0, DAY), st.floats(0, 60))
def test_a_host_is_never_free_sooner_than_the_gap(before: HostState, status: int | None, pause: float | None, gap_s: float) -> None:
    after = after_answer(before, NOW, status=status, asked_pause_s=pause, gap_s=gap_s)
    gap = max(gap_s, before.gap_s or 0.0)
    assert max(after.free_at, NOW) >= max(before.free_at, NOW + gap)
    assert after.free_at <= max(before.free_at, NOW + max(DAY, gap))


@dataclass
class FakeTime:
    """A clock that moves only when somebody waits."""

    at: float = NOW
    waits: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.at

    async def pause(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))
        self.at += seconds
        await asyncio.sleep(0)


def clock_of(time: FakeTime, gap_s: float = 1.0, concurrency: int = 1) -> MemoryClock:
    return MemoryClock(time.now, gap_s=gap_s, concurrency=concurrency, pause=time.pause)


async def turn(clock: MemoryClock, host: str, patience_s: float = 60.0) -> bool:
    state = await clock.acquire(host, patience_s)
    if isinstance(state, Busy):
        return False
    await clock.release(host, state)
    return True


async def test_two_turns_of_one_host_are_a_gap_apart() -> None:
    time = FakeTime()
    clock = clock_of(time)
    assert [await turn(clock, "a") for _ in range(3)] == [True, True, True]
    assert time.waits == [1.0, 1.0]


async def test_without_a_gap_nobody_waits_for_anything() -> None:
    time = FakeTime()
    clock = clock_of(time, gap_s=0.0)
    state = await clock.acquire("a", 60.0)
    assert isinstance(state, HostState)
    await clock.release("a", state._replace(free_at=NOW + 3600))
    assert await turn(clock, "a")
    assert time.waits == []


async def test_hosts_do_not_wait_for_each_other() -> None:
    time = FakeTime()
    clock = clock_of(time)
    await turn(clock, "a")
    await turn(clock, "b")
    assert time.waits == []


async def test_a_wait_beyond_patience_is_refused_at_once() -> None:
    time = FakeTime()
    clock = clock_of(time)
    state = await clock.acquire("a", 60.0)
    assert isinstance(state, HostState)
    await clock.release("a", state._replace(free_at=NOW + 3600))
    assert await clock.acquire("a", 60.0) == Busy(3600.0)
    assert time.waits == []


async def test_the_patient_wait_in_line_but_not_for_an_hour_that_the_host_asked_for() -> None:
    clock = clock_of(FakeTime())
    state = await clock.acquire("a", math.inf)
    assert isinstance(state, HostState)
    second = asyncio.create_task(clock.acquire("a", math.inf))
    await asyncio.sleep(0)
    await clock.release("a", state._replace(free_at=NOW + 3600))
    assert await second == Busy(3600.0)


async def test_one_turn_at_a_time() -> None:
    clock = clock_of(FakeTime(), gap_s=0.0)
    state = await clock.acquire("a", 60.0)
    assert isinstance(state, HostState)
    second = asyncio.create_task(clock.acquire("a", 60.0))
    await asyncio.sleep(0)
    assert not second.done()
    await clock.release("a", state)
    assert isinstance(await second, HostState)


async def test_a_turn_given_up_while_waiting_is_free_again() -> None:
    clock = clock_of(FakeTime(), gap_s=0.0)
    state = await clock.acquire("a", 60.0)
    assert isinstance(state, HostState)
    waiting = asyncio.create_task(clock.acquire("a", 60.0))
    await asyncio.sleep(0)
    waiting.cancel()
    await clock.release("a", state)
    assert await turn(clock, "a")


@pytest.mark.servers
@pytest.mark.enable_socket
class TestVisits:
    async def test_requests_to_one_host_never_overlap_and_keep_their_distance(self) -> None:
        gap_s = 0.05
        async with Press({"/*": ok}) as press, Fetcher(replace(LOOPBACK, host_gap_s=gap_s, host_concurrency=1)) as fetcher:
            visits = await asyncio.gather(*(fetcher.visit(press.url(f"/{number}")) for number in range(8)))
        assert {visit.outcome for visit in visits} == {Outcome.OK}
        assert len(press.met) == 9
        assert all(after.began - before.ended >= gap_s * 0.9 for before, after in pairwise(press.met))

    async def test_a_host_that_asked_for_an_hour_is_left_alone(self) -> None:
        async def busy(talk: Talk) -> None:
            await talk.answer(429, "slow down", Retry_After="3600")

        async with (
            Press({"/busy": busy, "/*": ok}) as press,
            Fetcher(replace(LOOPBACK, ignore_robots=True, host_gap_s=0.001)) as fetcher,
        ):
            first = await fetcher.visit(press.url("/busy"))
            with pytest.raises(HostBusy) as refusal:
                await fetcher.visit(press.url("/other"))
            told = await fetcher.visit_or_busy(press.url("/other"))
        assert (first.outcome, first.retry_after_s, refusal.value.retry_after_s) == (Outcome.RATE_LIMITED, 3600, 3600)
        assert (told.outcome, told.rule, press.paths()) == (Outcome.RATE_LIMITED, "fetch.host_busy", ["/busy"])

    async def test_a_line_at_a_redirects_host_is_not_told_as_its_time_out(self) -> None:
        limits = replace(LOOPBACK, ignore_robots=True, host_gap_s=0.3, host_concurrency=1, visit_deadline_s=1.0)
        async with Press({"/*": ok}) as shared, Fetcher(limits) as fetcher:

            async def away(talk: Talk) -> None:
                await talk.answer(302, Location=shared.url(talk.path))

            async with AsyncExitStack() as stack:
                presses = [await stack.enter_async_context(Press({"/*": away})) for _ in range(9)]
                visits = await asyncio.gather(*(fetcher.visit_or_busy(press.url("/a")) for press in presses))
        assert {visit.outcome for visit in visits} <= {Outcome.REDIRECTED, Outcome.RATE_LIMITED}
        assert all(after.began - before.ended >= 0.27 for before, after in pairwise(shared.met))

    async def test_a_crawl_delay_is_kept(self) -> None:
        async def robots(talk: Talk) -> None:
            await talk.answer(200, "User-agent: *\nCrawl-delay: 0.1", media_type="text/plain")

        async with Press({"/robots.txt": robots, "/*": ok}) as press, Fetcher(replace(LOOPBACK, host_gap_s=0.001)) as fetcher:
            for number in range(3):
                await fetcher.visit(press.url(f"/{number}"))
        pages = press.met[1:]
        assert all(after.began - before.ended >= 0.09 for before, after in pairwise(pages))

    async def test_a_gateway_in_trouble_is_asked_twice_more(self) -> None:
        left = [502, 503, 200]

        async def shaky(talk: Talk) -> None:
            await talk.answer(left.pop(0), article())

        async with Press({"/": shaky}) as press, Fetcher(replace(LOOPBACK, ignore_robots=True)) as fetcher:
            visit = await fetcher.visit(press.url("/"))
        assert (visit.outcome, [hop.status for hop in visit.hops], visit.redirects) == (Outcome.OK, [502, 503, 200], 0)

    async def test_one_that_says_when_to_come_back_is_not(self) -> None:
        async def down(talk: Talk) -> None:
            await talk.answer(503, "down", Retry_After="60")

        async with Press({"/": down}) as press, Fetcher(replace(LOOPBACK, ignore_robots=True)) as fetcher:
            visit = await fetcher.visit(press.url("/"))
        assert (visit.outcome, len(press.met)) == (Outcome.RATE_LIMITED, 1)
