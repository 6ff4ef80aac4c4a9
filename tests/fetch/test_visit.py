"""A visit's questions: validators, the second profile, the root, the sibling; and what is recorded of it all."""

import asyncio
import gzip
import hashlib
import json
from dataclasses import replace

import pytest

from app.fetch import Conditional, Fetcher, Previous, visit_json
from app.fetch.names import NameFacts
from app.fetch.record import Cause
from app.sources import RULE_VERSION
from app.sources.outcome import Outcome, Resolves
from tests.fetch.conftest import LOOPBACK, with_limits
from tests.press.pages import article, notice
from tests.press.server import Press, Talk
from tests.press.wire import never_answers, ok

pytestmark = [pytest.mark.servers, pytest.mark.enable_socket]

QUIET = replace(LOOPBACK, ignore_robots=True)


async def validated(talk: Talk) -> None:
    if talk.headers.get("if-none-match") == '"v1"':
        await talk.send('HTTP/1.1 304 Not Modified\r\nETag: "v1"\r\n\r\n')
    else:
        await talk.answer(200, article(), ETag='"v1"', Last_Modified="Tue, 14 Nov 2023 22:00:00 GMT")


async def always_304(talk: Talk) -> None:
    await talk.send("HTTP/1.1 304 Not Modified\r\n\r\n")


class TestConditional:
    async def test_validators_are_kept_and_sent_and_a_304_means_the_copy_stands(self) -> None:
        async with Press({"/": validated}) as press, Fetcher(QUIET) as fetcher:
            first = await fetcher.visit(press.url("/"))
            again = await fetcher.visit(press.url("/"), conditional=Conditional(first.etag, first.last_modified))
            named = await fetcher.visit(
                press.url("/"), conditional=Conditional(first.etag), previous=Previous(title="Kept", media_type="text/html")
            )
        assert (named.title, named.media_type) == ("Kept", "text/html")
        assert (first.etag, first.last_modified) == ('"v1"', "Tue, 14 Nov 2023 22:00:00 GMT")
        assert (again.outcome, again.not_modified, again.body) == (Outcome.OK, True, b"")
        assert press.met[1].headers["if-modified-since"] == "Tue, 14 Nov 2023 22:00:00 GMT"

    async def test_a_304_to_nothing_is_asked_again_and_then_told(self) -> None:
        async with Press({"/": always_304}) as press, Fetcher(QUIET) as fetcher:
            visit = await fetcher.visit(press.url("/"))
        assert (visit.outcome, visit.not_modified, len(press.met)) == (Outcome.NOT_MODIFIED_WITHOUT_COPY, False, 2)

    async def test_the_same_bytes_keep_their_word_without_being_read(self) -> None:
        body = article()
        known = Previous(
            hashlib.sha256(body.encode()).hexdigest(), "", Outcome.PAYWALLED, "some.rule", RULE_VERSION, "Title", "text/html", "utf-8"
        )
        async with Press({"/": ok}) as press, Fetcher(QUIET) as fetcher:
            visit = await fetcher.visit(press.url("/"), previous=known._replace(final_url=press.url("/")))
            under_older_rules = await fetcher.visit(
                press.url("/"), previous=known._replace(final_url=press.url("/"), rule_version="links-0")
            )
        assert (visit.outcome, visit.rule, visit.title) == (Outcome.PAYWALLED, "some.rule", "Title")
        assert under_older_rules.outcome is Outcome.OK


async def only_for_browsers(talk: Talk) -> None:
    await (talk.answer(200, article()) if "accept-language" in talk.headers else talk.answer(403, notice("Forbidden", "No.")))


async def missing_to_us(talk: Talk) -> None:
    await (talk.answer(403, "no") if "accept-language" in talk.headers else talk.answer(404, notice("Not found", "Nothing here.")))


async def refuses(talk: Talk) -> None:
    await talk.answer(403, notice("Forbidden", "You may not see this."))


async def gone(talk: Talk) -> None:
    await talk.answer(410, notice("Gone", "Removed."))


class TestSecondProfile:
    async def test_a_page_shown_to_browsers_only_is_alive_and_says_how_it_was_asked(self) -> None:
        async with Press({"/": only_for_browsers}) as press, Fetcher(QUIET) as fetcher:
            visit = await fetcher.visit(press.url("/"))
        assert (visit.outcome, visit.profile, visit.http_status) == (Outcome.OK, "browser_like", 200)

    async def test_the_agent_string_is_the_same_in_both(self) -> None:
        async with Press({"/": refuses}) as press, Fetcher(QUIET) as fetcher:
            await fetcher.visit(press.url("/"))
        assert {met.headers["user-agent"] for met in press.met} == {QUIET.user_agent}
        assert len(press.met) == 2

    async def test_what_is_refused_twice_is_refused(self) -> None:
        async with Press({"/": refuses}) as press, Fetcher(QUIET) as fetcher:
            visit = await fetcher.visit(press.url("/"))
        assert (visit.outcome, visit.http_status, visit.redirects) == (Outcome.FORBIDDEN, 403, 0)
        assert b"You may not see this" in visit.body

    async def test_a_404_that_only_we_are_told_is_not_death(self) -> None:
        async with Press({"/x/y": missing_to_us, "/": ok}) as press, Fetcher(QUIET) as fetcher:
            visit = await fetcher.visit(press.url("/x/y"))
        assert visit.resolves is Resolves.BLOCKED

    async def test_a_404_of_a_host_that_refuses_its_root_is_not_death(self) -> None:
        async with Press({"/": refuses}) as press, Fetcher(QUIET) as fetcher:
            visits = [await fetcher.visit(press.url(path)) for path in ("/x/y", "/x/z")]
        assert {visit.resolves for visit in visits} == {Resolves.BLOCKED}
        assert press.paths().count("/") == 1  # asked for once for all pages of the host

    async def test_an_honest_404_is(self) -> None:
        async with Press({"/": ok, "/gone": gone}) as press, Fetcher(QUIET) as fetcher:
            outcomes = [(await fetcher.visit(press.url(path))).outcome for path in ("/x/y", "/gone")]
        assert outcomes == [Outcome.NOT_FOUND, Outcome.GONE]

    async def test_it_may_ask_first(self) -> None:
        async with Press({"/": only_for_browsers}) as press, Fetcher(QUIET) as fetcher:
            visit = await fetcher.visit(press.url("/"), second=True)
        assert (visit.profile, len(press.met)) == ("browser_like", 1)


async def everything_is_missing_at_200(talk: Talk) -> None:
    await talk.answer(200, notice("Page not found", "Sorry, the page you requested could not be found."))


async def short_but_true(talk: Talk) -> None:
    await talk.answer(200, notice("Unemployment", "The rate was 5.3 percent in May."))


class TestSibling:
    async def test_a_missing_page_told_with_200_is_condemned(self) -> None:
        async with Press({"/news/*": everything_is_missing_at_200, "/": ok}) as press, Fetcher(QUIET) as fetcher:
            visit = await fetcher.visit(press.url("/news/story-12"))
        assert visit.resolves is Resolves.DEAD

    async def test_a_short_true_page_is_alive(self) -> None:
        async with Press({"/data/rate": short_but_true, "/": ok}) as press, Fetcher(QUIET) as fetcher:
            visit = await fetcher.visit(press.url("/data/rate"))
        assert visit.outcome is Outcome.OK

    async def test_a_directory_is_probed_once(self) -> None:
        async with Press({"/news/*": everything_is_missing_at_200, "/": ok}) as press, Fetcher(QUIET) as fetcher:
            for number in range(3):
                await fetcher.visit(press.url(f"/news/story-{number}"))
        probes = [path for path in press.paths() if "story" not in path]
        assert len(probes) <= 1

    async def test_a_root_is_never_probed(self) -> None:
        async with Press({"/": everything_is_missing_at_200}) as press, Fetcher(QUIET) as fetcher:
            await fetcher.visit(press.url("/"))
        assert set(press.paths()) == {"/"}


class TestNames:
    @pytest.mark.parametrize(
        "facts", [(Outcome.DNS_NOT_FOUND, Cause("dns", 3, "nxdomain")), (Outcome.DNS_ERROR, Cause("dns", 2, "servfail"))]
    )
    async def test_the_name_servers_word_is_the_outcome(self, facts: NameFacts) -> None:
        async def names(_: str, __: float) -> NameFacts:
            return facts

        async with Fetcher(replace(QUIET, ignore_robots=True), names=names) as fetcher:
            visit = await fetcher.visit("http://no-such-host.invalid/")
        assert (visit.outcome, visit.causes[-1]) == facts


class TestDeadlines:
    async def test_the_whole_visit_ends_in_time_whatever_is_asked_on_the_way(self) -> None:
        async def slow_turn(talk: Talk) -> None:
            await asyncio.sleep(0.3)
            await talk.answer(302, Location=f"{talk.path}x")

        async with Press({"/*": slow_turn}) as press, with_limits(visit_deadline_s=1.0) as fetcher:
            visit = await fetcher.visit(press.url("/"))
        assert (visit.outcome, visit.elapsed_s < 2.0) == (Outcome.TIMEOUT, True)

    async def test_cancelling_frees_the_handle_and_the_turn(self) -> None:
        async with Press({"/slow": never_answers, "/": ok}) as press, Fetcher(replace(QUIET, host_concurrency=1)) as fetcher:
            task = asyncio.create_task(fetcher.visit(press.url("/slow")))
            for _ in range(20):  # far enough to be in flight
                await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert not fetcher._tools.transport._busy
            assert (await fetcher.visit(press.url("/"))).outcome is Outcome.OK


class TestMany:
    async def test_all_are_answered_once_and_a_slow_host_does_not_hold_up_the_rest(self) -> None:
        async with (
            Press({"/*": ok}) as quick,
            Press({"/*": never_answers}) as slow,
            Fetcher(replace(QUIET, first_byte_deadline_s=3.0)) as fetcher,
        ):
            urls = [slow.url("/0"), *(quick.url(f"/{number}") for number in range(30)), "http://a..b/"]
            seen = [visit.url async for visit in fetcher.visit_many(urls)]
        assert sorted(seen) == sorted(urls)
        assert seen[-1] == slow.url("/0")

    async def test_hundreds_in_flight_end_each_with_its_own_answer(self) -> None:
        async def numbered(talk: Talk) -> None:
            await asyncio.sleep(0.05)
            await talk.answer(200, article(f"Story number {talk.path[1:]}"))

        patient = replace(
            QUIET, host_concurrency=300, concurrency=300, visit_deadline_s=30.0, connect_deadline_s=20.0, first_byte_deadline_s=20.0
        )
        async with Press({"/*": numbered}) as press, Fetcher(patient) as fetcher:
            visits = await asyncio.gather(*(fetcher.visit(press.url(f"/{number}")) for number in range(300)))
        assert [visit.title for visit in visits] == [f"Story number {number}" for number in range(300)]

    async def test_leaving_early_stops_the_rest(self) -> None:
        async with Press({"/*": ok}) as press, Fetcher(QUIET) as fetcher:
            async for visit in fetcher.visit_many([press.url(f"/{number}") for number in range(20)]):
                first = visit
                break
        assert first.outcome is Outcome.OK


class TestRecord:
    async def test_a_record_says_where_how_long_and_from_where(self) -> None:
        async with Press({"/": ok}) as press, Fetcher(replace(QUIET, vantage="desk")) as fetcher:
            visit = await fetcher.visit(press.url("/"), asked_by="ann")
        hop = visit.hops[0]
        assert (hop.address, hop.http_version, hop.status, hop.how) == ("127.0.0.1", "1.1", 200, "request")
        assert (visit.vantage, visit.asked_by, visit.charset, visit.media_type) == ("desk", "ann", "utf-8", "text/html")
        assert visit.sha256 == hashlib.sha256(visit.body).hexdigest()
        assert 0 < hop.timings.total_s < 2

    async def test_cookie_values_are_not_recorded(self) -> None:
        async def sets(talk: Talk) -> None:
            await talk.answer(200, article(), Set_Cookie="session=secret; Path=/")

        async with Press({"/": sets}) as press, Fetcher(QUIET) as fetcher:
            visit = await fetcher.visit(press.url("/"))
        assert ("set-cookie", "session=") in visit.hops[0].headers
        assert "secret" not in repr(visit)

    async def test_the_printed_form_keeps_its_contract(self) -> None:
        async with Press({"/": ok}) as press, Fetcher(QUIET) as fetcher:
            shown = visit_json(await fetcher.visit(press.url("/")), with_text=True)
            failed = visit_json(await fetcher.visit("http://127.0.0.1:1/"))
        keys = {"url", "outcome", "resolves", "http_status", "final_url", "redirects", "media_type", "title", "rule", "causes", "timings"}
        assert keys <= set(json.loads(json.dumps(shown)))
        assert "percent more than in" in shown["text"]
        assert failed["causes"] == [
            {"layer": "curl", "code": 7, "name": "couldnt_connect"},
            {"layer": "errno", "code": 111, "name": "ECONNREFUSED"},
        ]

    async def test_signs_beyond_ascii_are_sent_back_as_they_came(self) -> None:
        async def sets(talk: Talk) -> None:
            if "cookie" in talk.headers:
                await talk.answer(200, article())
            else:
                await talk.answer(302, Location="/", Set_Cookie="name=größe; Path=/")

        limits = replace(QUIET, user_agent="Prüfer/1 (+https://example.org)")
        async with Press({"/": sets}) as press, Fetcher(limits) as fetcher:
            visit = await fetcher.visit(press.url("/"), conditional=Conditional('"ä\x00\r"', "gestern"))
        assert visit.outcome is Outcome.OK
        assert press.met[1].headers["cookie"].encode("latin-1").decode() == "name=größe"
        assert "if-none-match" not in press.met[0].headers

    async def test_the_body_is_what_the_page_says_after_decoding(self) -> None:
        async def packed(talk: Talk) -> None:
            await talk.answer(200, gzip.compress(article().encode()), Content_Encoding="gzip")

        async with Press({"/": packed}) as press, Fetcher(QUIET) as fetcher:
            assert (await fetcher.visit(press.url("/"))).body == article().encode()

    async def test_environment_proxies_are_ignored(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
        monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
        async with Press({"/": ok}) as press, Fetcher(QUIET) as fetcher:
            assert (await fetcher.visit(press.url("/"))).outcome is Outcome.OK
