"""Cookies of one visit: kept from hop to hop, sent back where they belong, forgotten at the end (RFC 6265, the part a visit needs)."""

from dataclasses import dataclass, field
from typing import NamedTuple

from app.sources import CanonicalUrl, registrable

_COOKIES_MAX = 50
_COOKIE_BYTES_MAX = 4_096


class _Cookie(NamedTuple):
    value: str
    host: str
    whole_domain: bool
    path: str
    secure: bool

    def goes_to(self, url: CanonicalUrl) -> bool:
        host_fits = url.host == self.host or (self.whole_domain and not url.is_address and url.host.endswith("." + self.host))
        path_fits = url.path == self.path or url.path.startswith(self.path.rstrip("/") + "/")
        return host_fits and path_fits and (not self.secure or url.scheme == "https")


@dataclass(slots=True, eq=False, repr=False)
class CookieJar:
    """Empty at the start of a visit."""

    _cookies: dict[tuple[str, str, str], _Cookie] = field(default_factory=dict)

    def keep(self, url: CanonicalUrl, headers: tuple[tuple[str, str], ...]) -> None:
        for name, value in headers:
            if name == "set-cookie" and len(value) <= _COOKIE_BYTES_MAX:
                self._set(url, value)

    def header(self, url: CanonicalUrl) -> str:
        """The value of the Cookie header for a request to `url`, "" when there is none."""
        if not self._cookies:
            return ""
        fitting = ((key[2], cookie) for key, cookie in self._cookies.items() if cookie.goes_to(url))
        return "; ".join(f"{name}={cookie.value}" for name, cookie in fitting)

    def _set(self, url: CanonicalUrl, line: str) -> None:
        pair, *attributes = line.split(";")
        name, equals, value = (part.strip() for part in pair.partition("="))
        settings = {key.strip().lower(): text.strip() for key, _, text in (part.partition("=") for part in attributes)}
        if not equals or not name or any(ord(char) < 0x20 or ord(char) == 0x7F for char in line):
            return
        domain = settings.get("domain", "").lstrip(".").lower()
        if domain and not _may_set(url, domain):
            return
        key = (domain or url.host, settings.get("path", ""), name)
        if settings.get("max-age", "").startswith(("0", "-")) or (not value and "expires" in settings):
            self._cookies.pop(key, None)
            return
        if len(self._cookies) < _COOKIES_MAX:
            self._cookies[key] = _Cookie(
                value, domain or url.host, bool(domain), _path(url, settings.get("path", "")), "secure" in settings
            )


def _may_set(url: CanonicalUrl, domain: str) -> bool:
    """A host may set cookies for itself and for the domains above it, down to the registrable one."""
    if url.host == domain:
        return True
    return not url.is_address and url.host.endswith("." + domain) and len(domain) >= len(registrable(url.host))


def _path(url: CanonicalUrl, path: str) -> str:
    return path if path.startswith("/") else url.path.rpartition("/")[0] or "/"
