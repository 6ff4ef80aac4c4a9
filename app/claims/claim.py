"""What an article asserts, and what it leans on."""

from dataclasses import dataclass
from enum import StrEnum

from app.quantities import Quantity


class Format(StrEnum):
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    WIKITEXT = "wikitext"


class How(StrEnum):
    """Why a URL is held to be cited by a sentence (CLAIMS, "Citations")."""

    INSIDE = "inside"
    AFTER_STOP = "after_stop"
    ANCHOR = "anchor"
    FOOTNOTE = "footnote"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Selector:
    """W3C TextQuoteSelector and TextPositionSelector on `ArticleReading.text`; prefix and suffix up to 32 characters."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """One URL that the text attaches to a claim. `url` is as written, made absolute; `reason` is for people."""

    url: str
    how: How
    marker: str = ""
    anchor: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that asserts at least one checkable number.

    Offsets of `quantities` count in `sentence`. `section` is the path of headings above; `context` is the sentence
    before it in the same block, or "".
    """

    sentence: str
    selector: Selector
    quantities: tuple[Quantity, ...]
    citations: tuple[Citation, ...] = ()
    section: tuple[str, ...] = ()
    context: str = ""


@dataclass(frozen=True, slots=True)
class Rejection:
    """A sentence with digits or number words that is no claim, and why."""

    sentence: str
    selector: Selector
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """An article, read. `text` is its visible text, to which all selectors refer."""

    format: Format
    lang: str
    title: str
    text: str
    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...] = ()
