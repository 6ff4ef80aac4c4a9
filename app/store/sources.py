"""Sources and hosts by their canonical names: found, or made without a race."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Session, SQLModel

from app.store.tables import Source

HOST, SOURCE = SQLModel.metadata.tables["host"], SQLModel.metadata.tables["source"]
T = TypeVar("T")
HOST_NAME_MAX_CHARS = 255
# Rows or ids in one statement: SQLite takes 32,766 bound values, and a row here has at most 20.
CHUNK = 1_000


@dataclass(frozen=True, slots=True)
class SourceKey:
    """A source by its canonical URL, and the host that is polite for it: lower-case name, ":port" when not the scheme's own."""

    url: str
    host: str


def url_key(url: str) -> str:
    """Return the digest that a canonical URL is unique and found by."""
    return hashlib.blake2b(url.encode("utf-8", "replace"), digest_size=16).hexdigest()


def find(session: Session, url: str) -> Source | None:
    """Return the source of a canonical URL."""
    found = session.connection().execute(select(SOURCE.c.id).where(SOURCE.c.url_key == url_key(url))).scalar()
    return None if found is None else session.get(Source, found)


def ensure(session: Session, keys: Iterable[SourceKey], now: datetime) -> dict[str, int]:
    """Return the ids by canonical URL, making what is missing. Two that make the same at once get the same rows."""
    wanted = sorted({key.url: key for key in keys}.values(), key=lambda key: key.url)
    hosts = _ensure_hosts(session, sorted({_host_name(key) for key in wanted}))
    found = _ids(session, [key.url for key in wanted])
    missing = [key for key in wanted if key.url not in found]
    for chunk in chunked(missing, CHUNK):
        rows = [
            {
                "url": key.url,
                "url_key": url_key(key.url),
                "host_id": hosts[_host_name(key)],
                "created_at": now,
                "changed_at": now,
                "link_since": now,
            }
            for key in chunk
        ]
        _insert_missing(session, SOURCE.name, rows, "url_key")
    return found | _ids(session, [key.url for key in missing])


def _host_name(key: SourceKey) -> str:
    return key.host[:HOST_NAME_MAX_CHARS]


def _ensure_hosts(session: Session, names: Sequence[str]) -> dict[str, int]:
    found = _host_ids(session, names)
    missing = [name for name in names if name not in found]
    for chunk in chunked(missing, CHUNK):
        _insert_missing(session, HOST.name, [{"name": name} for name in chunk], "name")
    return found | _host_ids(session, missing)


def ensure_host(session: Session, name: str) -> int:
    """Return the id of the host of that name, making it when it is new."""
    return _ensure_hosts(session, [name[:HOST_NAME_MAX_CHARS]])[name[:HOST_NAME_MAX_CHARS]]


def _insert_missing(session: Session, table: str, rows: list[dict[str, object]], unique: str) -> None:
    """Insert in the order of the unique column (which the callers sort by), so that two of these never wait for each other."""
    into = SQLModel.metadata.tables[table]
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        connection.execute(sqlite_insert(into).on_conflict_do_nothing(index_elements=[unique]), rows)
    else:
        connection.execute(postgresql_insert(into).on_conflict_do_nothing(index_elements=[unique]), rows)


def _ids(session: Session, urls: Sequence[str]) -> dict[str, int]:
    by_key = {url_key(url): url for url in urls}
    found: dict[str, int] = {}
    for chunk in chunked(list(by_key), CHUNK):
        query = select(SOURCE.c.url_key, SOURCE.c.id).where(SOURCE.c.url_key.in_(chunk))
        found |= {by_key[row.url_key]: row.id for row in session.connection().execute(query)}
    return found


def _host_ids(session: Session, names: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for chunk in chunked(names, CHUNK):
        query = select(HOST.c.name, HOST.c.id).where(HOST.c.name.in_(chunk))
        found |= {row.name: row.id for row in session.connection().execute(query)}
    return found


def chunked(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Cut `items` into lists of at most `size`."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk
