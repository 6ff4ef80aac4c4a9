"""A fact-checker's list: pages, claims, and what must be said of each. The list only grows."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app import extract, verify

FOLDER = Path(__file__).parent / "golden"
TODAY = date(2025, 6, 1)


def all_cases() -> list[Any]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case['claim'][:70]}")
        for path in sorted(FOLDER.glob("*.toml"))
        for case in tomllib.loads(path.read_text("utf-8"))["cases"]
    ]


@cache
def page(name: str) -> tuple[verify.Index, str]:
    data = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    document = extract.read(data["page"].strip().encode(), data["media_type"], url=data.get("url", ""))
    return verify.index(document), data["lang"]


@pytest.mark.parametrize(("name", "case"), all_cases())
def test_each_claim_gets_the_verdict_a_fact_checker_gives(name: str, case: dict[str, str]) -> None:
    laid_out, lang = page(name)
    said = verify.to_json(verify.judge(verify.view(case["claim"], case.get("lang", lang)), laid_out, TODAY))
    if "label" in case:
        assert case["label"] == said["label"], said["trace"]
    if "not" in case:
        assert case["not"] != said["label"], said["trace"]
    for key, found in (("reason", said["reason"]), ("value", said["source_value"])):
        if key in case:
            assert case[key] == found, said["trace"]
    if "flag" in case:
        assert any(case["flag"] in q["flags"] for q in said["quantities"])
