"""Windows into the core: for "why did it say that?", for scripts and for measuring. No database."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.lines import answer_all, answer_line, emit, lines_in, text_field
from app.errors import InvalidInput

FILE_MAX_BYTES = 64 * 1024 * 1024


def read(
    path: Annotated[str, typer.Argument(help="An article: a file, or - for standard input.")],
    format: Annotated[str, typer.Option(help="What to print: json or text.")] = "json",  # noqa: A002  the option's name
    as_: Annotated[str, typer.Option("--as", help="The article's format: text, markdown, html, wikitext; sniffed when not given.")] = "",
    lang: Annotated[str, typer.Option(help="The article's language; detected when not given.")] = "",
    base_url: Annotated[str, typer.Option(help="Where the article is published, to resolve relative links.")] = "",
    *,
    explain: Annotated[bool, typer.Option("--explain", help="Also print sentences that are no claims, and why.")] = False,
) -> None:
    """Read an article: its claims, their quantities, what they cite."""
    from app import claims

    if format not in ("json", "text"):
        raise InvalidInput("--format is json or text.", field="format")
    reading = claims.read(article_text(path), article_format(as_, path), lang, base_url)
    if format == "json":
        emit(claims.to_json(reading))
        return
    from app.cli.show import show_reading

    show_reading(reading, explain=explain)


def article_format(name: str, path: str) -> "Any":  # noqa: ANN401  claims is imported late
    """Return the format asked for, else the one the file's name tells, else None: to be sniffed."""
    from app.claims import Format

    if name:
        if name not in list(Format):
            raise InvalidInput(f"--as {name}: it is one of {', '.join(Format)}.", field="format")
        return Format(name)
    endings = {
        ".md": Format.MARKDOWN, ".markdown": Format.MARKDOWN, ".html": Format.HTML, ".htm": Format.HTML, ".xhtml": Format.HTML,
        ".wiki": Format.WIKITEXT, ".wikitext": Format.WIKITEXT,
    }  # fmt: skip
    return endings.get(Path(path).suffix.lower())


def article_text(path: str) -> str:
    """Return an article's text; bytes that are no text are refused with a word on what to do."""
    from app import extract

    body = file_bytes(path)
    if b"\x00" in body[:4096] and not body.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InvalidInput(f"{path} is binary, not an article: give text, Markdown or HTML. For a source's bytes use `stet extract`.")
    return extract.decode(body, "")[0]


def file_bytes(path: str) -> bytes:
    """Return a file's bytes, - being standard input; raises InvalidInput where it cannot be read."""
    if path == "-":
        body = sys.stdin.buffer.read(FILE_MAX_BYTES + 1)
    else:
        try:
            with Path(path).open("rb") as file:
                body = file.read(FILE_MAX_BYTES + 1)
        except OSError as error:
            raise InvalidInput(f"{path} cannot be read: {error.strerror or error}.", field="path") from error
    if len(body) > FILE_MAX_BYTES:
        raise InvalidInput(f"{path} is larger than {FILE_MAX_BYTES // 2**20} MiB.", field="path")
    return body


def quantities() -> None:
    """Read quantities: lines {"id","text","lang"?} on standard input, one answer a line."""
    for line in lines_in():
        emit(answer_line(line, _quantities_of))


def _quantities_of(item: dict[str, Any]) -> dict[str, Any]:
    from app import quantities as room

    found = room.read(text_field(item, "text"), text_field(item, "lang", required=False))
    return {"quantities": [room.to_json(quantity) for quantity in found]}


def extract(
    path: Annotated[str, typer.Argument(help="A source's bytes: a file, or - for standard input.")],
    media_type: Annotated[str, typer.Option(help="The declared media type; sniffed when not given or when it lies.")] = "",
    url: Annotated[str, typer.Option(help="Where the bytes came from.")] = "",
) -> None:
    """Read a source's bytes into blocks of text and tables, each with its zone."""
    from app import extract as room

    emit(room.to_json(room.read(file_bytes(path), media_type or named_type(path), url=url)))


def named_type(path: str) -> str:
    """Return the media type a file's name suggests, else ""."""
    from mimetypes import guess_type

    return "text/markdown" if path.endswith((".md", ".markdown")) else guess_type(path)[0] or ""


def judge() -> None:
    """Judge claims: lines {"id","claim","evidence"} or {"id","claim","path","media_type"?}; "lang", "today" optional."""
    answer_all(lines_in(), judge_line)


def judge_line(line: str) -> dict[str, Any]:
    """Answer one line of `stet judge`."""
    return answer_line(line, _judgement_of)


def _judgement_of(item: dict[str, Any]) -> dict[str, Any]:
    from app import extract as room
    from app import verify

    claim = text_field(item, "claim")
    lang = text_field(item, "lang", required=False)
    today = _today(text_field(item, "today", required=False))
    if item.get("path") is None:
        return verify.to_json(verify.judge_text(claim, text_field(item, "evidence"), lang, today))
    path = text_field(item, "path")
    declared = text_field(item, "media_type", required=False) or named_type(path)
    document = room.read(file_bytes(path), declared)
    return verify.to_json(verify.judge(verify.view(claim, lang), document, today))


def _today(text: str) -> date:
    if not text:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput(f"`today` is {text!r}: give a date like 2026-03-31.", field="today") from error


def visit(
    urls: Annotated[list[str], typer.Argument(help='URLs, or - for lines {"id","url"} on standard input.')],
    *,
    text: Annotated[bool, typer.Option("--text", help="Also print the page's main text.")] = False,
) -> None:
    """Visit URLs and say what happened, one answer a line as they come."""
    from app.cli.visits import visit_urls

    visit_urls(urls, with_text=text)


COMMANDS = (read, quantities, extract, judge, visit)
