"""What is written in any convention is read back: separators, scales, words, money, ranges."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.quantities import Hints, Kind, read

SEPARATORS = {
    "en": (",", "."),
    "de": (".", ","),
    "fr": ("\u202f", ","),
    "es": (".", ","),
    "it": (".", ","),
    "pt": (".", ","),
    "nl": (".", ","),
    "sv": ("\u00a0", ","),
    "pl": (" ", ","),
    "ru": ("\u00a0", ","),
    "tr": (".", ","),
    "hi": (",", "."),
    "zh": (",", "."),
    "ja": (",", "."),
    "ko": (",", "."),
}
PERCENT = {
    "en": "percent", "de": "Prozent", "fr": "pour cent", "es": "por ciento", "it": "per cento", "pt": "por cento", "nl": "procent",
    "sv": "procent", "pl": "procent", "ru": "процента", "tr": "%", "hi": "प्रतिशत", "zh": "%", "ja": "パーセント", "ko": "퍼센트",
}  # fmt: skip
SCALES = {
    "en": {6: "million", 9: "billion", 12: "trillion"},
    "de": {6: "Millionen", 9: "Milliarden", 12: "Billionen"},
    "fr": {6: "millions", 9: "milliards", 12: "billions"},
    "es": {6: "millones", 12: "billones"},
    "it": {6: "milioni", 9: "miliardi", 12: "bilioni"},
    "pt": {6: "milhões", 9: "bilhões", 12: "trilhões"},
    "nl": {6: "miljoen", 9: "miljard", 12: "biljoen"},
    "sv": {6: "miljoner", 9: "miljarder", 12: "biljoner"},
    "pl": {6: "mln", 9: "mld", 12: "bilionów"},
    "ru": {3: "тыс.", 6: "млн", 9: "миллиардов", 12: "трлн"},
    "tr": {6: "milyon", 9: "milyar", 12: "trilyon"},
    "hi": {5: "लाख", 7: "करोड़", 9: "अरब"},
    "zh": {4: "万", 8: "亿", 12: "万亿"},
    "ja": {4: "万", 8: "億", 12: "兆"},
    "ko": {4: "만", 8: "억", 12: "조"},
}
EURO = {
    "en": "euros", "de": "Euro", "fr": "d'euros", "es": "de euros", "it": "di euro", "pt": "de euros", "nl": "euro", "sv": "euro",
    "pl": "euro", "ru": "евро", "tr": "avro", "hi": "यूरो", "zh": "欧元", "ja": "ユーロ", "ko": "유로",
}  # fmt: skip
LANGUAGES = st.sampled_from(sorted(SEPARATORS))
NUMBERS = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)


def written(value: Decimal, group: str, mark: str) -> str:
    text = f"{value:,f}"
    return text.replace(",", "\0").replace(".", mark).replace("\0", group)


def values(text: str, lang: str) -> list[Decimal]:
    return [quantity.value for quantity in read(text, lang) if quantity.kind is not Kind.DATE]


@settings(max_examples=150, deadline=None)
@given(lang=LANGUAGES, value=NUMBERS)
def test_grouped_decimals_are_read_back_in_every_locale(lang: str, value: Decimal) -> None:
    group, mark = SEPARATORS[lang]
    (found,) = read(f"{written(value, group, mark)} {PERCENT[lang]}", lang)
    assert (found.value, found.unit, found.ulp) == (value, "percent", Decimal("0.01"))


@settings(max_examples=150, deadline=None)
@given(data=st.data(), lang=LANGUAGES, value=st.decimals(min_value="0.1", max_value=999, places=1))
def test_scales_of_money_are_read_back(data: st.DataObject, lang: str, value: Decimal) -> None:
    power = data.draw(st.sampled_from(sorted(SCALES[lang])))
    text = f"{written(value, '', SEPARATORS[lang][1])} {SCALES[lang][power]} {EURO[lang]}"
    (found,) = read(text, lang)
    assert (found.value, found.unit, found.ulp) == (value * 10**power, "EUR", Decimal(10) ** (power - 1))


ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def english(number: int) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{ONES[number // 100]} hundred" + (f" and {english(number % 100)}" if number % 100 else "")
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = number % scale
            return f"{english(number // scale)} {name}" + (f" {'and ' if rest < 100 else ''}{english(rest)}" if rest else "")
    raise AssertionError(number)


@settings(max_examples=200, deadline=None)
@given(number=st.integers(min_value=2, max_value=10**12 - 1))
def test_english_words_are_read_back(number: int) -> None:
    assert values(f"{english(number)} people", "en") == [number]


GERMAN_ONES = [
    "null",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
GERMAN_TENS = ["_", "_", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def german(number: int) -> str:
    if number < 20:
        return GERMAN_ONES[number]
    if number < 100:
        return (f"{GERMAN_ONES[number % 10]}und" if number % 10 else "") + GERMAN_TENS[number // 10]
    if number < 1000:
        return f"{GERMAN_ONES[number // 100]}hundert" + (german(number % 100) if number % 100 else "")
    return f"{german(number // 1000)}tausend" + (german(number % 1000) if number % 1000 else "")


@settings(max_examples=200, deadline=None)
@given(number=st.integers(min_value=2, max_value=999_999))
def test_german_compounds_are_read_back(number: int) -> None:
    assert values(f"{german(number)} Menschen", "de") == [number]


FRENCH_ONES = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
FRENCH_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}


def french(number: int) -> str:
    if number < 20:
        return FRENCH_ONES[number]
    if number < 100:
        ten = max(base for base in FRENCH_TENS if base <= number)
        rest = number - ten
        joint = " et " if rest in {1, 11} and ten != 80 else "-"
        return FRENCH_TENS[ten] + (f"{joint}{FRENCH_ONES[rest]}" if rest else "s" if ten == 80 else "")
    if number < 1000:
        return (f"{french(number // 100)} " if number >= 200 else "") + "cent" + (f" {french(number % 100)}" if number % 100 else "")
    return (f"{french(number // 1000)} " if number >= 2000 else "") + "mille" + (f" {french(number % 1000)}" if number % 1000 else "")


@settings(max_examples=200, deadline=None)
@given(number=st.integers(min_value=2, max_value=999_999))
def test_french_words_are_read_back(number: int) -> None:
    assert values(f"{french(number)} personnes", "fr") == [number]


@settings(max_examples=100, deadline=None)
@given(low=st.integers(min_value=2, max_value=400), more=st.integers(min_value=1, max_value=500), join=st.sampled_from([" to ", "–", "-"]))
def test_ranges_are_read_back(low: int, more: int, join: str) -> None:
    (found,) = read(f"{low}{join}{low + more} percent", "en")
    assert (found.value, found.high, found.unit) == (Decimal(low), Decimal(low + more), "percent")


@settings(max_examples=100, deadline=None)
@given(value=st.integers(min_value=1, max_value=9999), decimals=st.integers(min_value=1, max_value=2))
def test_a_vote_settles_what_a_number_alone_does_not(value: int, decimals: int) -> None:
    text = f"{value},{'5' * decimals}"
    assert read(text, "", Hints(decimal_mark=","))[0].readings == ()


@pytest.mark.parametrize("lang", sorted(SEPARATORS))
def test_hundredths_of_a_percent_keep_their_precision(lang: str) -> None:
    assert [found.ulp for found in read(f"0{SEPARATORS[lang][1]}05 {PERCENT[lang]}", lang)] == [Decimal("0.01")]
