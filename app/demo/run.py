"""Run the demo: the press on loopback, a database that is thrown away, one article checked from end to end."""

import asyncio
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path
from tempfile import TemporaryDirectory

from app import worker
from app.bootstrap import opened
from app.demo.press import Press, running
from app.settings import read_settings
from app.store.report import Report, ReportRow
from app.workflow import check, intake, report
from app.workflow.desk import Desk
from app.workflow.requests import RunRequest, Submission

DEADLINE_S = 50.0
# The press is ours and stands on loopback: a short gap keeps the demo brief.
HOST_GAP_S = 0.05
# What the reader must see at least; the demo fails when the press and the rules no longer agree.
SHOWN_LABELS = {"supported", "contradicted", "not_found", "unreadable"}
SHOWN_REASONS = {"rounded"}
SHOWN_OUTCOMES = {"ok", "redirected", "not_found", "soft_404", "bot_challenge"}


def run_demo(show: Callable[[tuple[Report, ...]], None]) -> int:
    """Check the press's article, show its report, and return the exit code: 0 when everything promised was shown."""
    began = time.monotonic()
    with running() as press, TemporaryDirectory(prefix="stet-demo-") as folder:
        settings = replace(
            read_settings({}),
            data=Path(folder),
            allow_networks=(ip_network("127.0.0.0/8"),),
            allow_ports=press.ports,
            host_gap_s=HOST_GAP_S,
            vantage="demo",
        )
        with opened(settings) as desk:
            found = asyncio.run(_checked(desk, press))
    show((found,))
    sys.stdout.write(f"\nEvery verdict can be followed step by step. The first contradicted number:\n{_walk(found.rows)}\n")
    missing = _missing(found.rows)
    sys.stdout.write(
        f"\nDone in {time.monotonic() - began:.1f} s, on loopback only: {len(press.ports)} sites and one article, all thrown away now.\n"
        "Next: `make serve` opens the service on http://127.0.0.1:8017 (API under /v1, documentation under /docs),\n"
        "or check an article of your own: .venv/bin/stet check PATH\n"
    )
    if missing:
        sys.stderr.write(f"stet: the demo did not show {', '.join(sorted(missing))}\n")
        return 1
    return 0


async def _checked(desk: Desk, press: Press) -> Report:
    submitted = intake.submit(desk, Submission(body=press.article, title="The tram that paid for itself"), by="demo")
    run = check.request_run(desk, RunRequest(article_ids=(submitted.article_id,), reason="demo"), by="demo")
    stop = asyncio.Event()
    work = asyncio.create_task(worker.run(desk, stop, name="demo"))
    try:
        await check.run_finished(desk, run, patience_s=DEADLINE_S)
    finally:
        stop.set()
        await work
    return report.of_article(desk, submitted.article_id)


def _walk(rows: tuple[ReportRow, ...]) -> str:
    for row in rows:
        if row.label == "contradicted":
            return "\n".join(f"  {step}" for step in (f"claim: {row.sentence}", *row.trace))
    return "  (none)"


def _missing(rows: tuple[ReportRow, ...]) -> set[str]:
    labels, reasons, outcomes = ({getattr(row, name) for row in rows} for name in ("label", "reason", "outcome"))
    return (SHOWN_LABELS - labels) | (SHOWN_REASONS - reasons) | (SHOWN_OUTCOMES - outcomes)
