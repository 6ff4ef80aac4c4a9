"""Opening a database, and what its failures become."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from app import store
from app.errors import Conflict, InvalidInput, NotFound, Unavailable
from app.store import migrate
from app.store.backup import copy_sqlite, restore_sqlite
from app.store.file_systems import file_system_of, refuse_network_file_system
from app.store.ids import Prefix, decode, encode
from app.store.tables import Article
from tests.databases import Cluster
from tests.store.press import NOW, claim, publish

MOUNTS = """\
22 1 254:1 / / rw,relatime - ext4 /dev/vda1 rw
30 22 0:40 / /srv/shared rw shared:1 - nfs4 server:/export rw
31 22 0:41 / /srv/with\\040space rw - cifs //server/share rw
32 30 254:2 / /srv/shared/local rw - xfs /dev/vdb rw
"""


@pytest.mark.parametrize("url", ["", "stet.db", "mysql://host/name", "sqlite://", "sqlite:///:memory:", "oracle+cx://x"])
def test_other_addresses_are_refused_with_what_to_write(url: str) -> None:
    with pytest.raises(InvalidInput, match="sqlite:///"):
        store.open_engine(url)


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/var/lib/stet.db", "ext4"), ("/srv/shared/stet.db", "nfs4"), ("/srv/with space/a", "cifs"), ("/srv/shared/local/stet.db", "xfs")],
)
def test_the_file_system_of_a_path_is_that_of_its_nearest_mount(tmp_path: Path, path: str, kind: str) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)
    assert file_system_of(Path(path), mounts) == kind


def test_sqlite_on_a_network_file_system_is_refused(tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)
    with pytest.raises(InvalidInput, match="local disk"):
        refuse_network_file_system(Path("/srv/shared/stet.db"), mounts)
    refuse_network_file_system(Path("/srv/shared/stet.db"), tmp_path / "none")


def test_sqlite_keeps_what_it_acknowledged(tmp_path: Path) -> None:
    engine = store.open_engine(f"sqlite:///{tmp_path / 'new' / 'stet.db'}")
    with store.begin(engine) as session:
        found = {
            name: session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    engine.dispose()


def test_an_error_in_a_transaction_leaves_nothing(engine: store.Engine) -> None:
    with pytest.raises(NotFound), store.begin(engine) as session:
        _publish_then_fail(session)
    with store.read(engine) as session:
        assert session.get(Article, 1) is None


def _publish_then_fail(session: store.Session) -> None:
    publish(session, claim("A.", "a.org/1"))
    raise NotFound("something else")


def test_a_database_that_was_never_migrated_says_what_to_do(tmp_path: Path) -> None:
    engine = store.open_engine(f"sqlite:///{tmp_path / 'stet.db'}")
    with pytest.raises(Unavailable, match="stet migrate"):
        migrate.require_current(engine)
    with pytest.raises(Unavailable, match="stet migrate"), store.begin(engine) as session:
        publish(session, claim("A.", "a.org/1"))
    engine.dispose()


def test_a_server_that_is_not_there_is_unavailable() -> None:
    engine = store.open_engine("postgresql://stet@/stet?host=/nowhere")
    with pytest.raises(Unavailable, match="cannot be reached"):
        store.ping(engine)


@pytest.mark.postgres
def test_a_database_that_is_not_there_is_named(postgres: Cluster) -> None:
    engine = store.open_engine(postgres.url("nobodys"))
    with pytest.raises(Unavailable, match="does not exist"):
        store.ping(engine)
    engine.dispose()


def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    path = tmp_path / "stet.db"
    path.write_bytes(b"a poem\n" * 1_000)
    engine = store.open_engine(f"sqlite:///{path}")
    with pytest.raises(Unavailable, match="no SQLite database"):
        store.ping(engine)
    engine.dispose()


def test_a_writer_that_never_ends_is_said(tmp_path: Path, sqlite_template: Path) -> None:
    path = tmp_path / "stet.db"
    path.write_bytes(sqlite_template.read_bytes())
    engine = store.open_engine(f"sqlite:///{path}?timeout=0.1")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable, match="busy"), store.begin(engine) as session:
        publish(session, claim("A.", "a.org/1"))
    other.close()
    engine.dispose()


def test_writing_in_a_view_is_refused_or_forgotten(engine: store.Engine) -> None:
    try:
        with store.read(engine) as session:
            session.connection().execute(text("UPDATE event_clock SET last = 9"))
    except Unavailable:
        pass
    with store.read(engine) as session:
        assert session.connection().execute(text("SELECT last FROM event_clock")).scalar() == 0


def test_a_view_stays_at_its_moment(engine: store.Engine) -> None:
    count = text("SELECT count(*) FROM article")
    with store.read(engine) as view:
        assert view.connection().execute(count).scalar() == 0
        with store.begin(engine) as session:
            publish(session, claim("A.", "a.org/1"))
        assert view.connection().execute(count).scalar() == 0


def test_a_number_too_large_is_the_callers_mistake_not_a_crash(engine: store.Engine) -> None:
    if engine.dialect.name == "sqlite":
        return  # it keeps any 64-bit number
    with pytest.raises(InvalidInput, match="out of range"), store.begin(engine) as session:
        session.connection().execute(text("UPDATE event_clock SET id = 99999999999"))


@pytest.mark.parametrize("prefix", list(Prefix))
def test_public_ids_go_both_ways(prefix: Prefix) -> None:
    for number in (1, 12, 2**63 - 1):
        assert decode(prefix, encode(prefix, number)) == number


@pytest.mark.parametrize("public", ["", "art", "art_", "art_0", "art_-1", "art_1x", "art_01", "art_9223372036854775808", "12", "art_²"])
def test_what_is_no_id_is_not_found(public: str) -> None:
    with pytest.raises(NotFound, match="looks like art_12"):
        decode(Prefix.ARTICLE, public)


def test_an_id_of_another_kind_is_told_so() -> None:
    with pytest.raises(NotFound, match="This one is of a claim"):
        decode(Prefix.ARTICLE, "clm_7")


def _sqlite(tmp_path: Path, template: Path) -> store.Engine:
    path = tmp_path / "stet.db"
    path.write_bytes(template.read_bytes())
    return store.open_engine(f"sqlite:///{path}")


def _titles(engine: store.Engine) -> list[str]:
    with store.read(engine) as session:
        return list(session.connection().execute(text("SELECT title FROM article ORDER BY id")).scalars())


def test_a_backup_made_while_writing_is_of_one_moment(tmp_path: Path, sqlite_template: Path) -> None:
    engine = _sqlite(tmp_path, sqlite_template)
    with store.begin(engine) as session:
        publish(session, claim("A.", "a.org/1"), title="before")
    with store.begin(engine) as session:
        publish(session, claim("B.", "b.org/1"), title="during")
        copy_sqlite(engine, tmp_path / "backup.db")
    copied = store.open_engine(f"sqlite:///{tmp_path / 'backup.db'}")
    assert _titles(copied) == ["before"]
    assert _titles(engine) == ["before", "during"]
    for opened in (copied, engine):
        opened.dispose()


def test_a_restore_puts_the_old_database_aside(tmp_path: Path, sqlite_template: Path) -> None:
    engine = _sqlite(tmp_path, sqlite_template)
    with store.begin(engine) as session:
        publish(session, claim("A.", "a.org/1"), title="kept")
    saved = copy_sqlite(engine, tmp_path / "backup.db")
    with store.begin(engine) as session:
        publish(session, claim("B.", "b.org/1"), title="lost")
    aside = restore_sqlite(engine, saved)
    assert _titles(engine) == ["kept"]
    assert aside is not None
    put_aside = store.open_engine(f"sqlite:///{aside}")
    assert _titles(put_aside) == ["kept", "lost"]
    for opened in (put_aside, engine):
        opened.dispose()


def test_a_backup_never_writes_over_a_file(tmp_path: Path, sqlite_template: Path) -> None:
    engine = _sqlite(tmp_path, sqlite_template)
    (tmp_path / "backup.db").write_text("precious")
    with pytest.raises(Conflict, match="exists already"):
        copy_sqlite(engine, tmp_path / "backup.db")
    with pytest.raises(Unavailable, match="untouched"):
        copy_sqlite(engine, tmp_path / "none" / "backup.db")
    engine.dispose()


@pytest.mark.parametrize("damage", [b"", b"a poem"])
def test_a_damaged_backup_is_not_restored(tmp_path: Path, sqlite_template: Path, damage: bytes) -> None:
    engine = _sqlite(tmp_path, sqlite_template)
    whole = (tmp_path / "stet.db").read_bytes()
    (tmp_path / "backup.db").write_bytes(damage + whole[: len(whole) // 2])
    with pytest.raises(InvalidInput, match=r"damaged|no SQLite database"):
        restore_sqlite(engine, tmp_path / "backup.db")
    assert _titles(engine) == []
    engine.dispose()


def test_a_database_in_use_is_not_replaced(tmp_path: Path, sqlite_template: Path) -> None:
    engine = _sqlite(tmp_path, sqlite_template)
    saved = copy_sqlite(engine, tmp_path / "backup.db")
    other = sqlite3.connect(tmp_path / "stet.db", isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM article").fetchall()
    with pytest.raises(Conflict, match="in use"):
        restore_sqlite(engine, saved)
    other.close()
    engine.dispose()


@pytest.mark.postgres
def test_postgresql_names_its_own_tools(postgres: Cluster, tmp_path: Path) -> None:
    engine = store.open_engine(postgres.url(postgres.template))
    for act in (copy_sqlite, restore_sqlite):
        with pytest.raises(InvalidInput, match="pg_dump"):
            act(engine, tmp_path / "x")


def test_migrations_go_up_and_down_with_data_in(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        publish(session, claim("A.", "a.org/1"), now=NOW)
    migrate.downgrade(engine, "base")
    migrate.upgrade(engine)
    assert _titles(engine) == []


@pytest.mark.postgres
def test_a_connection_that_died_while_idle_is_replaced(postgres: Cluster) -> None:
    name = postgres.create(postgres.template)
    engine = store.open_engine(postgres.url(name), ping_after_idle_s=0.0)
    other = store.open_engine(postgres.url("postgres"))
    store.ping(engine)
    with store.begin(other) as session:
        ended = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
        session.connection().execute(ended, {"name": name}).all()
    with store.glance(engine) as session:
        assert session.connection().execute(text("SELECT count(*) FROM article")).scalar() == 0
    for opened in (engine, other):
        opened.dispose()
