"""The outermost layer: security headers on every answer, its rate fields, and a line of traffic."""

import time

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.metrics import Traffic

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "private, no-cache",
}
# The header has no word for "anywhere": an answer that says this one goes out without it.
FRAMED_ANYWHERE = "anywhere"


class Headers:
    """Sets what the answer did not set itself."""

    def __init__(self, app: ASGIApp, traffic: Traffic) -> None:
        self.app = app
        self.traffic = traffic

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.perf_counter()

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in (*ALWAYS.items(), *scope.get("state", {}).get("headers", ())):
                    headers.setdefault(name, value)
                if headers["X-Frame-Options"] == FRAMED_ANYWHERE:
                    del headers["X-Frame-Options"]
                self.traffic.note(_operation(scope), message["status"], time.perf_counter() - began)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _operation(scope: Scope) -> str:
    """Name the operation, never the path: paths hold ids, and metrics must stay few."""
    route = scope.get("route")
    return str(getattr(route, "key", "page" if route else "none"))
