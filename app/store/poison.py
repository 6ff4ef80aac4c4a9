"""What is handed out of a host's due sources when its last lease expired: suspects alone, poison not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, SQLModel

from app.events import Event, EventType
from app.store import event_log
from app.store.ids import Prefix, encode
from app.store.run_items import give_up
from app.store.waiting import DueSource

SOURCE = SQLModel.metadata.tables["source"]
# A source in hand at three ends of workers that never said goodbye; a worker dies of something else less often than that.
ATTEMPTS_MAX = 3


def hand_out(session: Session, waiting: Mapping[int, Sequence[DueSource]], expired: set[int], now: datetime) -> dict[int, list[DueSource]]:
    """Return what each host's lease holds. `expired` are the hosts whose last lease nobody completed."""
    suspects = {source.id for host in expired for source in _in_hand(waiting.get(host, ()))}
    if suspects:
        values = {"attempts": SOURCE.c.attempts + 1}
        session.connection().execute(update(SOURCE).where(SOURCE.c.id.in_(sorted(suspects))).values(values))
    counted = {host: [_counted(source, suspects) for source in sources] for host, sources in waiting.items()}
    poison = [source for sources in counted.values() for source in sources if source.attempts >= ATTEMPTS_MAX]
    _quarantine(session, poison, now)
    return _one_last_chance_at_a_time({host: _alone_if_suspect(sources) for host, sources in counted.items()})


def _in_hand(sources: Sequence[DueSource]) -> Sequence[DueSource]:
    """Return what the expired lease held: the same that would be handed out now, had nothing happened."""
    return _alone_if_suspect(sources)


def _counted(source: DueSource, suspects: set[int]) -> DueSource:
    return replace(source, attempts=source.attempts + 1) if source.id in suspects else source


def _alone_if_suspect(sources: Sequence[DueSource]) -> list[DueSource]:
    """Give the likeliest culprit by itself; when it was visited, the next. A host without suspects gives all it has."""
    sound = [source for source in sources if source.attempts < ATTEMPTS_MAX]
    suspects = [source for source in sound if source.attempts]
    return [max(suspects, key=lambda source: source.attempts)] if suspects else sound


def _one_last_chance_at_a_time(handed: Mapping[int, list[DueSource]]) -> dict[int, list[DueSource]]:
    """Of sources whose next expired lease is their last, only one goes out at once: two in one worker would fall together."""
    kept: dict[int, list[DueSource]] = {}
    last_chance_given = False
    for host, sources in handed.items():
        last_chance = any(source.attempts == ATTEMPTS_MAX - 1 for source in sources)
        kept[host] = [] if last_chance and last_chance_given else sources
        last_chance_given = last_chance_given or last_chance
    return kept


def _quarantine(session: Session, poison: Sequence[DueSource], now: datetime) -> None:
    if not poison:
        return
    values = {"quarantined_at": now, "next_check_at": None, "priority": 0}
    session.connection().execute(update(SOURCE).where(SOURCE.c.id.in_([source.id for source in poison])).values(values))
    give_up(session, [source.id for source in poison], now)
    for source in poison:
        data = {"url": source.url, "attempts": source.attempts}
        event_log.append(session, Event(EventType.SOURCE_QUARANTINED, encode(Prefix.SOURCE, source.id), data), now)
