"""The gate: may an article be published as it stands? It reads folds and never fetches; what was never checked it moves forward."""

from collections.abc import Iterable, Mapping

from app.errors import Conflict, InvalidInput, NotFound
from app.sources.link_state import LinkState
from app.store import article_texts, gate_overrides, gate_policies, gate_reads, ids, schedule
from app.store.gate_reads import ClaimStanding
from app.store.tables import Priority
from app.verify import Status
from app.workflow.desk import Desk
from app.workflow.requests import NOTE_MAX_CHARS, GateDecision

PASS, WARN, BLOCK, PENDING = "pass", "warn", "block", "pending"
# The strictest effect of any claim decides for the article.
_STRICTEST_FIRST = (BLOCK, PENDING, WARN, PASS)
DEFAULT_POLICY = "default"
DEFAULT_RULES: Mapping[str, str] = {
    Status.VERIFIED: PASS,
    Status.ATTENTION: BLOCK,
    Status.BROKEN: BLOCK,
    Status.ARCHIVED: WARN,
    Status.UNVERIFIABLE: WARN,
    Status.PENDING: PENDING,
}
_FIXES = {
    Status.ATTENTION: "Correct the number, cite a source that says it, or record a review that accepts it.",
    Status.BROKEN: "Cite a source that answers, or a copy of this one in a web archive.",
    Status.ARCHIVED: "Cite the copy: the page itself is gone.",
    Status.UNVERIFIABLE: "Open the source and record a review: a person has to decide what could not be read.",
    Status.PENDING: "Wait for the visit, or ask for it with a check-run.",
}
_SUSPECT_FIX = "The page was not there at the last visit; it will be looked at again. If it is gone for good, cite another source."
_UNCITED_FIX = "Cite a source for the number, or record why it needs none."


def decide(desk: Desk, article_id: int, policy_name: str = DEFAULT_POLICY, revision: int | None = None) -> GateDecision:
    """Decide by a policy. Raises NotFound, and Conflict when `revision` is not the article's current one."""
    with desk.begin() as session:
        article = article_texts.present(session, article_id)
        if article is None:
            raise NotFound(f"There is no article {ids.encode(ids.Prefix.ARTICLE, article_id)}.")
        if revision is not None and revision != article.revision:
            raise Conflict(f"The article is at revision {article.revision}, not {revision}: ask again for the text that will be published.")
        policy = gate_policies.find(session, policy_name)
        if policy is None and policy_name != DEFAULT_POLICY:
            raise NotFound(f"There is no gate policy {policy_name!r}.")
        rules = {**DEFAULT_RULES, **(policy.rules if policy else {})}
        schedule.make_due(session, gate_reads.unchecked_sources(session, article_id), Priority.GATE, desk.now())
        standings = gate_reads.standings(session, article_id)
        override = gate_overrides.find(session, article_id, article.revision)
        against = [claim for claim in standings if rules[claim.status] != PASS]
        return GateDecision(
            decision=PASS if override else strictest(rules[claim.status] for claim in standings),
            revision=article.revision,
            policy=policy_name,
            reasons=tuple(_reason(claim) for claim in against),
            fixes=tuple(_fix(claim) for claim in against),
            valid_until=gate_reads.next_look(session, article_id),
            overridden_by=override.by if override else "",
        )


def strictest(effects: Iterable[str]) -> str:
    """Return the strictest of some effects; nothing to judge passes."""
    given = set(effects)
    return next((effect for effect in _STRICTEST_FIRST if effect in given), PASS)


def _reason(claim: ClaimStanding) -> tuple[str, str, str]:
    what = f"support {claim.support}, link {claim.link}" if claim.cited else "cites nothing"
    return (ids.encode(ids.Prefix.CLAIM, claim.id), claim.status, f"{claim.sentence} ({what.replace('_', ' ')})")


def _fix(claim: ClaimStanding) -> str:
    if not claim.cited:
        return _UNCITED_FIX
    if claim.status == Status.PENDING and claim.link == LinkState.SUSPECT:
        return _SUSPECT_FIX
    return _FIXES.get(Status(claim.status), "")


def override(desk: Desk, article_id: int, note: str, *, by: str) -> None:
    """Let the current revision pass in spite of what stands against it. Raises NotFound, InvalidInput without a note."""
    if not note.strip() or len(note) > NOTE_MAX_CHARS:
        raise InvalidInput(f"Say why, in at most {NOTE_MAX_CHARS} characters: an override is read by others later.", field="note")
    with desk.begin() as session:
        article = article_texts.present(session, article_id)
        if article is None:
            raise NotFound(f"There is no article {ids.encode(ids.Prefix.ARTICLE, article_id)}.")
        gate_overrides.add(session, article_id, article.revision, gate_overrides.Override(by, desk.now(), note))
