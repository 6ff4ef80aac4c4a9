"""Pages are called what they are; above all, no living page is called dead."""

import pytest

from tests.fetch.conftest import with_limits
from tests.press.contents import PAGES, ROUTES, Page
from tests.press.server import Press

pytestmark = [pytest.mark.servers, pytest.mark.enable_socket]


@pytest.mark.parametrize(("path", "page"), PAGES.items(), ids=PAGES)
async def test_a_page_gets_its_one_outcome(path: str, page: Page) -> None:
    async with Press(ROUTES) as press, with_limits(retries_max=0) as fetcher:
        visit = await fetcher.visit(press.url(path))
    assert visit.outcome is page.outcome, (visit.rule, visit.evidence)
