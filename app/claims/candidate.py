"""A sentence that may be a claim, with what stands around it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.claims.languages import LANGUAGES, Language
from app.claims.layout import Part
from app.quantities import Quantity

OPENING = re.compile(r"[\W_]*")
# A word with a colon before the sentence: "Tip: …"
LABEL = re.compile(r"^[^\W\d_]{2,15}: ")
NO_LANGUAGE = Language("", *(frozenset(),) * 5)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with its numbers, and what stands around it."""

    text: str
    quantities: tuple[Quantity, ...]
    part: Part
    lang: str
    lead: str = ""
    linked: bool = False
    has_code: bool = False
    technical: bool = False
    code_first: bool = False
    supposed: bool = False
    versions: frozenset[str] = frozenset()

    @property
    def language(self) -> Language:
        return LANGUAGES.get(self.lang, NO_LANGUAGE)

    @property
    def lowered(self) -> str:
        return _lowered(self.text)

    def opens_with(self, phrases: frozenset[str]) -> bool:
        """Whether one of the phrases, of up to four words, begins the sentence."""
        return not phrases.isdisjoint(_openings(self.text))

    def has_any(self, words: frozenset[str]) -> bool:
        """Whether one of the words stands anywhere in the sentence."""
        return not words.isdisjoint(_words(self.text))


# A sentence is asked for its words by a dozen rules in a row.
@lru_cache(maxsize=8)
def _lowered(text: str) -> str:
    """Give a sentence in lower case, without what stands before its first word."""
    return LABEL.sub("", OPENING.sub("", text, count=1), count=1).replace("’", "'").lower()


@lru_cache(maxsize=8)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", _lowered(text)))


@lru_cache(maxsize=8)
def _openings(text: str) -> frozenset[str]:
    """Give the one to four words that a sentence opens with."""
    opening = _lowered(text).split(None, 5)[:4]
    return frozenset(" ".join(opening[:count]).strip(",;:.!") for count in range(1, len(opening) + 1))
