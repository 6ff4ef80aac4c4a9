"""A number alone supports nothing: the same figure of another thing, in evidence of one sentence."""

import tomllib
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from app import verify

GROUPS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "golden_pairs.toml").read_text("utf-8"))["groups"]
TODAY = date(2025, 6, 1)


def pairs(*, own: bool) -> list[Any]:
    return [
        pytest.param(claim, evidence, id=f"{claim[:40]} / {evidence[:40]}")
        for group in GROUPS
        for (i, claim), (j, evidence) in product(enumerate(group["claims"]), enumerate(group["evidence"]))
        if (i == j) is own
    ]


@pytest.mark.parametrize(("claim", "evidence"), pairs(own=True))
def test_a_number_with_its_subject_supports(claim: str, evidence: str) -> None:
    said = verify.judge_text(claim, evidence, "en", TODAY)

    assert said.label is verify.Label.SUPPORTED, said.trace


@pytest.mark.parametrize(("claim", "evidence"), pairs(own=False))
def test_the_same_number_of_another_thing_never_supports(claim: str, evidence: str) -> None:
    said = verify.judge_text(claim, evidence, "en", TODAY)

    assert said.label is not verify.Label.SUPPORTED, said.trace
