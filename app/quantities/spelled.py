"""Numbers in words: "two hundred and fifty thousand", "zweihundertfünfzig", "quatre-vingt-dix", "三亿五千万"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.quantities.compound import pieces
from app.quantities.lexicon import ENGLISH, Class, Grammar, Lexicon, Word
from app.quantities.numeral import Numeral
from app.quantities.tokens import END, Shape, Token

_LARGEST = 10**30
_DECIMALS_MAX = 20


class Sum:
    """Adds number words up. `room` is what the next word must stay below; a scale multiplies what is smaller before it."""

    def __init__(self, grammar: Grammar = ENGLISH) -> None:
        self.parts: list[tuple[int, int]] = []
        self.group = 0
        self.room = 1000
        self.ulp = 1
        self.started = False
        self.grammar = grammar
        # The last digit and the scale right before it: "三万五".
        self.tail = (0, 0)
        self.scale_before = 0

    def take(self, word: Word) -> bool:
        """Add a word; False when it does not fit what came before."""
        match word.role:
            case Class.ADD:
                taken = self._add(word.value)
            case Class.HUNDRED:
                taken = self._hundred()
            case Class.SCALE:
                taken = self._scale(word.value)
        self.started = self.started or taken
        self.tail = (word.value, self.scale_before) if word.role is Class.ADD and word.value < 10 else (0, 0)
        self.scale_before = 0 if word.role is Class.ADD else word.value
        return taken

    def _add(self, value: int) -> bool:
        if self.grammar.units_first and 20 <= value < 100 and 0 < self.group % 100 < 10:
            self.room = 100
        if value >= 1000 and not self.started:  # a dual: "ألفان"
            self.parts.append((1000, value))
            return True
        if value >= self.room or (value == 0 and self.started):
            return False
        self.group += value
        self.ulp = 1
        if value >= 100:
            self.room = 100
        elif value % 10 == 0 and (value >= 20 or (value == 10 and self.grammar.on_from_ten)):
            self.room = 20 if value in self.grammar.vigesimal else 10
        else:
            self.room = 1
        return True

    def _hundred(self) -> bool:
        if self.group > self.grammar.hundreds_max or (self.group == 0 and self.room < 1000):
            return False
        self.group = max(self.group, 1) * 100
        self.room = 100
        self.ulp = 1
        return True

    def _scale(self, value: int) -> bool:
        below, kept = self.group, len(self.parts)
        while kept and self.parts[kept - 1][0] < value:
            kept -= 1
            below += self.parts[kept][1]
        if below and kept and self.parts[kept - 1][0] == value:
            return False  # a second million begins another number
        del self.parts[kept:]
        if below == 0 and self.parts:
            if self.parts[-1][0] != value or value < 1000:
                return self._start_again(value)
            below = self.parts.pop()[1]
        if below * value >= _LARGEST:
            return False
        self.parts.append((value, max(below, 1) * value))
        self.group, self.room, self.ulp = 0, min(1000, value), value
        return True

    def _start_again(self, value: int) -> bool:
        """Read "one million thousand" is no number, "两千零十" and "un millón mil" are: a bare scale after a larger one counts once."""
        if not self.grammar.bare_scales or value > 1000 or self.parts[-1][0] <= value:
            return False
        self.parts.append((value, value))
        self.room, self.ulp = value, value
        return True

    def count_tail(self) -> None:
        """Let a last digit count tenths of the hundred or more before it."""
        digit, scale = self.tail
        if scale >= 100:
            self.group += digit * (scale // 10 - 1)

    @property
    def value(self) -> int:
        return sum(part for _, part in self.parts) + self.group

    @property
    def scale(self) -> int:
        return self.parts[-1][0] if self.parts and not self.group else 1


def in_words(tokens: Sequence[Token], index: int, lexicon: Lexicon, *, joined: bool = True) -> Numeral | None:
    """Read number words at `index`; `joined` False stops at "and" ("between one hundred and two hundred")."""
    running = Sum(lexicon.numerals.grammar)
    at = index
    while True:
        start = at if at == index else _over_joiner(tokens, at, lexicon, running.room, joined=joined)
        if start > at:
            running.scale_before = 0
        step = start if start < 0 else _take(tokens, start, lexicon, running)
        if step <= start:
            break
        at = step
    if at == index:
        return None
    if lexicon.language.tail_tenths:
        running.count_tail()
    value, scale = Decimal(running.value), running.scale
    step_text = f"“{' '.join(token.text for token in tokens[index:at])}” is {value}"
    scaled = bool(running.parts) and running.parts[0][0] >= 1000
    found = Numeral(index, at, value, Decimal(running.ulp), (step_text,), in_words=True, scaled=scaled, scale=Decimal(scale))
    return _decimals(tokens, found, lexicon) if tokens[at].low in lexicon.numerals.point else found


def _over_joiner(tokens: Sequence[Token], at: int, lexicon: Lexicon, room: int, *, joined: bool) -> int:
    """Index of the next number word, past a hyphen or an "and" that joins; -1 when nothing may follow."""
    token = tokens[at]
    if token.text == "-" and (token.glued == tokens[at + 1].glued):
        return at + 1 if token.glued or room == 10 else -1
    if token.low in lexicon.numerals.joiners:
        english = lexicon.language.code == "en"
        counts_on = room == 10 and lexicon.language.code not in {"en", "fr"} and lexicon.numerals.denominators.at(tokens, at + 1) is None
        if not joined or (english and room < 100 and room != 10) or (not counts_on and starts_fraction(tokens, at + 1, lexicon)):
            return -1
        following = _word_at(tokens, at + 1, lexicon)
        glued = lexicon.language.glued and lexicon.numerals.words.at(tokens, at + 1) is None
        fits = following is not None and (following.role is Class.ADD or glued) and 0 < following.value < room + glued
        return at + 1 if fits and not (room == 10 and english and tokens[at - 1].low != "twenty") else -1
    return at if token.shape is Shape.WORD else -1


def _word_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Word | None:
    """Number word at `at`; of words glued together the first."""
    found = lexicon.numerals.words.at(tokens, at)
    if found is not None or not lexicon.language.glued or tokens[at].shape is not Shape.WORD:
        return found and found[1]
    parts = pieces(tokens[at].low, lexicon)
    return parts[0] if parts else None


def starts_fraction(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Tell "and three quarters" from "and three": a proper fraction after "and" makes a mixed number."""
    start = index + 1 if tokens[index].text == "-" else index
    word = lexicon.numerals.words.at(tokens, start)
    if word is None:
        return lexicon.numerals.denominators.at(tokens, start) is not None
    at, numerator = start, Sum(lexicon.numerals.grammar)
    while word is not None and numerator.take(word[1]):
        at = word[0] + 1 if tokens[word[0]].text == "-" else word[0]
        denominator = lexicon.numerals.denominators.at(tokens, at)
        if denominator is not None:
            return 0 < numerator.value < denominator[1]
        word = lexicon.numerals.words.at(tokens, at)
    return False


def _take(tokens: Sequence[Token], at: int, lexicon: Lexicon, running: Sum) -> int:
    """Add the word at `at`; returns the index after it, or `at` when it does not fit."""
    found = lexicon.numerals.words.at(tokens, at)
    if found is not None:
        return found[0] if running.take(found[1]) else at
    if lexicon.language.glued and tokens[at].shape is Shape.WORD:
        parts = pieces(tokens[at].low, lexicon)
        if parts and all(running.take(part) for part in parts):
            return at + 1
    return at


def _decimals(tokens: Sequence[Token], found: Numeral, lexicon: Lexicon) -> Numeral:
    """Read "nine point nought four" digit by digit, "two hundred point seventy-one" as a number."""
    digits = ""
    at = found.end + 1
    while (
        (word := lexicon.numerals.single.get(tokens[at].low)) is not None
        and word.role is Class.ADD
        and word.value < 10
        and len(digits) < _DECIMALS_MAX
    ):
        digits += str(word.value)
        at += 1
    if len(digits) <= 1 or "0" in digits[:1]:
        rest = in_words(tokens, at if digits else found.end + 1, lexicon, joined=True)
        if rest is not None and (not digits or digits == "0"):
            digits, at = digits + str(rest.value), rest.end
        elif rest is not None and rest.value >= 1000 and lexicon.numerals.scales.at(tokens, at) is None:
            return found
    if not digits or (tokens[found.end].low == "con" and not _ends_clause(tokens[at], lexicon)):
        return found
    value = Decimal(f"{found.value}.{digits}")
    return replace(found, end=at, value=value, ulp=Decimal(1).scaleb(-len(digits)), whole=False, steps=(f"in words {value}",))


def _ends_clause(token: Token, lexicon: Lexicon) -> bool:
    return token.shape in {Shape.MARK, Shape.END} or token is END or token.low == "por" or token.low in lexicon.measures.shares.firsts()
