"""Who is nowhere on a page is not spoken of there, whatever number is the same."""

import pytest

from app.verify import Label
from tests.verify.pages import judged, paragraphs

PAGE = paragraphs(
    "Osterby’s trams carried 31.6 million passengers in 2024, up from 28.2 million in 2023.",
    "The Kestrel Bridge was built in three years.",
    "The bridge carries 36,500 vehicles a day.",
    "Halvorsen Foods had revenue of $412.6 million.",
    "The mayor of Osterby is pleased.",
    title="Osterby in figures",
)


@pytest.mark.parametrize(
    "claim",
    [
        "Westby’s trams carried 31.6 million passengers in 2024.",
        "Belmont Seafood had revenue of $412.6 million.",
        "The Heron Bay Crossing carries 36,500 vehicles a day.",
    ],
)
def test_an_absent_subject_is_never_supported(claim: str) -> None:
    said = judged(claim, PAGE)

    assert said.label is not Label.SUPPORTED, said.trace


@pytest.mark.parametrize(
    "claim",
    ["Osterby’s trams carried 31.6 million passengers in 2024.", "Halvorsen Foods had revenue of $412.6 million."],
)
def test_a_subject_that_is_there_is_supported(claim: str) -> None:
    said = judged(claim, PAGE)

    assert said.label is Label.SUPPORTED, said.trace


def test_an_absent_subject_is_not_contradicted() -> None:
    said = judged("Belmont Seafood had revenue of $390 million.", PAGE)

    assert said.label is not Label.CONTRADICTED, said.trace
