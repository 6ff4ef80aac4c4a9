"""How the words around a number bound it: "over", "at least", "or so" (NUMBERS §3, §5)."""

from app.quantities.quantity import Comparator
from app.quantities.sentence import Sentence
from app.quantities.tokens import Shape, tokenise

# "at least well over about": nobody writes more.
_WORDS_MAX = 4
_VERB_REACH = 6
# The bound next to the number rules: "over less than 230" is less than.
_DIRECTED = frozenset({Comparator.MORE_THAN, Comparator.LESS_THAN, Comparator.AT_LEAST, Comparator.AT_MOST})
# "averaged over 65 reviewers" bounds nothing.
_AVERAGED = frozenset(["averaged", "averaging", "average", "mean", "median", "summed", "spread", "calculated", "measured", "computed"])
_ELIDED = frozenset({"d'un", "d'une"})
_SIGNS = frozenset({"$", "€", "£", "¥", "₹"})
_STRENGTH = (
    Comparator.EXACT,
    Comparator.EXACTLY,
    Comparator.ABOUT,
    Comparator.NEARLY,
    Comparator.AT_MOST,
    Comparator.AT_LEAST,
    Comparator.LESS_THAN,
    Comparator.MORE_THAN,
    Comparator.BETWEEN,
)
# "127 muertos y más de 700": the words belong to the next number.
_ON_TO_NEXT = frozenset({"de", "di", "que", "than", "als", "dan", "do", "чем", "niż", "än"})


def before(sentence: Sentence, first: int) -> tuple[int, Comparator]:
    """Read the comparators that end just before token `first`: (first token of them, the strongest)."""
    bounds = sentence.lexicon.bounds
    tokens, floor = sentence.tokens, sentence.floor
    comparator, at = Comparator.EXACT, first
    for _ in range(_WORDS_MAX):
        skip = at - 1 if at - 1 > floor and tokens[at - 1].low in bounds.articles else at
        found = bounds.before.before(tokens, at, floor) or (bounds.before.before(tokens, skip, floor) if skip != at else None)
        found = found or _elided(sentence, at)
        if found is not None:
            if (
                _is_direction(sentence, found[0])
                or _is_movement(sentence, found[0], skip if skip == found[0] + 1 else at)
                or comparator in _DIRECTED
                or sentence.before(found[0]).low in _AVERAGED
            ):
                break
            at = found[0]
            comparator = stronger(comparator, found[1])
            continue
        softener = bounds.softeners.before(tokens, at, floor) if at < first else None
        if softener is None:
            break
        at = softener[0]
    return at, comparator


def _elided(sentence: Sentence, at: int) -> tuple[int, Comparator] | None:
    """Read "près d'un tiers": the "de" of the bound is part of the number's article."""
    if sentence.before(at).low in _ELIDED and at - 1 > sentence.floor:
        at -= 1  # "moins d'un million": the scale is the number
    if not sentence.tokens[at].low.startswith("d'") or at <= sentence.floor:
        return None
    start = max(sentence.floor, at - _WORDS_MAX)
    ahead = [*sentence.tokens[start:at], *tokenise("de")]
    found = sentence.lexicon.bounds.before.before(ahead, at - start + 1)
    return (start + found[0], found[1]) if found is not None else None


def _is_movement(sentence: Sentence, start: int, end: int) -> bool:
    """Tell "sank um 5,9 Prozent", "steeg tot 453.000": after a verb of change the word is "by" or "to" and bounds nothing."""
    around, tokens = sentence.lexicon.around, sentence.tokens
    word = tokens[start].low
    if end != start + 1 or (word not in around.by and word not in around.to):
        return False
    return any(token.low in around.rise or token.low in around.fall for token in tokens[max(0, start - _VERB_REACH) : start])


def _is_direction(sentence: Sentence, index: int) -> bool:
    """Tell "15 and above 20" is a bound, "the above 5 points" and "above-average 5" are not."""
    token, after = sentence.tokens[index], sentence.tokens[index + 1]
    return after.text == "-" and after.glued and token.shape is Shape.WORD


def after(sentence: Sentence, end: int) -> tuple[int, Comparator]:
    """Read a bound after the number: (index after it, comparator); EXACT when there is none."""
    tokens, bounds = sentence.tokens, sentence.lexicon.bounds
    found = bounds.after.at(tokens, end)
    if found is None and tokens[end].text == "-" and tokens[end].glued and tokens[end + 1].glued:
        found = bounds.after.at(tokens, end + 1)  # "100-odd people"
    if found is None:
        return end, Comparator.EXACT
    token = tokens[found[0] - 1]
    if token.text == "+" and not token.glued:
        return end, Comparator.EXACT
    following = tokens[found[0]]
    counts = following.low in sentence.lexicon.numerals.single and not sentence.lexicon.language.unspaced
    if following.shape is Shape.FIGURES or counts or following.low in _ON_TO_NEXT or following.text in _SIGNS:
        return end, Comparator.EXACT  # "12 albums and over 9 million singles": the bound of the next number
    return found


def stronger(one: Comparator, other: Comparator) -> Comparator:
    return max(one, other, key=_STRENGTH.index)
