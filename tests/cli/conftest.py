"""`stet` as a process of its own, as scripts run it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
DEADLINE_S = 90


@pytest.fixture
def stet(tmp_path: Path) -> Run:
    """Run `stet` with arguments, standard input and settings; its data lie in a folder of the test's own."""

    def run(*arguments: str, given: str | None = None, **settings: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("STET_")}
        environment = kept | {"STET_DATA": str(tmp_path / "data")} | {f"STET_{name.upper()}": value for name, value in settings.items()}
        return subprocess.run(  # noqa: S603  our own module
            [sys.executable, "-m", "app", *arguments],
            input=given,
            capture_output=True,
            text=True,
            env=environment,
            timeout=DEADLINE_S,
            check=False,
        )

    return run
