"""A change is no level, a part is no whole, a rate is no other rate."""

import pytest

from app.verify import Label
from tests.verify.pages import judged, paragraphs, table

PAGE = paragraphs(
    "Leakage fell by 7% to 112 million litres a day.",
    "The number of visitors to the castle rose by 5,000 to 73,000.",
    "The dairy employs 1,150 people, including 320 in Quimbrac.",
    "63% of residents supported the tolls, 29% opposed them.",
    "Ferries per week: 42",
    "The ferries run all year.",
    title="The region in figures",
)
POPULATION = table([["Country", "Population 2020 (thousands)"], ["Corvania", "8,412"], ["Arland", "1,268"]])


@pytest.mark.parametrize(
    "claim",
    [
        "Leakage fell by 112 million litres a day.",
        "The number of visitors to the castle rose by 73,000.",
        "The number of visitors to the castle rose to 5,000.",
        "The dairy employs 320 people.",
        "29% of residents supported the tolls.",
        "63% of residents opposed the tolls.",
        "There are 42 ferries a day.",
    ],
)
def test_a_number_of_another_sort_never_supports(claim: str) -> None:
    said = judged(claim, PAGE)

    assert said.label is not Label.SUPPORTED, said.trace


@pytest.mark.parametrize(
    "claim",
    [
        "Leakage fell to 112 million litres a day.",
        "The number of visitors to the castle rose by 5,000.",
        "The number of visitors to the castle rose to 73,000.",
        "The dairy employs 320 people in Quimbrac.",
        "63% of residents supported the tolls.",
        "There are 42 ferries a week.",
    ],
)
def test_a_number_of_the_same_sort_supports(claim: str) -> None:
    said = judged(claim, PAGE)

    assert said.label is Label.SUPPORTED, said.trace


@pytest.mark.parametrize("claim", ["The population of Corvania fell by 73,000.", "Corvania had a population of up to 8.4 million in 2020."])
def test_a_level_refutes_neither_a_change_nor_the_bound_it_rounds_to(claim: str) -> None:
    said = judged(claim, POPULATION)

    assert said.label is not Label.CONTRADICTED, said.trace


@pytest.mark.parametrize(
    ("claim", "label"),
    [
        ("The dairy processed 498 million litres in 2022.", Label.SUPPORTED),
        ("The dairy processed 540 million litres.", Label.SUPPORTED),
    ],
)
def test_a_year_behind_the_compared_number_is_its_alone(claim: str, label: Label) -> None:
    page = paragraphs("The dairy processed 540 million litres last year, against 498 million litres in 2022.")

    said = judged(claim, page)

    assert said.label is label, said.trace


def test_a_number_whose_unit_is_told_once_is_not_refuted_by_its_neighbour() -> None:
    page = paragraphs("The dairy processed 540 million litres last year, against 498 million in 2022.")

    said = judged("The dairy processed 498 million litres in 2022.", page)

    assert said.label is not Label.CONTRADICTED, said.trace


def test_the_corner_of_a_table_tells_the_unit_of_its_cells() -> None:
    page = table([["GBP million", "2024", "2023"], ["Revenue", "955.2", "901.7"], ["Net debt", "4,310", "4,105"]], caption="Larkwell Water")

    said = judged("Larkwell Water had revenue of £955.2 million in 2024.", page)

    assert said.label is Label.SUPPORTED, said.trace
