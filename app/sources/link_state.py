"""Link state: what the history of checks says of a source (LINKS §3)."""

from enum import StrEnum


class LinkState(StrEnum):
    UNCHECKED = "unchecked"
    OK = "ok"
    MOVED = "moved"
    SUSPECT = "suspect"
    DEAD = "dead"
    BLOCKED = "blocked"
    PAYWALLED = "paywalled"
    INSECURE = "insecure"
    UNKNOWN = "unknown"
    REFUSED = "refused"
