"""Each format is told from the text, and leaves what is no running text aside."""

import pytest

from app import claims
from app.claims import Format

SNIFFED = [
    ("Sales rose 5% [1].\n\n[1] https://a.example", Format.TEXT),
    ("Title\n=====\n\nSales rose 5% [1]_.\n\n.. [1] Report", Format.TEXT),
    ("Sales\n=====\n\n.. note:: Old\n\n**Sales** rose with :ref:`bread`, **costs** with ``milk``.", Format.TEXT),
    ("# Sales\n\nSales [rose 5%](https://a.example).", Format.MARKDOWN),
    ("Sales rose 5%.[^1]\n\n[^1]: https://a.example", Format.MARKDOWN),
    ("---\ntitle: Sales\n---\n\nSales **rose** 5%.", Format.MARKDOWN),
    ("<!DOCTYPE html><html><body><p>Sales rose 5%.</p></body></html>", Format.HTML),
    ("  <p>Sales rose 5%.</p>", Format.HTML),
    ("'''Sales''' rose 5%.<ref>Report</ref>\n\n== Costs ==\n[[Costs]] fell.", Format.WIKITEXT),
    ("", Format.TEXT),
]


@pytest.mark.parametrize(("text", "form"), SNIFFED)
def test_the_format_is_told_from_the_text(text: str, form: Format) -> None:
    assert claims.read(text).format is form


LANGUAGES = [
    ("en", "The price of bread rose by 5 % and that of milk did not."),
    ("de", "Der Preis für Brot ist um 5 % gestiegen, der für Milch nicht."),
    ("fr", "Le prix du pain a augmenté de 5 % et celui du lait n’a pas bougé."),
    ("es", "El precio del pan subió un 5 % y el de la leche no."),
    ("it", "Il prezzo del pane è salito del 5 % e quello del latte non è cambiato."),
    ("pt", "O preço do pão subiu 5 % e o do leite não mudou."),
    ("nl", "De prijs van het brood steeg met 5 % en die van de melk niet."),
    ("ru", "Цена хлеба выросла на 5 %, а цена молока не изменилась."),
    ("zh", "面包价格上涨了百分之五，而牛奶没有。"),
    ("ja", "パンの値段は5％上がったが、牛乳は変わらない。"),
    ("en", "5 %"),
]


@pytest.mark.parametrize(("lang", "text"), LANGUAGES)
def test_the_language_is_told_from_the_text(lang: str, text: str) -> None:
    assert claims.read(text).lang == lang


def test_a_given_language_wins() -> None:
    assert claims.read("The price of bread", lang="fr").lang == "fr"


def test_titles_come_from_the_document() -> None:
    assert claims.read("---\ntitle: 'Bread'\n---\n\n# Milk\n", Format.MARKDOWN).title == "Bread"
    assert claims.read("[title]: <> (Bread)\n\nMilk.\n", Format.MARKDOWN).title == "Bread"
    assert claims.read("<title>Site</title><h1>Bread</h1>", Format.HTML).title == "Bread"
    assert claims.read("PEP: 1\nTitle: Bread\nStatus: Draft\n\nMilk.", Format.TEXT).title == "Bread"
    assert claims.read("Bread is dear\n\nMilk is not.", Format.TEXT).title == "Bread is dear"


def test_tables_are_out_of_scope() -> None:
    page = "<table><tr><td>Bread sold for 5 euros a loaf in 2020.</td></tr></table><p>Milk rose 5%.</p>"
    assert [claim.sentence for claim in claims.read(page, Format.HTML).claims] == ["Milk rose 5%."]
    assert claims.read("| Year | Loaves |\n|---|---|\n| 2020 | 500 loaves were sold |\n", Format.MARKDOWN).claims == ()
    assert claims.read("Year   Loaves   Price\n2020   500      3 euros\n2021   600      4 euros\n", Format.TEXT).claims == ()


def test_a_table_that_lays_out_the_page_is_read() -> None:
    story = "Bread rose 5%. " + "The baker said that nobody had expected it, and went home. " * 12
    assert len(claims.read(f"<table><tr><td>Menu</td><td><p>{story}</p></td></tr></table>", Format.HTML).claims) == 1


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The price of bread rose by five percent last year, and bakers sold\n"
        "12,000 loaves fewer than in the year before, which hurt them a lot\n"
        "and their 300 suppliers even more."
    )
    assert len(claims.read(text, Format.TEXT).claims) == 1


def test_a_number_split_by_tags_is_whole() -> None:
    claim = claims.read("<p>It rose by <b>3</b>.5 percent to 10<sup>6</sup> loaves and 5 km<sup>2</sup>.</p>", Format.HTML).claims[0]
    assert claim.sentence == "It rose by 3.5 percent to 10⁶ loaves and 5 km²."


def test_sections_and_the_sentence_before_are_kept() -> None:
    text = "# Food\n\n## Bread\n\nBakers worry. Prices rose 5%.\n\n## Milk\n\nPrices rose 6%.\n"
    found = claims.read(text, Format.MARKDOWN).claims
    assert [(claim.section, claim.context) for claim in found] == [(("Food", "Bread"), "Bakers worry."), (("Food", "Milk"), "")]


def test_a_sentence_runs_on_over_the_foot_and_head_of_a_printed_page() -> None:
    page = "\n\n\n\nPoe                     Informational                  [Page 3]\n\nRFC 1          A Memo          August 2020\n\n\n"
    text = f"   In 1998 there were 200 million users, and\n   traffic grew by half of{page}   its size.\n\n   A header MUST hold 16 bytes."
    reading = claims.read(text, Format.TEXT, "en")
    assert [claim.sentence for claim in reading.claims] == ["In 1998 there were 200 million users, and traffic grew by half of its size."]
    assert reading.rejections[0].reason == "it sets a parameter of a design"


def test_two_line_breaks_end_a_paragraph_of_a_page() -> None:
    page = "<p>Sales rose 5%<br>in May.<br><br><b>The costs</b><br /><br />Costs fell 3 percent.</p>"
    reading = claims.read(page, Format.HTML, "en")
    assert [claim.sentence for claim in reading.claims] == ["Sales rose 5% in May.", "Costs fell 3 percent."]


def test_lines_with_bold_labels_are_entries_of_a_list() -> None:
    text = "Debt over time:\n\n**1990:** $24 billion\n**2010:** $833 billion ($665B federal)\n\nThe end."
    reading = claims.read(text, Format.MARKDOWN, "en")
    assert [claim.sentence for claim in reading.claims] == ["1990: $24 billion", "2010: $833 billion ($665B federal)"]


def test_fields_without_a_fence_are_no_text() -> None:
    text = "project: /web/2/x\ndescription: For 2 billion users\n\n{# updated 2018 #}\n\nSales rose 5% in **May**.\n"
    assert claims.read(text, Format.MARKDOWN, "en").text == "Sales rose 5% in May."


def test_a_short_line_that_ends_in_the_middle_of_a_clause_goes_on() -> None:
    text = (
        "The number of those who came by train grew in all of the seven years that the survey covers,\n"
        "and with a yearly growth of\nSundays, of which there were 52, and with 3-4\nMondays a month it was the busiest day of the week."
    )
    (claim,) = claims.read(text, Format.TEXT, "en").claims
    assert claim.sentence.startswith("The number")
    assert claim.sentence.endswith("of the week.")
