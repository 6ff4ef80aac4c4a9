"""What no document can say: a body of text has no wrong type, because on the wire everything is text."""

from typing import Any

import schemathesis
from schemathesis import Case, HookContext

OWN_KEY = "key_1"  # the first of a new database: revoked by its own hand, it would end the run
TEXTS = ("text/markdown", "text/html", "text/csv", "application/jsonl")  # schemathesis knows it of text/plain by itself


@schemathesis.hook
def filter_case(_context: HookContext, case: Case[Any]) -> bool:
    """Leave out bodies that are wrong until they are written, and the end of the key that asks."""
    if (case.path_parameters or {}).get("key_id") == OWN_KEY and case.method.upper() != "GET":
        return False
    return case.media_type not in TEXTS or isinstance(case.body, str)
