"""What HTML elements become."""

from datetime import date

import pytest

from app import extract
from app.extract import BlockType, Zone
from tests.extract.reading import main_text, only, read_html, texts

PROSE = "The town council met on Monday evening and agreed, after three hours, to repair the old bridge before the winter."


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<b>3</b>.5 million", "3.5 million"),
        ("1<span>2</span>0 boats", "120 boats"),
        ("one<br>two", "one\ntwo"),
        ("12&nbsp;500 boats", "12\xa0500 boats"),
        ("  much \n\t white  space ", "much white space"),
        ("42<sup>1</sup> boats", "42[1] boats"),
        ('42<sup class="reference"><a href="#n1">[1]</a></sup> boats', "42[1] boats"),
        ("10<sup>6</sup> tonnes", "10⁶ tonnes"),
        ("5 m<sup>2</sup> and 3 km<sup>3</sup>", "5 m² and 3 km³"),
        ("the 21<sup>st</sup> time", "the 21st time"),
        ("the word<sup>3</sup> here", "the word[3] here"),
        ("the word<sup>*</sup> here", "the word[*] here"),
        ("CO<sub>2</sub> fell", "CO₂ fell"),
        ("x<script>var a = 1</script>y", "xy"),
        ("a<!-- 5 -->b", "ab"),
        ('see <span hidden>7</span><span class="sr-only">8</span>it', "see it"),
        ("2<wbr>3", "23"),
        ("<span>4.1%</span><span>unemployment</span>", "4.1% unemployment"),
        ("<span>Boats</span><span>1,250</span>", "Boats 1,250"),
        ("<b>1</b><i>st</i>", "1st"),
        ("up <s>40</s> 51 boats", "up 51 boats"),
        ("<del>40</del> <ins>51</ins> boats", "51 boats"),
        (f"51 boats <s>{PROSE * 2}</s>", f"51 boats {PROSE * 2}"),
        ("$12<sup>99</sup> each", "$12.99 each"),
        ('$12<sup><a href="#n12">12</a></sup> each', "$12[12] each"),
        ('51 <span class="tip">boats<span role="tooltip">as counted in 2018</span></span>', "51 boats"),
        ('51 boats<span class="tooltiptext">as counted in 2018</span>', "51 boats"),
        ("<span>Night trains</span><span>From Frankfurt</span>", "Night trains From Frankfurt"),
        ("<b>Wow!</b><i>Boats are back</i>", "Wow! Boats are back"),
        ("Java<b>Script</b><i>s</i>", "JavaScripts"),
        ("Kom&shy;muni&shy;ka&shy;tion and 1&#8203;200&#65279; boats", "Kommunikation and 1200 boats"),
        ("of <math><msup><mn>10</mn><mn>6</mn></msup></math> boats", "of 10 6 boats"),
        ('a <span class="hidden">7</span><span class="hidden md:inline">b</span>', "a b"),
    ],
)
def test_inline_markup_neither_joins_nor_splits_numbers(markup: str, text: str) -> None:
    assert read_html(f"<p>{markup}</p>").blocks[0].text == text


def test_two_line_breaks_end_a_paragraph() -> None:
    document = read_html(f"<div>{PROSE}<br> <br>{PROSE}</div>")
    assert [block.text for block in document.blocks] == [PROSE, PROSE]


@pytest.mark.parametrize(
    ("markup", "kind", "text"),
    [
        ("<ul><li>5 boats and more</li></ul>", BlockType.LIST_ITEM, "5 boats and more"),
        ("<ul><li><p>5 boats</p></li></ul>", BlockType.LIST_ITEM, "5 boats"),
        ("<blockquote><p>I saw 5 boats.</p></blockquote>", BlockType.QUOTATION, "I saw 5 boats."),
        ("<figure><img alt='9'><figcaption>Some 5 boats</figcaption></figure>", BlockType.CAPTION, "Some 5 boats"),
        ("<dl><dt>Population:</dt><dd>3,258 people</dd></dl>", BlockType.LIST_ITEM, "Population: 3,258 people"),
        ('<div class="stat"><span>42</span> million users</div>', BlockType.KEY_FIGURE, "42 million users"),
        ("<div><div>42%</div><div>of adults agree</div></div>", BlockType.KEY_FIGURE, "42% of adults agree"),
        ("<div><h3>$3.5bn</h3><p>revenue in 2023</p></div>", BlockType.KEY_FIGURE, "$3.5bn revenue in 2023"),
        ("<div><p>Boats lost</p><p>1,250</p></div>", BlockType.KEY_FIGURE, "Boats lost 1,250"),
        ("<details><summary>More</summary><p>There were 5 boats.</p></details>", BlockType.HEADING, "More"),
        ("<pre>a  5\n b</pre>", BlockType.CODE, "a  5\n b"),
        ('<ol class="footnotes"><li id="fn1">Without 5 islands.</li></ol>', BlockType.FOOTNOTE, "Without 5 islands."),
        ('<p class="wp-caption-text">Some 5 boats</p>', BlockType.CAPTION, "Some 5 boats"),
    ],
)
def test_elements_become_blocks_of_their_kind(markup: str, kind: BlockType, text: str) -> None:
    block = only(read_html(f"<article><p>{PROSE}</p>{markup}<p>{PROSE}</p></article>"), kind)
    assert (block.text, block.zone) == (text, Zone.MAIN)


def test_a_row_of_key_figures_is_told_apart() -> None:
    row = "<div><p>42%</p><p>of adults</p><p>1.7m</p><p>children</p></div>"
    assert texts(read_html(f"<main><p>{PROSE}</p>{row}</main>"), BlockType.KEY_FIGURE) == ["42% of adults", "1.7m children"]


def test_sections_are_paths_of_headings() -> None:
    document = read_html(f"<main><h1>Fish</h1><h2>Herring</h2><h3>Prices</h3><p>{PROSE}</p><h2>Cod</h2><p>{PROSE}</p></main>")
    assert [block.section for block in document.blocks if block.type is BlockType.PARAGRAPH] == [
        ("Fish", "Herring", "Prices"),
        ("Fish", "Cod"),
    ]


def test_the_id_of_a_heading_is_a_place_to_jump_to() -> None:
    document = read_html(f'<h1>Bridges</h1><p>{PROSE}</p><h3 class="sub" id="nav_after_1997">After 1997</h3><p>{PROSE}</p>')
    assert main_text(document) == f"Bridges\n{PROSE}\nAfter 1997\n{PROSE}"


def test_a_page_hidden_until_its_script_runs_is_read_all_the_same() -> None:
    assert PROSE in main_text(read_html(f'<div style="visibility:hidden"><p>{PROSE}</p><p>{PROSE}</p></div>'))


def test_a_header_without_headline_is_the_sites() -> None:
    document = read_html(f"<header><p>DAX 18,300 points</p></header><h1>Bridge</h1><p>{PROSE}</p>")
    assert main_text(document) == f"Bridge\n{PROSE}"


def test_what_is_laid_out_twice_is_read_once() -> None:
    paragraphs = "".join(f"<p>{PROSE} {number}</p>" for number in range(4))
    twice = f"<div class='wide'>{paragraphs}</div><div class='narrow'>{paragraphs}</div>"
    assert main_text(read_html(f"<main><h1>Bridge</h1>{twice}</main>")).count(PROSE) == 4


def test_the_text_that_a_page_states_as_its_articles_is_looked_up() -> None:
    article = [f"{PROSE} It was vote number {number} that day." for number in range(6)]
    stated = f'<script type="application/ld+json">{{"@type":"Article","articleBody":"{" ".join(article)}"}}</script>'
    strange = "".join(f'<div class="widget-{number} promo"><p>{text} <a href="/x"></a></p></div>' for number, text in enumerate(article))
    assert main_text(read_html(f"{stated}<div class='sidebar'>{strange}</div><div><p>{PROSE}</p></div>")).count("vote number") == 6


def test_an_article_about_cookies_keeps_its_paragraphs() -> None:
    about = "The regulator found that cookies were set before consent on {} of the sites, and asked for a new cookie policy within a month."
    article = "".join(f"<p>{about.format(number)}</p><p>{PROSE}</p>" for number in (14, 15, 16, 17))
    assert main_text(read_html(f"<article><h1>Sites and their cookies</h1>{article}</article>")).count("The regulator") == 4


def test_a_short_page_is_main() -> None:
    assert main_text(read_html("<p>The answer is 42.</p>")) == "The answer is 42."


def test_text_of_nested_tables_that_lay_out_a_page_is_kept_in_order() -> None:
    inner = f"<table><tr><td><p>{PROSE}</p></td></tr></table>"
    assert main_text(read_html(f"<table><tr><td>{inner}</td></tr></table>")) == PROSE


HEAD = """<!DOCTYPE html><html lang="de-AT"><head><title>Der Preis – Zeitung</title>
<meta property="article:modified_time" content="2024-03-05T10:00:00Z"><meta http-equiv="refresh" content="5; url=/next">
<link rel="canonical" href="https://a.example/x"><meta name="robots" content="noindex">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Der Preis",
"datePublished":"2024-03-01T08:00:00+01:00","isAccessibleForFree":false,"articleBody":"12345"}]}</script></head>
<body class="single"><main id="m"><h1>Der Preis</h1><p>Stand: 29. Februar 2024</p>
<p>Der Preis stieg im Jahr 2023 auf 14,20 Euro je Kilo, wie es heißt.</p>
<form><input type="password" name="pw"></form></main></body></html>"""


def test_dates_language_and_facts_come_from_the_head_and_the_text() -> None:
    document = extract.read(HEAD.encode(), "text/html")
    assert (document.title, document.lang) == ("Der Preis – Zeitung", "de-AT")
    assert (document.published, document.modified, document.as_of) == (date(2024, 3, 1), date(2024, 3, 5), date(2024, 2, 29))
    assert document.facts["isAccessibleForFree"] == "False"
    assert document.facts["articleBodyChars"] == "5"


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        (
            "",
            f"<p>Monday, 30 November 2026</p><h1>Bridge</h1><p>Maria Keel | 12 March 2024 | 3 comments</p><p>{PROSE}</p>",
            date(2024, 3, 12),
        ),
        ("", f"<h1>Bridge</h1><p>NDR Info - 18.03.2020 13:15 Uhr</p><p>{PROSE}</p>", date(2020, 3, 18)),
        ("", f"<p>12 March 2024</p><h1>Bridge</h1><p>{PROSE}</p>", date(2024, 3, 12)),
        ("", f"<h1>Accounts to 31 December 2023</h1><p>{PROSE}</p>", None),
        ("", f"<h1>Kolar</h1><table><tr><th>Born<td>3 June 1971<tr><th>Height<td>1.78 m</table><p>{PROSE}</p>", None),
        ("", f"<h1>Bridge</h1><p>{PROSE}</p><p>Seen on 12 March 2024 at 10:15</p>", None),
        ('<link rel="canonical" href="https://a.example/news/2011/09/21/bridge">', f"<p>{PROSE}</p>", date(2011, 9, 21)),
        ('<meta property="og:url" content="https://a.example/2011-09-21">', f"<p>{PROSE}</p>", date(2011, 9, 21)),
        ('<link rel="canonical" href="https://a.example/report/2011/99/21/x">', f"<p>{PROSE}</p>", None),
        ('<meta itemprop="dateUpdate" content="2019-10-08 12:00:57">', f"<p>{PROSE}</p>", date(2019, 10, 8)),
    ],
)
def test_the_day_of_publication_is_told_by_the_address_or_the_line_above_the_text(head: str, body: str, day: date | None) -> None:
    page = f"<!DOCTYPE html><html><head><title>Bridge</title>{head}</head><body><main>{body}</main></body></html>"
    assert extract.read(page.encode(), "text/html").published == day


def test_page_facts_say_what_the_classifier_weighs() -> None:
    facts = extract.page_facts(HEAD.encode())
    assert facts.title == "Der Preis – Zeitung"
    assert facts.headings == ("Der Preis",)
    assert facts.meta_refresh == (5.0, "/next")
    assert facts.canonical == "https://a.example/x"
    assert facts.robots_meta == "noindex"
    assert facts.forms == ("password pw",)
    assert "m" in facts.fragment_ids
    assert facts.classes == ("single", "m")
    assert "14,20 Euro" in facts.main_text
    assert facts.script_count == 1


def test_one_parse_serves_document_and_facts() -> None:
    document, facts = extract.read_page(HEAD.encode(), "text/html")
    assert document == extract.read(HEAD.encode(), "text/html")
    assert facts == extract.page_facts(HEAD.encode())


def test_the_wire_form_leaves_empty_fields_out() -> None:
    shown = extract.to_json(read_html("<p>The answer is 42.</p>"))
    assert shown["dates"] == {"published": None, "modified": None, "as_of": None}
    assert shown["blocks"] == [{"type": "paragraph", "zone": "main", "text": "The answer is 42.", "section": [], "start": 0, "end": 17}]


TEASER = (
    f'<script type="application/ld+json">{{"@type":"NewsArticle","isAccessibleForFree":"False"}}</script><article><p>{PROSE}</p></article>'
)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (TEASER, "paywalled"),
        (TEASER + "".join(f"<p>{PROSE} {number}</p>" for number in range(20)), ""),
        ('<div id="root"></div><script src="/app.js"></script>', "js_required"),
        ("<script>1</script><noscript>Please enable JavaScript.</noscript>", "js_required"),
        ('<div id="root"><p>The answer is 42, as everybody knows.</p></div>', ""),
        ("<div></div>", "empty"),
    ],
)
def test_a_page_says_why_it_cannot_be_read(body: str, reason: str) -> None:
    assert read_html(body).unreadable == reason
