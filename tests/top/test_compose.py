"""docker-compose.yml stays true to the command line, the settings and the files it copies."""

import shutil
import subprocess
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.settings import Settings

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    assert isinstance(loaded, dict)
    return loaded


def test_every_service_is_watched_by_a_health_check(compose: dict[str, Any]) -> None:
    assert {name for name, service in compose["services"].items() if "healthcheck" in service} == {"app", "worker", "database"}


def test_every_setting_named_exists(compose: dict[str, Any]) -> None:
    known = {"STET_" + item.name.upper() for item in fields(Settings)}
    assert set(compose["services"]["app"]["environment"]) <= known


def test_every_file_copied_into_the_image_exists(compose: dict[str, Any]) -> None:
    inline = compose["services"]["app"]["build"]["dockerfile_inline"]
    copied = [word for line in inline.splitlines() if line.startswith("COPY") for word in line.split()[1:-1]]
    assert copied
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_every_volume_used_is_declared(compose: dict[str, Any]) -> None:
    used = {volume.split(":")[0] for service in compose["services"].values() for volume in service["volumes"]}
    assert used == set(compose["volumes"])


@pytest.mark.parametrize("service", ["app", "worker"])
def test_the_command_is_one_stet_has(compose: dict[str, Any], service: str) -> None:
    from app.cli.commands import app  # noqa: PLC0415  only this test needs the command line

    commands = {command.callback.__name__ for command in app.registered_commands if command.callback}
    assert compose["services"][service]["command"][0] in commands


def test_compose_itself_accepts_the_file() -> None:
    docker = shutil.which("docker")
    has_plugin = docker and subprocess.run([docker, "compose", "version"], capture_output=True, check=False, timeout=30).returncode == 0  # noqa: S603  found by which
    if not docker or not has_plugin:
        pytest.skip("docker compose is not installed: the file was parsed, but compose itself did not judge it")
    result = subprocess.run([docker, "compose", "config", "--quiet"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603  found by which
    assert result.stderr.strip() == ""
    assert result.returncode == 0
