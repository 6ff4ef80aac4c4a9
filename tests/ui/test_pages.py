"""The pages, over ASGI: what an editor sees and does, and what a forged form cannot do."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from app.cli.serving import print_first_key
from app.errors import InvalidInput, NotAllowed
from app.ui.frame import TEMPLATES
from app.workflow import keys
from tests.api.conftest import Service, make

STRANGE = "Alder <script>alert(1)</script> grew by 13.3 percent [1].\n\n[1] https://stats.example/alder\n"


@pytest.fixture
def service(sqlite_template: Path, tmp_path: Path) -> Iterator[Service]:
    path = tmp_path / "stet.db"
    path.write_bytes(sqlite_template.read_bytes())
    made = make(f"sqlite:///{path}")
    yield made
    made.desk.engine.dispose()


ORIGIN = {"Origin": "http://stet.test", "Host": "stet.test"}


async def browser(service: Service, *scopes: str) -> httpx.AsyncClient:
    """Sign in as a browser would."""
    client = httpx.AsyncClient(transport=httpx.ASGITransport(service.app, raise_app_exceptions=False), base_url="http://stet.test")
    secret = keys.issue(service.desk, "Ada", scopes or ("admin",), by="test").secret
    answer = await client.post("/sign-in", data={"key": secret, "next": "/"}, headers=ORIGIN)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    return client


def token_in(page: str) -> str:
    found = re.search(r'name="token" value="([0-9a-f]{64})"', page)
    assert found is not None
    return found.group(1)


async def handed_in(client: httpx.AsyncClient, body: str) -> str:
    token = token_in((await client.get("/")).text)
    answer = await client.post("/articles", data={"token": token, "body": body, "title": "Alder grows"}, headers=ORIGIN)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


async def test_without_a_session_every_page_leads_to_the_sign_in(service: Service) -> None:
    client = httpx.AsyncClient(transport=httpx.ASGITransport(service.app), base_url="http://stet.test")
    for path in ("/", "/articles/art_1", "/claims/clm_1", "/sources/src_1", "/queue"):
        answer = await client.get(path)
        assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in?next={path}")


async def test_a_sign_in_link_works_once_and_not_by_looking_at_it(service: Service) -> None:
    secret = keys.issue_sign_in(service.desk).secret
    client = httpx.AsyncClient(transport=httpx.ASGITransport(service.app), base_url="http://stet.test")
    looked = [await client.get(f"/sign-in/{secret.removeprefix(keys.BEGINNING)}") for _ in range(2)]
    assert all(f'name="key" value="{secret}"' in page.text for page in looked)
    first = await client.post("/sign-in", data={"key": secret}, headers=ORIGIN)
    assert (first.status_code, (await client.get("/")).status_code) == (303, 200)
    again = await client.post("/sign-in", data={"key": secret}, headers=ORIGIN)
    assert again.status_code == 403


async def test_the_link_that_the_first_start_prints_signs_in(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    for key in keys.all_keys(service.desk):
        keys.revoke(service.desk, key.id, by="test")
    print_first_key(service.desk, "http://stet.test")
    link = re.search(r"http://stet.test(/sign-in/\S+)", capsys.readouterr().err)
    assert link is not None
    client = httpx.AsyncClient(transport=httpx.ASGITransport(service.app), base_url="http://stet.test")
    secret = re.search(r'name="key" value="([^"]+)"', (await client.get(link.group(1))).text)
    assert secret is not None
    answer = await client.post("/sign-in", data={"key": secret.group(1)}, headers=ORIGIN)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


async def test_a_sign_in_link_is_no_key_of_the_api_and_ends(service: Service) -> None:
    secret = keys.issue_sign_in(service.desk).secret
    answer = await service.client.get("/v1/articles", headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code == 401
    late = replace(service.desk, now=lambda: service.desk.now() + keys.ONE_TIME_LIFE)
    with pytest.raises(NotAllowed, match="expired"):
        keys.open_session(late, secret)


def test_no_key_can_take_the_name_of_a_sign_in_link(service: Service) -> None:
    with pytest.raises(InvalidInput, match="choose another"):
        keys.issue(service.desk, keys.ONE_TIME, ["read"], by="key:desk")


async def test_a_wrong_key_signs_nobody_in(service: Service) -> None:
    client = httpx.AsyncClient(transport=httpx.ASGITransport(service.app), base_url="http://stet.test")
    answer = await client.post("/sign-in", data={"key": "stet_wrong"}, headers=ORIGIN)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert "not known" in answer.text


async def test_the_session_cookie_is_out_of_reach_of_scripts(service: Service) -> None:
    client = httpx.AsyncClient(transport=httpx.ASGITransport(service.app), base_url="http://stet.test")
    secret = keys.issue(service.desk, "Ada", ("read",), by="test").secret
    answer = await client.post("/sign-in", data={"key": secret}, headers=ORIGIN)
    assert {"httponly", "samesite=lax"} <= {part.strip().lower() for part in answer.headers["set-cookie"].split(";")}


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example"])
async def test_signing_in_never_leads_elsewhere(service: Service, elsewhere: str) -> None:
    client = httpx.AsyncClient(transport=httpx.ASGITransport(service.app), base_url="http://stet.test")
    secret = keys.issue(service.desk, "Ada", ("read",), by="test").secret
    answer = await client.post("/sign-in", data={"key": secret, "next": elsewhere}, headers=ORIGIN)
    assert answer.headers["location"] == "/"


async def test_an_editor_hands_in_reads_and_decides(service: Service) -> None:
    client = await browser(service)
    place = await handed_in(client, "Its library lends 48,000 books a year [1].\n\n[1] https://library.example/figures\n")
    await service.work()
    page = (await client.get(place)).text
    assert "contradicted" in page
    assert "52,000 books" in page
    claim = re.search(r"/claims/(clm_\d+)", page)
    assert claim is not None
    shown = (await client.get(f"/claims/{claim.group(1)}")).text
    citation = re.search(r"/citations/(cit_\d+)/review", shown)
    version = re.search(r'name="version" value="(\d+)"', shown)
    assert citation is not None
    assert version is not None
    form = {"token": token_in(shown), "claim": claim.group(1), "version": version.group(1), "decision": "accepted", "note": "by phone"}
    answer = await client.post(f"/citations/{citation.group(1)}/review", data=form, headers=ORIGIN)
    assert answer.status_code == 303
    assert "by phone" in (await client.get(f"/claims/{claim.group(1)}")).text
    again = await client.post(f"/citations/{citation.group(1)}/review", data=form, headers=ORIGIN)
    assert again.status_code == 409
    for path in ("/", "/queue", "/sources/src_1"):
        assert (await client.get(path)).status_code == 200


async def test_text_of_articles_and_sources_is_text(service: Service) -> None:
    client = await browser(service)
    service.web.pages["https://stats.example/alder"] = "Alder &lt;img src=x onerror=alert(1)&gt; grew by 13.3 percent."
    place = await handed_in(client, STRANGE)
    await service.work()
    answer = await client.get(place)
    assert "<script" not in answer.text
    assert "<img" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("headers", [{}, {"Origin": "https://evil.example"}])
async def test_a_form_from_elsewhere_changes_nothing(service: Service, headers: dict[str, str]) -> None:
    client = await browser(service)
    token = token_in((await client.get("/")).text)
    answer = await client.post("/articles", data={"token": token, "body": STRANGE}, headers=headers)
    assert answer.status_code == 403
    assert "art_" not in (await client.get("/")).text


async def test_a_form_without_the_sessions_token_changes_nothing(service: Service) -> None:
    client = await browser(service)
    answer = await client.post("/articles", data={"token": "0" * 64, "body": STRANGE}, headers=ORIGIN)
    assert answer.status_code == 403


async def test_a_reader_may_not_write_check_or_review(service: Service) -> None:
    client = await browser(service, "read")
    token = token_in((await client.get("/")).text)
    for path in ("/articles", "/articles/art_1/recheck", "/citations/cit_1/review"):
        answer = await client.post(path, data={"token": token, "body": "x", "version": "1"}, headers=ORIGIN)
        assert answer.status_code == 403, path


async def test_signing_out_ends_the_session_for_good(service: Service) -> None:
    client = await browser(service)
    cookie = client.cookies["stet_session"]
    token = token_in((await client.get("/")).text)
    assert (await client.post("/sign-out", data={"token": token}, headers=ORIGIN)).status_code == 303
    client.cookies.set("stet_session", cookie)
    assert (await client.get("/")).status_code == 303


@pytest.mark.parametrize("path", ["/articles/art_99", "/claims/clm_99", "/sources/src_99", "/articles/nonsense"])
async def test_what_is_not_there_is_a_page_that_says_so(service: Service, path: str) -> None:
    client = await browser(service)
    answer = await client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "There is no" in answer.text


async def test_an_editor_looks_at_the_claims_of_one_status_with_their_articles(service: Service) -> None:
    client = await browser(service)
    await handed_in(client, "Its library lends 48,000 books a year [1].\n\n[1] https://library.example/figures\n")
    await service.work()
    waiting = (await client.get("/")).text
    assert "Waiting for an editor" in waiting
    assert 'in <a href="/articles/art_1">' in waiting
    assert "48,000 books" in (await client.get("/?status=attention")).text
    verified = (await client.get("/?status=verified")).text
    assert "48,000 books" not in verified
    assert "None." in verified
    assert (await client.get("/?status=nonsense")).status_code == 404


async def test_the_page_of_a_claim_says_what_the_source_says(service: Service) -> None:
    client = await browser(service)
    await handed_in(client, "Its library lends 48,000 books a year [1].\n\n[1] https://library.example/figures\n")
    await service.work()
    page = (await client.get("/claims/clm_1")).text
    assert "The source says <b>52,000 " in page
    assert "<mark>The library lends 52,000 books a year.</mark>" in page


async def test_the_page_of_a_claim_names_the_source_that_supports_what_another_lacks(service: Service) -> None:
    client = await browser(service)
    sentence = "The town of Alder grew by 13.3 percent [1], and its library lends 52,000 books a year [2]."
    await handed_in(client, f"{sentence}\n\n[1] https://stats.example/alder\n[2] https://library.example/figures\n")
    await service.work()
    page = (await client.get("/claims/clm_1")).text
    assert re.findall(r"but source (\d) supports it", page) == ["2", "1"]


@pytest.mark.parametrize(
    ("value", "shown"), [("4100000000", "4,100,000,000"), ("0.25", "0.25"), ("1E+40", "1E+40"), ("NaN", "NaN"), ("x", "x")]
)
def test_figures_are_grouped_by_thousands(value: str, shown: str) -> None:
    assert TEMPLATES.filters["figure"](value) == shown
