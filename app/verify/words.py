"""Words of a sentence: folded, stemmed, put into concepts that the languages share, with the words that carry no subject marked."""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import snowballstemmer

from app.verify.unspaced import is_unspaced, pieces

# Vowel signs of Arabic and Indian scripts, which no regular expression takes for letters.
_SIGNS = "\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_SIGNS}])*(?:['’.&-][^\W_](?:[^\W_]|[{_SIGNS}])*)*")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_LETTERS_AND_SIGNS = re.compile(rf"(?:[^\W\d_]|[{_SIGNS}]){{2,}}")
_STEMS_KEPT_MAX = 200_000
# Sentences looked at again for the next claim of the same page.
_TEXTS_KEPT_MAX = 4096
_FOLDED = ("stop", "negation", "denial", "doubt", "up", "down", "above", "of", "places", "joins", "more", "less", "pointing")


# Where every noun has a capital, it tells no name.
NOUNS_CAPITAL = ("de",)


@dataclass(frozen=True, slots=True)
class Language:
    """What judging knows of one language; the word lists are folded. `concepts` maps a stem to what all languages call alike."""

    code: str
    stemmer: str
    stop: frozenset[str]
    negation: frozenset[str]
    denial: frozenset[str]
    doubt: frozenset[str]
    up: frozenset[str]
    down: frozenset[str]
    above: frozenset[str]
    of: frozenset[str]
    places: frozenset[str]
    joins: frozenset[str]
    more: frozenset[str]
    less: frozenset[str]
    pointing: frozenset[str]
    baseline: tuple[str, ...]
    former: tuple[str, ...]
    before: tuple[str, ...]
    bare_years: bool
    stops: re.Pattern[str]
    counters: re.Pattern[str]


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
    lists = {key: frozenset(fold(data.get(key, "")).split()) for key in _FOLDED}
    return Language(
        known.name.removesuffix(".json"),
        data["stemmer"],
        **lists,
        baseline=_phrases(data["baseline"]),
        former=_phrases(data.get("former", "")),
        before=_phrases(data.get("before", "")),
        bare_years=bool(data.get("bare_years", "")),
        stops=_any_of(lists["stop"]),
        counters=_any_of(frozenset(fold(data.get("counters", "")).split()), repeated=True),
    )


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(phrase for phrase in listed.split("|") if phrase)


def _any_of(listed: frozenset[str], *, repeated: bool = False) -> re.Pattern[str]:
    """Match any of the words, the longest first; nothing where there are none."""
    choice = "|".join(sorted(map(re.escape, listed), key=lambda word: (-len(word), word)))
    return re.compile(f"(?:{choice})+" if choice and repeated else choice or r"(?!)")


def detect(text: str) -> str:
    """Guess a text's language by its script or its function words; "" when hardly any speak for one, or two speak alike."""
    script = _by_script(text[:_DETECT_CHARS_MAX])
    if script:
        return script
    found = [fold(word) for word in _WORD.findall(text[:_DETECT_CHARS_MAX])]
    scores = sorted(((sum(_tells(word, code) for word in found), code) for code in _CODES), reverse=True)
    (best, code), (second, _) = scores[0], scores[1]
    return code if best >= _DETECT_WORDS_MIN and best > second * _DETECT_LEAD else ""


def _by_script(text: str) -> str:
    """Return the language that mostly writes so; "" for Latin letters. Kana among Han characters is Japanese."""
    if text.isascii():
        return ""
    letters = sum(map(str.isalpha, text))
    found = ((len(pattern.findall(text)), code) for pattern, code in _SCRIPTS)
    return next((code for count, code in found if count and count >= letters * _SCRIPT_SHARE_MIN), "")


# Kana need not be many to tell Japanese from Chinese; a page of numbers and units holds Latin letters besides its own.
_SCRIPT_SHARE_MIN = 0.15
_SCRIPTS = tuple(
    (re.compile(f"[{letters}]"), code)
    for letters, code in (
        ("\u3041-\u30fa", "ja"), ("\u3400-\u9fff", "zh"), ("\u0400-\u04ff", "ru"), ("\u0620-\u06ff", "ar"), ("\u0900-\u097f", "hi"),
    )
)  # fmt: skip


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
    return "".join(c for c in decomposed if not unicodedata.combining(c) or c in _VOICED_OR_VIRAMA)


# A sign of voice tells one kana from another, a virama one syllable; accents do not.
_VOICED_OR_VIRAMA = "\u3099\u309a\u094d"


@lru_cache(maxsize=_STEMS_KEPT_MAX)
def stem(word: str, code: str = "en") -> str:
    """Reduce a folded word to the concept it names ("fatalities" and "Todesfälle" to "death"), else to its stem."""
    concepts = _concepts(code)
    reduced = _stemmer(language(code).stemmer)(word)
    return concepts.get(word) or concepts.get(reduced) or reduced


def stems_of(text: str, code: str) -> list[str]:
    """Return the stems of a text's words of two letters or more, in order; of scripts without blanks, those of its pieces."""
    folded = fold(text)
    if folded.isascii():
        return [stem(word, code) for word in _LETTERS.findall(folded)]
    if is_unspaced(folded):
        tongue = language(code)
        return [stem(piece.text, code) for piece in pieces(folded, tongue.stops, tongue.counters) if not piece.number]
    return [stem(word, code) for word in _LETTERS_AND_SIGNS.findall(folded)]


@cache
def _stemmer(name: str) -> Callable[[str], str]:
    """Return a Snowball stemmer's method; where a language has none, what leaves words as they are."""
    return snowballstemmer.stemmer(name).stemWord if name else str


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
                found.setdefault(stemmer(word), concept)
    return found


@lru_cache(maxsize=_TEXTS_KEPT_MAX)
def words(text: str, lang: str) -> tuple[Word, ...]:
    """Split a sentence into words with their places."""
    code = language(lang).code
    found = []
    first = True
    for match in _WORD.finditer(text):
        surface = match[0]
        if is_unspaced(surface):
            found += _unspaced(match, code)
            first = False
            continue
        root, stop, number = _facts(surface, code)
        name = not (first or stop or number) and surface[0].isupper()
        found.append(Word(surface, root, match.start(), match.end(), name, stop, number))
        first = False
    if len(found) > 1 and found[1].name and found[0].text[0].isupper() and not (found[0].stop or found[0].number):
        found[0] = found[0]._replace(name=True)
    return tuple(found)


def _unspaced(match: re.Match[str], code: str) -> list[Word]:
    tongue = language(code)
    found = pieces(match[0], tongue.stops, tongue.counters)
    at = match.start()
    return [Word(p.text, fold(p.text), at + p.start, at + p.end, number=p.number) for p in found]


@lru_cache(maxsize=_STEMS_KEPT_MAX)
def _facts(surface: str, code: str) -> tuple[str, bool, bool]:
    folded = fold(surface).removesuffix("'s").removesuffix("’s")
    number = surface[0].isdigit()
    return folded if number else stem(folded, code), folded in language(code).stop, number
