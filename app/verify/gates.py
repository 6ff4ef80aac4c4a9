"""What keeps an aligned number from deciding (NUMBERS §6, §7)."""

from app.quantities import Kind, Quantity, Role
from app.quantities.agree import Relation
from app.verify import thresholds
from app.verify.absence import subject_absent, subject_names, subject_replaced
from app.verify.align import Match
from app.verify.belonging import of_another
from app.verify.clauses import clause_around, direction, is_denied, is_doubtful, places_named
from app.verify.former import is_former
from app.verify.frame import Frame
from app.verify.index import Index
from app.verify.kin import held
from app.verify.roles import level_cell_for_change, level_for_change, other_label_rate, other_part, rounds_to_bound
from app.verify.times import times
from app.verify.words import NOUNS_CAPITAL, fold, language, stem


def supporting_gate(claim: Frame, quantity: Quantity, match: Match, laid_out: Index) -> str:
    """Return the reason that keeps an agreeing number from supporting, or ""."""
    if match.period is Relation.DISJOINT or was_before(claim, quantity, match):
        return "other_period"
    if match.scene.other_label or match.contrast or _elsewhere(claim, match) or _of_other_name(claim, match, laid_out):
        return "other_subject"
    if _unnamed_row(match) if match.place.cell else _unbound(claim, quantity, match, laid_out):
        return "other_subject"
    if match.place.cell is None and _opposed(claim, quantity, match):
        return "direction_differs"
    reason = _common(claim, quantity, match)
    if not reason and not claim.doubtful and _doubtful(match, claim):
        return "not_asserted"
    return reason


def was_before(claim: Frame, quantity: Quantity, match: Match) -> bool:
    """Say whether the source's number is what was before, and the claim's is not."""
    return is_former(claim, quantity, match.scene, match.source, of_its_time=match.period is Relation.INSIDE)


def _unbound(claim: Frame, quantity: Quantity, match: Match, laid_out: Index) -> bool:
    """Say whether a sentence's number is tied to another subject: by its words, its names, or a number nearer to the claim's words."""
    nearer = match.nearer and match.period is not Relation.INSIDE
    elsewhere = nearer or other_part(claim, match) or of_another(claim, quantity, match, laid_out)
    return elsewhere or _of_another(claim, match, passage=match.passage) or not _bound_to_subject(match, quantity)


def _bound_to_subject(match: Match, quantity: Quantity) -> bool:
    """Ask for more than the number: the thing counted, or words of the claim in the sentence or beside the number."""
    coverage, near = match.features["coverage"], match.features["near"]
    if quantity.kind in _COUNTED and match.features["noun"] >= thresholds.SAME_NOUN_MIN:
        return coverage >= thresholds.NAMED_COVERAGE_MIN or near >= thresholds.NAMED_NEAR_MIN
    if quantity.kind in _COUNTED and match.features["noun"] < thresholds.UNNAMED_NOUN:
        return coverage >= thresholds.OTHER_NOUN_COVERAGE_MIN
    # On a page, the title's words are everywhere: the sentence itself must say something of the claim's.
    said = coverage if match.passage else match.features["said"]
    return said >= thresholds.UNNAMED_COVERAGE_MIN or near >= thresholds.UNNAMED_NEAR_MIN


_COUNTED = (Kind.COUNT, Kind.RANK, Kind.ORDINAL)


def _of_another(claim: Frame, match: Match, *, passage: bool) -> bool:
    """Say whether the claim names somebody the page does not, and the sentence names somebody else."""
    enough = thresholds.OTHER_NAME_COVERAGE_MIN if passage else thresholds.PAGE_OTHER_NAME_COVERAGE_MIN
    if not claim.names or match.features["names"] > 0 or match.features["coverage"] >= enough:
        return False
    if passage and match.features["noun"] >= thresholds.SAME_NOUN_MIN and match.features["near"] >= thresholds.OTHER_NAME_NEAR_MIN:
        return False
    dated = times(match.place.text, claim.lang)
    return any(word.name and not any(t.start <= word.start < t.end for t in dated) for word in match.scene.words)


def _unnamed_row(match: Match) -> bool:
    return match.place.cell is not None and match.scene.names < thresholds.ROW_NAMED_MIN


def contradicting_gate(claim: Frame, quantity: Quantity, match: Match, laid_out: Index) -> str:
    """Return the reason that keeps a disagreeing number from contradicting, or ""."""
    page = len(laid_out.places) > thresholds.PASSAGE_PLACES_MAX
    if not match.same_time or was_before(claim, quantity, match):
        return "other_period"
    unsure_row = match.place.cell is not None and match.scene.names < thresholds.ROW_SURE_MIN
    if match.contrast or _elsewhere(claim, match) or unsure_row or _of_other_name(claim, match, laid_out):
        return "other_subject"
    if page and (of_another(claim, quantity, match, laid_out) or _named_elsewhere(claim, match, laid_out)):
        return "other_subject"
    return _too_weak(quantity, match, page=page) or _unlike(claim, quantity, match)


def _named_elsewhere(claim: Frame, match: Match, laid_out: Index) -> bool:
    """Say whether the page speaks of somebody the claim names, but not here: what it says here is of others."""
    if match.place.cell is not None or claim.lang in NOUNS_CAPITAL:
        return False
    said = match.scene.here | match.scene.around
    return any(not held(name, said) and laid_out.speaks_of(name) for name in claim.names | subject_names(claim, laid_out))


def _too_weak(quantity: Quantity, match: Match, *, page: bool) -> str:
    """Say why a number that disagrees may not be the counterpart at all."""
    if match.far_off or (page and match.features["near"] < _near_min(quantity)):
        return "weakly_aligned"
    return "bounds_overlap" if rounds_to_bound(quantity, match.source) else ""


def _unlike(claim: Frame, quantity: Quantity, match: Match) -> str:
    """Say why a number that disagrees tells something of another sort."""
    if level_cell_for_change(quantity, match):
        return "other_role"
    if claim.times and match.period is None and _told_beside(quantity, match):
        return "other_period"
    if not claim.doubtful and _doubtful(match, claim):
        return "not_asserted"
    return _common(claim, quantity, match)


def _told_beside(quantity: Quantity, match: Match) -> bool:
    """Say whether the claim's number stands beside, its unit told once: "540 million litres, against 498 million in 2022"."""
    return bool(quantity.unit) and any(q.value == quantity.value and q.kind is Kind.COUNT and not q.unit for q in match.scene.quantities)


def _near_min(quantity: Quantity) -> float:
    """Ask more of a percentage, which names nothing that it counts."""
    return thresholds.CONTRADICTING_NEAR_MIN if quantity.kind not in _UNNAMED else thresholds.CONTRADICTING_SHARE_NEAR_MIN


_UNNAMED = (Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.RATIO)


def _common(claim: Frame, quantity: Quantity, match: Match) -> str:
    if (quantity.per and match.source.per and quantity.per != match.source.per) or other_label_rate(quantity, match):
        return "per_differs"
    if level_for_change(claim, quantity, match) or _other_relation(claim, quantity, match):
        return "other_role"
    return "negated" if _negated(claim, quantity, match) else ""


def _opposed(claim: Frame, quantity: Quantity, match: Match) -> bool:
    """Say whether the words beside the two numbers move them in opposite ways."""
    here = direction(clause_around(claim.view.sentence, quantity.start, quantity.end), claim.lang)
    there = direction(clause_around(match.place.text, match.source.start, match.source.end), claim.lang)
    return here * there < 0


# What befell those counted: a passage that says nothing of the kind tells something else of as many.
_FATES = frozenset({"=death", "=injury", "=arrest", "=abduct", "=hire"})


def _fate_untold(claim: Frame, laid_out: Index) -> bool:
    said = {w.stem for w in claim.words if w.stem in _FATES and w.text.islower()}
    return bool(said) and not any(laid_out.speaks_of(word) for word in said)


_ROLE_BOUND = frozenset(Kind) - {Kind.COUNT, Kind.RANK, Kind.ORDINAL, Kind.DURATION, Kind.RATIO, Kind.DATE}


def _other_role(quantity: Quantity, source: Quantity) -> bool:
    """Tell a change from a level: "rose 2 %" is not "rose to 2 %"."""
    return {quantity.role, source.role} == {Role.CHANGE, Role.LEVEL} and quantity.kind in _ROLE_BOUND


def _other_relation(claim: Frame, quantity: Quantity, match: Match) -> bool:
    """Tell a part from an excess and a change from a level: "40 percent of it" is no "17 percent above the estimate"."""
    if quantity.kind is not Kind.PERCENT or match.place.cell is not None:
        return _other_role(quantity, match.source)
    here, there = _relation(claim.view.sentence, quantity, claim.lang), _relation(match.place.text, match.source, claim.lang)
    if not (here and there) and {quantity.role, match.source.role} == {Role.CHANGE, Role.SHARE}:
        # "Loses 12 percent of its ice" is a change, too; "36 percent of them fell ill" is none.
        part, text = (quantity, claim.view.sentence) if quantity.role is Role.SHARE else (match.source, match.place.text)
        return not direction(clause_around(text, part.start, part.end, whole=True), claim.lang)
    return here != there if here and there else _other_role(quantity, match.source)


def _relation(text: str, q: Quantity, lang: str) -> str:
    """Say what follows a percentage: "of" a whole, or "above" and the like."""
    tongue = language(lang)
    after = next((fold(word) for word in text[q.end : q.end + _RELATION_CHARS_MAX].split()), "")
    return "of" if after in tongue.of else "above" if after in tongue.above else ""


_RELATION_CHARS_MAX = 30


def _negated(claim: Frame, quantity: Quantity, match: Match) -> bool:
    """Say whether one side denies the number and the other does not."""
    if match.place.cell is not None:
        return False
    here = is_denied(claim.view.sentence, quantity.start, quantity.end, claim.lang)
    return here != is_denied(match.place.text, match.source.start, match.source.end, claim.lang)


def _doubtful(match: Match, claim: Frame) -> bool:
    place, source = match.place, match.source
    return place.cell is None and is_doubtful(clause_around(place.text, source.start, source.end, whole=True), claim.lang)


def _of_other_name(claim: Frame, match: Match, laid_out: Index) -> bool:
    if match.passage and _fate_untold(claim, laid_out):
        return True
    return subject_absent(claim, match, laid_out) or subject_replaced(claim, match.scene, laid_out)


def _elsewhere(claim: Frame, match: Match) -> bool:
    """Say whether claim and clause name different places and the sentence does not name the claim's."""
    if match.place.cell is not None or (claim.names and match.features["names"] >= thresholds.ALL_NAMES_MIN):
        return False
    clause = clause_around(match.place.text, match.source.start, match.source.end, whole=True)
    here, there = places_named(claim.view.sentence, claim.lang), places_named(clause, claim.lang)
    if _countries(here, claim.lang) is not _countries(there, claim.lang):
        # The Andes are no other country than Peru.
        return False
    return bool(here and there and not here & there) and not any(w in match.place.text.casefold() for w in here)


def _countries(places: frozenset[str], lang: str) -> bool:
    return any(stem(fold(place), language(lang).code).startswith("@") for place in places)
