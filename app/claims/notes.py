"""Markers -> the URLs of the notes they point to (CLAIMS, "Citations" 5 to 7)."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.claims.cited_url import cited_url
from app.claims.layout import IBID as IBID_KEY
from app.claims.layout import Block, Link, Part, Tie

# A note that only sends the reader back to the note before it, in the languages of scholars.
IBID = re.compile(r"\W*(?:ibid(?:em)?|id|ebd|ebenda|ebd|ibídem|ivi|idem|a\.\s?a\.\s?o)\b", re.IGNORECASE)
OP_CIT = re.compile(r"\b(?:op\.?\s?cit|loc\.?\s?cit|a\.\s?a\.\s?o|supra)\b", re.IGNORECASE)
SEE_NOTE = re.compile(
    r"\b(?:supra|see|above)[, ]+(?:note|n\.|fn\.?)\s?(\d{1,3})|\b(?:note|n\.|fn\.?)\s?(\d{1,3})[, ]+(?:supra|above)", re.IGNORECASE
)
# The number or marker that a note begins with
LABEL = re.compile(r"^\W{0,3}(?:\d{1,3}[\]).:]{0,2}|[a-z][\]).:]{1,2}|[⁰¹²³⁴-⁹]{1,3})?\s*[↑^]?\s*", re.IGNORECASE)
# A copy of a page in a web archive
ARCHIVE = re.compile(
    r"https?://(?:web\.archive\.org/web/|archive\.(?:today|ph|is|md|li|fo|vn)/|(?:www\.)?webcitation\.org/)", re.IGNORECASE
)
# So many sources numbered in order make a numbering, of figures up to so long.
COUNTED_MIN, COUNTED_DIGITS_MAX = 2, 3
NAME = re.compile(r"[^\W\d_][\w’'-]{3,}")


@dataclass(frozen=True, slots=True)
class Note:
    """A definition: its key as markers write it, the block it stands in, and the URLs it offers."""

    key: str
    place: int
    text: str
    urls: tuple[str, ...]
    via: str = ""


class Notes:
    """All notes of an article, found by marker."""

    def __init__(self, blocks: Sequence[Block], site: str = "", base_url: str = "") -> None:
        defined = [(place, block) for place, block in enumerate(blocks) if block.part is Part.NOTE and block.key]
        self.by_key: dict[str, list[Note]] = {}
        listed: list[Note] = []
        for place, block in defined:
            note = Note(block.key, place, block.text, _urls(block, site, base_url))
            listed.append(_followed(note, listed, self.by_key))
            self.by_key.setdefault(block.key.casefold(), []).append(listed[-1])
        for (_, block), note in zip(defined, listed, strict=True):
            if not note.urls:
                self._lead_on(note, [link.key for link in block.links if link.key and link.key != note.key])

    def _lead_on(self, note: Note, keys: Sequence[str]) -> None:
        """Give a short note ("Jones 1987, p. 44") that is linked to the full one that one's URLs."""
        for key in keys:
            if (full := self.find(key, note.place)) and full.urls:
                same = self.by_key[note.key.casefold()]
                same[same.index(note)] = replace(note, urls=full.urls, via=f", which leads to “{full.text[:80]}”")
                return

    def find(self, key: str, place: int) -> Note | None:
        """Find the note of that key which is nearest after the marker's block, else the last before it."""
        notes = self.by_key.get(key.casefold(), ())
        at = bisect_right([note.place for note in notes], place)
        return notes[min(at, len(notes) - 1)] if notes else None


def repeated(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give the markers that say "the same as before" in running text the target of the marker or link before them."""
    last: Link | None = None
    found: list[Block] = []
    for block in blocks:
        links = list(block.links)
        for at, link in enumerate(links if block.part is not Part.NOTE else ()):
            if link.key == IBID_KEY and last is not None:
                links[at] = replace(last, start=link.start, end=link.end)
            elif link.key or link.url.startswith("http"):
                last = link
        found.append(block if tuple(links) == block.links else replace(block, links=tuple(links)))
    return tuple(found)


def counted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Mark the links whose texts are the figures 1, 2, 3 … in their order: they number sources and measure nothing."""
    figures = [(place, at) for place, block in enumerate(blocks) for at, link in enumerate(block.links) if _figure(block, link)]
    values = [_figure(blocks[place], blocks[place].links[at]) for place, at in figures]
    if len(set(values)) < COUNTED_MIN or values[0] != 1 or any(after > max(values[:at]) + 1 for at, after in enumerate(values) if at):
        return tuple(blocks)
    found = list(blocks)
    for place, at in figures:
        links = list(found[place].links)
        links[at] = replace(links[at], counted=True)
        found[place] = replace(found[place], links=tuple(links))
    return tuple(found)


def _figure(block: Block, link: Link) -> int:
    """Give the bare figure that is all of a link's text, 0 when it is something else."""
    written = block.text[link.start : link.end].strip(" []()") if link.tie is Tie.ANCHOR and block.part is not Part.NOTE else ""
    return int(written) if written.isascii() and written.isdigit() and len(written) <= COUNTED_DIGITS_MAX else 0


def _urls(block: Block, site: str, base_url: str) -> tuple[str, ...]:
    """List what a note offers; a copy in an archive of a page that it links as well is no second source."""
    offered = (
        link.url if link.tie is Tie.BARE else cited_url(link, block.text, site, base_url, offered=True) for link in block.links if link.url
    )
    urls = dict.fromkeys(url for url in offered if url)
    copies = {url for url in urls if ARCHIVE.match(url)}
    return tuple(url for url in urls if url not in copies or len(copies) == len(urls))


def _followed(note: Note, earlier: Sequence[Note], by_key: dict[str, list[Note]]) -> Note:
    """Give a note that points back the URLs of the notes it points to; one with a URL of its own does so by "Ibid." alone."""
    if not earlier or (note.urls and not IBID.match(LABEL.sub("", note.text))):
        return note
    targets = [target for target in _targets(note, earlier, by_key) if target.urls]
    urls = tuple(dict.fromkeys((*(url for target in targets for url in target.urls), *note.urls)))
    return replace(note, urls=urls, via=f", which points back to “{targets[0].text[:80]}”") if targets else note


def _targets(note: Note, earlier: Sequence[Note], by_key: dict[str, list[Note]]) -> Iterator[Note]:
    """Yield what "Ibid.", "supra note 21" and "Jones, op. cit." stand for; a note may say more than one of them."""
    text = LABEL.sub("", note.text)
    if IBID.match(text):
        yield earlier[-1]
    if (number := SEE_NOTE.search(note.text)) and (found := by_key.get(number[1] or number[2])):
        yield found[-1]
    elif not IBID.match(text) and OP_CIT.search(text) and (name := NAME.search(text)):
        # The name may be long gone: the search back is bounded so that a thousand such notes stay cheap.
        yield from [one for one in reversed(earlier[-200:]) if name[0] in one.text[:300] and one.urls][:1]
