"""From every error to one problem document (RFC 9457); nothing else leaves the API on failure, and never a stack trace."""

import secrets
import traceback
from collections.abc import Sequence
from typing import Any

import orjson
import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.routing import iter_route_contexts
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import compile_path

from app import errors
from app.api.headers import ALWAYS
from app.api.problems import BY_STATUS, KINDS

ERRORS_MAX = 50  # a body of 500 bad claims has thousands of errors; nobody reads them
log = structlog.get_logger("stet.api")


class FieldError(BaseModel):
    """One thing that is wrong, and where: `pointer` into the body (RFC 6901), or the name of a `parameter` or `header`."""

    detail: str
    pointer: str | None = None
    parameter: str | None = None
    header: str | None = None


class Problem(BaseModel):
    """What went wrong, what it means and what to do (RFC 9457)."""

    type: str = Field(examples=["/v1/problems#not_found"])
    title: str = Field(examples=["There is no such thing"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["There is no article art_99. Check the id; ids look like `art_12`."])
    instance: str = Field(examples=["/v1/articles/art_99"])
    errors: list[FieldError] | None = None


def problem(
    request: Request, slug: str, detail: str = "", *, found: Sequence[FieldError] = (), headers: dict[str, str] | None = None
) -> Response:
    kind = KINDS[slug]
    document = Problem(
        type=f"/v1/problems#{slug}",
        title=kind.title,
        status=kind.status,
        detail=detail or kind.advice,
        instance=request.url.path,
        errors=list(found) or None,
    )
    body = orjson.dumps(document.model_dump(exclude_none=True))
    return Response(body, kind.status, headers, media_type="application/problem+json")


def answer_to(request: Request, error: Exception) -> Response:
    """Give the problem for any error that a request can end with."""
    match error:
        case errors.StetError():
            return _of_ours(request, error)
        case RequestValidationError():
            return _of_validation(request, error)
        case HTTPException():
            return _of_http(request, error)
    incident = secrets.token_hex(6)
    # As text, not as exc_info: a renderer that shows local variables would show the caller's key.
    told = "".join(traceback.format_exception(error))
    log.error("request failed", incident=incident, method=request.method, path=request.url.path, traceback=told)
    detail = f"{KINDS['internal'].advice} Incident {incident}."
    return problem(request, "internal", detail, headers={**ALWAYS, "Stet-Incident": incident})


# The first class that fits decides: from the special to the general.
_OURS: tuple[tuple[type[errors.StetError], str], ...] = (
    (errors.TooLarge, "too_large"),
    (errors.InvalidInput, "invalid"),
    (errors.NotFound, "not_found"),
    (errors.Stale, "stale"),
    (errors.Conflict, "conflict"),
    (errors.NotAllowed, "forbidden"),
    (errors.Refused, "rate_limited"),
    (errors.Unavailable, "unavailable"),
    (errors.StetError, "invalid"),
)


def _of_ours(request: Request, error: errors.StetError) -> Response:
    text = str(error)
    found = [FieldError(detail=text, **_place(error.field))] if error.field else []
    slug = next(slug for kind, slug in _OURS if isinstance(error, kind))
    headers: dict[str, str] = {}
    if slug == "stale" and "if-match" not in request.headers:
        slug = "conflict"  # the caller named no version: others were faster, again and again
    if isinstance(error, errors.NotAllowed) and not error.authenticated:
        slug, headers = "unauthenticated", {"WWW-Authenticate": 'Bearer realm="stet"'}
    if isinstance(error, errors.Refused) and error.retry_after_s is not None:
        headers = {"Retry-After": str(error.retry_after_s)}
    if isinstance(error, errors.Unavailable):
        headers = {"Retry-After": "2"}
    return problem(request, slug, text, found=found, headers=headers)


def _place(field: str) -> dict[str, str]:
    """Ours name a field of the body as `a.b`, and a parameter or header as `?name` or `Name:`."""
    if field.startswith("?"):
        return {"parameter": field[1:]}
    if field.endswith(":"):
        return {"header": field[:-1]}
    return {"pointer": "#/" + field.replace(".", "/")}


def _of_validation(request: Request, error: RequestValidationError) -> Response:
    items = list(error.errors())
    if items and items[0]["type"] == "json_invalid":
        reason = items[0].get("ctx", {}).get("error", "it could not be parsed")
        return problem(request, "bad_json", f"The body is not JSON: {reason}, at character {items[0]['loc'][-1]}.")
    found = [_field_error(item) for item in items[:ERRORS_MAX]]
    first = found[0] if found else FieldError(detail="it cannot be used")
    where = first.pointer or first.parameter or first.header or "the request"
    more = f" ({len(items) - 1} more under `errors`)" if len(items) > 1 else ""
    return problem(request, "invalid", f"{where}: {first.detail}{more}.", found=found)


def _field_error(item: dict[str, Any]) -> FieldError:
    where, *path = item["loc"] or ("body",)
    detail = str(item["msg"]).removeprefix("Value error, ")
    match where:
        case "body":
            return FieldError(detail=detail, pointer="#" + "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path))
        case "header":
            return FieldError(detail=detail, header=".".join(map(str, path)))
    return FieldError(detail=detail, parameter=".".join(map(str, path)))


def _of_http(request: Request, error: HTTPException) -> Response:
    slug = BY_STATUS.get(error.status_code, "bad_request")
    detail = "" if slug in {"not_found", "method_not_allowed"} else str(error.detail)
    if slug == "not_found":
        detail = f"Nothing is served at {request.url.path[:200]}. `/openapi.json` lists what is."
    headers = dict(error.headers or {})
    if slug == "method_not_allowed":
        headers["Allow"] = ", ".join(_methods(request))
    return problem(request, slug, detail, headers=headers)


def _methods(request: Request) -> list[str]:
    """Name what can be done at this path; the framework names only the methods of the first route that fits."""
    found: set[str] = set()
    for route in iter_route_contexts(request.app.routes):
        if route.path is not None and compile_path(route.path)[0].match(request.url.path):
            found |= set(route.methods or ())
    return sorted(found)


async def _handle(request: Request, error: Exception) -> Response:
    return answer_to(request, error)


def install(app: FastAPI) -> None:
    """Catch what happens outside a route of ours: unknown paths, wrong methods, bugs."""
    for kind in (errors.StetError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, _handle)
