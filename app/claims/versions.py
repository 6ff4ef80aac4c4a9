"""Which decimals of an article number the versions of something ("Debian 2.1", "the 2.1 release")."""

import re
from collections import defaultdict
from collections.abc import Iterable

from app.claims.languages.language import words

# A capitalised name with a decimal that measures nothing: "Debian 2.1", "version 1.8", "pre-1.0"
NAMED = re.compile(
    r"(?:\b(?P<name>[A-Z][\w+#.-]{1,30})|\b(?P<word>[Vv]ersions?|[Vv]ersión|[Rr]eleases?|[Vv]|pre|post))[ -]?"
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){1,3})(?![\d%‰]|[.,]\d)(?P<after>[^\n]{0,16})"
)
# "5.6-rc1", "the 2.5 series", "the 2.6.38 kernel"
RELEASED = re.compile(
    r"\b(\d{1,3}(?:\.\d{1,3}){1,3})(?:-?(?:rc|alpha|beta|pre)\d*\b|(?:\s\w{2,20})?\s(?:release|series|kernel|branch|development|milestone)s?\b)"
)
# What makes an amount of the decimal: a unit, a scale, a counted noun in the plural
AMOUNT = re.compile(
    r"\s?(?:%|‰|[°€$£¥]|per ?cent|percent|points?\b|times\b|(?:k|m|g|t)?(?:g|m|b|w|j|l|wh|hz)\b|(?:h|thous|m|b|tr)\w*(?:red|and|illi)"
    r"|-fold|x\b|×|to \d|[–-]\d)",
    re.IGNORECASE,
)
# Words that open a sentence before an amount: "In 2.5 hours", "About 3.5"
NO_NAMES = words(
    "In The At By For From Of On To With About Around Only Over Under Nearly Almost Just And But Or Between Than Some Roughly "
    "Section Chapter Figure Table"
)


def versions(texts: Iterable[str], *, technical: bool) -> frozenset[str]:
    """List the decimals that number versions: those after "version", and after a name that has two of them, or in technical writing."""
    by_name: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for match in NAMED.finditer(text):
            if match["name"] not in NO_NAMES and not AMOUNT.match(match["after"]):
                by_name[match["name"] or ""].add(match["number"])
        by_name[""].update(match[1] for match in RELEASED.finditer(text))
    # An article that speaks of one thing's versions speaks of others'.
    many = technical or any(len(numbers) > 1 for name, numbers in by_name.items() if name)
    return frozenset().union(*(numbers for name, numbers in by_name.items() if many or not name))
