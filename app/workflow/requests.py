"""What jobs are asked and what they answer: values, validated in their constructors."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.claims import Format
from app.errors import InvalidInput, NotFound
from app.store import ids
from app.store.claim_reads import ClaimFilter
from app.store.tables import Priority

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

    `min_age_s` leaves out sources checked that recently.
    """

    source_ids: tuple[int, ...] = ()
    article_ids: tuple[int, ...] = ()
    claim_ids: tuple[int, ...] = ()
    citation_ids: tuple[int, ...] = ()
    filter: ClaimFilter | None = None
    min_age_s: int = 0
    priority: Priority = Priority.ASKED
    reason: str = ""


def run_request_for(public_ids: Sequence[str], reason: str = "") -> RunRequest:
    """Return a request for things named by public id: articles, claims, citations, sources. Raises NotFound for any other."""
    wanted: dict[ids.Prefix, list[int]] = {prefix: [] for prefix in _CHECKABLE}
    for public in public_ids:
        prefix = next((prefix for prefix in _CHECKABLE if public.startswith(f"{prefix}_")), None)
        if prefix is None:
            raise NotFound(
                f"{public!r} cannot be checked: give articles, claims, citations or sources, such as art_1, clm_2, cit_3, src_4."
            )
        wanted[prefix].append(ids.decode(prefix, public))
    return RunRequest(
        source_ids=tuple(wanted[ids.Prefix.SOURCE]),
        article_ids=tuple(wanted[ids.Prefix.ARTICLE]),
        claim_ids=tuple(wanted[ids.Prefix.CLAIM]),
        citation_ids=tuple(wanted[ids.Prefix.CITATION]),
        reason=reason,
    )


_CHECKABLE = (ids.Prefix.ARTICLE, ids.Prefix.CLAIM, ids.Prefix.CITATION, ids.Prefix.SOURCE)


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
