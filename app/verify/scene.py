"""A place of the document, laid out against a claim."""

from dataclasses import dataclass
from functools import lru_cache

from app.extract.document import BlockType, Cell
from app.quantities import Kind, Quantity
from app.verify import thresholds
from app.verify.captions import names_other_table
from app.verify.frame import Frame, is_figure, times_beside
from app.verify.headers import Headers, Naming, Position, Said, naming, said_in, weight_of
from app.verify.index import Index, Place
from app.verify.kin import held, kin_of
from app.verify.names import labels
from app.verify.rank import candidates
from app.verify.tables import is_total
from app.verify.times import Time, in_year, times
from app.verify.words import Word, fold, language, words


@dataclass(frozen=True, slots=True)
class Scene:
    """A place against a claim.

    `coverage`, `said` and `names` run from 0 to 1: how much of the claim's subject it speaks of, with what stands around it and by
    itself.

    `headers` weigh the stems of a cell's headers, and are empty for a sentence. `times` are what the sentence or the
    headers say, `times_above` what the headings above a sentence do, `own_times` what a cell itself holds. `rival` says
    that the claim names another cell's row or column and not this one's.
    """

    place: Place
    words: tuple[Word, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    times_above: tuple[Time, ...]
    own_times: tuple[Time, ...]
    headers: dict[str, float]
    here: frozenset[str]
    around: frozenset[str]
    coverage: float
    said: float
    names: float
    other_label: bool
    rival: bool = False


# More numbers than this in one sentence are a list; the first ones are weighed.
_NUMBERS_MAX = 40


def scenes(claim: Frame, laid_out: Index, only: frozenset[int] | None = None) -> list[Scene]:
    """Lay out the places that may hold the claim's counterpart, best first; `only` some of them, by number, where given."""
    places = candidates(claim, laid_out) if only is None else [laid_out.places[number] for number in sorted(only)]
    return [_cell(claim, place, laid_out) if place.cell else _sentence(claim, place, laid_out) for place in places]


def _sentence(claim: Frame, place: Place, laid_out: Index) -> Scene:
    lang = laid_out.lang or claim.lang
    here, around = laid_out.stems[place.number], _around(place, laid_out)
    quantities = laid_out.quantities(place)
    found = words(place.text, lang)
    meant = here | _pointed_to(place, found, laid_out)
    above = _times_above(laid_out.document.blocks[place.block].section, lang) if claim.times else ()
    said = _of_year(times_beside(place.text, lang, quantities), above) if claim.times else ()
    return Scene(
        place=place,
        words=found,
        quantities=tuple(q for q in quantities if is_figure(q, said))[:_NUMBERS_MAX],
        times=said,
        times_above=above,
        own_times=(),
        headers={},
        here=here,
        around=around,
        coverage=_coverage(claim.content, meant, around, laid_out),
        said=_coverage(claim.content, meant, _NOTHING, laid_out),
        names=_coverage(claim.names, here, around, laid_out) if claim.names else 1.0,
        other_label=_other_label(claim, place.text, found),
    )


def _pointed_to(place: Place, found: tuple[Word, ...], laid_out: Index) -> frozenset[str]:
    """Return the words of the sentence before, where a short one only points back to it: "That was 9 % less than in 2023."."""
    if not found or fold(found[0].text) not in language(laid_out.lang).pointing or not place.number:
        return _NOTHING
    before = laid_out.places[place.number - 1]
    return laid_out.stems[before.number] if before.cell is None and before.block == place.block else _NOTHING


def _cell(claim: Frame, place: Place, laid_out: Index) -> Scene:
    lang = laid_out.lang or claim.lang
    cell = place.cell
    assert cell is not None  # noqa: S101  the caller asked
    here, around = laid_out.stems[place.number], _around(place, laid_out)
    block = laid_out.document.blocks[place.block]
    rows = _stems_of(" ".join(cell.row_headers), lang)
    columns = _stems_of(" ".join(cell.column_headers), lang)
    names, rival = _naming(claim, place, laid_out)
    above = _stems_of(f"{block.caption} {' '.join(block.section[-1:])} {laid_out.document.title}", lang)
    return Scene(
        place=place,
        words=words(f"{place.text} {place.around}", lang),
        quantities=laid_out.quantities(place),
        times=_times_in(place.around, lang) or _times_in(block.caption, lang) or _times_above(block.section, lang),
        times_above=(),
        own_times=_times_in(place.text, lang),
        headers=dict.fromkeys(above, thresholds.CAPTION_BEARING) | dict.fromkeys(rows | columns, thresholds.HEADER_BEARING),
        here=here,
        around=around,
        coverage=_coverage(claim.content, here, around, laid_out),
        said=_coverage(claim.content, here, _NOTHING, laid_out),
        names=names,
        other_label=False,
        rival=rival,
    )


def _naming(claim: Frame, place: Place, laid_out: Index) -> tuple[float, bool]:
    """Say how surely the claim, or the article around it, names what the cell is about, and whether it names another cell instead."""
    cell = place.cell
    assert cell is not None  # noqa: S101  the caller asked
    code = language(laid_out.lang).code
    headers, more = laid_out.headers(place.block), laid_out.labels[place.block].get(cell.row, ())
    said = said_in(claim)
    like = laid_out.columns_of(place.block, frozenset().union(*(kin_of(q.kind) for q in claim.quantities)))
    found = naming(cell, more, headers, said, code, like)
    if found.rival or names_other_table(claim, place.block, laid_out) or _is_part(cell, found, place.block, laid_out):
        return 0.0, True
    if found.unsaid and not found.said and is_total(cell):
        return thresholds.TOTAL_ROW_NAMED, False
    if not found.unsaid:
        return _share_said(found.said, cell, headers, said, laid_out), False
    if found.said and headers.settles(cell.row, found.said, found.unsaid):
        return _share_said(found.said, cell, headers, said, laid_out), False
    named = found.column or (headers.is_list and _is_measured(laid_out.quantities(place)))
    if named and not found.said and laid_out.is_only_of_unit(place):
        return thresholds.ONLY_OF_UNIT_NAMED, False
    return 0.0, False


def _is_part(cell: Cell, found: Naming, block: int, laid_out: Index) -> bool:
    """Say whether the cell's column is a part ("International") beside one of totals, and the claim names no part."""
    totals = laid_out.total_columns(block)
    said = cell.column_headers[-1:] and _stems_of(cell.column_headers[-1], laid_out.lang)
    return bool(said and totals) and not found.column and cell.column not in totals and cell.column in laid_out.columns_like(block, totals)


def _is_measured(found: tuple[Quantity, ...]) -> bool:
    """Say whether a value's unit alone tells what it is of: one volume among lengths, not one percentage among counts."""
    return len(found) == 1 and found[0].kind in _TELLING


_TELLING = (Kind.LENGTH, Kind.MASS, Kind.AREA, Kind.VOLUME, Kind.TEMPERATURE, Kind.SPEED, Kind.ENERGY, Kind.POWER, Kind.DATA)


def _share_said(positions: tuple[Position, ...], cell: Cell, headers: Headers, said: Said, laid_out: Index) -> float:
    """Return the share, by rarity, of the named headers' words that the claim says, words of every row left out."""
    rows = {word for position in positions for word in headers.rows[cell.row][position] - headers.common[position]}
    total = sum(laid_out.rarity_among_places(word) for word in rows)
    if not total:
        return 1.0
    return sum(laid_out.rarity_among_places(word) * weight_of(word, said.rows) for word in rows) / total


def _other_label(claim: Frame, text: str, found: tuple[Word, ...]) -> bool:
    """Say whether the place bears the claim's name with another number: "PlayStation 5" where it says "PlayStation 4"."""
    if not claim.labels:
        return False
    given = labels(text, found, [])
    known = {label.number for label in given}
    before, after = {label.before for label in given}, {label.after for label in given}
    shapes = {number.count("-") for number in known if "-" in number}
    return any(
        label.number not in known
        and (
            bool(label.before and label.before in before) or bool(label.after and label.after in after) or label.number.count("-") in shapes
        )
        for label in claim.labels
    )


@lru_cache(maxsize=4096)
def _times_in(text: str, lang: str) -> tuple[Time, ...]:
    return times(text, lang) if any(c.isdigit() for c in text) else ()


def _times_above(section: tuple[str, ...], lang: str) -> tuple[Time, ...]:
    """Take the times of the nearest heading that says one."""
    return next((found for heading in reversed(section) if (found := _times_in(heading, lang))), ())


def _of_year(said: tuple[Time, ...], above: tuple[Time, ...]) -> tuple[Time, ...]:
    """Give times without a year the one of the heading, where that says a single one."""
    years = {year for time in above for year in (time.first.year, time.last.year) if not time.yearless}
    return tuple(in_year(t, next(iter(years))) if t.yearless else t for t in said) if len(years) == 1 else said


def _around(place: Place, laid_out: Index) -> frozenset[str]:
    """Gather the words of neighbours in the block, headings, caption, note and title."""
    document = laid_out.document
    block = document.blocks[place.block]
    stems = set(_stems_of(f"{document.title} {' '.join(block.section)} {block.caption} {block.note}", laid_out.lang))
    if block.type is not BlockType.TABLE:
        # "Its tongue" in a new paragraph is still of the one before.
        for number, within in ((place.number - 1, False), (place.number + 1, True)):
            near = laid_out.places[number] if 0 <= number < len(laid_out.places) else None
            if near is not None and near.cell is None and (near.block == place.block or not within):
                stems |= laid_out.stems[number]
    return frozenset(stems)


@lru_cache(maxsize=4096)
def _stems_of(text: str, lang: str) -> frozenset[str]:
    return frozenset(word.stem for word in words(text, lang) if not word.number and not word.stop)


_NOTHING: frozenset[str] = frozenset()


def _coverage(wanted: frozenset[str], here: frozenset[str], around: frozenset[str], laid_out: Index) -> float:
    total = sum(laid_out.idf(word) for word in wanted)
    if not total:
        return 0.0
    return sum(laid_out.idf(w) * max(held(w, here), thresholds.AROUND_SHARE * held(w, around)) for w in wanted) / total
