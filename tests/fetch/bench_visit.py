"""Visits per second, CPU and memory of `Fetcher.visit_many` and of `stet visit` on pages of 50 KB over 200 loopback hosts, beside lychee.

Run: python -m tests.fetch.bench_visit. Pages come from nginx where it is installed, else from a small server of our own in another process.
lychee is taken from the PATH, from beside the interpreter, or from STET_BENCH_LYCHEE. Politeness is off for both. All take turns; figures
are medians of the rounds and ratios medians of each round's ratio, for others share the machine.
"""

import asyncio
import contextlib
import gc
import json
import multiprocessing
import os
import random
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator
from ipaddress import ip_network
from pathlib import Path
from statistics import median
from typing import Any, cast

from app.fetch import Conditional, Fetcher, Limits, Previous, Visit
from app.sources.outcome import Outcome

_HOSTS, _PAGES_PER_HOST, _PAGE_BYTES = 200, 10, 50_000
_IN_FLIGHT = 200
_LIMITS = Limits(
    allow_networks=(ip_network("127.0.0.0/8"),),
    host_gap_s=0.0,
    host_concurrency=_IN_FLIGHT,
    concurrency=_IN_FLIGHT,
    ignore_robots=True,
    digests=False,
)
Row = tuple[str, float, str]
Run = tuple[float, float]  # seconds of wall and of CPU per URL
_LYCHEE = "lychee, all cores"
_TURNS_OF_MANY = 5

_NGINX = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/errors;
events {{ worker_connections 4096; }}
http {{
  access_log off; types {{ text/html html; }} default_type text/html; sendfile on; etag on; keepalive_requests 100000;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3; uwsgi_temp_path {folder}/t4;
  scgi_temp_path {folder}/t5;
  open_file_cache max=100;
  server {{ listen {port} default_server; root {folder}; location / {{ rewrite ^/.*(.)$ /$1.html break; }} }}
}}
"""


def page(seed: int) -> str:
    """An article of 50 KB: paragraphs of invented words with figures in them."""
    dice = random.Random(seed)  # noqa: S311  filler text, not a secret
    words = ["".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=dice.randint(2, 10))) for _ in range(3000)]
    title = f"Harvest survey {seed}"
    head = f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body><main><h1>{title}</h1>'
    pieces, size = [head], 0
    while size < _PAGE_BYTES:
        paragraph = f"<p>{' '.join(dice.choices(words, k=60))} grew by {dice.uniform(0, 50):.1f} percent.</p>\n"
        pieces.append(paragraph)
        size += len(paragraph)
    return "".join([*pieces, "</main></body></html>"])


@contextlib.contextmanager
def serving() -> Iterator[int]:
    """A server of the pages on every loopback address; yields its port."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        for number in range(_PAGES_PER_HOST):
            (folder / f"{number}.html").write_text(page(number))
        port = _free_port()
        (folder / "nginx.conf").write_text(_NGINX.format(folder=folder, port=port))
        nginx = shutil.which("nginx") or ("/usr/sbin/nginx" if Path("/usr/sbin/nginx").exists() else "")
        command = [nginx, "-c", str(folder / "nginx.conf")] if nginx else [sys.executable, __file__, "serve", str(folder), str(port)]
        server = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603  our own command line
        try:
            _wait_for(port)
            yield port
        finally:
            server.terminate()
            server.wait(10)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
            return
        time.sleep(0.05)
    raise RuntimeError("the server of the bench did not start")


def urls_on(port: int) -> list[str]:
    return [f"http://127.0.1.{host + 1}:{port}/story-{number}" for number in range(_PAGES_PER_HOST) for host in range(_HOSTS)]


def _cpu_s(who: int = resource.RUSAGE_SELF) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def _run(work: Callable[[], Coroutine[Any, Any, int]]) -> Run:
    """Seconds of wall and of CPU per visit."""
    wall, cpu = time.perf_counter(), _cpu_s()
    count = _loop_run(work())
    return (time.perf_counter() - wall) / count, (_cpu_s() - cpu) / count


def _loop_run(work: Coroutine[Any, Any, Any]) -> Any:  # noqa: ANN401  whatever the coroutine gives
    try:
        import uvloop  # noqa: PLC0415  the loop of the command line, where it is installed
    except ImportError:
        return asyncio.run(work)
    return uvloop.run(work)


async def _visit_all(urls: list[str]) -> int:
    count = 0
    async with Fetcher(_LIMITS) as fetcher:
        async for visit in fetcher.visit_many(urls):
            if visit.outcome is not Outcome.OK:
                raise RuntimeError(f"{visit.url} was {visit.outcome}: {visit.evidence}")
            count += 1
    return count


def _run_by_two(urls: list[str]) -> Run:
    """The same by two worker processes, each with half of the hosts: lychee uses every core as well."""
    context = multiprocessing.get_context("fork")
    wall, cpu = time.perf_counter(), _cpu_s(resource.RUSAGE_CHILDREN)
    halves = [[url for url in urls if int(url.split(":")[1].rpartition(".")[2]) % 2 == half] for half in range(2)]
    workers = [context.Process(target=_work, args=(half,)) for half in halves]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        raise RuntimeError("a worker of the bench failed")
    return (time.perf_counter() - wall) / len(urls), (_cpu_s(resource.RUSAGE_CHILDREN) - cpu) / len(urls)


def _work(urls: list[str]) -> None:
    _loop_run(_visit_all(urls))


async def _known(urls: list[str]) -> dict[str, Visit]:
    async with Fetcher(Limits(**{**{name: getattr(_LIMITS, name) for name in Limits.__slots__}, "digests": True})) as fetcher:
        return {visit.url: visit async for visit in fetcher.visit_many(urls)}


async def _revisit(known: dict[str, Visit], *, with_validators: bool) -> int:
    async with Fetcher(_LIMITS) as fetcher:
        todo = list(known.values())

        async def work() -> None:
            while todo:
                old = todo.pop()
                conditional = Conditional(old.etag, old.last_modified) if with_validators else None
                previous = Previous(
                    old.sha256, old.final_url, old.outcome, old.rule, old.rule_version, old.title, old.media_type, old.charset
                )
                visit = await fetcher.visit(old.url, conditional=conditional, previous=previous)
                if visit.not_modified is not with_validators or visit.outcome is not Outcome.OK:
                    raise RuntimeError(f"{visit.url} was {visit.outcome}: {visit.evidence}")

        await asyncio.gather(*(work() for _ in range(_IN_FLIGHT)))
    return len(known)


def _lychee() -> str:
    beside = Path(sys.executable).with_name("lychee")
    return os.environ.get("STET_BENCH_LYCHEE") or shutil.which("lychee") or (str(beside) if beside.exists() else "")


def _run_lychee(command: str, urls: list[str]) -> Run:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(urls))
        file.flush()
        wall, cpu = time.perf_counter(), _cpu_s(resource.RUSAGE_CHILDREN)
        options = [
            "--host-concurrency",
            "1000",
            "--host-request-interval",
            "0ms",
            "--max-concurrency",
            str(_IN_FLIGHT),
            "--method",
            "get",
            "--no-progress",
        ]
        subprocess.run([command, *options, file.name], check=True, capture_output=True)  # noqa: S603  our own command line
        return (time.perf_counter() - wall) / len(urls), (_cpu_s(resource.RUSAGE_CHILDREN) - cpu) / len(urls)


def _run_command(urls: list[str], port: int) -> Run:
    """`stet visit -`, from the start of its process to its end."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STET_")}
    settings = {"ALLOW_NETWORKS": "127.0.0.0/8", "ALLOW_PORTS": str(port), "HOST_GAP_S": "0", "HOST_CONCURRENCY": str(_IN_FLIGHT)}
    settings |= {"CONCURRENCY": str(_IN_FLIGHT), "IGNORE_ROBOTS": "true"}
    lines = "".join(json.dumps({"id": number, "url": url}) + "\n" for number, url in enumerate(urls))
    with tempfile.TemporaryFile() as given:
        given.write(lines.encode())
        given.seek(0)
        wall, cpu = time.perf_counter(), _cpu_s(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-c", "from app.cli import main; main()", "visit", "-"]
        environ = kept | {f"STET_{name}": value for name, value in settings.items()}
        done = subprocess.run(command, stdin=given, env=environ, check=True, capture_output=True)  # noqa: S603  our own command line
    if done.stdout.count(b'"outcome":"ok"') != len(urls):
        raise RuntimeError("not all were ok")
    return (time.perf_counter() - wall) / len(urls), (_cpu_s(resource.RUSAGE_CHILDREN) - cpu) / len(urls)


def bench(rounds: int = 5) -> list[Row]:
    """Rows of (what, figure, unit)."""
    with serving() as port:
        urls = urls_on(port)
        many = [f"{url}?{turn}" for turn in range(_TURNS_OF_MANY) for url in urls]
        _loop_run(_visit_all(urls[:_HOSTS]))
        gc.freeze()  # as the command line and the worker do
        gc.set_threshold(50_000, 20, 50)
        runs = [_round(urls, many, port, _lychee()) for _ in range(rounds)]
        peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        known = _loop_run(_known(urls))
        again = {
            "visit again, 304": _run(lambda: _revisit(known, with_validators=True)),
            "visit again, same bytes": _run(lambda: _revisit(known, with_validators=False)),
        }
    return [*_figures(runs), *_figures([again]), (f"peak memory, {_IN_FLIGHT} in flight", peak_mb, "MB")]


def _round(urls: list[str], many: list[str], port: int, lychee: str) -> dict[str, Run]:
    found = {
        "visit, one process": _run(lambda: _visit_all(urls)),
        "visit, two processes": _run_by_two(urls),
        "stet visit": _run_command(urls, port),
    }
    theirs = {_LYCHEE: _run_lychee(lychee, urls)} if lychee else {}
    found[f"stet visit, {len(many)}"] = _run_command(many, port)
    return found | theirs | ({f"{_LYCHEE}, {len(many)}": _run_lychee(lychee, many)} if lychee else {})


def _figures(runs: list[dict[str, Run]]) -> list[Row]:
    rows: list[Row] = []
    for name in runs[0]:
        rows.append((name, 1 / median(run[name][0] for run in runs), "URLs/s"))
        rows.append((name, 1000 * median(run[name][1] for run in runs), "ms CPU per URL"))
        theirs = f"{_LYCHEE}, {name.rpartition(', ')[2]}" if name.startswith("stet visit, ") else _LYCHEE
        if theirs in runs[0] and not name.startswith(_LYCHEE):
            rows.append((f"{name} / lychee", median(run[theirs][0] / run[name][0] for run in runs), "x URLs per second"))
            rows.append((f"{name} / lychee", median(run[name][1] / run[theirs][1] for run in runs), "x CPU per URL"))
    return rows


async def _serve(folder: Path, port: int) -> None:
    """Answer every GET by the last digit of its path; for machines without nginx."""
    pages = [(folder / f"{number}.html").read_bytes() for number in range(_PAGES_PER_HOST)]

    class Answering(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            self.transport = cast("asyncio.WriteTransport", transport)  # uvloop's does not say that it is one

        def data_received(self, data: bytes) -> None:
            number = int(data.split(b" ", 2)[1][-1:])
            tag = b'"%d"' % number
            if b"If-None-Match: " + tag in data:
                answer = b"HTTP/1.1 304 Not Modified\r\nETag: %b\r\n\r\n" % tag
            else:
                head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: %b\r\nContent-Length: %d\r\n\r\n"
                answer = head % (tag, len(pages[number])) + pages[number]
            self.transport.write(answer)

    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", port)
    listening = [await asyncio.get_running_loop().create_server(Answering, f"127.0.1.{host + 1}", port) for host in range(_HOSTS)]
    async with server:
        await asyncio.gather(*(each.serve_forever() for each in listening))


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        _loop_run(_serve(Path(sys.argv[2]), int(sys.argv[3])))
    else:
        for what, figure, unit in bench():
            sys.stdout.write(f"{what:36} {figure:10.3f} {unit}\n")
