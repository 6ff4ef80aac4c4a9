"""Content codings are undone within their bounds, and what came before a fault is kept."""

import gzip
import zlib
from collections.abc import Callable

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from app.fetch.encoding import decode_body

TEXT = b"Output grew by 12 percent. " * 200
MOST = 1_000_000


def deflated(data: bytes, wbits: int = zlib.MAX_WBITS) -> bytes:
    engine = zlib.compressobj(9, wbits=wbits)
    return engine.compress(data) + engine.flush()


WELL: dict[str, bytes] = {
    "": TEXT,
    "identity": TEXT,
    "gzip": gzip.compress(TEXT),
    "x-gzip": gzip.compress(TEXT),
    "GZIP": gzip.compress(TEXT),
    "deflate": deflated(TEXT),
    "br": brotli.compress(TEXT),
    "zstd": zstandard.compress(TEXT),
    "gzip, br": brotli.compress(gzip.compress(TEXT)),
    "br, gzip": gzip.compress(brotli.compress(TEXT)),
    "zstd , deflate": deflated(zstandard.compress(TEXT)),
    "identity, gzip": gzip.compress(TEXT),
}


@pytest.mark.parametrize("coding", WELL)
def test_what_was_packed_is_unpacked(coding: str) -> None:
    decoded = decode_body(WELL[coding], coding, MOST, 100)
    assert (decoded.body, decoded.fault) == (TEXT, "")


def test_raw_deflate_is_read_too() -> None:
    assert decode_body(deflated(TEXT, -zlib.MAX_WBITS), "deflate", MOST, 100).body == TEXT


def test_members_and_padding_after_gzip_are_read() -> None:
    assert decode_body(gzip.compress(TEXT) + gzip.compress(b"more") + b"\0" * 8, "gzip", MOST, 100).body == TEXT + b"more"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_what_is_not_packed_is_told_by_the_coding_s_name(coding: str) -> None:
    assert decode_body(b"<html>plain</html>", coding, MOST, 100).fault == coding


@pytest.mark.parametrize(("coding", "fault"), [("rot13", "unknown"), ("gzip, gzip, gzip, gzip, gzip", "layers")])
def test_codings_we_do_not_undo(coding: str, fault: str) -> None:
    assert decode_body(gzip.compress(TEXT), coding, MOST, 100).fault == fault


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_what_came_before_the_end_is_kept(coding: str) -> None:
    noise = bytes(range(256)) * 400 + TEXT
    decoded = decode_body(packed(coding, noise)[:-20], coding, MOST, 100)
    assert decoded.fault in ("short", "zstd")
    assert noise.startswith(decoded.body)


def packed(coding: str, data: bytes) -> bytes:
    packers: dict[str, Callable[[bytes], bytes]] = {
        "gzip": gzip.compress,
        "deflate": deflated,
        "br": brotli.compress,
        "zstd": zstandard.compress,
    }
    return packers[coding](data)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_goes_off_within_the_size(coding: str) -> None:
    decoded = decode_body(packed(coding, b"0" * 50_000_000), coding, 4_000_000, 10_000_000)
    assert (decoded.fault, len(decoded.body)) == ("size", 4_000_000)


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_a_bomb_in_a_bomb_does_too(coding: str) -> None:
    inner = packed(coding, packed(coding, b"0" * 50_000_000))
    decoded = decode_body(inner, f"{coding}, {coding}", 4_000_000, 100)
    assert decoded.fault in ("size", "ratio")
    assert len(decoded.body) <= 4_000_000


def test_a_ratio_beyond_belief_is_a_bomb_though_small() -> None:
    bomb = gzip.compress(b"0" * 20_000_000)
    decoded = decode_body(bomb, "gzip", 1_000_000_000, 100)
    assert (decoded.fault, len(decoded.body) <= max(len(bomb) * 100, 1_048_576)) == ("ratio", True)


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", "zstd", "gzip, br"]))
def test_no_bytes_make_it_raise(data: bytes, coding: str) -> None:
    assert len(decode_body(data, coding, 10_000, 100).body) <= 10_000
