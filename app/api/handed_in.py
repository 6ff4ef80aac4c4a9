"""An article on its way in: a JSON document, or a body that is the text itself with its details as parameters."""

from typing import Annotated, Any, Self

from fastapi import Depends, Request
from fastapi import Query as QueryParameter
from fastapi.exceptions import RequestValidationError
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, model_validator

from app.api.answers import expected_version
from app.api.route import JSON_TYPE, TEXT_TYPES, Call, media_type_of
from app.claims import Format
from app.errors import InvalidInput
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
    published_at: AwareDatetime | None = None


class ArticleIn(Details):
    """An article as handed in: its text in `body`, or the address to fetch it from in `fetch_url`."""

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
    body: str | None = Field(default=None, description="the whole text")
    fetch_url: str | None = Field(default=None, min_length=1, max_length=8000, description="fetch the article from here instead")
    format: Format | None = Field(default=None, description="empty lets Stet find out")
    external: External | None = None

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        if (self.body is None) == (self.fetch_url is None):
            raise ValueError("send either `body` with the text or `fetch_url` with the address to fetch, not both and not neither")
        return self


class RawDetails(Details):
    """The same beside a body that is text itself: as parameters."""

    tags: list[Annotated[str, Field(min_length=1, max_length=100)]] = Field(default_factory=list, max_length=50)
    format: Format | None = Field(default=None, description="of a text body; its Content-Type says it otherwise")
    system: str = Field(default="", max_length=NAME_MAX_CHARS)
    id: str = Field(default="", max_length=NAME_MAX_CHARS)


async def _handed_in(request: Request, details: Annotated[RawDetails, QueryParameter()]) -> ArticleIn:
    """Read an article from a JSON document, or from a body that is the text itself with its details as parameters."""
    media_type = media_type_of(request)
    try:
        if media_type in TEXT_TYPES:
            return _raw(await request.body(), request, details)
        return ArticleIn.model_validate(await request.json())
    except ValidationError as error:
        raise RequestValidationError([{**item, "loc": ("body", *item["loc"])} for item in error.errors(include_context=False)]) from error


def _raw(body: bytes, request: Request, details: RawDetails) -> ArticleIn:
    parameters = request.headers.get("content-type", "").lower()
    charset = parameters.partition("charset=")[2].strip(" \"'").partition(";")[0] or "utf-8"
    try:
        text = body.decode(charset)
    except (LookupError, UnicodeDecodeError) as error:
        raise InvalidInput(
            f"The body is no text in {charset[:40]}: send UTF-8, or name the right charset in `Content-Type`.", field="body"
        ) from error
    external = External(system=details.system, id=details.id) if details.system or details.id else None
    said = details.model_dump(exclude={"system", "id", "format"})
    return ArticleIn(**said, body=text, format=details.format or Format(TEXT_TYPES[media_type_of(request)]), external=external)


HandedIn = Annotated[ArticleIn, Depends(_handed_in)]
BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            JSON_TYPE: {"schema": {"$ref": "#/components/schemas/ArticleIn"}},
            **{kind: {"schema": {"type": "string", "minLength": 1}} for kind in TEXT_TYPES},
        },
    }
}


async def submission(call: Call, given: ArticleIn, if_match: str | None) -> Submission:
    """Make a submission of what was handed in; what the caller says of the article goes before what fetching it found."""
    fetched = None if given.fetch_url is None else await _fetched(call, given.fetch_url)
    return Submission(
        body=given.body or "" if fetched is None else fetched.body,
        format=given.format or (fetched.format if fetched else None),
        title=given.title or (fetched.title if fetched else ""),
        lang=given.lang or (fetched.lang if fetched else ""),
        url=given.url or (fetched.url if fetched else ""),
        external_system=given.external.system if given.external else None,
        external_id=given.external.id if given.external else None,
        tags=tuple(given.tags),
        published_at=given.published_at,
        expected_version=expected_version(if_match),
    )


async def _fetched(call: Call, url: str) -> Submission:
    try:
        return await intake.fetch_submission(call.desk, url)
    except InvalidInput as error:
        error.field = "fetch_url"
        raise
