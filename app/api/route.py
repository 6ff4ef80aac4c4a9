"""The front door of every operation: key, scope, rate, body, idempotency, conditional answer; then the route itself."""

import hashlib
import re
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Any

from fastapi import Depends
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from app.api.answers import matches
from app.api.auth import NEEDS, Caller, Scope, bearer, demand
from app.api.errors import answer_to
from app.api.keyring import Keyring
from app.api.limits import BODY_MAX_BYTES, Allowance, RateLimiter, parse_json, read_body, refuse_nul
from app.errors import Conflict, InvalidInput, NotAllowed, Refused, StetError
from app.workflow import keys, once
from app.workflow.desk import Desk

Handler = Callable[[Request], Coroutine[Any, Any, Response]]
JSON_TYPE = "application/json"
TEXT_TYPES = {"text/plain": "text", "text/markdown": "markdown", "text/html": "html"}
SHEET_TYPES = {"text/csv": "csv", "application/jsonl": "jsonl"}
TOKEN = re.compile(r"[!-~]{1,255}")


@dataclass(frozen=True, slots=True)
class Front:
    """What the front door needs, made once per app."""

    desk: Desk
    per_key: RateLimiter
    strangers: RateLimiter
    keyring: Keyring
    article_body_max_bytes: int
    streams: set[object] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Call:
    """What a route needs: the desk, who is asking, and the request."""

    desk: Desk
    request: Request
    caller: Caller

    @property
    def by(self) -> str:
        return self.caller.actor

    def require_to_come(self, moment: datetime | None) -> None:
        """Raise Conflict for an end that is over already: the request is well-formed, the clock is against it."""
        if moment is not None and moment <= self.desk.now():
            raise Conflict("It would have expired already: choose a moment to come.", field="expires_at")


def front_of(request: Request) -> Front:
    front: Front = request.app.state.front
    return front


async def _call(request: Request) -> Call:
    return Call(front_of(request).desk, request, request.state.caller)


async def _desk(request: Request) -> Desk:
    return front_of(request).desk


Calling = Annotated[Call, Depends(_call)]
AtDesk = Annotated[Desk, Depends(_desk)]


class IdConvertor(Convertor[str]):
    """An id in a path ends at a colon: what follows is a verb, as in `/webhooks/whk_1:test`."""

    regex = "[^/:]+"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("id", IdConvertor())


class Operation(APIRoute):
    """A route whose line in `NEEDS` says who may use it."""

    @property
    def key(self) -> str:
        return f"{self.tags[0]}.{self.name}"

    @property
    def reads(self) -> tuple[str, ...]:
        """The media types that the body may have; none when there is no body."""
        if self.key in {"articles.create", "articles.upsert", "articles.replace"}:
            return (JSON_TYPE, *TEXT_TYPES)
        if self.key == "exports.read_back":
            return tuple(SHEET_TYPES)
        return (JSON_TYPE,) if self.body_field else ()

    def get_route_handler(self) -> Handler:
        scope = NEEDS[self.key]
        route = super().get_route_handler()
        reads = self.reads

        async def handle(request: Request) -> Response:
            try:
                return await _enter(request, scope, reads, route)
            except (StetError, RequestValidationError, HTTPException) as error:
                return answer_to(request, error)

        return handle


async def _enter(request: Request, scope: Scope | None, reads: tuple[str, ...], route: Handler) -> Response:
    refuse_nul(request.url.path + request.url.query)
    if "%00" in request.url.query:
        refuse_nul("\x00")
    if scope is not None:
        request.state.caller = await _admit(request)
        _count(request, front_of(request).per_key, request.state.caller.key_id)
        demand(request.state.caller, scope)
    if reads:
        request = await _read(request, reads)
    if request.method == "POST" and scope is not None and "idempotency-key" in request.headers:
        return await _once(request, route)
    response = await route(request)
    return _unless_known(request, response) if request.method == "GET" else response


async def _admit(request: Request) -> Caller:
    """Find the key. A stranger who keeps trying is slowed down by address, so that keys cannot be guessed at speed."""
    front = front_of(request)
    try:
        secret = bearer(request.headers.get("authorization"))
        known = front.keyring.find(secret)
        if known is not None:
            return known
        held = await run_in_threadpool(keys.check, front.desk, secret)
    except NotAllowed:
        slow_down(request)
        raise
    caller = Caller(held.key_id, held.name, frozenset(Scope(scope) for scope in held.scopes))
    front.keyring.keep(secret, caller)
    return caller


def slow_down(request: Request) -> None:
    """Count a wrong guess of someone without a key; raises Refused when there were too many from one address."""
    _count(request, front_of(request).strangers, request.client.host if request.client else "")


def _count(request: Request, limiter: RateLimiter, who: object) -> None:
    allowance: Allowance = limiter.take(who)
    request.state.headers = allowance.headers
    if allowance.wait_s:
        text = f"More than {allowance.quota} requests in {allowance.window_s} seconds. Wait {allowance.wait_s} s."
        raise Refused(text, retry_after_s=allowance.wait_s)


class ReadRequest(Request):
    """A request whose body has been read, judged and parsed already."""

    def __init__(self, request: Request, body: bytes, parsed: object) -> None:
        super().__init__(request.scope, request.receive)
        self._whole = body
        self._parsed = parsed

    async def body(self) -> bytes:
        return self._whole

    async def json(self) -> Any:  # noqa: ANN401  the signature is starlette's
        return self._parsed


def media_type_of(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def _read(request: Request, reads: tuple[str, ...]) -> Request:
    large = len(reads) > 1 or request.url.path == "/v1/claims:batch"
    body = await read_body(request, front_of(request).article_body_max_bytes if large else BODY_MAX_BYTES)
    media_type = media_type_of(request)
    if not body:
        return ReadRequest(request, body, None)
    if media_type not in reads:
        raise HTTPException(415, f"This takes {', '.join(reads)}; the body came as {media_type[:60] or 'no type at all'}.")
    return ReadRequest(request, body, parse_json(body) if media_type == JSON_TYPE else None)


async def _once(request: Request, route: Handler) -> Response:
    """Do it once per Idempotency-Key: a repeat gets the first answer again, for a day."""
    front, caller = front_of(request), request.state.caller
    claim = once.Attempt(caller.key_id, _token(request), await _fingerprint(request))
    try:
        kept = await run_in_threadpool(once.begin, front.desk, claim)
    except InvalidInput as error:
        error.field = "Idempotency-Key:"
        raise
    if kept is not None:
        return Response(kept.body, kept.status, {**kept.headers, "Idempotency-Replayed": "true"})
    try:
        try:
            response = await route(request)
        except (StetError, RequestValidationError, HTTPException) as error:
            response = answer_to(request, error)
    except BaseException:
        await run_in_threadpool(once.release, front.desk, claim)
        raise
    return await _keep(front.desk, claim, response)


async def _keep(desk: Desk, claim: once.Attempt, response: Response) -> Response:
    """Keep every answer but those that say "try again"; a stream is never kept."""
    body = getattr(response, "body", None)
    if body is None or response.status_code >= 500 or response.status_code == 429:
        await run_in_threadpool(once.release, desk, claim)
        return response
    kept = {name: value for name, value in response.headers.items() if name in {"content-type", "etag", "location", "link"}}
    await run_in_threadpool(once.finish, desk, claim, once.Answer(response.status_code, kept, bytes(body)))
    return response


def _token(request: Request) -> str:
    token = request.headers["idempotency-key"]
    if not TOKEN.fullmatch(token):
        raise InvalidInput("`Idempotency-Key` takes 1 to 255 visible ASCII characters.", field="Idempotency-Key:")
    return token


async def _fingerprint(request: Request) -> str:
    parts = (request.method, request.url.path, request.url.query, media_type_of(request), request.headers.get("if-match", ""))
    digest = hashlib.sha256("\n".join(parts).encode())
    digest.update(b"\n" + await request.body())
    return digest.hexdigest()


def _unless_known(request: Request, response: Response) -> Response:
    """Answer 304 to a reader who has this already."""
    tag = response.headers.get("etag")
    asked = request.headers.get("if-none-match")
    if response.status_code != 200 or tag is None or asked is None or not matches(asked, tag):
        return response
    kept = {name: value for name, value in response.headers.items() if name in {"etag", "link", "cache-control"}}
    return Response(status_code=304, headers=kept)
