"""Which language a text is in, told cheaply by its words; and whether it may hold a number at all."""

import re
from functools import cache
from typing import NamedTuple

from app.quantities.compound import pieces
from app.quantities.languages import LANGUAGES
from app.quantities.lexicon import Lexicon
from app.quantities.numeral import VULGAR
from app.quantities.phrases import words

# More words than a long sentence has do not make the guess surer.
_WORDS_MAX = 400
_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(rf"[\d{''.join(VULGAR)}]")
_GLUED_CHARS_MIN = 5
# Divisible by the number of languages that share a word, up to four.
_WEIGHT = 12
_SILENT: tuple[int, tuple[str, ...]] = (0, ())


class Guess(NamedTuple):
    """A language code, and whether any word spoke for it."""

    code: str
    told: bool


@cache
def _evidence() -> dict[str, tuple[int, tuple[str, ...]]]:
    """Word -> what it weighs and the languages that have it; a word of one language says more than one of five."""
    found: dict[str, list[str]] = {}
    for code, language in LANGUAGES.items():
        if "-" in code:
            continue  # a regional variant has the words of its language
        phrases = (
            language.stops, language.rise, language.fall, language.clock, language.hundred, language.percent, language.range_to,
            language.range_and, language.between, *language.numbers.values(), *language.units.values(), *language.months,
            *language.scales.values(), *language.before.values(), *language.after.values(), *language.denominators.values(),
            *language.currencies.values(), *language.subunits.values(), *language.vague.values(), *language.ordinals.values(),
        )  # fmt: skip
        own = {word for text in phrases for phrase in words(text) for word in _WORD.findall(phrase)} | set(language.telltale.split())
        for word in own:
            found.setdefault(word, []).append(code)
    return {word: (_WEIGHT // len(codes), tuple(codes)) for word, codes in found.items()}


def detect(text: str) -> Guess:
    """Guess the language of plain text; English when nothing tells (`told` False)."""
    evidence = _evidence()
    score = dict.fromkeys(LANGUAGES, 0)
    for word in _WORD.findall(text[: _WORDS_MAX * 8].lower())[:_WORDS_MAX]:
        weight, codes = evidence.get(word, _SILENT)
        for code in codes:
            score[code] += weight
    if not text.isascii():
        _count_script(text[: _WORDS_MAX * 8], score)
    best = max(score, key=lambda code: score[code])
    return Guess(best, told=True) if score[best] else Guess("en", told=False)


_KANA = re.compile(r"[\u3041-\u30ff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("pt", re.compile(r"[ãõ]")),
    ("es", re.compile(r"[ñ¿¡]")),
    ("de", re.compile(r"[ßüöä]")),
    ("sv", re.compile(r"[åöä]")),
    ("pl", re.compile(r"[łżźśćńąę]")),
    ("tr", re.compile(r"[şğıöü]")),
    ("fr", re.compile(r"[èêâîôûœçé]")),
)


# Scripts of one language here; letters with marks only lean towards those that write them.
_LEANS = 6
_SCRIPT_ALONE = frozenset({"ko", "ru", "ar", "hi"})


def _count_script(text: str, score: dict[str, int]) -> None:
    """Scripts speak louder than words: each letter counts."""
    kana = len(_KANA.findall(text))
    score["ja"] += kana * 3 * _WEIGHT
    if not kana:
        score["zh"] += len(_HAN.findall(text)) * 2 * _WEIGHT
    lowered = text.lower()
    for code, script in _SCRIPTS:
        score[code] += len(script.findall(lowered)) * (_WEIGHT if code in _SCRIPT_ALONE else _LEANS)


@cache
def _triggers(words_of: Lexicon) -> frozenset[str]:
    """Single words without which, and without figures, no number can stand."""
    pieces_of = {piece for word in words_of.triggers if "'" in word for piece in word.split("'")}
    starts = words_of.triggers | pieces_of
    starts |= words_of.calendar.last.firsts() | words_of.calendar.this.firsts() | words_of.calendar.next.firsts()
    return starts | (words_of.numerals.articles if words_of.numerals.whole else frozenset())


def may_hold_number(text: str, words_of: Lexicon) -> bool:
    """The fast way out: False only when neither a figure nor a number word stands in the text."""
    if _FIGURE.search(text) or words_of.language.code in {"zh", "ja", "ko", "hi", "ar"}:
        return True
    found = set(_WORD.findall(text.lower()))
    if not found.isdisjoint(_triggers(words_of)):
        return True
    return words_of.language.glued and any(len(word) > _GLUED_CHARS_MIN and _is_glued_number(word, words_of) for word in found)


def _is_glued_number(word: str, words_of: Lexicon) -> bool:
    """A number word written in one, or one with an ending ("zehnfach", "veinteavos")."""
    endings = (*words_of.numerals.fold, *words(words_of.language.denominator_endings))
    return bool(pieces(word, words_of)) or word.endswith(endings)
