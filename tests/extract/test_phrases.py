"""What short texts say of a page's parts, and what they must not be taken for."""

import pytest

from app.extract.html_phrases import _MACHINERY_HINTS, _WORDS, Phrase, is_machinery, machinery_hints, phrase_of


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Related articles", Phrase.RELATED),
        ("Mehr zum Thema", Phrase.RELATED),
        ("À lire aussi", Phrase.RELATED),
        ("Te puede interesar", Phrase.RELATED),
        ("相关新闻", Phrase.RELATED),
        ("3 Comments", Phrase.COMMENT),
        ("Leave a reply", Phrase.COMMENT),
        ("READ MORE: Boats in the harbour", Phrase.PROMO),
        ("By Maria Keel", Phrase.BYLINE),
        ("Updated: 5 May 2020", Phrase.BYLINE),
        ("June 8, 2012 6:14 AM", Phrase.DATE),
        ("Dienstag, 12. März 2024, 15:04 Uhr", Phrase.DATE),
        ("2024年3月12日", Phrase.DATE),
        ("Maria Keel | 12 March 2024 | 3 comments", Phrase.DATE),
        ("2019年9月7日 08:05:32\n来源：海岸报", Phrase.DATE),
        ("Advertisement", Phrase.NOISE),
        ("Share this", Phrase.NOISE),
        ("Read or Share this story: http://news.example/1", Phrase.NOISE),
        ("Pages: 1 2 3 4", Phrase.NOISE),
        ("Accept all", Phrase.NOISE),
        ("Alle akzeptieren", Phrase.NOISE),
        ("Lesezeit: 3 Min.", Phrase.NOISE),
        ("Noch 10 Gratis-Artikel diesen Monat", Phrase.NOISE),
        ("Mots-clés : ponts, conseil", Phrase.NOISE),
        ("Síguenos en Facebook", Phrase.NOISE),
        ("Contenuto riservato agli abbonati", Phrase.NOISE),
        ("Comments (24)", Phrase.COMMENT),
        ("Melden Sie sich an, um zu kommentieren", Phrase.COMMENT),
        ("Оставить комментарий", Phrase.COMMENT),
        ("(Credit: Marguerite Keel/Coast)", Phrase.NOISE),
        ("Foto: M. Keel", Phrase.NOISE),
        ("Photo by Maria Keel", Phrase.NOISE),
        ("Maria Keel / AFP / Getty Images", Phrase.NOISE),
        ("Bild 1 von 9", Phrase.NOISE),
        ("（责任编辑：王明）", Phrase.BYLINE),
        ("本文来源：海岸报 责任编辑：王明", Phrase.BYLINE),
        ("© 2024 Coast Media", Phrase.NOISE),
    ],
)
def test_labels_are_known_in_many_languages(text: str, phrase: Phrase) -> None:
    assert phrase_of(text) is phrase


@pytest.mark.parametrize(
    "text",
    [
        "5.10",
        "1.234.567",
        "12.50 euros",
        "3-5-7",
        "2,024 boats",
        "1990",
        "More than 300 people came",
        "Most people agree",
        "By 2024 the fleet had 14 boats.",
        "Comments on the figures for 2023",
        "Related party transactions came to 5 million",
        "The latest figures show 14 boats",
        "Total: 42",
        "Page 12 of the report names 14 boats",
        "Photo 51",
        "Accept all 14 boats or none",
        "Support for the party fell to 14 percent",
        "Follow-up costs came to 5 million",
        "Photographs of 14 boats in the harbour",
        "The harbour in winter, seen from the bridge with its 14 boats (Reuters)",
        "Credit to households came to 5 billion",
        "Fleet | 12 March 2024 | 14 boats",
        "Launched by the port\n12 March 2024",
        "Boats in the harbour - Coast - 12 March 2024",
    ],
)
def test_figures_and_sentences_are_no_labels(text: str) -> None:
    assert phrase_of(text) is Phrase.NONE


@pytest.mark.parametrize(
    "text",
    [
        "We use cookies to improve your experience on our site.",
        "Wir verwenden Cookies, um Inhalte zu personalisieren.",
        "Sign up for our weekly newsletter and get the news in your inbox.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "Please enable JavaScript to view this page.",
        "You have reached your limit of 3 free articles.",
        "Nous utilisons des cookies pour améliorer votre expérience.",
        "We and our 842 partners store and access personal data, like browsing data, on your device.",
        "Nous et nos 842 partenaires traitons des données personnelles, comme votre adresse.",
        "Schrijf je in voor onze nieuwsbrief en mis niets.",
        "Zapisz się do naszego newslettera i bądź na bieżąco.",
        "Il vous reste 75 % de cet article à lire. La suite est réservée aux abonnés.",
        "Get the best of the Coast Daily delivered to your inbox every day",
    ],
)
def test_machinery_is_known_by_its_words(text: str) -> None:
    assert is_machinery(text)


def test_every_pattern_of_machinery_has_a_hint_to_be_found_by() -> None:
    assert [pattern for pattern in _WORDS["machinery"] if not any(hint in pattern for hint in _MACHINERY_HINTS)] == []


def test_hints_found_in_a_page_are_enough_to_know_machinery() -> None:
    page = "The boats came back on Monday.\nPlease enable JavaScript to view this page.\n免责声明：本文不代表本站观点。"
    found = machinery_hints(page)
    assert [is_machinery(line, found) for line in page.splitlines()] == [False, True, True]
    assert not any(is_machinery(line, ()) for line in page.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        "The bakery sold 12,000 cookies in one day, more than ever before.",
        "The newsletter of the union has 4,000 readers, its editor said on Monday.",
        "He subscribed 3 million euros of new shares in the company.",
        "The privacy of 5 million users was at stake, the court found.",
        "We debuted a tool that eats 14 kinds of cookies, said the group.",
        "Workers may not set cookies by way of such answers, says the standard.",
        "We asked 14 partners of the firm how much data they keep, and none would say.",
        "Der Inhalt der 14 Kisten wurde am Montag gezählt.",
    ],
)
def test_sentences_about_such_things_are_matter(text: str) -> None:
    assert not is_machinery(text)
