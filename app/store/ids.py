"""Public ids: a type prefix and the primary key, `art_12`."""

from enum import StrEnum

from app.errors import NotFound

# What a 64-bit key can hold; a larger number in an id is nobody's.
KEY_MAX = 2**63 - 1


class Prefix(StrEnum):
    ARTICLE = "art"
    REVISION = "rev"
    CLAIM = "clm"
    QUANTITY = "qty"
    CITATION = "cit"
    SOURCE = "src"
    HOST = "hst"
    CHECK = "chk"
    VERDICT = "vrd"
    REVIEW = "rvw"
    EVENT = "evt"
    KEY = "key"
    RUN = "run"
    WEBHOOK = "whk"
    DELIVERY = "dlv"
    GATE_POLICY = "gpl"
    FEED = "fed"
    AUDIT = "aud"


_WHAT = {
    Prefix.ARTICLE: "an article",
    Prefix.REVISION: "a revision",
    Prefix.CLAIM: "a claim",
    Prefix.QUANTITY: "a quantity",
    Prefix.CITATION: "a citation",
    Prefix.SOURCE: "a source",
    Prefix.HOST: "a host",
    Prefix.CHECK: "a check",
    Prefix.VERDICT: "a verdict",
    Prefix.REVIEW: "a review",
    Prefix.EVENT: "an event",
    Prefix.KEY: "a key",
    Prefix.RUN: "a check-run",
    Prefix.WEBHOOK: "a webhook",
    Prefix.DELIVERY: "a delivery",
    Prefix.GATE_POLICY: "a gate policy",
    Prefix.FEED: "a feed",
    Prefix.AUDIT: "an audit entry",
}


def encode(prefix: Prefix, key: int) -> str:
    return f"{prefix.value}_{key}"


def decode(prefix: Prefix, public: str) -> int:
    """Return the key; raises NotFound that says what an id of this kind looks like."""
    head, _, digits = public.partition("_")
    if head == prefix.value and digits.isascii() and digits.isdigit() and len(digits) <= 19 and (digits == "0" or digits[0] != "0"):
        key = int(digits)
        if 0 < key <= KEY_MAX:
            return key
    raise NotFound(f"There is no {public[:60]!r}: the id of {_WHAT[prefix]} looks like {prefix.value}_12.{_hint(head, prefix)}")


def _hint(head: str, wanted: Prefix) -> str:
    if head != wanted and head in Prefix.__members__.values():
        return f" This one is of {_WHAT[Prefix(head)]}."
    return ""
