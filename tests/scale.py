"""Does it stay flat? Fills a database in steps and measures at each what the service does all day.

`python -m tests.scale [postgresql|sqlite] [sizes…]` fills so many sources (three citations and ten checks each) and prints, for each
size, the cost of a check from lease to record, of the lists, and of the statistics: processor time of client and server together,
because the clock on the wall tells of the neighbours.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlmodel import SQLModel

from app import store
from app.store import leases, migrate, stats
from app.store.article_reads import ArticleFilter, list_articles, read_article
from app.store.checks import record
from app.store.claim_reads import ClaimFilter, citations_of, current_verdicts, list_claims, quantities_of, read_claim
from app.store.event_reads import EventFilter, events_after
from app.store.finished import Batch, CheckRow, FinishedVisit, SourceUpdate
from app.store.judging import to_judge
from app.store.leases import HostEnd
from app.store.source_reads import SourceFilter, list_checks, list_sources
from app.store.waiting import DueSource
from tests.databases import cluster
from tests.store.press import RULES

SIZES = {"postgresql": (10_000, 100_000, 1_000_000), "sqlite": (10_000, 100_000)}
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
# Bulk loading, not what is measured: a crash here costs nothing but another run.
LOADING = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "16GB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "maintenance_work_mem": "512MB",
    "shared_buffers": "2GB",
    "autovacuum": "off",
}
HOSTS_IN = 10  # sources a host, but for the large one
CLAIMS_IN = 50  # claims an article
BATCHES = 30

# Rows by number i of the source, claim, citation or check; :lo and :hi bound the step. Every twentieth source lies on one large host.
_FILL = (
    """INSERT INTO host (id, name, due_at, ready_at, priority, leased_by, token, holder, backoff, robots_status)
       SELECT i, 'h' || i || '.org', :now, :now, 0, '', 0, '', 0, '' FROM {hosts}""",
    """INSERT INTO source (id, url, url_key, host_id, created_at, policy, next_check_at, priority, asks, attempts, trimmed, last_token,
                            link_state, link_since, flapping, fold, outcome, last_check_id, last_checked_at, last_good_check_id,
                            snapshot_sha256, etag, last_modified, replacement_url, changed_at, version)
       SELECT i, 'https://h' || i || '.org/reports/2026/' || i, 'k' || i,
              CASE WHEN i % 20 = 0 THEN 1 ELSE (i - 1) / {hosts_in} + 1 END, :now, '{{}}',
              {soon}, 0, 0, 0, {false}, 0,
              CASE WHEN i % 50 = 0 THEN 'dead' WHEN i % 13 = 0 THEN 'suspect' ELSE 'ok' END, :now, {false}, '{{"n": 1}}', 'ok',
              NULL, :now, NULL, 'sha' || (i % 1000), '', '', '', {moment}, 1 FROM {sources}""",
    """INSERT INTO article (id, title, lang, format, url, tags, created_at, updated_at, version, revision, status)
       SELECT i, 'Article ' || i, 'en', 'text', '', '[]', :now, {moment}, 1, 1,
              CASE WHEN i % 7 = 0 THEN 'attention' ELSE 'verified' END FROM {articles}""",
    """INSERT INTO claim (id, article_id, first_revision, last_revision, position, sentence, prefix, suffix, start, "end", section,
                           context, lang, status, link, support, review, changed_at, version)
       SELECT i, (i - 1) / {claims_in} + 1, 1, 1, i % {claims_in},
              'In 2019 ' || (i % 100) || ' percent of the towns in district ' || i || ' had no mayor of their own.', '', '', 0, 80, '[]',
              '', 'en', CASE WHEN i % 40 = 0 THEN 'attention' WHEN i % 90 = 1 THEN 'broken' ELSE 'verified' END, 'ok', 'supported', 'none',
              {moment}, 1 FROM {claims}""",
    """INSERT INTO quantity (id, claim_id, position, surface, value, unit, kind, comparator, record)
       SELECT i, i, 0, (i % 100) || ' percent', i % 100, 'percent', 'percent', 'exact', '{{"value": "12"}}' FROM {claims}""",
    """INSERT INTO citation (id, claim_id, source_id, url, marker, anchor, how, why, added_by, removed_by, support, reason, status,
                              review, verdict_sha256, rule_version, version)
       SELECT i, (i - 1) / 2 + 1, (i * 7919) % (:hi - :lo) + :lo + 1, 'https://h.org/' || i, '', '', 'anchor',
              '', 'reader', '', 'supported', 'exact', 'verified', 'none', 'sha' || (i % 1000), 'v1', 1 FROM {citations}""",
    """INSERT INTO visit_check (id, source_id, at, outcome, resolves, http_status, final_url, permanent, media_type, title, sha256,
                                 not_modified, changed, void, rule, rule_version, vantage, profile, asked_by, elapsed_ms, lease_token,
                                 record)
       SELECT :base + i, (i - 1) % (:hi - :lo) + :lo + 1, {moment}, 'ok', 'alive', 200, 'https://h.org/reports/' || i, {false}, 'text/html',
              'Report ' || i, 'sha' || (i % 1000), {true}, {false}, {false}, 'status', 'v1', 'here', 'plain', 'schedule', 120, 0,
              '{{"hops": [{{"url": "https://h.org/", "status": 200, "headers": [["content-type", "text/html"]]}}], "notes": []}}'
       FROM {checks}""",
    """INSERT INTO verdict (id, citation_id, quantity_id, check_id, sha256, at, label, reason, source_value, source_unit, severity, flags,
                             trace, rule_version)
       SELECT i, i, (i - 1) / 2 + 1, :base + (i - 1 - :lo * 3) * 3 + 1, 'sha' || (i % 1000), :now, 'supported', 'exact', '12', 'percent',
              '', '[]', '["aligned", "exact"]', 'v1' FROM {citations}""",
    """INSERT INTO event (id, at, type, subject, article_id, claim_id, data)
       SELECT i, {moment}, 'claim.status_changed', 'clm_' || i, (i - 1) / {claims_in} + 1, i, '{{"from": "pending", "to": "verified"}}'
       FROM {sources}""",
    "UPDATE event_clock SET last = :hi",
)
_SERIALS = ("host", "source", "article", "claim", "quantity", "citation", "visit_check", "verdict")


def fill(engine: store.Engine, lo: int, hi: int) -> None:
    """Add sources number lo+1 to hi with everything that leans on them; both are multiples of 1,000."""
    postgresql = engine.dialect.name == "postgresql"
    spans = {
        "hosts": (lo // HOSTS_IN, hi // HOSTS_IN),
        "sources": (lo, hi),
        "articles": (lo * 3 // 2 // CLAIMS_IN, hi * 3 // 2 // CLAIMS_IN),
        "claims": (lo * 3 // 2, hi * 3 // 2),
        "citations": (lo * 3, hi * 3),
        "checks": (0, (hi - lo) * 10),
    }
    words = {name: _series(first + 1, last, postgresql=postgresql) for name, (first, last) in spans.items()}
    words |= _words(postgresql=postgresql)
    own = store.open_engine(engine.url.render_as_string(hide_password=False), statement_timeout_s=0)
    with _without_indexes(own), own.execution_options(writes=True).begin() as connection:
        if not postgresql:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        # The measuring of the last step has made checks of its own.
        base = connection.execute(text("SELECT COALESCE(max(id), 0) FROM visit_check")).scalar_one()
        for statement in _FILL:
            given = {"lo": lo, "hi": hi, "base": base, "now": NOW - timedelta(days=3)}
            if not postgresql:
                given["now"] = _as_text(NOW - timedelta(days=3))
            whole = statement.format(**words)
            connection.execute(text(whole), {name: value for name, value in given.items() if f":{name}" in whole})
        if postgresql:
            for table in _SERIALS:
                connection.execute(text(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"))  # noqa: S608
        first = "(SELECT host_id, min(next_check_at) AS at FROM source GROUP BY host_id) AS first"
        connection.execute(text(f"UPDATE host SET ready_at = at, due_at = at FROM {first} WHERE first.host_id = host.id"))  # noqa: S608
    if postgresql:
        with own.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM (ANALYZE)"))
            connection.execute(text("CHECKPOINT"))
    own.dispose()


def _as_text(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(" ", "microseconds")


def _series(first: int, last: int, *, postgresql: bool) -> str:
    if postgresql:
        return f"generate_series({first}::bigint, {last}::bigint) AS g(i)"
    return f"(WITH RECURSIVE g(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM g WHERE i < {last}) SELECT i FROM g)"  # noqa: S608


def _words(*, postgresql: bool) -> dict[str, Any]:
    """Two sources of five are due, the others within weeks; changes are spread over half a year."""
    common = {"hosts_in": HOSTS_IN, "claims_in": CLAIMS_IN}
    soon, ago = "((i * 6151) % 2000000 - 800000)", "(i % 15000000)"
    if postgresql:
        now = "CAST(:now AS timestamptz)"
        later, earlier = f"{now} + {soon} * interval '1 second'", f"{now} - {ago} * interval '1 second'"
        return common | {"false": "false", "true": "true", "soon": later, "moment": earlier}
    later, earlier = (f"strftime('%Y-%m-%d %H:%M:%f', :now, {shift} || ' seconds') || '000'" for shift in (soon, f"'-' || {ago}"))
    return common | {"false": "0", "true": "1", "soon": later, "moment": earlier}


@contextmanager
def _without_indexes(engine: store.Engine) -> Iterator[None]:
    """Fill without secondary indexes and foreign keys, and put them back: several times faster than to keep them."""
    if engine.dialect.name != "postgresql":
        yield
        return
    with engine.begin() as connection:
        indexes = connection.execute(
            text("""SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname LIKE 'ix_%'""")
        ).all()
        foreign = connection.execute(
            text("""SELECT conrelid::regclass::text AS owner, conname, pg_get_constraintdef(oid) AS said FROM pg_constraint
                    WHERE contype = 'f' AND connamespace = 'public'::regnamespace""")
        ).all()
        for row in foreign:
            connection.execute(text(f"ALTER TABLE {row.owner} DROP CONSTRAINT {row.conname}"))
        for row in indexes:
            connection.execute(text(f"DROP INDEX {row.indexname}"))
    yield
    with engine.begin() as connection:
        for row in indexes:
            connection.execute(text(row.indexdef))
        for row in foreign:
            connection.execute(text(f"ALTER TABLE {row.owner} ADD CONSTRAINT {row.conname} {row.said} NOT VALID"))


@dataclass(frozen=True, slots=True)
class Cost:
    """Median processor time of one go, client and server together, in milliseconds, and the median on the wall."""

    name: str
    cpu_ms: float
    wall_ms: float


Clock = Callable[[], float]


def measure(engine: store.Engine, sources: int, cpu: Clock) -> list[Cost]:
    """Measure at `sources` sources."""
    found = _check_cost(engine, cpu)
    claims = sources * 3 // 2
    reads: dict[str, Callable[[store.Session, int], object]] = {
        "status of an article": lambda s, n: read_article(s, n % (claims // CLAIMS_IN) + 1),
        "claim with citations and evidence": lambda s, n: _one_claim(s, n * 7919 % claims + 1),
        "claims of an article": lambda s, n: list_claims(s, ClaimFilter(article_id=n % (claims // CLAIMS_IN) + 1), None, 50),
        "claims by status": lambda s, _: list_claims(s, ClaimFilter(statuses=("attention", "broken")), None, 50),
        "claims by status, deep page": lambda s, _: list_claims(s, ClaimFilter(statuses=("attention",)), (claims // 2,), 50),
        "claims changed since": lambda s, _: list_claims(s, ClaimFilter(changed_since=NOW - timedelta(days=3, minutes=1)), None, 50),
        "claims by host": lambda s, n: list_claims(s, ClaimFilter(host=f"h{n % (sources // HOSTS_IN) + 1}.org"), None, 50),
        "claims of a source": lambda s, n: list_claims(s, ClaimFilter(source_id=n * 31 % sources + 1), None, 50),
        "articles by status": lambda s, _: list_articles(s, ArticleFilter(statuses=("attention",)), None, 50),
        "sources by link": lambda s, _: list_sources(s, SourceFilter(links=("dead",)), None, 50),
        "sources of a host": lambda s, n: list_sources(s, SourceFilter(host=f"h{n % (sources // HOSTS_IN) + 1}.org"), None, 50),
        "checks of a source": lambda s, n: list_checks(s, n * 31 % sources + 1, None, 50),
        "events after a cursor": lambda s, _: events_after(s, EventFilter(), sources // 2, 100),
        "statistics": lambda s, _: stats.look(s, NOW),
    }
    for name, act in reads.items():
        found.append(_timed(engine, name, act, cpu))
    return found


def _one_claim(session: store.Session, claim_id: int) -> None:
    read_claim(session, claim_id)
    quantities_of(session, [claim_id])
    current_verdicts(session, [row["id"] for row in citations_of(session, [claim_id])])


def _timed(engine: store.Engine, name: str, act: Callable[[store.Session, int], object], cpu: Clock, rounds: int = 40) -> Cost:
    for warm in range(8):
        with store.read(engine) as session:
            act(session, warm)
    walls = []
    before = cpu()
    for number in range(rounds):
        started = time.perf_counter()
        with store.read(engine) as session:
            act(session, number + 100)
        walls.append(time.perf_counter() - started)
    return Cost(name, (cpu() - before) / rounds * 1000, statistics.median(walls) * 1000)


def _check_cost(engine: store.Engine, cpu: Clock) -> list[Cost]:
    """Go through the whole life of batches of some hundred checks that find nothing new: lease, what to judge, record."""
    spent = {"lease, a check": 0.0, "read for judging, a check": 0.0, "record, a check": 0.0}
    walls = dict.fromkeys(spent, 0.0)
    checks = 0
    for batch in range(-3, BATCHES):
        steps: list[tuple[str, float, float]] = []

        def step(name: str, started: tuple[float, float], steps: list[tuple[str, float, float]] = steps) -> None:
            steps.append((name, cpu() - started[0], time.perf_counter() - started[1]))

        started = cpu(), time.perf_counter()
        with store.begin(engine) as session:
            leased = leases.lease(session, "w", hosts=50, sources_per_host=2, lease_s=90, now=NOW)
        step("lease, a check", started)
        due = [(source, lease.token) for lease in leased for source in lease.sources]
        started = cpu(), time.perf_counter()
        with store.read(engine) as session:
            to_judge(session, [source.id for source, _ in due])
        step("read for judging, a check", started)
        ends = tuple(HostEnd(lease.host_id, lease.token) for lease in leased)
        started = cpu(), time.perf_counter()
        with store.begin(engine) as session:
            record(session, Batch(tuple(_unchanged(source, token) for source, token in due), ends), RULES, NOW)
        step("record, a check", started)
        if batch >= 0:
            checks += len(due)
            for name, cpu_s, wall_s in steps:
                spent[name] += cpu_s
                walls[name] += wall_s
    total = Cost("WHOLE CHECK", sum(spent.values()) / checks * 1000, sum(walls.values()) / checks * 1000)
    return [*(Cost(name, spent[name] / checks * 1000, walls[name] / checks * 1000) for name in spent), total]


def _unchanged(due: DueSource, token: int) -> FinishedVisit:
    check = CheckRow(
        NOW, "ok", "alive", 200, due.url, media_type="text/html", title="Report", sha256=due.snapshot_sha256 or "", not_modified=True
    )
    after = SourceUpdate(due.link_state, "ok", NOW + timedelta(days=7), fold={"n": 2}, good=True)
    return FinishedVisit(due, token, check, after)


def _table(sizes: Sequence[int], found: Sequence[Sequence[Cost]]) -> Iterator[str]:
    yield f"{'processor ms (wall ms)':38}" + "".join(f"{size:>22,}" for size in sizes) + f"{'last : first':>15}"
    for row in zip(*found, strict=True):
        ratio = row[-1].cpu_ms / row[0].cpu_ms if row[0].cpu_ms else float("nan")
        yield f"{row[0].name:38}" + "".join(f"{f'{cost.cpu_ms:.3f} ({cost.wall_ms:.3f})':>22}" for cost in row) + f"{ratio:>15.2f}"


def run(engine: store.Engine, sizes: Sequence[int], cpu: Clock) -> None:
    migrate.upgrade(engine)
    found: list[list[Cost]] = []
    for lo, hi in zip((0, *sizes), sizes, strict=False):
        started = time.perf_counter()
        fill(engine, lo, hi)
        sys.stderr.write(f"filled {hi:,} sources in {time.perf_counter() - started:.0f} s\n")
        found.append(measure(engine, hi, cpu))
    sys.stdout.write("\n".join(_table(sizes, found)) + "\n")


def _of_children(parent: int) -> float:
    """Return the processor seconds that the living children of a process have used, all backends of a server."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12]) if int(fields[1]) == parent else 0
    return ticks / os.sysconf("SC_CLK_TCK")


def main(kind: str, sizes: Sequence[int]) -> None:
    assert SQLModel.metadata.tables
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            run(store.open_engine(f"sqlite:///{Path(folder) / 'stet.db'}"), sizes, time.process_time)
        return
    with cluster(LOADING) as server:
        engine = store.open_engine(server.url(server.create()))
        assert server.process is not None
        parent = server.process.pid

        def cpu() -> float:
            return time.process_time() + _of_children(parent)

        run(engine, sizes, cpu)
        engine.dispose()


if __name__ == "__main__":
    chosen = sys.argv[1] if len(sys.argv) > 1 else "postgresql"
    main(chosen, tuple(int(size) for size in sys.argv[2:]) or SIZES[chosen])
