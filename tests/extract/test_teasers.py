"""Other articles that stand on an article's page never support a claim; sections of the article itself do."""

import pytest

from app import extract
from app.extract.html_phrases import reads_on
from tests.extract.reading import main_text

TITLE = "Council repairs the old bridge before winter"
PROSE = "The town council met on Monday evening and agreed, after three hours, to repair the old bridge for 4.2 million euros."
OTHERS = tuple(
    f"The {what} of the valley reported {count} visitors this summer, more than in any year since the flood of 1997, its head said."
    for what, count in (("museum", "14,200"), ("castle", "51,000"), ("zoo", "88,300"), ("library", "9,750"))
)


def _main(body: str) -> str:
    page = f"<!DOCTYPE html><html lang=en><meta charset=utf-8><title>{TITLE} | Valley Post</title><body>{body}</body></html>"
    return main_text(extract.read(page.encode(), "text/html"))


def _blurbs(way_on: str) -> str:
    return "".join(f'<div><div>News</div><div>{text}</div><div><a href="/x">{way_on}</a></div></div>' for text in OTHERS)


@pytest.mark.parametrize("way_on", ["Read the rest", "weiter lesen", "Lire la suite", "Leer más", "阅读全文"])
def test_blurbs_that_ask_to_read_on_are_other_articles(way_on: str) -> None:
    article = f"<div><div><b>{TITLE}</b></div>{f'<p>{PROSE}</p>' * 4}</div>"
    assert _main(f"<div><div>{_blurbs(way_on)}</div>{article}</div>") == "\n".join([TITLE, *[PROSE] * 4])


def test_blurbs_in_a_part_named_for_them_may_outweigh_a_short_article() -> None:
    headed = "".join(
        f'<div><h2><a href="/x">{text[:50]}</a></h2><p>{text}</p><h3><a href="/x">READ ON</a></h3></div>' for text in OTHERS * 2
    )
    article = f"<h1>{TITLE}</h1><div class='post'><p>{PROSE}</p><p>{PROSE}</p></div>"
    assert _main(f"<div>{article}<div class='next-post post'>{headed}</div></div>") == f"{TITLE}\n{PROSE}\n{PROSE}"


def test_a_digest_keeps_its_sections_though_each_asks_to_read_on() -> None:
    digest = f"<article><h1>{TITLE}</h1><p>{PROSE}</p><p>{PROSE}</p>{_blurbs('Read more')}</article>"
    assert all(text in _main(digest) for text in OTHERS)


def test_a_list_of_news_keeps_its_blurbs() -> None:
    assert all(text in _main(f"<h1>Valley Post</h1><div>{_blurbs('Read more')}</div>") for text in OTHERS)


def test_whole_articles_that_follow_are_not_the_one_that_was_cited() -> None:
    cited = f"<article><header><h2>{TITLE}</h2></header><div><p>{PROSE}</p><p>{PROSE}</p><h3>What next</h3><p>{PROSE}</p></div></article>"
    following = "".join(
        f"<article><header><h2>News of the valley, part {number}</h2></header><div><p>{text}</p><p>{text}</p></div></article>"
        for number, text in enumerate(OTHERS)
    )
    assert _main(f"<main>{cited}{following}</main>") == f"{TITLE}\n{PROSE}\n{PROSE}\nWhat next\n{PROSE}"


def test_an_article_cut_into_articles_keeps_its_sections() -> None:
    first = f"<article><h1>{TITLE}</h1><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p></article>"
    sections = "".join(f"<article><h2>Part {number}</h2><p>{text}</p></article>" for number, text in enumerate(OTHERS))
    assert all(text in _main(f"<main>{first}{sections}</main>") for text in OTHERS)


def test_the_headline_said_again_and_headings_that_head_nothing_are_frame() -> None:
    again = f'<p class="crumbs">Valley</p><h1>{TITLE}</h1><p>{PROSE}</p><h2>{TITLE}</h2><p>{PROSE}</p><h3>Our tips for you</h3>'
    assert _main(f"<div>{again}</div>") == f"{TITLE}\n{PROSE}\n{PROSE}"


@pytest.mark.parametrize(
    "text", ["Learn more", "Book now", "More", "Read more about the bridge and its long history in our archive", "Reading"]
)
def test_other_links_do_not_ask_to_read_on(text: str) -> None:
    assert not reads_on(text)


AUTHORED = '<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Maria Keel"}]}</script>'
LIFE = "Maria Keel has written about the 14 bridges of the valley for twenty years. She lives by the river."


@pytest.mark.parametrize("said", [AUTHORED, '<meta name="author" content="Maria Keel">'])
def test_a_life_of_the_author_at_the_end_is_no_matter(said: str) -> None:
    article = f"<article><h1>{TITLE}</h1>{f'<p>{PROSE}</p>' * 3}<p>{LIFE}</p></article>"
    assert "14 bridges" not in _main(said + article)
    assert "14 bridges" in _main(article)


def test_what_an_author_asks_in_an_interview_is_matter() -> None:
    asked = "Maria Keel: How many of the 14 bridges of the valley will be repaired before the winter, do you think? All of them?"
    assert asked in _main(f"{AUTHORED}<article><h1>{TITLE}</h1>{f'<p>{PROSE}</p>' * 3}<p>{asked}</p></article>")


@pytest.mark.parametrize("label", ["About the author", "Über die Autorin", "À propos de l'auteur", "Об авторе"])
def test_what_stands_under_a_label_for_the_author_is_no_matter(label: str) -> None:
    article = f"<article><h1>{TITLE}</h1>{f'<p>{PROSE}</p>' * 3}<h3>{label}</h3><p>{LIFE}</p></article>"
    assert _main(article) == "\n".join([TITLE, *[PROSE] * 3])


def test_the_headline_that_a_header_says_twice_is_read_once() -> None:
    header = f"<header><h1>{TITLE}</h1><h2>{TITLE}</h2></header>"
    assert _main(f"<div>{header}<div class='article-body'><p>{PROSE}</p><p>{PROSE}</p></div></div>") == f"{TITLE}\n{PROSE}\n{PROSE}"


def _cards(texts: tuple[str, ...]) -> str:
    return "".join(f"<div><h3>News of the valley</h3><p>{text}</p><div>2024-05-07</div></div>" for text in texts)


def test_headed_texts_that_break_off_side_by_side_are_other_articles() -> None:
    broken = _cards(tuple(f"{text[:90]}…" for text in OTHERS))
    article = f"<h1>{TITLE}</h1>{f'<p>{PROSE}</p>' * 8}"
    assert _main(f"<div class='article-body'>{article}<div>{broken}</div></div>") == "\n".join([TITLE, *[PROSE] * 8])


def test_headed_texts_that_end_are_sections() -> None:
    article = f"<h1>{TITLE}</h1>{f'<p>{PROSE}</p>' * 8}"
    assert all(text in _main(f"<div class='article-body'>{article}<div>{_cards(OTHERS)}</div></div>") for text in OTHERS)


def test_a_headline_said_in_a_box_for_sharing_is_not_the_articles() -> None:
    share = f"<div class='share'><div><h4>{TITLE}</h4><p>{PROSE}</p></div></div>"
    body = f"<div class='article-body'><p>{PROSE}</p><p>{OTHERS[0]}</p></div>"
    assert _main(f"<article>{share}<h1>{TITLE}</h1>{body}</article>") == f"{TITLE}\n{PROSE}\n{OTHERS[0]}"


def test_posts_that_a_builder_calls_bylines_are_matter() -> None:
    posts = "".join(f"<div class='post-meta'><h2>News, part {number}</h2><div>{text}</div></div>" for number, text in enumerate(OTHERS))
    assert all(text in _main(f"<div>{posts}</div>") for text in OTHERS)


@pytest.mark.parametrize(
    ("aside", "kept"),
    [
        ("<h3>Highlights</h3><ul><li>The bridge is 84 metres long</li></ul>", True),
        ("<p>The bridge is 84 metres long.</p>", True),
        ('<p>The bridge is 84 metres long. <a href="/x">More bridges</a></p>', False),
    ],
)
def test_an_aside_with_figures_that_links_nowhere_is_a_part_of_the_text_round_it(aside: str, kept: bool) -> None:  # noqa: FBT001  a column of the table
    article = f"<h1>{TITLE}</h1><div class='article-body'><p>{PROSE}</p><aside>{aside}</aside><p>{PROSE}</p></div>"
    assert ("84 metres" in _main(article)) is kept
    assert "84 metres" not in _main(f"<h1>{TITLE}</h1><div class='article-body'><p>{PROSE}</p><p>{PROSE}</p></div><aside>{aside}</aside>")


def test_a_life_of_the_author_is_told_by_the_name_on_the_page() -> None:
    article = f"<h1>{TITLE}</h1><p>{{}} Maria Keel</p>{f'<p>{PROSE}</p>' * 3}<p>{LIFE}</p>"
    assert "14 bridges" not in _main(f"<article>{article.format('By')}</article>")
    assert "14 bridges" in _main(f"<article>{article.format('Photographed for')}</article>")


@pytest.mark.parametrize("label", ["Read next", "RELATED", "Lesen Sie auch", "À lire aussi"])
def test_a_title_after_a_label_is_another_pages_though_it_links_nowhere(label: str) -> None:
    title = f"{label}: Council sells 14 boats at the fair"
    assert _main(f"<article><h1>{TITLE}</h1><p>{PROSE}</p><p>{title}</p><p>{PROSE}</p></article>") == f"{TITLE}\n{PROSE}\n{PROSE}"


def test_a_sentence_after_a_label_is_matter() -> None:
    sentence = "More: the council sold 14 boats at the fair."
    assert sentence in _main(f"<article><h1>{TITLE}</h1><p>{PROSE}</p><p>{sentence}</p><p>{PROSE}</p></article>")


@pytest.mark.parametrize(
    "tail",
    [
        "<p>Correction: An earlier version of this article said the bridge had six arches. It has five.</p>",
        "<div class='correction'><p>An earlier version of this article said the bridge had six arches. It has five.</p></div>",
        "<section class='footnotes'><ol><li>The toll was 5 euros. <a href='#n1'>↩</a></li></ol></section>",
        "<section><h2>How we counted</h2><p>We counted the boats under the five arches.</p></section>",
    ],
)
def test_what_an_article_adds_after_its_text_is_its_own(tail: str) -> None:
    body = f"<div class='article-body'>{f'<p>{PROSE}</p>' * 4}</div>"
    teaser = "<p><a href='/x'>Council sells 14 boats at the fair</a></p><p>It was a long day for 14 of them.</p>"
    related = f"<section><h2>Elsewhere</h2>{teaser}</section>"
    main = _main(f"<article><h1>{TITLE}</h1>{body}{tail}{related}</article>")
    assert "5 euros" in main or "five" in main
    assert "14" not in main


@pytest.mark.parametrize(
    "tail",
    [
        "<h2>The morning brief</h2><p>Our 14 best stories, in one mail.</p>",
        "<h4>Ann</h4><p>Ann has covered 14 towns and lives in Leeds.</p>",
    ],
)
def test_boxes_of_their_own_after_the_text_are_frame(tail: str) -> None:
    body = f"<div class='article-body'>{f'<p>{PROSE}</p>' * 4}</div>"
    assert "14" not in _main(f"<article><h1>{TITLE}</h1>{body}<div class='css-1'>{tail}</div></article>")


def test_teasers_beside_a_declared_article_may_outweigh_it() -> None:
    cards = "".join(f'<article><h3><a href="/x">{text[:50]}</a></h3><p>{text}</p></article>' for text in OTHERS)
    article = f"<main><article><h1>{TITLE}</h1><p>{PROSE}</p></article></main>"
    assert _main(f"{article}<section>{cards}</section>") == f"{TITLE}\n{PROSE}"
    assert all(text in _main(f"<main><h1>Valley Post</h1><section>{cards}</section></main>") for text in OTHERS)


@pytest.mark.parametrize(
    "life",
    ["is a reporter at the Valley Post. She has 2 cats and a long garden", "teaches history at Leeds, and has written 2 books on bridges"],
)
def test_a_life_told_last_is_the_authors_unless_the_article_spoke_of_the_person(life: str) -> None:
    told = f"<p>Ann Reyes {life}.</p>"
    article = f"<article><h1>{TITLE}</h1>{f'<p>{PROSE}</p>' * 3}{{}}</article>"
    assert life not in _main(article.format(told))
    assert life in _main(
        article.format(f"<p>The council heard Ann Reyes first, who spoke for an hour of the old bridge and of the flood.</p>{told}")
    )
    assert life in _main(article.format(f"{told}<p>{PROSE}</p>"))
