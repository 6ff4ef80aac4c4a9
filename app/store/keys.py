"""API keys: made and shown once, kept as a hash, found by prefix, compared in constant time."""

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import or_, select, update
from sqlmodel import Session, SQLModel

from app.errors import InvalidInput, NotAllowed, NotFound
from app.store.columns import storable
from app.store.ids import Prefix, encode
from app.store.tables import Key

KEY = SQLModel.metadata.tables["key"]
# Keys hold 192 random bits, so a fast hash is enough: there is nothing to guess by trying words.
_SECRET_BYTES = 24
_PREFIX_CHARS = 10
BEGINNING = "stet_"
# `last_used_at` is for people; writing it on every request would make each read a write.
TOUCH_EVERY = timedelta(minutes=1)


class Scope(StrEnum):
    READ = "read"
    WRITE = "write"
    CHECK = "check"
    REVIEW = "review"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Issued:
    """A key just made. `secret` is the whole key as its owner sends it; it exists nowhere else."""

    key: Key
    secret: str


def issue(session: Session, name: str, scopes: Iterable[str], now: datetime, expires_at: datetime | None = None) -> Issued:
    """Make a key. Raises InvalidInput for an unknown scope, none at all, or an end in the past."""
    wanted = sorted(set(scopes))
    unknown = [scope for scope in wanted if scope not in set(Scope)]
    if unknown or not wanted:
        said = f"There is no scope {unknown[0]!r}" if unknown else "A key needs at least one scope"
        raise InvalidInput(f"{said}: choose from {', '.join(Scope)}.", field="scopes")
    if expires_at is not None and expires_at <= now:
        raise InvalidInput("The key would have expired already: choose a moment to come.", field="expires_at")
    secret = f"{BEGINNING}{secrets.token_hex(_SECRET_BYTES)}"
    key = Key(name=name, prefix=_prefix(secret), hash=_digest(secret), scopes=wanted, created_at=now, expires_at=expires_at)
    session.add(key)
    session.flush()
    return Issued(key, secret)


def authenticate(session: Session, secret: str, now: datetime) -> Key:
    """Return the key that `secret` is. Raises NotAllowed when it is unknown, revoked or expired; it takes as long for each.

    It only reads; call `touch` now and then to note the use.
    """
    key: Key | None = session.execute(select(Key).where(KEY.c.prefix == _prefix(secret))).scalars().first()
    stored = key.hash if key is not None else _digest("nobody's")
    same = hmac.compare_digest(stored, _digest(secret))
    if key is None or not same:
        raise NotAllowed("This key is not known: check it, or ask for a new one (stet keys).", authenticated=False)
    if key.revoked_at is not None:
        raise NotAllowed("This key was revoked: ask for a new one (stet keys).", authenticated=False)
    if key.expires_at is not None and key.expires_at <= now:
        raise NotAllowed("This key has expired: ask for a new one (stet keys).", authenticated=False)
    return key


def spend(session: Session, key: Key, now: datetime) -> None:
    """Use up a key that works once. Raises NotAllowed when somebody else was first."""
    unspent = update(KEY).where(KEY.c.id == key.id, KEY.c.revoked_at.is_(None)).values(revoked_at=now, last_used_at=now)
    if session.connection().execute(unspent).rowcount != 1:
        raise NotAllowed("This sign-in link was used already: sign in with a key.", authenticated=False)


def needs_touch(key: Key, now: datetime) -> bool:
    """Say whether the last noted use is long enough ago to note this one."""
    return key.last_used_at is None or key.last_used_at <= now - TOUCH_EVERY


def touch(session: Session, key_id: int, now: datetime) -> None:
    """Note that a key was used, at most once in `TOUCH_EVERY`."""
    due = or_(KEY.c.last_used_at.is_(None), KEY.c.last_used_at <= now - TOUCH_EVERY)
    session.connection().execute(update(KEY).where(KEY.c.id == key_id, due).values(last_used_at=now))


def revoke(session: Session, key_id: int, now: datetime) -> Key:
    """Make a key useless from now on; a second time changes nothing. Raises NotFound."""
    key = session.get(Key, key_id, with_for_update=True)
    if key is None:
        raise NotFound(f"There is no key {encode(Prefix.KEY, key_id)}.")
    key.revoked_at = key.revoked_at or now
    session.flush()
    return key


def any_admin(session: Session, now: datetime) -> bool:
    """Say whether a key with the scope admin works today; a first start without one makes one."""
    working = select(KEY.c.scopes).where(KEY.c.revoked_at.is_(None), or_(KEY.c.expires_at.is_(None), KEY.c.expires_at > now))
    return any(Scope.ADMIN.value in scopes for scopes in session.connection().execute(working).scalars())


def _prefix(secret: str) -> str:
    return storable(secret[: len(BEGINNING) + _PREFIX_CHARS])


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
