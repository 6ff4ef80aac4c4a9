"""What a worker hands in: finished visits with everything decided about them. Plain values; workflow makes them with the pure rooms."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter
from typing import Any

from app.store.columns import AnyRow
from app.store.leases import HostEnd
from app.store.waiting import DueSource


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One visit as it goes into history; the columns of `Check`."""

    at: datetime
    outcome: str
    resolves: str
    http_status: int | None = None
    final_url: str = ""
    permanent: bool = False
    media_type: str = ""
    title: str = ""
    sha256: str = ""
    not_modified: bool = False
    changed: bool = False
    void: bool = False
    rule: str = ""
    rule_version: str = ""
    vantage: str = ""
    profile: str = ""
    asked_by: str = "schedule"
    elapsed_ms: int = 0
    record: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourceUpdate:
    """What the source is after the visit.

    `fold` is kept as it is given (the link fold as JSON). `good` says that this visit is the last good one. `snapshot_sha256` None
    keeps the copy there was; so do `etag` and `last_modified` None.
    """

    link_state: str
    outcome: str
    next_check_at: datetime | None
    fold: dict[str, Any] = field(default_factory=dict)
    flapping: bool = False
    good: bool = False
    snapshot_sha256: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    replacement_url: str = ""


@dataclass(frozen=True, slots=True)
class SnapshotRow:
    """Bytes that are in the snapshot store since this visit or before."""

    sha256: str
    media_type: str
    charset: str
    body_bytes: int


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """The verdict for one quantity; the columns of `Verdict`."""

    quantity_id: int
    label: str
    reason: str
    source_value: str | None = None
    source_unit: str = ""
    severity: str = ""
    flags: tuple[str, ...] = ()
    passage: dict[str, Any] | None = None
    trace: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CitationVerdict:
    """What one citation's numbers came to: a verdict for each, and their fold.

    `sha256` is the snapshot that was read, None when nothing could be read. `expires_review` is the id of the review that the new
    evidence ends; a review made in the meantime is not touched.
    """

    citation_id: int
    support: str
    reason: str
    rule_version: str
    sha256: str | None
    verdicts: tuple[VerdictRow, ...]
    expires_review: int | None = None


@dataclass(frozen=True, slots=True)
class FinishedVisit:
    """One visit under the lease `token`. `citations` holds those judged anew; where the old verdicts stand, leave them out."""

    due: DueSource
    token: int
    check: CheckRow
    source: SourceUpdate
    snapshot: SnapshotRow | None = None
    citations: tuple[CitationVerdict, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """What one transaction writes: visits, and the leases that end with them."""

    visits: tuple[FinishedVisit, ...] = ()
    ended: tuple[HostEnd, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of a batch: check ids by source, the sources whose lease was lost (nothing was written), and those written before."""

    written: dict[int, int]
    stale: tuple[int, ...]
    repeated: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A visit whose check is appended, with what the source was before."""

    visit: FinishedVisit
    before: AnyRow
    check_id: int


def columns_of(row: CheckRow | SnapshotRow | VerdictRow) -> dict[str, Any]:
    """Return a row's fields by name; unlike `dataclasses.asdict` it copies nothing, which took a third of a batch's time."""
    names, values = _READERS[type(row)]
    return dict(zip(names, values(row), strict=True))


def _reader(kind: type[CheckRow | SnapshotRow | VerdictRow]) -> tuple[tuple[str, ...], Callable[[object], tuple[Any, ...]]]:
    names = tuple(kind.__slots__)
    return names, attrgetter(*names)


_READERS = {kind: _reader(kind) for kind in (CheckRow, SnapshotRow, VerdictRow)}
