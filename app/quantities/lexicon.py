"""A language's data, compiled for look-up; built once per language and kept."""

from decimal import Decimal
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple, TypeVar

from app.quantities.currencies import CODES, CODES_AFTER_ONLY, SHARED, SIGNS, SUBUNIT_SIGNS
from app.quantities.language import Language
from app.quantities.languages import LANGUAGES
from app.quantities.phrases import Phrases, words
from app.quantities.quantity import Comparator
from app.quantities.unit_table import UNITS

# Names of so many of another unit; a jin is half a kilogram, a mu a fifteenth of a hectare.
SPANS = {
    "decade": ("year", Decimal(10)), "century": ("year", Decimal(100)), "millennium": ("year", Decimal(1000)),
    "fortnight": ("week", Decimal(2)), "quarter_hour": ("h", Decimal("0.25")), "half_hour": ("h", Decimal("0.5")),
    "three_quarter_hour": ("h", Decimal("0.75")), "jin": ("kg", Decimal("0.5")), "mu": ("m2", Decimal(2000) / 3), "kl": ("m3", Decimal(1)),
    "mil_se": ("km", Decimal(10)), "quintal": ("kg", Decimal(100)), "hg": ("kg", Decimal("0.1")), "dag": ("g", Decimal(10)),
}  # fmt: skip
_SIGNED = {
    Comparator.MORE_THAN: ">",
    Comparator.LESS_THAN: "<",
    Comparator.AT_LEAST: "≥|> =|= >|> / =",
    Comparator.AT_MOST: "≤|< =|= <",
    Comparator.ABOUT: "~|≈|±",
}
# After figures only, and in every language.
_SHORT_SCALES = {3: "k", 6: "m|mn|mln|mio", 9: "b|bn|bln", 12: "tn|trn"}
# Signs that also are words of the text when they stand after a number.
_NEVER_AFTER = frozenset({"R$", "Bs", "FF", "LE", "B$", "N$", "Z$", "J$", "A$", "C$", "Fr", "Fr."})


T = TypeVar("T")


class Class(IntEnum):
    """How a number word takes part in a sum."""

    ADD = 0
    HUNDRED = 1
    SCALE = 2


class Word(NamedTuple):
    """A number word and what it adds or multiplies."""

    role: Class
    value: int


class Grammar(NamedTuple):
    """How a language adds its number words up; the defaults are English.

    `on_from_ten`: ten counts on like twenty ("on bir"). `units_first`: units stand before tens as words of their own.
    `bare_scales`: a hundred or thousand after a larger scale counts one ("un millón mil"). `hundreds_max`: most hundreds said in one
    ("nineteen hundred"). `vigesimal`: tens that count on to nineteen more ("soixante-dix").
    """

    on_from_ten: bool = False
    units_first: bool = False
    bare_scales: bool = False
    hundreds_max: int = 99
    vigesimal: frozenset[int] = frozenset()


ENGLISH = Grammar()


def _grammar(language: Language) -> Grammar:
    french = language.code == "fr"
    return Grammar(
        bool(language.numbers) and 11 not in language.numbers and not language.unspaced, language.units_first, language.code != "en",
        19 if french else 99, frozenset({60, 80}) if french else frozenset(),
    )  # fmt: skip


class Measured(NamedTuple):
    """A unit word: its code and what one of it is in that code ("decade" is 10 years)."""

    code: str
    factor: Decimal


class Coin(NamedTuple):
    """A currency word: ISO code, factor (cents 0.01), and the shared row when the word alone does not settle it."""

    code: str
    factor: Decimal
    shared: str = ""


def _set(text: str) -> frozenset[str]:
    return frozenset(words(text))


def _flags(text: str) -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in words(text))


class Numerals:
    """Numbers in words."""

    def __init__(self, language: Language) -> None:
        adding = [(phrase, Word(Class.ADD, value)) for value, text in language.numbers.items() for phrase in words(text)]
        hundreds = [(phrase, Word(Class.HUNDRED, 100)) for phrase in words(language.hundred)]
        scales = [(phrase, Word(Class.SCALE, 10**power)) for power, text in language.scales.items() for phrase in words(text)]
        adding += [(f"{language.joined_prefix}{phrase}", word) for phrase, word in adding if language.joined_prefix]
        self.words = Phrases(adding + hundreds + scales)
        self.single = {phrase: word for phrase, word in adding + hundreds + scales if phrase.isalpha()}
        self.scales = Phrases([(phrase, word.value) for phrase, word in [*hundreds, *scales]])
        self.grammar = _grammar(language)
        self.scale_gap = _set(language.scale_gap)
        self.one_scales = _set(language.one_scales)
        self.short_scales: dict[str, int] = {
            word: 10**power for table in (_SHORT_SCALES, language.short_scales) for power, text in table.items() for word in words(text)
        }
        self.dozens = {word: value for value, text in language.dozens.items() for word in words(text)}
        self.joiners = _set(language.joiners)
        self.point = _set(language.point)
        self.minus = _flags(language.minus)
        self.articles = _set(language.articles)
        self.whole = _set(language.whole)
        self.denominators = Phrases((phrase, value) for value, text in language.denominators.items() for phrase in words(text))
        self.fractions = Phrases((phrase, pair) for pair, text in language.fractions.items() for phrase in words(text))
        self.half_adjectives = _set(language.half_adjectives)
        self.tenths = Phrases((phrase, value) for value, text in language.tenths.items() for phrase in words(text))
        self.ordinals = {word: value for value, text in language.ordinals.items() for word in words(text)}
        self.every = _set(language.every)
        self.ordinal_suffixes = _set(language.ordinal_suffixes)
        self.vague = Phrases((phrase, bounds) for bounds, text in language.vague.items() for phrase in words(text))
        self.countless = _set(language.countless)
        self.fraction_link = _flags(language.fraction_link)
        self.mixed_link = _flags(language.mixed_link)
        self.denominators_first = Phrases((phrase, value) for value, text in language.denominators_first.items() for phrase in words(text))
        self.share_whole_first = _flags(language.share_whole_first)
        self.added_after = Phrases((phrase, value) for value, text in language.added_after.items() for phrase in words(text))
        self.added_before = Phrases((phrase, value) for value, text in language.added_before.items() for phrase in words(text))
        self.amounts = Phrases((phrase, _amount(amount)) for amount, text in language.amounts.items() for phrase in words(text))
        self.ordinal_prefix = _flags(language.ordinal_prefix)
        self.share_in = _set(language.share_in)
        self.share_over = _set(language.share_over)
        self.share_out_of = _flags(language.share_out_of)
        self.multiples = Phrases((phrase, value) for value, text in language.multiples.items() for phrase in words(text))
        self.multiples_if = Phrases((phrase, value) for value, text in language.multiples_if.items() for phrase in words(text))
        self.adverb_times = {word: value for value, text in language.adverb_times.items() for word in words(text)}
        self.fold = words(language.fold)
        self.deciles = Phrases((phrase, value) for value, text in language.deciles.items() for phrase in words(text))
        self.one = _set(language.one)
        self.magnitude = _flags(language.magnitude)


class Bounds:
    """Words that bound a number or join two to a range."""

    def __init__(self, language: Language) -> None:
        before = [*language.before.items(), *_SIGNED.items()]
        self.before = Phrases((phrase, comparator) for comparator, text in before for phrase in words(text))
        self.after = Phrases((phrase, comparator) for comparator, text in language.after.items() for phrase in words(text))
        self.softeners = _flags(language.softeners)
        self.articles = _set(language.between_articles)
        self.between = _flags(language.between)
        self.from_ = _flags(language.range_from)
        self.to = _flags(language.range_to)
        self.and_ = _set(language.range_and)
        self.or_ = _set(language.range_or)


class Measures:
    """Percent, money, units and what follows "per"."""

    def __init__(self, language: Language) -> None:
        shares = (
            ("percent", f"%|{language.percent}"),
            ("percentage_point", language.percentage_point),
            ("basis_point", language.basis_point),
        )
        self.shares = Phrases((phrase, unit) for unit, text in shares for phrase in words(text))
        self.percent_by = Phrases((phrase, value) for value, text in language.percent_by.items() for phrase in words(text))
        self.sides = _set(f"x|×|{language.sides}")
        self.below_zero = _flags(language.below_zero)
        self.unit_adjectives = _set(language.unit_adjectives)
        self.speed_before = _flags(language.speed_before)
        self.figure_prefixes = _set(language.figure_prefixes)
        self.counters = _flags(language.counters)
        self.percent_before = _set(f"%|{language.percent_before}")
        self.index_points = _set(language.index_point)
        self.coins = Phrases(_inflected(_coins(language), words(language.endings)))
        self.units = Phrases(_inflected(_units(language), words(language.endings)))
        self.unit_starts = self.units.firsts() | _set(language.whole)
        self.per = _set(language.per)
        self.per_first = _flags(language.per_first)
        self.per_last = _flags(language.per_last)
        self.per_adverbs = Phrases((phrase, unit) for unit, text in language.per_adverbs.items() for phrase in words(text))
        self.times = _set(language.times)
        self.times_ratio = _set(language.times_ratio)
        self.unit_verbs = {sign: _set(after) for sign, after in language.unit_verbs.items()}


class Calendar:
    """Words of the time reader."""

    def __init__(self, language: Language) -> None:
        self.months = {name: number for number, text in enumerate(language.months, 1) for name in words(text)}
        self.weekdays = _set(language.weekdays)
        self.roles = Phrases((phrase, role) for role, text in language.times_of.items() for phrase in words(text))
        self.links = _set(language.date_links)
        self.year_before = _set(language.year_before)
        self.year_after = _set(language.year_after)
        self.determiners = _set(language.determiners)
        self.range_to = _set(language.range_to)
        self.range_and = _set(language.range_and)
        self.early_late = _flags(language.early_late)
        self.eras = Phrases((name, year) for year, text in language.eras.items() for name in words(text))
        self.decade_endings = _flags(language.decade_endings)
        self.decade_words = _flags(language.decade_words)
        self.years = _set(language.year_words)
        self.fiscal = _flags(language.fiscal)
        self.quarters = _set(language.quarters)
        self.halves = _set(language.halves)
        self.last = _flags(language.last)
        self.this = _flags(language.this)
        self.next = _flags(language.next)
        self.ago = _set(language.ago)
        self.clock = _flags(language.clock)
        self.triggers = (
            frozenset({"q", "h", "fy", "t"})
            | _flags(language.units.get("century", "")).firsts()
            | frozenset(self.months)
            | self.last.firsts()
            | self.this.firsts()
            | self.next.firsts()
            | self.quarters
            | self.halves
        )


class Surroundings:
    """Words around a number that give it a role, make it a name, or end the noun that it counts."""

    def __init__(self, language: Language) -> None:
        self.rise = _set(language.rise)
        self.fall = _set(language.fall)
        self.by = _set(language.by)
        self.to = _set(language.to)
        self.from_ = _set(language.from_)
        self.name_words = _flags(language.name_words)
        self.numbering = _flags(language.numbering)
        self.numbered_after = _flags(language.numbered_after)
        self.idioms = _flags(language.idioms)
        self.scores = _set(language.scores)
        self.adjectives = _set(language.adjectives)
        self.stops = _set(language.stops)
        self.plurals = _set(language.plurals)
        self.not_plural = _set(language.not_plural)
        self.one_counts = _set(language.one_counts)
        self.definite = _set(language.definite)
        self.all_but = _flags(language.all_but)
        self.second_to = _flags(language.rank_second_to)
        self.superlatives = _flags(language.superlatives)
        self.scope = _flags(language.superlative_scope)
        self.rank_nouns = _set(language.rank_nouns)
        self.rank_verbs = _set(language.rank_verbs)


class Lexicon:
    """One language, ready to be looked up."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.numerals = Numerals(language)
        self.bounds = Bounds(language)
        self.measures = Measures(language)
        self.calendar = Calendar(language)
        self.around = Surroundings(language)
        numerals, around = self.numerals, self.around
        # Words at which a special number may begin, sayings among them, and words at which any number may.
        self.idiom_starts = around.idioms.firsts()
        tens = {word for word, number in numerals.single.items() if number.role is Class.ADD and 20 <= number.value < 100}
        self.special_starts = frozenset().union(
            {word + ending for word in numerals.single for ending in numerals.fold}, numerals.multiples.firsts(),
            numerals.magnitude.firsts(), around.second_to.firsts(), around.superlatives.firsts(), numerals.multiples_if.firsts(),
            numerals.adverb_times, numerals.amounts.firsts(),
            numerals.deciles.firsts(), numerals.ordinals, tens,
        )  # fmt: skip
        # Words at which a part named after its whole may begin; a language with links between the two may begin one at any number.
        self.part_starts = numerals.amounts.firsts() | numerals.denominators_first.firsts()
        self.links_parts = bool(numerals.fraction_link) or bool(numerals.share_whole_first) or bool(numerals.ordinal_prefix)
        self.triggers = self.special_starts | self.idiom_starts.union(
            numerals.words.firsts(), numerals.dozens, numerals.denominators.firsts(), numerals.tenths.firsts(), numerals.vague.firsts(),
            numerals.fractions.firsts(), numerals.denominators_first.firsts(), numerals.added_before.firsts(),
        )  # fmt: skip


def _amount(text: str) -> tuple[Decimal, str]:
    value, unit = text.split()
    return Decimal(value), unit


def _inflected(entries: list[tuple[str, T]], endings: tuple[str, ...]) -> list[tuple[str, T]]:
    """Add every phrase with every ending, unless the form is listed as a word of its own."""
    known = {phrase for phrase, _ in entries}
    return entries + [(form, payload) for phrase, payload in entries for ending in endings if (form := phrase + ending) not in known]


def _coins(language: Language) -> list[tuple[str, Coin]]:
    rows = [(phrase, Coin(code, Decimal(1))) for code, text in language.currencies.items() for phrase in words(text)]
    rows += [(phrase, Coin("", Decimal(1), shared)) for shared, text in language.shared_currencies.items() for phrase in words(text)]
    rows += _national_coins(language)
    for subunit, text in language.subunits.items():
        code, factor = subunit.split()
        rows += [(phrase, Coin(code, Decimal(factor))) for phrase in words(text)]
    return rows


def _national_coins(language: Language) -> list[tuple[str, Coin]]:
    """Every shared noun with every nationality, whichever of the two the language puts first, or as one word without blanks."""
    rows = []
    forms = ("{1}{0}", "{1} {0}", "{1}・{0}") if language.unspaced else ("{0} {1}", "{1} {0}")
    for row, codes in SHARED.items():
        nouns = words(f"{language.shared_currencies.get(row, '')}|{language.national_nouns.get(row, '')}")
        for code in sorted(set(codes.values()) & set(language.nationalities)):
            for adjective in words(language.nationalities[code]):
                rows += [(form.format(noun, adjective), Coin(code, Decimal(1))) for noun in nouns for form in forms]
    return rows


def _units(language: Language) -> list[tuple[str, Measured]]:
    rows = []
    for code, text in language.units.items():
        unit, factor = SPANS.get(code, (code, Decimal(1)))
        rows += [(phrase, Measured(unit, factor)) for phrase in words(text)]
    return rows


# "30 MUSD", "SEK k", "TEUR": codes with a scale, as company reports write them.
SCALED_CODES = [
    (f"{letter}{code}", Coin(code, Decimal(10) ** power))
    for letter, power in (("M", 6), ("T", 3), ("k", 3), ("bn", 9))
    for code in ("USD", "EUR", "GBP", "SEK", "NOK", "DKK", "CHF", "AUD", "CAD", "PLN")
]
SIGNS_BEFORE = Phrases(
    [(sign, Coin(code, Decimal(1))) for sign, code in SIGNS.items()]
    + [(code, Coin(code, Decimal(1))) for code in sorted(CODES - CODES_AFTER_ONLY)]
    + SCALED_CODES,
    exact=True,
)
SIGNS_AFTER = Phrases(
    [(sign, Coin(code, Decimal(1))) for sign, code in SIGNS.items() if sign not in _NEVER_AFTER]
    + [(code, Coin(code, Decimal(1))) for code in sorted(CODES)]
    + [(sign, Coin(code, Decimal(factor))) for sign, (code, factor) in SUBUNIT_SIGNS.items()]
    + SCALED_CODES,
    exact=True,
)
SYMBOLS = Phrases([(symbol, Measured(unit.code, Decimal(1))) for unit in UNITS.values() for symbol in unit.symbols], exact=True)


@lru_cache(maxsize=64)
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language tag ("pt-BR", "de_AT", "en"); English when the language is unknown."""
    tag = code.replace("_", "-").lower()
    language = LANGUAGES.get(tag) or LANGUAGES.get(tag.split("-", maxsplit=1)[0]) or LANGUAGES["en"]
    return Lexicon(language)
