"""Lists by keyset: a page is the rows after a position, never an offset, so that page 10,000 costs what page 1 does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, false, or_
from sqlmodel import Session, SQLModel

Row = dict[str, Any]
Position = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """A column to sort by; the last one of a list must be unique."""

    column: ColumnElement[Any]
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Rows in order, and the position after which the next page begins (None at the end)."""

    rows: list[Row]
    next: Position | None


def table(model: type[SQLModel]) -> Table:
    """Return the Core table of a model: selecting its columns gives rows, not objects."""
    return SQLModel.metadata.tables[str(model.__tablename__)]


def rows(session: Session, query: Select[Any], values: Mapping[str, object] | None = None) -> list[Row]:
    """Run a query on columns: plain dictionaries, no models (two to three times the list requests per second)."""
    result = session.connection().execute(query, values)
    names = tuple(result.keys())
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def first(session: Session, query: Select[Any], values: Mapping[str, object] | None = None) -> Row | None:
    """Give the first row. A query that is made once, with `bindparam`, and run with `values` saves half of its cost."""
    result = session.connection().execute(query, values)
    row = result.first()
    return None if row is None else dict(zip(result.keys(), row, strict=True))


def since_order(changed: ColumnElement[Any], number: ColumnElement[Any]) -> list[Order]:
    """Give the order of what changed since a moment: the oldest change first, along the index, however many changes there were.

    What changes while somebody reads page after page moves to the end and is met again; in another order it would be missed.
    """
    return [Order(changed), Order(number)]


def page(session: Session, query: Select[Any], order: Sequence[Order], after: Position | None, limit: int) -> Page:
    """The `limit` rows of `query` that come after the position; the columns of `order` must be among the selected ones."""
    if after is not None:
        query = query.where(_beyond(order, after))
    query = query.order_by(*(part.column.desc() if part.descending else part.column.asc() for part in order))
    found = rows(session, query.limit(limit + 1))
    kept = found[:limit]
    more = len(found) > limit and kept
    return Page(kept, tuple(kept[-1][part.column.key or ""] for part in order) if more else None)


def _beyond(order: Sequence[Order], after: Position) -> ColumnElement[bool]:
    """(a, b) after (x, y) written out, because SQLite and PostgreSQL both use an index for it in mixed directions."""
    alternatives: list[ColumnElement[bool]] = []
    for place, part in enumerate(order):
        equal = [earlier.column == value for earlier, value in zip(order[:place], after, strict=False)]
        beyond = part.column < after[place] if part.descending else part.column > after[place]
        alternatives.append(and_(*equal, beyond))
    return or_(false(), *alternatives)
