"""Commands about articles: exit codes 0, 1 and 2, formats, and a database that remembers."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.cli.conftest import Run

PAGES = {"/cost": "<title>Cost</title><main><p>Building the network cost $4.1 billion.</p></main>"}


class _Site(BaseHTTPRequestHandler):
    timeout = 5

    def do_GET(self) -> None:
        body = PAGES.get(self.path, "<title>Not found</title>").encode()
        self.send_response(200 if self.path in PAGES else 404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the signature of http.server
        """Stay silent."""


@pytest.fixture
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join(5)


def article(tmp_path: Path, port: int, figure: str) -> str:
    path = tmp_path / "article.txt"
    path.write_text(f"Building the network cost {figure} [1].\n\n[1] http://127.0.0.1:{port}/cost\n")
    return str(path)


def loopback(port: int) -> dict[str, str]:
    return {"allow_networks": "127.0.0.0/8", "allow_ports": str(port), "host_gap_s": "0"}


@pytest.mark.servers
@pytest.mark.enable_socket
@pytest.mark.parametrize("found", [("$4.1 billion", "supported", 0), ("$3.5 billion", "contradicted", 1)])
def test_check_exits_by_what_it_found(stet: Run, tmp_path: Path, port: int, found: tuple[str, str, int]) -> None:
    figure, label, code = found
    done = stet("check", article(tmp_path, port, figure), "--format", "json", **loopback(port))
    assert done.returncode == code, done.stderr
    (row,) = json.loads(done.stdout)["articles"][0]["rows"]
    assert (row["label"], row["link_state"]) == (label, "ok")
    assert not (tmp_path / "data").exists()


@pytest.mark.servers
@pytest.mark.enable_socket
@pytest.mark.parametrize("format", ["table", "markdown", "sarif"])
def test_check_prints_what_is_asked_for(stet: Run, tmp_path: Path, port: int, format: str) -> None:  # noqa: A002  the option's name
    done = stet("check", article(tmp_path, port, "$3.5 billion"), "--format", format, "--fail-on", "dead", **loopback(port))
    assert done.returncode == 0
    assert "contradicted" in done.stdout
    if format == "sarif":
        assert json.loads(done.stdout)["runs"][0]["results"][0]["ruleId"] == "contradicted"


def test_check_of_what_cannot_be_used_exits_2(stet: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    for arguments in (["check", str(tmp_path / "gone.txt")], ["check", str(empty)], ["check", str(empty), "--format", "xml"]):
        done = stet(*arguments)
        assert done.returncode == 2
        assert done.stderr.startswith("stet: ")
        assert "Traceback" not in done.stderr


@pytest.mark.servers
@pytest.mark.enable_socket
def test_the_database_remembers_between_commands(stet: Run, tmp_path: Path, port: int) -> None:
    path, settings = article(tmp_path, port, "$4.1 billion"), loopback(port)
    assert stet("submit", path, "--external-id", "cms/1").stdout.startswith("art_1  created, revision 1: 1 claims added")
    assert stet("submit", path, "--external-id", "cms/1").stdout.startswith("art_1  unchanged, revision 1")
    assert stet("gate", "art_1").stdout.startswith("pending")
    assert stet("work", "--once", **settings).returncode == 0
    (shown,) = json.loads(stet("status", "art_1", "--format", "json").stdout)["articles"]
    assert shown["status"] == "verified"
    assert stet("gate", "art_1").stdout == "pass\n"
    assert "done: 1 of 1" in stet("recheck", "art_1", "--wait", **settings).stdout
    assert stet("rebuild").stdout.endswith("0 were wrong\n")
    assert stet("migrate", "--check").returncode == 0
    copy = tmp_path / "copy.db"
    assert stet("backup", str(copy)).returncode == 0
    assert copy.stat().st_size > 0
    assert stet("recheck", "art_99").returncode == 2


def test_claims_go_out_as_files_and_come_back(stet: Run, tmp_path: Path) -> None:
    written = tmp_path / "claims.csv"
    written.write_text("sentence,url\nAlder grew by 13 percent.,https://stats.example/a\nNo number.,https://stats.example/b\n")
    taken = stet("import", str(written))
    assert (taken.returncode, taken.stdout) == (1, "1 taken, 1 refused; 1 articles\n")
    assert "no number in it" in taken.stderr
    copy = tmp_path / "out.jsonl"
    assert stet("export", "jsonl", "--output", str(copy)).returncode == 0
    assert json.loads(copy.read_text())["sentence"] == "Alder grew by 13 percent."
    assert stet("export", "csv", "--status", "verified").stdout.count("\n") == 1
    assert stet("import", str(copy)).returncode == 0
    for wrong in (("export", "xml"), ("export", "--status", "fine"), ("import", "claims.pdf"), ("import", str(tmp_path / "none.csv"))):
        assert stet(*wrong).returncode == 2


def test_a_feed_is_watched_once(stet: Run) -> None:
    assert stet("watch", "https://press.example/feed.xml", "--tags", "desk").stdout.startswith("fed_1  ")
    again = stet("watch", "https://press.example/feed.xml")
    assert (again.returncode, again.stderr) == (2, "stet: This feed is watched already.\n")
    assert stet("watch", "https://press.example/other.xml", "--every-s", "1").returncode == 2


def test_keys_are_shown_once(stet: Run) -> None:
    made = stet("keys", "create", "desk", "--scopes", "read,check")
    secret = made.stdout.strip()
    assert secret.startswith("stet_")
    listed = stet("keys", "list").stdout
    assert "desk" in listed
    assert secret not in listed
    assert stet("keys", "revoke", "key_1").stdout == "key_1 is revoked\n"


def test_help_names_every_command(stet: Run) -> None:
    said = stet("--help").stdout
    for command in (
        "check",
        "submit",
        "status",
        "recheck",
        "gate",
        "export",
        "import",
        "watch",
        "serve",
        "work",
        "migrate",
        "keys",
        "demo",
        "read",
        "quantities",
        "extract",
        "judge",
        "visit",
    ):
        assert f" {command} " in said
