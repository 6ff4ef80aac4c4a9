"""Words that exclude one another: a number of the dead is none of the injured."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from app.verify import thresholds


@cache
def _groups() -> tuple[frozenset[str], ...]:
    data = json.loads((files("app.verify") / "contrasts.json").read_text("utf-8"))
    return tuple(frozenset(line.split()) for line in data)


def contrast(wanted: Mapping[str, float], given: Mapping[str, float]) -> str:
    """Say which words exclude one another, "death / injury"; "" when none do. Both sides weigh stems by their bearing on the number."""
    for group in (group for group in _groups() if not group.isdisjoint(wanted) and not group.isdisjoint(given)):
        here, there = _foremost(group, wanted), _foremost(group, given)
        if here and there and here != there and given.get(here, 0.0) < given[there] * thresholds.CONTRAST_SHARE:
            return f"{here.lstrip('=')} / {there.lstrip('=')}"
    return ""


def _foremost(group: frozenset[str], weights: Mapping[str, float]) -> str:
    """Return the word of the group that bears most on the number, if it bears enough."""
    held = sorted((word for word in group if weights.get(word, 0.0) >= thresholds.CONTRAST_BEARING_MIN), key=lambda w: (-weights[w], w))
    return held[0] if held else ""
