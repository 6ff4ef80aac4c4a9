"""Our own annotated articles: `NAME.EXT` with `NAME.expect`.

`+` begins a sentence that must be a claim, `=` lists values that must be among its quantities, `>` lists exactly the URLs
that it cites (none when the line is empty; not judged without a line), `-` begins text that must not be in any claim,
`?` a sentence that may be one or not.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from app import claims

FOLDER = Path(__file__).parent / "articles"
FORMATS = {".txt": claims.Format.TEXT, ".md": claims.Format.MARKDOWN, ".html": claims.Format.HTML, ".wiki": claims.Format.WIKITEXT}
NAMES = sorted(path.stem for path in FOLDER.glob("*.expect"))


def article(name: str) -> tuple[str, claims.Format]:
    path = next(path for path in FOLDER.glob(f"{name}.*") if path.suffix in FORMATS)
    return path.read_text(encoding="utf-8"), FORMATS[path.suffix]


def check(name: str) -> Iterator[str]:
    """Say in a line each what is wrong."""
    text, form = article(name)
    reading = claims.read(text, form)
    expected = (FOLDER / f"{name}.expect").read_text(encoding="utf-8").splitlines()
    found: claims.Claim | None = None
    known: set[str] = set()
    for line in expected:
        sign, _, rest = line.partition(" ")
        if sign == "?":
            known.update(claim.sentence for claim in reading.claims if rest in claim.sentence)
        if sign == "+":
            found = next((claim for claim in reading.claims if rest in claim.sentence), None)
            if found is None:
                yield f"missing claim: {rest} ({_why(reading, rest)})"
            else:
                known.add(found.sentence)
        elif sign == "-":
            yield from (f"no claim: {claim.sentence}" for claim in reading.claims if rest in claim.sentence)
        elif found is not None and sign == "=":
            yield from _values(found, rest.split())
        elif found is not None and sign == ">" and sorted(citation.url for citation in found.citations) != sorted(rest.split()):
            yield f"cites {[citation.url for citation in found.citations]}, not {rest.split()}: {found.sentence}"
    yield from (f"unexpected claim: {claim.sentence}" for claim in reading.claims if claim.sentence not in known)


def _why(reading: claims.ArticleReading, rest: str) -> str:
    return next((rejection.reason for rejection in reading.rejections if rest in rejection.sentence), "no quantity was read")


def _values(claim: claims.Claim, values: list[str]) -> Iterator[str]:
    read = {value for quantity in claim.quantities for value in (quantity.value, quantity.high)}
    missing = [value for value in values if Decimal(value) not in read]
    if missing:
        yield f"values {missing} not among {[str(value) for value in read if value is not None]}: {claim.sentence}"
