"""Limits: bytes whether announced or not, requests a minute, and what the caller is told of them."""

from collections.abc import AsyncIterator

import pytest

from app.api.limits import RateLimiter
from tests.api.conftest import Service


async def chunks(total: int) -> AsyncIterator[bytes]:
    for _ in range(total // 65_536):
        yield b"x" * 65_536


async def test_a_body_without_a_length_is_cut_off_too(service: Service) -> None:
    answer = await service.client.post("/v1/articles", content=chunks(30_000_000), headers={"Content-Type": "text/plain"})
    assert answer.status_code == 413
    assert answer.json()["type"] == "/v1/problems#too_large"


async def test_small_requests_have_a_small_limit(service: Service) -> None:
    answer = await service.client.post("/v1/keys", content=b'{"name": "' + b"x" * 2_000_000, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413


async def test_every_answer_says_what_is_left(service: Service) -> None:
    answer = await service.client.get("/v1/articles")
    assert answer.headers["ratelimit-policy"] == '"key";q=6000;w=60'
    assert answer.headers["ratelimit"].startswith('"key";r=')


async def test_one_too_many_is_429_with_a_time_to_wait(service: Service) -> None:
    service.app.state.front.per_key.quota = 3
    service.app.state.front.per_key._buckets.clear()
    answers = [await service.client.get("/v1/articles") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert answers[-1].json()["type"] == "/v1/problems#rate_limited"


def test_the_bucket_fills_again() -> None:
    at = [0.0]
    limiter = RateLimiter(60, window_s=60, clock=lambda: at[0])
    assert [limiter.take("a").wait_s > 0 for _ in range(61)] == [False] * 60 + [True]
    assert limiter.take("b").wait_s == 0
    at[0] = 2.0
    assert [limiter.take("a").wait_s > 0 for _ in range(3)] == [False, False, True]


@pytest.mark.parametrize("path", ["/healthz", "/v1/articles", "/nothing", "/openapi.json", "/docs"])
async def test_security_headers_are_on_every_answer(service: Service, path: str) -> None:
    headers = (await service.client.get(path)).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
