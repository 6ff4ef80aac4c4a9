"""The number at a token, whatever it is written in: figures, words, fractions, vague plurals."""

from dataclasses import replace
from decimal import Decimal

from app.quantities import fraction
from app.quantities.figures import in_figures
from app.quantities.neighbours import neighbours
from app.quantities.numeral import Numeral
from app.quantities.scale import and_a_half, scaled
from app.quantities.sentence import Sentence
from app.quantities.spelled import in_words
from app.quantities.tokens import Shape

_NOTE_BEFORE = frozenset({"in", "en", "us", "per"})


def number_at(sentence: Sentence, index: int, *, money: bool = False, joined: bool = True) -> Numeral | None:
    """Read a bare number at `index`, with fraction, scale and "one in five"."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    token = tokens[index]
    if token.shape is Shape.FIGURES:
        number = in_figures(tokens, index, sentence.mark)
    elif token.shape is Shape.MARK:
        return fraction.vulgar(tokens, index)
    else:
        if _is_unit_note(sentence, index) or lexicon.numerals.minus.at(tokens, index) is not None:
            return None
        number = _vague(sentence, index) or _tenths(sentence, index) or _shifted(sentence, index) or neighbours(sentence, index)
        number = number or in_words(tokens, index, lexicon, joined=joined)
        if number is None:
            found = _dozen(sentence, index) or fraction.bare(tokens, index, lexicon)
            return found and fraction.of_percent(tokens, fraction.of_scale(tokens, found, lexicon), lexicon, sentence.mark)
    if number is None:
        return None
    if number.in_words and not number.vague:
        number = fraction.of_scale(tokens, fraction.of_number(tokens, number, lexicon), lexicon)
    number = fraction.of_percent(tokens, number, lexicon, sentence.mark)
    if not number.part:
        number = and_a_half(tokens, number, lexicon) if joined else number
    number = scaled(tokens, number, lexicon, money=money)
    number = and_a_half(tokens, number, lexicon) if number.scaled and joined else number
    return fraction.one_in(tokens, number, lexicon, sentence.mark)


def _is_unit_note(sentence: Sentence, index: int) -> bool:
    """Tell "in million dollars", "(thousands)", "$ millions": a scale with no number says how a table counts."""
    tokens, numerals = sentence.tokens, sentence.lexicon.numerals
    scale, vague = numerals.scales.at(tokens, index), numerals.vague.at(tokens, index)
    if vague is not None and scale is None and sentence.before(index).low == "in":
        return tokens[vague[0]].text in {")", ""} or sentence.lexicon.measures.coins.at(tokens, vague[0]) is not None
    if scale is None:
        return False
    before = sentence.before(index)
    if tokens[index].low in numerals.one_scales:
        return before.text in {"(", "$", "€", "£", "/", ","} and tokens[scale[0]].text in {")", ",", ""}
    if before.low in _NOTE_BEFORE or before.text in {"(", "$", "€", "£", "/"}:
        return True
    if numerals.scales.at(tokens, scale[0]) is not None and scale[1] < 1000:
        return False  # "hundred thousand dollars"
    bare = numerals.vague.at(tokens, index) is None and before.low not in numerals.articles and before.low not in numerals.countless
    return bare and (scale[1] >= 10**6 or (sentence.lexicon.language.code == "en" and tokens[index + 1].text != "-"))


def _vague(sentence: Sentence, index: int) -> Numeral | None:
    """Read "hundreds of", "several thousand": at least the lower bound, and nobody knows more."""
    tokens, numerals = sentence.tokens, sentence.lexicon.numerals
    row = numerals.vague.at(tokens, index)
    if row is not None:
        end, (low, _) = row
        step = f"“{' '.join(token.text for token in tokens[index:end])}” is {low} or more"
        found = Numeral(index, end, Decimal(low), Decimal(low), (step,), in_words=True, scaled=low >= 1000, vague=True)
        return scaled(tokens, found, sentence.lexicon, money=False) if low < 20 else found
    if sentence.before(index).low not in numerals.countless:
        return None
    scale = numerals.scales.at(tokens, index)
    if scale is None:
        return None
    step = f"“{sentence.before(index).text} {tokens[index].text}” is {scale[1]} or more"
    value = Decimal(scale[1])
    found = Numeral(index, scale[0], value, value, (step,), in_words=True, scaled=value >= 1000, scale=value, vague=True)
    return scaled(tokens, found, sentence.lexicon, money=False)


def _dozen(sentence: Sentence, index: int) -> Numeral | None:
    """Read "a dozen", "une centaine": about so many."""
    count = sentence.lexicon.numerals.dozens.get(sentence.tokens[index].low)
    article = sentence.before(index).low.rpartition("'")[2] in sentence.lexicon.numerals.articles
    if count is None or (not article and sentence.tokens[index].low != "dozen"):
        return None
    step = (f"“{sentence.tokens[index].text}” is about {count}",)
    start = index - 1 if article and index - 1 >= sentence.floor else index
    return scaled(
        sentence.tokens,
        Numeral(start, index + 1, Decimal(count), Decimal(count), step, in_words=True, about=True),
        sentence.lexicon,
        money=False,
    )


def _shifted(sentence: Sentence, index: int) -> Numeral | None:
    """Read "साढ़े तीन लाख" is 3.5 lakh: a word before the number adds or takes a part of its last unit."""
    row = sentence.lexicon.numerals.added_before.at(sentence.tokens, index)
    found = in_words(sentence.tokens, row[0], sentence.lexicon) if row is not None else None
    if row is None or found is None:
        return None
    unit = found.scale if found.scale > 1 else Decimal(100) if found.value % 100 == 0 and found.value else Decimal(1)
    part = Decimal(row[1]) / 100 * unit
    step = f"“{sentence.tokens[index].text}” adds {part:f}"
    return replace(found, start=index, value=found.value + part, ulp=unit / 4, whole=unit > 1, steps=(*found.steps, step))


def _tenths(sentence: Sentence, index: int) -> Numeral | None:
    """Read "anderthalb", "zweieinhalb": number words with a half inside."""
    row = sentence.lexicon.numerals.tenths.at(sentence.tokens, index)
    if row is None:
        return None
    value = Decimal(row[1]) / 10
    return Numeral(index, row[0], value, Decimal("0.1"), (f"“{sentence.tokens[index].text}” is {value}",), in_words=True, whole=False)
