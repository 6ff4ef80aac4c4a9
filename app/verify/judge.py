"""The verdict, in the order of NUMBERS §7."""

from datetime import date

from app.extract.document import Document
from app.quantities import Kind, Quantity
from app.quantities.agree import Relation, Severity
from app.quantities.interval import plain
from app.verify.align import Match, matches
from app.verify.frame import Frame, frame
from app.verify.index import Index, index
from app.verify.passage import passage
from app.verify.rank import ranked
from app.verify.rollup import citation_support
from app.verify.verdict import ClaimView, Judgement, Label, Previous, Verdict

# Raised whenever the same snapshot may be judged otherwise than before; verdicts keep it.
RULE_VERSION = "v1"


def judge(claim: ClaimView, document: Document | Index, today: date, *, previous: Previous | None = None) -> Judgement:
    """Judge every quantity of a claim against one document; the label is the worst of them (NUMBERS §7).

    Pass an `Index` to judge many claims against one document. `today` settles "this year"; the same claim, document
    and day give the same judgement byte for byte.
    """
    laid_out = document if isinstance(document, Index) else index(document)
    unreadable = laid_out.document.unreadable
    if unreadable or not laid_out.places:
        return _unreadable(claim, unreadable or "empty")
    del previous
    return _judge(frame(claim, laid_out.lang), laid_out, today)


def _unreadable(claim: ClaimView, reason: str) -> Judgement:
    trace = (f"nothing readable: {reason}",)
    verdicts = tuple(Verdict(q, Label.UNREADABLE, reason, trace=trace) for q in claim.quantities)
    return Judgement(Label.UNREADABLE, reason, verdicts, RULE_VERSION, trace)


def _judge(claim: Frame, laid_out: Index, today: date) -> Judgement:
    del today
    asserted = [i for i, q in enumerate(claim.view.quantities) if q.kind is not Kind.DATE]
    options = matches(claim, laid_out)
    verdicts = tuple(_verdict(claim, claim.view.quantities[i], options[i], laid_out) for i in asserted)
    if not verdicts:
        return Judgement(Label.AMBIGUOUS, "no_figure", (), RULE_VERSION, ("the claim holds no figure to check",))
    label = citation_support(v.label for v in verdicts)
    reason = next(v.reason for v in verdicts if v.label is label)
    trace = tuple(line for v in verdicts for line in v.trace)
    return Judgement(label, reason, verdicts, RULE_VERSION, trace)


def _verdict(claim: Frame, quantity: Quantity, options: list[Match], laid_out: Index) -> Verdict:
    inside = next((m for m in options if m.aligned and m.agreement.relation is Relation.INSIDE), None)
    best = options[0] if options else None
    if best is None or (not best.aligned and not _same_number(options)):
        return _not_found(claim, quantity, laid_out)
    if inside is not None and inside.score >= best.score - _CLOSE:
        return _of(inside, quantity, Label.SUPPORTED, inside.agreement.reason, laid_out)
    if not best.aligned:
        return _of(_same_number(options)[0], quantity, Label.AMBIGUOUS, "other_subject", laid_out)
    if best.agreement.relation is Relation.DISJOINT and best.strongly:
        return _of(best, quantity, Label.CONTRADICTED, best.agreement.reason, laid_out)
    return _of(best, quantity, Label.AMBIGUOUS, best.agreement.reason, laid_out)


# A number that agrees outranks one that fits the words hardly better.
_CLOSE = 0.1


def _same_number(options: list[Match]) -> list[Match]:
    return [m for m in options if m.agreement.relation is Relation.INSIDE]


def _not_found(claim: Frame, quantity: Quantity, laid_out: Index) -> Verdict:
    order = ranked(claim, laid_out)
    nearest = passage(laid_out, laid_out.places[order[0][0]]) if order else None
    topic = "the document speaks of the subject without this number" if order else "the document does not speak of the subject"
    reason = "topic_present" if order else "topic_absent"
    return Verdict(quantity, Label.NOT_FOUND, reason, passage=nearest, trace=(f'"{quantity.surface}": {topic}: not found',))


def _of(match: Match, quantity: Quantity, label: Label, reason: str, laid_out: Index) -> Verdict:
    agreement = match.agreement
    return Verdict(
        quantity=quantity,
        label=label,
        reason=reason,
        source_value=match.source.value,
        source_high=match.source.high,
        source_unit=match.source.unit,
        severity=agreement.severity if label is Label.CONTRADICTED else Severity.NONE,
        flags=agreement.flags,
        passage=passage(laid_out, match.place),
        trace=_trace(match, quantity, label, reason, laid_out),
    )


def _trace(match: Match, quantity: Quantity, label: Label, reason: str, laid_out: Index) -> tuple[str, ...]:
    where = _where(match, laid_out)
    said = f"{plain(match.source.value)} {match.source.unit}".strip()
    fit = ", ".join(f"{name} {value:.2f}" for name, value in match.parts)
    return (
        f'"{quantity.surface}" allows {match.agreement.allowed} {quantity.unit}'.rstrip(),
        f'{where} says {said} ("{match.source.surface}")',
        f"fit of the place {match.score:.2f}: {fit}",
        f"{reason.replace('_', ' ')}: {label}",
    )


def _where(match: Match, laid_out: Index) -> str:
    cell = match.place.cell
    if cell is None:
        return f'"{match.place.text}"'
    block = laid_out.document.blocks[match.place.block]
    name = block.caption or (block.section[-1] if block.section else "")
    row, column = " / ".join(cell.row_headers), " / ".join(cell.column_headers)
    return f"table{f' {name!r}' if name else ''}, row {row or cell.row}, column {column or cell.column}"
