"""A visit as `stet visit` prints it."""

from typing import Any

from app.fetch.record import Timings, Visit

_TEXT_CHARS_MAX = 20_000
_NO_TIMINGS = Timings()


def visit_json(visit: Visit, *, with_text: bool = False) -> dict[str, Any]:
    """The contract of `stet visit`, but for the caller's `id`; `text` only when asked for and only of living pages."""
    shown: dict[str, Any] = {
        "url": visit.url,
        "outcome": visit.outcome.value,
        "resolves": visit.resolves.value,
        "http_status": visit.http_status,
        "final_url": visit.final_url,
        "redirects": visit.redirects,
        "media_type": visit.media_type,
        "title": visit.title,
        "rule": visit.rule,
        "evidence": list(visit.evidence),
        "notes": list(visit.notes),
        "causes": [{"layer": cause.layer, "code": cause.code, "name": cause.name} for cause in visit.causes],
        "timings": _timings(visit),
    }
    if with_text:
        shown["text"] = _text(visit)
    return shown


def _timings(visit: Visit) -> dict[str, float | None]:
    """Milliseconds of the last hop, and of the whole visit."""
    last = visit.hops[-1].timings if visit.hops else _NO_TIMINGS
    return {
        "resolved_ms": _ms(last.resolved_s),
        "connected_ms": _ms(last.connected_s),
        "tls_ms": _ms(last.tls_s),
        "first_byte_ms": _ms(last.first_byte_s),
        "total_ms": _ms(visit.elapsed_s),
    }


def _ms(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds * 1000, 1)


def _text(visit: Visit) -> str:
    if visit.resolves != "alive" or not visit.body:
        return ""
    from app import extract  # noqa: PLC0415  only when the text is asked for

    document = extract.read(visit.body, visit.media_type, url=visit.final_url, charset=visit.charset)
    return "\n".join(block.text for block in document.blocks)[:_TEXT_CHARS_MAX]
