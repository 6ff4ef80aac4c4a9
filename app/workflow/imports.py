"""Imports: claims from a spreadsheet or as JSON lines, with the addresses they lean on. What `exports` wrote can be read back."""

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import orjson

from app.errors import TooLarge
from app.workflow import batch
from app.workflow.batch import BATCH_MAX, Item, Result
from app.workflow.desk import Desk

ROWS_MAX = 10_000  # a spreadsheet of a whole beat; more goes in several files
TEXT_MAX_CHARS = 5_000  # as in a batch: the longest sentence seen in print has 2,000
URLS_MAX = 20
SYSTEM = "import"
TEXT_COLUMNS = ("sentence", "text", "claim_text", "claim")
URL_COLUMNS = ("url", "urls", "source", "link")
ID_COLUMNS = ("id", "claim_id")
QUOTED = ("'=", "'+", "'-", "'@", "'|")


class Sheet(StrEnum):
    """The formats that are read."""

    CSV = "csv"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file: the articles that hold its claims, 500 each, and a result for every item."""

    article_ids: tuple[int, ...]
    results: tuple[Result, ...]


def import_claims(  # noqa: PLR0913  what is said of a file
    desk: Desk, text: str, wanted: Sheet, *, title: str = "", lang: str = "", by: str
) -> Imported:
    """Save the claims of a file; the same file sent twice is there once. A line that cannot be used does not stop the others.

    Raises TooLarge above `ROWS_MAX` claims.
    """
    items, problems = read_items(text, wanted)
    name = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
    articles: list[int] = []
    results = list(problems)
    for part, begin in enumerate(range(0, len(items), BATCH_MAX), start=1):
        external = (SYSTEM, f"{name}/{part}")
        done = batch.submit(desk, items[begin : begin + BATCH_MAX], title=title, lang=lang, external=external, by=by)
        articles += [done.article_id] if done.article_id is not None else []
        results += done.results
    return Imported(tuple(articles), tuple(results))


def read_items(text: str, wanted: Sheet) -> tuple[tuple[Item, ...], tuple[Result, ...]]:
    """Read a file as claims, and the lines that hold none with the reason. Lines that share a sentence are one claim."""
    found: dict[str, tuple[str, dict[str, None]]] = {}
    problems: list[Result] = []
    for line in _csv_lines(text) if wanted is Sheet.CSV else _json_lines(text):
        if line.problem:
            problems.append(Result(line.name, (), line.problem))
            continue
        _, urls = found.setdefault(line.sentence, (line.name, {}))
        urls.update(dict.fromkeys(line.urls))
        if len(found) + len(problems) > ROWS_MAX:
            raise TooLarge(f"The file holds more than {ROWS_MAX} claims: send it in parts.", field="body")
    items = tuple(Item(name, sentence, tuple(urls)[:URLS_MAX]) for sentence, (name, urls) in found.items())
    return items, tuple(problems)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a file: a sentence with its addresses, or the problem with it."""

    name: str
    sentence: str = ""
    urls: Sequence[str] = ()
    problem: str = ""


def _csv_lines(text: str) -> Iterator[_Line]:
    try:
        rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    except csv.Error as error:
        yield _Line("1", problem=f"This is no CSV: {error}.")
        return
    columns = {str(name).strip().lower(): name for name in (rows[0] if rows else {})}
    sentence, url, named = (_column(columns, wanted) for wanted in (TEXT_COLUMNS, URL_COLUMNS, ID_COLUMNS))
    if sentence is None or url is None:
        yield _Line("1", problem=_no_column(columns, TEXT_COLUMNS if sentence is None else URL_COLUMNS))
        return
    for number, row in enumerate(rows, start=2):
        name = row.get(named) if named else None
        yield _line(name or str(number), row.get(sentence), (row.get(url) or "").split())


def _column(columns: Mapping[str, str], wanted: tuple[str, ...]) -> str | None:
    return next((columns[name] for name in wanted if name in columns), None)


def _no_column(columns: Mapping[str, str], wanted: tuple[str, ...]) -> str:
    there = ", ".join(list(columns)[:20])[:300] or "none"
    return f"The first line names the columns. One of them must be {' or '.join(wanted)}; it names {there}."


def _json_lines(text: str) -> Iterator[_Line]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            item = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            yield _Line(str(number), problem=f"This line is no JSON: {error}.")
            continue
        if isinstance(item, dict):
            yield _line(str(item.get("id") or number), item.get("text") or item.get("sentence"), _addresses(item))
        else:
            yield _Line(str(number), problem='This line is no object: write {"text": …, "urls": […]}.')


def _addresses(item: Mapping[str, object]) -> list[str]:
    """Take `urls`, `url`, or the citations of one of our own exports."""
    cited = item.get("urls", item.get("url", item.get("citations", [])))
    listed = [cited] if isinstance(cited, str) else cited if isinstance(cited, list) else []
    return [str(one.get("url", "")) if isinstance(one, dict) else str(one) for one in listed]


def _line(name: str, sentence: object, urls: Sequence[str]) -> _Line:
    if not isinstance(sentence, str) or not sentence.strip():
        return _Line(name, problem="There is no sentence in this line.")
    if len(sentence) > TEXT_MAX_CHARS:
        return _Line(name, problem=f"The sentence is longer than {TEXT_MAX_CHARS} characters.")
    kept = tuple(url for url in urls if url)
    if not kept:
        return _Line(name, problem="There is no address in this line that the sentence could lean on.")
    # An apostrophe before a formula's first character is the one our own export puts there.
    return _Line(name, sentence[1:] if sentence[:2] in QUOTED else sentence, kept)
