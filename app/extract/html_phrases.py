"""Short texts that tell what a part of a page is ("Related articles", "3 comments"); the words are data."""

import re
import tomllib
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files


class Phrase(StrEnum):
    """What a short unit says of itself or of the part below it."""

    RELATED = "related"
    COMMENT = "comment"
    PROMO = "promo"
    NOISE = "noise"
    BYLINE = "byline"
    LIFE = "life"
    DATE = "date"
    NONE = ""


_CHARS_MAX = 140
# Arrows before a line point elsewhere: "» Ten things to know".
_POINTERS = ("»", "►", "▶", "→", ">>", "👉", "➡", "■ ")
_EDGES = " \t\n|:•·–—-[](){}<>»«›‹#*.…!↓→▼▶►✉"
_SENTENCE_ENDS = (".", "!", "?", "。", ".”", '."')
_HALF_DAYS = ("a.m.", "p.m.")
# A unit that holds nothing but a day, perhaps with the time and place of its publication.
_MONTHS = (
    "jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|déc|janv|févr|avr|juin|juil|août|ene|abr|ago|set|dic|gen|mag|"
    "giu|lug|ott|fev|out|mei|mrt|maj|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек"
)
_NAME = rf"(?:de\s|of\s)?(?:{_MONTHS})\w{{0,8}}\.?"
_YEAR = r"(?:19|20)\d\d"
_DAY = "|".join(
    (
        rf"\d{{1,2}}(?:st|nd|rd|th|\.|º|er)?[\s-]{_NAME}[,\s-]{{0,2}}(?:de\s|del\s)?{_YEAR}",
        rf"{_NAME}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s{_YEAR}",
        rf"{_YEAR}\s?[-/.年]\s?\d{{1,2}}\s?[-/.月]\s?\d{{1,2}}\s?日?",
        rf"\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?{_YEAR}",
    )
)
_CLOCK = r"[\s,|·•/@–-]{0,4}(?:at|um|à|alle|las|klo)?\s?\d{1,2}[:.h]\d{2}.{0,50}"
_DATE = re.compile(rf"(?:[a-zà-ÿ]{{2,10}}[.,]?\s(?:den\s|le\s)?)?(?:{_DAY})(?:{_CLOCK})?", re.IGNORECASE)


_PARTS = re.compile(r"\s?[|·•\n]\s?")
_READING_TIME = re.compile(r"\b\d{1,3}[ -]?min(?:ute)?s?\.? (?:read|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd)")

# These are found at the start of a unit or inside it; the others must be the whole of it.
_OPEN = ("promo", "law")


_WORDS: dict[str, list[str]] = tomllib.loads(files("app.extract").joinpath("html_phrases.toml").read_text("utf-8"))
_PATTERNS = {
    name: re.compile(f"(?:{'|'.join(words)})" + ("" if name in _OPEN else "$"))
    for name, words in _WORDS.items()
    if name not in ("machinery", "by", "lives")
}
_CAPITALIZED = r"[^\W\d_a-zà-ÿа-я][\w.’'-]{0,20}"
_AUTHOR = re.compile(rf"(?i:{'|'.join(_WORDS['by'])})\s((?:{_CAPITALIZED}\s?){{2,4}})(?:[|,·•(\n–—]|$)")
_LIFE = re.compile(rf"({_CAPITALIZED}(?:\s{_CAPITALIZED}){{1,3}}),?\s(?:{'|'.join(_WORDS['lives'])})")
_ORDER = (Phrase.LIFE, Phrase.NOISE, Phrase.COMMENT, Phrase.RELATED, Phrase.BYLINE, Phrase.PROMO)


@lru_cache(16_384)
def phrase_of(text: str) -> Phrase:
    """Return what a short text says; texts over 140 characters say nothing."""
    if len(text) > _CHARS_MAX:
        return Phrase.NONE
    folded = text.lower().replace("’", "'").strip(_EDGES)
    if not folded:
        return Phrase.NOISE
    if text.startswith(_POINTERS):
        return Phrase.PROMO
    for phrase in _ORDER:
        if _PATTERNS[phrase.value].match(folded) and not (phrase is Phrase.BYLINE and _ends_sentence(text.rstrip())):
            return phrase
    if _READING_TIME.search(folded):
        return Phrase.BYLINE
    return Phrase.DATE if _DATE.fullmatch(folded) or _is_dated_line(folded) else Phrase.NONE


def _is_dated_line(folded: str) -> bool:
    """Say whether signs set a day apart from names and labels ("maria keel | 12 march 2024 | 3 comments")."""
    parts = _PARTS.split(folded) if "20" in folded or "19" in folded else []
    days = [part for part in parts if _DATE.fullmatch(part)]
    others = [part for part in parts if part not in days and ("\n" in folded or any(map(str.isdecimal, part)))]
    return bool(days) and len(parts) > 1 and all(phrase_of(part) is not Phrase.NONE for part in others)


def _ends_sentence(text: str) -> bool:
    return text.endswith(_SENTENCE_ENDS) and not text.endswith(_HALF_DAYS)


_READ_ON_CHARS_MAX = 40


@lru_cache(4_096)
def reads_on(text: str) -> bool:
    """Say whether a link's text only asks to go on reading elsewhere ("Read more", "weiterlesen")."""
    return len(text) <= _READ_ON_CHARS_MAX and bool(_PATTERNS["onward"].match(text.lower().strip(_EDGES)))


def author_of(text: str) -> str:
    """The name in a line such as "By Maria Keel | Tuesday"; "" when there is none of two words or more."""
    found = _AUTHOR.match(text)
    return found[1].rstrip() if found else ""


def subject_of(text: str) -> str:
    """The name of whose life a paragraph tells ("Maria Keel is a reporter …"), else ""."""
    found = _LIFE.match(text)
    return found[1] if found else ""


def is_about_machinery(title: str) -> bool:
    """Say whether a page's own title is about cookies, terms or privacy: then paragraphs on them are its matter."""
    return bool(_PATTERNS["law"].search(title.lower()))


MACHINERY_CHARS_MAX = 700
# One of these words is in every machinery text, and in the patterns that it may match; looking for them first makes most
# units free.
_MACHINERY_HINTS = (
    "cookie",
    "right",
    "recht",
    "droits",
    "derechos",
    "direitos",
    "diritti",
    "prawa",
    "права",
    "版权",
    "無断",
    "무단",
    "newsletter",
    "mail",
    "script",
    "browser",
    "flash",
    "polic",
    "privacy",
    "terms",
    "captcha",
    "subscri",
    "sign in",
    "log in",
    "regist",
    "permission",
    "published",
    "abonn",
    "iscriv",
    "suscr",
    "inscri",
    "limit",
    "member",
    "不代表",
    "inbox",
    "partner",
    "partenaires",
    "socios",
    "on a device",
    "nieuwsbrief",
    "подписывайтесь",
    "edited by",
    "inhalt",
    "views",
    "content above",
    "journalism",
    "unlimited",
    "以上内容",
)


def _by_hint() -> dict[str, re.Pattern[str]]:
    patterns = _WORDS["machinery"]
    return {hint: re.compile("|".join([pattern for pattern in patterns if hint in pattern])) for hint in _MACHINERY_HINTS}


_MACHINERY = _by_hint()


def machinery_hints(text: str) -> tuple[str, ...]:
    """The words of machinery that are anywhere in a page's text: few are, so that its paragraphs need be asked for few."""
    lowered = text.lower()
    return tuple([hint for hint in _MACHINERY_HINTS if hint in lowered])


def is_machinery(text: str, hints: Sequence[str] = _MACHINERY_HINTS) -> bool:
    """Say whether a paragraph is about cookies, rights, newsletters, scripts or subscriptions rather than the page's matter."""
    if len(text) > MACHINERY_CHARS_MAX or not hints:
        return False
    lowered = text.lower().replace("’", "'")
    return any(hint in lowered and _MACHINERY[hint].search(lowered) for hint in hints)
