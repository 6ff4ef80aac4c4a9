"""JSON lines: one claim a line, with everything known of it."""

from collections.abc import Iterator

import orjson

from app.store.claim_reads import ClaimFilter
from app.workflow.desk import Desk
from app.workflow.exports.whole import wholes


def write(desk: Desk, narrow: ClaimFilter) -> Iterator[bytes]:
    for whole in wholes(desk, narrow):
        yield orjson.dumps(whole, option=orjson.OPT_UTC_Z | orjson.OPT_APPEND_NEWLINE)
