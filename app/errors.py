"""Every error a caller of Stet can cause, in one tree.

StetError
├── InvalidInput        the request or file cannot be used as it is; the text says what to change
│   ├── UnknownFormat   the article's format was not recognised
│   ├── TooLarge        over a limit; names the limit
│   └── InvalidUrl      not a URL that may be visited
├── NotFound            no such article, claim, source …
├── Conflict            the state changed under the caller, or the same key is in use
├── NotAllowed          the key is missing, unknown, expired, or lacks the scope
├── Refused             a limit on frequency or a policy says "not now"; may carry retry_after_s
└── Unavailable         the database, the snapshot store or a peer cannot be reached for now

A source that fails is not an error: it is an outcome (see sources/outcome.py).
"""


class StetError(Exception):
    """Something the caller did, or a part we depend on; `str()` is fit to be shown to a person."""

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class InvalidInput(StetError):
    """The input cannot be used as it is."""


class UnknownFormat(InvalidInput):
    """The article's format is none that Stet reads."""


class TooLarge(InvalidInput):
    """The input is over a limit."""


class InvalidUrl(InvalidInput):
    """Not a URL that Stet may visit."""


class NotFound(StetError):
    """No such thing, or none that this caller may see."""


class Conflict(StetError):
    """The state changed under the caller."""


class Stale(Conflict):
    """The version the caller expected is not the current one."""


class NotAllowed(StetError):
    """The caller may not do this; `authenticated` tells 403 from 401."""

    def __init__(self, message: str, *, authenticated: bool) -> None:
        super().__init__(message)
        self.authenticated = authenticated


class Refused(StetError):
    """Not now."""

    def __init__(self, message: str, *, retry_after_s: int | None = None) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class Unavailable(StetError):
    """A part that Stet depends on cannot be reached for now."""
