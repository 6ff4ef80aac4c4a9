"""robots.txt by RFC 9309: what is kept of it, and what it says to our own agent."""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import protego

# RFC 9309 §2.5 asks for at least 500 KiB.
ROBOTS_BYTES_MAX = 512_000
# RFC 9309 §2.3.1.2: at least five redirects.
ROBOTS_REDIRECTS_MAX = 5
_FRESH_S = 86_400.0
# A host that could not say is asked again soon: until then nothing of it is visited.
_RETRY_S = 600.0


class KeptRobots(NamedTuple):
    """A host's robots.txt as last seen, at `at` seconds since 1970. `status` is ok, absent (4xx: all is allowed) or unreachable."""

    status: str
    text: str = ""
    at: float = 0.0

    def fresh(self, now: float) -> bool:
        return 0 <= now - self.at < (_RETRY_S if self.status == "unreachable" else _FRESH_S)


def kept_from(status: int | None, text: str, now: float) -> KeptRobots:
    """RFC 9309 §2.3.1: 2xx is read, 4xx (and a redirect that leads nowhere) allows all, 5xx and no answer allow nothing for now."""
    if status is None or status >= 500:
        return KeptRobots("unreachable", at=now)
    if 200 <= status < 300:
        return KeptRobots("ok", text, now)
    return KeptRobots("absent", at=now)


def agent_token(user_agent: str) -> str:
    """The product token that robots.txt groups are matched with: `Stet` of `Stet/0.1 (+https://…)`."""
    return user_agent.partition("/")[0].partition(" ")[0]


def allowed(robots: KeptRobots, url: str, agent: str) -> bool:
    match robots.status:
        case "ok":
            return bool(_rules(robots.text).can_fetch(url, agent)) if robots.text else True
        case "unreachable":
            return False
        case _:
            return True


def crawl_delay(robots: KeptRobots, agent: str) -> float | None:
    """Seconds that robots.txt asks for between two requests, None when it does not."""
    if robots.status != "ok" or not robots.text:
        return None
    rules = _rules(robots.text)
    delay = rules.crawl_delay(agent)
    rate = rules.request_rate(agent)
    pace = rate.seconds / rate.requests if rate and rate.requests else None
    return max((float(each) for each in (delay, pace) if each is not None), default=None)


@lru_cache(512)
def _rules(text: str) -> "protego.Protego":
    import protego  # noqa: PLC0415  not where robots are ignored, nor where there is no file

    return protego.Protego.parse(text.removeprefix("\ufeff"))
