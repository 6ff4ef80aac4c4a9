"""Kinds of fields that several resources take: moments, lists of words, ids as parameters, addresses."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field

from app.store.ids import Prefix

# RFC 3339 as it is written; pydantic alone would also take numbers, as seconds since 1970.
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_LABEL = r"[A-Za-z0-9](-?[A-Za-z0-9]){0,30}"
_NAME = rf"({_LABEL}\.){{0,3}}[A-Za-z](-?[A-Za-z0-9]){{0,30}}"
_BYTE = r"(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
SOME_TEXT = r"^[^\u0000]*[^\s\u0000][^\u0000]*$"  # not blank, and without the NUL that no database can hold
_PORT = r"(:([1-9][0-9]{0,3}|[1-5][0-9]{4}))?"
ADDRESS = rf"^[Hh][Tt][Tt][Pp][Ss]?://({_NAME}|{_BYTE}(\.{_BYTE}){{3}}){_PORT}([/?#][^\u0000-\u0020\u007f\\]*)?$"


def _written(value: Any) -> Any:  # noqa: ANN401  whatever was sent
    if isinstance(value, str) and not _RFC3339.fullmatch(value):
        raise ValueError("a moment is written as 2026-01-31T12:00:00Z, with its zone")
    if isinstance(value, str | datetime):
        return value
    raise ValueError("a moment is a text such as 2026-01-31T12:00:00Z")


def _in_range(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("this moment is before the first or after the last that can be kept") from error


def whole(value: Any) -> Any:  # noqa: ANN401  whatever was sent
    """Take 5.0 as 5, because JSON has one kind of number; texts and truths are no numbers."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, bool | str):
        raise ValueError("this is a whole number")  # noqa: TRY004  pydantic turns a ValueError into a problem
    return value


Whole = Annotated[int, BeforeValidator(whole)]
RevisionNumber = Annotated[int, Field(ge=1, le=2**31 - 1), BeforeValidator(whole)]  # in this order the bounds reach the document
SINCE = "only what changed at or after this moment; the list then begins with the oldest change, so that its last page is the newest"
Moment = Annotated[AwareDatetime, BeforeValidator(_written), AfterValidator(_in_range)]


def words_field(known: Iterable[str], about: str = "") -> Any:  # noqa: ANN401  pydantic.Field returns Any as well
    """Take comma-separated alternatives of a closed list; `ids.words` reads them."""
    names = list(known)
    one = "|".join(re.escape(name) for name in names)
    text = f"{about + ': ' if about else ''}of {', '.join(names)}; several are alternatives"
    return Field(default="", max_length=500, description=text, json_schema_extra={"pattern": f"^(({one})(,({one}))*)?$"})


def id_field(prefix: Prefix, about: str) -> Any:  # noqa: ANN401  pydantic.Field returns Any as well
    """Take one id as a parameter; `ids.of_parameter` reads it."""
    return Field(default="", max_length=30, description=about, json_schema_extra={"pattern": rf"^({prefix}_[1-9][0-9]{{0,17}})?$"})


def _of_hosts(url: str) -> str:
    """Refuse what browsers let pass in a host and no host ever has."""
    if re.match(r"[A-Za-z]+:/*[^/?#\\]*[!\"$&'()*+,;=`{}~]", url):
        raise ValueError("the host holds a character that no host has: check the part after ://")
    return url


Address = Annotated[str, AfterValidator(_of_hosts)]


def address_field(about: str, *, scheme: str = "https?") -> Any:  # noqa: ANN401  pydantic.Field returns Any as well
    """Take one http or https address. The pattern is a plain form that is always taken; the parser takes every valid one."""
    pattern = ADDRESS.replace("[Ss]?", "[Ss]") if scheme == "https" else ADDRESS
    return Field(min_length=1, max_length=8000, description=about, json_schema_extra={"pattern": pattern})
