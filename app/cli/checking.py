"""What `check`, `submit`, `status` and `recheck` do: the same jobs as the service, on a desk of their own."""

import asyncio
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from app import worker
from app.bootstrap import opened
from app.cli.windows import article_format, article_text
from app.errors import InvalidInput, NotFound
from app.settings import read_settings
from app.store import ids
from app.store.report import Report
from app.workflow import check as check_job
from app.workflow import intake, report
from app.workflow.desk import Desk
from app.workflow.requests import RunRequest, Submission, Submitted

CHECK_WAIT_S = 900.0
POLL_S = 0.1


def check_articles(paths: Sequence[str], folder: Path | None, as_: str, lang: str) -> tuple[Report, ...]:
    """Submit articles, visit everything they cite, and return their reports; `folder` is a database to be thrown away."""
    settings = read_settings()
    if folder is not None:
        settings = replace(settings, data=folder, database_url="", snapshot_store="")
    with opened(settings) as desk:
        articles = [done.article_id for _, done in submit_all(desk, paths, as_, lang)]
        run = check_job.request_run(desk, RunRequest(article_ids=tuple(articles), reason="stet check"), by="cli")
        run_to_end(desk, [run], CHECK_WAIT_S)
        return tuple(report.of_article(desk, article) for article in articles)


def submit_all(
    desk: Desk, paths: Sequence[str], as_: str, lang: str, *, external_id: str = "", title: str = ""
) -> Iterator[tuple[str, Submitted]]:
    """Submit articles one by one; a URL is fetched first."""
    system, _, external = external_id.partition("/")
    if external_id and not external:
        raise InvalidInput(f"--external-id {external_id}: write it as SYSTEM/ID.", field="external_id")
    if external_id and len(paths) > 1:
        raise InvalidInput("--external-id names one article; give one path.", field="external_id")
    for path in paths:
        submission = _submission(desk, path, as_, lang)
        if external_id:
            submission = replace(submission, external_system=system, external_id=external)
        if title:
            submission = replace(submission, title=title)
        yield path, intake.submit(desk, submission, by="cli")


def _submission(desk: Desk, path: str, as_: str, lang: str) -> Submission:
    if path.startswith(("http://", "https://")):
        return replace(asyncio.run(_fetched(desk, path)), lang=lang)
    return Submission(body=article_text(path), format=article_format(as_, path), lang=lang)


async def _fetched(desk: Desk, url: str) -> Submission:
    return await intake.fetch_submission(desk, url)


def run_to_end(desk: Desk, runs: Sequence[int], wait_s: float) -> None:
    """Work until the check-runs are done, with a progress bar on a terminal and nothing in a pipe."""
    asyncio.run(_run_to_end(desk, runs, wait_s))


async def _run_to_end(desk: Desk, runs: Sequence[int], wait_s: float) -> None:
    stop = asyncio.Event()
    work = asyncio.create_task(worker.run(desk, stop, name="cli"))
    columns = (TextColumn("visiting sources"), BarColumn(), MofNCompleteColumn())
    try:
        with Progress(*columns, transient=True, disable=not sys.stderr.isatty()) as bar:
            task = bar.add_task("visits")
            async with asyncio.timeout(wait_s):
                while not work.done():
                    progress = [check_job.run_progress(desk, run) for run in runs]
                    bar.update(task, total=sum(p.total for p in progress), completed=sum(p.done for p in progress))
                    if all(p.finished for p in progress):
                        break
                    await asyncio.sleep(POLL_S)
    except TimeoutError:
        sys.stderr.write(f"stet: not every source answered within {wait_s:.0f} s; what is left stays pending\n")
    finally:
        stop.set()
        await work


def stored_reports(desk: Desk, articles: Sequence[str]) -> tuple[Report, ...]:
    """Return the reports of articles in the database, of all when none is named."""
    wanted = [ids.decode(ids.Prefix.ARTICLE, article) for article in articles] or report.all_article_ids(desk)
    if not wanted:
        raise NotFound("There are no articles yet: hand one in with `stet submit PATH`.")
    return tuple(report.of_article(desk, article) for article in wanted)
