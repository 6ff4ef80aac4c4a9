"""What keeps an aligned number from deciding (NUMBERS §6, §7)."""

from app.quantities import Kind, Quantity, Role
from app.quantities.agree import Relation
from app.verify.align import Match
from app.verify.frame import Frame, clause_around, is_doubtful, is_negated
from app.verify.verdict import Label


def gate(claim: Frame, quantity: Quantity, match: Match, label: Label) -> str:
    """Return the reason that leaves an aligned number undecided, or ""."""
    source = match.source
    if match.scene.period is Relation.DISJOINT:
        return "other_period"
    if label is Label.SUPPORTED and match.scene.other_label:
        return "other_subject"
    if quantity.per and source.per and quantity.per != source.per:
        return "per_differs"
    if _other_role(quantity, source):
        return "other_role"
    if _negated(claim, quantity, match):
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
    """Tell a change from a level: "rose 2 %" is not "rose to 2 %"."""
    return {quantity.role, source.role} == {Role.CHANGE, Role.LEVEL} and quantity.kind in _ROLE_BOUND


_ROLE_BOUND = (Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.BASIS_POINT, Kind.MONEY)


def _negated(claim: Frame, quantity: Quantity, match: Match) -> bool:
    """Say whether one side denies the number and the other does not."""
    if match.place.cell is not None:
        return False
    here = is_negated(clause_around(claim.view.sentence, quantity.start, quantity.end), claim.lang)
    there = is_negated(clause_around(match.place.text, match.source.start, match.source.end), claim.lang)
    return here != there


def _doubtful(match: Match, claim: Frame) -> bool:
    place, source = match.place, match.source
    return place.cell is None and is_doubtful(clause_around(place.text, source.start, source.end), claim.lang)
