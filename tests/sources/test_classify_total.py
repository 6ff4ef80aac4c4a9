"""Whatever a visit brings, it gets one outcome: no facts raise, and the same facts get the same answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.sources import Failure, HopFacts, Known, Outcome, ProbeFacts, Resolves, VisitFacts, classify
from app.sources.page_facts import PageFacts

_WORDS = st.sampled_from(
    [
        "Page not found",
        "404",
        "Sorry",
        "Log in",
        "This domain is for sale",
        "Just a moment...",
        "casino",
        "maintenance",
        "cookies",
        "",
        "見つかりません",
        "ﷺ",
        "\x00",
        "a" * 3000,
    ]
)
_TEXT = st.lists(_WORDS | st.text(max_size=20), max_size=5).map(" ".join)
_URLS = st.sampled_from(
    [
        "http://a.example/x/y.html",
        "http://a.example/",
        "https://b.example/login?next=/x",
        "http://[::1]/x",
        "not a url",
        "",
        "http://a.example/404",
        "http://a.example/%ff%fe?q=%zz",
    ]
)
_PAGES = st.builds(
    PageFacts,
    title=_TEXT,
    headings=st.lists(_TEXT, max_size=3).map(tuple),
    text=_TEXT,
    main_text=_TEXT,
    text_chars=st.integers(0, 5000),
    main_chars=st.integers(0, 5000),
    script_count=st.integers(0, 3),
    canonical=_URLS,
    robots_meta=st.sampled_from(["", "noindex"]),
    classes=st.lists(st.sampled_from(["error404", "paywall", "x"]), max_size=2).map(tuple),
    forms=st.sampled_from([(), ("password pw",)]),
    json_ld=st.lists(st.sampled_from(['{"isAccessibleForFree": false}', "{", "[" * 2000, '{"@type": "NewsArticle"}']), max_size=2).map(
        tuple
    ),
    script_sources=st.sampled_from([(), ("/a.js",), ("https://ct.captcha-delivery.com/c.js",)]),
    noscript=_TEXT,
)
_HOPS = st.builds(
    HopFacts,
    url=_URLS,
    status=st.none() | st.sampled_from([0, 100, 200, 202, 204, 300, 301, 302, 304, 401, 403, 404, 410, 429, 451, 500, 503, 999, 1000, -1]),
    headers=st.sampled_from([(), (("retry-after", "10"),), (("cf-mitigated", "challenge"),), (("x-robots-tag", "noindex"),)]),
    how=st.sampled_from(["request", "redirect", "refresh", "retry", "?"]),
)
_FACTS = st.builds(
    VisitFacts,
    url=_URLS,
    hops=st.lists(_HOPS, max_size=4).map(tuple),
    failure=st.none() | st.builds(Failure, outcome=st.sampled_from(Outcome), phase=st.sampled_from(["", "body", "connect"])),
    page=st.none() | _PAGES,
    media_type=st.sampled_from(["", "text/html", "text/plain", "image/png", "application/json", "nonsense"]),
    body_bytes=st.integers(0, 10**8),
    body_start=_TEXT,
    truncated=st.booleans(),
    too_large=st.booleans(),
    undecodable=st.booleans(),
    has_copy=st.booleans(),
    known=st.none() | st.builds(Known, outcome=st.none() | st.sampled_from(Outcome), main_text=_TEXT, main_chars=st.integers(0, 5000)),
    probe=st.none()
    | st.builds(ProbeFacts, url=_URLS, status=st.none() | st.sampled_from([200, 404, 503]), final_url=_URLS, page=st.none() | _PAGES),
    root_status=st.none() | st.sampled_from([200, 403]),
    second_status=st.none() | st.sampled_from([200, 404]),
)
_BOUNDED = settings(max_examples=500, deadline=None)


@_BOUNDED
@given(_FACTS)
def test_every_visit_gets_one_outcome(facts: VisitFacts) -> None:
    decision = classify(facts)

    assert decision == classify(facts)
    assert decision.rule
    assert len(decision.evidence) < 20


@_BOUNDED
@given(_FACTS)
def test_refusals_are_never_deaths(facts: VisitFacts) -> None:
    refused = facts.hops[-1].status if facts.hops else None
    if facts.failure is None and refused in (401, 429, 451, 999):
        assert classify(facts).resolves is not Resolves.DEAD


@_BOUNDED
@given(_FACTS)
def test_what_did_not_arrive_whole_is_never_dead(facts: VisitFacts) -> None:
    arrived = facts.hops[-1].status if facts.hops else None
    if facts.failure is None and arrived == 200 and (facts.truncated or facts.undecodable) and facts.page is None and len(facts.hops) == 1:
        assert classify(facts).resolves is not Resolves.DEAD


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_failure_before_any_answer_keeps_its_name(outcome: Outcome) -> None:
    assert classify(VisitFacts("http://a.example/x", failure=Failure(outcome, "connect"))).outcome is outcome
