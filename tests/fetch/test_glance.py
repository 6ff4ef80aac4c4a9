"""A glance may only ever say "plainly fine" of pages that a full reading finds fine too."""

import asyncio

import pytest

from app.fetch.exchange import Reply
from app.fetch.glance import glance
from app.fetch.page import plain_page, read_page
from app.sources import HopFacts, VisitFacts, classify, parse
from app.sources.outcome import Outcome
from tests.press.contents import PAGES, Page
from tests.press.pages import article, notice, prose

URL = parse("https://press.example/news/story-12")
_HTML = {path: page for path, page in PAGES.items() if page.media_type.startswith("text/html") and page.body}


def reply_of(page: Page, body: bytes) -> Reply:
    headers = tuple((name.lower().replace("_", "-"), value) for name, value in page.headers.items())
    return Reply(status=page.status, headers=(("content-type", page.media_type), *headers), body=body)


def fully(reply: Reply) -> Outcome:
    read = asyncio.run(read_page(reply))
    hop = HopFacts(URL.url, reply.status, reply.headers)
    return classify(VisitFacts(URL.url, (hop,), None, read.page, read.media_type, len(reply.body), read.start)).outcome


def encoded(page: Page) -> bytes:
    return page.body if isinstance(page.body, bytes) else page.body.encode()


@pytest.mark.parametrize("path", _HTML)
@pytest.mark.parametrize("padding", ["", prose(7, 1500), f"<aside>{prose(8, 3000)}</aside>"], ids=["bare", "with prose", "with more"])
def test_no_page_is_waved_through_that_a_full_reading_would_stop(path: str, padding: str) -> None:
    page = _HTML[path]
    reply = reply_of(page, encoded(page).replace(b"</body>", padding.encode() + b"</body>"))
    if plain_page(reply, URL):
        assert fully(reply) is Outcome.OK


def test_a_plain_article_is_waved_through_with_its_title() -> None:
    seen = glance(article("Wind &amp; water grow", words=900).encode(), "", URL)
    assert seen
    assert (seen.title, seen.charset) == ("Wind & water grow", "utf-8")


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="robots" content="noindex">',
        '<meta http-equiv="refresh" content="0;url=/">',
        '<link rel="canonical" href="https://press.example/">',
        '<link href="https://other.example/news/story-12" rel=canonical>',
        '<meta property="og:url" content="https://press.example/404">',
        '<script type="application/ld+json">{"isAccessibleForFree": false}</script>',
        '<meta name="x" class="paywall">',
    ],
)
def test_any_mark_in_the_head_asks_for_a_full_reading(head: str) -> None:
    assert glance(article(head=head, words=900).encode(), "utf-8", URL) is None


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://press.example/news/story-12">',
        '<meta property="og:url" content="https://press.example/news/story-12?x=1">',
    ],
)
def test_its_own_address_in_the_head_does_not(head: str) -> None:
    assert glance(article(head=head, words=900).encode(), "utf-8", URL)


@pytest.mark.parametrize(
    "body",
    [
        article(words=120),
        notice("Page not found", "Sorry."),
        article("404", words=900),
        article("Log in", words=900),
        article("Best online casino bonus", words=900),
        article("Größe", words=900),
        prose(1, 900),
        "<html><body>" + prose(1, 900),  # nameless
        article(words=900).replace("<p>", "<p>{").replace(" ", "_"),
        "",
    ],
)
def test_short_suspicious_and_odd_pages_are_read_in_full(body: str) -> None:
    assert glance(body.encode(), "utf-8", URL) is None


@pytest.mark.parametrize(
    ("text", "encoding", "charset", "seen"),
    [
        ("plain", "ascii", "", "utf-8"),
        ("plain", "ascii", "iso-8859-1", "iso-8859-1"),
        ("plain", "ascii", "utf-16", ""),
        ("plain", "utf-16", "utf-16", ""),
        ("Größe", "utf-8", "", "utf-8"),
        ("Größe", "utf-8", "iso-8859-1", ""),
        ("Größe", "latin-1", "", ""),
        ("Größe", "latin-1", "utf-8", ""),
        ("Größe", "latin-1", "iso-8859-1", ""),
    ],
)
def test_only_utf8_and_pure_ascii_are_taken_at_a_glance(text: str, encoding: str, charset: str, seen: str) -> None:
    page = article(words=900).replace('<meta charset="utf-8">', "").replace("</article>", f"<p>{text}</p></article>")
    found = glance(page.encode(encoding), charset, URL)
    assert (found.charset if found else "") == seen


def test_a_page_without_a_head_tag_or_a_title_has_its_heading() -> None:
    page = "<!doctype html><html><body><h1>Harvest figures</h1>" + prose(1, 900)
    seen = glance(page.encode(), "", URL)
    assert seen
    assert seen.title == ""
