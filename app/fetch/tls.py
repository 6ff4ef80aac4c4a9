"""TLS of visits: whom we trust, and what a certificate says. Loaded with the first https address."""

from datetime import UTC, datetime
from pathlib import Path

import certifi
import pycurl

from app.fetch.failures import outcome_of, tls_kind
from app.fetch.record import TlsFacts
from app.sources.outcome import Outcome


def trusted_roots(ca_file: str) -> str:
    """The trusted roots as one file: libcurl keeps a parsed file between connections, a blob it reads each time."""
    if not ca_file:
        return certifi.where()
    import tempfile  # noqa: PLC0415  only where there are roots of one's own

    with tempfile.NamedTemporaryFile("wb", suffix=".pem", delete=False) as both:
        both.write(Path(certifi.where()).read_bytes() + b"\n" + Path(ca_file).read_bytes())
    return both.name


def tls_facts(curl: pycurl.Curl, code: int, text: str) -> TlsFacts:
    verify_code = curl.getinfo(pycurl.SSL_VERIFYRESULT)
    problem = tls_kind(code, verify_code, text) if outcome_of(code)[0] is Outcome.TLS_ERROR and code else ""
    chain = curl.getinfo_raw(pycurl.INFO_CERTINFO) or ()
    leaf = {name: value.decode("utf-8", "replace") for name, value in chain[0]} if chain else {}
    return TlsFacts(leaf.get(b"Issuer", ""), _certificate_date(leaf.get(b"Expire date", "")), verify_code, problem)


def _certificate_date(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%b %d %H:%M:%S %Y GMT").replace(tzinfo=UTC)
    except ValueError:
        return None
