"""An article on its way in: a JSON document, or a body that is the text itself with its details as parameters."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi import Query as QueryParameter
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.api.answers import expected_version
from app.api.fields import SOME_TEXT, Address, Moment, address_field
from app.api.route import JSON_TYPE, TEXT_TYPES, Call, media_type_of
from app.claims import Format
from app.errors import Conflict, InvalidInput, InvalidUrl
from app.workflow import intake
from app.workflow.requests import Submission

NAME_MAX_CHARS = 200  # of a system or of an id in it; the longest CMS ids seen are UUIDs with a path, 120


class External(BaseModel):
    """What the CMS calls the article: with it, handing in again makes a revision instead of a second article."""

    model_config = ConfigDict(extra="forbid")
    system: str = Field(min_length=1, max_length=NAME_MAX_CHARS, examples=["wordpress"])
    id: str = Field(min_length=1, max_length=NAME_MAX_CHARS, examples=["2041"])


class Details(BaseModel):
    """What is said of an article beside its text."""

    model_config = ConfigDict(extra="forbid")
    title: str = Field(default="", max_length=1000)
    lang: str = Field(default="", max_length=35, pattern=r"^[A-Za-z0-9-]*$", description="BCP 47; empty: found out")
    url: str = Field(default="", max_length=8000, description="where the article is published; relative links in it start here")
    tags: list[Annotated[str, Field(min_length=1, max_length=100)]] = Field(default_factory=list, max_length=50)
    published_at: Moment | None = None


class ArticleText(Details):
    """An article as handed in, with its whole text."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "title": "Small towns grow",
                    "format": "markdown",
                    "body": "The town grew by [13.3 percent](https://example.org/census) in ten years.",
                    "external": {"system": "wordpress", "id": "2041"},
                    "tags": ["economy"],
                }
            ]
        },
    )
    body: str = Field(min_length=1, description="the whole text", json_schema_extra={"pattern": SOME_TEXT})
    format: Format | None = Field(default=None, description="empty: found out")
    external: External | None = None


class ArticleAddress(Details):
    """The address of an article, to be fetched from there."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"fetch_url": "https://press.example.org/small-towns-grow"}]})
    fetch_url: Address = address_field("fetch the article from here; 409 when it cannot be had")
    external: External | None = None


ArticleIn = ArticleText | ArticleAddress


class RawDetails(Details):
    """The same beside a body that is text itself: as parameters."""

    tags: list[Annotated[str, Field(min_length=1, max_length=100)]] = Field(default_factory=list, max_length=50)
    format: Format | None = Field(default=None, description="of a text body; its Content-Type says it otherwise")
    system: str = Field(default="default", min_length=1, max_length=NAME_MAX_CHARS, description="the system that `id` is of")
    id: str = Field(default="", max_length=NAME_MAX_CHARS, description="the article's id in that system; without it the article has none")


async def _handed_in(request: Request, details: Annotated[RawDetails, QueryParameter()]) -> ArticleIn:
    """Read an article from a JSON document, or from a body that is the text itself with its details as parameters."""
    media_type = media_type_of(request)
    try:
        if media_type in TEXT_TYPES:
            return _raw(await request.body(), request, details)
        return _of_json(await request.json())
    except ValidationError as error:
        raise RequestValidationError([{**item, "loc": ("body", *item["loc"])} for item in error.errors(include_context=False)]) from error


def _of_json(document: object) -> ArticleIn:
    """Choose by what is there; both at once is refused by either, because neither knows the other's field."""
    if isinstance(document, dict) and "fetch_url" in document:
        return ArticleAddress.model_validate(document)
    return ArticleText.model_validate(document)


def _raw(body: bytes, request: Request, details: RawDetails) -> ArticleText:
    text = decoded(body, request)
    external = External(system=details.system, id=details.id) if details.id else None
    said = details.model_dump(exclude={"system", "id", "format"})
    return ArticleText(**said, body=text, format=details.format or Format(TEXT_TYPES[media_type_of(request)]), external=external)


def decoded(body: bytes, request: Request) -> str:
    """Read a body as text in the charset that its Content-Type names, else UTF-8; raises InvalidInput."""
    parameters = request.headers.get("content-type", "").lower()
    charset = parameters.partition("charset=")[2].strip(" \"'").partition(";")[0] or "utf-8"
    try:
        text = body.decode(charset)
    except (LookupError, UnicodeDecodeError) as error:
        said = f"The body is no text in {charset[:40]}: send UTF-8, or name the right charset in `Content-Type`."
        raise InvalidInput(said, field="body") from error
    if "\x00" in text:
        raise InvalidInput("There is a NUL character in the body, so it is not text. Remove it and send the rest.", field="body")
    return text


HandedIn = Annotated[ArticleIn, Depends(_handed_in)]
BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            JSON_TYPE: {"schema": {"anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("ArticleText", "ArticleAddress")]}},
            **{kind: {"schema": {"type": "string", "minLength": 1, "pattern": SOME_TEXT}} for kind in TEXT_TYPES},
        },
    }
}


async def submission(call: Call, given: ArticleIn, if_match: str | None) -> Submission:
    """Make a submission of what was handed in; what the caller says of the article goes before what fetching it found."""
    version = expected_version(if_match)
    if isinstance(given, ArticleText):
        said = Submission(body=given.body, format=given.format)
    else:
        said = await _fetched(call, given.fetch_url)
    return replace(
        said,
        title=given.title or said.title,
        lang=given.lang or said.lang,
        url=given.url or said.url,
        external_system=given.external.system if given.external else None,
        external_id=given.external.id if given.external else None,
        tags=tuple(given.tags),
        published_at=given.published_at,
        expected_version=version,
    )


async def _fetched(call: Call, url: str) -> Submission:
    try:
        return await intake.fetch_submission(call.desk, url)
    except InvalidUrl as error:
        error.field = "fetch_url"
        raise
    except InvalidInput as error:
        raise Conflict(str(error), field="fetch_url") from error
