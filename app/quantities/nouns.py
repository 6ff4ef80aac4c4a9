"""The noun that a number counts."""

from app.quantities.sentence import Sentence
from app.quantities.tokens import Shape, Token

# "8938 five-letter words", "around 1,000 live executive branch .gov parent domains": the noun may stand this far off.
_WORDS_MAX = 7
_SKIPPED_MARKS = frozenset({'"', "'", "/"})
_PLURAL_ENDINGS = ("women", "children", "people", "smen", "cemen", "remen", "ermen")
_PERSONS = ("s", "men", "people", "children", "persons", "dead", "injured", "wounded")
_ENDS_NOT_NOUN = ("ed", "ing", "ly")


def counted(sentence: Sentence, index: int, *, single: bool, hyphened: bool = False) -> tuple[int, str]:
    """Find the noun from `index` on: (index after it, noun); (index, "") when there is none."""
    match sentence.lexicon.language.noun:
        case "plural":
            return _plural(sentence, index, single=single, hyphened=hyphened)
        case "capital":
            return _capital(sentence, index)
        case "first":
            return _first(sentence, index)


def looks_plural(sentence: Sentence, token: Token) -> bool:
    """Tell an English plural by its ending, with the exceptions of the language's data."""
    word = token.low
    around = sentence.lexicon.around
    if word in around.plurals or word.endswith(_PLURAL_ENDINGS):
        return True
    return (
        len(word) > 2
        and word[-1] == "s"
        and word[-2] not in "s'u"
        and (word[-2:] != "is" or token.text[:-1].isupper())
        and word not in around.not_plural
        and "'" not in word
    )


def _plural(sentence: Sentence, index: int, *, single: bool, hyphened: bool) -> tuple[int, str]:
    tokens, stops = sentence.tokens, sentence.lexicon.around.stops
    if hyphened and (tokens[index].low in stops or sentence.lexicon.bounds.after.at(tokens, index) is not None):
        return index, ""
    if hyphened:
        return (index + 1, tokens[index].text) if tokens[index].shape is Shape.WORD else (index, "")
    run: list[int] = []
    qualified = tokens[index].low in sentence.lexicon.measures.unit_adjectives and tokens[index + 1].low != "than"
    at = index + 1 if qualified else index
    while len(run) < _WORDS_MAX:
        token = tokens[at]
        if token.shape is Shape.WORD:
            if token.low in stops or (token.low in sentence.lexicon.numerals.single and tokens[at + 1].text != "-"):
                break
            if looks_plural(sentence, token) and not (tokens[at + 1].text == "-" and tokens[at + 1].glued and tokens[at + 2].glued):
                last = at + 1 if _heads_compound(sentence, at) else at
                return last + 1, tokens[last].text
            run.append(at)
        elif not _passes(tokens, at, index):
            break
        at += 1
    if single and run:
        last = _last_noun(tokens, run[:3])
        return last + 1, tokens[last].text
    return index, ""


def _heads_compound(sentence: Sentence, at: int) -> bool:
    """Tell "police officers", "media outlets": a plural without its own ending may stand before the noun itself."""
    token, after = sentence.tokens[at], sentence.tokens[at + 1]
    if token.low.endswith(_PERSONS) or not after.low.endswith("s") or after.low in sentence.lexicon.around.stops:
        return False  # "children attends" is a verb
    return after.shape is Shape.WORD and looks_plural(sentence, after)


def _passes(tokens: list[Token], at: int, index: int) -> bool:
    token = tokens[at]
    if token.text == "-":
        return token.glued and at > index
    if token.text == ".":
        return not token.glued and tokens[at + 1].glued and tokens[at + 1].shape is Shape.WORD
    return token.text in _SKIPPED_MARKS


def _last_noun(tokens: list[Token], run: list[int]) -> int:
    for at in reversed(run):
        if not tokens[at].low.endswith(_ENDS_NOT_NOUN):
            return at
    return run[0]


def _capital(sentence: Sentence, index: int) -> tuple[int, str]:
    """German: nouns have a capital; up to four adjectives may stand before."""
    tokens, stops = sentence.tokens, sentence.lexicon.around.stops
    for at in range(index, index + 5):
        token = tokens[at]
        if token.shape is not Shape.WORD or token.low in stops:
            break
        if token.text[0].isupper():
            return at + 1, token.text
    return index, ""


def _first(sentence: Sentence, index: int) -> tuple[int, str]:
    """Romance languages and Dutch: the noun comes first, "de" may stand between a million and it."""
    tokens, stops = sentence.tokens, sentence.lexicon.around.stops
    at = index
    if tokens[at].low in {"de", "d", "di", "d'"} and tokens[at + 1].shape is Shape.WORD:
        at += 1
    if tokens[at].low in sentence.lexicon.around.adjectives and tokens[at + 1].shape is Shape.WORD:
        at += tokens[at + 1].low not in stops
    token = tokens[at]
    if token.shape is not Shape.WORD or token.low in stops or (at == index and token.glued):
        return index, ""
    return at + 1, token.text.removeprefix("d'")
