"""The links and markers inside a block of plain text."""

import re
from collections.abc import Iterable, Iterator, Mapping

from app.claims.languages import LANGUAGES
from app.claims.layout import IBID, Block, Link, Part, Tie

URL = r"(?:https?://|www\.(?=\w))[^\s<>\"`{}|\\^\[\]]{2,2000}"
INLINE = re.compile(
    r"``(?P<code>[^`\s](?:[^`]{0,300}[^`\s])?)``"
    r"|`(?P<text>[^`<>]{0,300}?)\s*<(?P<target>[^<>`\s]{1,2000})>`__?"
    r"|:[\w:-]{1,30}:`(?P<role>[^`]{1,300})`"
    r"|`(?P<name>[^`<>]{1,200})`__?(?!\w)"
    rf"|(?P<url>{URL})"
    r"|[\[(](?P<ibid>(?i:ibid(?:em)?|id|ebd|ivi)\.?(?:,[^\[\]()]{0,30})?)[\])]"
    r"|\[(?P<keys>\^?[#\w][\w.:+-]{0,39}(?:\s?[,;]\s?\d{1,3}){0,20}|\d{1,3}\s?[–-]\s?\d{1,3})\](?P<rst>_?)"
    r"|(?<=[^\W\d_]{3}[.!?])(?P<stuck>\d{1,2})(?=\s+[\"“«‘(¿¡]?[^\W\d_]|$)"
    r"|(?P<identifier>\b[A-Za-z]\w{0,60}_\w{1,60}(?:\(\))?|\b[A-Za-z]\w{1,60}\(\))(?!\w)"
    r"|(?<![\w.`])(?P<word>[A-Za-z][\w-]{1,40})_(?![\w_])"
    r"|\((?P<round>\d{1,3})\)"
    r"|(?P<raised>[⁰¹²³⁴-⁹]+(?:[,’][⁰¹²³⁴-⁹]+)*)"
)
WORD_BEFORE = re.compile(r"[^\W\d_]+")
BEFORE_NUMBER = frozenset().union(*(language.before_number | language.abbreviations for language in LANGUAGES.values()))
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
BLANKS = re.compile(r"\s+")
# "[3-7]" names every note between; a longer stretch is more likely a pair of years or pages.
RANGE_MAX = 30
# What a URL in prose does not end with.
TRAILING = ".,;:!?'’”\"»*_"


def known_keys(notes: Iterable[tuple[str, str]]) -> frozenset[str]:
    """List the markers that lead to one of these notes (key and text); "(4)" does only where a note is numbered so."""
    keys: set[str] = set()
    for key, text in notes:
        keys |= {key, f"({key})"} if text.lstrip().startswith("(") else {key}
    return frozenset(keys)


def plain_block(part: Part, text: str, key: str, level: int, keys: frozenset[str], targets: Mapping[str, str]) -> Block:  # noqa: PLR0913, PLR0917  a draft and its surroundings
    """Fold the white space of a block and find its links; `keys` are the notes defined anywhere in the article."""
    folded = BLANKS.sub(" ", text).strip()
    links: list[Link] = []
    veiled: list[tuple[int, int]] = []
    for match in INLINE.finditer(folded):
        if match["code"] or match["role"] or match["identifier"]:
            veiled.append(match.span())
        elif match["target"]:
            # Of "`text <url>`_" only the text is read.
            veiled += [(match.start(), match.start() + 1), (match.end("text"), match.end())]
            links.extend(_links(match, keys, targets))
        else:
            links.extend(_links(match, keys, targets))
    return Block(part, folded, tuple(links), tuple(veiled), key, level)


def marks(text: str, keys: frozenset[str]) -> Iterator[Link]:
    """Yield the bare URLs of a text and the markers whose notes are known."""
    for match in INLINE.finditer(text):
        if match["url"] or match["keys"] or match["raised"] or match["round"] or match["ibid"] or match["stuck"]:
            yield from _links(match, keys, {})


def _links(match: re.Match[str], keys: frozenset[str], targets: Mapping[str, str]) -> Iterator[Link]:
    start, end = match.span()
    if match["target"]:
        yield Link(start, end, match["target"].rstrip("_"))
    elif name := match["name"] or match["word"]:
        url = name if "://" in name else targets.get(name.casefold())
        if url:
            yield Link(start, end, url)
    elif match["url"]:
        url = trimmed(match["url"])
        yield Link(start, start + len(url), url if "://" in url[:8] else f"http://{url}", Tie.BARE)
    else:
        yield from (Link(start, end, tie=Tie.MARKER, key=key) for key in _notes(match, keys))


def _notes(match: re.Match[str], keys: frozenset[str]) -> Iterator[str]:
    """Yield the keys of the notes that a marker points to."""
    if match["ibid"]:
        yield IBID
    elif match["round"]:
        if f"({match['round']})" in keys:
            yield match["round"]
    elif match["stuck"]:
        # "for ten years.3 In spring": a raised figure that lost its place, when there is such a note and no abbreviation before.
        before = match.string[max(0, match.start() - 20) : match.start()]
        if match["stuck"] in keys and WORD_BEFORE.findall(before)[-1].lower() not in BEFORE_NUMBER:
            yield match["stuck"]
    elif match["raised"]:
        yield from (key for key in re.split("[,’]", match["raised"].translate(RAISED)) if key in keys)
    else:
        yield from (key for key in _named(match["keys"]) if key in keys or match["rst"])


def _named(written: str) -> Iterator[str]:
    """Give the keys in "1", "1, 4", "3-7", "^note"."""
    first, _, last = written.replace("–", "-").partition("-")
    if first.strip().isdigit() and last.strip().isdigit():
        numbers = range(int(first), int(last) + 1)
        yield from (str(number) for number in numbers[:RANGE_MAX])
    else:
        yield from (key.strip().lstrip("^#") for key in re.split("[,;]", written))


def trimmed(url: str) -> str:
    """Drop the punctuation after a URL in prose, and a closing bracket that it did not open."""
    url = url.rstrip(TRAILING)
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip(TRAILING)
    return url
