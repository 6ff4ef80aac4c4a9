"""How values of ours are kept in columns, on both databases alike."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import orjson
from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    DateTime,
    Dialect,
    Index,
    Integer,
    MetaData,
    Row,
    Table,
    Text,
    TypeDecorator,
    literal_column,
)  # fmt: skip
from sqlalchemy import text as sql
from sqlmodel import Field, SQLModel

# Constraints need names of their own before the first migration, or no migration can change them on SQLite.
SQLModel.metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


# A row of any columns: which ones, the query beside it says.
AnyRow = Row[*tuple[Any, ...]]


class Utc(TypeDecorator[datetime]):
    """An aware datetime in UTC on both databases; SQLite keeps it as text that sorts."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any]:
        return _to_text if dialect.name == "sqlite" else _to_utc

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None] | None:  # noqa: ARG002  SQLAlchemy's
        """Take what PostgreSQL's driver gives, which is UTC; a call for every moment that is read would cost a tenth of a list."""
        return _from_text if dialect.name == "sqlite" else None


def _to_text(value: datetime | None) -> str | None:
    if value is None:
        return None
    return (value if value.tzinfo is UTC else value.astimezone(UTC)).isoformat(" ", "microseconds")[:-6]


def _to_utc(value: datetime | None) -> datetime | None:
    return None if value is None else value.astimezone(UTC)


def _from_text(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value + "+00:00")


class Words(TypeDecorator[str]):
    """Text from outside: what no database can hold (NUL, half a surrogate pair) becomes U+FFFD, so that no record is lost to it."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[str | None], str | None]:  # noqa: ARG002  the signature is SQLAlchemy's
        return _storable


def _storable(text: str | None) -> str | None:
    return None if text is None else storable(text)


def storable(text: str) -> str:
    """Return `text` with every character that a database refuses replaced by U+FFFD."""
    if text.isascii() and "\x00" not in text:
        return text
    return text.replace("\x00", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def dump_json(value: Any) -> str:  # noqa: ANN401  JSON is any value
    """Write JSON; text that no database can hold is mended as in `Words`."""
    try:
        written = orjson.dumps(value, option=_JSON_OPTIONS).decode()
    except (TypeError, UnicodeEncodeError):
        return orjson.dumps(_mended(value), option=_JSON_OPTIONS).decode()
    return orjson.dumps(_mended(value), option=_JSON_OPTIONS).decode() if "\\u0000" in written else written


_JSON_OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_UTC_Z


def _mended(value: Any) -> Any:  # noqa: ANN401  JSON is any value
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {storable(str(key)): _mended(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_mended(item) for item in value]
    return value


# 64 bits: a busy install makes more than 2^31 checks in its life. SQLite counts up only a column that is exactly INTEGER.
Id = BigInteger().with_variant(Integer, "sqlite")


def key() -> Any:  # noqa: ANN401  sqlmodel.Field returns Any as well
    return Field(default=None, primary_key=True, sa_type=Id)


def ref(column: str, *, index: bool = False, null: bool = False, primary: bool = False) -> Any:  # noqa: ANN401  sqlmodel.Field returns Any as well
    if null:
        return Field(default=None, foreign_key=column, sa_type=Id, index=index, nullable=True)
    return Field(foreign_key=column, sa_type=Id, index=index, primary_key=primary)


def number(*, null: bool = True) -> Any:  # noqa: ANN401  sqlmodel.Field returns Any as well
    """Keep the number of a row without a foreign key: it is a fold, or the row is one that retention may take away."""
    return Field(default=None, sa_type=Id, nullable=True) if null else Field(default=0, sa_type=Id)


def moment(*, null: bool = False, index: bool = False) -> Any:  # noqa: ANN401  sqlmodel.Field returns Any as well
    return Field(default=None, sa_type=Utc, nullable=null, index=index)


def text(default: str | None = "") -> Any:  # noqa: ANN401  sqlmodel.Field returns Any as well
    return Field(default=default, sa_type=Words, nullable=default is None)


def json(factory: type = dict) -> Any:  # noqa: ANN401  sqlmodel.Field returns Any as well
    return Field(default_factory=factory, sa_type=JSON, nullable=False)


def partial_index(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """Index only the rows where `where` holds, on both databases."""
    return Index(name, *columns, unique=unique, postgresql_where=sql(where), sqlite_where=sql(where))


def is_urgent(table: Table) -> ColumnElement[bool]:
    """Say that a row's priority is above 0. The 0 is written out: with a bound value SQLite cannot see that the partial index serves."""
    return table.c.priority > literal_column("0")
