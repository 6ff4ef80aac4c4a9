"""Whether a claim names the row and the column of a cell, or those of another cell (NUMBERS §6, tables)."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.extract.document import Cell
from app.verify import thresholds
from app.verify.frame import Frame
from app.verify.words import words

Label = frozenset[str]
# Where a header stands: ("row", 0) is the outermost row header, ("column", 1) the second column header.
Position = tuple[str, int]
# Texts of a row that are no headers but tell it from others ("SE", "2023" under "Year"), with their columns.
RowLabels = dict[int, tuple[tuple[int, str], ...]]


@dataclass(slots=True)
class Headers:
    """The header words of one table, read once: which labels stand at each position, and which words they share."""

    labels: dict[Position, dict[Label, None]] = field(default_factory=dict)
    common: dict[Position, Label] = field(default_factory=dict)
    holding: dict[Position, dict[str, list[Label]]] = field(default_factory=dict)
    rows: dict[int, dict[Position, Label]] = field(default_factory=dict)
    columns: dict[Label, set[int]] = field(default_factory=dict)
    _alike: dict[tuple[Position, ...], dict[tuple[Label, ...], list[int]]] = field(default_factory=dict)

    @property
    def is_list(self) -> bool:
        """Say whether the table is a list of features, a value each."""
        return len(self.labels.get(("column", 0), {})) <= 1

    def settles(self, row: int, said: tuple[Position, ...], unsaid: tuple[Position, ...]) -> bool:
        """Say whether all rows that bear this one's labels where the claim says them bear its labels elsewhere, too."""
        if said not in self._alike:
            alike: defaultdict[tuple[Label, ...], list[int]] = defaultdict(list)
            for number, labels in self.rows.items():
                alike[_at(labels, said)].append(number)
            self._alike[said] = alike
        rows = self._alike[said][_at(self.rows[row], said)]
        return len({_at(self.rows[number], unsaid) for number in rows}) == 1


def _at(labels: dict[Position, Label], positions: tuple[Position, ...]) -> tuple[Label, ...]:
    return tuple(labels.get(position, frozenset()) for position in positions)


@dataclass(frozen=True, slots=True)
class Naming:
    """How a claim names a cell: `said` and `unsaid` row positions, whether it names the column, whether it names another cell instead."""

    said: tuple[Position, ...]
    unsaid: tuple[Position, ...]
    column: bool
    rival: bool


def read_headers(cells: Iterable[Cell], labels_of_row: RowLabels, code: str) -> Headers:
    """Read the headers of all data cells."""
    made = Headers()
    found: defaultdict[Position, dict[Label, None]] = defaultdict(dict)
    for cell in cells:
        if cell.header:
            continue
        own = _own(cell, labels_of_row.get(cell.row, ()), code)
        for position, label in own.items():
            found[position][label] = None
            if position[0] == "column":
                made.columns.setdefault(label, set()).add(cell.column)
        made.rows.setdefault(cell.row, {p: label for p, label in own.items() if p[0] == "row"})
    for position, labels in found.items():
        made.labels[position] = labels
        made.common[position] = frozenset.intersection(*labels) if len(labels) > 1 else frozenset()
        made.holding[position] = _by_word(labels)
    return made


def _by_word(labels: Iterable[Label]) -> dict[str, list[Label]]:
    found: defaultdict[str, list[Label]] = defaultdict(list)
    for label in labels:
        for head in {_head(word) for word in label}:
            found[head].append(label)
    return found


def _head(word: str) -> str:
    return word[: thresholds.KIN_PREFIX]


def _own(cell: Cell, more: tuple[tuple[int, str], ...], code: str) -> dict[Position, Label]:
    rows = {("row", n): label_of(text, code) for n, text in enumerate(cell.row_headers)}
    rows |= {("row", _MORE + column): label_of(text, code) for column, text in more}
    columns = {("column", n): label_of(text, code) for n, text in enumerate(cell.column_headers)}
    return rows | columns


# Columns of text are numbered apart from row headers.
_MORE = 1000


def label_of(text: str, code: str) -> Label:
    """Return what tells a header from others: its stems, and its short numbers and spans ("Line 1", "5-19 years"), marked with #."""
    text = _MARK.sub("", text)
    told = frozenset(word.stem for word in words(text, code) if not (word.stop or word.number))
    return told | numbers_of(text)


def numbers_of(text: str) -> Label:
    """Return the short numbers of a text, and its spans of them however joined: "aged 1 to 4" is #1-4."""
    spans = {f"#{low}-{high}" for low, high in _SPAN.findall(text)}
    return frozenset(spans | {f"#{n}" for n in _SHORT.findall(_SPAN.sub(" ", text))})


# "Hale (b)", "Total [2]": a mark of a note names nothing.
_MARK = re.compile(r"\s*[(\[](?:\d{1,2}|0{3}s?|[a-z]|[*†‡])[)\]]\s*$")
# "1", "12", "747"; four digits are a year.
_SHORT = re.compile(r"(?<![\w.,])\d{1,3}(?![\w,]|\.\d)")
_SPAN = re.compile(
    r"(?<![\w.,])(\d{1,3})\s?(?:[–-]|\s(?:to|and|through|bis|und|à|et|a|y|e|tot|en|till|och|do|i)\s)\s?(\d{1,3})(?![\w,]|\.\d)"
)


@dataclass(frozen=True, slots=True)
class Said:
    """The stems by which a claim may name a row, and those by which it may name a column, with their weight."""

    rows: dict[str, float]
    columns: dict[str, float]

    def at(self, position: Position) -> dict[str, float]:
        """Return what may name a header at a position."""
        return self.rows if position[0] == "row" else self.columns


def said_in(claim: Frame) -> Said:
    """Weigh every stem a claim says by 1, those that only its context says by less; numbers that are no figures are marked with #.

    The unit of a figure may name a column ("Change (percent)"), but no row: half the rows of a table are in percent.
    """
    figures = [(q.start, q.end) for q in claim.quantities]
    loose = {f"#{w.text}" for w in claim.words if w.number and not any(a <= w.start < b for a, b in figures)}
    loose |= {number for number in numbers_of(claim.view.sentence) if "-" in number}
    measured = [(q.start, q.end) for q in claim.quantities if q.unit]
    spoken = {w.stem for w in claim.words if w.stem in claim.content or not any(a <= w.start < b for a, b in measured)}
    context = dict.fromkeys(claim.context, thresholds.CONTEXT_SHARE)
    return Said(context | dict.fromkeys(spoken | loose, 1.0), context | dict.fromkeys(claim.stems | loose, 1.0))


def naming(cell: Cell, more: tuple[tuple[int, str], ...], headers: Headers, said: Said, code: str, like: frozenset[int]) -> Naming:  # noqa: PLR0913, PLR0917  one caller, which has them all
    """Hold the headers of a cell, and those of its siblings, against what the claim says; `like` are the columns of fitting numbers."""
    own = _own(cell, more, code)
    told = {position: _is_told(label, position, headers, said.at(position)) for position, label in own.items()}
    rival = any(_is_rival(label, position, headers, said.at(position), like) for position, label in own.items())
    rows = [p for p in own if p[0] == "row" and _tells_apart(own[p], p, headers)]
    return Naming(
        said=tuple(p for p in rows if told[p]),
        unsaid=tuple(p for p in rows if not told[p]),
        column=any(told[p] for p in own if p[0] == "column"),
        rival=rival,
    )


def _tells_apart(label: Label, position: Position, headers: Headers) -> bool:
    return len([other for other in headers.labels[position] if other]) > 1 and bool(label - headers.common[position])


def _is_told(label: Label, position: Position, headers: Headers, said: dict[str, float]) -> bool:
    return _share(label - headers.common[position], said) > 0


def _is_rival(own: Label, position: Position, headers: Headers, said: dict[str, float], like: frozenset[int]) -> bool:
    """Say whether the claim names a sibling at this position and nothing that tells this header from it.

    A column whose numbers are of another kind is no sibling: "at 66 % of capacity" does not speak of the column of capacities.
    """
    if len(headers.labels[position]) < 2:
        return False
    others = {label for word in said for label in headers.holding[position].get(_head(word), ())}
    if position[0] == "column":
        others = {label for label in others if headers.columns[label] & like}
    common = headers.common[position]
    return any(
        _share(other - own - common, said) >= thresholds.RIVAL_SAID_MIN and not _share(own - other - common, said)
        for other in others
        if other != own
    )


def _share(label: Label, said: dict[str, float]) -> float:
    if not label:
        return 0.0
    return sum(weight_of(word, said) for word in label) / len(label)


def weight_of(word: str, said: dict[str, float]) -> float:
    """Return how surely a claim says a header's word, endings aside."""
    weight = said.get(word)
    if weight is not None:
        return weight
    if len(word) < thresholds.KIN_PREFIX or word[0] in "=@#":
        return 0.0
    head = _head(word)
    return max((w for s, w in said.items() if s.startswith(head) and abs(len(s) - len(word)) <= thresholds.KIN_ENDING), default=0.0)
