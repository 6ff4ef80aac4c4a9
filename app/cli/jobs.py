"""Commands about articles: check, submit, status, recheck, gate, watch, demo."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from app.errors import InvalidInput

FORMATS = ("table", "json", "markdown", "sarif")
FAIL_ON = "contradicted,dead"
WAIT_S = 600.0


def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH|URL...", help="Articles: files, URLs, or - for standard input.")],
    format: Annotated[str, typer.Option(help=f"What to print: {', '.join(FORMATS)}.")] = "table",  # noqa: A002  the option's name
    fail_on: Annotated[str, typer.Option(help="Findings that make the exit code 1, comma separated.")] = FAIL_ON,
    as_: Annotated[str, typer.Option("--as", help="The articles' format; sniffed when not given.")] = "",
    lang: Annotated[str, typer.Option(help="The articles' language; detected when not given.")] = "",
    *,
    keep: Annotated[bool, typer.Option("--keep", help="Keep articles and results in the database, to be re-checked for ever.")] = False,
) -> None:
    """Check articles now: read them, visit what they cite, judge every number, print what was found.

    Exit code 0: fine; 1: findings that --fail-on names; 2: could not run.
    """
    from app.cli.checking import check_articles
    from app.cli.findings import findings, parse_fail_on, render

    if format not in FORMATS:
        raise InvalidInput(f"--format {format}: it is one of {', '.join(FORMATS)}.", field="format")
    wanted = parse_fail_on(fail_on)
    with TemporaryDirectory(prefix="stet-") as folder:
        reports = check_articles(paths, None if keep else Path(folder), as_, lang)
    render(reports, format)
    if findings(reports, wanted):
        raise SystemExit(1)


def submit(
    paths: Annotated[list[str], typer.Argument(metavar="PATH|URL...", help="Articles: files, URLs, or - for standard input.")],
    as_: Annotated[str, typer.Option("--as", help="The articles' format; sniffed when not given.")] = "",
    lang: Annotated[str, typer.Option(help="The articles' language; detected when not given.")] = "",
    external_id: Annotated[str, typer.Option(help="SYSTEM/ID under which your CMS knows the (one) article.")] = "",
    title: Annotated[str, typer.Option(help="The article's title; read from it when not given.")] = "",
) -> None:
    """Hand articles in; a worker will visit their sources for as long as they are kept."""
    from app.bootstrap import opened
    from app.cli.checking import submit_all
    from app.settings import read_settings

    with opened(read_settings()) as desk:
        for path, done in submit_all(desk, paths, as_, lang, external_id=external_id, title=title):
            what = "created" if done.created else "revised" if done.changed else "unchanged"
            sys.stdout.write(
                f"art_{done.article_id}  {what}, revision {done.revision}: {done.added} claims added, "
                f"{done.kept} kept, {done.removed} removed  ({path})\n"
            )


def status(
    articles: Annotated[
        list[str] | None, typer.Argument(metavar="[ARTICLE...]", help="Article ids such as art_1; all when none is given.")
    ] = None,
    format: Annotated[str, typer.Option(help=f"What to print: {', '.join(FORMATS)}.")] = "table",  # noqa: A002  the option's name
) -> None:
    """Show the verification status of articles in the database."""
    from app.bootstrap import opened
    from app.cli.checking import stored_reports
    from app.cli.findings import render
    from app.settings import read_settings

    if format not in FORMATS:
        raise InvalidInput(f"--format {format}: it is one of {', '.join(FORMATS)}.", field="format")
    with opened(read_settings()) as desk:
        render(stored_reports(desk, articles or []), format)


def recheck(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Articles, claims, citations or sources: art_1, clm_2, cit_3, src_4.")],
    *,
    wait: Annotated[bool, typer.Option("--wait", help="Do the checks here and now instead of leaving them to a worker.")] = False,
) -> None:
    """Ask for sources to be visited again now; politeness to their hosts still holds."""
    from app.bootstrap import opened
    from app.cli.checking import run_to_end
    from app.settings import read_settings
    from app.workflow import check as job
    from app.workflow.requests import run_request_for

    with opened(read_settings()) as desk:
        run = job.request_run(desk, run_request_for(ids), by="cli")
        if wait:
            run_to_end(desk, [run], WAIT_S)
        progress = job.run_progress(desk, run)
        sys.stdout.write(f"run_{run}  {progress.state}: {progress.done} of {progress.total} sources visited\n")


def gate(
    article: Annotated[str, typer.Argument(help="An article id such as art_1.")],
    policy: Annotated[str, typer.Option(help="The gate policy to judge by.")] = "default",
) -> None:
    """Say whether an article may be published: pass, warn, block or pending. Exit code 1 on block."""
    from app.bootstrap import opened
    from app.settings import read_settings
    from app.store import ids
    from app.workflow import gate as job

    with opened(read_settings()) as desk:
        decision = job.decide(desk, ids.decode(ids.Prefix.ARTICLE, article), policy)
    sys.stdout.write(f"{decision.decision}\n")
    for (claim, what, text), fix in zip(decision.reasons, decision.fixes, strict=True):
        sys.stdout.write(f"  {claim} {what}: {text}\n      {fix}\n")
    if decision.decision == "block":
        raise SystemExit(1)


def watch(
    feed: Annotated[str, typer.Argument(metavar="FEED", help="The address of an RSS, Atom or JSON feed, or of a sitemap.")],
    every_s: Annotated[int, typer.Option(help="Seconds between two readings.")] = 900,
    backlog: Annotated[int, typer.Option(help="How many of the articles that it lists already are handed in.")] = 20,
    tags: Annotated[str, typer.Option(help="Tags for its articles, comma separated.")] = "",
) -> None:
    """Watch a feed: a worker hands in what it lists, from now on."""
    from app.bootstrap import opened
    from app.settings import read_settings
    from app.workflow import feeds as job

    wanted = tuple(tag.strip() for tag in tags.split(",") if tag.strip())
    with opened(read_settings()) as desk:
        made = job.watch(desk, job.FeedOrder(feed, every_s, backlog, tags=wanted), by="cli")
    sys.stdout.write(f"fed_{made}  a worker reads it now and then every {every_s} s: stet work, or stet serve\n")


def demo() -> None:
    """Run a small press on loopback, check its one article, and explain every verdict."""
    from app.demo.run import run_demo

    raise SystemExit(run_demo(_show))


def _show(reports: Any) -> None:  # noqa: ANN401  a tuple of reports; the type is imported late
    from app.cli.findings import render

    render(reports, "table")


COMMANDS = (check, submit, status, recheck, gate, watch, demo)
