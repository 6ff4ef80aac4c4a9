"""What the public sees of an article, written in each of its forms: JSON, a badge, a page to embed, ClaimReview, a feed."""

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from html import escape
from urllib.parse import urlsplit

import orjson

from app.verify.verdict import Status
from app.workflow.public import ClaimFace, Face, SourceFace

ENTRIES_MAX = 50  # what a feed reader shows of one article
_STAND = (Status.VERIFIED, Status.ARCHIVED)
_COLOURS = {Status.VERIFIED: "#1b6e3c", Status.ARCHIVED: "#0b5c8a", Status.ATTENTION: "#a4231b", Status.BROKEN: "#a4231b"}
_UNDECIDED = "#67635a"
_LETTER = 6.6  # px: the mean width of a letter of the badge's 11 px sans-serif
_STYLE = (
    "body{margin:0;padding:.8rem;font:15px/1.45 system-ui,sans-serif;color:#1c1c1a;background:#fff}h1{font-size:1rem;margin:0 0 .4rem}"
    "ol{padding-left:1.2rem}li{margin:.3rem 0}.s{font-size:.8rem;border:1px solid;border-radius:1rem;padding:0 .4rem}"
    ".verified{color:#1b6e3c}.archived{color:#0b5c8a}.attention,.broken{color:#a4231b}.q{color:#67635a;font-size:.85rem}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
EMBED_CSP = f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors *"


class Form(StrEnum):
    """The endings of a public address."""

    JSON = "json"
    SVG = "svg"
    HTML = "html"
    JSONLD = "jsonld"
    ATOM = "atom"


@dataclass(frozen=True, slots=True)
class Written:
    """How a form is written: its media type and what makes its text."""

    media_type: str
    write: Callable[[Face, str], bytes]


def as_json(face: Face, address: str) -> bytes:
    whole = {**asdict(face), "counts": dict(face.counts), "stands": _standing(face), "address": address}
    return orjson.dumps(whole, option=orjson.OPT_UTC_Z)


def as_badge(face: Face, _address: str) -> bytes:
    """Draw a badge of two fields: what it is about, and how many numbers stand."""
    left, right = "sources", _summary(face)
    colour = _COLOURS.get(Status(face.status), _UNDECIDED)
    a, b = (round(len(text) * _LETTER + 14) for text in (left, right))
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{a + b}" height="20" role="img" aria-label="{left}: {right}">'
        f"<title>{left}: {right}</title>"
        f'<rect width="{a}" height="20" fill="#3f3c36"/><rect x="{a}" width="{b}" height="20" fill="{colour}"/>'
        '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">'
        f'<text x="{a / 2}" y="14">{left}</text><text x="{a + b / 2}" y="14">{right}</text></g></svg>'
    )
    return text.encode()


def as_page(face: Face, _address: str) -> bytes:
    """Write a small page without scripts, fit for a frame on any site."""
    claims = "".join(
        f'<li>{_text(claim.sentence)} <span class="s {claim.status}">{claim.status}</span>{_sources(claim)}</li>' for claim in face.claims
    )
    checked = f"last visit {_day(face.checked_at)}" if face.checked_at else "not visited yet"
    title = _text(face.title or "Untitled")
    return (
        f'<!doctype html><html lang="{_text(face.lang or "und")}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1>"
        f'<p class="q">{_summary(face)}; {checked}</p><ol>{claims}</ol></body></html>'
    ).encode()


def as_feed(face: Face, address: str) -> bytes:
    """Write an Atom feed (RFC 4287): a claim is an entry, made anew whenever its status changes."""
    latest = sorted(face.claims, key=lambda claim: claim.changed_at, reverse=True)[:ENTRIES_MAX]
    link = f'<link href="{_text(face.url)}"/>' if _is_web(face.url) else ""
    head = (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
        f'<id>{_text(address)}</id><title>{_text(face.title or "Untitled")}</title><link rel="self" href="{_text(address)}.atom"/>{link}'
        f"<updated>{_moment(face.changed_at)}</updated><author><name>Stet</name></author>"
    )
    return (head + "".join(_entry(claim, address) for claim in latest) + "</feed>").encode()


def _entry(claim: ClaimFace, address: str) -> str:
    name = hashlib.blake2b(f"{claim.sentence}\n{claim.status}\n{claim.changed_at}".encode("utf-8", "replace"), digest_size=8).hexdigest()
    links = "".join(f'<link rel="related" href="{_text(source.url)}"/>' for source in claim.sources if _is_web(source.url))
    return (
        f"<entry><id>{_text(address)}#{name}</id><title>{_text(claim.status)}: {_text(claim.sentence)}</title>"
        f"<updated>{_moment(claim.changed_at)}</updated>{links}<summary>{_text(_said(claim))}</summary></entry>"
    )


def _said(claim: ClaimFace) -> str:
    told = [f"{source.url}: {_words(source.support)}, link {_words(source.link)}" for source in claim.sources]
    return f"The claim is {_words(claim.status)}. " + "; ".join(told)


def _sources(claim: ClaimFace) -> str:
    return "".join(f'<br><span class="q">{_source(source)}</span>' for source in claim.sources)


def _source(source: SourceFace) -> str:
    shown = _text(urlsplit(source.url).hostname or source.url)
    if _is_web(source.url):
        shown = f'<a href="{_text(source.url)}" rel="noreferrer noopener nofollow" target="_blank">{shown}</a>'
    return f"{shown}: {_words(source.support)}"


def _standing(face: Face) -> int:
    return sum(face.counts.get(status, 0) for status in _STAND)


def _summary(face: Face) -> str:
    return f"{_standing(face)} of {len(face.claims)} claims stand" if face.claims else "no numbers"


def _words(value: str) -> str:
    return value.replace("_", " ")


def _is_web(url: str) -> bool:
    return url.startswith(("https://", "http://"))


def _text(value: str) -> str:
    """Write text as XML and HTML can hold it: control characters cannot be written in XML at all."""
    return escape(re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", value))


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _day(value: datetime) -> str:
    return value.astimezone(UTC).strftime("%Y-%m-%d")


FORMS: Mapping[Form, Written] = {
    Form.JSON: Written("application/json", as_json),
    Form.SVG: Written("image/svg+xml", as_badge),
    Form.HTML: Written("text/html; charset=utf-8", as_page),
    Form.ATOM: Written("application/atom+xml", as_feed),
}
