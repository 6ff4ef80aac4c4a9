"""WARC 1.1 (ISO 28500): the snapshots that today's verdicts rest on, for web archives.

Response headers are not kept with a snapshot, so the records are of type `resource`: the bytes as they were decoded.
"""

import io
from collections.abc import Callable, Iterator

from warcio.warcwriter import WARCWriter

from app.errors import NotFound
from app.store import source_reads
from app.store.claim_reads import ClaimFilter
from app.workflow.desk import Desk
from app.workflow.exports.whole import Whole, wholes

SOFTWARE = {"software": "Stet", "format": "WARC File Format 1.1", "conformsTo": "http://iipc.github.io/warc-specifications/"}
UNKNOWN = "application/octet-stream"


def write(desk: Desk, narrow: ClaimFilter) -> Iterator[bytes]:
    """Write every snapshot once, however many claims lean on it; one that retention has removed is left out."""
    yield _record(lambda out: out.create_warcinfo_record("stet.warc", SOFTWARE))
    seen: set[str] = set()
    for whole in wholes(desk, narrow):
        for citation in whole["citations"]:
            sha256 = citation["snapshot"]
            if sha256 and sha256 not in seen:
                seen.add(sha256)
                yield _snapshot(desk, citation)


def _record(make: Callable[[WARCWriter], object]) -> bytes:
    held = io.BytesIO()
    out = WARCWriter(held, gzip=False, warc_version="WARC/1.1")
    out.write_record(make(out))
    return held.getvalue()


def _snapshot(desk: Desk, citation: Whole) -> bytes:
    with desk.read() as session:
        row = source_reads.read_snapshot(session, citation["snapshot"])
    try:
        body = desk.snapshots.get(citation["snapshot"])
    except NotFound:
        return b""
    headers = {"WARC-Date": (row["stored_at"] if row else desk.now()).strftime("%Y-%m-%dT%H:%M:%SZ")}
    url = citation["final_url"] or citation["url"]
    media_type = (row["media_type"] if row else "") or UNKNOWN
    return _record(
        lambda out: out.create_warc_record(
            url, "resource", payload=io.BytesIO(body), length=len(body), warc_content_type=media_type, warc_headers_dict=headers
        )
    )
