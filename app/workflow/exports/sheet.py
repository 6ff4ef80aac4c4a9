"""CSV for spreadsheets: one row for every number and source. Nothing in it can start a formula."""

import csv
import io
import re
from collections.abc import Iterator

from app.store.claim_reads import ClaimFilter
from app.workflow.desk import Desk
from app.workflow.exports.whole import Whole, wholes

COLUMNS = (
    "claim", "article", "title", "sentence", "number", "value", "high", "unit", "status", "url", "link", "outcome", "checked_at",
    "support", "reason", "source_value", "source_unit", "passage", "review",
)  # fmt: skip
# What makes a spreadsheet compute instead of show (OWASP, CSV injection); a plain number may begin with its sign.
FORMULA = re.compile(r"^[=+\-@\t\r|]")
NUMBER = re.compile(r"^[+-]?[0-9]+(\.[0-9]+)?$")


def write(desk: Desk, narrow: ClaimFilter) -> Iterator[bytes]:
    """Write UTF-8 with a byte order mark, because Excel reads it wrongly without one."""
    yield b"\xef\xbb\xbf" + _line(COLUMNS)
    for whole in wholes(desk, narrow):
        for row in _rows(whole):
            yield _line(row)


def safe(cell: object) -> str:
    """Write a cell so that no spreadsheet takes it for a formula."""
    text = "" if cell is None else str(cell)
    return "'" + text if FORMULA.match(text) and not NUMBER.match(text) else text


def _line(cells: tuple[object, ...]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow([safe(cell) for cell in cells])
    return out.getvalue().encode()


def _rows(whole: Whole) -> Iterator[tuple[object, ...]]:
    cited: list[Whole] = whole["citations"] or [{}]
    for citation in cited:
        judged = {verdict["quantity"]: verdict for verdict in citation.get("verdicts", ())}
        for number in whole["quantities"]:
            yield _row(whole, number, citation, judged.get(number["id"], {}))


def _row(whole: Whole, number: Whole, citation: Whole, verdict: Whole) -> tuple[object, ...]:
    article, passage = whole["article"], verdict.get("passage") or {}
    return (
        whole["id"], article["id"], article["title"], whole["sentence"],
        number["surface"], number["value"], number["high"], number["unit"], whole["status"],
        citation.get("url"), citation.get("link"), citation.get("outcome"), citation.get("last_checked_at"),
        verdict.get("label", citation.get("support")), verdict.get("reason", citation.get("reason")),
        verdict.get("source_value"), verdict.get("source_unit"), passage.get("exact"), citation.get("review"),
    )  # fmt: skip
