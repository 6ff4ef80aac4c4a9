"""Claims sent ready-made: sentences with the addresses they lean on, kept together as one article."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app import claims
from app.claims import ArticleReading, Citation, Claim, Format, How
from app.errors import InvalidUrl
from app.sources import canonical
from app.store import claim_reads
from app.workflow import intake
from app.workflow.desk import Desk
from app.workflow.requests import Submission

BATCH_MAX = 500  # items in one request; a fact box has 20, a spreadsheet a few hundred
SYSTEM = "batch"
WHY = "sent with the claim"


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence and its addresses; `id` is the caller's."""

    id: str
    text: str
    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The claims made of an item, or the problem with it."""

    id: str
    claim_ids: tuple[int, ...] = ()
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    article_id: int | None
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """An item in the article's text, with what was read of it."""

    item: Item
    start: int
    text: str
    claims: tuple[Claim, ...]
    problem: str | None


def submit(  # noqa: PLR0913  what is said of a batch
    desk: Desk, items: Sequence[Item], *, title: str = "", lang: str = "", external: tuple[str, str] | None = None, by: str
) -> Batch:
    """Save the items that can be used; when none can, nothing is stored and there is no article."""
    placed = _place(items, lang)
    if not any(item.claims for item in placed):
        return Batch(None, tuple(_result(item, {}) for item in placed))
    text = "\n\n".join(item.text for item in placed)
    body = "\n\n".join(" ".join((item.text, *item.item.urls)) for item in placed)
    found = tuple(claim for item in placed for claim in item.claims)
    reading = ArticleReading(Format.TEXT, lang or _language(text), title, text, found)
    system, external_id = external or (SYSTEM, _digest(items))
    submission = Submission(
        body=body, format=Format.TEXT, title=title, lang=lang, external_system=system, external_id=external_id, tags=(SYSTEM,)
    )
    saved = intake.submit_reading(desk, submission, reading, by)
    with desk.read() as session:
        ids = claim_reads.ids_by_start(session, saved.article_id)
    return Batch(saved.article_id, tuple(_result(item, ids) for item in placed))


def _place(items: Sequence[Item], lang: str) -> list[_Placed]:
    placed: list[_Placed] = []
    start = 0
    for item in items:
        text = " ".join(item.text.split())
        read, problem = _read(text, item.urls, lang, start)
        placed.append(_Placed(item, start, text, read, problem))
        start += len(text) + 2
    return placed


def _read(text: str, urls: Sequence[str], lang: str, start: int) -> tuple[tuple[Claim, ...], str | None]:
    cited: list[Citation] = []
    for url in urls:
        try:
            canonical(url)
        except InvalidUrl as error:
            return (), str(error)
        cited.append(Citation(url=url, how=How.REFERENCE, reason=WHY))
    found = claims.read(text, Format.TEXT, lang).claims
    if not found:
        return (), "There is no number in it that could be checked."
    return tuple(_moved(claim, tuple(cited), start) for claim in found), None


def _moved(claim: Claim, cited: tuple[Citation, ...], start: int) -> Claim:
    place = replace(claim.selector, start=claim.selector.start + start, end=claim.selector.end + start)
    return replace(claim, selector=place, citations=cited)


def _language(text: str) -> str:
    return claims.read(text, Format.TEXT).lang


def _digest(items: Sequence[Item]) -> str:
    """Name an unnamed batch by what is in it: sent twice, it is there once."""
    said = "\n".join("\t".join((item.id, item.text, *item.urls)) for item in items)
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:32]


def _result(placed: _Placed, ids: dict[int, int]) -> Result:
    made = tuple(ids[claim.selector.start] for claim in placed.claims if claim.selector.start in ids)
    return Result(placed.item.id, made, placed.problem)
