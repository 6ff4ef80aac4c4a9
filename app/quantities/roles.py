"""What a number says of its subject: a level, a change and its direction, a share, a rate (NUMBERS §3)."""

from dataclasses import replace

from app.quantities.quantity import Kind, Quantity, Role
from app.quantities.reading import Found
from app.quantities.sentence import Sentence
from app.quantities.tokens import Shape

# A verb governs a number over this many words: "rose in the first quarter by 5 %".
_BY_REACH = 8
_NEXT_REACH = 3
_POINTS = frozenset({Kind.INDEX, Kind.PERCENTAGE_POINT, Kind.BASIS_POINT})
_THAN = frozenset({"than", "or"})
_OF = frozenset({"of", "von", "de", "di", "van", "der", "des"})


def with_role(sentence: Sentence, found: Found) -> Found:
    """Add role and direction to a quantity from the words before and after it."""
    quantity = found.quantity
    if quantity.kind in {Kind.DATE, Kind.RANK, Kind.ORDINAL} or (quantity.kind is Kind.RATIO and quantity.direction):
        return found
    direction = _direction(sentence, found)
    if direction:
        return replace(found, quantity=replace(quantity, role=Role.CHANGE, direction=direction))
    role = _standing_role(sentence, found, quantity)
    return found if role is quantity.role else replace(found, quantity=replace(quantity, role=role))


def _standing_role(sentence: Sentence, found: Found, quantity: Quantity) -> Role:
    if quantity.per:
        return Role.RATE
    if quantity.kind is Kind.PERCENT and sentence.tokens[found.end].low in _OF:
        return Role.SHARE
    return quantity.role


def _direction(sentence: Sentence, found: Found) -> int:
    around, tokens = sentence.lexicon.around, sentence.tokens
    before = sentence.before(found.first)
    if inside := _added(sentence, found):
        return inside
    onward = _begins_movement(sentence, found)
    if before.low in _OF and not onward and (named := _named(sentence, found.first - 2)):
        return named
    by = before.low in around.by and (before.low not in around.from_ or not onward)
    if not by and (before.low in around.to or before.low in around.from_):
        return 0
    if by:
        return _verb_before(sentence, found.first - 1, _BY_REACH)
    after = _movement(sentence, found.end)
    if after and found.quantity.kind is not Kind.RATIO:
        return after
    reach = found.first - 1 if before.low in _OF or tokens[found.first].low in around.by else found.first
    return _verb_before(sentence, reach, _NEXT_REACH)


def _named(sentence: Sentence, index: int) -> int:
    """Read "ein Rückgang von 12 Prozent", "een stijging van 3 euro": the noun right before "of"."""
    word = sentence.tokens[index].low if index >= 0 else ""
    return 1 if word in sentence.lexicon.around.rise else -1 if word in sentence.lexicon.around.fall else 0


def _begins_movement(sentence: Sentence, found: Found) -> bool:
    """Tell "de 3 % à 7 %", from one level to another, from "de 3 %" and "de 0,3 point à 7,1 %", where "de" is "by"."""
    tokens = sentence.tokens
    onward = tokens[found.end].low in sentence.lexicon.around.to and tokens[found.end + 1].shape is Shape.FIGURES
    return onward and found.quantity.kind not in _POINTS


def _added(sentence: Sentence, found: Found) -> int:
    """Tell "two more years", "five fewer deaths": a word of change between the number and its unit."""
    around, tokens = sentence.lexicon.around, sentence.tokens
    for at in range(found.first + 1, found.end - 1):
        word = tokens[at].low
        if word in sentence.lexicon.measures.unit_adjectives and tokens[at + 1].low not in _THAN:
            return 1 if word in around.rise else -1 if word in around.fall else 0
    return 0


def _movement(sentence: Sentence, index: int) -> int:
    """A noun or adjective of change right after: "a 5 % increase", "3 points lower"."""
    around = sentence.lexicon.around
    for token in sentence.tokens[index : index + 2]:
        if token.shape is not Shape.WORD:
            return 0
        if token.low in around.rise:
            return 1
        if token.low in around.fall:
            return -1
        if token.low in around.stops:
            return 0
    return 0


def _verb_before(sentence: Sentence, index: int, reach: int) -> int:
    around = sentence.lexicon.around
    for token in reversed(sentence.tokens[max(sentence.floor if reach == _NEXT_REACH else 0, index - reach) : index]):
        if token.shape is Shape.MARK and token.text in ".;!?":
            return 0
        if token.low in around.rise:
            return 1
        if token.low in around.fall:
            return -1
        if reach == _NEXT_REACH and (token.shape is not Shape.WORD or token.low in around.to or token.low in around.from_):
            return 0
    return 0
