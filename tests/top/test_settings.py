"""Settings are read from the environment, and the README tells all of them."""

import io
import re
from contextlib import redirect_stderr
from dataclasses import MISSING, fields
from ipaddress import ip_network
from pathlib import Path

import pytest
import structlog

from app.bootstrap import opened
from app.errors import InvalidInput
from app.settings import Settings, read_settings, readme_table

README = Path(__file__).parents[2] / "README.md"


def test_nothing_set_gives_the_defaults() -> None:
    assert read_settings({}) == Settings()


def test_lists_are_separated_by_commas() -> None:
    settings = read_settings({"STET_ALLOW_NETWORKS": "127.0.0.0/8, ::1/128", "STET_ALLOW_PORTS": "8080,9090"})
    assert settings.allow_networks == (ip_network("127.0.0.0/8"), ip_network("::1/128"))
    assert settings.allow_ports == (8080, 9090)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("STET_PORT", "many"),
        ("STET_HOST_GAP_S", "-1"),
        ("STET_ALLOW_NETWORKS", "everywhere"),
        ("STET_IGNORE_ROBOTS", "perhaps"),
        ("STET_PORT", "70000"),
        ("STET_HOST_GAP_S", "nan"),
    ],
)
def test_a_bad_value_names_the_variable(name: str, value: str) -> None:
    with pytest.raises(InvalidInput, match=name):
        read_settings({name: value})


def test_every_setting_has_a_default_and_a_reason() -> None:
    assert [item.name for item in fields(Settings) if item.default is MISSING or not item.metadata["text"]] == []


def test_the_readme_holds_the_table_of_settings() -> None:
    section = re.search(r"<!-- settings -->\n(.*?)\n<!-- /settings -->", README.read_text(), re.DOTALL)
    assert section is not None
    assert section.group(1) == readme_table()


def test_logs_go_to_the_standard_error_of_the_moment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    closed = io.StringIO()
    with redirect_stderr(closed), opened(read_settings({"STET_DATA": str(tmp_path), "STET_LOG_FORMAT": "json"})):
        pass
    closed.close()
    structlog.get_logger().warning("still told")
    assert "still told" in capsys.readouterr().err
