"""Which of several tables with the same rows a claim speaks of: wages by city, rents by city."""

from app.verify import thresholds
from app.verify.frame import Frame
from app.verify.headers import Label
from app.verify.index import Index
from app.verify.kin import held
from app.verify.words import language, words


def names_other_table(claim: Frame, block: int, laid_out: Index) -> bool:
    """Say whether the claim names what another table with the same rows is about, and nothing that tells this one from it."""
    own = _said_above(block, laid_out)
    return any(
        _says(claim, theirs - own) and not _says(claim, own - theirs)
        for other in laid_out.labels
        if other != block and (theirs := _said_above(other, laid_out)) != own and _has_rows_of(block, other, laid_out)
    )


def _says(claim: Frame, label: Label) -> bool:
    return any(held(word, claim.content) for word in label)


def _said_above(block: int, laid_out: Index) -> Label:
    held_by = laid_out.document.blocks[block]
    found = words(f"{held_by.caption} . {' '.join(held_by.section[-1:])}", language(laid_out.lang).code)
    return frozenset(word.stem for word in found if not (word.stop or word.number))


def _has_rows_of(block: int, other: int, laid_out: Index) -> bool:
    here, there = (laid_out.headers(table).labels.get(("row", 0), {}) for table in (block, other))
    shared = [label for label in here if label and label in there]
    return len(shared) >= thresholds.SAME_ROWS_MIN * max(len(here), 1)
