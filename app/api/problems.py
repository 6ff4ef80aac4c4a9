"""Every problem the API answers with, as data: RFC 9457 types, their status, title and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A problem type. Its URI is `/v1/problems#<slug>`, which says the same in words."""

    status: int
    title: str
    advice: str


KINDS: dict[str, Kind] = {
    "bad_request": Kind(400, "The request cannot be read", "Send a well-formed HTTP request with the parameters the documentation names."),
    "bad_json": Kind(400, "The body is not JSON", "Send one JSON value in UTF-8, without NUL characters, nested at most 32 deep."),
    "unauthenticated": Kind(401, "A key is needed", "Send `Authorization: Bearer stet_…`; `stet keys create` makes a key."),
    "forbidden": Kind(403, "The key may not do this", "Use a key with the scope that the detail names."),
    "not_found": Kind(404, "There is no such thing", "Check the id; ids look like `art_12`. Deleted things are not found either."),
    "method_not_allowed": Kind(405, "This cannot be done here", "Use one of the methods in the `Allow` header."),
    "timeout": Kind(408, "The body took too long to arrive", "Send the request again over a better line."),
    "conflict": Kind(409, "The state does not allow this", "Read the resource again, then decide."),
    "stale": Kind(412, "Someone changed it in the meantime", "Read it again, apply your change and send its new ETag in `If-Match`."),
    "too_large": Kind(413, "Too large", "Send less at a time; the detail names the limit."),
    "unsupported_media_type": Kind(415, "The body's type is not read here", "Set `Content-Type` to one of the types the detail names."),
    "invalid": Kind(422, "Something in the request cannot be used", "Correct the fields listed under `errors`."),
    "rate_limited": Kind(429, "Too many requests", "Wait for as many seconds as `Retry-After` says."),
    "internal": Kind(500, "Stet failed", "Nothing was stored by half. Try again; if it stays, report the incident number."),
    "unavailable": Kind(503, "Not now", "A part that Stet depends on cannot be reached. Try again in a moment."),
}  # fmt: skip

BY_STATUS = {kind.status: slug for slug, kind in KINDS.items() if slug != "bad_json"}
