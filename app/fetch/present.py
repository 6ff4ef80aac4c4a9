"""A visit as `stet visit` prints it."""

from typing import Any

from app.fetch.record import Visit

_TEXT_CHARS_MAX = 20_000


def visit_json(visit: Visit, *, with_text: bool = False) -> dict[str, Any]:
    """The contract of `stet visit`, but for the caller's `id`; `text` only when asked for and only of living pages."""
    shown: dict[str, Any] = {
        "url": visit.url,
        "outcome": str(visit.outcome),
        "resolves": str(visit.resolves),
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
    last = visit.hops[-1].timings if visit.hops else None
    phases = {name: getattr(last, f"{name}_s", None) for name in ("resolved", "connected", "tls", "first_byte")}
    return {**{f"{name}_ms": None if value is None else round(value * 1000, 1) for name, value in phases.items()},
            "total_ms": round(visit.elapsed_s * 1000, 1)}  # fmt: skip


def _text(visit: Visit) -> str:
    if visit.resolves != "alive" or not visit.body:
        return ""
    from app import extract  # noqa: PLC0415  only when the text is asked for

    document = extract.read(visit.body, visit.media_type, url=visit.final_url, charset=visit.charset)
    return "\n".join(block.text for block in document.blocks)[:_TEXT_CHARS_MAX]
