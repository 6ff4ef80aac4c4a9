"""Redirects of every grammar: path -> how it points on, where the visit must end, and with which outcome."""

from dataclasses import dataclass

from app.sources.outcome import Outcome
from tests.press.pages import article
from tests.press.server import Handler, Talk


@dataclass(frozen=True, slots=True)
class Turn:
    """`location` is sent as it is, in bytes; `ends_at` is a path (with fragment) on the same server, "" for anywhere."""

    location: bytes | None
    ends_at: str
    outcome: Outcome
    status: int = 302

    async def __call__(self, talk: Talk) -> None:
        line = b"" if self.location is None else b"Location: " + self.location.replace(b"PORT", _port(talk)) + b"\r\n"
        await talk.send(f"HTTP/1.1 {self.status} Moved\r\nContent-Length: 0\r\n", line, "\r\n")


def _port(talk: Talk) -> bytes:
    return talk.headers["host"].rpartition(":")[2].encode()


MOVED = Outcome.REDIRECTED
BAD = Outcome.BAD_REDIRECT
UNSAFE = Outcome.UNSAFE_REDIRECT

TURNS: dict[str, Turn] = {
    "/absolute": Turn(b"http://127.0.0.1:PORT/story/12", "/story/12", MOVED),
    "/permanent": Turn(b"/story/12", "/story/12", MOVED, status=301),
    "/see-other": Turn(b"/story/12", "/story/12", MOVED, status=303),
    "/temporary": Turn(b"/story/12", "/story/12", MOVED, status=307),
    "/permanent-308": Turn(b"/story/12", "/story/12", MOVED, status=308),
    "/a/b/relative": Turn(b"12", "/a/b/12", MOVED),
    "/a/b/up": Turn(b"../12", "/a/12", MOVED),
    "/a/b/dots": Turn(b"/x/../story/./12", "/story/12", MOVED),
    "/a/b/query-only": Turn(b"?page=2", "/a/b/query-only?page=2", MOVED),
    "/scheme-relative": Turn(b"//127.0.0.1:PORT/story/12", "/story/12", MOVED),
    "/upper-case-scheme": Turn(b"HTTP://127.0.0.1:PORT/story/12", "/story/12", MOVED),
    "/spaces-around": Turn(b"   /story/12  ", "/story/12", MOVED),
    "/space-inside": Turn(b"/story/a b", "/story/a%20b", MOVED),
    "/utf8-bytes": Turn("/story/größe".encode(), "/story/gr%C3%B6%C3%9Fe", MOVED),
    "/latin1-bytes": Turn("/story/größe".encode("latin-1"), "/story/gr%C3%B6%C3%9Fe", MOVED),
    "/escaped": Turn(b"/story/gr%C3%B6%C3%9Fe", "/story/gr%C3%B6%C3%9Fe", MOVED),
    "/fragment": Turn(b"/story/12#part", "/story/12#part", MOVED),
    "/numeric-host": Turn(b"http://2130706433:PORT/story/12", "/story/12", MOVED),
    "/hex-host": Turn(b"http://0x7f.1:PORT/story/12", "/story/12", MOVED),
    "/angle-brackets": Turn(b"/story/<12>", "/story/%3C12%3E", MOVED),
    "/no-location": Turn(None, "/no-location", BAD),
    "/empty-location": Turn(b"", "/empty-location", BAD),
    "/blank-location": Turn(b"   ", "/blank-location", BAD),
    "/unclosed-bracket": Turn(b"http://[bad", "/unclosed-bracket", BAD),
    "/no-host": Turn(b"http://", "/no-host", BAD),
    "/port-too-large": Turn(b"http://127.0.0.1:99999/", "/port-too-large", BAD),
    "/empty-label": Turn(b"http://a..b/", "/empty-label", BAD),
    "/label-of-70": Turn(b"http://" + b"a" * 70 + b".example/", "/label-of-70", BAD),
    "/host-that-curl-refuses": Turn(b"http://a!b.example/", "", BAD),
    "/space-in-host": Turn(b"http://exa mple.org/", "/space-in-host", BAD),
    "/file": Turn(b"file:///etc/passwd", "/file", UNSAFE),
    "/ftp": Turn(b"ftp://127.0.0.1/x", "/ftp", UNSAFE),
    "/gopher": Turn(b"gopher://127.0.0.1:6379/_FLUSHALL", "/gopher", UNSAFE),
    "/javascript": Turn(b"javascript:alert(1)", "/javascript", UNSAFE),
    "/data": Turn(b"data:text/html,hello", "/data", UNSAFE),
    "/userinfo": Turn(b"http://user:secret@127.0.0.1:PORT/story/12", "/userinfo", UNSAFE),
    "/into-private": Turn(b"http://10.0.0.1/", "", UNSAFE),
    "/into-metadata": Turn(b"http://169.254.169.254/latest/meta-data/", "", UNSAFE),
    "/into-v6-loopback": Turn(b"http://[::1]/", "", UNSAFE),
    "/into-mapped": Turn(b"http://[::ffff:10.0.0.1]/", "", UNSAFE),
    "/into-decimal": Turn(b"http://167772161/", "", UNSAFE),
    "/into-octal": Turn(b"http://012.0.0.1/", "", UNSAFE),
    "/into-a-port": Turn(b"http://93.184.216.34:25/", "", UNSAFE),
    "/to-itself": Turn(b"/to-itself", "/to-itself", Outcome.REDIRECT_LOOP),
    "/ping": Turn(b"/pong", "/pong", Outcome.REDIRECT_LOOP),
    "/pong": Turn(b"/ping", "/ping", Outcome.REDIRECT_LOOP),
    "/to-missing": Turn(b"/nothing/here", "/nothing/here", Outcome.NOT_FOUND),
    "/choices": Turn(b"/story/12", "/choices", Outcome.CHOICES, status=300),
    "/use-proxy": Turn(b"http://10.0.0.1/", "/use-proxy", BAD, status=305),
}


async def endless(talk: Talk) -> None:
    number = int(talk.path.rpartition("/")[2] or 0)
    await talk.answer(302, Location=f"/endless/{number + 1}")


async def ten_turns(talk: Talk) -> None:
    number = int(talk.path.rpartition("/")[2] or 0)
    await (story(talk) if number == 10 else talk.answer(301, Location=f"/ten/{number + 1}"))


async def story(talk: Talk) -> None:
    await talk.answer(200, article())


async def cookie_wall(talk: Talk) -> None:
    if "pass=yes" in talk.headers.get("cookie", ""):
        await story(talk)
    else:
        await talk.answer(302, Location="/cookie-wall", Set_Cookie="pass=yes; Path=/; HttpOnly")


async def foreign_cookie(talk: Talk) -> None:
    await talk.answer(302, Location="/shows-cookies", Set_Cookie="other=1; Domain=example.org")


async def shows_cookies(talk: Talk) -> None:
    await talk.answer(200, article(f"Cookies {talk.headers.get('cookie', 'none')}"))


async def meta_refresh(talk: Talk) -> None:
    await talk.answer(
        200, '<html><head><meta http-equiv="refresh" content="0; url=/story/12"><title>Moved</title></head><body>moved</body></html>'
    )


async def slow_meta_refresh(talk: Talk) -> None:
    await talk.answer(200, article(head='<meta http-equiv="refresh" content="300; url=/story/12">'))


async def refreshes_itself(talk: Talk) -> None:
    await talk.answer(200, article(head='<meta http-equiv="refresh" content="5">'))


async def refresh_header(talk: Talk) -> None:
    await talk.answer(200, "<html><body>one moment</body></html>", Refresh="0;url=/story/12")


async def two_locations(talk: Talk) -> None:
    await talk.send("HTTP/1.1 302 Found\r\nLocation: /story/1\r\nLocation: /story/2\r\nContent-Length: 0\r\n\r\n")


ROUTES: dict[str, Handler] = {
    **TURNS,
    "/endless/*": endless,
    "/ten/*": ten_turns,
    "/story/*": story,
    "/a/12": story,
    "/a/b/12": story,
    "/cookie-wall": cookie_wall,
    "/foreign-cookie": foreign_cookie,
    "/shows-cookies": shows_cookies,
    "/meta-refresh": meta_refresh,
    "/slow-meta-refresh": slow_meta_refresh,
    "/refreshes-itself": refreshes_itself,
    "/refresh-header": refresh_header,
    "/two-locations": two_locations,
}
