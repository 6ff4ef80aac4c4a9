"""What jobs are asked and what they answer: values, validated in their constructors."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.claims import Format
from app.errors import InvalidInput

TITLE_MAX_CHARS = 1_000
TAGS_MAX = 50
NOTE_MAX_CHARS = 10_000
RUN_SOURCES_MAX = 100_000


@dataclass(frozen=True, slots=True)
class Submission:
    """An article as handed in. `expected_version` is the caller's If-Match; None takes whatever is there."""

    body: str
    format: Format | None = None
    title: str = ""
    lang: str = ""
    url: str = ""
    external_system: str | None = None
    external_id: str | None = None
    tags: tuple[str, ...] = ()
    published_at: datetime | None = None
    expected_version: int | None = None

    def __post_init__(self) -> None:
        if not self.body.strip():
            raise InvalidInput("The article is empty: send its text in `body`.", field="body")
        if "\x00" in self.body:
            raise InvalidInput("The article holds NUL characters, so it is not text: send text, Markdown or HTML.", field="body")
        if len(self.title) > TITLE_MAX_CHARS:
            raise InvalidInput(f"The title is longer than {TITLE_MAX_CHARS} characters.", field="title")
        if len(self.tags) > TAGS_MAX:
            raise InvalidInput(f"At most {TAGS_MAX} tags.", field="tags")
        if (self.external_system is None) != (self.external_id is None):
            raise InvalidInput("`external_system` and `external_id` go together.", field="external_id")


@dataclass(frozen=True, slots=True)
class Submitted:
    """What a submission did. `changed` is False when the same text was there already."""

    article_id: int
    revision: int
    version: int
    created: bool
    changed: bool
    kept: int
    added: int
    removed: int


@dataclass(frozen=True, slots=True)
class RunRequest:
    """Which sources to check now: ids, or everything an article, claim or filter cites.

    `min_age_s` leaves out sources checked that recently. `priority` 0 is the schedule's, 5 a person's, 9 a gate's.
    """

    source_ids: tuple[int, ...] = ()
    article_ids: tuple[int, ...] = ()
    claim_ids: tuple[int, ...] = ()
    citation_ids: tuple[int, ...] = ()
    filter: Mapping[str, str] = field(default_factory=dict)
    min_age_s: int = 0
    priority: int = 5
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GateDecision:
    """Whether an article may be published, why not, and what would help.

    `reasons` are (claim public id, status, text); `fixes` say what to do, one a reason; `valid_until` is when the
    evidence is due to be looked at again.
    """

    decision: str
    revision: int
    policy: str
    reasons: tuple[tuple[str, str, str], ...] = ()
    fixes: tuple[str, ...] = ()
    valid_until: datetime | None = None
    overridden_by: str = ""
