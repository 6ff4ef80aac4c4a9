"""Claims and pages per second, and the share of the time that cutting sentences takes."""

from time import process_time

from app import claims
from app.claims.sentences import split
from tests.claims.corpus import NAMES, article

# Long enough to be steady on a busy machine, short enough for a `make bench` that people run.
SECONDS_MIN = 1.5


def bench() -> list[tuple[str, float, str]]:
    """Read our own articles over and over on one core."""
    articles = [article(name) for name in NAMES]
    pages = found = characters = 0
    begun = process_time()
    while process_time() - begun < SECONDS_MIN:
        for text, form in articles:
            reading = claims.read(text, form)
            pages, found, characters = pages + 1, found + len(reading.claims), characters + len(reading.text)
    spent = process_time() - begun
    text = "\n".join(claims.read(text, form).text for text, form in articles) * 10
    begun = process_time()
    sentences = len(split(text, "en"))
    cutting = process_time() - begun
    return [
        ("claims read", found / spent, "claims/s"),
        ("articles read", pages / spent, "articles/s"),
        ("visible text read", characters / spent / 1_000_000, "MB/s"),
        ("sentences cut", sentences / cutting, "sentences/s"),
    ]


if __name__ == "__main__":
    for name, value, unit in bench():
        print(f"{name:24} {value:12.1f} {unit}")
