"""How words bound a number, in every language read (NUMBERS §3), and what makes two numbers one range."""

from decimal import Decimal

import pytest

from app.quantities import Comparator, Kind, read

MORE, LEAST, LESS, MOST = Comparator.MORE_THAN, Comparator.AT_LEAST, Comparator.LESS_THAN, Comparator.AT_MOST
ABOUT, NEARLY, EXACT, EXACTLY = Comparator.ABOUT, Comparator.NEARLY, Comparator.EXACT, Comparator.EXACTLY

BOUNDED = [
    ("en", "over 42 people", MORE), ("en", "more than 42 people", MORE), ("en", "above 42 percent", MORE),
    ("en", "exceeds 42 percent", MORE),
    ("en", "topped 42 percent", MORE), ("en", "well over 42 people", MORE), ("en", "in excess of 42 people", MORE), ("en", ">42 %", MORE),
    ("en", "42+ people", LEAST), ("en", "at least 42 people", LEAST), ("en", "no fewer than 42 people", LEAST),
    ("en", "42 people or more", LEAST),
    ("en", "aged 42 and older", LEAST), ("en", "≥ 18 years", LEAST), ("en", "under 42 people", LESS), ("en", "less than 42 percent", LESS),
    ("en", "fewer than 42 people", LESS), ("en", "below 42 percent", LESS), ("en", "a bit under 50%", LESS),
    ("en", "at most 42 people", MOST),
    ("en", "no more than 42 people", MOST), ("en", "up to 42 people", MOST), ("en", "as many as 42 people", MOST),
    ("en", "about 42 people", ABOUT),
    ("en", "some 42 people", ABOUT), ("en", "circa 42 people", ABOUT), ("en", "~42 people", ABOUT), ("en", "42 people or so", ABOUT),
    ("en", "roughly 42 people", ABOUT), ("en", "an estimated 42 people", ABOUT), ("en", "on the order of 42 people", ABOUT),
    ("en", "nearly 42 people", NEARLY),
    ("en", "almost 42 people", NEARLY), ("en", "close to 42 people", NEARLY), ("en", "just under 42 people", NEARLY),
    ("en", "exactly 42 people", EXACTLY),
    ("en", "just 42 people", EXACT), ("en", "only 42 people", EXACT), ("en", "a total of 42 people", EXACT), ("en", "42 people", EXACT),
    ("en", "over less than 42 people", LESS), ("en", "averaged over 42 people", EXACT), ("en", "hundreds of people", MORE),
    ("de", "mehr als 42 Menschen", MORE), ("de", "über 42 Menschen", MORE), ("de", "mindestens 42 Menschen", LEAST),
    ("de", "weniger als 42 Menschen", LESS),
    ("de", "unter 42 Prozent", LESS), ("de", "bis zu 42 Menschen", MOST), ("de", "höchstens 42 Menschen", MOST),
    ("de", "rund 42 Menschen", ABOUT),
    ("de", "etwa 42 Menschen", ABOUT), ("de", "knapp 42 Menschen", NEARLY), ("de", "fast 42 Menschen", NEARLY),
    ("de", "genau 42 Menschen", EXACTLY),
    ("de", "nur 42 Menschen", EXACT), ("de", "sank um 42 Prozent", EXACT), ("fr", "plus de 42 personnes", MORE),
    ("fr", "au moins 42 personnes", LEAST),
    ("fr", "moins de 42 personnes", LESS), ("fr", "jusqu'à 42 personnes", MOST), ("fr", "environ 42 personnes", ABOUT),
    ("fr", "presque 42 personnes", NEARLY),
    ("fr", "près de 42 personnes", NEARLY), ("fr", "exactement 42 personnes", EXACTLY), ("es", "más de 42 personas", MORE),
    ("es", "al menos 42 personas", LEAST),
    ("es", "menos de 42 personas", LESS), ("es", "hasta 42 personas", MOST), ("es", "unas 42 personas", ABOUT),
    ("es", "alrededor de 42 personas", ABOUT),
    ("es", "aproximadamente el 42%", ABOUT), ("es", "casi 42 personas", NEARLY), ("it", "oltre 42 persone", MORE),
    ("it", "più di 42 persone", MORE),
    ("it", "almeno 42 persone", LEAST), ("it", "meno di 42 persone", LESS), ("it", "fino a 42 persone", MOST),
    ("it", "circa 42 persone", ABOUT),
    ("it", "quasi 42 persone", NEARLY), ("pt", "mais de 42 pessoas", MORE), ("pt", "pelo menos 42 pessoas", LEAST),
    ("pt", "menos de 42 pessoas", LESS),
    ("pt", "até 42 pessoas", MOST), ("pt", "cerca de 42 pessoas", ABOUT), ("pt", "quase 42 pessoas", NEARLY),
    ("nl", "meer dan 42 mensen", MORE),
    ("nl", "ruim 42 mensen", MORE), ("nl", "minstens 42 mensen", LEAST), ("nl", "minder dan 42 mensen", LESS),
    ("nl", "hooguit 42 mensen", MOST),
    ("nl", "ongeveer 42 mensen", ABOUT), ("nl", "bijna 42 mensen", NEARLY), ("nl", "steeg tot 42 procent", EXACT),
    ("ru", "более 42 человек", MORE),
    ("ru", "около 42 человек", ABOUT), ("zh", "超过42人", MORE), ("zh", "约42人", ABOUT), ("ja", "約42人", ABOUT),
    ("ar", "أكثر من 42 شخص", MORE), ("hi", "लगभग 42 लोग", ABOUT),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "comparator"), BOUNDED)
def test_words_around_a_number_bound_it(lang: str, text: str, comparator: Comparator) -> None:
    (quantity,) = read(text, lang)
    assert quantity.comparator is comparator


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("amounting to just $3.5 billion as of late", "just $3.5 billion"),
        ("they met over 42 times [1]—a testament", "over 42 times"),
        ("nearly 140K active users wrote", "nearly 140K active users"),
        ("(about 33 visits a day)", "about 33 visits a day"),
        ("8938 five-letter words", "8938 five-letter words"),
        ("around 1,000 live executive branch .gov parent domains", "around 1,000 live executive branch .gov parent domains"),
        ("HSTS is on almost half (43%) of domains", "almost half (43%)"),
        ("four months or so later", "four months or so"),
    ],
)
def test_the_surface_takes_the_bound_and_the_noun_in(text: str, surface: str) -> None:
    assert [quantity.surface for quantity in read(text, "en")] == [surface]


RANGES = [
    ("$10 to $15 billion", "10000000000", "15000000000"), ("$10-15 billion", "10000000000", "15000000000"),
    ("$10 billion to $15 billion", "10000000000", "15000000000"),
    ("between 5 and 7 percent", "5", "7"), ("between 5% and 7%", "5", "7"), ("5-7%", "5", "7"), ("5–7 %", "5", "7"),
    ("5 to 7 percent", "5", "7"), ("two or three weeks", "2", "3"),
    ("8- to 16-meter", "8", "16"), ("900,000 to 1.2 million people", "900000", "1200000"), ("prices from $5 to $10", "5", "10"),
    ("between one hundred and two hundred people", "100", "200"),
    ("0.1 to 500 ETH", "0.1", "500"), ("1500–2000 IU", "1500", "2000"), ("six to eight weeks", "6", "8"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_a_range_has_two_ends_and_shares_scale_and_unit(text: str, low: str, high: str) -> None:
    (quantity,) = read(text, "en")
    assert (quantity.value, quantity.high) == (Decimal(low), Decimal(high))


CHANGES = [
    ("went from 6% to 23%", [("6", "percent"), ("23", "percent")]), ("fell from 25 to 20 percent", [("25", "percent"), ("20", "percent")]),
    ("rose by 3 percent to 45 dollars", [("3", "percent"), ("45", "USD")]),
    ("climbed from $2.1 billion to $3.4 billion", [("2100000000", "USD"), ("3400000000", "USD")]),
    ("sank von 6,1 auf 5,8 Prozent", [("6.1", "percent"), ("5.8", "percent")]), ("rose 3% to 45%", [("3", "percent"), ("45", "percent")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "values"), CHANGES)
def test_a_change_and_a_level_are_never_a_range(text: str, values: list[tuple[str, str]]) -> None:
    lang = "de" if text.startswith("sank") else "en"
    assert [(str(quantity.value), quantity.unit, quantity.high) for quantity in read(text, lang)] == [(*value, None) for value in values]


def test_between_and_a_range_are_told_apart_by_the_comparator() -> None:
    comparators = [read(text, "en")[0].comparator for text in ("between 5 and 7 percent", "5 to 7 percent")]
    assert comparators == [Comparator.BETWEEN, Comparator.EXACT]


def test_vague_numbers_are_marked_as_such() -> None:
    vague = [quantity.vague for text in ("hundreds of people", "100 people", "several thousand people") for quantity in read(text, "en")]
    assert vague == [True, False, True]


def test_the_two_leaders_only_point_back() -> None:
    definite = [
        quantity.definite for text in ("the two leaders met", "two leaders met", "those 1,550 people") for quantity in read(text, "en")
    ]
    assert definite == [True, False, False]


def test_a_count_keeps_its_noun() -> None:
    nouns = [(quantity.kind, quantity.noun) for quantity in read("12 people and 3,258 confirmed covid cases", "en")]
    assert nouns == [(Kind.COUNT, "people"), (Kind.COUNT, "cases")]
