"""Keys: made, looked up, revoked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.errors import InvalidInput, NotAllowed
from app.store import audit, keys, office_reads
from app.store.ids import Prefix, encode
from app.workflow.desk import Desk

NAME_MAX_CHARS = 100
BEGINNING = keys.BEGINNING
# The name tells a key that opens one session on the pages and nothing else.
ONE_TIME = "one-time sign-in"
ONE_TIME_LIFE = timedelta(hours=1)
SESSION_LIFE = timedelta(hours=12)
FIRST_START = "first start"
KEYS_SHOWN = 1_000


@dataclass(frozen=True, slots=True)
class Issued:
    """A new key; `secret` exists nowhere else."""

    key_id: int
    secret: str


@dataclass(frozen=True, slots=True)
class Held:
    """A key that works."""

    key_id: int
    name: str
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A key as it is shown to people."""

    id: int
    name: str
    prefix: str
    scopes: tuple[str, ...]
    revoked_at: datetime | None


def issue(desk: Desk, name: str, scopes: Iterable[str], *, by: str, expires_at: datetime | None = None) -> Issued:
    """Make a key. Raises InvalidInput for a name that cannot be shown or a scope there is none of."""
    shown = name.strip()
    if shown == ONE_TIME and by != FIRST_START:
        raise InvalidInput(f"“{ONE_TIME}” is the name of sign-in links: choose another.", field="name")
    if not shown or len(shown) > NAME_MAX_CHARS or any(ord(letter) < ord(" ") for letter in shown):
        raise InvalidInput(f"A key's name has 1 to {NAME_MAX_CHARS} characters and no line breaks.", field="name")
    now = desk.now()
    with desk.begin() as session:
        made = keys.issue(session, shown, scopes, now, expires_at)
        detail = {"name": shown, "scopes": list(made.key.scopes)}
        audit.note(session, "key.issue", encode(Prefix.KEY, made.key.id), actor=by, at=now, detail=detail)
        return Issued(made.key.id, made.secret)


def issue_first(desk: Desk) -> Issued | None:
    """Make an admin key when none works; None when there is one."""
    now = desk.now()
    with desk.begin() as session:
        if keys.any_admin(session, now):
            return None
        made = keys.issue(session, "first admin", [keys.Scope.ADMIN], now)
        audit.note(session, "key.issue", encode(Prefix.KEY, made.key.id), actor=FIRST_START, at=now)
        return Issued(made.key.id, made.secret)


def issue_sign_in(desk: Desk) -> Issued:
    """Make the secret of a link that signs one person in, once, within an hour."""
    return issue(desk, ONE_TIME, [keys.Scope.ADMIN], by=FIRST_START, expires_at=desk.now() + ONE_TIME_LIFE)


def open_session(desk: Desk, secret: str) -> Issued:
    """Start a session on the pages: a key of its own with the scopes of the one given. Raises NotAllowed."""
    now = desk.now()
    with desk.begin() as session:
        key = keys.authenticate(session, secret, now)
        if key.name == ONE_TIME:
            keys.spend(session, key, now)
        name = f"session of {key.name}"[:NAME_MAX_CHARS]
        made = keys.issue(session, name, key.scopes, now, now + SESSION_LIFE)
        audit.note(session, "key.issue", encode(Prefix.KEY, made.key.id), actor=key.name, at=now, detail={"name": name})
        return Issued(made.key.id, made.secret)


def check(desk: Desk, secret: str) -> Held:
    """Find the key that a caller sent. Raises NotAllowed."""
    now = desk.now()
    with desk.read() as session:
        key = keys.authenticate(session, secret, now)
        if key.name == ONE_TIME:
            raise NotAllowed("A sign-in link opens a session on the pages; it is no key.", authenticated=False)
        held = Held(key.id, key.name, tuple(key.scopes))
        due = keys.needs_touch(key, now)
    if due:
        with desk.begin() as session:
            keys.touch(session, held.key_id, now)
    return held


def revoke(desk: Desk, key_id: int, *, by: str) -> None:
    """Make a key useless from now on. Raises NotFound."""
    now = desk.now()
    with desk.begin() as session:
        keys.revoke(session, key_id, now)
        audit.note(session, "key.revoke", encode(Prefix.KEY, key_id), actor=by, at=now)


def all_keys(desk: Desk) -> list[Listed]:
    """List the newest keys, revoked ones too."""
    with desk.read() as session:
        found = office_reads.list_keys(session, None, KEYS_SHOWN).rows
    return [Listed(row["id"], row["name"], row["prefix"], tuple(row["scopes"]), row["revoked_at"]) for row in found]
