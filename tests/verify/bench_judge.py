"""How fast verdicts are: against a short page, against one of 20,000 words, and beside citesure where it is installed."""

import random
import time
from collections.abc import Callable
from datetime import date

from app import verify
from app.extract.document import Document
from tests.verify.pages import paragraphs

TODAY = date(2025, 6, 1)
PLACES = ("Altenberg", "Neustadt", "Harrow Bay", "Port Ellery", "Saint Brannoc", "Norlund", "Westmere", "Ashford")
THINGS = ("visitors", "passengers", "students", "patients", "trees", "books", "cars", "dwellings", "employees", "voters")
VERBS = ("counted", "registered", "reported", "welcomed", "lost", "gained", "expects", "recorded")
TALK = (
    "the", "council", "discussed", "matter", "at", "length", "and", "found", "that", "reasons", "lie", "in", "past", "although",
    "nobody", "wished", "to", "say", "so", "public",
)  # fmt: skip
WORDS_OF_LONG_PAGE = 20_000


def sentence(chance: random.Random) -> str:
    figure = f"{chance.randint(100, 99_999):,}" if chance.random() < 0.5 else f"{chance.randint(10, 999) / 10} percent of all"
    talk = " ".join(chance.sample(TALK, 9))
    return f"In {chance.randint(1990, 2024)} {chance.choice(PLACES)} {chance.choice(VERBS)} {figure} {chance.choice(THINGS)}, and {talk}."


def long_page(words: int = WORDS_OF_LONG_PAGE) -> Document:
    """Make a page of so many words, half of whose sentences hold a figure that another one nearly repeats."""
    chance = random.Random(7)  # noqa: S311  the same page every time
    texts: list[str] = []
    total = 0
    while total < words:
        text = " ".join(sentence(chance) for _ in range(4))
        texts.append(text)
        total += len(text.split())
    return paragraphs(*texts)


def claims(count: int) -> list[str]:
    chance = random.Random(11)  # noqa: S311  the same claims every time
    return [
        f"{chance.choice(PLACES)} {chance.choice(VERBS)} {chance.randint(100, 99_999):,} {chance.choice(THINGS)}." for _ in range(count)
    ]


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def bench() -> list[tuple[str, float, str]]:
    """Return (what, figure, unit), in processor time."""
    page = long_page()
    views = [verify.view(text, "en") for text in claims(40)]
    pairs = [(text, f"{text} It was a good year for the town.") for text in claims(300)]
    indexing = seconds(lambda: verify.index(page))
    laid_out = verify.index(page)
    first = seconds(lambda: [verify.judge(view, laid_out, TODAY) for view in views])
    short = seconds(lambda: [verify.judge_text(claim, evidence, "en", TODAY) for claim, evidence in pairs])
    return [
        ("indexing a page of 20,000 words", indexing * 1000, "ms"),
        ("judging one claim against it", first / len(views) * 1000, "ms"),
        ("verdicts on short evidence", len(pairs) / short, "per s"),
        *beside_citesure(pairs),
    ]


def beside_citesure(pairs: list[tuple[str, str]]) -> list[tuple[str, float, str]]:
    """Run the same pairs through citesure's offline tier, where it is installed."""
    try:
        from citesure import score_overlap  # type: ignore[import-not-found]  # noqa: PLC0415  an optional peer
    except ImportError:
        return []
    took = seconds(lambda: [score_overlap(claim, [evidence]) for claim, evidence in pairs])
    return [("citesure's offline tier on the same short evidence", len(pairs) / took, "per s")]
