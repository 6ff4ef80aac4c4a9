"""Public pages: what everyone with an article's token may see of it. No notes, no names of people, no ids but the token."""

import secrets
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.errors import NotFound
from app.store import article_reads, article_texts, audit, shares
from app.store.claim_reads import ClaimFilter
from app.store.ids import Prefix, encode
from app.workflow.desk import Desk
from app.workflow.exports.whole import Whole, wholes

TOKEN_BYTES = 24  # 192 bits: a guess a nanosecond finds none in the life of the universe


@dataclass(frozen=True, slots=True)
class Shared:
    """A token that works."""

    token: str
    created_at: datetime
    new: bool = False


@dataclass(frozen=True, slots=True)
class SourceFace:
    """A cited source, as the public sees it."""

    url: str
    marker: str
    link: str
    support: str
    checked_at: datetime | None


@dataclass(frozen=True, slots=True)
class ClaimFace:
    """A claim, as the public sees it."""

    sentence: str
    status: str
    changed_at: datetime
    sources: tuple[SourceFace, ...]


@dataclass(frozen=True, slots=True)
class Face:
    """An article, as the public sees it; `changed_at` is when any of it last changed."""

    title: str
    url: str
    lang: str
    status: str
    changed_at: datetime
    checked_at: datetime | None
    claims: tuple[ClaimFace, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        return Counter(claim.status for claim in self.claims)


def share(desk: Desk, article_id: int, *, by: str) -> Shared:
    """Give the token of an article, a new one if it has none. Raises NotFound."""
    now = desk.now()
    with desk.begin() as session:
        _require(article_texts.present(session, article_id) is not None, article_id)
        known = shares.current(session, article_id)
        if known is not None:
            return Shared(known.token, known.created_at)
        made = shares.add(session, article_id, secrets.token_urlsafe(TOKEN_BYTES), by=by, at=now)
        audit.note(session, "public.share", encode(Prefix.ARTICLE, article_id), actor=by, at=now)
        return Shared(made.token, now, new=True)


def shared(desk: Desk, article_id: int) -> Shared:
    """Return the token of an article. Raises NotFound when it has none."""
    with desk.read() as session:
        _require(article_reads.read_article(session, article_id) is not None, article_id)
        known = shares.current(session, article_id)
        if known is None:
            raise NotFound(f"{encode(Prefix.ARTICLE, article_id)} has no public page: PUT makes one.")
        return Shared(known.token, known.created_at)


def revoke(desk: Desk, article_id: int, *, by: str) -> None:
    """Take the token back; the next one is another. Raises NotFound when there is none."""
    now = desk.now()
    with desk.begin() as session:
        known = shares.current(session, article_id)
        if known is None:
            raise NotFound(f"{encode(Prefix.ARTICLE, article_id)} has no public page.")
        shares.revoke(known, now)
        audit.note(session, "public.revoke", encode(Prefix.ARTICLE, article_id), actor=by, at=now)


def article_of(desk: Desk, token: str) -> int:
    """Return the article that a token shows. Raises NotFound, in the same words whatever is wrong with it."""
    with desk.read() as session:
        known = shares.by_token(session, token)
        if known is None:
            raise NotFound("There is nothing under this address, or no longer.")
        return known.article_id


def look(desk: Desk, article_id: int) -> Face:
    """Return what the public sees of an article. Raises NotFound."""
    claims = list(wholes(desk, ClaimFilter(article_id=article_id)))
    with desk.read() as session:
        article = article_reads.read_article(session, article_id)
    if article is None:
        raise NotFound("There is nothing under this address, or no longer.")
    faces = tuple(_claim(claim) for claim in claims)
    visits = [source.checked_at for face in faces for source in face.sources if source.checked_at]
    changed_at = max([article["updated_at"], *(face.changed_at for face in faces)])
    told = {name: article[name] for name in ("title", "url", "lang", "status")}
    return Face(**told, changed_at=changed_at, checked_at=max(visits, default=None), claims=faces)


def _claim(whole: Whole) -> ClaimFace:
    sources = tuple(
        SourceFace(cited["url"], cited["marker"], cited["link"], cited["support"], cited["last_checked_at"]) for cited in whole["citations"]
    )
    return ClaimFace(whole["sentence"], whole["status"], whole["changed_at"], sources)


def _require(there: bool, article_id: int) -> None:  # noqa: FBT001  the condition itself
    if not there:
        raise NotFound(f"There is no article {encode(Prefix.ARTICLE, article_id)}.")
