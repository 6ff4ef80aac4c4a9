"""What people see on a terminal: tables of claims, in colours that also read without colour."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.claims import ArticleReading
from app.store.report import Report, ReportRow
from app.verify import Label, claim_support

VERDICT_STYLES = {
    "supported": "green", "contradicted": "bold red", "not_found": "yellow", "ambiguous": "yellow", "unreadable": "magenta",
    "unchecked": "dim",
}  # fmt: skip
LINK_STYLES = {"ok": "green", "moved": "cyan", "suspect": "yellow", "dead": "bold red", "blocked": "magenta", "unknown": "yellow"}
STATUS_STYLES = {"verified": "bold green", "attention": "bold red", "broken": "bold red", "archived": "cyan", "unverifiable": "magenta"}
EVIDENCE_MAX_CHARS = 160
# Piped output has no width of its own; wide enough that no cell is cut.
PIPE_WIDTH = 160


def console() -> Console:
    """Return the console for results: standard output, wide in a pipe."""
    out = Console(highlight=False)
    return out if out.is_terminal else Console(highlight=False, width=PIPE_WIDTH)


def show_reading(reading: ArticleReading, *, explain: bool) -> None:
    """Print claims with their numbers and sources and, when asked, what is no claim and why."""
    out = console()
    for number, claim in enumerate(reading.claims, 1):
        out.print(Text(f"{number}. ", style="bold").append(claim.sentence, style="default"))
        for quantity in claim.quantities:
            out.print(Text(f"     {quantity.surface}", style="cyan").append(f"  {quantity.explain()}", style="dim"))
        for citation in claim.citations:
            out.print(
                Text(f"     {citation.marker or citation.how} -> {citation.url}", style="blue").append(f"  {citation.reason}", style="dim")
            )
    out.print(f"{len(reading.claims)} claims, {reading.format}, language {reading.lang or 'unknown'}")
    if explain:
        for rejection in reading.rejections:
            out.print(Text(f"  no claim ({rejection.reason}): ", style="yellow").append(rejection.sentence, style="dim"))


def report_table(report: Report) -> Table:
    """Return the table of an article's numbers: number, source, link, verdict, evidence, reason."""
    table = Table(title=Text(report.title or f"Article {report.article_id}", style="bold"), show_lines=True, expand=True)
    for name, ratio in (("Number", 4), ("Source", 4), ("Link", 3), ("Verdict", 3), ("What the source says", 8), ("Why", 5)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for row in report.rows:
        if row.kind != "date":
            table.add_row(*_cells(row))
    return table


def _cells(row: ReportRow) -> tuple[Text, ...]:
    link = row.link_state if row.outcome in ("", "ok") else f"{row.link_state}\n{row.outcome}"
    return (
        Text(row.surface, style="bold"),
        Text(f"{row.marker} {_short_url(row.url)}".strip() or "cites nothing", style="default" if row.url else "dim"),
        Text(link if row.url else "", style=LINK_STYLES.get(row.link_state, "default")),
        Text(row.label.replace("_", " ") if row.url else "", style=VERDICT_STYLES.get(row.label, "default")),
        Text(evidence(row)),
        Text(why(row), style="dim"),
    )


def _short_url(url: str) -> str:
    return url.partition("://")[2] or url


def evidence(row: ReportRow) -> str:
    """Return what the source says, as a quotation, with its place in a table."""
    if not row.passage:
        return ""
    exact = " ".join(str(row.passage.get("exact", "")).split())
    quote = exact if len(exact) <= EVIDENCE_MAX_CHARS else exact[: EVIDENCE_MAX_CHARS - 1] + "…"
    cell = row.passage.get("cell")
    return f"“{quote}”" + (f" ({cell})" if cell else "")


def why(row: ReportRow) -> str:
    """Return the reason for people: the code, how grave a conflict is, and which other source supports the number."""
    said = (row.reason.replace("_", " "), row.severity, f"but source {row.stands_on} supports it" if row.stands_on else "")
    return ", ".join(part for part in said if part)


def summary(reports: Sequence[Report]) -> str:
    """Return a line that counts numbers by verdict over all reports; of several sources, what they come to together."""
    told: dict[int, list[Label]] = defaultdict(list)
    for row in (row for report in reports for row in report.rows if row.kind != "date" and row.url):
        told[row.quantity_id].append(Label(row.label))
    counts = Counter(claim_support(labels) for labels in told.values())
    said = ", ".join(f"{counts[label]} {label.replace('_', ' ')}" for label in map(Label, VERDICT_STYLES) if counts[label])
    numbers = f"{len(told)} number{'' if len(told) == 1 else 's'}"
    return f"{numbers} with a source: {said or 'none judged'}"
