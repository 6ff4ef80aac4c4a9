"""Values of the pure rooms as JSON in the database, and back."""

from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from app.fetch import Visit
from app.fetch.record import Cause, Hop, Timings, TlsFacts
from app.quantities import Quantity
from app.verify import Passage

_QUANTITY = TypeAdapter(Quantity)
_PASSAGE = TypeAdapter(Passage)
# What is kept of a visit as it is, beside the columns of its check.
_PLAIN = ("evidence", "notes", "charset", "truncated", "retry_after_s", "etag", "last_modified")


def quantity_from(record: dict[str, Any]) -> Quantity:
    """Return the quantity that `quantities.to_json` was given."""
    return _QUANTITY.validate_python(record)


def passage_record(passage: Passage | None) -> dict[str, Any] | None:
    """Return a passage as JSON, with its selectors as the W3C names them."""
    if passage is None:
        return None
    return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(passage).items()}


def visit_record(visit: Visit) -> dict[str, Any]:
    """Return what a check keeps of a visit, without the body."""
    return {name: getattr(visit, name) for name in _PLAIN} | {
        "hops": [_hop_record(hop) for hop in visit.hops],
        "causes": [_parts(cause) for cause in visit.causes],
    }


def _hop_record(hop: Hop) -> dict[str, Any]:
    return _parts(hop) | {
        "timings": _parts(hop.timings),
        "tls": None if hop.tls is None else _parts(hop.tls),
        "causes": [_parts(cause) for cause in hop.causes],
    }


def _parts(value: Hop | Timings | TlsFacts | Cause) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__annotations__}


def passage_from(record: dict[str, Any] | None) -> Passage | None:
    """Return the passage that `passage_record` was given."""
    return None if record is None else _PASSAGE.validate_python(record)
