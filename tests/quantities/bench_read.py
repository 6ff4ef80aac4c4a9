"""Sentences a second on one core: ours beside a naive regular expression and, where it is installed, quantulum3.

Timed by the processor's user time, so that other work on the machine does not count.
"""

import importlib.util
import re
import resource
from collections.abc import Callable
from pathlib import Path

from app.quantities import read

SENTENCES = tuple(
    line.rpartition("=>")[0].strip()
    for line in (Path(__file__).parent / "sentences" / "en.txt").read_text(encoding="utf-8").splitlines()
    if "=>" in line
)
# Each reader gets as many rounds as take about a second.
ROUNDS = 10
NAIVE = re.compile(r"[$€£]?\d[\d,.]*(?:\s?(?:%|percent|million|billion|thousand))?")


def user_seconds() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def sentences_per_second(reader: Callable[[str], object], rounds: int) -> float:
    reader(SENTENCES[0])
    start = user_seconds()
    for _ in range(rounds):
        for sentence in SENTENCES:
            reader(sentence)
    return rounds * len(SENTENCES) / max(user_seconds() - start, 1e-6)


def bench() -> list[tuple[str, float, str]]:
    """Return name, figure and unit of each reader's speed, and the share of sentences that ours leaves without a number."""
    figures = [
        ("quantities.read", sentences_per_second(lambda text: read(text, "en"), ROUNDS), "sentences/s"),
        ("quantities.read, language unknown", sentences_per_second(read, ROUNDS), "sentences/s"),
        ("a naive regular expression", sentences_per_second(NAIVE.findall, ROUNDS * 10), "sentences/s"),
    ]
    if importlib.util.find_spec("quantulum3") is not None:
        parser = importlib.import_module("quantulum3.parser")
        figures.append(("quantulum3", sentences_per_second(parser.parse, 1), "sentences/s"))
    return figures


if __name__ == "__main__":
    for name, figure, unit in bench():
        print(f"{name:40} {figure:12,.0f} {unit}")
