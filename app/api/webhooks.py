"""Webhooks: endpoints that are told of events, signed as Standard Webhooks."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter
from fastapi import Query as QueryParameter
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from app.api.answers import IfMatch, Json, ListQuery, Query, answer, created, expected_version, gone, page_of, sparse
from app.api.fields import Address, address_field, words_field
from app.api.ids import DeliveryId, WebhookId, missing, public, words
from app.api.route import Call, Calling, Operation
from app.events import EventType
from app.store import office_reads
from app.store.ids import Prefix
from app.workflow import webhooks
from app.workflow.webhooks import DELIVERY_STATES

router = APIRouter(tags=["webhooks"], route_class=Operation)


class WebhookIn(BaseModel):
    """Where to send, and which events; no types means all of them."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"url": "https://cms.example.org/stet", "types": ["article.status_changed"]}]},
    )
    url: Address = address_field("https, unless the installation allows plain http", scheme="https")
    types: list[EventType] = Field(default_factory=list, max_length=len(EventType))


class WebhookShape(BaseModel):
    id: str = Field(examples=["whk_1"])
    url: str
    types: list[str]
    created_at: datetime
    disabled_at: datetime | None
    disabled_why: str
    failing_since: datetime | None
    version: int


class WebhookSecret(WebhookShape):
    """The endpoint with its signing secret, which is shown this once."""

    secret: str = Field(examples=["whsec_…"])


class WebhookPage(BaseModel):
    items: list[WebhookShape]
    next: str | None


class DeliveryShape(BaseModel):
    """One event on its way to one endpoint; `message_id` is the `webhook-id` header, the same over all attempts."""

    id: str = Field(examples=["dlv_8"])
    webhook: str
    event: str
    message_id: str
    state: str = Field(description="of " + ", ".join(DELIVERY_STATES))
    attempts: int
    next_at: datetime | None
    last_status: int | None
    last_error: str
    delivered_at: datetime | None


class DeliveryPage(BaseModel):
    items: list[DeliveryShape]
    next: str | None


class DeliveriesQuery(ListQuery):
    state: str = words_field(DELIVERY_STATES)


class Rotation(BaseModel):
    """The old secret signs beside the new one until it is dropped."""

    model_config = ConfigDict(extra="forbid")
    previous: Literal["keep", "drop"] = "keep"


def shape(row: Json) -> Json:
    fields = ("created_at", "disabled_at", "disabled_why", "failing_since", "version")
    return {
        "id": public(Prefix.WEBHOOK, row["id"]),
        "url": row["url"],
        "types": row["types"] or [],
        **{name: row[name] for name in fields},
    }


def delivery(row: Json) -> Json:
    fields = ("message_id", "state", "attempts", "next_at", "last_status", "last_error", "delivered_at")
    return {
        "id": public(Prefix.DELIVERY, row["id"]),
        "webhook": public(Prefix.WEBHOOK, row["webhook_id"]),
        "event": public(Prefix.EVENT, row["event_id"]),
        **{name: row[name] for name in fields},
    }


@router.get("/webhooks", name="list", response_model=WebhookPage, summary="List endpoints, newest first")
def list_webhooks(call: Calling, query: Annotated[ListQuery, QueryParameter()]) -> Response:
    with call.desk.read() as session:
        found = office_reads.list_webhooks(session, query.position, query.limit)
    return page_of(call.request, found, query, shape)


@router.post("/webhooks", name="create", status_code=201, response_model=WebhookSecret, summary="Add an endpoint")
def create(call: Calling, given: WebhookIn) -> Response:
    made = webhooks.create(call.desk, given.url, tuple(given.types), by=call.by)
    row = _row(call, made.webhook_id)
    return created({**shape(row), "secret": made.secret}, f"/v1/webhooks/whk_{made.webhook_id}", version=row["version"])


@router.get("/webhooks/{webhook_id:id}", name="read", response_model=WebhookShape, summary="One endpoint")
def read(call: Calling, webhook_id: WebhookId, query: Annotated[Query, QueryParameter()]) -> Response:
    return _answer(call, webhook_id, query.fields)


@router.put("/webhooks/{webhook_id:id}", name="change", response_model=WebhookShape, summary="Change address and events")
def change(call: Calling, webhook_id: WebhookId, given: WebhookIn, if_match: IfMatch = None) -> Response:
    webhooks.change(call.desk, webhook_id, given.url, tuple(given.types), expected_version=expected_version(if_match), by=call.by)
    return _answer(call, webhook_id)


@router.delete("/webhooks/{webhook_id:id}", name="delete", status_code=204, summary="Remove an endpoint and what is on its way to it")
def delete(call: Calling, webhook_id: WebhookId, if_match: IfMatch = None) -> Response:
    webhooks.delete(call.desk, webhook_id, expected_version=expected_version(if_match), by=call.by)
    return gone()


@router.post("/webhooks/{webhook_id:id}:rotate", name="rotate", response_model=WebhookSecret, summary="Make a new signing secret")
def rotate(call: Calling, webhook_id: WebhookId, given: Rotation) -> Response:
    """With `keep`, messages carry two signatures until you rotate again with `drop`: change the receiver in between."""
    made = webhooks.rotate(call.desk, webhook_id, keep_old=given.previous == "keep", by=call.by)
    row = _row(call, webhook_id)
    return answer({**shape(row), "secret": made.secret}, version=row["version"])


@router.post("/webhooks/{webhook_id:id}:test", name="test", status_code=202, response_model=DeliveryShape, summary="Send a test event")
def test(call: Calling, webhook_id: WebhookId) -> Response:
    delivery_id = webhooks.test(call.desk, webhook_id, by=call.by)
    return _delivery(call, webhook_id, delivery_id, status=202)


@router.post("/webhooks/{webhook_id:id}:disable", name="disable", response_model=WebhookShape, summary="Send nothing for now")
def disable(call: Calling, webhook_id: WebhookId) -> Response:
    webhooks.disable(call.desk, webhook_id, by=call.by)
    return _answer(call, webhook_id)


@router.post("/webhooks/{webhook_id:id}:enable", name="enable", response_model=WebhookShape, summary="Send again, from where it stopped")
def enable(call: Calling, webhook_id: WebhookId) -> Response:
    webhooks.enable(call.desk, webhook_id, by=call.by)
    return _answer(call, webhook_id)


@router.get("/webhooks/{webhook_id:id}/deliveries", name="list_deliveries", response_model=DeliveryPage, summary="What was sent")
def list_deliveries(call: Calling, webhook_id: WebhookId, query: Annotated[DeliveriesQuery, QueryParameter()]) -> Response:
    _row(call, webhook_id)
    with call.desk.read() as session:
        states = words(query.state, DELIVERY_STATES, "state")
        found = office_reads.list_deliveries(session, webhook_id, states, query.position, query.limit)
    return page_of(call.request, found, query, delivery)


@router.post(
    "/webhooks/{webhook_id:id}/deliveries/{delivery_id:id}:redeliver",
    name="redeliver",
    status_code=202,
    response_model=DeliveryShape,
    summary="Send it again under the same id",
)
def redeliver(call: Calling, webhook_id: WebhookId, delivery_id: DeliveryId) -> Response:
    webhooks.redeliver(call.desk, webhook_id, delivery_id, by=call.by)
    return _delivery(call, webhook_id, delivery_id, status=202)


def _row(call: Call, webhook_id: int) -> Json:
    with call.desk.read() as session:
        row = office_reads.read_webhook(session, webhook_id)
    if row is None:
        raise missing(Prefix.WEBHOOK, webhook_id)
    return row


def _answer(call: Call, webhook_id: int, fields: str = "") -> Response:
    row = _row(call, webhook_id)
    return answer(sparse(shape(row), fields), version=row["version"])


def _delivery(call: Call, webhook_id: int, delivery_id: int, *, status: int) -> Response:
    with call.desk.read() as session:
        row = office_reads.read_delivery(session, delivery_id)
    if row is None or row["webhook_id"] != webhook_id:
        raise missing(Prefix.DELIVERY, delivery_id)
    return answer(delivery(row), status=status)
