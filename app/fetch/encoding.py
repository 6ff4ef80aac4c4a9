"""Content codings undone: gzip, deflate, br, zstd, nested, within a size and a ratio; what was read before a fault is kept."""

import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

# Nobody honest wraps a page more than twice; each layer multiplies the work.
_LAYERS_MAX = 4
# The ratio says nothing on small bodies: 10 KB of zeros pack 900-fold.
_RATIO_FREE_BYTES = 1_048_576
_STEP_BYTES = 65_536


class Decoded(NamedTuple):
    """`fault` is "" or why decoding stopped: a coding's name when its bytes are not such, "unknown", "layers", "short", "size", "ratio"."""

    body: bytes
    fault: str = ""


class _Fault(Exception):
    """Decoding cannot go on; the name is the fault."""


def decode_body(body: bytes, content_encoding: str, size_max: int, ratio_max: int) -> Decoded:
    """`body` with the codings of a Content-Encoding value undone, last first."""
    codings = [name.strip().lower() for name in content_encoding.split(",") if name.strip()]
    codings = [name for name in codings if name != "identity"]
    if not codings:
        return Decoded(body)
    if len(codings) > _LAYERS_MAX:
        return Decoded(b"", "layers")
    most = min(size_max, max(len(body) * ratio_max, _RATIO_FREE_BYTES))
    for name in reversed(codings):
        decoded = _undo(body, name, most)
        if decoded.fault == "size" and most < size_max:
            return Decoded(decoded.body, "ratio")
        if decoded.fault:
            return decoded
        body = decoded.body
    return Decoded(body)


def _undo(body: bytes, coding: str, most: int) -> Decoded:
    steps = _CODINGS.get(coding)
    if steps is None:
        return Decoded(b"", "unknown")
    if not body:
        return Decoded(b"")  # HEAD-like answers and empty pages announce a coding too
    pieces: list[bytes] = []
    size = 0
    try:
        for piece in steps(body, most):
            pieces.append(piece)
            size += len(piece)
            if size > most:
                return Decoded(b"".join(pieces)[:most], "size")
    except _Fault as fault:
        return Decoded(b"".join(pieces), str(fault))
    return Decoded(b"".join(pieces))


def _inflate(body: bytes, most: int, wbits: int, name: str) -> Iterator[bytes]:
    rest = body
    while rest:
        engine = zlib.decompressobj(wbits)
        try:
            yield engine.decompress(rest, most + 1)
            yield engine.flush() if not engine.unconsumed_tail else b""
        except zlib.error as error:
            raise _Fault(name) from error
        if not engine.eof:
            raise _Fault("short")
        rest = engine.unused_data.lstrip(b"\0")  # padding after a member is common; another member is allowed (RFC 1952 §2.2)
        if rest[:2] != b"\x1f\x8b":
            return


def _gzip(body: bytes, most: int) -> Iterator[bytes]:
    return _inflate(body, most, 16 + zlib.MAX_WBITS, "gzip")


def _deflate(body: bytes, most: int) -> Iterator[bytes]:
    """Zlib as RFC 9110 asks, or raw as half of the servers send it: the zlib header tells (a multiple of 31)."""
    has_header = len(body) >= 2 and body[0] & 0x0F == zlib.DEFLATED and int.from_bytes(body[:2]) % 31 == 0
    return _inflate(body, most, zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS, "deflate")


def _brotli(body: bytes, _most: int) -> Iterator[bytes]:
    import brotli  # noqa: PLC0415  a visit that meets no br need not load it

    engine = brotli.Decompressor()
    try:
        yield engine.process(body, output_buffer_limit=_STEP_BYTES)
        while not engine.is_finished() and not engine.can_accept_more_data():
            yield engine.process(b"", output_buffer_limit=_STEP_BYTES)
    except brotli.error as error:
        raise _Fault("br") from error
    if not engine.is_finished():
        raise _Fault("short")


def _zstd(body: bytes, _most: int) -> Iterator[bytes]:
    import zstandard  # noqa: PLC0415  as above

    # RFC 9659: a window over 8 MB may be refused; it bounds our memory.
    reader = zstandard.ZstdDecompressor(max_window_size=1 << 23).stream_reader(body, read_across_frames=True)
    try:
        while piece := reader.read(_STEP_BYTES):
            yield piece
    except zstandard.ZstdError as error:
        raise _Fault("zstd") from error
    if not _zstd_is_whole(body):
        raise _Fault("short")


def _zstd_is_whole(body: bytes) -> bool:
    """Whether the last frame is complete: the bounded reader above does not tell, and the size is known to be harmless by now."""
    import zstandard  # noqa: PLC0415  as above

    rest = body
    while rest:
        engine = zstandard.ZstdDecompressor(max_window_size=1 << 23).decompressobj()
        engine.decompress(rest)
        if not engine.eof:
            return False
        rest = engine.unused_data
    return True


_CODINGS: dict[str, Callable[[bytes, int], Iterator[bytes]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
