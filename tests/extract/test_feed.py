"""Lists of articles: RSS, Atom, JSON Feed, sitemaps, and what is none of these."""

from datetime import UTC, datetime

import pytest

from app.extract.feed import FeedItem, NotAFeed, read_feed

BASE = "https://press.example/feeds/all"
WHEN = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
RSS = """<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>The  Press</title>
<item><title>A &amp; B</title><link>https://press.example/a?x=1&amp;y=2</link><guid isPermaLink="false">post-1</guid>
<pubDate>Mon, 05 Jan 2026 08:00:00 +0000</pubDate></item>
<item><guid>https://press.example/b</guid></item><item><guid isPermaLink="false">no-address</guid></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Press</title><entry><id>tag:press,1</id><title>A</title>
<link rel="self" href="/api/a"/><link href="/a"/><published>2026-01-01T00:00:00Z</published><updated>2026-01-05T09:00:00+01:00</updated>
</entry></feed>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "The Press", "items": [{"id": 7, "url": "../a", "title": "A",
"date_published": "2026-01-05T08:00:00Z"}, {"id": "none"}]}"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc> https://press.example/a </loc>
<lastmod>2026-01-05</lastmod></url></urlset>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Press</title></channel><item><link>https://press.example/a</link>
<dc:date>2026-01-05T08:00:00</dc:date></item></rdf:RDF>"""


@pytest.mark.parametrize(
    ("body", "items"),
    [
        (
            RSS,
            (
                FeedItem("post-1", "https://press.example/a?x=1&y=2", "A & B", WHEN),
                FeedItem("https://press.example/b", "https://press.example/b"),
            ),
        ),
        (ATOM, (FeedItem("tag:press,1", "https://press.example/a", "A", WHEN),)),
        (JSON, (FeedItem("7", "https://press.example/a", "A", WHEN),)),
        (SITEMAP, (FeedItem("https://press.example/a", "https://press.example/a", "", WHEN.replace(hour=0)),)),
        (RDF, (FeedItem("https://press.example/a", "https://press.example/a", "", WHEN),)),
    ],
    ids=["rss", "atom", "json", "sitemap", "rdf"],
)
def test_every_kind_of_list_is_read(body: str, items: tuple[FeedItem, ...]) -> None:
    listing = read_feed(body.encode(), BASE)
    assert listing.items == items
    assert listing.title == ("" if body is SITEMAP else "The Press")


def test_an_index_names_further_sitemaps() -> None:
    body = b"<sitemapindex><sitemap><loc>/1.xml</loc></sitemap><sitemap><loc>/2.xml</loc></sitemap></sitemapindex>"
    assert read_feed(body, BASE).lists == ("https://press.example/1.xml", "https://press.example/2.xml")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "no well-formed XML"),
        (b"<html><body>Not found</body></html>", "its root is <html>"),
        (b"<rss><channel>", "no well-formed XML"),
        (b'{"items": []}', "no `version`"),
        (b"{", "no JSON Feed"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><rss>&a;</rss>', "no well-formed XML"),
        (b"\x00\xff\xfe", "no well-formed XML"),
    ],
)
def test_what_is_no_list_says_so(body: bytes, why: str) -> None:
    with pytest.raises(NotAFeed, match=why):
        read_feed(body, BASE)
