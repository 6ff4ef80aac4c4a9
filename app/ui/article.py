"""One article: its text with every claim marked by its status, and a table of numbers with evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from app.errors import NotAllowed, NotFound
from app.store import article_reads, ids
from app.store.keyset import Row
from app.store.report import article_report
from app.ui.frame import DeskHere, Looking, Page, form_of, show
from app.workflow import check, gate
from app.workflow.requests import RunRequest

router = APIRouter(tags=["pages"], route_class=Page, include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article's text; `claim_id` is None between claims."""

    text: str
    claim_id: int | None = None
    status: str = ""


def pieces(text: str, claims: Sequence[Row]) -> list[Piece]:
    """Cut an article's text at its claims, in reading order; a claim that overlaps the one before it is left unmarked."""
    cut: list[Piece] = []
    at = 0
    for claim in sorted(claims, key=lambda row: row["start"]):
        if claim["start"] < at or claim["end"] > len(text):
            continue
        cut.append(Piece(text[at : claim["start"]]))
        cut.append(Piece(text[claim["start"] : claim["end"]], claim["id"], claim["status"]))
        at = claim["end"]
    return [piece for piece in (*cut, Piece(text[at:])) if piece.text]


@router.get("/articles/{article}")
def read(request: Request, article: str, desk: DeskHere, visitor: Looking) -> Response:
    """Show the article as it stands."""
    article_id = ids.decode(ids.Prefix.ARTICLE, article)
    with desk.read() as session:
        row = article_reads.read_article(session, article_id)
        report = article_report(session, article_id)
        if row is None or report is None:
            raise NotFound(f"There is no article {article}.")
        revision = article_reads.read_revision(session, article_id, row["revision"])
        claims = article_reads.claims_in_text(session, article_id)
    decision = gate.decide(desk, article_id)
    text = pieces(revision["text"] if revision else "", claims)
    rows = [line for line in report.rows if line.kind != "date"]
    return show(request, "article.html", visitor, article=row, pieces=text, rows=rows, gate=decision)


@router.post("/articles/{article}/recheck")
async def recheck(request: Request, article: str, desk: DeskHere, visitor: Looking) -> Response:
    """Ask for everything the article cites."""
    await form_of(request, visitor)
    if not visitor.may("check"):
        raise NotAllowed("Your key may not ask for re-checks: it lacks the scope check.", authenticated=True)
    wanted = RunRequest(article_ids=(ids.decode(ids.Prefix.ARTICLE, article),), reason="asked on the page")
    await run_in_threadpool(check.request_run, desk, wanted, visitor.by)
    return RedirectResponse(f"/articles/{article}", 303)
