"""Articles in: read, match with what was there, save in one transaction; sources are due at once."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from app import claims, extract, store
from app.claims import ArticleReading, Format, Selector
from app.errors import Conflict, InvalidInput, InvalidUrl, NotFound, TooLarge
from app.fetch import host_key
from app.sources import Resolves, canonical
from app.store import article_texts, audit, ids, intake
from app.store.drafts import ArticleDraft, ClaimDraft, Matching, RevisionDraft, draft
from app.store.sources import SourceKey
from app.store.tables import Article
from app.workflow.desk import Desk
from app.workflow.requests import Submission, Submitted
from app.workflow.rules import RULES

# An article that cites more than this is a directory; its claims would cost more visits than a whole desk makes.
CLAIMS_MAX = 5_000
# Eight systems that first hand in one article at the same moment all succeed within this.
SAVE_TRIES = 10
_MEDIA_FORMATS = {
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "text/markdown": Format.MARKDOWN,
    "text/plain": None,
}


@dataclass(frozen=True, slots=True)
class _Read:
    """A submission after reading: the article's text and its claims as drafts."""

    reading: ArticleReading
    drafts: tuple[ClaimDraft, ...]
    sha256: str


def submit(desk: Desk, submission: Submission, by: str) -> Submitted:
    """Save an article: a new one, or a new revision where its external id is known already.

    Raises InvalidInput, TooLarge, Stale; then nothing was stored.
    """
    return submit_reading(desk, submission, _reading(desk, submission), by)


def submit_reading(desk: Desk, submission: Submission, reading: ArticleReading, by: str) -> Submitted:
    """Save an article that was read already. Raises TooLarge, Stale; then nothing was stored."""
    return _again_when_stale(submission, _Job(desk, submission, _read(submission, reading), by).submit)


def replace(desk: Desk, article_id: int, submission: Submission, by: str) -> Submitted:
    """Save a new revision of an article; claims that did not change keep id, reviews and history.

    Raises NotFound, Stale, InvalidInput, TooLarge; then nothing was stored.
    """
    job = _Job(desk, submission, _read(submission, _reading(desk, submission)), by)
    return _again_when_stale(submission, lambda: job.replace(article_id))


def _again_when_stale(submission: Submission, save: Callable[[], Submitted]) -> Submitted:
    """Save; a caller who expects no version is not troubled with another's change at the same moment."""
    for _ in range(SAVE_TRIES - 1):
        try:
            return save()
        except Conflict:
            # Stale is one of these; another is two first submissions of one external id at the same moment.
            if submission.expected_version is not None:
                raise
    return save()


def delete(desk: Desk, article_id: int, by: str, expected_version: int | None = None) -> None:
    """Delete an article; its history stays, sources that nothing else cites are visited no more."""
    with desk.begin() as session:
        intake.delete(session, article_id, desk.now(), expected_version)
        _note(desk, session, "article.delete", article_id, by)


async def fetch_submission(desk: Desk, url: str) -> Submission:
    """Fetch an article from its address. Raises InvalidInput that says what was met when it cannot be had."""
    visit = await desk.fetcher.visit(canonical(url).url)
    if visit.resolves is not Resolves.ALIVE or not visit.body:
        raise InvalidInput(
            f"The article could not be fetched: {visit.outcome.value.replace('_', ' ')}. Check the address, or send its text.", field="url"
        )
    media_type = extract.sniff(visit.body, visit.media_type)
    if media_type not in _MEDIA_FORMATS:
        raise InvalidInput(f"The address answers {media_type}, not an article: send text, Markdown or HTML.", field="url")
    text = extract.decode(visit.body, visit.charset)[0]
    return Submission(body=text.replace("\x00", "\ufffd"), format=_MEDIA_FORMATS[media_type], url=visit.final_url)


def _reading(desk: Desk, submission: Submission) -> ArticleReading:
    size, most = len(submission.body.encode("utf-8", "replace")), desk.limits.article_max_bytes
    if size > most:
        raise TooLarge(f"The article has {size} bytes; at most {most} are taken. Send its text without embedded images.", field="body")
    return claims.read(submission.body, submission.format, submission.lang, submission.url)


def _read(submission: Submission, reading: ArticleReading) -> _Read:
    if len(reading.claims) > CLAIMS_MAX:
        raise TooLarge(f"The article makes {len(reading.claims)} claims; at most {CLAIMS_MAX} are taken. Split it.", field="body")
    sources = _sources(reading)
    drafts = tuple(draft(claim, place, reading.lang, sources) for place, claim in enumerate(reading.claims))
    return _Read(reading, drafts, hashlib.sha256(submission.body.encode("utf-8", "replace")).hexdigest())


def _sources(reading: ArticleReading) -> dict[str, SourceKey]:
    """Return the sources by the URL as written; what is no URL that may be visited is left out."""
    found: dict[str, SourceKey] = {}
    for claim in reading.claims:
        for citation in claim.citations:
            try:
                url = canonical(citation.url)
            except InvalidUrl:
                continue
            found[citation.url] = SourceKey(url.url, host_key(url))
    return found


@dataclass(frozen=True, slots=True)
class _Job:
    """One submission on its way into the database."""

    desk: Desk
    submission: Submission
    read: _Read
    by: str

    def submit(self) -> Submitted:
        system, external_id = self.submission.external_system, self.submission.external_id
        with self.desk.begin() as session:
            known = None if system is None or external_id is None else article_texts.by_external(session, system, external_id)
            return self._create(session) if known is None else self._revise(session, known)

    def replace(self, article_id: int) -> Submitted:
        with self.desk.begin() as session:
            return self._revise(session, article_id)

    def _create(self, session: store.Session) -> Submitted:
        revision = self._revision(Matching(added=self.read.drafts))
        saved = intake.create(session, RULES, self._draft(None), revision, self.desk.now())
        _note(self.desk, session, "article.create", saved.article.id, self.by)
        return Submitted(saved.article.id, 1, saved.article.version, created=True, changed=True, kept=0, added=len(saved.added), removed=0)

    def _revise(self, session: store.Session, article_id: int) -> Submitted:
        """Match and save. The article is not held while it is read: `expected` makes the save fail if it changed since."""
        article = article_texts.present(session, article_id)
        if article is None:
            raise NotFound(f"There is no article {ids.encode(ids.Prefix.ARTICLE, article_id)}.")
        expected = self.submission.expected_version or article.version
        if (
            article_texts.sha256_of(session, article_id, article.revision) == self.read.sha256
            and article.format == self.read.reading.format
        ):
            return self._describe(session, article, expected)
        matching = _matched(session, article_id, self.read)
        saved = intake.revise(session, RULES, article_id, self._draft(article), self._revision(matching), self.desk.now(), expected)
        _note(self.desk, session, "article.revise", article_id, self.by)
        counts = {"kept": len(saved.kept), "added": len(saved.added), "removed": len(saved.removed)}
        return Submitted(article_id, saved.revision, saved.article.version, created=False, changed=True, **counts)

    def _describe(self, session: store.Session, article: Article, expected: int) -> Submitted:
        """Save what is said of an article whose text did not change."""
        kept = article_texts.claim_count(session, article.id)
        draft = self._draft(article)
        if expected == article.version and _is_described(article, draft):
            return Submitted(article.id, article.revision, article.version, created=False, changed=False, kept=kept, added=0, removed=0)
        article = intake.describe(session, article.id, draft, self.desk.now(), expected)
        return Submitted(article.id, article.revision, article.version, created=False, changed=False, kept=kept, added=0, removed=0)

    def _draft(self, before: Article | None) -> ArticleDraft:
        """Return what is said of the article; what a new text leaves out stays as it was."""
        said, reading = self.submission, self.read.reading
        return ArticleDraft(
            title=said.title or reading.title or (before.title if before else ""),
            lang=reading.lang,
            format=reading.format.value,
            url=said.url or (before.url if before else ""),
            tags=said.tags,
            published_at=said.published_at or (before.published_at if before else None),
            external_system=said.external_system or (before.external_system if before else None),
            external_id=said.external_id or (before.external_id if before else None),
        )

    def _revision(self, matching: Matching) -> RevisionDraft:
        reading = self.read.reading
        return RevisionDraft(reading.format.value, self.submission.body, reading.text, self.read.sha256, matching, reading.lang, self.by)


def _is_described(article: Article, draft: ArticleDraft) -> bool:
    """Say whether an article is described so already: then nothing is written, and nobody's version grows old."""
    said = {name: getattr(draft, name) for name in draft.__slots__}
    return {name: tuple(article.tags) if name == "tags" else getattr(article, name) for name in said} == said


def _note(desk: Desk, session: store.Session, verb: str, article_id: int, by: str) -> None:
    audit.note(session, verb, ids.encode(ids.Prefix.ARTICLE, article_id), actor=by, at=desk.now())


def _matched(session: store.Session, article_id: int, read: _Read) -> Matching:
    old = article_texts.present_claims(session, article_id)
    quotes = [Selector(claim.sentence, claim.prefix, claim.suffix, claim.start, claim.end) for claim in old]
    pairs = claims.match(quotes, read.reading.claims)
    old_kept, new_kept = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    return Matching(
        kept=tuple((old[pair.old].id, read.drafts[pair.new]) for pair in pairs),
        added=tuple(item for place, item in enumerate(read.drafts) if place not in new_kept),
        removed=tuple(claim.id for place, claim in enumerate(old) if place not in old_kept),
    )
