"""API and workers killed under the hands of editors: nothing acknowledged is lost, and all of it settles by itself."""

from pathlib import Path

import pytest

from tests.workflow.torment import torment

KILLS = 3


@pytest.mark.slow
@pytest.mark.servers
@pytest.mark.enable_socket
def test_a_service_killed_at_random_keeps_its_word(sqlite_template: Path, tmp_path: Path) -> None:
    """A short run; `python -m tests.workflow.torment 200` makes a long one on both databases, with webhooks and crashes of the server."""
    path = tmp_path / "stet.db"
    path.write_bytes(sqlite_template.read_bytes())
    found = torment(f"sqlite:///{path}", tmp_path, KILLS, with_webhook=False)
    assert found.wrong == {}
    assert found.articles > 0
