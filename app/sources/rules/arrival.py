"""The page is there: in place, or elsewhere. A doubt that only a sibling can settle asks for one."""

from app.sources.decision import Decision
from app.sources.outcome import Outcome
from app.sources.probe import Sibling, read_sibling
from app.sources.rules import missing, moved, shells
from app.sources.view import View


def judge(view: View) -> Decision:
    sibling = read_sibling(view)
    doubts = () if sibling else (*missing.doubt(view), *moved.doubt(view), *shells.doubt(view))
    wants_probe = bool(doubts) and view.deep and bool(view.asked.path.strip("/"))
    seen = ("a made-up sibling gets an honest 404",) if sibling is Sibling.HONEST else ()
    if view.moved:
        seen = (f"arrived at {view.last.url}"[:200], *seen)
        return Decision(Outcome.REDIRECTED, "arrival.redirected", (*seen, *doubts), wants_probe=wants_probe)
    return Decision(Outcome.OK, "arrival.ok", (*seen, *doubts), wants_probe=wants_probe)
