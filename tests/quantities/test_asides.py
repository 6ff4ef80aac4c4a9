"""Figures that are no quantity are set aside, and the reason is kept (NUMBERS §2)."""

import pytest

from app.quantities import Kind, asides, read

SET_ASIDE = [
    ("en", "COVID-19 spread"), ("en", "an F-35 jet"), ("en", "the S&P 500 index"), ("en", "a Boeing 787 jet"), ("en", "Web 2.0"),
    ("en", "Windows 11"), ("en", "Voyager 2 flew on"),
    ("en", "the G7 summit"), ("en", "version 3.6.1"), ("en", "v2.0.1 is out"), ("en", "No. 5"), ("en", "Article 50"),
    ("en", "Section 2.1"), ("en", "Chapter 3"), ("en", "Figure 4"),
    ("en", "Route 66"), ("en", "see page 45"), ("en", "at 10:30 pm"), ("en", "at 7.45am"), ("en", "call 555-1234"),
    ("en", "+1-222-222-2222"), ("en", "ISBN 978-3-16-148410-0"),
    ("en", "beat them 3-1"), ("en", "passed by 217-213"), ("en", "voted 52 to 48"), ("en", "one of the best"),
    ("en", "One thing is clear"), ("en", "one another"), ("en", "an 18F effort"),
    ("en", "a 5G network"), ("en", "H1N1 flu"), ("en", "https://example.org/2016/12/31"), ("en", "mail b2b4@example.org"),
    ("en", "doi 10.1000/182 applies"), ("en", "`x = 5` runs"),
    ("en", r"the formula \(f(n) = 2n^2\) grows"), ("en", "(1) the first"), ("en", "the Alexa Top 1 Million list"), ("en", "24/7"),
    ("en", "the 9/11 attacks"), ("en", "192.168.1.2"),
    ("en", "007"), ("en", "21 Jump Street"), ("en", "in million dollars"), ("en", "25(OH)D levels"), ("en", "a 4x4 truck"),
    ("en", "the 1960s schism"), ("en", "on May 5"),
    ("en", "docs under /3.6/ are old"), ("en", "a 51% attack"), ("en", "M-15-13"), ("de", "Seite 12"), ("de", "Abs. 2"),
    ("de", "Kapitel 3"), ("fr", "l'article 5"), ("it", "l'art. 5"),
    ("es", "en primer lugar"), ("es", "una vez"), ("fr", "sur un an"), ("de", "am 3. Oktober"), ("nl", "een van de"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), SET_ASIDE)
def test_names_references_times_and_sayings_are_no_quantity(lang: str, text: str) -> None:
    assert [quantity.surface for quantity in read(text, lang) if quantity.kind is not Kind.ORDINAL] == []


REASONS = [
    ("COVID-19", "part of a name"), ("Boeing 787", "a numeral in a name or reference"), ("A Pioneer 2 flew", "a numeral in a name"),
    ("at 10:30 pm", "time of day"), ("No. 5", "a number of a series"),
    ("beat them 3-1", "a score"), ("one of the best", "a saying or pronoun"), ("https://example.org/5", "part of an address or of code"),
    ("the 1960s", "a decade"), ("on May 5", "a month day"),
    ("(1) the first", "an item's number in a list"), ("one idea", "“one” as a pronoun or article"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_an_aside_says_why_and_where(text: str, reason: str) -> None:
    (aside,) = asides(text, "en")
    assert aside.reason == reason
    assert text[aside.start : aside.end] == aside.surface


def test_text_without_numbers_has_neither_quantities_nor_asides() -> None:
    text = "The committee met again and did not decide anything."
    assert (read(text, "en"), asides(text, "en")) == ((), ())


def test_what_is_longer_than_a_block_of_text_is_set_aside() -> None:
    text = "five people " * 40_000
    (rest,) = [aside for aside in asides(text, "en") if "longer" in aside.reason]
    assert rest.end == len(text)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The company said that sales were up 5.5 percent.", "en"),
        ("Der Umsatz stieg um 5,5 Prozent.", "de"),
        ("Le chiffre d'affaires a augmenté de 5,5 pour cent.", "fr"),
        ("Las ventas de la empresa subieron un 5,5 por ciento.", "es"),
        ("Le vendite della società sono salite del 5,5 per cento.", "it"),
        ("As vendas da empresa subiram 5,5 por cento em um ano.", "pt"),
        ("De omzet van het bedrijf steeg met 5,5 procent.", "nl"),
    ],
)
def test_the_language_is_told_by_its_words_when_it_is_not_given(text: str, lang: str) -> None:
    assert [(found.value, found.unit) for found in read(text)] == [(found.value, found.unit) for found in read(text, lang)]
    assert read(text)[0].unit == "percent"
