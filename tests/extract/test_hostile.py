"""Files made to hang, flood or kill a reader: each is read in bounded work, and nothing is raised."""

import io
import zipfile
from collections.abc import Callable

import pytest

from app import extract
from app.extract import Document
from app.extract.limits import BLOCKS_MAX, TABLE_CELLS_MAX, TEXT_CHARS_MAX


def _zip(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


def _laughs() -> str:
    entities = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    return f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "lol">{entities}]><l>&l9;</l>'


HTML = "text/html"
FILES: dict[str, tuple[Callable[[], str | bytes], str]] = {
    "divs nested 100,000 deep": (lambda: "<div>" * 100_000 + "x", HTML),
    "divs nested below the guard": (lambda: "<div>" * 2_500 + "x", HTML),
    "formatting elements that are never closed": (lambda: "<b><i><font>" * 1_500 + "<p>x" * 500, HTML),
    "links nested in links": (lambda: "<a href=x>" * 20_000 + "x", HTML),
    "tables nested in tables": (lambda: "<table><tr><td>" * 2_000 + "x", HTML),
    "a table of 250,000 cells": (lambda: "<table>" + ("<tr>" + "<td>1" * 500) * 500 + "</table>", HTML),
    "spans of 99,999 cells": (lambda: "<table>" + "<tr><td colspan=99999 rowspan=99999>1" * 1_000 + "</table>", HTML),
    "a tag of 100,000 attributes": (lambda: "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x", HTML),
    "quotes that hide attributes": (lambda: '<p " ' + " ".join(f"a{n}" for n in range(100_000)) + ' ">x', HTML),
    "a class of 100,000 names": (lambda: '<div class="' + "nav " * 100_000 + '">x</div>', HTML),
    "brackets": (lambda: "<" * 300_000, HTML),
    "comments that never end": (lambda: "<!--" * 100_000, HTML),
    "superscripts": (lambda: "x<sup>1</sup>" * 20_000, HTML),
    "line breaks": (lambda: "a<br>" * 50_000, HTML),
    "key figures": (lambda: "<div class=stat><div>5%</div><div>of x</div></div>" * 4_000, HTML),
    "menus in menus": (lambda: "<div class=menu>" * 500 + "<a>x</a>" * 2_000, HTML),
    "teasers": (lambda: "<div><h3><a href=x>some linked title here</a></h3><p>text</p></div>" * 4_000, HTML),
    "script of brackets": (lambda: '<script type="application/ld+json">' + "[" * 100_000 + "</script>x", HTML),
    "JSON brackets": (lambda: "[" * 300_000, "application/json"),
    "JSON objects in objects": (lambda: '{"a":' * 50_000 + "1" + "}" * 50_000, "application/json"),
    "a JSON number of 300,000 digits": (lambda: '{"a":' + "9" * 300_000 + "}", "application/json"),
    "a billion laughs": (_laughs, "application/xml"),
    "XML nested 100,000 deep": (lambda: "<a>" * 100_000 + "</a>" * 100_000, "application/xml"),
    "an external entity": (lambda: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "application/xml"),
    "CSV of one row": (lambda: ",".join(["1"] * 200_000), "text/csv"),
    "CSV of quotes": (lambda: '"' * 300_000, "text/csv"),
    "Markdown brackets": (lambda: "[" * 100_000, "text/markdown"),
    "Markdown stars": (lambda: "*a " * 50_000, "text/markdown"),
    "Markdown quotations": (lambda: ">" * 50_000 + "x", "text/markdown"),
    "a document bomb": (lambda: _zip(word__document_xml=b"<w>" + b" " * 70_000_000), ""),
    "a workbook bomb": (lambda: _zip(xl__workbook_xml=b"<w>" + b" " * 70_000_000, xl__styles_xml=b" "), ""),
    "a PDF of nothing but objects": (lambda: b"%PDF-1.4\n" + b"1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj\n" * 20_000, ""),
    "NULs": (lambda: b"\0" * 300_000, HTML),
    "every byte": (lambda: bytes(range(256)) * 500, HTML),
    "half a UTF-16 page": (lambda: "<p>5".encode("utf-16")[:-1], HTML),
}


@pytest.mark.parametrize("name", list(FILES))
def test_it_is_read_within_the_caps(name: str) -> None:
    make, media_type = FILES[name]
    content = make()
    document = extract.read(content.encode() if isinstance(content, str) else content, media_type)
    assert _within_caps(document)


def _within_caps(document: Document) -> bool:
    cells = max((len(block.cells) for block in document.blocks), default=0)
    return len(document.blocks) <= BLOCKS_MAX and len(document.text) <= TEXT_CHARS_MAX and cells <= TABLE_CELLS_MAX


def test_text_beyond_the_cap_is_cut_and_noted() -> None:
    document = extract.read(b"word " * (TEXT_CHARS_MAX // 4), "text/plain")
    assert len(document.text) == TEXT_CHARS_MAX
    assert document.notes == ("truncated",)


def test_entities_are_refused_and_said_so() -> None:
    document = extract.read(_laughs().encode(), "application/xml")
    assert (document.unreadable, document.notes) == ("broken", ("entities refused",))


def test_text_below_the_depth_cap_is_not_lost() -> None:
    assert "the answer is 42" in extract.read(b"<div>" * 2_500 + b"the answer is 42", "text/html").text
