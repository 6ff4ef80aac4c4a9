"""Answers that break the wire in every way we have met, each with the one outcome it must end in."""

import asyncio
import gzip
import zlib

from app.sources.outcome import Outcome
from tests.press.pages import article
from tests.press.server import Handler, Talk

_HTML = "Content-Type: text/html; charset=utf-8\r\n"
_PAGE = article().encode()


async def ok(talk: Talk) -> None:
    await talk.answer(200, _PAGE)


async def not_http(talk: Talk) -> None:
    await talk.send("SSH-2.0-OpenSSH_9.6\r\n")
    talk.writer.close()


async def http_09(talk: Talk) -> None:
    await talk.send("<html><body>straight to the point</body></html>")
    talk.writer.close()


async def says_nothing(talk: Talk) -> None:
    talk.writer.close()


async def resets_at_once(talk: Talk) -> None:
    talk.reset()


async def resets_in_the_body(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 200 OK\r\n{_HTML}Content-Length: {len(_PAGE)}\r\n\r\n", _PAGE[:2000])
    await asyncio.sleep(0.05)
    talk.reset()


async def never_answers(_: Talk) -> None:
    await asyncio.sleep(30)


async def stops_in_the_head(talk: Talk) -> None:
    await talk.send("HTTP/1.1 200 OK\r\nContent-Ty")
    await asyncio.sleep(30)


async def closes_in_the_head(talk: Talk) -> None:
    await talk.send("HTTP/1.1 200 OK\r\nContent-Ty")
    talk.writer.close()


async def stops_in_the_body(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 200 OK\r\n{_HTML}Content-Length: {len(_PAGE)}\r\n\r\n", _PAGE[:2000])
    await asyncio.sleep(30)


async def drips_the_head(talk: Talk) -> None:
    await talk.drip(b"HTTP/1.1 200 OK\r\n" + b"X-Slow: yes\r\n" * 100, 0.05)


async def drips_the_body(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 200 OK\r\n{_HTML}Content-Length: {len(_PAGE)}\r\n\r\n")
    await talk.drip(_PAGE, 0.05)


async def header_of_a_megabyte(talk: Talk) -> None:
    await talk.send("HTTP/1.1 200 OK\r\nX-Big: ", "a" * 1_000_000, f"\r\n{_HTML}Content-Length: 2\r\n\r\nhi")


async def endless_headers(talk: Talk) -> None:
    await talk.send("HTTP/1.1 200 OK\r\n")
    for number in range(100_000):
        await talk.send(f"X-Header-{number}: {'v' * 100}\r\n")


async def hundred_interim_answers(talk: Talk) -> None:
    await talk.send("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n" * 100)
    await ok(talk)


async def endless_interim_answers(talk: Talk) -> None:
    while True:
        await talk.send("HTTP/1.1 100 Continue\r\n\r\n" * 100)


async def chunked_and_length(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 200 OK\r\n{_HTML}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n", _chunks(_PAGE))


async def two_lengths(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 200 OK\r\n{_HTML}Content-Length: 5\r\nContent-Length: {len(_PAGE)}\r\n\r\n", _PAGE)
    talk.writer.close()


async def negative_length(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 200 OK\r\n{_HTML}Content-Length: -5\r\n\r\n", _PAGE)
    talk.writer.close()


async def length_too_large(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 200 OK\r\n{_HTML}Content-Length: {len(_PAGE) + 5000}\r\n\r\n", _PAGE)
    talk.writer.close()


async def bad_chunk(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 200 OK\r\n{_HTML}Transfer-Encoding: chunked\r\n\r\n", "zz\r\nhello\r\n")
    talk.writer.close()


async def chunks_cut_off(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 200 OK\r\n{_HTML}Transfer-Encoding: chunked\r\n\r\n", _chunks(_PAGE)[:-200])
    talk.writer.close()


async def body_on_204(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 204 No Content\r\n{_HTML}Content-Length: 5\r\n\r\nhello")
    talk.writer.close()


async def empty_body(talk: Talk) -> None:
    await talk.answer(200, b"")


async def gzip_that_is_not(talk: Talk) -> None:
    await talk.answer(200, _PAGE, Content_Encoding="gzip")


async def unknown_coding(talk: Talk) -> None:
    await talk.answer(200, _PAGE, Content_Encoding="rot13")


async def gzip_missing_page(talk: Talk) -> None:
    await talk.answer(404, _PAGE, Content_Encoding="gzip")


async def gzip_cut_off(talk: Talk) -> None:
    await talk.answer(200, gzip.compress(_PAGE)[:-300], Content_Encoding="gzip")


async def gzip_well(talk: Talk) -> None:
    await talk.answer(200, gzip.compress(_PAGE), Content_Encoding="gzip")


async def gzip_twice(talk: Talk) -> None:
    await talk.answer(200, gzip.compress(gzip.compress(_PAGE)), Content_Encoding="gzip, gzip")


async def deflate_raw(talk: Talk) -> None:
    engine = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    await talk.answer(200, engine.compress(_PAGE) + engine.flush(), Content_Encoding="deflate")


async def bomb(talk: Talk) -> None:
    engine = zlib.compressobj(9, wbits=16 + zlib.MAX_WBITS)
    block = b"0" * 1_000_000
    await talk.answer(200, b"".join(engine.compress(block) for _ in range(100)) + engine.flush(), Content_Encoding="gzip")


async def too_much(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 200 OK\r\n{_HTML}\r\n")
    for _ in range(200):
        await talk.send(_PAGE * 50)
    talk.writer.close()


async def too_much_announced(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 200 OK\r\n{_HTML}Content-Length: 99999999999\r\n\r\n")
    for _ in range(200):
        await talk.send(_PAGE * 50)
    talk.writer.close()


async def status_of_words(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 fine OK\r\n{_HTML}Content-Length: 2\r\n\r\nhi")
    talk.writer.close()


async def header_with_nul(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 200 OK\r\n{_HTML}X-Odd: a\0b\r\nContent-Length: 2\r\n\r\nhi")
    talk.writer.close()


async def switches_protocols(talk: Talk) -> None:
    await talk.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")
    talk.writer.close()


async def bare_newlines(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: {len(_PAGE)}\n\n", _PAGE)


async def until_close(talk: Talk) -> None:
    await talk.send(f"HTTP/1.0 200 OK\r\n{_HTML}\r\n", _PAGE)
    talk.writer.close()


async def trailers_that_lie(talk: Talk) -> None:
    await talk.send(
        f"HTTP/1.1 200 OK\r\n{_HTML}Transfer-Encoding: chunked\r\n\r\n", _chunks(_PAGE)[:-2], "Location: http://10.0.0.1/\r\n\r\n"
    )


async def greets_and_waits(talk: Talk) -> None:
    await talk.send("220 mail.example ESMTP ready\r\n")
    await asyncio.sleep(30)


async def plays_a_stream(talk: Talk) -> None:
    await talk.send("ICY 200 OK\r\nicy-name: harbour radio\r\n\r\n", b"\xff\xfb\x90\x00" * 100)
    talk.writer.close()


async def hints_early(talk: Talk) -> None:
    await talk.send("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n")
    await talk.answer(200, _PAGE)


async def is_processing_for_ever(talk: Talk) -> None:
    await talk.send("HTTP/1.1 102 Processing\r\n\r\n")
    await asyncio.sleep(30)


async def chunk_of_many_digits(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 200 OK\r\n{_HTML}Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nhello")
    talk.writer.close()


async def no_headers_at_all(talk: Talk) -> None:
    await talk.send("HTTP/1.1 200 OK\r\n\r\n", _PAGE)
    talk.writer.close()


async def missing_and_cut_off(talk: Talk) -> None:
    await talk.send(f"HTTP/1.1 404 Not Found\r\n{_HTML}Content-Length: 5000\r\n\r\n<h1>Not Found</h1>")
    talk.writer.close()


def _chunks(body: bytes) -> bytes:
    pieces = [body[start : start + 500] for start in range(0, len(body), 500)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


WIRE: dict[str, tuple[Handler, Outcome]] = {
    "/ok": (ok, Outcome.OK),
    "/not-http": (not_http, Outcome.BAD_RESPONSE),
    "/http-09": (http_09, Outcome.BAD_RESPONSE),
    "/says-nothing": (says_nothing, Outcome.CONNECTION_RESET),
    "/resets-at-once": (resets_at_once, Outcome.CONNECTION_RESET),
    "/resets-in-the-body": (resets_in_the_body, Outcome.CONNECTION_RESET),
    "/never-answers": (never_answers, Outcome.TIMEOUT),
    "/stops-in-the-head": (stops_in_the_head, Outcome.TIMEOUT),
    "/closes-in-the-head": (closes_in_the_head, Outcome.BAD_RESPONSE),
    "/stops-in-the-body": (stops_in_the_body, Outcome.TIMEOUT),
    "/drips-the-head": (drips_the_head, Outcome.TIMEOUT),
    "/drips-the-body": (drips_the_body, Outcome.TIMEOUT),
    "/header-of-a-megabyte": (header_of_a_megabyte, Outcome.BAD_RESPONSE),
    "/endless-headers": (endless_headers, Outcome.BAD_RESPONSE),
    "/hundred-interim-answers": (hundred_interim_answers, Outcome.OK),
    "/endless-interim-answers": (endless_interim_answers, Outcome.BAD_RESPONSE),
    "/chunked-and-length": (chunked_and_length, Outcome.BAD_RESPONSE),
    "/two-lengths": (two_lengths, Outcome.BAD_RESPONSE),
    "/negative-length": (negative_length, Outcome.BAD_RESPONSE),
    "/length-too-large": (length_too_large, Outcome.TRUNCATED),
    "/bad-chunk": (bad_chunk, Outcome.BAD_RESPONSE),
    "/chunks-cut-off": (chunks_cut_off, Outcome.TRUNCATED),
    "/body-on-204": (body_on_204, Outcome.EMPTY),
    "/empty-body": (empty_body, Outcome.EMPTY),
    "/gzip-that-is-not": (gzip_that_is_not, Outcome.UNDECODABLE),
    "/unknown-coding": (unknown_coding, Outcome.UNDECODABLE),
    "/gzip-missing-page": (gzip_missing_page, Outcome.NOT_FOUND),
    "/gzip-cut-off": (gzip_cut_off, Outcome.TRUNCATED),
    "/gzip-well": (gzip_well, Outcome.OK),
    "/gzip-twice": (gzip_twice, Outcome.OK),
    "/deflate-raw": (deflate_raw, Outcome.OK),
    "/bomb": (bomb, Outcome.TOO_LARGE),
    "/too-much": (too_much, Outcome.TOO_LARGE),
    "/too-much-announced": (too_much_announced, Outcome.TOO_LARGE),
    "/status-of-words": (status_of_words, Outcome.BAD_RESPONSE),
    "/header-with-nul": (header_with_nul, Outcome.BAD_RESPONSE),
    "/switches-protocols": (switches_protocols, Outcome.BAD_RESPONSE),
    "/bare-newlines": (bare_newlines, Outcome.OK),
    "/until-close": (until_close, Outcome.OK),
    "/trailers-that-lie": (trailers_that_lie, Outcome.OK),
    "/greets-and-waits": (greets_and_waits, Outcome.BAD_RESPONSE),
    "/plays-a-stream": (plays_a_stream, Outcome.BAD_RESPONSE),
    "/hints-early": (hints_early, Outcome.OK),
    "/is-processing-for-ever": (is_processing_for_ever, Outcome.TIMEOUT),
    "/chunk-of-many-digits": (chunk_of_many_digits, Outcome.BAD_RESPONSE),
    "/no-headers-at-all": (no_headers_at_all, Outcome.OK),
    "/missing-and-cut-off": (missing_and_cut_off, Outcome.NOT_FOUND),
}
