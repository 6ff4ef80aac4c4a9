"""What pages say, in every language we read: the phrase files merged and folded, and the few ways to look for them.

Folding drops case, accents and punctuation, so that phrases match however they are typeset. Phrases begin at a word, except in
scripts that do not part words.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from app.sources.marks import SPAM_PHRASES, SPAM_WORDS

_FOLDER = Path(__file__).parent / "data" / "phrases"
_NOT_WORD = re.compile(r"[\W_]+")
_NOT_WORD_OR_BAR = re.compile(r"(?:[^\w|]|_)+")
_APOSTROPHES = re.compile(r"['’ʼ`´]")
# Han, kana and Thai run words together; Korean words carry their particles. Such wide classes take 3 ms each to compile, so it is
# done when one is needed.
_UNPARTED = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\u0e00-\u0e7f]"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def runs_together(text: str) -> bool:
    """Tell whether the text holds letters of a script that does not part words."""
    return not text.isascii() and _compiled(_UNPARTED).search(text) is not None


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """Lower case, no accents, no punctuation, one blank between words and one before the first."""
    return " " + _NOT_WORD.sub(" ", _plain(text)).strip()


def _plain(text: str) -> str:
    lowered = text.casefold().replace("ı", "i")
    if not lowered.isascii():
        lowered = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return _APOSTROPHES.sub("", lowered)


def _fold_all(phrases: str) -> list[str]:
    """Fold phrases divided by bars, all at once: folding them one by one takes a fifth of a second."""
    return [" " + phrase.strip() for phrase in _NOT_WORD_OR_BAR.sub(" ", _plain(phrases)).split("|") if phrase.strip()]


@lru_cache(maxsize=64)
def _distinct_words(folded: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(folded.split()))


class Phrases:
    """Phrases to look for in folded text, reached by their first word, so that a search costs one look-up a word."""

    def __init__(self, folded: Iterable[str]) -> None:
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        self._by_beginning: defaultdict[str, list[str]] = defaultdict(list)
        self._unparted: list[str] = []
        for phrase in dict.fromkeys(folded):
            self._enter(phrase)

    def _enter(self, phrase: str) -> None:
        first, *more = phrase.split()
        if runs_together(phrase):
            self._unparted.append(phrase.strip())
        elif more:
            self._by_word[first].append(phrase)
        else:
            self._by_beginning[first[:3]].append(phrase)

    def find(self, folded: str) -> Iterator[str]:
        """Those phrases that stand in the text, each once."""
        for word in _distinct_words(folded):
            for phrase in self._by_word.get(word, ()):
                if phrase in folded:
                    yield phrase.strip()
            for phrase in self._by_beginning.get(word[:3], ()):
                if word.startswith(phrase[1:]):
                    yield phrase.strip()
        if runs_together(folded):
            yield from (phrase for phrase in self._unparted if phrase in folded)

    def stand_in(self, folded: str) -> bool:
        return next(self.find(folded), None) is not None


@cache
def _files() -> list[dict[str, dict[str, str]]]:
    return [read_phrases(entry.read_text(encoding="utf-8")) for entry in sorted(_FOLDER.glob("*.toml"))]


def read_phrases(text: str) -> dict[str, dict[str, str]]:
    """Read a phrase file: tables of `key = "phrases"`, each on a line of its own.

    It is TOML, and a test holds that tomllib reads the same; but tomllib takes 15 ms for all languages, at every start.
    """
    tables: dict[str, dict[str, str]] = {}
    table: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("["):
            table = tables[line.strip("[] ")] = {}
        elif not line.startswith("#") and line:
            key, _, value = line.partition(" = ")
            table[key] = value.strip().removeprefix('"').removesuffix('"')
    return tables


@cache
def _written(family: str, key: str) -> tuple[str, ...]:
    """All phrases of a family in all languages, folded."""
    return tuple(_fold_all("|".join(language.get(family, {}).get(key, "") for language in _files())))


def joined(folded: str) -> str:
    return folded.replace(" ", "")


@cache
def sentences(family: str) -> Phrases:
    return Phrases(_written(family, "sentences"))


@cache
def titles(family: str) -> frozenset[str]:
    """The stock titles of a family, blanks off."""
    return frozenset(map(joined, _written(family, "titles")))


@cache
def path_words(key: str) -> frozenset[str]:
    """Words that a part of a path may be: sections, search, home, errors, logins."""
    return frozenset(word.lower() for language in _files() for word in language["paths"][key].split("|") if word)


@cache
def advice() -> Phrases:
    return Phrases(_written("missing", "advice"))


@cache
def predicates() -> Phrases:
    return Phrases(_written("missing", "predicates"))


@cache
def missing_titles() -> frozenset[str]:
    return frozenset(map(joined, _written("missing", "whole")))


@cache
def nouns() -> tuple[frozenset[str], tuple[str, ...]]:
    """Nouns that stand as words, and those of scripts without blanks."""
    return _by_script(_written("missing", "nouns"))


@cache
def fillers() -> tuple[frozenset[str], tuple[str, ...]]:
    words, unparted = _by_script(_written("missing", "fillers"))
    return frozenset(word for filler in words for word in filler.split()) | {"404", "410"}, unparted


def _by_script(phrases: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    unparted = tuple(phrase.strip() for phrase in phrases if runs_together(phrase))
    return frozenset(phrase.strip() for phrase in phrases) - frozenset(unparted), unparted


FAMILIES = ("login", "consent", "age", "geo", "maintenance", "paywall", "parked", "suspended", "script", "challenge")
_MESSAGE_KEYS = ("nouns", "predicates", "whole", "fillers", "small", "advice")


@cache
def vocabulary() -> frozenset[str]:
    """All words that messages of something missing are made of."""
    return frozenset(word for key in _MESSAGE_KEYS for phrase in _written("missing", key) for word in phrase.split())


@cache
def stock_words() -> frozenset[str]:
    """All words of stock messages and stock titles: a title made of them says nothing of what the page is about."""
    return vocabulary() | {word for family in FAMILIES for phrase in _written(family, "titles") for word in phrase.split()}


@cache
def all_stock() -> tuple[frozenset[str], frozenset[str]]:
    """Every word of every stock phrase of every family, and the pairs of letters of those in scripts that run words together."""
    keys = (("missing", key) for key in _MESSAGE_KEYS)
    families = ((family, key) for family in FAMILIES for key in ("titles", "sentences"))
    phrases = [phrase for family, key in (*keys, *families) for phrase in _written(family, key)]
    unparted = [phrase.strip() for phrase in phrases if runs_together(phrase)]
    pairs = frozenset(phrase[at : at + 2] for phrase in unparted for at in range(len(phrase) - 1))
    return frozenset(word for phrase in phrases for word in phrase.split()), pairs


def own_words(folded: str, named: frozenset[str]) -> int:
    """Count the distinct words and numbers of a folded text that neither stock phrases nor `named` have.

    A word has four letters or more, a number two digits; in scripts without blanks three pairs of letters count as one.
    """
    stock, stock_pairs = all_stock()
    words = {word for word in folded.split() if word not in stock and word not in named and not runs_together(word)}
    pairs = frozenset(_compiled(f"(?=({_UNPARTED}{{2}}))").findall(folded)) - stock_pairs
    return sum(len(word) > 3 or (word.isdigit() and len(word) > 1) for word in words) + len(pairs) // 3


@cache
def telling_words() -> frozenset[str]:
    """Of every title, predicate and phrase of spam its longest word: a text without any of them holds none of the phrases.

    Nouns such as "page" tell nothing unless a phrase has no other word.
    """
    plain_nouns = frozenset(noun.strip() for noun in _written("missing", "nouns"))
    stock = (phrase for family in FAMILIES for phrase in _written(family, "titles"))
    phrases = (*_written("missing", "whole"), *_written("missing", "predicates"), *stock, *map(fold, SPAM_PHRASES))
    return frozenset(max(phrase.split(), key=lambda word: (word not in plain_nouns, len(word))) for phrase in phrases) | SPAM_WORDS
