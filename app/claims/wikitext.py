"""Wikitext -> blocks, by way of HTML: references become notes, templates, tables and files go."""

import html
import re
from collections.abc import Iterator

from app.claims.html import read_html
from app.claims.layout import Layout

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
REFERENCE = re.compile(r"<ref\b([^<>]{0,300}?)/>|<ref\b([^<>]{0,300})>(.*?)</ref>", re.DOTALL | re.IGNORECASE)
NAME = re.compile(r"name\s*=\s*(?:\"([^\"]+)\"|'([^']+)'|([^\s/>]+))", re.IGNORECASE)
URL = re.compile(r"https?://[^\s|\]}<>\"]+")
BRACES = re.compile(r"\{\{|\}\}|\{\||^\|\}", re.MULTILINE)
FILE = re.compile(
    r"\[\[(?:File|Image|Category|Datei|Bild|Kategorie|Fichier|Catégorie|Archivo|Categoría|Categoria|Immagine|Bestand|Categorie|Ficheiro):(?:[^\[\]]|\[\[[^\[\]]*\]\])*\]\]",
    re.IGNORECASE,
)
INNER = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
OUTER = re.compile(r"\[(https?://[^\s\[\]]+)(?:\s+([^\[\]]*))?\]")
QUOTES = re.compile(r"'{2,5}")
HEADING = re.compile(r"(={1,6})\s*(.+?)\s*\1\s*$")
# Templates that stand for a value in the sentence, with the argument that shows.
AS_OF = re.compile(r"(as of|circa|c\.)\|([^|{}]+)", re.IGNORECASE)
CONVERT = re.compile(r"(?:convert|cvt)\|([^|{}]+)\|([^|{}]+)", re.IGNORECASE)


def read_wikitext(text: str) -> Layout:
    """Read running text, headings, lists and `<ref>` notes."""
    text = COMMENT.sub("", text)
    notes: dict[str, str] = {}
    names: dict[str, str] = {}
    text = REFERENCE.sub(lambda match: _note(match, notes, names), text)
    body = "\n".join(_lines(QUOTES.sub("", FILE.sub("", _without_templates(text)))))
    listed = "".join(f'<li id="{key}">{html.escape(note)}</li>' for key, note in notes.items() if note)
    return read_html(f"{body}\n<ol>{listed}</ol>", whole=True)


def _note(match: re.Match[str], notes: dict[str, str], names: dict[str, str]) -> str:
    """Keep a reference's content under its number; a named one is defined once and used often."""
    named = NAME.search(match[1] or match[2] or "")
    name = (named[1] or named[2] or named[3]) if named else f"#{len(names)}"
    key = names.setdefault(name, f"note-{len(names) + 1}")
    if match[3]:
        notes[key] = " ".join(URL.findall(match[3])) or match[3]
    number = key.removeprefix("note-")
    return f'<sup class="footnote-ref"><a href="#{key}">[{number}]</a></sup>'


def _without_templates(text: str) -> str:
    """Drop templates and tables, nested ones too, in one pass; a unit conversion leaves its first value."""
    kept: list[str] = []
    depth, start = 0, 0
    for brace in BRACES.finditer(text):
        if brace[0] in {"{{", "{|"}:
            if not depth:
                kept.append(text[start : brace.start()])
                start = brace.end()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                inside = text[start : min(brace.start(), start + 100)]
                shown = CONVERT.match(inside) or AS_OF.match(inside)
                kept.append(f"{shown[1]} {shown[2]}" if shown else "")
                start = brace.end()
    return "".join([*kept, "" if depth else text[start:]])


def _lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        shown = OUTER.sub(lambda match: f'<a href="{html.escape(match[1])}">{match[2] or match[1]}</a>', INNER.sub(r"\1", line.strip()))
        if heading := HEADING.match(shown):
            yield f"<h{len(heading[1])}>{heading[2]}</h{len(heading[1])}>"
        elif shown.startswith(("*", "#", ":", ";")):
            yield f"<li>{shown.lstrip('*#:; ')}</li>"
        elif shown and not shown.startswith(("|", "!")):
            yield f"<p>{shown}</p>"
