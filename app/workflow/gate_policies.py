"""Gate policies: made, changed, deleted."""

from collections.abc import Mapping

from app.errors import Conflict
from app.store import audit, gate_policies
from app.store.ids import Prefix, encode
from app.workflow.desk import Desk

DEFAULT = "default"


def put(desk: Desk, name: str, rules: Mapping[str, str], *, by: str, expected_version: int | None = None) -> None:
    """Make or change a policy. Raises Stale."""
    now = desk.now()
    with desk.begin() as session:
        policy = gate_policies.save(session, name, rules, now, expected_version)
        subject = encode(Prefix.GATE_POLICY, policy.id)
        audit.note(session, "gate_policy.put", subject, actor=by, at=now, detail={"name": name, "rules": dict(rules)})


def delete(desk: Desk, name: str, *, by: str, expected_version: int | None = None) -> None:
    """Delete a policy; the default one stays, because gates fall back to it. Raises NotFound and Stale."""
    if name == DEFAULT:
        raise Conflict("The default policy cannot be deleted: gates fall back to it. Change its rules instead.")
    now = desk.now()
    with desk.begin() as session:
        gate_policies.delete(session, name, expected_version)
        audit.note(session, "gate_policy.delete", "", actor=by, at=now, detail={"name": name})
