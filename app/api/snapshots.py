"""Snapshots: stored evidence. The bytes come from anywhere on the web, so they are never shown as a page of ours."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi import Query as QueryParameter
from pydantic import BaseModel
from starlette.responses import PlainTextResponse, Response

from app import extract
from app.api.answers import Json, Query, answer, sparse
from app.api.route import Call, Calling, Operation
from app.errors import NotFound
from app.store import source_reads

router = APIRouter(tags=["snapshots"], route_class=Operation)
Digest = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$", min_length=64, max_length=64, examples=["0" * 64])]
SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
KEEP = "private, max-age=31536000, immutable"  # the name is the content's digest


class SnapshotShape(BaseModel):
    """The fact that bytes are held."""

    sha256: str
    media_type: str
    charset: str
    body_bytes: int
    stored_at: datetime


@router.get("/snapshots/{sha256}", name="read", response_model=SnapshotShape, summary="What is known of a snapshot")
def read(call: Calling, sha256: Digest, query: Annotated[Query, QueryParameter()]) -> Response:
    return answer(sparse(_row(call, sha256), query.fields))


@router.get(
    "/snapshots/{sha256}/raw",
    name="read_raw",
    response_class=Response,
    responses={200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}},
    summary="The very bytes that were received, as a download",
)
def read_raw(call: Calling, sha256: Digest) -> Response:
    _row(call, sha256)
    headers = {
        "Content-Disposition": f'attachment; filename="{sha256[:16]}.bin"',
        "Content-Security-Policy": SANDBOX,
        "Cache-Control": KEEP,
        "ETag": f'"{sha256}"',
    }
    return Response(call.desk.snapshots.get(sha256), headers=headers, media_type="application/octet-stream")


@router.get(
    "/snapshots/{sha256}/text",
    name="read_text",
    response_class=PlainTextResponse,
    summary="What the snapshot says, as plain text; positions of passages count in it",
)
def read_text(call: Calling, sha256: Digest) -> Response:
    row = _row(call, sha256)
    document = extract.read(call.desk.snapshots.get(sha256), row["media_type"], charset=row["charset"])
    headers = {"Content-Security-Policy": SANDBOX, "Cache-Control": "private, no-cache"}
    return PlainTextResponse(document.text.encode("utf-8", "replace"), headers=headers)


def _row(call: Call, sha256: str) -> Json:
    with call.desk.read() as session:
        row = source_reads.read_snapshot(session, sha256)
    if row is None:
        raise NotFound(f"There is no snapshot {sha256[:12]}…. It was never stored, or the policy for old snapshots has removed it.")
    return row
