"""The shape of a language's data: what each file in `languages/` fills in.

Phrases of one meaning stand in one string with `|` between them, in lower case; hyphens and blanks inside a phrase both
match a blank or a hyphen in the text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.quantities.quantity import Comparator, TimeRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language of numbers. Everything but the code may be missing."""

    code: str
    # Words by which a text is recognised; frequent ones that no other language here has.
    telltale: str = ""
    decimal_mark: str = "."
    # Texts of the language use both marks (Spanish of Mexico and of Spain), so a guess from the language is never sure.
    mixed_marks: bool = False

    numbers: Mapping[int, str] = field(default_factory=dict)
    hundred: str = ""
    # Power of ten -> words; `short_scales` are written after figures only ("bn", "Mrd.").
    scales: Mapping[int, str] = field(default_factory=dict)
    # Scales that count one where no number stands before them, in languages without articles: "миллион человек".
    one_scales: str = ""
    short_scales: Mapping[int, str] = field(default_factory=dict)
    dozens: Mapping[int, str] = field(default_factory=dict)
    joiners: str = ""
    # "And" written as one with the number word that follows: "وسبعة".
    joined_prefix: str = ""
    # Words are glued together ("zweihundertfünfzig"), with this glue between unit and ten.
    glued: bool = False
    glue: str = ""
    # Units may stand before tens as words of their own ("سبعة وأربعون").
    units_first: bool = False
    # A last digit after a hundred or more counts tenths of it: "三万五" is 35,000.
    tail_tenths: bool = False
    # A digit word and the next higher one are a range: "三四十人", "iki üç yıl".
    neighbours: bool = False
    # Between a number and its scale these say "and more": "一百八十多万".
    scale_gap: str = ""
    # Written without blanks: a lone number character is a number only before a unit or counter, or by itself.
    unspaced: bool = False
    # There a lone character may count with a counter ("九个"); where not, figures are written ("9명").
    lone_counts: bool = True
    point: str = ""
    minus: str = ""
    articles: str = ""
    # "a full", "an entire": words that make an article count one.
    whole: str = ""
    denominators: Mapping[int, str] = field(default_factory=dict)
    # (2, 3) -> words that are a share by themselves and need no article: "ثلثا".
    fractions: Mapping[tuple[int, int], str] = field(default_factory=dict)
    # Halves that are adjectives: a half only before a unit, a scale or the end ("media hora", not "los medios").
    half_adjectives: str = ""
    # Endings that make a number word a denominator: "veinticincoavo".
    denominator_endings: str = ""
    # "anderthalb" and the like: the value in tenths.
    tenths: Mapping[int, str] = field(default_factory=dict)
    # Between a denominator and the numerator after it: "三分之二".
    fraction_link: str = ""
    # Between a whole number and a fraction that is added to it: "二又三分之一".
    mixed_link: str = ""
    # Denominators that stand before the numerator: "üçte iki".
    denominators_first: Mapping[int, str] = field(default_factory=dict)
    # Between the whole and its part: "3人に1人", "10 में से 9".
    share_whole_first: str = ""
    # Hundredths -> words that add them to the number before ("с половиной", "buçuk") or after ("साढ़े").
    added_after: Mapping[int, str] = field(default_factory=dict)
    added_before: Mapping[int, str] = field(default_factory=dict)
    # "0.5 h" -> words that are number and unit at once: "полчаса", "mezz'ora".
    amounts: Mapping[str, str] = field(default_factory=dict)
    # "one in five", "9 von 10".
    share_in: str = ""
    # "1 over 3", said as in arithmetic, at the end of a clause only.
    share_over: str = ""
    share_out_of: str = ""
    ordinals: Mapping[int, str] = field(default_factory=dict)
    ordinal_suffixes: str = ""
    ordinal_prefix: str = ""
    # A full stop makes an ordinal: "der 3. Platz".
    ordinal_point: bool = False
    # Before an ordinal these make a share: "every fifth house".
    every: str = ""
    # (low, high) -> words: "dozens".
    vague: Mapping[tuple[int, int], str] = field(default_factory=dict)
    # Vague without bounds a number could break: "several", "many".
    countless: str = ""

    before: Mapping[Comparator, str] = field(default_factory=dict)
    after: Mapping[Comparator, str] = field(default_factory=dict)
    # Words that may stand before a comparator or number and belong to it: "well over", "just under", "only 3".
    softeners: str = ""
    # Articles that may stand between comparator and number: "aproximadamente el 20 %".
    between_articles: str = ""
    between: str = ""
    range_from: str = ""
    range_to: str = ""
    range_and: str = ""
    range_or: str = ""

    percent: str = ""
    # Words for percent that stand before the number: "yüzde 12".
    percent_before: str = ""
    # Percent -> words for so many of a hundred: "三成" is 30 percent.
    percent_by: Mapping[int, str] = field(default_factory=dict)
    percentage_point: str = ""
    basis_point: str = ""
    index_point: str = ""
    # Value -> words: "doubled"; in hundredths, so that "halved" is 50.
    multiples: Mapping[int, str] = field(default_factory=dict)
    # The same as a plain adjective: a multiple only before a word of `times_ratio`.
    multiples_if: Mapping[int, str] = field(default_factory=dict)
    # Times counted: "twice" is 2 times.
    adverb_times: Mapping[int, str] = field(default_factory=dict)
    # Endings that make a number word a multiple: "tenfold", "hundertfach".
    fold: str = ""
    times: str = ""
    # What after "N times" makes it a ratio: "as", "more", "the".
    times_ratio: str = ""
    # Signs of units that are verbs too -> the words that may follow the unit: "12 ha di bosco", but "nel 2012 ha venduto".
    unit_verbs: Mapping[str, str] = field(default_factory=dict)
    magnitude: str = ""
    # Percent -> words: "bottom decile".
    deciles: Mapping[int, str] = field(default_factory=dict)
    all_but: str = ""
    rank_second_to: str = ""
    superlatives: str = ""
    superlative_scope: str = ""
    rank_nouns: str = ""
    rank_verbs: str = ""
    currencies: Mapping[str, str] = field(default_factory=dict)
    # Row of currencies.SHARED -> words: "francs".
    shared_currencies: Mapping[str, str] = field(default_factory=dict)
    # Rows of currencies.SHARED whose words name a currency only with a country beside them.
    national_nouns: Mapping[str, str] = field(default_factory=dict)
    # ISO code -> adjectives that settle a shared word: "corone ceche", "schwedische Kronen".
    nationalities: Mapping[str, str] = field(default_factory=dict)
    # How adjectives of countries end where they have no capital.
    national_ending: str = ""
    # Subunit words -> "ISO factor".
    subunits: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    # Adjectives that may stand between a number and its unit: "27 straight months", "three full points".
    unit_adjectives: str = ""
    # Between two sides of one thing: "4 by 5 metres"; each side has the unit of the last.
    sides: str = ""
    # Before a distance these make it a speed: "時速60キロ".
    speed_before: str = ""
    # Classifiers and persons between a number and its noun, which assert nothing themselves: "人", "个".
    counters: str = ""
    # Case endings that units and currencies may take ("kilometrede").
    endings: str = ""
    # Letters written as one with the figure after them: "و30", "ب10".
    figure_prefixes: str = ""
    # "12 degrees below zero".
    below_zero: str = ""
    per: str = ""
    # Around a unit that stands before its number: "每平方米3万元", "varil başına 80 dolar".
    per_first: str = ""
    per_last: str = ""
    # "daily" -> day.
    per_adverbs: Mapping[str, str] = field(default_factory=dict)

    months: tuple[str, ...] = ()
    weekdays: str = ""
    times_of: Mapping[TimeRole, str] = field(default_factory=dict)
    # Words between day, month and year ("10 de marzo de 2020").
    date_links: str = ""
    early_late: str = ""
    # Year before the first of an era -> its name: "令和2年" is 2020.
    eras: Mapping[int, str] = field(default_factory=dict)
    # Before two figures these name a decade: "les années 90".
    decade_words: str = ""
    # After the figures: "90年代", "1990er Jahre".
    decade_endings: str = ""
    year_words: str = ""
    fiscal: str = ""
    quarters: str = ""
    halves: str = ""
    last: str = ""
    this: str = ""
    next: str = ""
    ago: str = ""
    clock: str = ""
    # Words before a bare four-figure number that make it a year whatever follows.
    year_before: str = ""
    # Right after such a number these make it a year, where a count of years takes another form ("с 2020 года").
    year_after: str = ""
    determiners: str = ""

    rise: str = ""
    fall: str = ""
    by: str = ""
    to: str = ""
    from_: str = ""
    # Words after which a number is a name ("Section 5") and signs of numbering ("No. 5").
    name_words: str = ""
    numbering: str = ""
    # The same after the number: "3분기", "2호선".
    numbered_after: str = ""
    # Name pieces before a number, as printed ("Boeing", "S&P").
    idioms: str = ""
    # "one" is counted only before these and before units; elsewhere it is a pronoun or an article.
    one: str = ""
    one_counts: str = ""
    # Before a small number word these point back to things already named: "the two leaders".
    definite: str = ""
    scores: str = ""
    # Adjectives that stand before the counted noun where nouns come first: "1.500 nuove assunzioni".
    adjectives: str = ""
    # Words that end the search for the counted noun.
    stops: str = ""
    # How the counted noun is found: the first word that looks plural, the first with a capital, or the first at all.
    noun: Literal["plural", "capital", "first"] = "plural"
    plurals: str = ""
    not_plural: str = ""
