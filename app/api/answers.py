"""How answers are written: JSON straight from rows, entity tags, pages with links, sparse fields."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, get_args

import orjson
from fastapi import Header
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from app.errors import InvalidInput, Stale
from app.store.keyset import Page, Position

Json = dict[str, Any]
CURSOR = r"^(c[0-9]{1,18}(\.[0-9]{1,18})?)?$"  # the numbers of the last row on the page before
IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match",
        max_length=200,
        pattern=r"^[ -~]*$",
        description="the ETag of what is to be changed, or `*`: 412 when it is not the current one",
        examples=["*"],
    ),
]


class Query(BaseModel):
    """What every read takes."""

    model_config = ConfigDict(extra="forbid")
    fields: str = Field(default="", max_length=1000, description="only these fields, comma separated")


class ListQuery(Query):
    """What every list takes."""

    limit: int = Field(default=50, ge=1, le=200, description="items on a page")
    cursor: str = Field(
        default="", description="where the page begins: the `next` of the page before", json_schema_extra={"pattern": CURSOR}
    )

    @property
    def position(self) -> Position | None:
        return read_cursor(self.cursor)


def answer(data: object, *, status: int = 200, version: int | None = None, headers: Mapping[str, str] | None = None) -> Response:
    """Write JSON. The ETag is strong and holds the version, so that If-Match can compare it, and a digest of the body."""
    body = orjson.dumps(data, option=orjson.OPT_UTC_Z)
    digest = hashlib.blake2b(body, digest_size=8).hexdigest()
    tag = f'W/"{digest}"' if version is None else f'"{version}-{digest}"'
    return Response(body, status, {"ETag": tag, **(headers or {})}, media_type="application/json")


def created(data: object, location: str, *, version: int | None = None, status: int = 201) -> Response:
    return answer(data, status=status, version=version, headers={"Location": location})


def gone() -> Response:
    return Response(status_code=204)


def expected_version(if_match: str | None) -> int | None:
    """Read the version out of an If-Match header; None means that any will do.

    Raises Stale for what can match no version: a weak tag, one of something else, or no tag at all.
    """
    if if_match is None or if_match.strip() == "*":
        return None
    tag = re.fullmatch(r'"([0-9]{1,9})-[0-9a-f]*"', if_match.strip())
    if tag is None:
        raise Stale("`If-Match` takes one strong ETag as this API gives it, or `*`; this one matches nothing.", field="If-Match:")
    return int(tag[1])


def matches(if_none_match: str, tag: str) -> bool:
    """Compare weakly (RFC 9110 §13.1.2)."""
    bare = tag.removeprefix("W/")
    return if_none_match.strip() == "*" or any(part.strip().removeprefix("W/") == bare for part in if_none_match.split(","))


def sparse(item: Json, fields: str) -> Json:
    """Keep only the asked-for fields; raises InvalidInput for one that the item does not have."""
    return _kept(item, _asked(fields, item)) if fields else item


def _asked(fields: str, known: Iterable[str]) -> list[str]:
    names = list(known)
    asked = fields.split(",")
    for name in asked:
        if name not in names:
            raise InvalidInput(f"There is no field {name[:40]!r}; there are {', '.join(names)}.", field="?fields")
    return asked


def _kept(item: Json, asked: Iterable[str]) -> Json:
    return {name: item[name] for name in asked if name in item}


def page_of(request: Request, found: Page, query: ListQuery, shape: Callable[[Json], Json]) -> Response:
    """Write one page of a list, with RFC 8288 links to the next and the first."""
    return page_of_items(request, [shape(row) for row in found.rows], found.next, query)


def page_of_items(
    request: Request, items: Sequence[Json], following: Position | None, query: ListQuery, more: Mapping[str, object] | None = None
) -> Response:
    cursor = None if following is None else write_cursor(following)
    if query.fields:
        asked = _asked(query.fields, _fields_of_items(request))
        items = [_kept(item, asked) for item in items]
    links = [f'<{_link(request, None)}>; rel="first"']
    if cursor is not None:
        links.insert(0, f'<{_link(request, cursor)}>; rel="next"')
    return answer({"items": items, "next": cursor, **(more or {})}, headers={"Link": ", ".join(links)})


def _fields_of_items(request: Request) -> list[str]:
    """Name the fields of this list's items by its declared shape, because the page may be empty."""
    page = request.scope["route"].response_model
    (item,) = get_args(page.model_fields["items"].annotation)
    return list(item.model_fields)


def _link(request: Request, cursor: str | None) -> str:
    url = request.url.remove_query_params("cursor")
    url = url if cursor is None else url.include_query_params(cursor=cursor)
    return url.path + (f"?{url.query}" if url.query else "")


def write_cursor(position: Position) -> str:
    """Write a position as numbers; a moment is its microseconds since 1970."""
    parts = ((part - _EPOCH) // _MICROSECOND if isinstance(part, datetime) else part for part in position)
    return "c" + ".".join(str(part) for part in parts)


_EPOCH, _MICROSECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)
# The last microsecond that a moment can name.
_MICROSECONDS_MAX = (datetime.max.replace(tzinfo=UTC) - _EPOCH) // _MICROSECOND


def since_cursor(cursor: str) -> Position | None:
    """Read a cursor of a list of what changed since a moment: after which change, and which of those at that moment."""
    position = read_cursor(cursor, parts=2)
    return position and (_EPOCH + min(position[0], _MICROSECONDS_MAX) * _MICROSECOND, position[1])


def read_cursor(cursor: str, parts: int = 1) -> Position | None:
    """Read a cursor as that many numbers; one of another list is read as far as it goes. Raises InvalidInput for what is none."""
    if not cursor:
        return None
    if not re.fullmatch(CURSOR, cursor, re.ASCII):
        raise InvalidInput("This is no cursor: take `next` from a page, or leave it out to start anew.", field="?cursor")
    numbers = [int(part) for part in cursor[1:].split(".")]
    return (0,) * (parts - len(numbers)) + tuple(numbers[-parts:])
