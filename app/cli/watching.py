"""`stet top`: the queue as it is, looked at again every second."""

import time
from collections.abc import Mapping

from rich.console import Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from app.cli.show import console
from app.store import stats
from app.store.stats import Stats
from app.workflow.desk import Desk

LOOK_S = 1.0


def watch(desk: Desk, *, once: bool) -> None:
    """Show the queue until interrupted, or once."""
    out = console()
    if once:
        out.print(_page(_look(desk)))
        return
    with Live(_page(_look(desk)), console=out, refresh_per_second=2) as live:
        try:
            while True:
                time.sleep(LOOK_S)
                live.update(_page(_look(desk)))
        except KeyboardInterrupt:
            return


def _look(desk: Desk) -> Stats:
    with desk.read() as session:
        return stats.look(session)


def _page(now: Stats) -> Group:
    queue = now.queue
    head = Text(f"{now.at:%Y-%m-%d %H:%M:%S} UTC   ", style="dim")
    head.append(f"{now.checks_per_s:.1f} checks/s, {now.checks_last_minute} in the last minute", style="bold")
    lines = (
        (
            f"hosts ready {queue.ready} (urgent {queue.urgent}), the first waits {queue.late_s:.0f} s; "
            f"leased {queue.leased}, leases expired {queue.expired}, sources in quarantine {queue.quarantined}"
        ),
        _counts("sizes", now.sizes),
        _counts("claims", now.claims),
        _counts("latest visits met", now.latest_outcomes),
        _counts("deliveries", now.deliveries) + f"   events {now.events}",
    )
    return Group(head, *(Text(line) for line in lines), _workers(now))


def _counts(what: str, counts: Mapping[str, int]) -> str:
    return f"{what}: " + (", ".join(f"{name.replace('_', ' ')} {count}" for name, count in counts.items()) or "none")


def _workers(now: Stats) -> Table:
    table = Table("worker", "hosts", "until", title=None, expand=False)
    for worker in now.queue.workers:
        table.add_row(worker.name, str(worker.hosts), f"{worker.until:%H:%M:%S}")
    if not now.queue.workers:
        table.add_row("no worker holds a host", "", "")
    return table
