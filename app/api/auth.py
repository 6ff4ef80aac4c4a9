"""Who may do what: keys, their scopes, and one table of every operation with the scope it needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.errors import NotAllowed


class Scope(StrEnum):
    READ = "read"
    WRITE = "write"
    CHECK = "check"
    REVIEW = "review"
    ADMIN = "admin"


GRANTS: Mapping[Scope, frozenset[Scope]] = {
    Scope.READ: frozenset({Scope.READ}),
    Scope.WRITE: frozenset({Scope.READ, Scope.WRITE}),
    Scope.CHECK: frozenset({Scope.READ, Scope.CHECK}),
    Scope.REVIEW: frozenset({Scope.READ, Scope.REVIEW}),
    Scope.ADMIN: frozenset(Scope),
}

# Resource.verb -> the scope a key must have; None is open to everyone. A route whose line is missing does not start.
NEEDS: Mapping[str, Scope | None] = {
    "articles.list": Scope.READ,
    "articles.create": Scope.WRITE,
    "articles.upsert": Scope.WRITE,
    "articles.read_external": Scope.READ,
    "articles.read": Scope.READ,
    "articles.replace": Scope.WRITE,
    "articles.delete": Scope.WRITE,
    "articles.list_revisions": Scope.READ,
    "articles.read_revision": Scope.READ,
    "articles.list_claims": Scope.READ,
    "claims.list": Scope.READ,
    "claims.read": Scope.READ,
    "claims.batch": Scope.WRITE,
    "exports.write": Scope.READ,
    "exports.read_back": Scope.WRITE,
    "citations.read": Scope.READ,
    "citations.add": Scope.WRITE,
    "citations.correct": Scope.WRITE,
    "citations.remove": Scope.WRITE,
    "citations.list_checks": Scope.READ,
    "citations.list_verdicts": Scope.READ,
    "reviews.list": Scope.READ,
    "reviews.record": Scope.REVIEW,
    "reviews.read": Scope.READ,
    "sources.list": Scope.READ,
    "sources.read": Scope.READ,
    "sources.change_policy": Scope.WRITE,
    "sources.list_checks": Scope.READ,
    "sources.list_claims": Scope.READ,
    "checks.read": Scope.READ,
    "check_runs.list": Scope.READ,
    "check_runs.start": Scope.CHECK,
    "check_runs.read": Scope.READ,
    "check_runs.cancel": Scope.CHECK,
    "check_runs.list_checks": Scope.READ,
    "gate.decide": Scope.READ,
    "gate.override": Scope.REVIEW,
    "gate_policies.list": Scope.READ,
    "gate_policies.read": Scope.READ,
    "gate_policies.put": Scope.ADMIN,
    "gate_policies.delete": Scope.ADMIN,
    "public.read": Scope.READ,
    "public.share": Scope.WRITE,
    "public.revoke": Scope.WRITE,
    "public.show": None,
    "snapshots.read": Scope.READ,
    "snapshots.read_raw": Scope.READ,
    "snapshots.read_text": Scope.READ,
    "events.list": Scope.READ,
    "events.stream": Scope.READ,
    "events.read": Scope.READ,
    "webhooks.list": Scope.ADMIN,
    "webhooks.create": Scope.ADMIN,
    "webhooks.read": Scope.ADMIN,
    "webhooks.change": Scope.ADMIN,
    "webhooks.delete": Scope.ADMIN,
    "webhooks.rotate": Scope.ADMIN,
    "webhooks.test": Scope.ADMIN,
    "webhooks.disable": Scope.ADMIN,
    "webhooks.enable": Scope.ADMIN,
    "webhooks.list_deliveries": Scope.ADMIN,
    "webhooks.redeliver": Scope.ADMIN,
    "feeds.list": Scope.READ,
    "feeds.watch": Scope.ADMIN,
    "feeds.read": Scope.READ,
    "feeds.remove": Scope.ADMIN,
    "feeds.poll": Scope.CHECK,
    "feeds.list_entries": Scope.READ,
    "keys.list": Scope.ADMIN,
    "keys.issue": Scope.ADMIN,
    "keys.read": Scope.ADMIN,
    "keys.read_own": Scope.READ,
    "keys.revoke": Scope.ADMIN,
    "audit.list": Scope.ADMIN,
    "stats.read": Scope.READ,
    "metrics.read": Scope.READ,
    "problems.list": None,
    "health.live": None,
    "health.ready": None,
}


@dataclass(frozen=True, slots=True)
class Caller:
    """The key behind a request."""

    key_id: int
    name: str
    scopes: frozenset[Scope]

    @property
    def actor(self) -> str:
        """The name that goes into the audit log."""
        return f"key:{self.name}"

    def may(self, scope: Scope) -> bool:
        return any(scope in GRANTS[held] for held in self.scopes)


def demand(caller: Caller, scope: Scope) -> None:
    """Raise NotAllowed unless one of the caller's scopes grants this one."""
    if not caller.may(scope):
        held = ", ".join(sorted(caller.scopes)) or "none"
        text = f"This needs the scope `{scope}`; the key {caller.name!r} has {held}. Ask an administrator for a key with that scope."
        raise NotAllowed(text, authenticated=True)


def bearer(header: str | None) -> str:
    """Return the secret in an Authorization header; raises NotAllowed when there is none."""
    if header is None:
        raise NotAllowed("Send your key as `Authorization: Bearer stet_…`. `stet keys create` makes one.", authenticated=False)
    scheme, _, secret = header.partition(" ")
    if scheme.lower() != "bearer" or not secret.strip():
        raise NotAllowed("The Authorization header must read `Bearer stet_…`.", authenticated=False)
    return secret.strip()
