"""The table of the README that shows what `make demo` finds. `python -m tests.demo.readme` writes it anew."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from app.cli.show import evidence, why
from app.demo.press import sites
from app.demo.run import run_demo
from app.store.report import Report, ReportRow

README = Path(__file__).parents[2] / "README.md"
SECTION = re.compile(r"(?<=<!-- demo -->\n).*?(?=\n<!-- /demo -->)", re.DOTALL)
HEADS = ("number", "source", "link", "verdict", "what the source says", "why")


def table(report: Report) -> str:
    """Return what the README holds: the article's status, and a row for every number and source."""
    names = _site_names(report)
    rows = [HEADS, ("---",) * len(HEADS), *(_cells(row, names) for row in report.rows if row.kind != "date")]
    head = f"`make demo` checks an op-ed about trams; its status is {report.status}"
    return "\n".join([head, "", *(f"| {' | '.join(row)} |" for row in rows)])


def _site_names(report: Report) -> dict[str, str]:
    """Name the sites of the press, whose ports are other ones each time, by a path that each cites."""
    places = {urlsplit(row.url).netloc: urlsplit(row.url).path for row in report.rows if row.url}
    known = {path: name for name, answers in sites().items() for path in answers}
    silent = iter(name for name, answers in sites().items() if set(answers) == {"*"})
    return {place: known[path] if path in known else next(silent) for place, path in places.items()}


def _cells(row: ReportRow, names: dict[str, str]) -> tuple[str, ...]:
    url = urlsplit(row.url)
    link = row.link_state if row.outcome in ("", "ok") else f"{row.link_state} ({row.outcome})"
    cells = (row.surface, f"{names[url.netloc]}{url.path}", link.replace("_", " "), row.label.replace("_", " "), evidence(row), why(row))
    return tuple(cell.replace("|", "\\|") for cell in cells)


def main() -> None:
    shown: list[Report] = []
    run_demo(shown.extend)
    README.write_text(SECTION.sub(lambda _: table(shown[0]), README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
