"""What a decision notes besides the outcome."""

import pytest

from app.sources import Known, Outcome, classify
from tests.sources.web import ARTICLES, article, case, moved

_ASKED = "https://www.kestrel.example/news/harbour-bridge-reopens"
_KNOWN = Known(Outcome.OK, "Harbour bridge reopens", ARTICLES["en"][2], 430)


def _notes(asked: str, body: str = article("en"), **more: object) -> tuple[str, ...]:
    return classify(case("", Outcome.OK, asked, body, **more).facts).notes  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("", ()),
        ("#costs", ()),
        ("#tolls", ("fragment_missing",)),
        ("#:~:text=412%20steel%20hangers", ()),
        ("#:~:text=were%20no-,412%20steel,whole%20deck", ()),
        ("#:~:text=500%20steel%20hangers", ("text_fragment_missing",)),
        ("#costs:~:text=412%20steel", ()),
    ],
)
def test_a_fragment_that_is_gone_is_a_note_on_a_living_page(fragment: str, expected: tuple[str, ...]) -> None:
    assert expected == _notes(_ASKED + fragment, article("en", before='<h2 id="costs">Costs</h2>'))


def test_redirects_are_permanent_only_if_all_of_them_are() -> None:
    steps = ("http://kestrel.example/a", "https://kestrel.example/a", "https://www.kestrel.example/news/b")

    assert _notes(steps[0], hops=moved(*steps)) == ("permanent",)
    assert _notes(steps[0], hops=((steps[0], 301), (steps[1], 302), (steps[2], 200))) == ("temporary",)
    assert _notes(steps[0], hops=((steps[0], 301), (steps[1], 200), (steps[2], 200, {}, "refresh"))) == ("temporary",)


def test_another_site_is_noted() -> None:
    assert _notes("http://old.example/a/b", hops=moved("http://old.example/a/b", "https://new.example/a/b")) == ("permanent", "cross_site")


def test_a_page_that_is_not_what_we_knew_is_noted() -> None:
    other = "Rain fell all week over the northern valleys while farmers waited for dry weather before cutting their barley and wheat. " * 3

    assert _notes(_ASKED, known=_KNOWN) == ()
    assert _notes(_ASKED, f"<html><title>Rain</title><body><p>{other}</p></body></html>", known=_KNOWN) == ("not_as_known",)
