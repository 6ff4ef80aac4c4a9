"""Folds made anew from history, and verdicts made anew under new rules; neither fetches anything."""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from app.store import rebuild as store_rebuild
from app.store.rebuild import LinkFacts, Rebuilt
from app.workflow.desk import Desk
from app.workflow.judging import support_of
from app.workflow.link_fold import Kept, fold_check
from app.workflow.rules import RULES


class HistoryReplay:
    """Implements store's `Replay` with the folds of the main job."""

    def link(self, checks: Sequence[Mapping[str, Any]]) -> LinkFacts:
        kept = Kept()
        for check in checks:
            kept = fold_check(kept, SimpleNamespace(**check))
        return LinkFacts(kept.link.state.value, kept.outcome, kept.link.flapping, kept.to_json(), kept.link.replacement_url)

    def support(self, verdicts: Sequence[tuple[str, str]]) -> tuple[str, str]:
        return support_of(verdicts)


def rebuild(desk: Desk) -> Rebuilt:
    """Fold every source, claim and article anew; what `mended` names was wrong and is right now."""
    return store_rebuild.rebuild(desk.engine, RULES, HistoryReplay(), desk.now())
