"""The front page: articles with their status, the numbers that wait for an editor, and a form to hand one in."""

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from app.errors import NotAllowed
from app.store import article_reads, claim_reads, stat_reads
from app.store.article_reads import ArticleFilter
from app.store.claim_reads import ClaimFilter
from app.ui.frame import DeskHere, Looking, Page, form_of, show
from app.verify import Status
from app.workflow import intake
from app.workflow.requests import Submission

router = APIRouter(tags=["pages"], route_class=Page, include_in_schema=False)
SHOWN = 50
WAITING = (Status.ATTENTION.value, Status.BROKEN.value)


@router.get("/")
def front(  # noqa: PLR0913, PLR0917  FastAPI's way
    request: Request, desk: DeskHere, visitor: Looking, before: int | None = None, q: str = "", status: Status | None = None
) -> Response:
    """List articles, the newest first, and the claims to decide on: those that wait, or those of one status."""
    wanted = (status.value,) if status else WAITING
    with desk.read() as session:
        found = article_reads.list_articles(session, ArticleFilter(q=q.strip()), (before,) if before else None, SHOWN)
        counts = {row["id"]: article_reads.claim_counts(session, row["id"]) for row in found.rows}
        waiting = claim_reads.list_claims(session, ClaimFilter(statuses=wanted), None, SHOWN).rows
        titles = article_reads.articles_by_id(session, {claim["article_id"] for claim in waiting})
        standing = stat_reads.standing(session)
    older = found.next[0] if found.next else None
    return show(
        request, "articles.html", visitor, articles=found.rows, counts=counts, older=older, q=q,
        waiting=waiting, titles=titles, standing=standing, only=status,
    )  # fmt: skip


@router.post("/articles")
async def hand_in(request: Request, desk: DeskHere, visitor: Looking) -> Response:
    """Take an article's text or address."""
    fields = await form_of(request, visitor)
    if not visitor.may("write"):
        raise NotAllowed("Your key may not hand articles in: it lacks the scope write.", authenticated=True)
    if url := fields.get("url", "").strip():
        submission = await intake.fetch_submission(desk, url)
    else:
        submission = Submission(body=fields.get("body", ""), title=fields.get("title", "").strip())
    done = await run_in_threadpool(intake.submit, desk, submission, visitor.by)
    return RedirectResponse(f"/articles/art_{done.article_id}", 303)
