"""What the classifier is told of one visit. The fetch room fills it from its record; nothing here knows how bytes travel."""

from dataclasses import dataclass

from app.sources.outcome import Outcome
from app.sources.page_facts import PageFacts


@dataclass(frozen=True, slots=True)
class HopFacts:
    """One request and its answer. `url` may carry a fragment; header names are in lower case; `how` is request, redirect or refresh."""

    url: str
    status: int | None
    headers: tuple[tuple[str, str], ...] = ()
    how: str = "request"

    def header(self, name: str) -> str:
        """All values of a header, joined by comma; "" when absent."""
        return ", ".join(value for key, value in self.headers if key == name)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why the visit ended without a whole answer, already in our words: an outcome of the unknown or blocked class, or dns_not_found.

    `phase` is url, guard, robots, resolve, connect, tls, send, headers, body or redirect; `layer`, `code` and `name` are
    the last link of the cause chain; `detail` refines (the kind of a TLS error).
    """

    outcome: Outcome
    phase: str = ""
    layer: str = ""
    code: int = 0
    name: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ProbeFacts:
    """What a made-up sibling of the asked URL answered; `status` is None when it could not be had.

    `text` is the beginning of a body that is text but no HTML.
    """

    url: str
    status: int | None
    final_url: str = ""
    page: PageFacts | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the last good visit saw: its outcome, title and main text (as far as kept), and the length of the whole main text."""

    outcome: Outcome | None = None
    title: str = ""
    main_text: str = ""
    main_chars: int = 0
    lang: str = ""


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """One visit. `url` is what was asked, with its fragment; the last hop is where it ended.

    `body_start` is the beginning (at most 32,768 characters) of the decoded body, read for marks in scripts and for pages
    without HTML. `truncated`, `too_large`, `undecodable` speak of the last body. `has_copy` says that a stored copy stands
    behind a 304. `root_status` is what `/` of the same host answered lately, `second_status` what a second profile or
    vantage was told for the same URL; None when not asked.
    """

    url: str
    hops: tuple[HopFacts, ...] = ()
    failure: Failure | None = None
    page: PageFacts | None = None
    media_type: str = ""
    body_bytes: int = 0
    body_start: str = ""
    truncated: bool = False
    too_large: bool = False
    undecodable: bool = False
    has_copy: bool = False
    known: Known | None = None
    probe: ProbeFacts | None = None
    root_status: int | None = None
    second_status: int | None = None
