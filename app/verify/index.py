"""A document, laid out for judging: its places (sentences and table cells) and which words and numbers each holds."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from app.extract.document import Block, BlockType, Cell, Document, Zone
from app.quantities import Hints, Kind, Quantity, read, vote
from app.verify import thresholds
from app.verify.headers import Headers, RowLabels, read_headers
from app.verify.readings import told
from app.verify.sentences import sentences, tidy
from app.verify.tables import TableNote, is_unit_note, read_cell, row_labels, sums_up, table_note
from app.verify.words import detect, language, stems_of, words

_DIGITS = re.compile(r"\d[\d.,'’\u00a0\u202f]*")
_TABLE_CELLS_MAX = 50_000
_GROUPING = re.compile(r"[,.'’\u00a0\u202f](?=\d{3}(?!\d))")
# The vote on decimal marks needs numbers, not the whole of a long page.
_VOTE_CHARS_MAX = 20_000


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence or a cell of the main zone. `start` and `end` are offsets into `Document.text`."""

    number: int
    text: str
    start: int
    end: int
    block: int
    cell: Cell | None = None
    around: str = ""


@dataclass(slots=True)
class Index:
    """Built once per document by `index()`; judging only reads it, and keeps the quantities it has read."""

    document: Document
    lang: str
    hints: Hints
    places: tuple[Place, ...]
    order: tuple[tuple[str, ...], ...]
    stems: tuple[frozenset[str], ...]
    postings: dict[str, list[int]]
    digits: dict[str, list[int]]
    notes: dict[int, TableNote]
    mean_length: float
    units: int
    held: dict[str, int]
    labels: dict[int, RowLabels]
    _headers: dict[int, Headers] = field(default_factory=dict)
    _columns: dict[tuple[int, int], list[Place]] = field(default_factory=dict)
    _totals: dict[int, frozenset[int]] = field(default_factory=dict)
    _of_kinds: dict[tuple[int, frozenset[Kind]], frozenset[int]] = field(default_factory=dict)
    _idf: dict[str, float] = field(default_factory=dict)
    _read: dict[int, tuple[Quantity, ...]] = field(default_factory=dict)
    _spoken: dict[str, bool] = field(default_factory=dict)
    _named: dict[str, bool] = field(default_factory=dict)

    def idf(self, word: str) -> float:
        """Weigh a stem by its rarity in this document; a table, whose headers stand over every cell, counts as one place."""
        known = self._idf.get(word)
        if known is None:
            known = self._idf[word] = _rarity(self.units, self.held.get(word, 0)) if self.units > _SMALL else 1.0
        return known

    def rarity_among_places(self, word: str) -> float:
        """Weigh a stem by how few places hold it, every cell counted: what tells one row from the next."""
        return _rarity(len(self.places), len(self.postings.get(word, ())))

    def speaks_of(self, word: str) -> bool:
        """Say whether a stem, or one that differs in its ending only, stands in any place, title, heading or caption."""
        if word not in self._spoken:
            document = self.document
            above = {document.title}.union(*((b.caption, *b.section) for b in document.blocks))
            titles = {w.stem for text in above for w in words(text, self.lang)}
            self._spoken[word] = any(_is_kin(word, known) for known in (*self.postings, *titles))
        return self._spoken[word]

    def headers(self, block: int) -> Headers:
        """Return what the rows and columns of a table are called."""
        if block not in self._headers:
            self._headers[block] = read_headers(self.document.blocks[block].cells, self.labels[block], language(self.lang).code)
        return self._headers[block]

    def is_only_of_unit(self, place: Place) -> bool:
        """Say whether no other cell of the column holds a number of the same kind and dimension."""
        cell = place.cell
        own = self.quantities(place)
        if cell is None or len(own) != 1 or own[0].kind is Kind.COUNT:
            return False
        column = [p for p in self._column(place.block, cell.column) if p is not place]
        return len(column) < _COLUMN_MAX and not any(q.kind is own[0].kind for other in column for q in self.quantities(other))

    def columns_of(self, block: int, kinds: frozenset[Kind]) -> frozenset[int]:
        """Return the columns of a table that hold a number of one of the kinds in their first cells."""
        key = (block, kinds)
        if key not in self._of_kinds:
            columns = {p.cell.column for p in self.places if p.block == block and p.cell is not None}
            self._of_kinds[key] = frozenset(
                column
                for column in columns
                if any(q.kind in kinds for place in self._column(block, column)[:_COLUMN_LOOK_MAX] for q in self.quantities(place))
            )
        return self._of_kinds[key]

    def total_columns(self, block: int) -> frozenset[int]:
        """Return the columns of a table that sum others up."""
        if block not in self._totals:
            cells = self.document.blocks[block].cells
            self._totals[block] = frozenset(c.column for c in cells if not c.header and c.column_headers and sums_up(c.column_headers[-1]))
        return self._totals[block]

    def columns_like(self, block: int, columns: frozenset[int]) -> frozenset[int]:
        """Return the columns whose numbers are of the same kinds as those of the given ones."""
        kinds = {q.kind for column in columns for place in self._column(block, column)[:_COLUMN_LOOK_MAX] for q in self.quantities(place)}
        return self.columns_of(block, frozenset(kinds))

    def is_name(self, word: str) -> bool:
        """Say whether the document writes a word with a capital wherever it stands: inside a sentence, or twice and never without."""
        if word not in self._named:
            text = self.document.text
            inside = any(_IN_SENTENCE.search(text, max(0, at - 3), at) for at in _places_of(word, text))
            self._named[word] = inside or (text.count(word) > 1 and next(_places_of(word.lower(), text, whole=True), None) is None)
        return self._named[word]

    def _column(self, block: int, column: int) -> list[Place]:
        if (block, column) not in self._columns:
            near = (p for p in self.places if p.block == block and p.cell is not None and p.cell.column == column)
            self._columns[(block, column)] = list(islice(near, _COLUMN_MAX))
        return self._columns[(block, column)]

    def quantities(self, place: Place) -> tuple[Quantity, ...]:
        """Read the quantities of a place, once."""
        if place.number not in self._read:
            self._read[place.number] = self._quantities(place)
        return self._read[place.number]

    def _quantities(self, place: Place) -> tuple[Quantity, ...]:
        if place.cell is None:
            found = read(tidy(place.text), self.lang, self.hints)
            return told(tuple(q for q in found if not is_unit_note(q)), place.text, self.lang)
        return read_cell(place.cell, self.notes[place.block], self.lang, self.hints)


# What stands before a word that goes on with a sentence: a small letter, perhaps a comma.
_IN_SENTENCE = re.compile(r"[^\W\d_A-ZÀ-Þ][,;]? $")


def _places_of(word: str, text: str, *, whole: bool = False) -> Iterator[int]:
    """Find where a word ends as a word, or stands as a whole one; a search for the bare letters is many times faster than a pattern."""
    at = text.find(word) if word else -1
    while at >= 0:
        end = at + len(word)
        cut = end < len(text) and _is_letter(text[end]) if _is_letter(word[-1]) else False
        led = whole and at > 0 and _is_letter(text[at - 1])
        if not cut and not led:
            yield at
        at = text.find(word, end)


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _is_kin(word: str, other: str) -> bool:
    alike = len(word) >= thresholds.KIN_PREFIX and other.startswith(word[: thresholds.KIN_PREFIX])
    return word == other or (alike and abs(len(word) - len(other)) <= thresholds.KIN_ENDING)


# Nobody tells a row by its unit in a column longer than this.
_COLUMN_MAX = 40
# The first cells tell what a column holds.
_COLUMN_LOOK_MAX = 5
# In a document of a few sentences rarity says nothing.
_SMALL = 8


def index(document: Document) -> Index:
    """Lay a document out for judging; only the main zone is laid out, for nothing else may support (NUMBERS §6)."""
    lang = document.lang or detect(_main_text(document))
    notes: dict[int, TableNote] = {}
    labels: dict[int, RowLabels] = {}
    places = tuple(_places(document, lang, notes, labels))
    code = language(lang).code
    order = tuple(_stems(place, code) for place in places)
    stems = tuple(map(frozenset, order))
    postings = _postings(stems)
    return Index(
        document=document,
        lang=lang,
        hints=vote(document.text[:_VOTE_CHARS_MAX], lang),
        places=places,
        order=order,
        stems=stems,
        postings=postings,
        digits=_digits(places),
        notes=notes,
        mean_length=sum(map(len, stems)) / len(stems) if stems else 1.0,
        units=len(_unit_ids(places)),
        held=_held(places, postings),
        labels=labels,
    )


def _main_text(document: Document) -> str:
    return " ".join(block.text for block in document.blocks if block.zone is Zone.MAIN)


def _places(document: Document, lang: str, notes: dict[int, TableNote], labels: dict[int, RowLabels]) -> Iterator[Place]:
    number = 0
    for position, block in enumerate(document.blocks):
        if block.zone is not Zone.MAIN:
            continue
        if block.type is BlockType.TABLE and block.cells:
            notes[position] = table_note(block, lang)
            labels[position] = row_labels(block)
            made = _cells(block, position, number, labels[position])
        else:
            made = _sentences(block, position, number)
        for place in made:
            yield place
            number += 1


def _sentences(block: Block, position: int, number: int) -> Iterator[Place]:
    for offset, (start, end) in enumerate(sentences(block.text)):
        yield Place(number + offset, block.text[start:end], block.start + start, block.start + end, position)


def _cells(block: Block, position: int, number: int, labels: RowLabels) -> Iterator[Place]:
    offset = 0
    for cell in block.cells[:_TABLE_CELLS_MAX]:
        if cell.header or not any(c.isdigit() for c in cell.text):
            continue
        more = (text for column, text in labels.get(cell.row, ()) if column != cell.column)
        around = " / ".join((*cell.row_headers, *more, *cell.column_headers))
        yield Place(number + offset, cell.text, block.start + cell.start, block.start + cell.end, position, cell, around)
        offset += 1


def _stems(place: Place, code: str) -> tuple[str, ...]:
    return tuple(stems_of(f"{place.text} {place.around}" if place.around else place.text, code))


def _postings(stems: tuple[frozenset[str], ...]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, held in enumerate(stems):
        for word in held:
            found[word].append(number)
    return dict(found)


def _unit_ids(places: tuple[Place, ...]) -> set[int]:
    """Number the sentences, and each table once, by the negative of its block."""
    return {place.number if place.cell is None else -1 - place.block for place in places}


def _held(places: tuple[Place, ...], postings: dict[str, list[int]]) -> dict[str, int]:
    unit = [place.number if place.cell is None else -1 - place.block for place in places]
    if all(place.cell is None for place in places):
        return {word: len(numbers) for word, numbers in postings.items()}
    return {word: len({unit[n] for n in numbers}) for word, numbers in postings.items()}


def _rarity(total: int, held: int) -> float:
    return math.log(1 + (total - held + 0.5) / (held + 0.5))


def _digits(places: tuple[Place, ...]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place in places:
        for key in {key for surface in digits_in(place.text) for key in (leading(surface), whole(surface))}:
            found[key].append(place.number)
    return dict(found)


def digits_in(text: str) -> list[str]:
    """Return the numbers written in digits, as written."""
    return _DIGITS.findall(text)


def leading(surface: str) -> str:
    """Return the first two significant digits: numbers that round to one another mostly share them."""
    return "".join(c for c in surface if c.isdigit()).lstrip("0")[:2]


def whole(surface: str) -> str:
    """Return a number's digits without grouping marks, as a key that no `leading` equals: "1,234.50" is "=1234.50"."""
    return "=" + _GROUPING.sub("", surface.rstrip(".,'’\u00a0\u202f"))
