"""Figures, scales and words, as NUMBERS §3 lists them: what is written, and the number that it is."""

from decimal import Decimal

import pytest

from app.quantities import Hints, read, vote

FIGURES = [
    ("1,234.5 tonnes", "en", "1234.5"), ("1.234,5 Tonnen", "de", "1234.5"), ("1 234,5 tonnes", "fr", "1234.5"),
    ("1\u202f234,5 tonnes", "fr", "1234.5"), ("1\u00a0234 tonnes", "fr", "1234"), ("1'234.5 Tonnen", "de", "1234.5"),
    ("12,34,567 rupees", "en", "1234567"), (".5 percent", "en", "0.5"), ("1½ hours", "en", "1.5"), ("3 1/2 miles", "en", "3.5"),
    ("26⅔ g", "en", "26.66666666666666666666666667"), ("10^9 cells", "en", "1000000000"), ("10⁹ cells", "en", "1000000000"),
    ("1.5×10⁶ cells", "en", "1500000"), ("1.5 x 10^6 cells", "en", "1500000"), ("1.5e6 cells", "en", "1500000"),
    ("2e-3 m", "en", "0.002"), ("2.48×10−5 m", "en", "0.0000248"), ("１，２３４人".replace("，", ","), "ja", "1234"),
    ("٣٫٥ مليار", "ar", "3500000000"),
    ("१२ हजार", "hi", "12000"),
    ("4 , 000 people", "en", "4000"), ("$ 3.5 million", "en", "3500000"), ("3.5 % of", "en", "3.5"),
    ("US $ 40", "en", "40"),
    ("−5 °C", "en", "-5"), ("-5 °C", "en", "-5"), ("- 2,5 %", "fr", "-2.5"), ("minus 5 percent", "en", "-5"), ("¾ of a mile", "en", "0.75"),
    ("1\u200b234 people".replace("\u200b", ""), "en", "1234"), ("12\u00ad500 people", "en", "12500"), ("42¹ people", "en", "42"),
    ("over 42 times [1]", "en", "42"), ("7 contributors [14]_", "en", "7"), ("3.5 million[note 2] people", "en", "3500000"),
    ("9† people", "en", "9"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lang", "value"), FIGURES)
def test_figures_are_read_in_every_convention(text: str, lang: str, value: str) -> None:
    assert [quantity.value for quantity in read(text, lang)] == [Decimal(value)]


SCALES = [
    ("140K users", "en", 140_000), ("3M articles", "en", 3_000_000), ("5m people", "en", 5_000_000), ("$5m", "en", 5_000_000),
    ("£3mn", "en", 3_000_000), ("€3mln", "en", 3_000_000), ("$2MM", "en", 2_000_000), ("$3b", "en", 3_000_000_000),
    ("$3bn", "en", 3_000_000_000),
    ("$1tn", "en", 10**12), ("$1t", "en", 10**12), ("5 lakh rupees", "en", 500_000), ("5 crore rupees", "en", 50_000_000),
    ("1.2 lakh crore rupees", "en", 12 * 10**11), ("3万人", "zh", 30_000), ("3亿人", "zh", 300_000_000), ("3千人", "zh", 3_000),
    ("2 Mio. Euro", "de", 2_000_000),
    ("2 Mrd. Euro", "de", 2_000_000_000), ("2 milliards d'euros", "fr", 2_000_000_000), ("1 Billion Euro", "de", 10**12),
    ("1 billion d'euros", "fr", 10**12),
    ("un billón de pesos", "es", 10**12), ("1 bilione di euro", "it", 10**12), ("1 bilhão de reais", "pt-BR", 10**9),
    ("1 bilião de euros", "pt", 10**12),
    ("1 biljoen euro", "nl", 10**12), ("$1 billion", "en", 10**9), ("5m high", "en", 5), ("2 тыс. рублей", "ru", 2_000),
    ("2 млн рублей", "ru", 2_000_000),
    ("2 млрд рублей", "ru", 2_000_000_000), ("5 लाख रुपये", "hi", 500_000), ("5 करोड़ रुपये", "hi", 50_000_000),
    ("2 mil millones de euros", "es", 2_000_000_000),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lang", "value"), SCALES)
def test_scales_multiply(text: str, lang: str, value: int) -> None:
    assert [quantity.value for quantity in read(text, lang)] == [value]


WORDS = [
    ("two hundred and fifty people", "en", "250"), ("twenty-one countries", "en", "21"),
    ("three and a half billion people", "en", "3500000000"),
    ("half a million people", "en", "500000"), ("a quarter of a million people", "en", "250000"),
    ("three quarters of a million people", "en", "750000"),
    ("two-thirds of voters", "en", "0.6666666666666666666666666667"), ("two dozen people", "en", "24"), ("half a dozen people", "en", "6"),
    ("one million two hundred thousand people", "en", "1200000"), ("one hundred and six people", "en", "106"),
    ("nine point nought four percent", "en", "9.04"),
    ("zweihundertfünfzig Menschen", "de", "250"), ("dreiundzwanzig Menschen", "de", "23"), ("eintausendzweihundert Menschen", "de", "1200"),
    ("zweieinhalb Jahre", "de", "2.5"), ("anderthalb Millionen Menschen", "de", "1500000"), ("eine halbe Million Menschen", "de", "500000"),
    ("zwei Drittel der Menschen", "de", "0.6666666666666666666666666667"), ("quatre-vingt-dix-sept pays", "fr", "97"),
    ("soixante et onze pays", "fr", "71"),
    ("deux cent cinquante mille personnes", "fr", "250000"), ("trois millions et demi de personnes", "fr", "3500000"),
    ("un demi-million de personnes", "fr", "500000"),
    ("doscientas cincuenta personas", "es", "250"), ("treinta y un países", "es", "31"),
    ("dos mil trescientos millones de euros", "es", "2300000000"),
    ("medio millón de personas", "es", "500000"), ("duecentocinquanta persone", "it", "250"), ("ventuno paesi", "it", "21"),
    ("tremilacinquecento euro", "it", "3500"),
    ("mezzo milione di persone", "it", "500000"), ("duzentas e cinquenta pessoas", "pt", "250"), ("trinta e um países", "pt", "31"),
    ("meio milhão de pessoas", "pt", "500000"),
    ("tweehonderdvijftig mensen", "nl", "250"), ("drieëntwintig landen", "nl", "23"), ("anderhalf miljoen mensen", "nl", "1500000"),
    ("三亿五千万人", "zh", "350000000"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lang", "value"), WORDS)
def test_words_add_up(text: str, lang: str, value: str) -> None:
    assert [quantity.value for quantity in read(text, lang)] == [Decimal(value)]


PRECISION = [
    ("$245 billion", "1000000000"), ("$244.8bn", "100000000"), ("$245,000,000,000", "1"), ("12.34 percent", "0.01"),
    ("half of voters", "0.02"),
    ("3 million people", "1000000"), ("120 people", "1"), ("$10 to $15 billion", "1000000000"), ("twenty people", "1"),
    ("5 lakh people", "100000"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ulp"), PRECISION)
def test_written_precision_is_the_last_place_times_the_scale(text: str, ulp: str) -> None:
    assert [quantity.ulp for quantity in read(text, "en")] == [Decimal(ulp)]


@pytest.mark.parametrize(
    ("text", "lang", "hints", "values"),
    [
        ("1.234", "", Hints(), [Decimal("1.234"), Decimal(1234)]),
        ("1.234", "", Hints(decimal_mark=","), []),
        ("1.234", "", Hints(decimal_mark="."), []),
        ("1.234", "de", Hints(), []),
        ("1,234", "en", Hints(), []),
        ("48,000 books a year", "", Hints(), []),
        ("about 30.000 inhabitants", "en", Hints(), [Decimal(30000), Decimal(30)]),
    ],
)
def test_a_separator_keeps_both_readings_until_the_document_or_language_settles_it(
    text: str, lang: str, hints: Hints, values: list[Decimal]
) -> None:
    (quantity,) = read(text, lang, hints)
    assert [reading.low for reading in quantity.readings] == values


@pytest.mark.parametrize(
    ("text", "lang", "mark"),
    [
        ("It grew 3.5% to 1,234.5 units.", "", "."),
        ("Um 3,5 % auf 1.234,5 Stück.", "", ","),
        ("1.234.567 Menschen", "", ","),
        ("1,234,567 people", "", "."),
        ("1.234 oder 5.678", "de", ","),
        ("nothing to see", "", None),
        ("1.234", "es", None),
        ("3.5 and 3,5", "", None),
        ("served at 127.0.0.1 since version 2.1.3 of 12.03.2024; 52,000 books", "en", "."),
        ("http://10.0.0.1/a and http://10.0.0.2/b list 52,000 books", "", None),
        ("1.234.567 und 2.345.678 Euro", "", ","),
        ("Um 14.30 Uhr hatte Python 3.11 genau 1.500 Nutzer.", "de", ","),
        ("3.5 %, 2.25 %, 7.8 % und 1.4 % im Bericht", "de", "."),
        ("12,34,567 rupees and 1,234,567 more", "", "."),
    ],
)
def test_a_document_votes_on_its_decimal_mark(text: str, lang: str, mark: str | None) -> None:
    assert vote(text, lang).decimal_mark == mark
