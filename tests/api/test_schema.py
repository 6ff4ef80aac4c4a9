"""Schemathesis against the running service: what is sent by the document is answered by the document."""

import subprocess
import sys
from dataclasses import replace

import pytest

from app.api.limits import RateLimiter
from app.main import create_app
from app.settings import Settings
from tests.api.conftest import Service
from tests.api.servers import serving

# The seed is fixed so that the test finds today what it found yesterday; longer runs with other seeds are made by hand.
BOUNDS = ("--phases", "examples,coverage,fuzzing", "--max-examples", "3", "--seed", "1", "--max-time", "60")


@pytest.mark.slow
@pytest.mark.enable_socket
async def test_the_service_does_what_its_document_says(service: Service) -> None:
    await service.hand_in()
    await service.work()
    app = create_app(service.desk, Settings())
    app.state.front = replace(app.state.front, per_key=RateLimiter(10**9), strangers=RateLimiter(10**9))
    with serving(app) as base:
        asked = ["run", f"{base}/openapi.json", "--header", f"Authorization:{service.client.headers['authorization']}", *BOUNDS]
        command = [sys.executable, "-m", "schemathesis.cli", *asked, "--continue-on-failure", "--warnings", "off"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)  # noqa: ASYNC221, S603  our own tool
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
