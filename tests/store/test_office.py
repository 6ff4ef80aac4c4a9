"""Keys, repeated requests, reviews, the host's clock, policies: each promise on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlmodel import SQLModel

from app import store
from app.errors import Conflict, InvalidInput, NotAllowed, NotFound, Stale
from app.store import clock, gate_policies, idempotency, keys, reviews, stats
from app.store.idempotency import Answer
from app.store.reviews import Decision
from tests.store.press import NOW, RULES, check_all, claim, lend, publish

KEY, CITATION, EVENT, ARTICLE = (SQLModel.metadata.tables[name] for name in ("key", "citation", "event", "article"))
YEAR = timedelta(days=365)


def test_a_key_is_known_by_its_secret_only(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        issued = keys.issue(session, "desk", ["read", "write"], NOW)
        assert issued.secret not in str(session.connection().execute(select(KEY)).all())
        assert keys.authenticate(session, issued.secret, NOW).name == "desk"
        for wrong in ("", "stet_", issued.secret[:-1] + "x", issued.secret + "0", "\ud800"):
            with pytest.raises(NotAllowed, match="not known"):
                keys.authenticate(session, wrong, NOW)


def test_a_key_ends_by_time_or_by_hand(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        short = keys.issue(session, "short", ["read"], NOW, NOW + timedelta(hours=1))
        with pytest.raises(NotAllowed, match="expired"):
            keys.authenticate(session, short.secret, NOW + timedelta(hours=2))
        keys.revoke(session, short.key.id, NOW)
        with pytest.raises(NotAllowed, match="revoked"):
            keys.authenticate(session, short.secret, NOW)
        with pytest.raises(NotFound):
            keys.revoke(session, 999, NOW)


@pytest.mark.parametrize("scopes", [[], ["root"], ["read", "everything"]])
def test_a_key_has_scopes_that_exist(engine: store.Engine, scopes: list[str]) -> None:
    with store.begin(engine) as session, pytest.raises(InvalidInput, match="choose from"):
        keys.issue(session, "desk", scopes, NOW)


def test_the_use_of_a_key_is_noted_once_a_minute(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        issued = keys.issue(session, "desk", ["admin"], NOW)
        for seconds, noted in ((0, 0), (30, 0), (61, 61)):
            keys.touch(session, issued.key.id, NOW + timedelta(seconds=seconds))
            assert session.connection().execute(select(KEY.c.last_used_at)).scalar() == NOW + timedelta(seconds=noted)
        assert keys.any_admin(session, NOW)


def test_a_repeated_request_gets_its_answer_again(engine: store.Engine) -> None:
    answer = Answer(201, {"location": "/v1/articles/art_1"}, b"{}")
    with store.begin(engine) as session:
        assert idempotency.claim(session, 1, "t", "body", NOW) is None
        idempotency.keep(session, 1, "t", answer)
    with store.begin(engine) as session:
        assert idempotency.claim(session, 1, "t", "body", NOW) == answer
        assert idempotency.claim(session, 2, "t", "body", NOW) is None
        with pytest.raises(idempotency.OtherBody):
            idempotency.claim(session, 1, "t", "other", NOW)


def test_a_request_in_flight_is_not_done_twice(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        assert idempotency.claim(session, 1, "t", "body", NOW) is None
    with store.begin(engine) as session:
        with pytest.raises(idempotency.InFlight):
            idempotency.claim(session, 1, "t", "body", NOW)
        assert idempotency.claim(session, 1, "t", "body", NOW + timedelta(minutes=2)) is None
        idempotency.let_go(session, 1, "t")
        assert idempotency.claim(session, 1, "t", "other", NOW) is None
        assert idempotency.forget_old(session, NOW + YEAR) == 1


def test_one_of_many_same_requests_does_the_work(engine: store.Engine) -> None:
    def claim_it(_: int) -> bool:
        try:
            with store.begin(engine) as session:
                return idempotency.claim(session, 1, "t", "body", NOW) is None
        except Conflict:
            return False

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(claim_it, range(8))) == 1


def _reviewed(session: store.Session, **how: object) -> int:
    publish(session, claim("A.", "a.org/1"))
    check_all(session, lend(session), support="contradicted")
    citation = int(session.connection().execute(select(CITATION.c.id)).scalar_one())
    reviews.record(session, RULES, citation, Decision("confirmed", "key:desk", **how), NOW)  # type: ignore[arg-type]
    return citation


def _status(session: store.Session) -> tuple[str, str]:
    row = session.connection().execute(select(CITATION.c.review, ARTICLE.c.status).join_from(CITATION, ARTICLE, ARTICLE.c.id == 1)).one()
    return row.review, row.status


def test_a_review_counts_until_the_evidence_changes(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        citation = _reviewed(session)
        assert _status(session) == ("confirmed", "verified")
        with pytest.raises(Stale):
            reviews.record(session, RULES, citation, Decision("disputed", "x", expected_version=1), NOW)
        with pytest.raises(Conflict, match="evidence"):
            reviews.record(session, RULES, citation, Decision("disputed", "x", pinned_sha256="b" * 64), NOW)
        with pytest.raises(NotFound):
            reviews.record(session, RULES, 999, Decision("disputed", "x"), NOW)


def test_a_review_ends_at_its_time(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        citation = _reviewed(session, expires_at=NOW + timedelta(days=1))
        assert reviews.expire_due(session, RULES, NOW) == []
        assert reviews.expire_due(session, RULES, NOW + timedelta(days=2)) == [citation]
        assert reviews.expire_due(session, RULES, NOW + timedelta(days=2)) == []
        assert _status(session) == ("none", "attention")
    with store.read(engine) as session:
        last = session.connection().execute(select(EVENT.c.type).order_by(EVENT.c.id.desc()).limit(1)).scalar()
        assert last == "review.expired"


def test_a_host_takes_one_request_at_a_time(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        assert clock.acquire(session, "a.org", 60, "w1/1", NOW) == 0.0
        assert clock.acquire(session, "a.org", 60, "w2/1", NOW + timedelta(seconds=10)) == 50.0
        assert clock.release(session, "a.org", "w1/1", free_in_s=1.5, backoff=2, gap_s=1.5, now=NOW + timedelta(seconds=11))
        assert clock.acquire(session, "a.org", 60, "w2/1", NOW + timedelta(seconds=11)) == 1.5
        assert clock.acquire(session, "a.org", 60, "w2/1", NOW + timedelta(seconds=13)) == 0.0
        assert not clock.release(session, "a.org", "w1/1", free_in_s=0, backoff=0, gap_s=None, now=NOW)
        assert clock.patience(session, "a.org") == clock.HostPatience(2, 1.5)


def test_only_one_of_many_gets_the_host(engine: store.Engine) -> None:
    def ask(number: int) -> float:
        with store.begin(engine) as session:
            return clock.acquire(session, "a.org", 60, f"w{number}")

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(8))).count(0.0) == 1


def test_robots_are_kept(engine: store.Engine) -> None:
    kept = clock.Robots("User-agent: *\nDisallow: /", "allowed", NOW)
    with store.begin(engine) as session:
        assert clock.robots(session, "a.org") is None
        clock.keep_robots(session, "a.org", kept)
        assert clock.robots(session, "a.org") == kept


def test_a_gate_policy_is_changed_by_version(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        gate_policies.save(session, "default", {"broken": "block"}, NOW)
        changed = gate_policies.save(session, "default", {"broken": "warn"}, NOW, expected_version=1)
        assert (changed.version, changed.rules) == (2, {"broken": "warn"})
        with pytest.raises(Stale):
            gate_policies.delete(session, "default", expected_version=1)
        gate_policies.delete(session, "default", expected_version=2)
        with pytest.raises(NotFound):
            gate_policies.delete(session, "default")


def test_statistics_tell_how_the_queue_stands(engine: store.Engine) -> None:
    with store.begin(engine) as session:
        publish(session, *(claim(f"{n}.", f"h{n}.org/1", position=n) for n in range(5)))
    with store.begin(engine) as session:
        check_all(session, lend(session, hosts=2))
        lend(session, "w2", hosts=1)
        seen = stats.look(session, NOW + timedelta(seconds=5))
    assert (seen.queue.ready, seen.queue.urgent, seen.queue.leased, seen.queue.late_s) == (2, 2, 1, 5.0)
    assert [(worker.name, worker.hosts) for worker in seen.queue.workers] == [("w2", 1)]
    assert (seen.sizes["source"], seen.claims["verified"], seen.claims["pending"]) == (5, 2, 3)
    assert (seen.checks_last_minute, seen.latest_outcomes) == (2, {"ok": 2})
