"""The gate: whether an article may be published as it stands."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Body
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from app.api.answers import Json, answer
from app.api.fields import RevisionNumber
from app.api.ids import ArticleId, public
from app.api.route import Calling, Operation
from app.store.ids import Prefix
from app.verify.verdict import Status
from app.workflow import gate
from app.workflow.requests import NOTE_MAX_CHARS, GateDecision

router = APIRouter(tags=["gate"], route_class=Operation)


class GateIn(BaseModel):
    """Which revision is about to be published, and under which policy."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"policy": "default", "revision": 2}]})
    policy: str = Field(default="default", min_length=1, max_length=100)
    revision: RevisionNumber | None = Field(default=None, description="409 when it is not the current one")


class OverrideIn(BaseModel):
    """Let it pass in spite of what stands against it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"note": "Confirmed by phone with the statistics office."}]})
    note: str = Field(min_length=1, max_length=NOTE_MAX_CHARS)


class GateReason(BaseModel):
    """What stands against publishing, and what would help."""

    claim: str = Field(examples=["clm_7"])
    status: Status
    text: str
    fix: str


class GateShape(BaseModel):
    """The decision; `pending` means that sources are still being checked: ask again."""

    article: str
    decision: Literal["pass", "warn", "block", "pending"]
    revision: int
    policy: str
    reasons: list[GateReason]
    valid_until: datetime | None
    overridden_by: str


@router.post("/articles/{article_id:id}/gate", name="decide", response_model=GateShape, summary="Ask whether an article may be published")
def decide(call: Calling, article_id: ArticleId, given: Annotated[GateIn | None, Body()] = None) -> Response:
    """Move sources that were never checked to the front of the line."""
    wanted = given or GateIn()
    return _answer(article_id, gate.decide(call.desk, article_id, wanted.policy, revision=wanted.revision))


@router.post("/articles/{article_id:id}/gate:override", name="override", response_model=GateShape, summary="Let it pass, with a reason")
def override(call: Calling, article_id: ArticleId, given: OverrideIn) -> Response:
    """Hold for the current revision; the note and your name go into the audit log."""
    gate.override(call.desk, article_id, given.note, by=call.by)
    return _answer(article_id, gate.decide(call.desk, article_id))


def _answer(article_id: int, made: GateDecision) -> Response:
    fixes = (*made.fixes, *[""] * len(made.reasons))
    reasons: list[Json] = [
        {"claim": claim, "status": status, "text": text, "fix": fix}
        for (claim, status, text), fix in zip(made.reasons, fixes, strict=False)
    ]
    shown = {name: getattr(made, name) for name in ("decision", "revision", "policy")}
    last = {"valid_until": made.valid_until, "overridden_by": made.overridden_by}
    return answer({"article": public(Prefix.ARTICLE, article_id), **shown, "reasons": reasons, **last})
