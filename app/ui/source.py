"""One source: what its visits met, one line each, and who leans on it."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.errors import NotFound
from app.store import claim_reads, ids, source_reads
from app.store.claim_reads import ClaimFilter
from app.ui.frame import DeskHere, Looking, Page, show

router = APIRouter(tags=["pages"], route_class=Page, include_in_schema=False)
SHOWN = 100


@router.get("/sources/{source}")
def read(request: Request, source: str, desk: DeskHere, visitor: Looking) -> Response:
    """Show a source's history."""
    source_id = ids.decode(ids.Prefix.SOURCE, source)
    with desk.read() as session:
        row = source_reads.read_source(session, source_id)
        if row is None:
            raise NotFound(f"There is no source {source}.")
        checks = source_reads.list_checks(session, source_id, None, SHOWN).rows
        claims = claim_reads.list_claims(session, ClaimFilter(source_id=source_id), None, SHOWN).rows
    return show(request, "source.html", visitor, source=row, checks=checks, claims=claims)
