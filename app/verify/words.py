"""Words of a sentence: folded, stemmed, put into concepts that the languages share, with the words that carry no subject marked."""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_STEMS_KEPT_MAX = 200_000
# Sentences looked at again for the next claim of the same page.
_TEXTS_KEPT_MAX = 4096
_FOLDED = ("stop", "negation", "doubt", "up", "down", "above", "of", "places")


@dataclass(frozen=True, slots=True)
class Language:
    """What judging knows of one language; the word lists are folded. `concepts` maps a stem to what all languages call alike."""

    code: str
    stemmer: str
    stop: frozenset[str]
    negation: frozenset[str]
    doubt: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]
    above: frozenset[str]
    of: frozenset[str]
    places: frozenset[str]
    baseline: tuple[str, ...]


class Word(NamedTuple):
    """One word with its place; `name` is a capitalised word that no sentence start explains."""

    text: str
    stem: str
    start: int
    end: int
    name: bool = False
    stop: bool = False
    number: bool = False


@cache
def language(tag: str) -> Language:
    """Return the language of a BCP 47 tag; an unknown one is read as English."""
    folder = files("app.verify") / "languages"
    path = folder / f"{tag.lower().replace('_', '-').partition('-')[0] or 'en'}.json"
    known = path if path.is_file() else folder / "en.json"
    data = json.loads(known.read_text("utf-8"))
    lists = {key: frozenset(fold(data[key]).split()) for key in _FOLDED}
    return Language(known.name.removesuffix(".json"), data["stemmer"], **lists, baseline=tuple(data["baseline"].split("|")))


def detect(text: str) -> str:
    """Guess a text's language by its function words; "" when hardly any speak for one, or two speak alike."""
    found = [fold(word) for word in _WORD.findall(text[:_DETECT_CHARS_MAX])]
    scores = sorted(((sum(_tells(word, code) for word in found), code) for code in _CODES), reverse=True)
    (best, code), (second, _) = scores[0], scores[1]
    return code if best >= _DETECT_WORDS_MIN and best > second * _DETECT_LEAD else ""


def _tells(word: str, code: str) -> bool:
    return word in language(code).stop or (len(word) > 3 and word in _concepts(code))


_CODES = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "pl", "da", "no")
# A few hundred words are plenty; two words, a quarter more than of any other language, settle a short sentence.
_DETECT_CHARS_MAX = 4000
_DETECT_WORDS_MIN = 2
_DETECT_LEAD = 1.25


def fold(text: str) -> str:
    """Fold case and accents, so that "Überschuß" and "uberschuss" meet."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=_STEMS_KEPT_MAX)
def stem(word: str, code: str = "en") -> str:
    """Reduce a folded word to the concept it names ("fatalities" and "Todesfälle" to "death"), else to its stem."""
    concepts = _concepts(code)
    reduced = str(_stemmer(language(code).stemmer).stemWord(word))
    return concepts.get(word) or concepts.get(reduced) or reduced


@cache
def _stemmer(name: str) -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer(name)


@cache
def _concepts(code: str) -> dict[str, str]:
    """Map folded words and their stems to concept names, which hold "=" or "@" so that no stem equals them."""
    folder = files("app.verify")
    stemmer = _stemmer(language(code).stemmer)
    found: dict[str, str] = {}
    for name in ("concepts.json", "countries.json"):
        for concept, tongues in json.loads((folder / name).read_text("utf-8")).items():
            for word in fold(tongues.get(code, "")).split():
                found.setdefault(word, concept)
                found.setdefault(str(stemmer.stemWord(word)), concept)
    return found


@lru_cache(maxsize=_TEXTS_KEPT_MAX)
def words(text: str, lang: str) -> tuple[Word, ...]:
    """Split a sentence into words with their places."""
    code = language(lang).code
    found = []
    first = True
    for match in _WORD.finditer(text):
        surface = match[0]
        root, stop, number = _facts(surface, code)
        name = not (first or stop or number) and surface[0].isupper()
        found.append(Word(surface, root, match.start(), match.end(), name, stop, number))
        first = False
    if len(found) > 1 and found[1].name and found[0].text[0].isupper() and not (found[0].stop or found[0].number):
        found[0] = found[0]._replace(name=True)
    return tuple(found)


@lru_cache(maxsize=_STEMS_KEPT_MAX)
def _facts(surface: str, code: str) -> tuple[str, bool, bool]:
    folded = fold(surface).removesuffix("'s").removesuffix("’s")
    number = surface[0].isdigit()
    return folded if number else stem(folded, code), folded in language(code).stop, number
