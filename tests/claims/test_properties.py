"""Whatever the input: no exception, true selectors, and the same answer twice."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app import claims
from app.claims import Format
from app.claims.sentences import split

PIECES = st.sampled_from(
    [
        "Sales rose 5% ",
        "[1]",
        "[^1]",
        "[1]: https://a.example\n",
        "\n\n",
        "\n",
        "# ",
        "- ",
        "> ",
        "<p>",
        "</p>",
        "<a href='#x'>1</a>",
        "<sup>",
        "*",
        "[x](https://b.example)",
        "`",
        "<li id='x'>",
        "<table>",
        "{{",
        "}}",
        "[[",
        "]]",
        "<ref>",
        "</ref>",
        "== H ==",
        "ibid. ",
        "Notes\n",
        ". ",
        "? ",
        "$3.5 million ",
        "3,5 Mrd. Euro ",
        "½",
        "¹",
        "\x00",
        "\u2028",
        "\xa0",
        "&amp;",
        "<!--",
        "::\n",
        ".. [1] a\n",
        "'''",
        "(1) ",
        "e.g. ",
        "If ",
        "1. ",
    ]
)
ARTICLES = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))


@settings(max_examples=300, deadline=None)
@given(ARTICLES, st.sampled_from([None, *Format]))
def test_selectors_point_at_what_they_quote(article: str, form: Format | None) -> None:
    reading = claims.read(article, form)
    found = [(one.selector, one.sentence) for one in reading.claims] + [(one.selector, one.sentence) for one in reading.rejections]
    for selector, sentence in found:
        assert reading.text[selector.start : selector.end] == selector.exact == sentence
        assert reading.text[: selector.start].endswith(selector.prefix)
        assert reading.text[selector.end :].startswith(selector.suffix)


@settings(max_examples=150, deadline=None)
@given(ARTICLES, st.sampled_from(Format))
def test_quantities_stand_where_they_say(article: str, form: Format) -> None:
    for claim in claims.read(article, form).claims:
        assert claim.quantities
        for quantity in claim.quantities:
            assert claim.sentence[quantity.start : quantity.end] == quantity.surface


@settings(max_examples=100, deadline=None)
@given(ARTICLES, st.sampled_from([None, *Format]))
def test_reading_twice_gives_the_same(article: str, form: Format | None) -> None:
    assert claims.to_json(claims.read(article, form)) == claims.to_json(claims.read(article, form))


@settings(max_examples=100, deadline=None)
@given(ARTICLES, st.sampled_from(Format))
def test_the_visible_text_is_read_as_the_same_sentences(article: str, form: Format) -> None:
    first = claims.read(article, form, "en")
    again = claims.match([claim.selector for claim in first.claims], first.claims)
    assert [(match.old, match.new) for match in again] == [(index, index) for index in range(len(first.claims))]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "de", "fr", "xx"]))
def test_sentences_cover_every_word_in_order(text: str, lang: str) -> None:
    spans = split(text, lang)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert [character for character in text if character.isalnum()] == [character for character in kept if character.isalnum()]
