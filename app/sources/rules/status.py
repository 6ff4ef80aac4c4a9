"""What the last status line says by itself. 200 to 299 with a body are for the rules that read pages."""

from app.sources.decision import Decision
from app.sources.outcome import Outcome
from app.sources.rules import upkeep
from app.sources.view import View

_BY_STATUS = {
    202: Outcome.PENDING,
    204: Outcome.EMPTY,
    205: Outcome.EMPTY,
    300: Outcome.CHOICES,
    401: Outcome.AUTH_REQUIRED,
    402: Outcome.PAYMENT_REQUIRED,
    403: Outcome.FORBIDDEN,
    404: Outcome.NOT_FOUND,
    410: Outcome.GONE,
    429: Outcome.RATE_LIMITED,
    451: Outcome.LEGAL,
    999: Outcome.BOT_CHALLENGE,
}
# What `/` or a second profile answers when the host turns us away as such.
_TURNS_US_AWAY = frozenset({401, 403, 407, 429, 503, 999})


def judge(view: View) -> Decision | None:
    status = view.status
    if status is None:
        return Decision(Outcome.BAD_RESPONSE, "status.none", ("no answer and no failure were recorded",))
    if status == 304:
        return _not_modified(view)
    if status in (404, 410) and (doubt := _only_to_us(view)):
        return doubt
    outcome = _of_status(status, has_retry_after=bool(view.last.header("retry-after")))
    if outcome is Outcome.SERVER_ERROR and view.slight and (said := upkeep.says_work(view)):
        return Decision(Outcome.MAINTENANCE, "status.maintenance", (f"status {status}", *said))
    return Decision(outcome, f"status.{status}", (f"status {status}",)) if outcome else None


def _of_status(status: int, *, has_retry_after: bool) -> Outcome | None:
    if status == 503 and has_retry_after:
        return Outcome.RATE_LIMITED
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if 200 <= status < 300:
        return None
    if 300 <= status < 400:
        return Outcome.BAD_REDIRECT
    if 400 <= status < 500:
        return Outcome.CLIENT_ERROR
    return Outcome.SERVER_ERROR if 500 <= status < 600 else Outcome.BAD_RESPONSE


def _not_modified(view: View) -> Decision:
    if not view.facts.has_copy:
        return Decision(Outcome.NOT_MODIFIED_WITHOUT_COPY, "status.304_without_copy", ("status 304, but no copy is held",))
    known = view.facts.known
    outcome = known.outcome if known and known.outcome else Outcome.REDIRECTED if view.moved else Outcome.OK
    return Decision(outcome, "status.304", ("status 304: the copy we hold still stands",))


def _only_to_us(view: View) -> Decision | None:
    facts = view.facts
    if facts.root_status in _TURNS_US_AWAY:
        return Decision(Outcome.FORBIDDEN, "status.host_refuses_all", (f"status {view.status}, but / answers {facts.root_status} too",))
    if facts.second_status is not None and facts.second_status not in (404, 410):
        seen = f"status {view.status} to us, {facts.second_status} to a second vantage"
        return Decision(Outcome.FORBIDDEN, "status.told_to_us_only", (seen,))
    return None
