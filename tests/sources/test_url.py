"""One parser for judging and dialling, and the canonical form of a source."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import InvalidUrl
from app.sources import canonical, parse, registrable, sibling_url
from app.sources.url import without_tracking

READ = (
    ("http://EXAMPLE.com:80/a/../b?x=1#f", "http://example.com/b?x=1"),
    ("https://example.com:443", "https://example.com/"),
    ("https://example.com:8443/x", "https://example.com:8443/x"),
    ("  https://example.com/x\n", "https://example.com/x"),
    ("http://example.com./a", "http://example.com/a"),
    ("http://bücher.example/ü?q=ü", "http://xn--bcher-kva.example/%C3%BC?q=%C3%BC"),
    ("http://ex%61mple.com/", "http://example.com/"),
    ("http://example.com/a b", "http://example.com/a%20b"),
    ("http://example.com/%7Ejoe", "http://example.com/%7Ejoe"),
    ("http://example.com/?", "http://example.com/"),
    ("http://[::1]:80/", "http://[::1]/"),
    ("http://[2001:DB8::1]/", "http://[2001:db8::1]/"),
    ("http://my_host.example/", "http://my_host.example/"),
    ("http://example.com/a?b=c\\d", "http://example.com/a?b=c\\d"),
    ("http://example.com/;v=1/x", "http://example.com/;v=1/x"),
    ("http://example.com/wiki/Foo_(bar)", "http://example.com/wiki/Foo_(bar)"),
    ("http:example.com/a", "http://example.com/a"),
)

LOOPBACK = (
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://0x7f.1/",
)

REFUSED = (
    ("", "empty"),
    ("   ", "empty"),
    ("example.com/page", "no scheme"),
    ("//example.com/page", "no scheme"),
    ("ftp://example.com/", "ftp"),
    ("javascript:alert(1)", "javascript"),
    ("file:///etc/passwd", "file"),
    ("data:text/plain,x", "data"),
    ("http://user@example.com/", "user name"),
    ("http://user:word@example.com/", "user name"),
    ("http://@example.com/", "user name"),
    ("http://example.com:99999/", "65535"),
    ("http://example.com:0/", "Port 0"),
    ("http://example.com:port/", "not a URL"),
    ("http://exa mple.com/", "not a URL"),
    ("http://a..b/", "empty part"),
    ("http://.example.com/", "empty part"),
    ("http://" + "a" * 70 + ".example/", "63"),
    ("http://" + "abcdefgh." * 30 + "example/", "253"),
    ("http://[::1/", "not a URL"),
    ("http://256.256.256.256/", "not a URL"),
    ("http://example.com\\@evil.example/", "backslash"),
    ("http:\\\\example.com\\a", "backslash"),
    ("http://example.com/a\tb", "control"),
    ("http://example.com/\x00", "control"),
    ("http://exam\nple.com/", "control"),
    ("http://example.com/" + "a" * 9000, "8192"),
    ("http://", "not a URL"),
    ("http:///", "not a URL"),
)


@pytest.mark.parametrize(("written", "expected"), READ)
def test_reads_as_a_browser_would(written: str, expected: str) -> None:
    assert expected == canonical(written).url


@pytest.mark.parametrize("written", LOOPBACK)
def test_sees_through_spellings_of_loopback(written: str) -> None:
    read = parse(written)

    assert (read.host, read.is_address) == ("127.0.0.1", True)


@pytest.mark.parametrize(("written", "why"), REFUSED)
def test_refuses_and_says_why(written: str, why: str) -> None:
    with pytest.raises(InvalidUrl, match=why):
        canonical(written)


@pytest.mark.parametrize("written", [url for url, _ in REFUSED])
def test_tells_what_to_do_next(written: str) -> None:
    with pytest.raises(InvalidUrl) as refused:
        parse(written)

    assert str(refused.value).count(".") >= 2 or "http" in str(refused.value)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("http://a.example/x?utm_source=mail&id=3&utm_medium=y", "http://a.example/x?id=3"),
        ("http://a.example/x?fbclid=1", "http://a.example/x"),
        ("http://a.example/x?id=3&GCLID=9", "http://a.example/x?id=3"),
        ("http://a.example/x?b=2&a=1&a=0", "http://a.example/x?b=2&a=1&a=0"),
        ("http://a.example/x?utmost=1", "http://a.example/x?utmost=1"),
        ("http://a.example/x?q=utm_source=1", "http://a.example/x?q=utm_source=1"),
        ("http://a.example/x?a=%20+&b", "http://a.example/x?a=%20+&b"),
    ],
)
def test_drops_tracking_and_nothing_else(written: str, expected: str) -> None:
    assert expected == canonical(written).url


def test_parse_keeps_what_a_redirect_may_need() -> None:
    assert parse("http://a.example/x?utm_source=1").url == "http://a.example/x?utm_source=1"


def test_keeps_the_fragment_apart() -> None:
    read = canonical("http://a.example/x?y#part-2")

    assert (read.url, read.fragment) == ("http://a.example/x?y", "part-2")


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/b", "http://a.example/b"),
        ("b", "http://a.example/x/b"),
        ("?q=1", "http://a.example/x/y?q=1"),
        ("//c.example/z", "http://c.example/z"),
        ("https://c.example", "https://c.example/"),
        ("/a//b@c", "http://a.example/a//b@c"),
        ("/é ö", "http://a.example/%C3%A9%20%C3%B6"),
    ],
)
def test_reads_a_location_beside_its_page(location: str, expected: str) -> None:
    assert expected == parse(location, "http://a.example/x/y").url


@pytest.mark.parametrize(
    "location", ["http://[bad", "", "ftp://c.example/", "//u:p@c.example/", "http://c.example:99999/", "\\\\c.example"]
)
def test_refuses_a_location_that_leads_nowhere(location: str) -> None:
    with pytest.raises(InvalidUrl):
        parse(location, "http://a.example/x/y")


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("example.com", "example.com"),
        ("www.example.com", "example.com"),
        ("a.b.example.co.uk", "example.co.uk"),
        ("news.bbc.co.uk", "bbc.co.uk"),
        ("www.gov.uk", "www.gov.uk"),
        ("a.b.or.jp", "b.or.jp"),
        ("joe.github.io", "joe.github.io"),
        ("x.joe.github.io", "joe.github.io"),
        ("joe.blogspot.com", "joe.blogspot.com"),
        ("joe.blogspot.de", "joe.blogspot.de"),
        ("bucket.s3.amazonaws.com", "bucket.s3.amazonaws.com"),
        ("localhost", "localhost"),
        ("web.test", "web.test"),
    ],
)
def test_finds_the_registrable_domain(host: str, site: str) -> None:
    assert site == registrable(host)


def test_an_address_is_its_own_site() -> None:
    assert parse("http://127.0.0.1:8080/").site == "127.0.0.1"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://a.example/x/y.html", "http://a.example/x/" + "q" * 25),
        ("http://a.example/x/", "http://a.example/" + "q" * 25),
        ("http://a.example:81/x?y=1", "http://a.example:81/" + "q" * 25),
        ("http://[::1]:81/x/y", "http://[::1]:81/x/" + "q" * 25),
        ("http://a.example/", None),
        ("http://a.example/?p=4", None),
    ],
)
def test_names_a_sibling_that_cannot_exist(url: str, expected: str | None) -> None:
    assert expected == sibling_url(url, "q" * 25)


_HOSTS = st.from_regex(r"[a-z][a-z0-9-]{0,20}[a-z0-9]\.(com|org|example)", fullmatch=True)
_PATHS = st.text(st.characters(codec="utf-8", exclude_characters="\\?#", exclude_categories=["Cc", "Cs"]), max_size=30)


@settings(max_examples=300, deadline=None)
@given(_HOSTS, _PATHS, st.text(st.characters(codec="ascii", exclude_categories=["Cc"], exclude_characters="#"), max_size=30))
def test_canonical_form_is_final(host: str, path: str, query: str) -> None:
    once = canonical(f"http://{host}/{path}?{query}")

    assert once == canonical(f"{once.url}#{once.fragment}" if once.fragment else once.url)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    read = None
    with suppress(InvalidUrl):
        read = canonical(text)

    assert read is None or (read.scheme in ("http", "https") and read.host)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["a=1", "utm_source=x", "b", "c=%20", "fbclid=9", ""]), max_size=6))
def test_dropping_tracking_twice_changes_nothing(pairs: list[str]) -> None:
    once = without_tracking("&".join(pairs))

    assert once == without_tracking(once)
