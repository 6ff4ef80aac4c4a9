"""Plain text and reStructuredText-like text -> blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from app.claims.definitions import is_note_title
from app.claims.inline import RAISED, known_keys, plain_block
from app.claims.languages import LANGUAGES
from app.claims.layout import Layout, Part
from app.claims.taming import PLAIN_LINES_MAX

HEADER_FIELD = re.compile(r"[A-Z][A-Za-z-]{1,30}:(?: |$)")
UNDERLINE = re.compile(r"([=\-'~^\"`#*+.:_])\1{2,}$")
BORDER = re.compile(r"[-=+]{2,}(?:[ +|]+[-=+]{2,})+[+|]?$|\|[\s:|-]+\|$")
BULLET = re.compile(r"\s{0,12}(?:[-*•‣·–]|\(?[0-9]{1,3}[.)]|#\.|\(?[a-z]\))\s+(?=\S)")
DEFINITION = re.compile(r"\s{0,8}(?:\.\. )?\[(\^?[#*]?[\w.:+-]{1,40})\](?!_|\()(?::|\s*[-–—:])?(?:\s+|(?=http))(?=\S)")
NUMBERED = re.compile(r"\s{0,8}\(?\^?([0-9]{1,3}|[⁰¹²³⁴-⁹]{1,3}|[*†‡]{1,3})(?:[.):\]]\s*|\s+)(?=\S)|\s{0,8}([⁰¹²³⁴-⁹]{1,3})(?=\S)")
# What an unnumbered entry of a source list has: a URL, a DOI, or an author with a year
ENTRY = re.compile(r"https?://|www\.|\bdoi\b|^\W{0,3}[^\W\d_][\w’'-]+, .{0,200}\b(?:19|20)\d\d\b", re.IGNORECASE)
# A row of a table: cells parted by bars, tabs or wide gaps, at least three of them
CELLS = re.compile(r"\S ?(?:\||\t| {3,})\s*\S[^|\t]{0,200}?(?:\||\t| {3,})\s*\S|^\s*\|.*\|\s*$")
DIRECTIVE = re.compile(r"\s*\.\. ([\w-]+)::\s*(.*)$")
TARGET = re.compile(r"\s*\.\. _`?([^:`]{1,80})`?:\s*(\S*)")
# Directives whose content is prose; that of all others (code, figures, tables, options) is not.
PROSE_DIRECTIVES = {"note", "warning", "tip", "important", "hint", "caution", "attention", "danger", "admonition", "epigraph", "pull-quote"}
# Foot and head of a page in a text set for printing: "Poe    Informational    [Page 3]", "RFC 8890    The Title    August 2020"
PAGE_FOOT = re.compile(r".*\[Page \d{1,4}\]\s*$")
PAGE_HEAD = re.compile(r"(?:RFC \d+|Internet-Draft)\s{2,}\S.*\s{2,}.*\b\d{4}\s*$")
# A line longer than this was not wrapped by hand or by an editor: each line is then a paragraph.
WRAP_MAX = 110
# A line that ends this much short of the width, beyond the next word, was broken on purpose.
SLACK = 12
# No line was broken on purpose after "of", "the", a comma or a number that counts what follows.
UNENDED = re.compile(r"[,;]$|(?:^|\s)\d{1,3}(?:[–-]\d{1,3})?$")
GOING_ON = frozenset().union(*(language.function_words for language in LANGUAGES.values()))
# The longest line that can be a heading
HEADING_MAX = 90


@dataclass(frozen=True, slots=True)
class Draft:
    """Lines that belong together, before links are read."""

    part: Part
    text: str
    key: str = ""
    level: int = 0


def read_plain(text: str) -> Layout:
    """Cut text into blocks: never fails, keeps every line."""
    lines = _unpaged(_numbered(text).splitlines()[:PLAIN_LINES_MAX])
    targets = {match[1].casefold(): match[2] for line in lines if (match := TARGET.match(line)) and match[2]}
    title, start = _header(lines)
    drafts = list(_Drafter(lines[start:]).drafts())
    title = title or next((draft.text.strip().partition("\n")[0] for draft in drafts if draft.part in (Part.HEADING, Part.PARAGRAPH)), "")
    keys = known_keys((draft.key, draft.text) for draft in drafts if draft.key)
    blocks = tuple(plain_block(draft.part, draft.text, draft.key, draft.level, keys, targets) for draft in drafts)
    return Layout(tuple(block for block in blocks if block.text), title[:300])


def _numbered(text: str) -> str:
    """Number the auto-numbered notes "[#]_" and ".. [#]" in their order, as reStructuredText shows them."""
    if "[#]" not in text:
        return text
    used = max((int(number) for number in re.findall(r"\[(\d{1,3})\]", text)), default=0)
    marked, defined = count(used + 1), count(used + 1)
    return re.sub(r"\[#\](_?)", lambda match: f"[{next(marked if match[1] else defined)}]{match[1]}", text)


def _unpaged(lines: list[str]) -> list[str]:
    """Drop the feet and heads of printed pages, so that a sentence runs on from page to page."""
    if not any(map(PAGE_FOOT.match, lines)):
        return lines
    kept: list[str] = []
    turning = False
    for line in lines:
        if PAGE_FOOT.match(line) or PAGE_HEAD.match(line):
            turning = True
            while kept and not kept[-1].strip():
                kept.pop()
        elif line.strip() or not turning:
            # Between pages a blank line is only missing when the sentence runs on.
            if turning and kept and kept[-1].rstrip().endswith((".", ":", "?", "!")):
                kept.append("")
            turning = False
            kept.append(line)
    return kept


def _header(lines: list[str]) -> tuple[str, int]:
    """Skip a header of fields, as PEPs and mails have; its Title or Subject is the article's."""
    end = 0
    while end < len(lines) and (HEADER_FIELD.match(lines[end]) or (end and lines[end][:1] in " \t" and lines[end].strip())):
        end += 1
    fields = [line for line in lines[:end] if line[:1] not in " \t"]
    if len(fields) < 3 or (end < len(lines) and lines[end].strip()):
        return "", 0
    return next((line.partition(":")[2].strip() for line in fields if line.startswith(("Title:", "Subject:"))), ""), end


def _wrapped_width(lines: list[str]) -> int:
    """Find the width at which the text was wrapped, 0 when every line is a paragraph of its own."""
    lengths = sorted(len(line) for line in lines if line.strip() and "://" not in line)
    if not lengths or lengths[int(len(lengths) * 0.9)] > WRAP_MAX:
        return 0
    return lengths[int(len(lengths) * 0.98)]


class _Drafter:
    """Gathers lines into drafts; a run is the lines that have not been handed on yet."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.width = _wrapped_width(lines)
        self.run: list[str] = []
        self.in_notes = False
        self.count = 0
        # Lines indented deeper than this are passed over: the content of a literal block or directive. -1: none is open.
        self.passing = -1
        self.code: list[str] = []

    def drafts(self) -> Iterator[Draft]:
        for line in (*self.lines, ""):
            if self.run and line.lstrip().startswith(".. "):
                yield self._close()
            if self._passed_over(line):
                continue
            if self.code:
                yield Draft(Part.CODE, "\n".join(self.code))
                self.code = []
            if self.run and len(self.run) == 1 and _underlines(line, self.run[0]):
                yield self._close(heading=True)
            elif self.run and (not line.strip() or self._breaks(line)):
                yield self._close()
            if line.strip() and not UNDERLINE.fullmatch(line.strip()):
                self._begin(line)

    def _passed_over(self, line: str) -> bool:
        """Code after "::", and directives with what is indented under them, are no text; a directive of prose only loses its head."""
        indent = len(line) - len(line.lstrip())
        if self.passing >= 0:
            if not line.strip() or indent > self.passing:
                self.code += [line] if line.strip() else []
                return True
            self.passing = -1
        if self.run or not line.lstrip().startswith(".. ") or DEFINITION.match(line):
            return False
        directive = DIRECTIVE.match(line)
        if not (directive and directive[1] in PROSE_DIRECTIVES):
            self.passing = indent
        elif directive[2]:
            self._begin(directive[2])
        return True

    def _begin(self, line: str) -> None:
        self.run.append(line)

    def _close(self, *, heading: bool = False) -> Draft:
        run, self.run = self.run, []
        text = "\n".join(run)
        if text.rstrip().endswith("::"):
            self.passing = len(run[0]) - len(run[0].lstrip())
        if is_note_title(text):
            self.in_notes, self.count = True, 0
            return Draft(Part.HEADING, text, level=2)
        if heading or (self._is_heading(run) and not DEFINITION.match(text)):
            self.in_notes = False
            return Draft(Part.HEADING, text, level=2)
        return self._draft(run, text)

    def _draft(self, run: list[str], text: str) -> Draft:
        if match := DEFINITION.match(text):
            return Draft(Part.NOTE, text, match[1].lstrip("^#"))
        if (match := NUMBERED.match(text)) and (self.in_notes or not (match[1] or match[2]).isascii()):
            return Draft(Part.NOTE, text, (match[1] or match[2]).translate(RAISED))
        if self.in_notes and ENTRY.search(text):
            self.count += 1
            return Draft(Part.NOTE, text, str(self.count))
        if BORDER.match(run[0].strip()) or all(CELLS.search(line) for line in run):
            return Draft(Part.TABLE, text)
        if self.width and all(line.startswith(("    ", "\t")) for line in run) and not BULLET.match(text):
            return Draft(Part.QUOTE, text)
        return Draft(Part.ITEM if BULLET.match(text) else Part.PARAGRAPH, text)

    def _is_heading(self, run: list[str]) -> bool:
        """Tell a short line of its own that does not end like a sentence, in a text whose paragraphs are single lines."""
        line = run[0].strip()
        return not self.width and len(run) == 1 and len(line) < HEADING_MAX and line[-1] not in '.!?:;,…"”’)]*' and not BULLET.match(line)

    def _breaks(self, line: str) -> bool:
        """Whether `line` starts a block of its own though no blank line stands before it."""
        if (
            DEFINITION.match(line)
            or BULLET.match(line)
            or (self.in_notes and NUMBERED.match(line))
            or (len(self.run) == 1 and is_note_title(self.run[0]))
        ):
            return True
        if self.in_notes and ENTRY.search(self.run[-1]) and not line.startswith((" ", "\t")) and (not self.width or ENTRY.search(line)):
            return True
        last = self.run[-1].rstrip()
        if not self.width:
            return True
        if last.rsplit(None, 1)[-1].lower() in GOING_ON or UNENDED.search(last):
            return False
        first = line.split(None, 1)[0] if line.strip() else ""
        return (
            len(last) + len(first) + SLACK < self.width
            and not first.lstrip("`*_(\"'“[")[:1].islower()
            and not line.startswith((" ", "\t", "\\"))
        )


def _underlines(line: str, text: str) -> bool:
    return bool(UNDERLINE.fullmatch(line.strip())) and len(line.strip()) >= 0.6 * len(text.strip())
