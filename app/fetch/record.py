"""What one visit leaves behind: an immutable record, whole enough to judge again without fetching.

All are named tuples: a frozen dataclass sets its fields one by one, which every request pays for, and takes six times as long to declare,
which every start pays for.
"""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from app.sources.outcome import Outcome, Resolves

if TYPE_CHECKING:
    from app.sources.visit_facts import Known


class Timings(NamedTuple):
    """Seconds since the hop began; None where the phase was not reached."""

    resolved_s: float | None = None
    connected_s: float | None = None
    tls_s: float | None = None
    first_byte_s: float | None = None
    total_s: float = 0.0


class TlsFacts(NamedTuple):
    """The certificate as met.

    `problem` is "" or expired, not_yet_valid, self_signed, untrusted, wrong_host, revoked, handshake, version.
    """

    issuer: str = ""
    not_after: datetime | None = None
    verify_code: int = 0
    problem: str = ""


class Cause(NamedTuple):
    """One link of a cause chain: a layer ("curl", "errno", "tls", "dns", "guard", "decode"), its code and its name."""

    layer: str
    code: int
    name: str


class Hop(NamedTuple):
    """One request and what came of it. `status` is None when no answer was had. `headers` are the ones that matter, names in lower case.

    `how` is request, redirect, refresh, retry (the same once more) or profile (asked in
    the other way than the visit's `profile`, which was refused).
    """

    url: str
    status: int | None
    headers: tuple[tuple[str, str], ...] = ()
    how: str = "request"
    address: str = ""
    http_version: str = ""
    timings: Timings = Timings()
    tls: TlsFacts | None = None
    causes: tuple[Cause, ...] = ()


class Conditional(NamedTuple):
    """Validators of the last good visit."""

    etag: str = ""
    last_modified: str = ""


class Previous(NamedTuple):
    """What the last good visit left: with the same bytes at the same address under the same rules, its word is taken again."""

    sha256: str = ""
    final_url: str = ""
    outcome: Outcome | None = None
    rule: str = ""
    rule_version: str = ""
    title: str = ""
    media_type: str = ""
    charset: str = ""
    known: "Known | None" = None


class Visit(NamedTuple):
    """One visit to one source, from the first request to the last, with its outcome.

    `body` is the decoded body as far as it arrived (`truncated` when it did not arrive whole), also of refusals; it is
    b"" on 304. `not_modified` is True when the server said 304 to our validators: the copy we hold still stands.
    `retry_after_s` is what the host asked for, at most a day. `rule` names the rule that decided the outcome and
    `evidence` quotes what it saw.
    """

    url: str
    final_url: str
    outcome: Outcome
    rule: str
    started_at: datetime
    elapsed_s: float
    evidence: tuple[str, ...] = ()
    hops: tuple[Hop, ...] = ()
    http_status: int | None = None
    media_type: str = ""
    charset: str = ""
    body: bytes = b""
    sha256: str = ""
    truncated: bool = False
    not_modified: bool = False
    permanent: bool = False
    etag: str = ""
    last_modified: str = ""
    retry_after_s: int | None = None
    title: str = ""
    notes: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()
    rule_version: str = ""
    vantage: str = ""
    profile: str = "plain"
    asked_by: str = ""

    @property
    def resolves(self) -> Resolves:
        return self.outcome.resolves

    @property
    def redirects(self) -> int:
        """How many hops were followed after the first."""
        return sum(hop.how in ("redirect", "refresh") for hop in self.hops)
