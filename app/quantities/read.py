"""Text -> quantities: the entrance of the room."""

import re
import sys
from bisect import bisect_right
from dataclasses import replace

from app.quantities import times
from app.quantities.detect import Guess, detect, may_hold_number
from app.quantities.lexicon import Lexicon, lexicon
from app.quantities.normalise import normalise
from app.quantities.numeral import VULGAR, Mark
from app.quantities.opaque import opaque_spans
from app.quantities.quantity import Aside, Hints, Kind, Quantity
from app.quantities.reading import Found, read_at
from app.quantities.roles import with_role
from app.quantities.sentence import Sentence
from app.quantities.specials import special_at
from app.quantities.stretch import NO_YEAR, Stretch
from app.quantities.tokens import Shape, Token, tokenise
from app.quantities.tying import tie

# Raised whenever a text may be read differently than before; verdicts keep it.
RULE_VERSION = "q3"
# A block of text longer than this, or with more places where a number could begin, is a table or an attack: what comes after
# is set aside with that reason, so that the longest text is read in about a second (measured: 250,000 figures in a row 0.9 s).
TEXT_CHARS_MAX = 300_000
CANDIDATES_MAX = 6_000
# "Almost half (43 %)": words and figure may be this many percentage points apart and still be one.
_TOLD_TWICE = 10
_NO_HINTS = Hints()


def read(text: str, lang: str = "", hints: Hints = _NO_HINTS) -> tuple[Quantity, ...]:
    """Read every quantity of a sentence or paragraph, in order of place; never raises (NUMBERS §1 to §4).

    `lang` is a language tag, "" when unknown; `hints` is what the document knows.
    """
    return _scan(text, lang, hints)[0]


def asides(text: str, lang: str = "", hints: Hints = _NO_HINTS) -> tuple[Aside, ...]:
    """List figures and number words that are no quantity, each with the reason, in order of place."""
    return _scan(text, lang, hints)[1]


def dates(text: str, lang: str = "", hints: Hints = _NO_HINTS) -> tuple[Quantity, ...]:
    """Read every date of a text as a DATE quantity, also those without a year (year 1, grain "month_day").

    `times[0]` is the period with its role; `noun` its grain; BEFORE and AFTER also show in `comparator`.
    """
    plain = normalise(text[:TEXT_CHARS_MAX])
    words = lexicon(lang or detect(plain.text).code)
    sentence = Sentence(text, plain, tokenise(plain.text), words, _mark(words, hints, told=True), hints)
    return tuple(times.quantity(sentence, stretch) for stretch in times.stretches(sentence))


def _sentence(text: str, lang: str, hints: Hints) -> Sentence | None:
    """The text ready to be read; None when a first look finds no number in it."""
    plain = normalise(text[:TEXT_CHARS_MAX])
    guess = Guess(lang, told=True) if lang else detect(plain.text)
    words = lexicon(guess.code)
    if not may_hold_number(plain.text, words):
        return None
    sentence = Sentence(text, plain, tokenise(plain.text), words, _mark(words, hints, told=guess.told), hints)
    if len(text) > TEXT_CHARS_MAX:
        sentence.asides.append(Aside(text[TEXT_CHARS_MAX:], TEXT_CHARS_MAX, len(text), f"longer than {TEXT_CHARS_MAX} characters"))
    return sentence


def _scan(text: str, lang: str, hints: Hints) -> tuple[tuple[Quantity, ...], tuple[Aside, ...]]:
    sentence = _sentence(text, lang, hints)
    if sentence is None:
        return (), ()
    tokens = sentence.tokens
    opaque = opaque_spans(sentence.plain.text)
    dates = [stretch for stretch in times.stretches(sentence) if not opaque or not _inside(tokens, stretch.start, opaque)]
    found = _numbers(sentence, dates, opaque)
    kept = [stretch for stretch in dates if stretch.first.year != NO_YEAR]
    found = tie(sentence, found, kept, [times.quantity(sentence, stretch).times[0] for stretch in kept])
    return tuple(item.quantity for item in found), tuple(sentence.asides)


def _numbers(sentence: Sentence, dates: list[Stretch], opaque: list[tuple[int, int]]) -> list[Found]:
    """Read number after number, stepping over dates and addresses."""
    tokens = sentence.tokens
    found: list[Found] = []
    pending = dates[::-1]
    at = 0
    for index in _candidates(tokens, sentence.lexicon):
        while pending and pending[-1].start <= index:
            stretch = pending.pop()
            if stretch.start < sentence.floor:
                continue
            at = sentence.floor = max(stretch.end, at)
            _keep_date(sentence, stretch, found)
        if index < at:
            continue
        if opaque and (end := _inside(tokens, index, opaque)):
            sentence.set_aside(index, end, "part of an address or of code")
            at = sentence.floor = end
            continue
        result = special_at(sentence, index) or read_at(sentence, index)
        if isinstance(result, int) or result.first < sentence.floor:
            at = max(result, index + 1) if isinstance(result, int) else max(at, index + 1)
            continue
        _append(sentence, found, with_role(sentence, result))
        at = sentence.floor = result.end
    for stretch in reversed(pending):
        if stretch.start >= sentence.floor:
            _keep_date(sentence, stretch, found)
    return found


def _append(sentence: Sentence, found: list[Found], item: Found) -> None:
    """Add a quantity; "almost half (43 %)" tells one number twice, and the figure rules."""
    last = found[-1] if found else None
    share = last is not None and last.quantity.unit == "share" and item.quantity.kind is Kind.PERCENT and last.end == item.first - 1
    if (
        last is None
        or not share
        or sentence.tokens[last.end].text != "("
        or abs(last.quantity.value * 100 - item.quantity.value) > _TOLD_TWICE
    ):
        found.append(item)
        return
    closed = sentence.tokens[item.end].text == ")"
    start, end = last.quantity.start, item.quantity.end
    end = sentence.plain.original_end(sentence.tokens[item.end].end) if closed else end
    steps = (*item.quantity.steps, f"the words “{last.quantity.surface}” tell the same")
    quantity = replace(item.quantity, surface=sentence.text[start:end], start=start, end=end, steps=steps)
    found[-1] = replace(item, quantity=quantity, first=last.first, end=item.end + closed)


def _keep_date(sentence: Sentence, stretch: Stretch, found: list[Found]) -> None:
    """A date with its year is a quantity; a day without a year, a decade or a "last week" only orders the others."""
    if stretch.grain in {"month_day", "month_of_year", "decade", "week", "century"}:
        sentence.set_aside(stretch.start, stretch.end, f"a {stretch.grain.replace('_', ' ')}")
    else:
        found.append(Found(times.quantity(sentence, stretch), stretch.start, stretch.end))


def _candidates(tokens: list[Token], words: Lexicon) -> list[int]:
    """Tokens at which a number may begin: the cheap first look that most of a text does not pass."""
    triggers, glued = words.triggers, words.language.glued
    articles = words.numerals.articles if words.numerals.whole else frozenset[str]()
    units = words.measures.unit_starts
    found = [
        index
        for index, token in enumerate(tokens)
        if token.shape is Shape.FIGURES
        or token.low in triggers
        or token.text in VULGAR
        or (token.low in articles and (tokens[index + 1].low in units))
        or (glued and token.shape is Shape.WORD and len(token.low) > 5)
    ]
    return found[:CANDIDATES_MAX]


def _inside(tokens: list[Token], index: int, spans: list[tuple[int, int]]) -> int:
    """Index after the last token of the opaque span that holds token `index`; 0 when none does."""
    place = tokens[index].start
    at = bisect_right(spans, (place, sys.maxsize)) - 1
    if at < 0 or place >= spans[at][1]:
        return 0
    end = index + 1
    while tokens[end].shape is not Shape.END and tokens[end].start < spans[at][1]:
        end += 1
    return end


def _mark(words: Lexicon, hints: Hints, *, told: bool) -> Mark:
    """The decimal mark: the document's vote, else the language's; sure unless nothing tells the language."""
    if hints.decimal_mark is not None:
        return Mark(hints.decimal_mark, sure=True)
    return Mark(words.language.decimal_mark, sure=told)


def vote(text: str, lang: str = "") -> Hints:
    """Let a document's unambiguous numbers settle its decimal mark, with its language's own mark ahead by a few of them."""
    marks = {".": 0, ",": 0}
    language = lexicon(lang).language
    if lang and not language.mixed_marks:
        marks[language.decimal_mark] += _LANGUAGE_VOTES
    for token in tokenise(normalise(text[:TEXT_CHARS_MAX]).text):
        if token.shape is Shape.FIGURES and (mark := _unambiguous(token.text)):
            marks[mark] += 1
    if marks["."] != marks[","]:
        return Hints(decimal_mark=max(marks, key=lambda sign: marks[sign]))
    return Hints(decimal_mark=language.decimal_mark if lang and not language.mixed_marks else None)


# A German page names a version 3.11 or a time 14.30 once or twice, and still writes 1.500 for fifteen hundred.
_LANGUAGE_VOTES = 2


# Indian groups have two digits but for the last.
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{2,3})(?:\1\d{2,3})*\1\d{3}")


def _unambiguous(lexeme: str) -> str:
    """The decimal mark that a figure proves, "" when it proves none."""
    points, commas = lexeme.count("."), lexeme.count(",")
    if points + commas == 0 or (points > 1 and commas > 1):
        return ""
    if points and commas:
        return "." if lexeme.rfind(".") > lexeme.rfind(",") else ","
    if points + commas > 1:
        # "1.234.567" proves its points to part groups; an address (127.0.0.1), a version (2.1.3), a day (12.03.2024) prove nothing.
        return ("," if points else ".") if _GROUPED.fullmatch(lexeme) else ""
    mark = "." if points else ","
    return mark if len(lexeme) - lexeme.rfind(mark) - 1 in {1, 2} else ""
