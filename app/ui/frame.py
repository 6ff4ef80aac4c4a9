"""What all pages share: templates, the session behind a cookie, the guard against forged forms, errors as pages."""

import hmac
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.responses import HTMLResponse, RedirectResponse, Response

from app.errors import Conflict, InvalidInput, NotAllowed, NotFound, Refused, StetError, Unavailable
from app.workflow import keys
from app.workflow.desk import Desk
from app.workflow.keys import Held

FOLDER = Path(__file__).parent
COOKIE = "stet_session"
LONGEST_FIGURE = 24  # digits that a person still reads; longer ones stay in powers of ten
# Pages load their own style sheet and send forms home, nothing else; evidence is shown as text.
CSP = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
_STATUS: tuple[tuple[type[StetError], int], ...] = (
    (InvalidInput, 422),
    (NotFound, 404),
    (Conflict, 409),
    (NotAllowed, 403),
    (Refused, 429),
    (Unavailable, 503),
)


def _words(value: str) -> str:
    return value.replace("_", " ")


def _figure(value: str) -> str:
    """Group the digits of a decimal number by thousands; what is none stays as it is."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    return f"{number:,f}" if number.is_finite() and abs(number.adjusted()) < LONGEST_FIGURE else value


def _moment(value: datetime | None) -> str:
    return value.strftime("%Y-%m-%d %H:%M UTC") if value else "never"


TEMPLATES = Environment(
    loader=FileSystemLoader(FOLDER / "templates"),
    autoescape=select_autoescape(default=True, default_for_string=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
TEMPLATES.filters["words"] = _words
TEMPLATES.filters["figure"] = _figure
TEMPLATES.filters["moment"] = _moment


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who looks at the page: the session's key, and the token its forms carry."""

    held: Held
    token: str

    @property
    def by(self) -> str:
        """The actor of the audit log."""
        return f"page:{self.held.name}"

    def may(self, scope: str) -> bool:
        return scope in self.held.scopes or "admin" in self.held.scopes


class SignInFirst(Exception):
    """There is no session: show the sign-in page."""


def desk_of(request: Request) -> Desk:
    """Return the desk the service was made with."""
    desk: Desk = request.app.state.desk
    return desk


def visitor_of(request: Request) -> Visitor:
    """Return who looks; raises SignInFirst without a session that works."""
    secret = request.cookies.get(COOKIE, "")
    if not secret:
        raise SignInFirst
    try:
        held = keys.check(desk_of(request), secret)
    except NotAllowed:
        raise SignInFirst from None
    return Visitor(held, token_of(secret))


def token_of(secret: str) -> str:
    """Return the form token of a session: nobody who cannot read the cookie can make it."""
    return hmac.new(secret.encode(), b"stet form", sha256).hexdigest()


DeskHere = Annotated[Desk, Depends(desk_of)]
Looking = Annotated[Visitor, Depends(visitor_of)]


def show(request: Request, name: str, visitor: Visitor | None, *, status: int = 200, **values: object) -> HTMLResponse:
    """Render a page."""
    text = TEMPLATES.get_template(name).render(visitor=visitor, path=request.url.path, **values)
    # "no-referrer" would make browsers send "Origin: null" with our own forms.
    return HTMLResponse(text, status, {"Content-Security-Policy": CSP, "Referrer-Policy": "same-origin"})


def same_origin(request: Request) -> bool:
    """Say whether a form was sent from a page of ours: browsers send Origin with every POST."""
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc == request.headers.get("host", "")


async def form_of(request: Request, visitor: Visitor) -> dict[str, str]:
    """Return the fields of a form that was sent from a page of ours in this session. Raises NotAllowed for any other."""
    if not same_origin(request):
        raise NotAllowed(
            "The form did not come from a page of this service: open the page again and send it from there.", authenticated=True
        )
    fields = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
    if not hmac.compare_digest(fields.get("token", ""), visitor.token):
        raise NotAllowed("The form belongs to another session: open the page again and send it from there.", authenticated=True)
    return fields


class Page(APIRoute):
    """A route whose errors are pages: the caller's mistakes say what to do, a missing session leads to the sign-in."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def shown(request: Request) -> Response:
            try:
                return await handle(request)
            except SignInFirst:
                return RedirectResponse(f"/sign-in?next={request.url.path}", 303)
            except RequestValidationError:
                return show(request, "error.html", None, status=404, title="No such page", text="Check the address: its number is not one.")
            except StetError as error:
                status = next((status for kind, status in _STATUS if isinstance(error, kind)), 400)
                return show(request, "error.html", None, status=status, title="That did not work", text=str(error))

        return shown
