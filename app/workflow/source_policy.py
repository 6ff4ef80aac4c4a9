"""How a person wants a source to be treated."""

from dataclasses import asdict, dataclass

from app.errors import InvalidInput, InvalidUrl
from app.sources import canonical
from app.store import audit, source_policies
from app.store.ids import Prefix, encode
from app.workflow.desk import Desk

INTERVAL_MIN_DAYS = 1 / 24  # more often is a burden on the host and shows nothing new
INTERVAL_MAX_DAYS = 366
NOTE_MAX_CHARS = 1_000


@dataclass(frozen=True, slots=True)
class SourcePolicy:
    """`interval_days` overrides the schedule; `skip` stops visits; `paywalled` says that what is readable proves nothing."""

    interval_days: float | None = None
    skip: bool = False
    paywalled: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        if self.interval_days is not None and not INTERVAL_MIN_DAYS <= self.interval_days <= INTERVAL_MAX_DAYS:
            raise InvalidInput(f"`interval_days` is between 1/24 (an hour) and {INTERVAL_MAX_DAYS}.", field="interval_days")
        if len(self.note) > NOTE_MAX_CHARS:
            raise InvalidInput(f"The note is longer than {NOTE_MAX_CHARS} characters.", field="note")


def canonical_or_given(url: str) -> str:
    """Return the form a source is stored under, or the text itself when it is no URL: then nothing is found."""
    try:
        return canonical(url).url if url else ""
    except InvalidUrl:
        return url


def change(desk: Desk, source_id: int, policy: SourcePolicy, *, by: str, expected_version: int | None = None) -> None:
    """Set how a source is treated; its next visit moves accordingly. Raises NotFound, Stale."""
    now = desk.now()
    with desk.begin() as session:
        source_policies.set_policy(session, source_id, asdict(policy), now, expected_version)
        audit.note(session, "source.policy", encode(Prefix.SOURCE, source_id), actor=by, at=now, detail=asdict(policy))
