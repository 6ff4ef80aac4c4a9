"""Signing in with a key and out again. A session is a key of its own that ends after twelve hours."""

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from app.errors import NotAllowed, Refused
from app.ui.frame import COOKIE, DeskHere, Looking, Page, form_of, same_origin, show
from app.workflow import keys

router = APIRouter(tags=["pages"], route_class=Page, include_in_schema=False)


@router.get("/sign-in")
def ask(request: Request, next: str = "/") -> Response:  # noqa: A002  the query's name
    """Ask for a key."""
    return show(request, "sign_in.html", None, next=_own_path(next), problem="", secret="")


@router.get("/sign-in/{secret}")
def follow(request: Request, secret: str) -> Response:
    """Show what a sign-in link leads to. It is used up by the button, not by looking: mail and chat programs look at every link."""
    return show(request, "sign_in.html", None, next="/", problem="", secret=keys.BEGINNING + secret)


@router.post("/sign-in")
async def sign_in(request: Request, desk: DeskHere) -> Response:
    """Start a session with the key's scopes; wrong keys from one address are throttled."""
    fields = await request.form()
    going = _own_path(str(fields.get("next", "/")))
    if not same_origin(request):
        raise NotAllowed("The form did not come from a page of this service: open the sign-in page and try again.", authenticated=False)
    caller = request.client.host if request.client else ""
    try:
        session = await run_in_threadpool(keys.open_session, desk, str(fields.get("key", "")).strip())
    except NotAllowed as error:
        if wait_s := request.app.state.front.strangers.take(caller).wait_s:
            raise Refused(f"Too many wrong keys from this address: wait {wait_s} seconds.", retry_after_s=wait_s) from error
        return show(request, "sign_in.html", None, status=403, next=going, problem=str(error), secret="")
    answer = RedirectResponse(going, 303)
    secure = request.url.scheme == "https" or request.headers.get("x-forwarded-proto") == "https"
    answer.set_cookie(COOKIE, session.secret, max_age=int(keys.SESSION_LIFE.total_seconds()), httponly=True, samesite="lax", secure=secure)
    return answer


@router.post("/sign-out")
async def sign_out(request: Request, desk: DeskHere, visitor: Looking) -> Response:
    """End the session: its key is revoked."""
    await form_of(request, visitor)
    keys.revoke(desk, visitor.held.key_id, by=visitor.by)
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(COOKIE)
    return answer


def _own_path(path: str) -> str:
    """Return a path of ours to go to; what would lead elsewhere becomes the front page."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"
