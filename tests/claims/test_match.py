"""Claims of an earlier revision are found in the next one."""

from app import claims
from app.claims import Format

OLD = """Bread rose 5% in May. Milk fell by 3 percent, the dairy board said.

The town has 12,400 inhabitants. Some 300 of them bake their own bread.

Prices rose 5%.

Prices rose 5%.
"""


def pairs(new: str) -> dict[str, str]:
    old_claims, new_claims = claims.read(OLD, Format.TEXT, "en").claims, claims.read(new, Format.TEXT, "en").claims
    matched = claims.match([claim.selector for claim in old_claims], new_claims)
    return {old_claims[match.old].sentence: new_claims[match.new].sentence for match in matched}


def test_an_unchanged_text_keeps_every_claim_in_its_place() -> None:
    old = claims.read(OLD, Format.TEXT, "en").claims
    matched = claims.match([claim.selector for claim in old], old)
    assert [(match.old, match.new, match.likeness) for match in matched] == [(index, index, 100.0) for index in range(len(old))]


def test_a_moved_claim_is_found() -> None:
    assert (
        pairs("An editor's note.\n\nThe town has 12,400 inhabitants. Bread rose 5% in May.\n")["Bread rose 5% in May."]
        == "Bread rose 5% in May."
    )


def test_a_claim_with_a_corrected_figure_is_the_same_claim() -> None:
    assert pairs("The town has 12,900 inhabitants.")["The town has 12,400 inhabitants."] == "The town has 12,900 inhabitants."


def test_a_claim_with_other_blanks_or_quotes_is_the_same_claim() -> None:
    assert pairs("Milk fell by 3 percent, the   dairy board said.")


def test_a_deleted_claim_is_not_found_in_another() -> None:
    assert pairs("The bridge is 214 metres long.") == {}


def test_repeated_sentences_are_told_apart_by_their_surroundings() -> None:
    old = claims.read("Rain fell. It was 5 mm. Then sun.\n\nSnow fell. It was 5 mm. Then ice.", Format.TEXT, "en").claims
    new = claims.read("Snow fell. It was 5 mm. Then ice.", Format.TEXT, "en").claims
    assert [(match.old, match.new) for match in claims.match([claim.selector for claim in old], new)] == [(1, 0)]
