"""The queue: what is due, who works on it, how fast."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.store import stat_reads
from app.ui.frame import DeskHere, Looking, Page, show

router = APIRouter(tags=["pages"], route_class=Page, include_in_schema=False)


@router.get("/queue")
def look(request: Request, desk: DeskHere, visitor: Looking) -> Response:
    """Show the queue as it is now."""
    now = desk.now()
    with desk.read() as session:
        queue, hour, hosts = stat_reads.queue(session, now), stat_reads.last_hour(session, now), stat_reads.busy_hosts(session, now)
    return show(request, "queue.html", visitor, queue=queue, hour=hour, hosts=hosts)
