"""The demo shows what it promises, on loopback only."""

import pytest

from app.demo.run import SHOWN_LABELS, SHOWN_OUTCOMES, SHOWN_REASONS, run_demo
from app.store.report import Report
from tests.demo.readme import README, SECTION, table


@pytest.mark.servers
@pytest.mark.enable_socket
def test_the_demo_shows_every_outcome_it_promises_and_the_readme_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    shown: list[Report] = []
    assert run_demo(shown.extend) == 0
    (report,) = shown
    assert report.status == "attention"
    assert {row.label for row in report.rows} >= SHOWN_LABELS
    assert {row.reason for row in report.rows} >= SHOWN_REASONS
    assert {row.outcome for row in report.rows} >= SHOWN_OUTCOMES
    cited = [row.url for row in report.rows if row.marker in ("2", "3")]
    assert len(cited) >= 2
    assert len(set(cited)) == 1
    assert "make serve" in capsys.readouterr().out
    assert SECTION.findall(README.read_text("utf-8")) == [table(report)]
