"""The windows into the core keep their contracts: fields, ids, one error object for one bad line."""

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run

CLAIM_LINES = [
    {"id": "a", "claim": "It cost $3.5 billion.", "evidence": "Building it cost $4.1 billion."},
    {"id": "b", "claim": "It cost $4.1 billion.", "evidence": "Building it cost $4.1 billion."},
]


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_quantities_answer_line_by_line_under_their_ids(stet: Run) -> None:
    given = '{"id": 7, "text": "over 42 times"}\nnot json\n[1]\n{"id": 9}\n\n{"id": 10, "text": "3,5 Millionen Euro", "lang": "de"}\n'
    done = stet("quantities", given=given)
    answers = lines(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert [answer["id"] for answer in answers] == [7, None, None, 9, 10]
    first = answers[0]["quantities"][0]
    assert {key: first[key] for key in ("surface", "start", "end", "value", "high", "unit", "kind", "comparator")} == {
        "surface": "over 42 times", "start": 0, "end": 13, "value": "42", "high": None, "unit": "times", "kind": "count",
        "comparator": "more_than",
    }  # fmt: skip
    assert [answer["error"]["type"] for answer in answers[1:4]] == ["InvalidInput"] * 3
    assert (answers[4]["quantities"][0]["value"], answers[4]["quantities"][0]["unit"]) == ("3500000", "EUR")


def test_judge_tells_support_from_contradiction(stet: Run) -> None:
    done = stet("judge", given="".join(json.dumps(line) + "\n" for line in CLAIM_LINES))
    answers = {answer["id"]: answer for answer in lines(done.stdout)}
    assert (answers["a"]["label"], answers["a"]["source_value"]) == ("contradicted", "4100000000")
    assert answers["b"]["label"] == "supported"
    assert answers["a"]["trace"]


def test_judge_reads_a_page_by_its_path(stet: Run, tmp_path: Path) -> None:
    page = tmp_path / "costs.html"
    page.write_text("<title>Costs</title><main><p>Building the network cost $4.1 billion in 2020.</p></main>")
    given = json.dumps({"id": 1, "claim": "The network cost $4.1 billion.", "path": str(page)}) + "\n"
    given += json.dumps({"id": 2, "claim": "The network cost $4.1 billion.", "path": str(tmp_path / "gone.html")}) + "\n"
    answers = {answer["id"]: answer for answer in lines(stet("judge", given=given).stdout)}
    assert answers[1]["label"] == "supported"
    assert "cannot be read" in answers[2]["error"]["detail"]


def test_many_lines_are_all_answered_once(stet: Run) -> None:
    given = "".join(json.dumps({**CLAIM_LINES[number % 2], "id": number}) + "\n" for number in range(150))
    answers = lines(stet("judge", given=given).stdout)
    assert sorted(answer["id"] for answer in answers) == list(range(150))


def test_read_gives_claims_with_selectors_and_citations(stet: Run, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Trade reached $245 billion [1] in 2024. It was good.\n\n[1] https://example.org/trade\n")
    (claim,) = json.loads(stet("read", "--format", "json", str(article)).stdout)["claims"]
    assert claim["sentence"] == "Trade reached $245 billion [1] in 2024."
    assert claim["citations"][0]["url"] == "https://example.org/trade"
    assert claim["selector"]["exact"] == claim["sentence"]
    assert claim["quantities"][0]["value"] == "245000000000"


def test_extract_gives_blocks_with_zones(stet: Run) -> None:
    page = "<title>T</title><nav><a href='/'>Home</a></nav><main><h1>T</h1><p>One of 42 wells.</p></main>"
    document = json.loads(stet("extract", "-", "--media-type", "text/html", given=page).stdout)
    assert {"title", "lang", "dates", "blocks"} <= document.keys()
    assert [(block["type"], block["zone"]) for block in document["blocks"]][-1] == ("paragraph", "main")


def test_visit_names_what_it_refuses_and_keeps_ids(stet: Run) -> None:
    given = '{"id": "in", "url": "http://127.0.0.1:1/"}\n{"id": "bad", "url": "http://[bad"}\nnonsense\n'
    answers = {answer["id"]: answer for answer in lines(stet("visit", "-", given=given).stdout)}
    assert answers["in"]["outcome"] == "unsafe_target"
    assert (answers["bad"]["outcome"], answers["bad"]["resolves"]) == ("invalid_url", "unknown")
    assert answers[None]["error"]["type"] == "InvalidInput"
    assert {"http_status", "final_url", "redirects", "media_type", "title", "rule", "causes", "timings"} <= answers["in"].keys()


def test_what_cannot_be_read_is_said_in_one_line(stet: Run, tmp_path: Path) -> None:
    binary = tmp_path / "picture.png"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    for path, why in ((str(tmp_path / "gone.txt"), "cannot be read"), (str(binary), "binary")):
        done = stet("read", path)
        assert (done.returncode, done.stdout) == (2, "")
        assert why in done.stderr
        assert "Traceback" not in done.stderr
