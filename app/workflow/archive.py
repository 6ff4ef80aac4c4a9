"""When a link is dead: does a copy in a web archive still support the number? What is found is kept as our own snapshot."""

from dataclasses import replace
from datetime import datetime

import httpx

from app import extract, verify
from app.archives import Archive, Memento, look_up, nearest
from app.fetch import HostBusy, Visit
from app.sources import Resolves
from app.store import judging as store_judging
from app.store import source_reads, verdicts
from app.store.finished import CitationVerdict, SnapshotRow
from app.verify import Label
from app.workflow import judging
from app.workflow.desk import Desk
from app.workflow.rules import MEMENTO_REASON, RULES


async def rescue(desk: Desk, source_id: int) -> int:
    """Look for copies of a dead source and judge what nothing supports any more; returns how many citations a copy supports.

    Archives that fail, and copies that cannot be had, change nothing: the next visit to the dead link looks again.
    """
    with desk.read() as session:
        source = source_reads.read_source(session, source_id)
        leaning = store_judging.to_judge(session, [source_id]).get(source_id, [])
    wanted = [citation for citation in leaning if citation.support != Label.SUPPORTED]
    if source is None or not wanted or source["last_check_id"] is None:
        return 0
    for archive in desk.archives:
        memento = await _memento(desk, archive, source["url"], wanted[0].published_at or source["created_at"])
        visit = await _copy(desk, memento) if memento else None
        if memento is None or visit is None:
            continue
        return _record(desk, wanted, source["last_check_id"], memento, visit)
    return 0


async def _memento(desk: Desk, archive: Archive, url: str, moment: datetime) -> Memento | None:
    async with httpx.AsyncClient(headers={"User-Agent": desk.user_agent}, trust_env=False) as client:
        found = await look_up(client, archive, url)
    return nearest(found.mementos, moment)


async def _copy(desk: Desk, memento: Memento) -> Visit | None:
    try:
        visit = await desk.fetcher.visit(memento.url)
    except HostBusy:
        return None
    return visit if visit.resolves is Resolves.ALIVE and visit.body else None


def _record(desk: Desk, wanted: list[store_judging.CitationToJudge], check_id: int, memento: Memento, visit: Visit) -> int:
    sha256 = desk.snapshots.put(visit.body)
    document = verify.index(extract.read(visit.body, visit.media_type, url=visit.final_url, charset=visit.charset))
    made = [judging.judge(citation, document, sha256, memento.moment.date(), sums=desk.sums) for citation in wanted]
    supported = [(_from_copy(one, memento), check_id) for one in made if one.support == Label.SUPPORTED]
    if not supported:
        return 0
    row = SnapshotRow(sha256, visit.media_type, visit.charset, len(visit.body))
    with desk.begin() as session:
        return verdicts.record_again(session, supported, RULES, desk.now(), [row])


def _from_copy(verdict: CitationVerdict, memento: Memento) -> CitationVerdict:
    note = f"the page is gone; this is the copy of {memento.moment:%Y-%m-%d} kept by {memento.archive}: {memento.url}"
    rows = tuple(replace(row, reason=MEMENTO_REASON, trace=(*row.trace, note)) for row in verdict.verdicts)
    return replace(verdict, reason=MEMENTO_REASON, verdicts=rows)
