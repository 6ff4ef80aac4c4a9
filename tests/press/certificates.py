"""Certificates good and bad, made anew for each run."""

import datetime as dt
import ssl
from collections.abc import Callable
from pathlib import Path

import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_DAY = dt.timedelta(days=1)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def trusted(ca: trustme.CA, _: Path) -> ssl.SSLContext:
    return _context(ca.issue_cert("127.0.0.1"))


def expired(ca: trustme.CA, _: Path) -> ssl.SSLContext:
    return _context(ca.issue_cert("127.0.0.1", not_before=_now() - 30 * _DAY, not_after=_now() - _DAY))


def not_yet_valid(ca: trustme.CA, _: Path) -> ssl.SSLContext:
    return _context(ca.issue_cert("127.0.0.1", not_before=_now() + 5 * _DAY, not_after=_now() + 30 * _DAY))


def wrong_host(ca: trustme.CA, _: Path) -> ssl.SSLContext:
    return _context(ca.issue_cert("other.example"))


def untrusted(_: trustme.CA, __: Path) -> ssl.SSLContext:
    return _context(trustme.CA().issue_cert("127.0.0.1"))


def self_signed(_: trustme.CA, folder: Path) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(_now() - _DAY).not_valid_after(_now() + _DAY).sign(key, hashes.SHA256())
    )  # fmt: skip
    pem = folder / "self.pem"
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    pem.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


def no_common_cipher(ca: trustme.CA, folder: Path) -> ssl.SSLContext:
    context = trusted(ca, folder)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("ECDHE-RSA-AES128-GCM-SHA256")  # the certificate's key is of another kind
    return context


def _context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


KINDS: dict[str, Callable[[trustme.CA, Path], ssl.SSLContext]] = {
    "expired": expired,
    "not_yet_valid": not_yet_valid,
    "wrong_host": wrong_host,
    "untrusted": untrusted,
    "self_signed": self_signed,
    "handshake": no_common_cipher,
}
