"""`serve`: the API, the pages, and by default a worker, until told to stop."""

import sys
from ipaddress import ip_address

import uvicorn

from app.bootstrap import opened
from app.main import create_app
from app.settings import Settings
from app.workflow import keys
from app.workflow.desk import Desk

# uvicorn waits this long for open requests; with the worker's own drain it stays below ten seconds.
GRACE_S = 5


def serve_forever(settings: Settings, *, with_worker: bool) -> None:
    """Serve until SIGTERM or SIGINT."""
    host, port = settings.host, settings.port
    if not _is_loopback(host):
        sys.stderr.write(f"stet: listening on {host} without TLS: keep it behind a proxy that speaks TLS, keys are sent in clear here\n")
    with opened(settings) as desk:
        print_first_key(desk, f"http://{host}:{port}")
        sys.stderr.write(f"Stet serves http://{host}:{port} - documentation under /docs\n")
        uvicorn.run(
            create_app(desk, settings, with_worker=with_worker),
            host=host,
            port=port,
            log_level="warning",
            timeout_graceful_shutdown=GRACE_S,
            server_header=False,
        )


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def print_first_key(desk: Desk, origin: str) -> None:
    """Print an admin key and a link to sign in with at the first start, when there is no key at all."""
    issued = keys.issue_first(desk)
    if issued is not None:
        sys.stderr.write(f"\nFirst start: this admin key is shown once, keep it:\n\n    {issued.secret}\n\n")
        link = f"{origin}/sign-in/{keys.issue_sign_in(desk).secret.removeprefix(keys.BEGINNING)}"
        sys.stderr.write(f"To look at the pages, sign in by this link; it works once, within an hour:\n\n    {link}\n\n")
