"""Whole pages: what a person would copy is main, and nothing that points elsewhere is."""

import pytest

from app import extract
from tests.extract.pages import Page, pages
from tests.extract.reading import main_text
from tests.extract.scoring import f1, numbers_kept


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_the_matter_of_a_page_is_main_and_the_rest_is_not(page: Page) -> None:
    found = main_text(extract.read(page.html.encode(), "text/html"))
    wanted = "\n".join(page.main)
    assert f1(found, wanted) >= 0.99
    assert numbers_kept(found, wanted) == 1.0
    assert [text for text in page.other if text in found] == []
