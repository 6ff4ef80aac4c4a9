"""What keeps an aligned number from deciding (NUMBERS §6, §7)."""

from app.quantities import Quantity, Role
from app.quantities.agree import Relation
from app.verify.align import Match
from app.verify.frame import Frame, clause_around, is_doubtful, is_negated
from app.verify.verdict import Label


def gate(claim: Frame, quantity: Quantity, match: Match, label: Label) -> str:
    """Return the reason that leaves an aligned number undecided, or ""."""
    source = match.source
    if match.scene.period is Relation.DISJOINT:
        return "other_period"
    if quantity.per and source.per and quantity.per != source.per:
        return "per_differs"
    if _other_role(quantity, source):
        return "other_role"
    if _negated(match, claim) != claim.negated:
        return "negated"
    if label is Label.SUPPORTED and _doubtful(match, claim) and not claim.doubtful:
        return "not_asserted"
    if label is Label.CONTRADICTED and not match.scene.same_time:
        return "other_period"
    if label is Label.CONTRADICTED and match.far_off:
        return "weakly_aligned"
    if label is Label.CONTRADICTED and source.currency_assumed and quantity.currency_assumed is False and quantity.unit != source.unit:
        return "currency_assumed"
    return ""


def _other_role(quantity: Quantity, source: Quantity) -> bool:
    """A change is no level: "rose 2 %" is not "rose to 2 %"."""
    return {quantity.role, source.role} == {Role.CHANGE, Role.LEVEL} and quantity.unit == source.unit


def _negated(match: Match, claim: Frame) -> bool:
    """Look for a denial in the clause of the number, wherever the claim as a whole has its own."""
    place, source = match.place, match.source
    return place.cell is None and is_negated(clause_around(place.text, source.start, source.end), claim.lang)


def _doubtful(match: Match, claim: Frame) -> bool:
    place, source = match.place, match.source
    return place.cell is None and is_doubtful(clause_around(place.text, source.start, source.end), claim.lang)
