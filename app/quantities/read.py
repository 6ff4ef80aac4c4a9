"""Text -> quantities: the entrance of the room."""

import re
from decimal import Decimal

from app.quantities.quantity import Aside, Comparator, Hints, Kind, Quantity

# Raised whenever a text may be read differently than before; verdicts keep it.
RULE_VERSION = "q1"

SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "b": 9, "bn": 9, "billion": 9, "tn": 12, "trillion": 12}
MONEY = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
BOUNDS = {
    "over": Comparator.MORE_THAN, "more than": Comparator.MORE_THAN, "above": Comparator.MORE_THAN, "at least": Comparator.AT_LEAST,
    "under": Comparator.LESS_THAN, "less than": Comparator.LESS_THAN, "below": Comparator.LESS_THAN, "up to": Comparator.AT_MOST,
    "at most": Comparator.AT_MOST, "about": Comparator.ABOUT, "around": Comparator.ABOUT, "approximately": Comparator.ABOUT,
    "roughly": Comparator.ABOUT, "some": Comparator.ABOUT, "nearly": Comparator.NEARLY, "almost": Comparator.NEARLY, "just": Comparator.EXACT,
    "only": Comparator.EXACT, "exactly": Comparator.EXACTLY,
}  # fmt: skip
NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
PATTERN = re.compile(
    rf"\b(?:(?P<bound>{'|'.join(sorted(BOUNDS, key=len, reverse=True))}) )?(?P<money>US\$|[$€£¥])?(?<![\w.,-])(?P<low>{NUMBER})"
    rf"(?:(?:-|–| to )(?P<high>{NUMBER}))?(?: ?(?P<scale>{'|'.join(sorted(SCALES, key=len, reverse=True))})\b)?"
    r"(?: ?(?P<percent>%|percent\b|per cent\b)| (?P<noun>[a-z]+))?".replace(r"\b(?:(?P<bound>", r"(?:\b(?P<bound>"),
    re.IGNORECASE,
)
TIMES = re.compile(r"\b(?:(?:since|by|as of|from|to|until|in)\b )?(?:1[89]|20)\d\d\b(?!,\d)", re.IGNORECASE)


def read(text: str, lang: str = "", hints: Hints = Hints()) -> tuple[Quantity, ...]:  # noqa: ARG001, B008  a frozen value
    """Read every quantity of a sentence or paragraph, in order; never raises."""
    dates = [_date(match) for match in TIMES.finditer(text)]
    taken = [(quantity.start, quantity.end) for quantity in dates]
    found = [_quantity(match) for match in PATTERN.finditer(text) if not any(a < match.end("low") <= b for a, b in taken)]
    return tuple(sorted(dates + found, key=lambda quantity: quantity.start))


def _date(match: re.Match[str]) -> Quantity:
    return Quantity(match[0], match.start(), match.end(), Decimal(match[0][-4:]), Kind.DATE, "year")


def _quantity(match: re.Match[str]) -> Quantity:
    factor = Decimal(10) ** SCALES.get((match["scale"] or "").lower(), 0)
    low = Decimal(match["low"].replace(",", ""))
    high = Decimal(match["high"].replace(",", "")) * factor if match["high"] else None
    kind = Kind.MONEY if match["money"] else Kind.PERCENT if match["percent"] else Kind.COUNT
    unit = MONEY[match["money"].upper()] if match["money"] else "percent" if match["percent"] else match["noun"] or ""
    ulp = factor.scaleb(int(low.as_tuple().exponent))
    comparator = BOUNDS[match["bound"].lower()] if match["bound"] else Comparator.EXACT
    return Quantity(
        match[0], match.start(), match.end(), low * factor, kind, unit, high, comparator, ulp, noun=match["noun"] or "",
        currency_assumed=match["money"] == "$",
    )  # fmt: skip


def asides(text: str, lang: str = "", hints: Hints = Hints()) -> tuple[Aside, ...]:  # noqa: ARG001, B008  a frozen value
    """List digits and number words that are no quantity, each with the reason."""
    return ()


def vote(text: str, lang: str = "") -> Hints:  # noqa: ARG001  the language decides when no number does
    """Let a document's unambiguous numbers settle its decimal mark."""
    points = len(re.findall(r"\d,\d{3}\.\d|(?<![\d.,])\d+\.\d{1,2}(?![\d.,])", text))
    commas = len(re.findall(r"\d\.\d{3},\d|(?<![\d.,])\d+,\d{1,2}(?![\d.,])", text))
    return Hints(decimal_mark=None if points == commas else "." if points > commas else ",")
