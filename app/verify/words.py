"""Words of a sentence: folded, stemmed, with the words that carry no subject left out."""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_STEMS_KEPT_MAX = 200_000


@dataclass(frozen=True, slots=True)
class Language:
    """What judging knows of one language; the word lists are folded."""

    code: str
    stemmer: str
    stop: frozenset[str]
    negation: frozenset[str]
    doubt: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its place; `name` is a capitalised word that no sentence start explains."""

    text: str
    stem: str
    start: int
    end: int
    name: bool = False
    stop: bool = False
    number: bool = False


@cache
def language(code: str) -> Language:
    """Return the language of a BCP 47 tag; an unknown one is read as English."""
    folder = files("app.verify") / "languages"
    path = folder / f"{code.lower().replace('_', '-').partition('-')[0] or 'en'}.json"
    known = path if path.is_file() else folder / "en.json"
    data = json.loads(known.read_text("utf-8"))
    lists = {key: frozenset(fold(word) for word in value) for key, value in data.items() if key != "stemmer"}
    return Language(known.name.removesuffix(".json"), data["stemmer"], **lists)


def fold(text: str) -> str:
    """Fold case and accents, so that "Überschuß" and "uberschuss" meet."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=_STEMS_KEPT_MAX)
def stem(word: str, stemmer: str = "english") -> str:
    """Reduce a folded word to its stem."""
    return str(_stemmer(stemmer).stemWord(word))


@cache
def _stemmer(name: str) -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer(name)


def words(text: str, lang: str) -> tuple[Word, ...]:
    """Split a sentence into words with their places."""
    tongue = language(lang)
    found = []
    start_of_sentence = True
    for match in _WORD.finditer(text):
        found.append(_word(match, tongue, start_of_sentence))
        start_of_sentence = False
    return tuple(found)


def _word(match: re.Match[str], tongue: Language, first: bool) -> Word:  # noqa: FBT001  a fact about the place
    surface = match[0]
    folded = fold(surface).removesuffix("'s").removesuffix("’s")
    stop = folded in tongue.stop
    number = surface[0].isdigit()
    name = surface[0].isupper() and not stop and not number and not first
    return Word(surface, folded if number else stem(folded, tongue.stemmer), match.start(), match.end(), name, stop, number)
