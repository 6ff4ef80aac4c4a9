"""NUMBERS §8: evidence is found again, moved, superseded or lost."""

from datetime import date
from decimal import Decimal

from app import verify
from app.extract.document import Document
from app.verify import Found, Label, Passage, Previous
from tests.verify.pages import judged, paragraphs, table

BEFORE = "Visitors come from all over the province."
AFTER = "The exhibition closes in October."
CLAIM = "The museum had 48,300 visitors."


def evidence(claim: str, document: Document) -> Passage:
    found = judged(claim, document).verdicts[0].passage
    assert found is not None
    return found


def old_page() -> Document:
    return paragraphs(BEFORE, "The museum had 48,300 visitors last season.", AFTER)


def previous(value: str = "48300", day: date | None = None) -> Previous:
    return Previous(evidence(CLAIM, old_page()), Decimal(value), "", day)


def test_an_unchanged_sentence_is_found_word_for_word() -> None:
    again = verify.find(
        evidence(CLAIM, old_page()), paragraphs("A new note.", BEFORE, "The museum had 48,300 visitors last season.", AFTER)
    )

    assert Found.EXACT is again.how


def test_of_two_equal_sentences_the_one_with_the_same_neighbours_is_meant() -> None:
    twice = paragraphs("The museum had 48,300 visitors last season.", BEFORE, "The museum had 48,300 visitors last season.", AFTER)
    again = verify.find(evidence(CLAIM, old_page()), twice)

    assert again.place is not None
    assert again.place.block == 2


def test_a_changed_sentence_is_found_between_its_neighbours() -> None:
    again = verify.find(evidence(CLAIM, old_page()), paragraphs(BEFORE, "The museum had 51,900 visitors last season.", AFTER))

    assert Found.CONTEXT is again.how


def test_a_changed_sentence_among_new_neighbours_is_found_by_its_frame() -> None:
    again = verify.find(evidence(CLAIM, old_page()), paragraphs("New text.", "The museum had 51,900 visitors last season.", "More."))

    assert Found.FUZZY is again.how


def test_a_sentence_of_another_frame_is_lost() -> None:
    again = verify.find(evidence(CLAIM, old_page()), paragraphs("The library lends 48,300 books a year to its readers."))

    assert (again.how, again.place) == (Found.LOST, None)


def test_a_cell_is_found_by_its_headers_wherever_the_row_went() -> None:
    rows = [["City", "Inhabitants"], ["Altenberg", "214500"], ["Neustadt", "87900"]]
    passage = evidence("Neustadt has 87,900 inhabitants.", table(rows))
    again = verify.find(passage, table([rows[0], ["Achim", "31200"], *rows[1:]]))

    assert again.place is not None
    assert (again.how, again.place.cell.row if again.place.cell else None) == (Found.EXACT, 3)


def test_the_same_sentence_with_a_new_number_supersedes() -> None:
    said = judged(CLAIM, paragraphs(BEFORE, "The museum had 51,900 visitors last season.", AFTER), previous=previous())

    assert (said.label, said.reason) == (Label.CONTRADICTED, "superseded")
    assert said.verdicts[0].source_value == 51900
    assert any("said 48300 before and says 51900 now" in line for line in said.verdicts[0].trace)


def test_a_dated_claim_whose_source_speaks_of_a_later_year_is_ambiguous() -> None:
    old = paragraphs(BEFORE, "In 2023 the museum had 48,300 visitors.", AFTER)
    new = paragraphs(BEFORE, "In 2024 the museum had 51,900 visitors.", AFTER)
    claim = "The museum had 48,300 visitors in 2023."
    then = Previous(evidence(claim, old), Decimal(48300), "", date(2024, 1, 5))
    said = judged(claim, new, previous=then)

    assert (said.label, said.reason) == (Label.AMBIGUOUS, "other_period")
    assert any("our snapshot of 2024-01-05 supported the claim" in line for line in said.verdicts[0].trace)


def test_support_from_another_passage_is_said_to_have_moved() -> None:
    new = paragraphs(BEFORE, "According to its report, the museum counted 48,300 visitors in all.", AFTER)
    said = judged(CLAIM, new, previous=previous())

    assert Label.SUPPORTED is said.label
    assert "moved" in said.verdicts[0].flags


def test_without_change_history_changes_nothing() -> None:
    assert judged(CLAIM, old_page()).verdicts == judged(CLAIM, old_page(), previous=previous()).verdicts
