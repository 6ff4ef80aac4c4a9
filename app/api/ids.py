"""Public ids at the edge: one alias per type, for paths (unknown is 404) and for bodies (unusable is 422)."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from app.errors import InvalidInput, NotFound
from app.store.ids import Prefix, decode, encode


def public(prefix: Prefix, number: int | None) -> str | None:
    return None if number is None else f"{prefix}_{number}"


def missing(prefix: Prefix, number: int) -> NotFound:
    return NotFound(f"There is no {encode(prefix, number)}. It may have been deleted; check the id.")


def _in_path(prefix: Prefix) -> Callable[[Any], int]:
    return lambda text: decode(prefix, str(text))


def _in_body(prefix: Prefix) -> Callable[[Any], int]:
    def parse(text: Any) -> int:  # noqa: ANN401  whatever the body held
        try:
            return decode(prefix, text if isinstance(text, str) else "")
        except NotFound as error:
            raise ValueError(str(error)) from error

    return parse


def _schema(prefix: Prefix) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": rf"^{prefix}_[1-9][0-9]{{0,17}}$", "examples": [f"{prefix}_12"]})


ArticleId = Annotated[int, BeforeValidator(_in_path(Prefix.ARTICLE)), _schema(Prefix.ARTICLE)]
ClaimId = Annotated[int, BeforeValidator(_in_path(Prefix.CLAIM)), _schema(Prefix.CLAIM)]
CitationId = Annotated[int, BeforeValidator(_in_path(Prefix.CITATION)), _schema(Prefix.CITATION)]
SourceId = Annotated[int, BeforeValidator(_in_path(Prefix.SOURCE)), _schema(Prefix.SOURCE)]
CheckId = Annotated[int, BeforeValidator(_in_path(Prefix.CHECK)), _schema(Prefix.CHECK)]
RunId = Annotated[int, BeforeValidator(_in_path(Prefix.RUN)), _schema(Prefix.RUN)]
ReviewId = Annotated[int, BeforeValidator(_in_path(Prefix.REVIEW)), _schema(Prefix.REVIEW)]
EventId = Annotated[int, BeforeValidator(_in_path(Prefix.EVENT)), _schema(Prefix.EVENT)]
WebhookId = Annotated[int, BeforeValidator(_in_path(Prefix.WEBHOOK)), _schema(Prefix.WEBHOOK)]
DeliveryId = Annotated[int, BeforeValidator(_in_path(Prefix.DELIVERY)), _schema(Prefix.DELIVERY)]
FeedId = Annotated[int, BeforeValidator(_in_path(Prefix.FEED)), _schema(Prefix.FEED)]
KeyId = Annotated[int, BeforeValidator(_in_path(Prefix.KEY)), _schema(Prefix.KEY)]

ArticleRef = Annotated[int, BeforeValidator(_in_body(Prefix.ARTICLE)), _schema(Prefix.ARTICLE)]
ClaimRef = Annotated[int, BeforeValidator(_in_body(Prefix.CLAIM)), _schema(Prefix.CLAIM)]
CitationRef = Annotated[int, BeforeValidator(_in_body(Prefix.CITATION)), _schema(Prefix.CITATION)]
SourceRef = Annotated[int, BeforeValidator(_in_body(Prefix.SOURCE)), _schema(Prefix.SOURCE)]


def of_parameter(prefix: Prefix, text: str, name: str) -> int | None:
    """Read an id given as a query parameter; "" is none."""
    if not text:
        return None
    try:
        return decode(prefix, text)
    except NotFound as error:
        raise InvalidInput(str(error), field=f"?{name}") from error


def words(text: str, known: Iterable[str], name: str) -> tuple[str, ...]:
    """Read comma-separated alternatives of a closed list: `status=attention,broken`."""
    allowed = tuple(known)
    asked = tuple(text.split(",")) if text else ()
    for word in asked:
        if word not in allowed:
            raise InvalidInput(f"`{name}` takes {', '.join(allowed)}; {word[:40]!r} is none of them.", field=f"?{name}")
    return asked
