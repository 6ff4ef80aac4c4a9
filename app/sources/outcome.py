"""What one visit met: the closed list of outcomes (LINKS §2). Everything that names an outcome lives in this room."""

from enum import StrEnum


class Resolves(StrEnum):
    """The four classes; only `dead` counts against a link."""

    ALIVE = "alive"
    DEAD = "dead"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    OK = "ok"
    REDIRECTED = "redirected"
    NO_TEXT = "no_text"
    PAYWALLED = "paywalled"
    NOT_FOUND = "not_found"
    GONE = "gone"
    DNS_NOT_FOUND = "dns_not_found"
    SOFT_404 = "soft_404"
    REDIRECT_TO_HOME = "redirect_to_home"
    REDIRECT_TO_SECTION = "redirect_to_section"
    REDIRECT_TO_SEARCH = "redirect_to_search"
    EMPTY_SHELL = "empty_shell"
    PARKED_DOMAIN = "parked_domain"
    HIJACKED = "hijacked"
    SUSPENDED = "suspended"
    FORBIDDEN = "forbidden"
    AUTH_REQUIRED = "auth_required"
    LOGIN_REQUIRED = "login_required"
    PAYMENT_REQUIRED = "payment_required"
    RATE_LIMITED = "rate_limited"
    BOT_CHALLENGE = "bot_challenge"
    CONSENT_WALL = "consent_wall"
    AGE_GATE = "age_gate"
    GEO_BLOCKED = "geo_blocked"
    LEGAL = "legal"
    ROBOTS_DISALLOWED = "robots_disallowed"
    UNSAFE_TARGET = "unsafe_target"
    UNSAFE_REDIRECT = "unsafe_redirect"
    SERVER_ERROR = "server_error"
    MAINTENANCE = "maintenance"
    CLIENT_ERROR = "client_error"
    TIMEOUT = "timeout"
    CONNECTION_REFUSED = "connection_refused"
    CONNECTION_RESET = "connection_reset"
    DNS_ERROR = "dns_error"
    TLS_ERROR = "tls_error"
    BAD_RESPONSE = "bad_response"
    BAD_REDIRECT = "bad_redirect"
    REDIRECT_LOOP = "redirect_loop"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    UNDECODABLE = "undecodable"
    TRUNCATED = "truncated"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    JS_REQUIRED = "js_required"
    ROBOTS_UNREACHABLE = "robots_unreachable"
    NOT_MODIFIED_WITHOUT_COPY = "not_modified_without_copy"
    CHOICES = "choices"
    PENDING = "pending"
    INVALID_URL = "invalid_url"
    VOIDED = "voided"

    @property
    def resolves(self) -> Resolves:
        """The class of this outcome (LINKS §2)."""
        return _RESOLVES[self]


_ALIVE = (Outcome.OK, Outcome.REDIRECTED, Outcome.NO_TEXT, Outcome.PAYWALLED)
_DEAD = (
    Outcome.NOT_FOUND, Outcome.GONE, Outcome.DNS_NOT_FOUND, Outcome.SOFT_404, Outcome.REDIRECT_TO_HOME,
    Outcome.REDIRECT_TO_SECTION, Outcome.REDIRECT_TO_SEARCH, Outcome.EMPTY_SHELL, Outcome.PARKED_DOMAIN,
    Outcome.HIJACKED, Outcome.SUSPENDED,
)  # fmt: skip
_BLOCKED = (
    Outcome.FORBIDDEN, Outcome.AUTH_REQUIRED, Outcome.LOGIN_REQUIRED, Outcome.PAYMENT_REQUIRED, Outcome.RATE_LIMITED,
    Outcome.BOT_CHALLENGE, Outcome.CONSENT_WALL, Outcome.AGE_GATE, Outcome.GEO_BLOCKED, Outcome.LEGAL,
    Outcome.ROBOTS_DISALLOWED, Outcome.UNSAFE_TARGET, Outcome.UNSAFE_REDIRECT,
)  # fmt: skip
_RESOLVES = {
    outcome: Resolves.ALIVE
    if outcome in _ALIVE
    else Resolves.DEAD
    if outcome in _DEAD
    else Resolves.BLOCKED
    if outcome in _BLOCKED
    else Resolves.UNKNOWN
    for outcome in Outcome
}
