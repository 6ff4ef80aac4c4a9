"""NUMBERS §7: the verdict, in its order, and what each one leaves behind."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from app import verify
from app.extract.document import Zone
from app.verify import Label, Severity
from tests.verify.pages import TODAY, judged, paragraphs, table

FILLER = (
    "The archive holds letters, maps and photographs of the harbour.",
    "Its reading room is open from Tuesday to Saturday.",
    "The building was restored after the flood.",
    "Guided tours start at the main entrance.",
    "A shop sells books and posters.",
)


def test_a_document_without_text_is_unreadable_and_says_why() -> None:
    nothing = replace(paragraphs("x"), unreadable="no_text_layer")
    said = judged("The archive holds 1,200 maps.", nothing)

    assert (said.label, said.reason) == (Label.UNREADABLE, "no_text_layer")


def test_an_empty_main_zone_is_unreadable() -> None:
    hidden = paragraphs("The archive holds 1,200 maps.", zones={0: Zone.HIDDEN})

    assert judged("The archive holds 1,200 maps.", hidden).label is Label.UNREADABLE


@pytest.mark.parametrize("zone", [Zone.BOILERPLATE, Zone.COMMENT, Zone.RELATED, Zone.HIDDEN])
def test_only_the_main_zone_supports(zone: Zone) -> None:
    page = paragraphs(*FILLER, "The archive holds 1,200 maps.", zones={len(FILLER): zone})

    assert judged("The archive holds 1,200 maps.", page).label is not Label.SUPPORTED


def test_an_aligned_number_that_agrees_supports() -> None:
    said = judged("The archive holds 1,200 maps.", paragraphs(*FILLER, "The archive holds 1,200 maps of the coast."))

    assert (said.label, said.reason) == (Label.SUPPORTED, "exact")


def test_an_aligned_number_that_disagrees_contradicts_with_value_and_severity() -> None:
    said = judged("The archive holds 1,250 maps.", paragraphs(*FILLER, "The archive holds 1,200 maps of the coast."))

    assert Label.CONTRADICTED is said.label
    assert (said.verdicts[0].source_value, said.verdicts[0].severity) == (Decimal(1200), Severity.MINOR)


def test_the_same_number_of_another_subject_is_ambiguous() -> None:
    said = judged("The museum employs 310 guides.", paragraphs(*FILLER, "The bakery sold 310 loaves on Sunday."))

    assert (said.label, said.reason) == (Label.AMBIGUOUS, "other_subject")


def test_a_number_the_page_does_not_have_is_not_found_with_the_nearest_place() -> None:
    said = judged("The archive holds letters of 512 sailors.", paragraphs(*FILLER))

    assert Label.NOT_FOUND is said.label
    assert said.passage is not None
    assert "letters" in said.passage.exact


def test_several_quantities_have_a_verdict_each_and_the_worst_is_the_label() -> None:
    page = paragraphs(*FILLER, "The archive holds 1,200 maps and 48 globes.")
    said = judged("The archive holds 1,200 maps and 84 globes.", page)

    assert [v.label for v in said.verdicts] == [Label.SUPPORTED, Label.CONTRADICTED]
    assert Label.CONTRADICTED is said.label


def test_a_sum_inside_one_sentence_supports_and_is_shown() -> None:
    page = paragraphs(*FILLER, "The flood killed two men and two women in the archive quarter.")
    said = judged("Four people were killed by the flood in the archive quarter.", page)

    assert (said.label, said.reason) == (Label.SUPPORTED, "derived")
    assert any("2 + 2 = 4" in line for line in said.trace)


def test_arithmetic_never_contradicts() -> None:
    page = paragraphs(*FILLER, "The flood killed two men and two women in the archive quarter.")

    assert judged("Five people were killed by the flood in the archive quarter.", page).label is not Label.SUPPORTED


def test_the_trace_can_be_followed_by_a_person() -> None:
    page = table([["Partner", "2023", "2024"], ["China", "231.0", "244.8"], ["Japan", "87.6", "90.2"]], caption="Trade, billion US dollars")
    said = judged("Trade with China reached $245 billion in 2024.", page)

    assert said.trace[0] == 'claim "$245 billion" allows 244.5–245.5 billion USD'
    assert said.trace[1].startswith("table 'Trade, billion US dollars', row China, column 2024 says 244.8 billion USD")
    assert said.trace[-1] == "rounded: supported"


def test_the_same_input_gives_the_same_bytes() -> None:
    page = paragraphs(*FILLER, "The archive holds 1,200 maps and 48 globes.")
    first, second = (json.dumps(verify.to_json(judged("The archive holds 1,250 maps.", page))) for _ in range(2))

    assert first == second


def test_an_index_judges_like_its_document() -> None:
    page = paragraphs(*FILLER, "The archive holds 1,200 maps.")
    claim = verify.view("The archive holds 1,200 maps.", "en")

    assert verify.judge(claim, page, TODAY) == verify.judge(claim, verify.index(page), TODAY)


def test_a_claim_without_figures_is_never_contradicted() -> None:
    said = judged("The archive sells posters in its museum shop.", paragraphs(*FILLER))

    assert said.label is not Label.CONTRADICTED


@pytest.mark.parametrize("text", ["", " ", "…", "0", "\n\n", "1" * 500, "a" * 5000, "½ ⅔ ٣ ４２", "- – —", "(((((", "$", "%", "\u0000"])
def test_no_claim_and_no_page_breaks_it(text: str) -> None:
    said = verify.judge_text(text, text, "", TODAY)

    assert said.label in Label


def test_the_contract_of_stet_judge() -> None:
    said = verify.to_json(verify.judge_text("The archive holds 1,300 maps.", "The archive holds 1,200 maps.", "en", TODAY))

    assert {"label", "reason", "source_value", "passage", "quantities", "trace"} <= set(said)
    assert (said["label"], said["source_value"], said["passage"]) == ("contradicted", "1200", "The archive holds 1,200 maps.")
    assert said["quantities"][0]["value"] == "1300"


def test_a_change_between_two_years_of_a_row_is_derived_unless_sums_are_off() -> None:
    rents = table([["City", "2023", "2024"], ["Varn", "960", "1045"], ["Ostra", "690", "735"]], caption="Median rent, euros")
    claim = "The median rent in Varn rose by 8.9 percent in 2024."

    derived = judged(claim, rents)
    written = judged(claim, rents, sums=False)

    assert (derived.label, derived.reason) == (Label.SUPPORTED, "derived")
    assert written.label is not Label.SUPPORTED
    assert any("(1045 − 960) / 960" in line for line in derived.trace)


def test_a_derived_change_keeps_its_direction() -> None:
    rents = table([["City", "2023", "2024"], ["Varn", "960", "1045"], ["Ostra", "690", "735"]], caption="Median rent, euros")

    assert judged("The median rent in Varn fell by 8.9 percent in 2024.", rents).label is not Label.SUPPORTED
