"""The ways in which pages, word processors and generators write notes."""

import pytest

from app import claims
from app.claims import Format

A, B = "https://a.example/1", "https://b.example/2"
WAYS = {
    "Pandoc": (
        f'<p>Sales rose 5%.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> Costs fell 3%.</p>'
        f'<section class="footnotes" role="doc-endnotes"><hr/><ol><li id="fn1"><p>Report, <a href="{A}">{A}</a>'
        '<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section>'
    ),
    "GitHub": (
        '<p>Sales rose 5%.<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref="">1</a></sup> Costs fell 3%.</p>'
        f'<section data-footnotes="" class="footnotes"><ol><li id="user-content-fn-1"><p><a href="{A}">Report</a> '
        '<a href="#user-content-fnref-1" class="data-footnote-backref">↩</a></p></li></ol></section>'
    ),
    "Word": (
        '<p>Sales rose 5%.<a href="#_ftn1" name="_ftnref1" title=""><span class="MsoFootnoteReference">[1]</span></a> Costs fell 3%.</p>'
        f'<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1" title="">[1]</a> Report, <a href="{A}">{A}</a></p></div>'
    ),
    "Google Docs": (
        '<p>Sales rose 5%.<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> Costs fell 3%.</p>'
        f'<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a>&nbsp;Report, <a href="{A}">here</a></p></div>'
    ),
    "Substack": (
        '<p>Sales rose 5%.<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1" target="_self">1</a> Costs fell 3%.</p>'
        '<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number" contenteditable="false">1</a>'
        f'<div class="footnote-content"><p>Report, <a href="{A}">here</a></p></div></div>'
    ),
    "a journal": (
        '<p>Sales rose 5% [<a class="xref" href="#B1">1</a>]. Costs fell 3%.</p><h2>References</h2>'
        f'<ol><li id="B1"><span>1.</span> Brown, Sales. <a href="{A}">Full text</a></li></ol>'
    ),
    "Parsoid": (
        '<p>Sales rose 5%.<sup class="mw-ref reference" id="cite_ref-1"><a href="./Sales#cite_note-1"><span>[1]</span></a></sup> '
        f'Costs fell 3%.</p><ol class="mw-references"><li id="cite_note-1"><a href="./Sales#cite_ref-1">↑</a> '
        f'<span><a rel="mw:ExtLink" href="{A}">Report</a></span></li></ol>'
    ),
    "a list without links": (
        f"<p>Sales rose 5%.<sup>1</sup> Costs fell 3%.</p><h3>Sources</h3><ol><li>Report, {A}</li><li>Nobody, {B}</li></ol>"
    ),
    "lines parted by breaks": f"<p>Sales rose 5% [1]. Costs fell 3%.</p><p>[1] Report, {A}<br>[2] Nobody, {B}</p>",
    "an empty anchor": (
        f'<p>Sales rose 5%.<a href="#n1">[1]</a> Costs fell 3%.</p><h4>Notes</h4><p><a name="n1"></a>1. Report, <a href="{A}">here</a></p>'
    ),
    "endnotes outside the article": (
        "<article><p>Sales rose 5%.<sup><a href='#e1'>1</a></sup> Costs fell 3%.</p><p>" + "The shop is old. " * 20 + "</p></article>"
        f"<div class='endnotes'><p id='e1'>1 Report, <a href='{A}'>here</a> (2020), 44 pages.</p></div>"
    ),
    "raised lists without links": f"<p>Sales rose 5%.<sup>1,3</sup> Costs fell 3%.</p><h3>Sources</h3><ol><li>Report, {A}</li></ol>",
    "citeproc": (
        '<p>Sales rose 5% <span class="citation" data-cites="brown"><a href="#ref-brown">Brown (2020, 4)</a></span>. Costs fell 3% '
        '(see <a href="#references">below</a>).</p><div id="references"><h2>References</h2>'
        f'<div id="ref-brown" class="csl-entry">Brown, A. 2020. <em>Sales</em>. <a href="{A}">{A}</a>.</div><ul><li>{B}</li></ul></div>'
    ),
    "notes in the article's footer": (
        '<article><p>Sales rose 5%.<sup><a href="#p1">1</a></sup> Costs fell 3%.</p><footer class="article-footer">'
        f'<div hidden><ol><li id="p1">Report, <a href="{A}">here</a></li></ol></div></footer></article>'
    ),
    "a star": f'<p>Sales rose 5%.<a href="#s">*</a> Costs fell 3%.</p><p id="s">* Report, <a href="{A}">here</a></p>',
}


@pytest.mark.parametrize("way", WAYS)
def test_a_note_of_a_page_leads_to_its_url(way: str) -> None:
    reading = claims.read(WAYS[way], Format.HTML, "en")
    assert [[citation.url for citation in claim.citations] for claim in reading.claims] == [[A], []]
    assert [quantity.value for claim in reading.claims for quantity in claim.quantities] == [5, 3]


TEXTS = {
    "brackets and a colon": f"Sales rose 5% [1]. Costs fell 3%.\n\n[1]: {A}",
    "a numbered list": f"Sales rose 5% [1]. Costs fell 3%.\n\nSources:\n1. Report, {A}\n2. Nobody, {B}",
    "numbers in brackets": f"Sales rose 5% [1]. Costs fell 3%.\n\nNotes\n\n(1) Report, {A}\n(2) Nobody, {B}",
    "an unnumbered list": f"Sales rose 5% [1]. Costs fell 3%.\n\nQuellen\n{A}\n{B}",
    "raised figures": f"Sales rose 5%.¹ Costs fell 3%.\n\nNotes\n¹ Report, {A}\n² Nobody, {B}",
    "names": f"Sales rose 5% [Brown20]. Costs fell 3%.\n\nReferences\n\n[Brown20] Brown, Sales, 2020. {A}",
    "a hard-wrapped definition": f"Sales rose 5% [1]. Costs fell 3%.\n\n[1] Brown, a long report\n    on sales, {A}\n[2] Nobody",
    "definitions between paragraphs": f"Sales rose 5% [1]. Costs fell 3%.\n\n[1] {A}\n\nMilk is white.",
    "auto-numbered notes": f"Sales rose 5% [#]_. Costs fell 3%.\n\n.. [#] Report, {A}",
    "named notes": f"Sales rose 5% [#brown]_. Costs fell 3%.\n\n.. [#brown] Report, {A}",
    "a named target": f"Sales_ rose 5%. Costs fell 3%.\n\n.. _sales: {A}",
    "raised figures below the text": f"Sales rose 5%.¹ Costs fell 3%.\n\n¹ Report, {A}\n\nMilk is white.",
    "no scheme": "Sales rose 5% [1]. Costs fell 3%.\n\n[1] www.a.example/1",
}


@pytest.mark.parametrize("way", TEXTS)
def test_a_note_of_a_text_leads_to_its_url(way: str) -> None:
    reading = claims.read(TEXTS[way], Format.TEXT, "en")
    cited = [[citation.url.replace("http://www.", "https://") for citation in claim.citations] for claim in reading.claims]
    assert cited == [[A], []]


def test_markdown_with_notes_of_plain_text() -> None:
    text = f"# Sales\n\nSales rose 5% [1]. Costs **fell** 3%.<sup>2</sup>\n\n## References\n\n[1] Report, {A}\n[2] Other, {B}\n"
    reading = claims.read(text, Format.MARKDOWN, "en")
    assert [[citation.url for citation in claim.citations] for claim in reading.claims] == [[A], [B]]


def test_raised_notes_between_paragraphs_of_markdown() -> None:
    notes = f"<sup>11</sup> Poe, {A}.\n{{: .fs-2}}\n<sup>12</sup> Ibid.\n{{: .fs-2}}\n<sup>13</sup> Doe, <{B}>."
    text = (
        f"Sales rose 5%.<sup>11</sup> Costs fell 3%.<sup>12</sup>\n\n***\n{notes}\n***\n\nRents rose 9 percent.^13^ Wages fell 2 percent.\n"
    )
    reading = claims.read(text, Format.MARKDOWN, "en")
    assert [[citation.url for citation in claim.citations] for claim in reading.claims] == [[A], [A], [B], []]


def test_a_note_points_back_and_on() -> None:
    notes = f"[1] Poe, {A}\n[2] Id. at 9; see also Doe, {B}\n[3] Ibid.\n[4] Roe, supra note 1, at 3.\n[5] Id. at 4; Roe, supra note 2."
    text = f"Sales rose 5% [1]. Costs fell 3% [2]. Rents rose 9% [3]. Wages fell 2% [4]. Bread rose 1% [5].\n\n{notes}\n"
    cited = [[citation.url for citation in claim.citations] for claim in claims.read(text, Format.TEXT, "en").claims]
    assert cited == [[A], [A, B], [A, B], [A], [A, B]]


def test_a_marker_without_a_link_counts_with_those_that_have_one() -> None:
    entries = f'<li id="e1"><a href="{A}">One</a></li><li id="e2">Ibid.</li><li id="e3"><a href="{B}">Three</a></li>'
    page = (
        '<p>Sales rose 5%.<sup><a href="#e1">1</a>, <a href="#e2">2</a></sup> Costs fell 3%.<sup>3</sup></p>'
        f"<h2>Endnotes</h2><ol>{entries}</ol>"
    )
    reading = claims.read(page, Format.HTML, "en")
    assert [[citation.url for citation in claim.citations] for claim in reading.claims] == [[A], [B]]


def test_notes_hold_no_claims() -> None:
    text = f"Sales rose 5% [1].\n\n[1] Brown sold 300 loaves in 2020, see {A}"
    assert [claim.sentence for claim in claims.read(text, Format.TEXT, "en").claims] == ["Sales rose 5% [1]."]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (f"Sales rose 5% [4].\n\nCosts fell 3% [9].\n\n## References\n\n4. {A}\n9. {B}\n", Format.MARKDOWN),
        (
            f'<p>Sales rose 5% [4].</p><p>Costs fell 3% [9].</p><h2>Notes</h2><ol start="4"><li>{A}</li><li value="9">{B}</li></ol>',
            Format.HTML,
        ),
    ],
)
def test_items_of_a_source_list_keep_the_numbers_that_were_given_to_them(text: str, form: Format) -> None:
    assert [[citation.url for citation in claim.citations] for claim in claims.read(text, form, "en").claims] == [[A], [B]]


def test_a_lazily_numbered_source_list_counts_on() -> None:
    text = f"Sales rose 5% [1].\n\nCosts fell 3% [2].\n\n## References\n\n1. {A}\n1. {B}\n"
    assert [[citation.url for citation in claim.citations] for claim in claims.read(text, Format.MARKDOWN, "en").claims] == [[A], [B]]
