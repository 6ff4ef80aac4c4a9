"""Sentences, cells, words, times: what a document is laid out into."""

from datetime import date

import pytest

from app import verify
from app.quantities import TimeRole
from app.quantities.agree import Relation
from app.verify.contrast import contrast
from app.verify.sentences import sentences, tidy
from app.verify.tables import note_of
from app.verify.times import Time, relate, times
from app.verify.words import detect, stem
from tests.verify.pages import paragraphs, table


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One sentence. Another one.", 2),
        ("Dr. Smith met Gov. Lee at 9 a.m. in St. Louis.", 1),
        ("Prices rose 3.5 percent. Wages did not.", 2),
        ("Am 12. März kamen 40 Gäste. Danach keine.", 2),
        ("It fell to No. 5 in the list. Then it rose!", 2),
        ("The deadline was 2020.As of 1 April it passed.", 2),
        ("first line\nsecond line", 2),
        ("", 0),
    ],
)
def test_text_is_cut_at_sentences_not_at_abbreviations(text: str, count: int) -> None:
    assert count == len(list(sentences(text)))


def test_sentences_keep_their_places() -> None:
    text = "One sentence. Another one! “A third?” Yes."

    assert all(text[a:b].strip() == text[a:b] for a, b in sentences(text))


def test_tidying_keeps_every_place() -> None:
    text = "He said `` 42 '' twice"

    assert len(text) == len(tidy(text))


@pytest.mark.parametrize(
    ("word", "code", "concept"),
    [
        ("fatalities", "en", "=death"),
        ("todesfalle", "de", "=death"),
        ("chine", "fr", "@CN"),
        ("poland", "en", "@PL"),
        ("inwoners", "nl", "=person"),
    ],
)
def test_words_of_all_languages_share_concepts(word: str, code: str, concept: str) -> None:
    assert concept == stem(word, code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The building covers more than that of the town hall.", "en"),
        ("Die Arbeitslosenquote lag im März bei 5,9 Prozent.", "de"),
        ("Le taux de chômage a baissé dans la région.", "fr"),
        ("El precio del agua subió en la ciudad.", "es"),
        ("42", ""),
    ],
)
def test_a_language_is_guessed_by_its_words(text: str, code: str) -> None:
    assert code == detect(text)


@pytest.mark.parametrize(
    ("header", "unit", "power"),
    [
        ("Exports (US$ million)", "USD", 6),
        ("Länge (km)", "km", 0),
        ("Share of wind (%)", "percent", 0),
        ("Population (thousand)", "", 3),
        ("in Mrd. Euro", "EUR", 9),
        ("en milliers", "", 3),
        ("Visitors", "", 0),
        ("Change in percentage points", "percentage_point", 0),
    ],
)
def test_headers_and_captions_name_unit_and_scale(header: str, unit: str, power: int) -> None:
    note = note_of(header)

    assert (unit, power) == (note.unit, note.power)


def test_dots_and_dashes_in_a_table_are_no_values() -> None:
    laid_out = verify.index(table([["City", "2023"], ["Altenberg", ".."], ["Neustadt", "n/a"]]))

    assert [q for place in laid_out.places for q in laid_out.quantities(place)] == []


def test_a_cell_says_where_it_stands() -> None:
    page = table([["City", "Inhabitants"], ["Altenberg", "214500"], ["Neustadt", "87900"]])
    said = verify.judge(verify.view("Neustadt has 87,900 inhabitants.", "en"), page, date(2025, 1, 1))
    passage = said.verdicts[0].passage

    assert passage is not None
    assert (passage.cell, passage.fragment) == ("2,1 (row Neustadt, column Inhabitants)", "#:~:text=Neustadt-,87900")


def test_a_sentence_has_selectors_and_a_deep_link() -> None:
    text = "It is well known. The port, built in 1904, has 12 piers. Ships come daily."
    said = verify.judge(verify.view("The port has 12 piers.", "en"), paragraphs(text), date(2025, 1, 1))
    passage = said.verdicts[0].passage

    assert passage is not None
    assert "The port, built in 1904, has 12 piers." == text[passage.start : passage.end] == passage.exact
    assert (passage.prefix, passage.suffix) == ("It is well known. ", " Ships come daily.")
    assert passage.fragment == "#:~:text=The%20port%2C%20built%20in%201904%2C%20has%2012%20piers."


def day(first: str, last: str = "", role: TimeRole = TimeRole.IN, *, yearless: bool = False) -> Time:
    return Time(first, 0, 1, date.fromisoformat(first), date.fromisoformat(last or first), role, yearless)


@pytest.mark.parametrize(
    ("claim", "source", "relation"),
    [
        (day("2016-01-01", "2016-12-31"), day("2016-03-05"), Relation.INSIDE),
        (day("2016-03-05"), day("2016-01-01", "2016-12-31"), Relation.PARTIAL),
        (day("2016-03-05"), day("2016-03-06"), Relation.DISJOINT),
        (day("1968-01-01", "1968-12-31", TimeRole.BEFORE), day("1967-11-28"), Relation.INSIDE),
        (day("2018-08-05", role=TimeRole.AFTER), day("2018-08-05"), Relation.DISJOINT),
        (day("2020-04-06", role=TimeRole.BY), day("2020-04-05"), Relation.INSIDE),
        (day("2009-01-01", "2009-12-31", TimeRole.SINCE), day("2011-05-01"), Relation.INSIDE),
        (day("0001-03-11", yearless=True), day("2020-03-11"), Relation.INSIDE),
        (day("0001-03-12", yearless=True), day("2020-03-11"), Relation.DISJOINT),
        (day("0001-03-11", yearless=True), day("2020-01-01", "2020-12-31"), Relation.PARTIAL),
    ],
)
def test_times_are_held_against_one_another(claim: Time, source: Time, relation: Relation) -> None:
    assert relation is relate(claim, source)


def test_a_day_without_a_year_takes_the_sentences_only_year() -> None:
    first, _ = times("It began on 3 May and ended on 9 June 2021.", "en")

    assert date(2021, 5, 3) == first.first


@pytest.mark.parametrize("text", ["the 2018 draft was held", "the song 1999 was a hit"])
def test_a_year_in_a_name_is_attributive(text: str) -> None:
    assert all(t.attributive for t in times(text, "en"))


def test_a_year_that_only_dates_the_comparison_is_a_baseline() -> None:
    (baseline,) = times("8 percent more than in 2023", "en")

    assert baseline.baseline


def test_words_that_exclude_one_another_are_told() -> None:
    assert contrast({"=death": 1.0}, {"=injury": 0.8}) == "death / injury"
    assert contrast({"=death": 1.0}, {"=death": 0.9, "=injury": 0.8}) == ""
    assert contrast({"=death": 1.0}, {"=city": 0.8}) == ""


def test_ranking_puts_the_passage_that_speaks_of_the_claim_first() -> None:
    page = paragraphs(
        "Ships call here.",
        "The harbour was dredged in 1931.",
        "Workers dredged the harbour to 12 metres with steam shovels.",
        "Fish is sold.",
    )
    best = verify.rank(verify.view("Workers with steam shovels dredged the harbour to 12 metres.", "en"), page)[0]

    assert best.exact == "Workers dredged the harbour to 12 metres with steam shovels."
