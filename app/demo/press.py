"""A small press: one article and the sources it cites, each misbehaving in its own way, on loopback ports."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from threading import Thread
from typing import ClassVar

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site says to one path."""

    status: int
    body: str = ""
    media_type: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)


def _text(name: str) -> str:
    return (files("app.demo") / "press" / name).read_text("utf-8")


def sites() -> dict[str, dict[str, Answer]]:
    """Return the sites of the press: name -> path -> answer; the path "*" answers what no other does."""
    plain_404 = Answer(404, "<!doctype html><title>404 Not Found</title><h1>Not Found</h1>")
    soft_404 = Answer(200, _text("missing.html"))
    return {
        "network": {"/facts/network": Answer(200, _text("network.html")), "*": plain_404},
        "statistics": {"/ridership.csv": Answer(200, _text("ridership.csv"), "text/csv; charset=utf-8"), "*": plain_404},
        "audit": {"/reports/tram-costs": Answer(200, _text("costs.html")), "*": plain_404},
        "ministry": {
            "/grants/old-harrow-bay": Answer(301, headers={"Location": "/grants/harrow-bay-trams"}),
            "/grants/harrow-bay-trams": Answer(200, _text("grants.html")),
            "*": plain_404,
        },
        "journal": {"/articles/cost-per-kilometre": Answer(200, _text("kilometre.html")), "*": plain_404},
        "chamber": {"/news/harbour-line-sales": Answer(200, _text("sales.html")), "*": plain_404},
        "police": {"*": soft_404},
        "board": {"*": plain_404},
        "league": {"*": Answer(403, _text("challenge.html"), headers={"cf-mitigated": "challenge", "Server": "cloudflare"})},
    }


class _Site(BaseHTTPRequestHandler):
    """Answers from the table of its server; says nothing on standard error."""

    protocol_version = "HTTP/1.1"
    timeout = 10
    answers: ClassVar[Mapping[str, Answer]] = {}

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        found = Answer(404) if path == "/robots.txt" else self.answers.get(path, self.answers["*"])
        body = found.body.encode()
        self.send_response(found.status)
        for name, value in {"Content-Type": found.media_type, "Content-Length": str(len(body)), **found.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the signature of http.server
        """Stay silent: the demo's own output is what the reader should see."""


@dataclass(frozen=True, slots=True)
class Press:
    """The running press: its article and the ports of its sites."""

    article: str
    ports: tuple[int, ...]


@contextmanager
def running() -> Iterator[Press]:
    """Run every site on a loopback port of its own; all are closed at the end."""
    servers = {}
    for name, answers in sites().items():
        handler = type(f"_{name.title()}Site", (_Site,), {"answers": answers})
        servers[name] = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threads = [Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True) for server in servers.values()]
    for thread in threads:
        thread.start()
    try:
        origins = {name: f"http://127.0.0.1:{server.server_port}" for name, server in servers.items()}
        yield Press(_text("article.txt").format(**origins), tuple(server.server_port for server in servers.values()))
    finally:
        for server in servers.values():
            server.shutdown()
            server.server_close()
        for thread in threads:
            thread.join(timeout=5)
