"""The media type the bytes show."""

import pytest

from app import extract


@pytest.mark.parametrize(
    ("body", "declared", "shown"),
    [
        (b"%PDF-1.7\n", "text/html", "application/pdf"),
        (b"<!DOCTYPE html><p>x", "", "text/html"),
        (b"\n  <HTML><p>x", "text/plain", "text/html"),
        (b"<p>not a page", "text/plain", "text/plain"),
        (b"<?xml version='1.0'?><rss version='2.0'></rss>", "text/xml", "application/rss+xml"),
        (b"<?xml version='1.0'?><!-- x --><feed xmlns='a'></feed>", "text/html", "application/atom+xml"),
        (b"<?xml version='1.0'?><!DOCTYPE html><html></html>", "application/xhtml+xml", "text/html"),
        (b"<?xml version='1.0'?><data/>", "", "application/xml"),
        (b'{"a": 1}', "text/plain", "application/json"),
        (b'{"a": 1}', "application/vnd.api+json; charset=utf-8", "application/json"),
        (b"a,b\n1,2\n", "text/csv; header=present", "text/csv"),
        (b"\x89PNG\r\n\x1a\n", "text/html", "image/png"),
        (b"abc\x00\x01\x02def", "", "application/octet-stream"),
        (b"PK\x03\x04mimetype", "application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet"),
        (b"PK\x03\x04mimetype", "text/html", "application/zip"),
        (b"just words", "", "text/plain"),
        (b"port;year;boats\nA;2020;1,5\nB;2021;2,5\n", "application/octet-stream", "text/csv"),
        (b"port;year;boats\nA;2020;1,5\nB;2021;2,5\n", "application/vnd.ms-excel", "text/csv"),
        ("port\tboats\nA\t5\nB\t6\n".encode("utf-16"), "", "text/csv"),
        (b'port,boats\n"A, north",5\n"B, south",6\n', "text/html", "text/csv"),
        (b"Dear reader, we won 5.\nIt was hard, we lost 6.\nAnd so, we go on.\n", "text/plain", "text/plain"),
        (b"one, two; 3\nfour 5\nsix, 7, 8\n", "text/plain", "text/plain"),
        (b"Twelve boats, 5 men<br>\nand so, on<br>\nfor 3, 4", "text/html", "text/html"),
        (b'{"boats": [5, 6]}', "text/html", "application/json"),
        (b'[{"boats": 5}]', "text/javascript", "application/json"),
        (b'{"boats": 5}\n{"boats": 6}\n', "application/x-ndjson", "application/json"),
        (b"var boats = 5;", "text/javascript", "text/javascript"),
    ],
)
def test_bytes_beat_a_declaration_that_lies(body: bytes, declared: str, shown: str) -> None:
    assert extract.sniff(body, declared) == shown


@pytest.mark.parametrize(
    ("url", "shown"), [("https://a/x.csv?y=1", "text/csv"), ("https://a/README.md", "text/markdown"), ("https://a/x", "text/plain")]
)
def test_the_address_tells_kinds_of_plain_text_apart(url: str, shown: str) -> None:
    assert extract.sniff(b"a,b\n1,2\n", "text/plain", url) == shown
