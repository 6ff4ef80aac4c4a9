"""Commands that run or mend the service: serve, work, top, migrate, backup, restore, rebuild, keys."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

keys = typer.Typer(name="keys", help="API keys: make, list, revoke.", no_args_is_help=True)


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; STET_HOST when not given.")] = "",
    port: Annotated[int, typer.Option(help="Port to listen on; STET_PORT when not given.")] = 0,
    *,
    worker: Annotated[bool, typer.Option("--worker/--no-worker", help="Also work in this process.")] = True,
) -> None:
    """Serve the API and the pages, with a worker in the same process; the first start prints an admin key once."""
    from app.cli.serving import serve_forever
    from app.settings import read_settings

    settings = read_settings()
    settings = replace(settings, host=host or settings.host, port=port or settings.port)
    serve_forever(settings, with_worker=worker)


def work(
    processes: Annotated[int, typer.Option(min=1, max=64, help="How many worker processes to run.")] = 1,
    *,
    once: Annotated[bool, typer.Option("--once", help="Stop when nothing is due.")] = False,
) -> None:
    """Visit what is due, for ever; SIGTERM finishes what is in flight and stops within ten seconds."""
    from app.cli.working import work_forever
    from app.settings import read_settings

    work_forever(read_settings(), processes, once=once)


def migrate(
    *,
    check: Annotated[bool, typer.Option("--check", help="Only say whether the database is up to date.")] = False,
) -> None:
    """Bring the database up to date; SQLite is backed up first."""
    from app import store
    from app.bootstrap import database_url
    from app.settings import read_settings

    engine = store.open_engine(database_url(read_settings()))
    try:
        if not check:
            store.upgrade(engine)
        problem = store.check(engine)
    finally:
        engine.dispose()
    for difference in problem:
        sys.stdout.write(f"{difference}\n")
    if not problem:
        sys.stdout.write("the database is up to date\n")
    if problem:
        raise SystemExit(1)


@keys.command("create")
def create_key(
    name: Annotated[str, typer.Argument(help="Who or what the key is for.")],
    scopes: Annotated[str, typer.Option(help="read, write, check, review, admin; comma separated.")] = "read",
) -> None:
    """Make a key and print it, this once."""
    from app.bootstrap import opened
    from app.settings import read_settings
    from app.workflow import keys as job

    with opened(read_settings()) as desk:
        issued = job.issue(desk, name=name, scopes=[scope.strip() for scope in scopes.split(",") if scope.strip()], by="cli")
    sys.stdout.write(f"{issued.secret}\n")
    sys.stderr.write("Keep it: it cannot be shown again.\n")


@keys.command("list")
def list_keys() -> None:
    """List keys: id, name, prefix, scopes, state."""
    from app.bootstrap import opened
    from app.settings import read_settings
    from app.workflow import keys as job

    with opened(read_settings()) as desk:
        for key in job.all_keys(desk):
            state = "revoked" if key.revoked_at else "active"
            sys.stdout.write(f"key_{key.id}  {key.name}  {key.prefix}…  {','.join(key.scopes)}  {state}\n")


@keys.command("revoke")
def revoke_key(key: Annotated[str, typer.Argument(help="A key id such as key_1.")]) -> None:
    """Revoke a key: it stops working at once."""
    from app.bootstrap import opened
    from app.settings import read_settings
    from app.store import ids
    from app.workflow import keys as job

    with opened(read_settings()) as desk:
        job.revoke(desk, ids.decode(ids.Prefix.KEY, key), by="cli")
    sys.stdout.write(f"{key} is revoked\n")


def backup(path: Annotated[Path, typer.Argument(help="Where to write the copy; must not exist.")]) -> None:
    """Copy the SQLite database while it is in use."""
    from app import store
    from app.bootstrap import database_url
    from app.settings import read_settings
    from app.store.backup import copy_sqlite

    engine = store.open_engine(database_url(read_settings()))
    try:
        copy_sqlite(engine, path)
    finally:
        engine.dispose()
    sys.stdout.write(f"copied to {path}\n")


def restore(path: Annotated[Path, typer.Argument(help="A copy made by `stet backup`.")]) -> None:
    """Put a copy in the place of the SQLite database; what was there is kept beside it. Stop the service first."""
    from app import store
    from app.bootstrap import database_url
    from app.settings import read_settings
    from app.store.backup import restore_sqlite

    engine = store.open_engine(database_url(read_settings()))
    try:
        aside = restore_sqlite(engine, path)
        store.upgrade(engine)
    finally:
        engine.dispose()
    sys.stdout.write(f"restored {path}\n" + (f"what was there before is kept as {aside}\n" if aside else ""))


def top(
    *,
    once: Annotated[bool, typer.Option("--once", help="Print once instead of watching.")] = False,
) -> None:
    """Watch the queue: what is due, who works, what visits meet, what waits for channels."""
    from app.bootstrap import opened
    from app.cli.watching import watch
    from app.settings import read_settings

    with opened(read_settings()) as desk:
        watch(desk, once=once or not sys.stdout.isatty())


def rejudge() -> None:
    """Bring every verdict up to today's rules, from stored snapshots; nothing is fetched. Says what changed."""
    from app.bootstrap import opened
    from app.settings import read_settings
    from app.workflow.replay import rejudge as job

    with opened(read_settings()) as desk:
        done = job(desk)
    sys.stdout.write(f"{done.citations} citations judged again\n")
    for change, count in sorted(done.changes.items()):
        sys.stdout.write(f"  {change}: {count}\n")


def replay(check: Annotated[str, typer.Argument(help="A check id such as chk_7.")]) -> None:
    """Judge what a check brought once more and compare byte for byte. Exit code 1 when anything differs."""
    from app.bootstrap import opened
    from app.settings import read_settings
    from app.store import ids
    from app.workflow.replay import replay as job

    with opened(read_settings()) as desk:
        found = job(desk, ids.decode(ids.Prefix.CHECK, check))
    for one in found:
        sys.stdout.write(f"cit_{one.citation_id} qty_{one.quantity_id}  {one.stored['label']}  {'same' if one.same else 'DIFFERS'}\n")
    sys.stdout.write(f"{len(found)} verdicts, {sum(one.same for one in found)} the same\n")
    if not all(one.same for one in found):
        raise SystemExit(1)


def rebuild() -> None:
    """Compute every fold anew from checks, verdicts and reviews, and say how many were wrong."""
    from app.bootstrap import opened
    from app.settings import read_settings
    from app.workflow.rebuild import rebuild as job

    with opened(read_settings()) as desk:
        done = job(desk)
    for mended in done.mended:
        sys.stdout.write(f"mended {mended}\n")
    sys.stdout.write(f"{done.sources} sources, {done.claims} claims, {done.runs} runs folded anew; {len(done.mended)} were wrong\n")
    if done.mended:
        raise SystemExit(1)


COMMANDS = (serve, work, top, migrate, backup, restore, rebuild, rejudge, replay)
