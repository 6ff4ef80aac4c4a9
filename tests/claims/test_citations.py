"""The ten rules by which a text attaches URLs to a sentence, by name."""

import pytest

from app import claims
from app.claims import Format, How

A, B, C = "https://a.example/1", "https://b.example/2", "https://c.example/3"

RULES = [
    ("1 a marker inside a sentence", Format.TEXT, f"Sales rose 5% [1] last year.\n\n[1] {A}", [[A]]),
    ("1 a marker right after the stop", Format.TEXT, f"Sales rose 5% last year.[1] Costs fell 3%.\n\n[1] {A}", [[A], []]),
    ("1 a marker a blank after the stop", Format.TEXT, f"Sales rose 5% last year. [1] Costs fell 3%.\n\n[1] {A}", [[A], []]),
    ("1 two markers after the stop", Format.TEXT, f"Sales rose 5% last year.[1][2]\n\n[1] {A}\n[2] {B}", [[A, B]]),
    ("1 markers in one bracket", Format.TEXT, f"Sales rose 5% last year [1, 2].\n\n[1] {A}\n[2] {B}", [[A, B]]),
    ("1 a stretch of markers", Format.TEXT, f"Sales rose 5% last year [1–3].\n\n[1] {A}\n[2] {B}\n[3] {C}", [[A, B, C]]),
    ("1 a raised marker", Format.TEXT, f"Sales rose 5% last year.² Costs fell 3%.\n\nNotes\n1. {A}\n2. {B}", [[B], []]),
    ("1 a footnote of Markdown", Format.MARKDOWN, f"Sales rose 5%.[^x] Costs fell 3%.\n\n[^x]: See {A}", [[A], []]),
    ("1 a shortcut reference of Markdown", Format.MARKDOWN, f"Sales rose 5% [1] last year. Costs fell 3%.\n\n[1]: {A}", [[A], []]),
    ("1 a full reference of Markdown", Format.MARKDOWN, f"Sales [rose 5%][s] last year.\n\n[s]: {A}", [[A]]),
    ("1 an autolink", Format.MARKDOWN, f"Sales rose 5% (<{A}>).", [[A]]),
    ("1 a bare URL", Format.TEXT, f"Sales rose 5% ({A}).", [[A]]),
    ("1 a link in brackets after the stop", Format.HTML, f'<p>Sales rose 5%. (<a href="{A}">Reuters</a>) Costs fell 3%.</p>', [[A], []]),
    ("1 a note of reStructuredText", Format.TEXT, f"Sales rose 5% [7]_ last year.\n\n.. [7] Report\n   ({A})", [[A]]),
    ("1 a link of reStructuredText", Format.TEXT, f"Sales `rose 5% <{A}>`_ last year.", [[A]]),
    ("2 a bare number after the stop", Format.HTML, f'<p>Sales rose 5% in May.<a href="{A}">2</a> Costs fell 3%.</p>', [[A], []]),
    ("2 a raised bare number", Format.HTML, f'<p>Sales rose 5% in May.<sup><a href="{A}">2</a></sup> Costs fell 3%.</p>', [[A], []]),
    ("3 an anchor over two sentences", Format.HTML, f'<p><a href="{A}">Sales rose 5% in May. Costs fell 3% in May.</a></p>', [[A], [A]]),
    ("4 two links in one sentence", Format.HTML, f'<p><a href="{A}">Sales rose 5%</a> and <a href="{B}">costs fell 3%</a>.</p>', [[A, B]]),
    ("5 ibid.", Format.TEXT, f"Sales rose 5%.[1] Costs fell 3%.[2]\n\n[1] Report, {A}\n[2] Ibid., p. 4", [[A], [A]]),
    (
        "5 op. cit.",
        Format.TEXT,
        f"Sales rose 5%.[1] Costs fell 3%.[2] Rents doubled.[3]\n\n[1] Brown, Sales, {A}\n[2] Green, Costs, {B}\n[3] Brown, op. cit., p. 9",
        [[A], [B], [A]],
    ),
    ("5 see note 1", Format.TEXT, f"Sales rose 5%.[1] Costs fell 3%.[2]\n\n[1] Brown, {A}\n[2] Brown, supra note 1, at 7", [[A], [A]]),
    ("6 two definitions of one marker", Format.TEXT, f"Sales rose 5% [1].\n\n[1] {A}\n\nCosts fell 3% [1].\n\n[1] {B}", [[A], [B]]),
    ("7 a note without a URL", Format.TEXT, "Sales rose 5% [1].\n\n[1] Brown, Sales, 1999.", [[]]),
    ("7 a note with a DOI only", Format.TEXT, "Sales rose 5% [1].\n\n[1] Brown, Sales. doi:10.5555/12345", [[]]),
    ("7 a linked DOI", Format.MARKDOWN, "Sales [rose 5%](doi:10.5555/12345) last year.", [["https://doi.org/10.5555/12345"]]),
    ("8 a source in words only", Format.TEXT, "Sales rose 5%, according to Brown Research.", [[]]),
    ("9 no citation spreads", Format.MARKDOWN, f"[The report]({A}) is out. Sales rose 5%.", [[]]),
    ("10 an internal link", Format.MARKDOWN, "Sales rose 5% in [our shop](/shop).", [[]]),
    ("10 a template link", Format.MARKDOWN, 'Sales rose 5% in [our shop]({{ "/shop" | url }}).', [[]]),
    ("10 an anchor on the page", Format.HTML, '<p>Sales rose 5% (see <a href="#table">the table</a>).</p><table id="table"></table>', [[]]),
    ("10 sharing", Format.HTML, '<p>Sales rose 5%. <a href="https://twitter.com/intent/tweet?u=1">Tweet this</a></p>', [[]]),
    ("10 mail", Format.HTML, '<p>Sales rose 5%, <a href="mailto:a@b.example">says Ann</a>.</p>', [[]]),
]


@pytest.mark.parametrize(("rule", "form", "text", "cited"), RULES, ids=[rule for rule, *_ in RULES])
def test_rule(rule: str, form: Format, text: str, cited: list[list[str]]) -> None:
    reading = claims.read(text, form, "en")
    assert [[citation.url for citation in claim.citations] for claim in reading.claims] == cited, rule


def test_an_internal_link_cites_when_the_text_offers_it_as_the_source() -> None:
    text = "According to [our survey](/survey), sales rose 5%. They rose 4% in [Alder](/alder)."
    reading = claims.read(text, Format.MARKDOWN, "en", "https://shop.example/news")
    assert [[citation.url for citation in claim.citations] for claim in reading.claims] == [["https://shop.example/survey"], []]


def test_author_and_tag_pages_of_the_same_site_cite_nothing() -> None:
    page = (
        '<html><head><link rel="canonical" href="https://www.daily.example/a"></head><body><p>Sales rose 5%, writes '
        '<a href="https://daily.example/author/ann">our data reporter</a> in <a href="https://daily.example/tag/sales">Sales 2020</a>.</p>'
    )
    assert claims.read(page, Format.HTML, "en").claims[0].citations == ()


def test_another_port_is_another_site() -> None:
    page = '<p>Sales <a href="http://127.0.0.1:8001/report">rose by five percent</a>, to 300 loaves.</p>'
    cited = claims.read(page, Format.HTML, "en", "http://127.0.0.1:8000/article").claims[0].citations
    assert [citation.url for citation in cited] == ["http://127.0.0.1:8001/report"]


HOWS = [
    (f"Sales rose 5% [1].\n\n[1] {A}", Format.TEXT, How.REFERENCE, "1"),
    (f"Sales rose 5%.[^1]\n\n[^1]: {A}", Format.MARKDOWN, How.FOOTNOTE, "1"),
    (f"Sales [rose 5%]({A}).", Format.MARKDOWN, How.INSIDE, ""),
    (f'<p>Sales rose 5% in May.<a href="{A}">2</a></p>', Format.HTML, How.AFTER_STOP, "2"),
    (f'<p><a href="{A}">Sales rose 5%. Costs fell 3%.</a></p>', Format.HTML, How.ANCHOR, ""),
]


@pytest.mark.parametrize(("text", "form", "how", "marker"), HOWS)
def test_a_citation_says_how_it_was_attached(text: str, form: Format, how: How, marker: str) -> None:
    citation = claims.read(text, form, "en").claims[0].citations[0]
    assert (citation.how, citation.marker) == (how, marker)
    assert citation.reason


def test_links_that_count_the_sources_are_markers_wherever_they_stand() -> None:
    text = f"Cities hold 2 billion spaces [1]({A}), one for each tree. Rents fell 17%, says a study [2]({B})."
    first, second = claims.read(text, Format.MARKDOWN, "en").claims
    assert [quantity.surface for quantity in first.quantities if quantity.surface.isdigit()] == []
    assert [[citation.url for citation in claim.citations] for claim in (first, second)] == [[A], [B]]


def test_links_on_figures_measure() -> None:
    text = f"The jury of [12]({A}) took [3]({B}) of 40 days to decide."
    (claim,) = claims.read(text, Format.MARKDOWN, "en").claims
    assert {quantity.value for quantity in claim.quantities} >= {12, 3}


def test_a_bracketed_link_after_the_stop_cites_the_sentence_before() -> None:
    text = f"Some 7% of farms got 45% of the aid. [(Poe, Farm Aid Reviewed, 2004)]({A}) So 12 farms closed."
    first, second = claims.read(text, Format.MARKDOWN, "en").claims
    assert [[citation.url for citation in claim.citations] for claim in (first, second)] == [[A], []]
    assert second.sentence == "So 12 farms closed."


@pytest.mark.parametrize(
    "url", ["https://www.amazon.com/gp/product/1?tag=x-20", "https://amzn.to/2x", "https://twitter.com/intent/tweet?a"]
)
def test_links_that_sell_or_share_cite_nothing(url: str) -> None:
    (claim,) = claims.read(f"[Bread]({url}) cost [5%]({A}) more.", Format.MARKDOWN, "en").claims
    assert [citation.url for citation in claim.citations] == [A]
