"""Numbers that belong to names and labels: Fallout 76, a 34-year-old, a score of 3-1."""

import re
from dataclasses import dataclass

from app.quantities import Comparator, Kind, Quantity
from app.verify.words import NOUNS_CAPITAL, Word, fold, stem

_LABEL = re.compile(r"(?<![^\W\d_]-)\d+(?:[.,:/–-]\d+)*")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A number that is neither figure nor date, with the capitalised word before it and the word after it: PlayStation 4, a 34-year-old."""

    number: str
    before: str
    after: str


def labels(text: str, found: tuple[Word, ...], taken: list[tuple[int, int]]) -> tuple[Labelled, ...]:
    """List the numbers of a sentence that lie in none of the given stretches."""
    loose = [m for m in _LABEL.finditer(text) if not any(a < m.end() and m.start() < b for a, b in taken)]
    return tuple(Labelled(m[0].replace("–", "-"), _name_before(m.start(), found), _word_after(text, m.end())) for m in loose)


def _name_before(start: int, found: tuple[Word, ...]) -> str:
    return next((w.stem for w in found if 0 < start - w.end <= _GAP_CHARS and w.text[:1].isupper() and not w.stop), "")


def _word_after(text: str, end: int) -> str:
    match = _NEXT.match(text, end)
    return fold(match[1]) if match else ""


_GAP_CHARS = 2
_NEXT = re.compile(r"-([^\W\d_]{3,})")


def is_name(text: str, q: Quantity, lang: str) -> bool:
    """Say whether a bare number belongs to a name: "Fallout 76 was", "Half Girlfriend", "the Big Four"."""
    if _PAIRED.search(text, max(0, q.start - 4), q.start) and q.surface[:1].isdigit():
        return True
    if q.comparator is not Comparator.EXACT or q.high is not None or lang in NOUNS_CAPITAL:
        return False
    before, after = text[: q.start].rstrip(" \"'`“‘«("), text[q.start :]
    if not q.surface[:1].isdigit():
        counts = _PEOPLE.fullmatch(q.noun) and not _TITLE_VERB.match(text, q.end)
        return not counts and bool(_CAPITAL_PAIR.match(after) if not before else _CAPITAL.match(after))
    if q.kind not in (Kind.COUNT, Kind.RATIO, Kind.DURATION) or q.ulp != 1:
        return False
    if _NAME_BEFORE.search(before) and not _COUNTS_NEXT.match(after):
        return True
    titled = _TITLED.match(after)
    return bool(titled and not stem(titled[1].casefold()).startswith("@")) and not _COUNTS.match(after)


# "Five Britons among the dead" counts; "Seven Samurai is" and "Two Towers was" name.
_PEOPLE = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+s")
_TITLE_VERB = re.compile(r" (?:is|was|has)\b")
# The second half of a score: "3-1".
_PAIRED = re.compile(r"\d[-–]$")
_CAPITAL = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+\b")
_CAPITAL_PAIR = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+ [A-ZÀ-Þ][a-zà-ÿ]+\b")
# Two capitalised words, or one that starts the sentence or follows "of" or "the", stand before a name's number; "In Germany 73" is none.
_NAME_BEFORE = re.compile(
    r"(?:(?:^|[A-ZÀ-Þ][\w.’'-]*[ :–-]+|\b(?:of|the|film|game|song|series|season|episode|chapter|part) (?:[\"'`“‘]+ ?)?))[A-ZÀ-Þ][\w’'-]*$"
)
_COUNTS = re.compile(r"[\d.,]+ (?:[\w-]+ ){0,3}?[a-z-]+s\b(?<!was)(?<!is)(?<!has)(?<!'s)")
_COUNTS_NEXT = re.compile(r"[\d.,]+ (?:[a-z-]+ )?[a-z-]+s\b(?<!was)(?<!is)(?<!has)(?<!'s)")
_TITLED = re.compile(r"\d+ ([A-ZÀ-Þ][a-zà-ÿ]+)\b")
