"""Figures that are no quantities in any format: pointers, formulae, versions, sections, laws, and the first of two days."""

import re
from collections.abc import Iterator

from app.claims.languages import LANGUAGES

NO_QUANTITIES = (
    # "(1)" and "(14, 15)" point elsewhere
    r"\((?!0)\d{1,2}(?:(?:,\s|\s?[–-]\s?)\d{1,2}){0,9}\)",
    r"\((?!0)\d{1,2}(?:,\d{1,2}){2,9}\)",
    # Sums in letters, TeX and hexadecimal figures
    r"\b[A-Za-z]\s?[+*/^]\s?\d+\b",
    r"\b0x[\dA-Fa-f]+",
    r"\\\([^)]{0,400}?\\\)",
    r"\$\$[^$]{1,400}\$\$",
    # Names: "G 20", "5G", "HTTP/2", "ISO 8601"
    r"\bG ?(?:7|8|10|20|77)\b",
    r"\b[2-6]G\b",
    r"\b[A-Z]{2,6}/\d+(?:\.\d+)?\b",
    r"\b(?:ANSI|ECMA|FIPS|IEC|IEEE|ISO|ITU|NIST|PEP|RFC)[ -]\d+",
    # Lines of versions: "5.x", "3.*", "x.0"
    r"\b\d+(?:\.\d+)*\.(?:[xX](?:\.[xyXY])?\b|\*)",
    r"\b[xX]\.[\dyY](?:\.[\dz])?\b",
    # The second half of a year of two: "1994/5"
    r"(?<=\b1[5-9]\d\d)/\d\b",
    r"(?<=\b20\d\d)/\d\b",
    # Places in a text ("sections 2 and 3", "C.4.1", "pp. 97-8", "Listing 17-25") and in a law report ("410 U.S. 113")
    r"\b[Ss]ections?\s\d{1,3}(?:,\s\d{1,3}){0,9}(?:\s(?:and|to|or)\s\d{1,3})?\b",
    r"\b[A-Z](?:\.\d{1,3}){1,4}\b(?!%)",
    r"\bpp?\.\s?\d+(?:\s?[,–-]\s?\d+){0,5}",
    r"\b(?:[Ll]isting|[Ff]ig(?:ure|\.)|[Tt]able|[Ss]ections?|[Cc]hapter|[Aa]ppendix|[Ee]xhibit|[Bb]ox)\s\d{1,3}(?:[.–-]\d{1,3}){1,3}\b",
    r"\b\d{1,4}\s(?:[A-Z]\.\s?){1,3}(?:\dd\s)?\d{1,4}\b",
)
UNREAD = re.compile("|".join(NO_QUANTITIES))
MONTHS = "|".join(sorted(frozenset().union(*(language.months for language in LANGUAGES.values())), key=len, reverse=True))
# "from 24 to 30 July 2011", "vom 18. bis zum 20. Juli": the second day makes the date.
FIRST_DAY = re.compile(
    r"\b\d{1,2}(?:\.|st|nd|rd|th|er|º)?\s?"
    r"(?:[–-]|(?:to|and|until|through|bis(?:\s(?:zum|am))?|und|au|et|al|e|y|a|até|tot(?:\sen\smet)?|en|t/m)\s)\s?"
    rf"(?=\d{{1,2}}(?:\.|st|nd|rd|th|er|º)?\s(?:of\s|de\s)?(?:{MONTHS})\b)",
    re.IGNORECASE,
)


def unread(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of figures that are not read as quantities."""
    for pattern in (UNREAD, FIRST_DAY):
        yield from (match.span() for match in pattern.finditer(text))
