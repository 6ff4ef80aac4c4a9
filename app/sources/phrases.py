"""What pages say, in every language we read: the phrase files merged and folded, and the few ways to look for them.

Folding drops case, accents and punctuation, so that phrases match however they are typeset. Phrases begin at a word, except in
scripts that do not part words.
"""

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

from app.sources.marks import SPAM_PHRASES, SPAM_WORDS

_FOLDER = files("app.sources") / "data" / "phrases"
_NOT_WORD = re.compile(r"[\W_]+")
_APOSTROPHES = re.compile(r"['’ʼ`´]")
_SEGMENT_ENDS = re.compile(r"\s*[|·•»«–—:>/_.!?。！？…：｜،؟]+\s*|\s+-+\s+")
# Han, kana and Thai run words together.
_RUNS_TOGETHER = re.compile(r"[぀-ヿ㐀-鿿豈-﫿฀-๿]")


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """Lower case, no accents, no punctuation, one blank between words and one before the first."""
    folded = text.casefold().replace("ı", "i")
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return " " + _NOT_WORD.sub(" ", _APOSTROPHES.sub("", folded)).strip()


class Phrases:
    """Phrases to look for in folded text, reached by their first word, so that a search costs one look-up a word."""

    def __init__(self, written: Iterable[str]) -> None:
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        self._by_beginning: defaultdict[str, list[str]] = defaultdict(list)
        self._unparted: list[str] = []
        for phrase in dict.fromkeys(map(fold, written)):
            self._enter(phrase)

    def _enter(self, phrase: str) -> None:
        first, *more = phrase.split()
        if _RUNS_TOGETHER.search(phrase):
            self._unparted.append(phrase.strip())
        elif more:
            self._by_word[first].append(phrase)
        else:
            self._by_beginning[first[:3]].append(phrase)

    def find(self, folded: str) -> Iterator[str]:
        """Those phrases that stand in the text, each once."""
        for word in dict.fromkeys(folded.split()):
            for phrase in self._by_word.get(word, ()):
                if phrase in folded:
                    yield phrase.strip()
            for phrase in self._by_beginning.get(word[:3], ()):
                if word.startswith(phrase[1:]):
                    yield phrase.strip()
        if _RUNS_TOGETHER.search(folded):
            yield from (phrase for phrase in self._unparted if phrase in folded)

    def stand_in(self, folded: str) -> bool:
        return next(self.find(folded), None) is not None


def _load() -> list[dict[str, Any]]:
    entries = sorted(_FOLDER.iterdir(), key=lambda entry: entry.name)
    return [tomllib.loads(entry.read_text(encoding="utf-8")) for entry in entries if entry.name.endswith(".toml")]


_FILES = _load()


def _written(family: str, key: str) -> list[str]:
    return [phrase for language in _FILES for phrase in language.get(family, {}).get(key, "").split("|") if phrase]


def _wholes(family: str, key: str = "titles") -> frozenset[str]:
    return frozenset(_joined(fold(phrase)) for phrase in _written(family, key))


def _joined(folded: str) -> str:
    return folded.replace(" ", "")


def _path_words(key: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _written("paths", key))


PREDICATES = Phrases(_written("missing", "predicates"))
ADVICE = Phrases(_written("missing", "advice"))
_NOUNS = {fold(noun) for noun in _written("missing", "nouns")}
_NOUN_WORDS = frozenset(noun.strip() for noun in _NOUNS if not _RUNS_TOGETHER.search(noun))
_NOUNS_UNPARTED = tuple(noun.strip() for noun in _NOUNS if _RUNS_TOGETHER.search(noun))
_MISSING = _wholes("missing", "whole")
_FILLERS = [fold(filler).strip() for filler in _written("missing", "fillers")]
_FILLER_WORDS = frozenset(word for filler in _FILLERS for word in filler.split()) | {"404", "410"}
_FILLERS_UNPARTED = tuple(filler for filler in _FILLERS if _RUNS_TOGETHER.search(filler))

# All words that such messages are made of.
_VOCABULARY = frozenset(
    word
    for key in ("nouns", "predicates", "whole", "fillers", "small", "advice")
    for phrase in _written("missing", key)
    for word in fold(phrase).split()
)
_STRANGE_SHARE_TITLE, STRANGE_SHARE_TEXT = 0.17, 0.25

_FAMILIES = ("login", "consent", "age", "geo", "maintenance", "paywall", "parked", "suspended", "script", "challenge")
TITLES = {family: _wholes(family) for family in _FAMILIES}
SENTENCES = {family: Phrases(_written(family, "sentences")) for family in _FAMILIES}
SECTION_WORDS, SEARCH_WORDS, HOME_WORDS = _path_words("sections"), _path_words("search"), _path_words("home")
ERROR_WORDS, LOGIN_WORDS = _path_words("errors"), _path_words("logins")

# "Sorry, the page you requested could not be found" has nine words; headlines with the same words are seldom as short.
_SHORT_WORDS_MAX, _SHORT_CHARS_MAX = 11, 26


@lru_cache(maxsize=2048)
def segments(text: str) -> tuple[str, ...]:
    """Split a title or heading at bars, dashes, colons and ends of sentences; fold each, and the whole."""
    parts = [part for part in _SEGMENT_ENDS.split(text) if part]
    return tuple(dict.fromkeys(folded for part in (*parts, text) if (folded := fold(part)) != " "))


def is_titled(text: str, family: str) -> bool:
    """Tell whether the text, or a segment of it, is a title of the family and nothing else."""
    return any(_joined(part) in TITLES[family] for part in segments(text))


def _longest_words() -> frozenset[str]:
    """Of every title, predicate and phrase of spam its longest word: a text without any of them holds none of the phrases."""
    phrases = (
        *_written("missing", "whole"),
        *_written("missing", "predicates"),
        *(p for f in _FAMILIES for p in _written(f, "titles")),
        *SPAM_PHRASES,
    )
    return frozenset(max(fold(phrase).split(), key=len) for phrase in phrases if fold(phrase) != " ") | SPAM_WORDS


_TELLING = _longest_words()
_WORDS = re.compile(r"[a-z0-9']+")


def is_innocent(text: str) -> bool:
    """Tell in 3 µs that a title or heading says nothing of walls, gates or death; False in any doubt, and for other than plain letters."""
    return text.isascii() and _TELLING.isdisjoint(_WORDS.findall(text.lower().replace("'", "")))


def says_missing(text: str) -> bool:
    """Tell whether a title or heading says that something is not there: a stock phrase, or a short clause of noun and predicate."""
    return any(_part_says_missing(part) for part in segments(text))


def _part_says_missing(folded: str) -> bool:
    if _joined(folded) in _MISSING or _bare(folded) in _MISSING:
        return True
    return _is_short(folded) and clause_says_missing(folded)


def _bare(folded: str) -> str:
    words = folded.split()
    while words and words[0] in _FILLER_WORDS:
        del words[0]
    while words and words[-1] in _FILLER_WORDS:
        del words[-1]
    joined = "".join(words)
    while joined.startswith(_FILLERS_UNPARTED):
        joined = joined[len(next(filler for filler in _FILLERS_UNPARTED if joined.startswith(filler))) :]
    return joined


def _is_short(folded: str) -> bool:
    if _RUNS_TOGETHER.search(folded):
        return len(folded) <= _SHORT_CHARS_MAX
    return folded.count(" ") <= _SHORT_WORDS_MAX


def clause_says_missing(folded: str, *, strange_share: float = _STRANGE_SHARE_TITLE) -> bool:
    """Tell whether a folded clause says of a page, an article, a file … that it is not there, and is about nothing in particular.

    `strange_share` is the share of words that may be foreign to such messages: "stolen file not found after raid" is news.
    """
    if not PREDICATES.stand_in(folded):
        return False
    named = folded.split()
    if _NOUN_WORDS.isdisjoint(named) and not any(noun in folded for noun in _NOUNS_UNPARTED):
        return False
    strange = sum(word not in _VOCABULARY and not word.isdigit() for word in named)
    return _RUNS_TOGETHER.search(folded) is not None or strange <= max(1, int(len(named) * strange_share))
