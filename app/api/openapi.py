"""The OpenAPI document: what FastAPI knows of the routes, with keys, problems and headers added to every operation."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from app.api import sparse_fields
from app.api.auth import NEEDS
from app.api.errors import Problem
from app.api.handed_in import ArticleAddress, ArticleText
from app.api.problems import KINDS
from app.events import EventType

ABOUT = """Does every number in an article still stand on the source it cites?

Send your key as `Authorization: Bearer stet_…`. Lists come in pages: follow `Link: <…>; rel="next"`. Reads carry an `ETag`:
send it back in `If-None-Match` to save the body, or in `If-Match` on a write to be refused (412) when someone was faster.
`Idempotency-Key` (any text of yours, up to 255 visible ASCII characters) on a POST makes a repeat of it harmless for a day: it gets
the first answer again, 409 while that is under way, 422 for another request under the same key.
 Every error is a problem document (RFC 9457).
"""
IDEMPOTENCY_KEY: dict[str, Any] = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "any text of yours that names this request: a repeat of it gets the first answer again, for a day",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
}
NO_NUL = r"^[^\u0000]*$"
REF = "#/components/schemas/{model}"
EVERYWHERE = ("bad_request", "invalid", "rate_limited", "internal", "unavailable")
WITH_KEY = ("unauthenticated", "forbidden")
ON_WRITES = ("conflict", "stale")
WITH_BODY = ("timeout", "too_large", "unsupported_media_type")


def install(app: FastAPI) -> None:
    """Make `app.openapi()` give the finished document, made once."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]  # FastAPI documents this as the way


def _document(app: FastAPI) -> dict[str, Any]:
    made = get_openapi(title=app.title, version=app.version, description=ABOUT, routes=app.routes)
    schemas = made["components"]["schemas"]
    for model in (Problem, ArticleText, ArticleAddress):
        own = model.model_json_schema(ref_template=REF)
        schemas.update(own.pop("$defs", {}))
        schemas[model.__name__] = own
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    made["components"]["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer", "description": "a key made by `stet keys create`"}}
    made["components"]["responses"] = {slug: _response(slug) for slug in KINDS}
    for path in made["paths"].values():
        for method, operation in path.items():
            _complete(method, operation)
            sparse_fields.describe(operation, schemas)
    _refuse_nul(made)
    made["webhooks"] = {"event": {"post": _TOLD}}
    return made


def _response(slug: str) -> dict[str, Any]:
    kind = KINDS[slug]
    sample = {"type": f"/v1/problems#{slug}", "title": kind.title, "status": kind.status, "detail": kind.advice, "instance": "/v1/…"}
    content = {"application/problem+json": {"schema": {"$ref": REF.format(model="Problem")}, "example": sample}}
    return {"description": kind.title, "content": content}


def _complete(method: str, operation: dict[str, Any]) -> None:
    scope = NEEDS[operation["operationId"]]
    slugs = [*EVERYWHERE]
    said = [operation.get("description", "")]
    if scope is not None:
        slugs += WITH_KEY
        operation["security"] = [{"key": [scope]}]
        said.append(f"Needs the scope `{scope}`.")
    slugs.append("not_found")
    if method != "get":
        slugs += ON_WRITES
    if method == "post" and scope is not None:
        operation.setdefault("parameters", []).append(IDEMPOTENCY_KEY)
    for parameter in operation.get("parameters", ()):
        _never_null(parameter)
    if "requestBody" in operation:
        slugs += WITH_BODY
    operation["description"] = "\n\n".join(part for part in said if part)
    operation["responses"].pop("422", None)
    for slug in slugs:
        operation["responses"][str(KINDS[slug].status)] = {"$ref": f"#/components/responses/{slug}"}


def _never_null(parameter: dict[str, Any]) -> None:
    """Leave out the null that an optional field of Python has: a parameter is there or it is not."""
    schema = parameter["schema"]
    kinds = [kind for kind in schema.get("anyOf", ()) if kind != {"type": "null"}]
    if len(kinds) == 1:
        parameter["schema"] = {**{name: item for name, item in schema.items() if name != "anyOf"}, **kinds[0]}


def _refuse_nul(part: Any) -> None:  # noqa: ANN401  any JSON
    """Say of every free text that it holds no NUL character: PostgreSQL cannot store one, so none is taken."""
    if isinstance(part, list):
        for item in part:
            _refuse_nul(item)
    elif isinstance(part, dict):
        if part.get("type") == "string" and not {"pattern", "format", "enum", "const", "contentMediaType"} & part.keys():
            part["pattern"] = NO_NUL
        for name, item in part.items():
            if name not in {"example", "examples", "responses"}:
                _refuse_nul(item)


_TOLD: dict[str, Any] = {
    "operationId": "webhooks.told",
    "summary": "What an endpoint is sent",
    "description": "Signed as Standard Webhooks: verify the `webhook-…` headers with any of its libraries.",
    "requestBody": {
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["type", "timestamp", "id", "subject", "data"],
                    "properties": {
                        "type": {"type": "string", "enum": list(EventType)},
                        "timestamp": {"type": "string", "format": "date-time"},
                        "id": {"type": "string", "description": "of the event; `webhook-id` names the message, the same over all attempts"},
                        "subject": {"type": "string"},
                        "data": {"type": "object"},
                    },
                }
            }
        }
    },
    "responses": {"2XX": {"description": "received"}, "410": {"description": "send no more"}},
}


def operation_id(route: APIRoute) -> str:
    return f"{route.tags[0]}.{route.name}"
