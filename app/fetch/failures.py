"""libcurl's error codes and OpenSSL's verify codes in our words. Everything that maps a code to an outcome lives here."""

import errno

import pycurl

from app.fetch.record import Cause
from app.sources.outcome import Outcome

_CURL_NAMES = {
    getattr(pycurl, name): name.removeprefix("E_").lower()
    for name in reversed(dir(pycurl))
    if name.startswith("E_") and not name.startswith("E_MULTI")
}

# CURLE codes that pycurl has no names for, or those of other protocols.
_CURL_NAMES |= {
    8: "weird_server_reply",
    18: "partial_file",
    92: "http2_stream",
    93: "bad_function_argument",
    95: "http3",
    96: "quic_connect",
    100: "too_large",
}

_BY_CURL_CODE: dict[int, tuple[Outcome, str]] = {
    pycurl.E_UNSUPPORTED_PROTOCOL: (Outcome.BAD_RESPONSE, "headers"),  # HTTP/0.9 and what is no HTTP at all
    pycurl.E_FTP_WEIRD_SERVER_REPLY: (Outcome.BAD_RESPONSE, "headers"),
    pycurl.E_URL_MALFORMAT: (Outcome.INVALID_URL, "url"),
    pycurl.E_COULDNT_RESOLVE_HOST: (Outcome.DNS_ERROR, "resolve"),
    pycurl.E_COULDNT_RESOLVE_PROXY: (Outcome.DNS_ERROR, "resolve"),
    pycurl.E_COULDNT_CONNECT: (Outcome.CONNECTION_REFUSED, "connect"),
    pycurl.E_HTTP2: (Outcome.BAD_RESPONSE, "headers"),
    92: (Outcome.BAD_RESPONSE, "body"),  # HTTP/2 stream error
    pycurl.E_PARTIAL_FILE: (Outcome.TRUNCATED, "body"),
    pycurl.E_OPERATION_TIMEDOUT: (Outcome.TIMEOUT, "headers"),
    pycurl.E_SSL_CONNECT_ERROR: (Outcome.TLS_ERROR, "tls"),
    pycurl.E_SSL_CERTPROBLEM: (Outcome.TLS_ERROR, "tls"),
    pycurl.E_SSL_CIPHER: (Outcome.TLS_ERROR, "tls"),
    pycurl.E_PEER_FAILED_VERIFICATION: (Outcome.TLS_ERROR, "tls"),
    pycurl.E_SSL_INVALIDCERTSTATUS: (Outcome.TLS_ERROR, "tls"),
    pycurl.E_SSL_ISSUER_ERROR: (Outcome.TLS_ERROR, "tls"),
    pycurl.E_GOT_NOTHING: (Outcome.CONNECTION_RESET, "headers"),
    pycurl.E_SEND_ERROR: (Outcome.CONNECTION_RESET, "send"),
    pycurl.E_RECV_ERROR: (Outcome.CONNECTION_RESET, "headers"),
    100: (Outcome.BAD_RESPONSE, "headers"),  # a header block over libcurl's own limit
}

_CONNECT_ERRNO = {
    errno.ETIMEDOUT: Outcome.TIMEOUT,
    errno.ECONNRESET: Outcome.CONNECTION_RESET,
}

# What libcurl reports when its own comparison of names failed (X509_V_ERR_UNSPECIFIED), or 0.
_UNSPECIFIED = 1
# X509_V_ERR_* of OpenSSL's x509_vfy.h.
_VERIFY_KINDS = {
    9: "not_yet_valid", 10: "expired", 11: "not_yet_valid", 12: "expired",
    18: "self_signed", 19: "self_signed",
    23: "revoked",
    62: "wrong_host", 63: "wrong_host", 64: "wrong_host",
}  # fmt: skip
_VERIFY_NAMES = {
    2: "unable_to_get_issuer_cert", 9: "cert_not_yet_valid", 10: "cert_has_expired", 18: "depth_zero_self_signed_cert",
    19: "self_signed_cert_in_chain", 20: "unable_to_get_issuer_cert_locally", 21: "unable_to_verify_leaf_signature",
    22: "cert_chain_too_long", 23: "cert_revoked", 24: "invalid_ca", 26: "invalid_purpose", 62: "hostname_mismatch",
    64: "ip_address_mismatch",
}  # fmt: skip


def outcome_of(code: int) -> tuple[Outcome, str]:
    """The outcome and phase of a libcurl error; what is not listed is a response that cannot be used."""
    return _BY_CURL_CODE.get(code, (Outcome.BAD_RESPONSE, "body"))


def received_outcome(number: int, head_lines: int) -> Outcome:
    """The outcome of a failed read: with an errno the connection broke, without one what came was not HTTP (a chunk size of letters).

    A close before the first byte is a broken connection as well; after some of a head it is a bad answer.
    """
    return Outcome.CONNECTION_RESET if number or not head_lines else Outcome.BAD_RESPONSE


def connect_outcome(number: int) -> Outcome:
    """The outcome of a failed connect by its errno; unreachable networks and hosts refuse as firewalls do."""
    return _CONNECT_ERRNO.get(number, Outcome.CONNECTION_REFUSED)


def curl_cause(code: int) -> Cause:
    return Cause("curl", code, _CURL_NAMES.get(code, f"curl_{code}"))


def errno_cause(number: int) -> Cause:
    return Cause("errno", number, errno.errorcode.get(number, f"errno_{number}"))


def verify_cause(code: int, kind: str) -> Cause:
    return Cause("tls", code, _VERIFY_NAMES.get(code, kind))


def tls_kind(curl_code: int, verify_code: int, text: str) -> str:
    """expired, not_yet_valid, self_signed, untrusted, wrong_host, revoked, version or handshake.

    Name mismatches are libcurl's own finding and have no verify code; a refused protocol version is an alert that only the text tells.
    """
    if curl_code in (pycurl.E_PEER_FAILED_VERIFICATION, pycurl.E_SSL_INVALIDCERTSTATUS):
        if curl_code == pycurl.E_SSL_INVALIDCERTSTATUS:
            return "revoked"
        if verify_code > _UNSPECIFIED:
            return _VERIFY_KINDS.get(verify_code, "untrusted")
        return "wrong_host"
    lowered = text.lower()
    return "version" if any(mark in lowered for mark in _VERSION_MARKS) else "handshake"


_VERSION_MARKS = ("protocol version", "unsupported protocol", "version too low", "unsupported version", "wrong ssl version")
