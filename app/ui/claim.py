"""One claim: each number against each source with quoted evidence and trace, and a form for a person's decision."""

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from app.errors import InvalidInput, NotAllowed, NotFound
from app.store import claim_reads, ids
from app.ui.frame import DeskHere, Looking, Page, form_of, show
from app.verify import ReviewState
from app.workflow import review

router = APIRouter(tags=["pages"], route_class=Page, include_in_schema=False)


@router.get("/claims/{claim}")
def read(request: Request, claim: str, desk: DeskHere, visitor: Looking) -> Response:
    """Show the claim and what its sources say."""
    claim_id = ids.decode(ids.Prefix.CLAIM, claim)
    with desk.read() as session:
        row = claim_reads.read_claim(session, claim_id)
        if row is None:
            raise NotFound(f"There is no claim {claim}.")
        numbers = {number["id"]: number for number in claim_reads.quantities_of(session, [claim_id])}
        citations = claim_reads.citations_of(session, [claim_id])
        evidence = claim_reads.evidence_of(session, citations)
    decisions = [state.value for state in ReviewState]
    return show(request, "claim.html", visitor, claim=row, numbers=numbers, citations=citations, evidence=evidence, decisions=decisions)


@router.post("/citations/{citation}/review")
async def decide(request: Request, citation: str, desk: DeskHere, visitor: Looking) -> Response:
    """Record a decision on the evidence that was on the page."""
    fields = await form_of(request, visitor)
    if not visitor.may("review"):
        raise NotAllowed("Your key may not decide: it lacks the scope review.", authenticated=True)
    version = fields.get("version", "")
    if not version.isdigit():
        raise InvalidInput("The form does not say what it was made on: open the claim again.")
    await run_in_threadpool(
        review.record,
        desk,
        ids.decode(ids.Prefix.CITATION, citation),
        fields.get("decision", ""),
        fields.get("note", ""),
        by=visitor.by,
        expected_version=int(version),
    )
    return RedirectResponse(f"/claims/{fields.get('claim', '')}", 303)
