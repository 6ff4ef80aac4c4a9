"""What a check reports as a finding, and how it counts."""

from dataclasses import replace

import pytest

from app.cli.findings import findings, markdown, parse_fail_on, sarif
from app.cli.show import summary
from app.errors import InvalidInput
from app.store.report import Report, ReportRow

ROW = ReportRow(
    claim_id=1, sentence="It cost $3 billion [1].", start=0, status="attention", quantity_id=1, surface="$3 billion", kind="money",
    citation_id=1, marker="1", url="https://a.example/x", source_id=1, link_state="ok", outcome="ok", http_status=200,
    final_url="https://a.example/x", checked_at=None, label="not_found", reason="topic_present", severity="", source_value=None,
    source_unit="", passage=None, trace=[], review="none",
)  # fmt: skip
ELSEWHERE = replace(ROW, citation_id=2, marker="2", url="https://b.example/y", label="supported", reason="exact")


def report(*rows: ReportRow) -> Report:
    return Report(1, "An article", "en", "text", "attention", 1, rows)


@pytest.mark.parametrize(
    ("rows", "wanted", "found"),
    [
        ([ROW], "not_found", 1),
        ([ROW], "contradicted,dead", 0),
        ([replace(ROW, stands_on="2"), ELSEWHERE], "not_found", 0),
        ([replace(ROW, link_state="dead", stands_on="2"), ELSEWHERE], "dead", 1),
        ([replace(ROW, url="")], "not_found", 0),
    ],
)
def test_what_one_source_lacks_and_another_supports_is_no_finding(rows: list[ReportRow], wanted: str, found: int) -> None:
    assert len(findings([report(*rows)], parse_fail_on(wanted))) == found


def test_an_unknown_word_is_refused_by_name() -> None:
    with pytest.raises(InvalidInput, match="wrnog"):
        parse_fail_on("wrnog")


def test_numbers_are_counted_once_however_many_sources_they_have() -> None:
    assert summary([report(replace(ROW, stands_on="2"), ELSEWHERE)]) == "1 number with a source: 1 supported"
    assert summary([report(ROW, replace(ELSEWHERE, quantity_id=2))]) == "2 numbers with a source: 1 supported, 1 not found"
    assert summary([report()]) == "0 numbers with a source: none judged"


def test_the_source_that_supports_is_named_beside_the_one_that_does_not() -> None:
    assert "| topic present, but source 2 supports it |" in markdown(report(replace(ROW, stands_on="2"), ELSEWHERE))


def test_code_hosts_are_shown_what_no_source_supports() -> None:
    shown = sarif([report(ROW, replace(ROW, stands_on="2"), ELSEWHERE)])["runs"][0]["results"]
    assert [result["ruleId"] for result in shown] == ["not_found"]
