"""Hostile input is read in bounded steps: what is beyond the bounds is said, not silently dropped."""

import pytest

from app import claims
from app.claims import Format
from app.claims.reader import QUANTITIES_MAX, SENTENCES_MAX
from app.claims.taming import DEPTH_MAX, tamed, tamed_page

SIZE = 60_000
HOSTILE = {
    "open tags": "<div>",
    "open links": "<a href='#x'>",
    "open bold": "<b>",
    "open paragraphs": "<p>1 ",
    "open brackets": "[",
    "open links of Markdown": "[a](",
    "stars": "*a ",
    "ticks": "`a``b",
    "quotes": "> ",
    "items": "- a\n",
    "definitions": "[1]: https://a.example/\n",
    "footnotes": "[^1] ",
    "rows": "| a | 1 |\n",
    "templates": "{{",
    "references": "<ref>",
    "URLs": "https://a.example/1 ",
    "stops": ". ",
    "figures": "1 ",
    "comments": "<!--",
    "raised": "<sup>1</sup>",
    "nested lists": "<ul><li>",
    "nested tables": "<table><tr><td>",
    "furniture": "<div class='nav'>",
    "entities": "&#49;",
}


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_article_is_read_to_the_end(name: str, form: Format) -> None:
    reading = claims.read((HOSTILE[name] * SIZE)[:SIZE], form)
    assert len(reading.claims) + len(reading.rejections) <= SENTENCES_MAX + 1


@pytest.mark.parametrize("tail", ["¹" * 2_000 + "x", "¹ " * 1_000 + "x", "(a)" * 900 + "x", "1," * 1_000 + "x", " [1]" * 700 + "x"])
def test_a_long_row_of_markers_after_a_stop_is_read_at_once(tail: str) -> None:
    assert claims.read(f"The shop sold 300 loaves.{tail}", Format.TEXT).text.endswith("x")


def test_reading_stops_with_a_word_at_a_book() -> None:
    reading = claims.read("The shop sold 300 loaves.\n\n" * (SENTENCES_MAX + 10), Format.TEXT)
    assert len(reading.claims) == SENTENCES_MAX
    assert "too long" in reading.rejections[-1].reason


def test_reading_stops_with_a_word_at_a_heap_of_numbers() -> None:
    line = ", ".join(f"{number} loaves" for number in range(3, 103))
    reading = claims.read(f"The shop sold {line}.\n\n" * (QUANTITIES_MAX // 100 + 5), Format.TEXT)
    assert len(reading.claims) == QUANTITIES_MAX // 100
    assert "too long" in reading.rejections[-1].reason


def test_a_page_keeps_its_text_when_its_tags_nest_too_deep() -> None:
    page = tamed_page("<div>" * (DEPTH_MAX + 5) + "bread" + "</div>" * (DEPTH_MAX + 5))
    assert page.count("<div>") == DEPTH_MAX
    assert "bread" in page


def test_scripts_are_taken_out_of_a_page() -> None:
    assert tamed_page("<p>a<script>b</script>c<STYLE>d</STYLE >e<script>f") == "<p>acef"[:5] + "e>f"


def test_honest_markdown_is_left_alone() -> None:
    text = "# A\n\nSome *text* with [links](https://a.example) and `code`.\n" * 50
    assert tamed(text) == text
