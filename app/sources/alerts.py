"""Which steps of a link state are told to people. Each once; a link that flaps is told of once, until it has settled."""

from enum import StrEnum

from app.sources.link_state import LinkFold, LinkState


class Alert(StrEnum):
    DIED = "died"
    CAME_BACK = "came_back"
    WENT_UNKNOWN = "went_unknown"
    BECAME_INSECURE = "became_insecure"
    BECAME_PAYWALLED = "became_paywalled"
    REPLACEMENT_FOUND = "replacement_found"
    FLAPPING = "flapping"


_BAD_NEWS = {
    LinkState.DEAD: Alert.DIED,
    LinkState.UNKNOWN: Alert.WENT_UNKNOWN,
    LinkState.INSECURE: Alert.BECAME_INSECURE,
}


def alert(before: LinkFold, after: LinkFold) -> Alert | None:
    """Say what to tell when `step` led from `before` to `after`; None for most steps. `told` of the fold keeps it to once."""
    if after.flapping:
        return None if before.flapping else Alert.FLAPPING
    if after.told is not before.told:
        return _news(before.told, after.told)
    return Alert.REPLACEMENT_FOUND if after.replacement_url and not before.replacement_url else None


def _news(before: LinkState, after: LinkState) -> Alert | None:
    if after in _BAD_NEWS:
        return _BAD_NEWS[after]
    if before in _BAD_NEWS:
        return Alert.CAME_BACK
    return Alert.BECAME_PAYWALLED if after is LinkState.PAYWALLED and before is not LinkState.UNCHECKED else None
