"""How much a single number bears on what its sentence asserts."""

import re

from app.claims.candidate import OPENING, Candidate
from app.claims.layout import Part
from app.quantities import Comparator, Kind, Quantity

DECIMAL = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,3}")
TITLE = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+ [A-ZÀ-Þ][a-zß-ÿ]")
# "3 of 40 hosts" and "Of 40 hosts, 3 …" have their noun with the whole; "369 tok/s" and "14 64-bit operations" count as well.
COUNTED = re.compile(r"\s(?:(?:out )?(?:of|von|sur|de|di|van)\s(?:the |all |les |los |den )?\d|[a-z]{1,12}/[a-z]+|\d+-[a-z]+ [a-z])")
# "Attacks hit 67% of firms" tells a share, "a 51% attack" a kind of attack.
SHARE_OF = re.compile(r"\s(?:of|von|der|des|de|di|van)\s")
# How far after a part its whole may be told: "two of the top 100"
WHOLE_CHARS = 24
# "in 2018 dollars" tells the year of prices, not a sum
PRICES_OF = re.compile(r"(?:19|20)\d\d(?: [a-z]+)? (?:dollars?|euros?|pounds?|francs|yen|prices)\b", re.IGNORECASE)
# "My 10-year-old", "a 45-year-old man"
AGED = re.compile(r"-old\b")
# What a rate is told by ("births per 1,000 women"): the measure, not the amount
PER = re.compile(r"\b(?:per|pro|je|pour|por(?: cada)?|ogni|every|op de|auf)\s$", re.IGNORECASE)
RATE_BASES = frozenset({100, 1_000, 10_000, 100_000, 1_000_000})
# A kind of thing named by its size ("a 64-bit integer")
SIZED = re.compile(r"\d{1,4}-?(?:bit|byte)s?\b(?! (?:per|a) )", re.IGNORECASE)
# Words that make a small number the point of its sentence; they are part of a quantity's surface.
LIMITING = ("only ", "just ", "nur ", "lediglich ", "seulement ", "solo ", "sólo ", "soltanto ", "apenas ", "somente ", "slechts ", "maar ")
SHORT_NUMBER = re.compile(r"\d{1,3}(?![\d.,])")
SERIES = re.compile(r"\d+[- ](?:series|serie|Serie|série)\b")
NOUN_BEFORE = re.compile(r"([^\W\d_]{2,})[ -]$")
WORD = re.compile(r"[^\W\d_]{2,}")
# Beyond this, "#n" numbers an issue or an order; charts and rankings are shorter.
RANK_MAX = 250
# How far an idiom may reach around its number
IDIOM_CHARS = 24
# A number that long in words is rarely a mere count of what the text goes on to list.
NUMBER_WORD_MAX = 12
# A number word tied to its noun is part of a name or a kind ("a five-letter word", "the two-child limit").
COMPOUND = re.compile(r"[^\W\d_]+-(?!(?:fold|year|month|week|day|hour|minute|mile)\b)[^\W\d_]+")


def is_example(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a number stands right after "e.g.", or in a bracket that begins so: it is only an example."""
    marks = candidate.language.example_marks - {"like", "as", "como", "comme", "such as", "come", "zoals", "i.e", "i.e."}
    before = candidate.text[: quantity.start].lower()
    bracket = before.rfind("(")
    if bracket >= 0 and ")" not in before[bracket:]:
        inside = OPENING.sub("", before[bracket:], count=1)
        if any(inside.startswith(mark) and not inside[len(mark) : len(mark) + 1].isalpha() for mark in marks):
            return True
    near = re.sub(r"[\s,:(]+(?:at |a |an |the |el |un |una |la |le |l'|der |die |das |ein |eine )?$", "", before[-30:])
    # "For example eight years passed": what opens a sentence gives an example of what happened.
    opened = OPENING.sub("", before, count=1).startswith(near.lstrip()) and candidate.opens_with(candidate.language.examples)
    return not opened and any(near.endswith(mark) and not near[-len(mark) - 1 : -len(mark)].isalpha() for mark in marks)


def is_slight(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a small or vague number asserts nothing by itself ("two reasons", "these three", "one day", "five-letter")."""
    if _is_asserted(candidate, quantity):
        return False
    if quantity.definite or (quantity.vague and quantity.value < 100) or _is_label(candidate, quantity):
        return True
    if quantity.kind not in {Kind.COUNT, Kind.DURATION}:
        return _is_name(candidate, quantity)
    if any(map(str.isdigit, quantity.surface)):
        heads = candidate.part is Part.HEADING or candidate.text.rstrip().endswith(":")
        return quantity.value <= NUMBER_WORD_MAX and heads and _counts_text(candidate, quantity)
    return _is_slight_word(candidate, quantity)


def _is_slight_word(candidate: Candidate, quantity: Quantity) -> bool:
    if _is_one(quantity) or _counts_text(candidate, quantity) or _heads_list(candidate, quantity):
        return True
    if quantity.kind is Kind.COUNT and (_is_pair(quantity) or COMPOUND.fullmatch(quantity.surface)):
        return True
    return _is_pointed_at(candidate, quantity)


def _is_asserted(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a small count bears its sentence all the same: of persons ("two people died"), or as a part ("two of the five")."""
    if quantity.kind is not Kind.COUNT or quantity.definite or quantity.value < 2:
        return False
    if _is_rate_base(candidate, quantity) or _is_title(candidate, quantity):
        return False
    if not candidate.language.persons.isdisjoint(WORD.findall(quantity.noun.lower())):
        return not _is_pointed_at(candidate, quantity)
    whole = any(0 < one.start - quantity.end <= WHOLE_CHARS for one in candidate.quantities)
    return whole and not quantity.noun and SHARE_OF.match(candidate.text, quantity.end) is not None


def _is_pointed_at(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a word before a small number takes up what was told before ("these three")."""
    before = WORD.findall(candidate.text[max(0, quantity.start - 24) : quantity.start].lower())
    return quantity.value <= NUMBER_WORD_MAX and bool(before) and before[-1] in candidate.language.pointing


def _is_one(quantity: Quantity) -> bool:
    """Whether "one" is hardly more than an article; "less than an hour" measures."""
    return quantity.value < 2 and (quantity.kind is Kind.COUNT or quantity.comparator is Comparator.EXACT)


def _is_idiom(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a number is part of a saying ("100% sure", "a million to one")."""
    start = max(0, quantity.start - IDIOM_CHARS)
    near = candidate.text[start : quantity.end + IDIOM_CHARS].lower()
    places = ((near.find(idiom) + start, idiom) for idiom in candidate.language.idioms if idiom in near)
    return any(at < quantity.end and at + len(idiom) > quantity.start for at, idiom in places)


def _heads_list(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a small number word only counts what the text goes on to list: "there are three policies:"."""
    small = quantity.kind is Kind.COUNT and quantity.value <= NUMBER_WORD_MAX and quantity.comparator is Comparator.EXACT
    return small and candidate.text.rstrip().endswith(":")


def _is_pair(quantity: Quantity) -> bool:
    """Whether "two" is mentioned in passing; "only two countries" and "at least two deaths" assert it."""
    return quantity.value <= 2 and quantity.comparator is Comparator.EXACT and not quantity.surface.lower().startswith(LIMITING)


def _is_label(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether what reads as a number tells which one, or is no number."""
    bare = candidate.technical and _is_bare(candidate, quantity)
    bare = bare or ((candidate.technical or candidate.part is Part.CAPTION) and _is_small_word(quantity))
    return (
        bare
        or SIZED.match(quantity.surface) is not None
        or _is_title(candidate, quantity)
        or AGED.match(candidate.text, quantity.end) is not None
        or _is_idiom(candidate, quantity)
        or (quantity.kind is Kind.MONEY and PRICES_OF.match(quantity.surface) is not None)
        or _is_version(candidate, quantity)
        or _is_word_alone(quantity)
        or _is_rate_base(candidate, quantity)
        or _is_number_of(candidate, quantity)
    )


def _is_title(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a number word is part of a title within the sentence ("The Seven Habits of …")."""
    return (
        quantity.kind in {Kind.COUNT, Kind.DURATION}
        and bool(TITLE.match(quantity.surface))
        and WORD.search(candidate.text[: quantity.start]) is not None
    )


def _is_small_word(quantity: Quantity) -> bool:
    """Whether a small number word stands alone; in technical writing it tells how a thing is built ("four hex digits")."""
    word = quantity.kind in {Kind.COUNT, Kind.DATA} and not any(map(str.isdigit, quantity.surface))
    exact = quantity.comparator is Comparator.EXACT and not quantity.surface.lower().startswith(LIMITING)
    return word and exact and quantity.value <= NUMBER_WORD_MAX


def _is_version(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a decimal numbers a version that the article speaks of ("2.1 included apt", "in the pre-1.0 days")."""
    if quantity.kind not in {Kind.COUNT, Kind.DURATION} or not (number := DECIMAL.match(quantity.surface)):
        return False
    return (quantity.kind is Kind.COUNT and number[0] in candidate.versions) or candidate.text[: quantity.start].endswith(("pre-", "post-"))


def _is_rate_base(candidate: Candidate, quantity: Quantity) -> bool:
    return quantity.kind is Kind.COUNT and quantity.value in RATE_BASES and PER.search(candidate.text[: quantity.start][-12:]) is not None


def _is_word_alone(quantity: Quantity) -> bool:
    """Whether a number word is none here: the German adverb "einfach", or a name in capitals ("ELF")."""
    if quantity.kind is Kind.RATIO and quantity.value == 1 and quantity.surface.isalpha():
        return True
    return len(quantity.surface) > 1 and quantity.surface.isalpha() and quantity.surface.isupper()


def _is_number_of(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a number is one of a series by its place after a noun: "layer 2", "a phase 3 trial", or "the 6800 series"."""
    if quantity.kind is not Kind.COUNT:
        return False
    if SERIES.match(candidate.text, quantity.start):
        return True
    before = NOUN_BEFORE.search(candidate.text[max(0, quantity.start - 24) : quantity.start])
    numbered = before is not None and before[1].lower() in candidate.language.numbered
    return numbered and SHORT_NUMBER.match(quantity.surface) is not None


def _is_name(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a percentage names a thing ("a 51% attack", "un ataque del 51%"), or "#9179" an entry of a list."""
    if quantity.kind is Kind.RANK:
        return quantity.surface.startswith("#") and (candidate.technical or quantity.value > RANK_MAX)
    if quantity.kind is not Kind.PERCENT or SHARE_OF.match(candidate.text, quantity.end):
        return False
    beside = WORD.findall(candidate.text[max(0, quantity.start - 40) : quantity.start].lower())[-4:]
    beside += WORD.findall(candidate.text[quantity.end : quantity.end + 16].lower())[:1]
    return not candidate.language.named_by_number.isdisjoint(beside)


def _is_bare(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a number counts nothing by name; in technical writing it is a version, an exit code, a port or a level."""
    if quantity.kind is not Kind.COUNT or quantity.noun or any(map(str.isalpha, quantity.surface)) or "," in quantity.surface:
        return False
    return not (COUNTED.match(candidate.text, quantity.end) or candidate.text.startswith("Of "))


def is_relative_date(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a duration only dates the event: "two years ago", "vor zwei Jahren"."""
    if quantity.kind is not Kind.DURATION:
        return False
    after, before = candidate.text[quantity.end :][:20].lower().lstrip(), candidate.text[: quantity.start][-20:].lower().rstrip()
    return any(re.match(rf"{word}\b", after) for word in candidate.language.later) or any(
        re.search(rf"\b{word}$", before) for word in candidate.language.ago
    )


def is_told_twice(candidate: Candidate, quantity: Quantity) -> bool:
    """In "almost half (43 %)" the figure in brackets is the assertion, the words before it only say it again."""
    if quantity.kind is not Kind.RATIO:
        return False
    after = candidate.text[quantity.end : quantity.end + 30]
    return bool(re.match(r"\s?\([^()]{0,12}\d+(?:[.,]\d+)?\s?(?:%|percent|per cent|Prozent|pour cent|por ciento)", after))


def _counts_text(candidate: Candidate, quantity: Quantity) -> bool:
    if quantity.kind is not Kind.COUNT:
        return False
    nouns = (
        WORD.findall(f"{quantity.noun} {quantity.unit}".lower())
        or WORD.findall(candidate.text[quantity.end : quantity.end + 40].lower())[:2]
    )
    return any(word in candidate.language.text_nouns for word in nouns)
