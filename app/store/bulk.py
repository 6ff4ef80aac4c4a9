"""Writing many rows in one statement, and asking for many ids in one value.

PostgreSQL gets the rows as one JSON value and takes them apart itself: one plan, one value. 100 statements in a pipeline took five
times as long, and one statement of 1,900 values spent its time being parsed by the driver. SQLite has no round trips to save and
takes the rows one by one in C; the values are made ready here, because SQLAlchemy's way to do that costs twice what the row does.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    ColumnElement,
    Connection,
    DateTime,
    Dialect,
    Float,
    Integer,
    Table,
    TextClause,
    bindparam,
    func,
    text,
)
from sqlalchemy import (
    column as sql_column,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import TableValuedAlias
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.schema import Column
from sqlalchemy.types import TypeEngine
from sqlmodel import Session

from app.store.columns import dump_json

Rows = Sequence[Mapping[str, Any]]
_TYPES: tuple[tuple[type[TypeEngine[Any]], str], ...] = (
    (BigInteger, "bigint"),
    (Integer, "integer"),
    (Boolean, "boolean"),
    (Float, "double precision"),
    (DateTime, "timestamptz"),
    (JSON, "json"),
)


def insert(session: Session, table: Table, rows: Rows) -> None:
    """Insert rows that all have the same columns; what they leave out gets the column's default."""
    if not rows:
        return
    connection = session.connection()
    whole = _whole(table, rows)
    if connection.dialect.name == "sqlite":
        _insert_each(connection, table, whole)
    else:
        connection.execute(_insert_all(table, tuple(whole[0])), {"rows": dump_json(whole)})


def insert_numbered(session: Session, table: Table, rows: Rows, by: str) -> dict[Any, int]:
    """Insert rows without ids, as `insert`, and return the id that each got by its value of the column `by`, which differs in all."""
    if not rows:
        return {}
    connection = session.connection()
    whole = _whole(table, rows)
    if connection.dialect.name != "sqlite":
        returned = connection.execute(_insert_all(table, tuple(whole[0]), ("id", by)), {"rows": dump_json(whole)})
        return {key: number for number, key in returned}
    # The ids that SQLite itself would take: this transaction holds the one write lock.
    first = connection.exec_driver_sql(f"SELECT COALESCE(MAX(id), 0) + 1 FROM {table.name}").scalar_one()  # noqa: S608  a name of ours
    _insert_each(connection, table, [{"id": number, **row} for number, row in enumerate(whole, first)])
    return {row[by]: number for number, row in enumerate(rows, first)}


def update(session: Session, table: Table, rows: Rows, *, bump: bool = False) -> None:
    """Update rows by `id`; all rows set the same columns. `bump` counts `version` up as well."""
    if not rows:
        return
    names = tuple(name for name in rows[0] if name != "id")
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        changes = ", ".join(f'"{name}" = ?' for name in names) + (", version = version + 1" if bump else "")
        statement = f"UPDATE {table.name} SET {changes} WHERE id = ?"  # noqa: S608  names of ours
        connection.exec_driver_sql(statement, _bound(connection.dialect, table, (*names, "id"), rows))
        return
    connection.execute(_update_all(table, names, bump=bump), {"rows": dump_json(rows)})


def _whole(table: Table, rows: Rows) -> list[dict[str, Any]]:
    missing = _defaults(table, tuple(rows[0]))
    return [{**missing, **row} for row in rows]


def _insert_each(connection: Connection, table: Table, rows: Rows) -> None:
    names = tuple(rows[0])
    statement = f"INSERT INTO {table.name} ({_listed(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608  names of ours
    connection.exec_driver_sql(statement, _bound(connection.dialect, table, names, rows))


def _bound(dialect: Dialect, table: Table, names: tuple[str, ...], rows: Rows) -> list[tuple[Any, ...]]:
    """Return the values of the rows, in the order of `names`, as the driver takes them."""
    binds = _binds(dialect, table, names)
    return [tuple([row[name] if bind is None else bind(row[name]) for name, bind in binds]) for row in rows]


@lru_cache(maxsize=256)
def _binds(dialect: Dialect, table: Table, names: tuple[str, ...]) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    return tuple((name, table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in names)


def among(column: ColumnElement[Any], name: str = "ids") -> ColumnElement[bool]:
    """Say that a column is one of the ids in the value `name`, made by `ids`: the statement stays the same however many there are."""
    return column.op("IN", is_comparison=True)(_Each(bindparam(name)))


def each(name: str) -> TableValuedAlias:
    """Give the ids in the value `name` as a table of one column `value`, on SQLite."""
    return func.json_each(bindparam(name)).table_valued(sql_column("value", Integer), name=name)


def ids(wanted: Iterable[int | None]) -> str:
    """Make the value for `among`."""
    return dump_json(list(wanted))


class _Each(FunctionElement[int]):
    """The numbers of a JSON array, one a row."""

    inherit_cache = True


@compiles(_Each, "sqlite")
def _each_sqlite(element: _Each, compiler: SQLCompiler, **how: Any) -> str:  # noqa: ANN401  SQLAlchemy's way
    return f"(SELECT value FROM json_each({compiler.process(element.clauses, **how)}))"  # noqa: S608  no text of others


@compiles(_Each, "postgresql")
def _each_postgresql(element: _Each, compiler: SQLCompiler, **how: Any) -> str:  # noqa: ANN401  SQLAlchemy's way
    array = compiler.process(element.clauses, **how)
    return f"(SELECT CAST(v AS bigint) FROM json_array_elements_text(CAST({array} AS json)) AS v)"  # noqa: S608  no text of others


def _defaults(table: Table, given: tuple[str, ...]) -> dict[str, Any]:
    missing = (column for column in table.columns if column.name not in given and column.default is not None)
    return {column.name: _default(column) for column in missing}


def _default(column: Column[Any]) -> Any:  # noqa: ANN401  a value of the column
    default: Any = column.default
    return default.arg(None) if default.is_callable else default.arg


@cache
def _insert_all(table: Table, names: tuple[str, ...], returning: tuple[str, ...] = ()) -> TextClause:
    columns = _listed(names)
    back = f" RETURNING {_listed(returning)}" if returning else ""
    return text(f"INSERT INTO {table.name} ({columns}) SELECT {columns} FROM {_rows(table, names)}{back}")  # noqa: S608  names of ours


@cache
def _update_all(table: Table, names: tuple[str, ...], *, bump: bool) -> TextClause:
    changes = ", ".join(f'"{name}" = u."{name}"' for name in names)
    version = ", version = t.version + 1" if bump else ""
    rows = _rows(table, ("id", *names))
    return text(f"UPDATE {table.name} AS t SET {changes}{version} FROM {rows} WHERE t.id = u.id")  # noqa: S608  names of ours


def _rows(table: Table, names: Sequence[str]) -> str:
    columns = ", ".join(f'"{name}" {_type_of(table.c[name])}' for name in names)
    return f"json_to_recordset(CAST(:rows AS json)) AS u({columns})"


def _type_of(column: Column[Any]) -> str:
    plain = getattr(column.type, "impl_instance", column.type)
    return next((name for kind, name in _TYPES if isinstance(plain, kind)), "text")


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
