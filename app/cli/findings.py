"""Findings of a check: what counts as one, and the shapes they are printed in."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from app.cli.lines import emit
from app.errors import InvalidInput
from app.sources.link_state import LinkState
from app.sources.outcome import Outcome, Resolves
from app.store.report import Report, ReportRow
from app.verify.verdict import Label

SARIF_VERSION = "2.1.0"
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
NAMES = frozenset({*Label, *LinkState, *Resolves, *Outcome, "nothing"})


def parse_fail_on(text: str) -> frozenset[str]:
    """Read --fail-on: verdict labels, link states, outcomes and classes (alive, dead, blocked, unknown)."""
    wanted = {word.strip() for word in text.split(",") if word.strip()}
    for word in sorted(wanted - NAMES):
        raise InvalidInput(f"--fail-on {word}: no such verdict, link state or outcome.", field="fail_on")
    return frozenset(wanted)


def words_of(row: ReportRow) -> frozenset[str]:
    """Return every word --fail-on may name that is true of a row; what one source lacks is no finding where another supports it."""
    resolves = {Outcome(row.outcome).resolves.value} if row.outcome else set()
    labels = set() if row.stands_on else {row.label}
    return frozenset({row.link_state, row.outcome} | labels | resolves)


def findings(reports: Sequence[Report], wanted: frozenset[str]) -> list[ReportRow]:
    """Return the rows that --fail-on names."""
    return [row for report in reports for row in report.rows if row.url and wanted & words_of(row)]


def render(reports: Sequence[Report], format: str) -> None:  # noqa: A002  the option's name
    """Print reports as a table, JSON, Markdown or SARIF."""
    match format:
        case "json":
            emit({"articles": [_article(report) for report in reports]})
        case "sarif":
            emit(sarif(reports))
        case "markdown":
            for report in reports:
                print(markdown(report))
        case _:
            _print_tables(reports)


def _print_tables(reports: Sequence[Report]) -> None:
    from app.cli.show import STATUS_STYLES, console, report_table, summary

    out = console()
    for report in reports:
        out.print(report_table(report))
        out.print(f"status: {report.status}", style=STATUS_STYLES.get(report.status))
    out.print(summary(reports))


def _article(report: Report) -> dict[str, Any]:
    from app.store import ids

    rows = [{**asdict(row), "claim_id": ids.encode(ids.Prefix.CLAIM, row.claim_id)} for row in report.rows]
    return {
        "id": ids.encode(ids.Prefix.ARTICLE, report.article_id), "title": report.title, "lang": report.lang, "format": report.format,
        "status": report.status, "revision": report.revision, "rows": rows,
    }  # fmt: skip


def markdown(report: Report) -> str:
    """Return a report as a Markdown table."""
    from app.cli.show import evidence, why

    lines = [f"## {report.title or 'Article'}: {report.status}", "", "| number | source | link | verdict | what the source says | why |"]
    lines.append("| --- | --- | --- | --- | --- | --- |")
    for row in report.rows:
        link = row.link_state if row.outcome in ("", "ok") else f"{row.link_state} ({row.outcome})"
        cells = (row.surface, row.url, link, row.label, evidence(row), why(row))
        lines.append(
            "| "
            + " | ".join(" ".join(cell.replace("_", " ").split()).replace("|", "\\|") if cell is not row.url else cell for cell in cells)
            + " |"
        )
    return "\n".join(lines)


def sarif(reports: Sequence[Report]) -> dict[str, Any]:
    """Return findings as SARIF, for code hosts and editors that show it beside the text."""
    results = [
        {
            "ruleId": row.label if row.label != "unchecked" else row.link_state,
            "level": "error" if row.label == "contradicted" or row.link_state == "dead" else "warning",
            "message": {"text": f"{row.surface}: {row.label.replace('_', ' ')} ({row.reason.replace('_', ' ')}). Source: {row.url}"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": report.title or f"art_{report.article_id}"},
                        "region": {"charOffset": row.start, "charLength": len(row.sentence), "snippet": {"text": row.sentence}},
                    }
                }
            ],
        }
        for report in reports
        for row in report.rows
        if row.url and row.label not in ("supported", "unchecked") and not row.stands_on
    ]
    driver = {"name": "stet", "informationUri": "https://example.org/stet", "rules": [{"id": label.value} for label in Label]}
    return {"$schema": SARIF_SCHEMA, "version": SARIF_VERSION, "runs": [{"tool": {"driver": driver}, "results": results}]}
