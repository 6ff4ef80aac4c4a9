"""One claim: each number against each source with quoted evidence and trace, and a form for a person's decision."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from app.errors import InvalidInput, NotAllowed, NotFound
from app.store import claim_reads, ids
from app.store.claim_reads import Evidence
from app.store.keyset import Row
from app.store.report import stands_on
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
    shown: dict[str, Any] = {
        "claim": row,
        "numbers": numbers,
        "citations": citations,
        "evidence": evidence,
        "supporters": _supporters(citations, evidence),
        "decisions": [state.value for state in ReviewState],
    }
    return show(request, "claim.html", visitor, **shown)


def _supporters(citations: Sequence[Row], evidence: Evidence) -> dict[int, str]:
    """Name for each number the source that it stands on; a source beside it need not say it too."""
    said: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for citation in citations:
        for verdict in evidence.verdicts.get(citation["id"], []):
            said[verdict["quantity_id"]].append((verdict["label"], citation["marker"] or citation["source_url"]))
    return {number: stands_on(of_number) for number, of_number in said.items()}


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
