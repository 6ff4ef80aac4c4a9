"""Schemathesis against the running service: what is sent by the document is answered by the document."""

import pytest

from tests.api.conftest import Service
from tests.api.fuzz import filled, fuzz


@pytest.mark.slow
@pytest.mark.enable_socket
async def test_the_service_does_what_its_document_says(service: Service) -> None:
    """A short run, the same one each time; `python -m tests.api.fuzz` makes long ones, with other seeds."""
    desk = await filled(service)
    done = fuzz(desk, service.client.headers["authorization"], seed=1, examples=3, phases="examples,fuzzing")
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
