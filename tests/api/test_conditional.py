"""Entity tags: reads that cost nothing, writes that overwrite nobody."""

import httpx
import pytest

from tests.api.conftest import ARTICLE, Service

BODY = {"body": ARTICLE, "format": "text"}


async def test_a_reader_who_has_it_gets_304(service: Service) -> None:
    made = await service.hand_in()
    for path in (f"/v1/articles/{made['id']}", "/v1/articles", "/v1/claims", f"/v1/articles/{made['id']}/claims", "/v1/sources"):
        first = await service.client.get(path)
        again = await service.client.get(path, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b""), path
        assert again.headers["etag"] == first.headers["etag"]


async def test_a_change_is_read_anew(service: Service) -> None:
    made = await service.hand_in()
    first = await service.client.get("/v1/claims")
    await service.work()
    again = await service.client.get("/v1/claims", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 200
    assert made["id"] in again.text


async def test_single_things_have_strong_tags_and_lists_weak_ones(service: Service) -> None:
    made = await service.hand_in()
    assert (await service.client.get(f"/v1/articles/{made['id']}")).headers["etag"].startswith('"')
    assert (await service.client.get("/v1/articles")).headers["etag"].startswith('W/"')


async def test_a_write_on_an_old_version_is_412_and_changes_nothing(either: Service) -> None:
    made = await either.hand_in(title="First")
    path = f"/v1/articles/{made['id']}"
    old = (await either.client.get(path)).headers["etag"]
    fresh = await either.client.put(path, json={**BODY, "title": "Second"}, headers={"If-Match": old})
    assert fresh.status_code == 200
    late = await either.client.put(path, json={**BODY, "title": "Third"}, headers={"If-Match": old})
    assert (late.status_code, late.json()["type"]) == (412, "/v1/problems#stale")
    assert (await either.client.get(path)).json()["title"] == "Second"
    assert (await either.client.delete(path, headers={"If-Match": old})).status_code == 412


async def test_the_tag_of_a_write_is_the_one_to_go_on_with(service: Service) -> None:
    made = await service.hand_in()
    path = f"/v1/articles/{made['id']}"
    tag = (await service.client.put(path, json={**BODY, "title": "Second"})).headers["etag"]
    assert (await service.client.put(path, json={**BODY, "title": "Third"}, headers={"If-Match": tag})).status_code == 200


async def test_a_star_matches_whatever_is_there(service: Service) -> None:
    made = await service.hand_in()
    assert (await service.client.delete(f"/v1/articles/{made['id']}", headers={"If-Match": "*"})).status_code == 204
    assert (await service.client.get(f"/v1/articles/{made['id']}")).status_code == 404


@pytest.mark.parametrize("tag", ['W/"1-00"', '"abc"', '"99999999999999999999-0"', '"', "1, 2", "1", "1-0", "null", "", '"0-0"'])
async def test_what_is_no_current_tag_of_ours_matches_nothing(service: Service, tag: str) -> None:
    made = await service.hand_in()
    answer = await service.client.delete(f"/v1/articles/{made['id']}", headers={"If-Match": tag})
    assert answer.status_code == 412


async def test_a_tag_of_other_than_printable_signs_is_refused(service: Service) -> None:
    made = await service.hand_in()
    headers = httpx.Headers({"If-Match": '"\u00e9"'}, encoding="latin-1")
    assert (await service.client.delete(f"/v1/articles/{made['id']}", headers=headers)).status_code == 422
