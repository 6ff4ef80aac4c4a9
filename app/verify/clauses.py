"""Clauses of a sentence: where they end, what they deny, suppose, move and place."""

import re
from functools import cache, lru_cache

from app.verify.words import fold, language, words


def is_negated(clause: str, lang: str) -> bool:
    """Say whether a clause denies what it says; "not only" and "no fewer than" do not."""
    if "n't" in clause or "n’t" in clause:
        return True
    denials = language(lang).negation
    order = [word.text.casefold() for word in words(clause, lang)]
    return any(word in denials and after not in _NO_DENIAL for word, after in zip(order, [*order[1:], ""], strict=False))


def is_denied(text: str, start: int, end: int, lang: str) -> bool:
    """Say whether [start, end) is denied: a "not" reaches a few words, "denied that" to the end of its clause."""
    denials = language(lang).denial
    if _OF_OTHERS.match(text, end):
        return True
    whole = clause_around(text, start, end, whole=True)
    return is_negated(clause_around(text, start, end), lang) or any(fold(word.text) in denials for word in words(whole, lang))


# "9.1 percent of those who did not": what is counted is told by what it is not.
_OF_OTHERS = re.compile(
    r"\s(?:of|among|bei|unter|derer|de|chez|parmi|di|tra|dos|das|van|onder|av|bland|wśród) "
    r"(?:those|people|denen|ceux|celles|los|las|chi|coloro|que|degenen|mensen|dem|tych|osób)\b[^.;]{0,20}?\b(?:not|without|nicht|ne|no|non|não|niet|inte|nie)\b"
)


def is_doubtful(clause: str, lang: str) -> bool:
    """Say whether a clause forecasts, plans or supposes; "May" is a month."""
    doubt = language(lang).doubt
    said = (_ELISION.sub("", fold(word.text)) for word in words(clause, lang) if word.text != "May")
    return any(word in doubt for word in said)


# "L'objectif", "d'atteindre": the word is what follows.
_ELISION = re.compile(r"^(?:l|d|qu|s|n|dell|all|un)['’]")


def direction(clause: str, lang: str) -> int:
    """Say which way a clause moves its number: 1 up, -1 down, 0 neither or both."""
    tongue = language(lang)
    said = {fold(word.text) for word in words(clause, lang)}
    return bool(said & tongue.up) - bool(said & tongue.down)


_NO_DENIAL = frozenset(
    {"only", "fewer", "less", "more", "later", "nur", "seulement", "solo", "solamente", "alleen", "bara", "tylko", "menos", "moins"}
)
# Where one thought ends and another begins; what is denied in one is not denied in the other.
_CLAUSE = re.compile(
    r"[,;:()–—]\s|[，、；：（）،؛]|(?<=[\u3041-\u9fff]),"
    r"|\b(?:but|although|though|while|whereas|however|which|who|aber|mais|pero|ma|mas|maar|men|ale"
    r"|because|weil|parce que|porque|perché|omdat|eftersom|ponieważ)\b"
)


# What is denied further away in a clause is mostly another thing.
_CLAUSE_WORDS_BEFORE, _CLAUSE_WORDS_AFTER = 6, 3


def clause_around(text: str, start: int, end: int, *, whole: bool = False) -> str:
    """Return the clause that holds [start, end): a few words on either side, or all of it."""
    ends = [0, *cuts(text), len(text)]
    first = max(cut for cut in ends if cut <= start)
    last = min((cut for cut in ends if cut >= end), default=len(text))
    if whole:
        return text[max((cut for cut in ends if cut < first), default=0) if _THAT.match(text, first) else first : last]
    before, after = text[first:start].split(" "), text[start:last].split(" ")
    return " ".join((*before[-_CLAUSE_WORDS_BEFORE:], *after[:_CLAUSE_WORDS_AFTER]))


# Set off by a comma, such a clause is still what the one before denies or expects: "bestreitet, dass ...".
_THAT = re.compile(r"(?:dass|daß|ob|że|iż|что)\b")


# Where a sentence changes its subject.
_BREAK = re.compile(
    r"[;:]\s|\b(?:but|while|whereas|although|however|aber|während|mais|tandis|pero|mientras|ma|mentre|mas|enquanto|maar|terwijl|men|medan|ale)\b"
)


@lru_cache(maxsize=4096)
def breaks(text: str) -> tuple[int, ...]:
    """Return where a sentence changes its subject."""
    return tuple(m.end() for m in _BREAK.finditer(text))


@lru_cache(maxsize=4096)
def cuts(text: str) -> tuple[int, ...]:
    """Return where the clauses of a sentence end."""
    return tuple(m.end() for m in _CLAUSE.finditer(text))


_PLACE_NAME = r"[A-ZÀ-ÞŁŚŻ][\w’'-]+"


_ARTICLES = "(?:the|der|dem|la|le|el|il|o|a|de|het|den)"


@cache
def _placed(lang: str) -> re.Pattern[str]:
    """Match "in Port Ellery", "from North Wales": a place that a preposition ties to what is said."""
    prepositions = "|".join(sorted(language(lang).places))
    name = rf"{_PLACE_NAME}(?: (?:de |of |la |del )?{_PLACE_NAME}){{0,2}}"
    return re.compile(rf"\b(?:{prepositions}) (?:{_ARTICLES} )?({name})")


def places_named(text: str, lang: str) -> frozenset[str]:
    """Return the words, folded, of the places a text names after a preposition."""
    return frozenset(word.casefold() for name in _placed(lang).findall(text) for word in name.split())
