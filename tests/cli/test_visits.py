"""`stet visit` on long lists and for impatient peers: each line is answered once, whatever happens to those who help."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest

from app.cli.crew import Crew, Helper, begin, send_home
from app.cli.lines import as_line, parse_line
from app.cli.visits import host_of
from app.fetch import host_key
from app.sources import parse
from tests.press.server import Press, Talk

DEADLINE_S = 60
_PAGE = f"<html><title>River levels</title><body><h1>River levels</h1>{'<p>The river stood at 2.14 m on Monday, at Upper Mill.</p>' * 5}"


async def _page(talk: Talk) -> None:
    await talk.answer(200, _PAGE)


async def _never(_talk: Talk) -> None:
    await asyncio.Event().wait()


@asynccontextmanager
async def _visiting(press: Press, folder: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STET_")}
    settings = {"DATA": str(folder), "ALLOW_NETWORKS": "127.0.0.0/8", "ALLOW_PORTS": str(press.port), "HOST_GAP_S": "0"}
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "app", "visit", "-"),
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        env=kept | {"STET_IGNORE_ROBOTS": "true"} | {f"STET_{name}": value for name, value in settings.items()},
    )
    try:
        async with asyncio.timeout(DEADLINE_S):
            yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def _line(press: Press, number: int, path: str = "/a") -> bytes:
    return json.dumps({"id": number, "url": press.url(f"{path}/{number}", f"127.0.0.{number % 100 + 1}")}).encode() + b"\n"


@pytest.mark.servers
@pytest.mark.enable_socket
async def test_of_a_long_list_every_line_is_answered_once(tmp_path: Path) -> None:
    async with Press({"/a/*": _page}, address="0.0.0.0") as press, _visiting(press, tmp_path) as process:
        given = b"".join(_line(press, number) for number in range(600))
        out, err = await process.communicate(given + b'nonsense\n\n{"id": "bad", "url": 7}\n{"id": "worse", "url": "http://[x/"}')
    answers = [json.loads(line) for line in out.splitlines()]
    assert sorted(answer["id"] for answer in answers if isinstance(answer["id"], int)) == list(range(600))
    assert {str(answer["id"]): answer.get("outcome") for answer in answers if not isinstance(answer["id"], int)} == {
        "None": None,
        "bad": None,
        "worse": "invalid_url",
    }
    assert (process.returncode, err) == (0, b"")


@pytest.mark.servers
@pytest.mark.enable_socket
async def test_a_peer_that_waits_for_each_answer_gets_it(tmp_path: Path) -> None:
    async with Press({"/a/*": _page}) as press, _visiting(press, tmp_path) as process:
        assert process.stdin
        assert process.stdout
        for number in (100, 200, 300):
            process.stdin.write(_line(press, number))
            answer = json.loads(await process.stdout.readline())
            assert (answer["id"], answer["outcome"]) == (number, "ok")


@pytest.mark.servers
@pytest.mark.enable_socket
async def test_an_interrupt_ends_all_of_it_without_a_word(tmp_path: Path) -> None:
    async with Press({"/a/*": _page, "/never/*": _never}, address="0.0.0.0") as press, _visiting(press, tmp_path) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"".join(_line(press, number, "/never") for number in range(600) if number % 100) + _line(press, 0))
        await process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, err = await process.communicate()
    assert (process.returncode, err) == (130, b"")


@pytest.mark.servers
@pytest.mark.enable_socket
async def test_a_reader_who_has_seen_enough_ends_it(tmp_path: Path) -> None:
    async with Press({"/a/*": _page}, address="0.0.0.0") as press:
        lines = tmp_path / "lines"
        lines.write_bytes(b"".join(_line(press, number) for number in range(600)))
        command = f"{sys.executable} -m app visit - < {lines} | head -n 1"
        environment = os.environ | {"STET_ALLOW_NETWORKS": "127.0.0.0/8", "STET_ALLOW_PORTS": str(press.port), "STET_HOST_GAP_S": "0"}
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_shell(command, stdout=pipe, stderr=pipe, env=environment)
        async with asyncio.timeout(DEADLINE_S):
            out, err = await process.communicate()
    assert (len(out.splitlines()), err) == (1, b"")


def _answer_one_and_die(jobs: int, answers: int) -> None:
    number, _, job = os.read(jobs, 1 << 16).splitlines()[0].partition(b" ")
    os.write(answers, number + b" answered " + job + b"\n" + number + b" answered twice\n")


def _work_off(jobs: int, answers: int) -> None:
    with os.fdopen(jobs, "rb") as lines:
        for line in lines:
            os.write(answers, line.replace(b" ", b" answered ", 1))


async def _handed(helpers: list[Helper], jobs: list[bytes]) -> tuple[list[bytes], list[bytes]]:
    answered: list[bytes] = []
    returned: list[bytes] = []
    done = asyncio.Event()

    def note(heap: list[bytes], line: bytes) -> None:
        heap.append(line)
        if len(answered) + len(returned) == len(jobs):
            done.set()

    crew = Crew(helpers, partial(note, answered), partial(note, returned))
    for job in jobs:
        if helper := next(filter(None, map(crew.takes, ("a", "b"))), None):
            crew.hand(helper, job)
    async with asyncio.timeout(DEADLINE_S):
        await done.wait()
    await crew.dismiss()
    return answered, returned


def test_what_a_helper_dies_over_comes_back() -> None:
    helpers = begin(1, _answer_one_and_die)
    answered, returned = asyncio.run(_handed(helpers, [b"one\n", b"two\n", b"three\n"]))
    send_home(helpers)
    assert (answered, returned) == ([b"answered one\n"], [b"two\n", b"three\n"])


def test_helpers_answer_what_they_are_handed() -> None:
    helpers = begin(2, _work_off)
    jobs = [b"%d\n" % number for number in range(2_000)]
    answered, returned = asyncio.run(_handed(helpers, jobs))
    send_home(helpers)
    assert (sorted(answered), returned) == (sorted(b"answered " + job for job in jobs), [])


@pytest.mark.parametrize(
    "url",
    [
        "http://press.example/a",
        "https://press.example:8443/a",
        "http://press.example:80/a",
        "https://press.example:443/a",
        "http://press.example:443/a",
        "http://PRESS.example/a",
        "http://press.example./a",
        "http://press.example",
        "http://127.0.0.1:8080/a",
        "http://127.1/a",
        "http://2130706433/a",
        "http://0x7f.1/a",
        "http://0177.0.0.1/a",
        "http://[::1]:8080/a",
        "http://bücher.example/a",
        "http://press.example:08080/a",
    ],
)
def test_a_host_has_one_name_however_its_address_is_written(url: str) -> None:
    assert host_of(url) == host_key(parse(url))


@pytest.mark.parametrize("identity", ["7", "1.5", "184467440737095516150", "-184467440737095516150", '"a"', "null", "[1,2]"])
def test_an_id_comes_back_as_it_was_given(identity: str) -> None:
    given, _ = parse_line(f'{{"id": {identity}, "url": "https://example.org/"}}')

    assert as_line({"id": given}) == f'{{"id":{identity}}}\n'.encode()
