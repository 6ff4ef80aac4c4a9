"""Two digits next to each other that mean a range: "三四十人" is 30 to 40, "iki üç yıl" two to three."""

from decimal import Decimal

from app.quantities.lexicon import Class
from app.quantities.numeral import Numeral
from app.quantities.sentence import Sentence
from app.quantities.tokens import Shape

_SCALES_MAX = 3


def neighbours(sentence: Sentence, index: int) -> Numeral | None:
    """Read a digit word and the next higher one as the ends of a range; None where more number words stand around them."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    low = _digit(sentence, index)
    if not lexicon.language.neighbours or not low or _is_number(sentence, index - 1):
        return None
    second = index + 2 if tokens[index + 1].text in {"、", "-"} else index + 1
    if _digit(sentence, second) != low + 1:
        return None
    scale, end = 1, second + 1
    for _ in range(_SCALES_MAX):
        if (row := lexicon.numerals.scales.at(tokens, end)) is None:
            break
        scale, end = scale * row[1], row[0]
    if _is_number(sentence, end) or not (scale > 1 or _counts(sentence, end)):
        return None
    unit = Decimal(scale)
    step = f"“{tokens[index].text}” or “{tokens[second].text}” times {scale}"
    return Numeral(
        index, end, low * unit, unit, (step,), high=(low + 1) * unit, in_words=True, scaled=scale >= 1000, scale=unit, about=True
    )  # fmt: skip


def _digit(sentence: Sentence, index: int) -> int:
    word = sentence.lexicon.numerals.single.get(sentence.tokens[index].low)
    return word.value if word is not None and word.role is Class.ADD and 0 < word.value < 10 else 0


def _is_number(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return index >= 0 and (token.shape is Shape.FIGURES or token.low in sentence.lexicon.numerals.single)


def _counts(sentence: Sentence, end: int) -> bool:
    """Tell what is counted: a unit, a counter, or in languages with blanks any noun."""
    lexicon, tokens = sentence.lexicon, sentence.tokens
    if lexicon.measures.units.at(tokens, end) or lexicon.measures.counters.at(tokens, end) or lexicon.measures.coins.at(tokens, end):
        return True
    return not lexicon.language.unspaced and tokens[end].shape is Shape.WORD and tokens[end].low not in lexicon.around.stops
