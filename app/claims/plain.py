"""Plain text and reStructuredText-like text -> blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.claims.inline import plain_block
from app.claims.languages import LANGUAGES
from app.claims.layout import Block, Layout, Part

HEADER_FIELD = re.compile(r"[A-Z][A-Za-z-]{1,30}:(?: |$)")
UNDERLINE = re.compile(r"([=\-'~^\"`#*+.:_])\1{2,}$")
BORDER = re.compile(r"[-=+]{2,}(?:[ +|]+[-=+]{2,})+[+|]?$|\|[\s:|-]+\|$")
BULLET = re.compile(r"\s{0,12}(?:[-*•‣·–]|\(?[0-9]{1,3}[.)]|#\.|\(?[a-z]\))\s+(?=\S)")
DEFINITION = re.compile(r"\s{0,8}(?:\.\. )?\[(\^?[#*]?[\w.:+-]{1,40})\](?!_|\()(?::|\s*[-–—:])?(?:\s+|(?=http))(?=\S)")
NUMBERED = re.compile(r"\s{0,8}\(?\^?([0-9]{1,3}|[⁰¹²³⁴-⁹]{1,3}|[*†‡]{1,3})[.):\]]?\s*(?=\S)")
DIRECTIVE = re.compile(r"\s*\.\. ([\w-]+)::\s*(.*)$")
COMMENT = re.compile(r"\s*\.\.(?: |$)")
TARGET = re.compile(r"\s*\.\. _`?([^:`]{1,80})`?:\s*(\S*)")
# Directives whose content is prose; that of all others (code, figures, tables, options) is not.
PROSE_DIRECTIVES = {"note", "warning", "tip", "important", "hint", "caution", "attention", "danger", "admonition", "epigraph", "pull-quote"}
NOTE_TITLES = frozenset().union(*(language.note_titles for language in LANGUAGES.values()))
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A line longer than this was not wrapped by hand or by an editor: each line is then a paragraph.
WRAP_MAX = 110
# A line that ends this much short of the width, beyond the next word, was broken on purpose.
SLACK = 12


@dataclass(frozen=True, slots=True)
class Draft:
    """Lines that belong together, before links are read."""

    part: Part
    text: str
    key: str = ""
    level: int = 0


def read_plain(text: str) -> Layout:
    """Cut text into blocks: never fails, keeps every line."""
    lines = text.splitlines()
    targets = {match[1].casefold(): match[2] for line in lines if (match := TARGET.match(line)) and match[2]}
    title, start = _header(lines)
    drafts = list(_drafts(lines[start:]))
    title = title or next((draft.text.strip() for draft in drafts if draft.part in (Part.HEADING, Part.PARAGRAPH)), "")
    keys = frozenset(draft.key for draft in drafts if draft.key)
    blocks = tuple(plain_block(draft.part, draft.text, draft.key, draft.level, keys, targets) for draft in drafts)
    return Layout(tuple(block for block in blocks if block.text), title[:300])


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
    """The width at which the text was wrapped, 0 when every line is a paragraph of its own."""
    lengths = sorted(len(line) for line in lines if line.strip() and "://" not in line)
    if not lengths or lengths[int(len(lengths) * 0.9)] > WRAP_MAX:
        return 0
    return lengths[int(len(lengths) * 0.98)]


def _drafts(lines: list[str]) -> Iterator[Draft]:
    width = _wrapped_width(lines)
    in_notes = False
    run: list[str] = []
    for index, line in enumerate([*lines, ""]):
        following = lines[index + 1] if index + 1 < len(lines) else ""
        if run and UNDERLINE.fullmatch(line.strip()) and len(run) == 1:
            in_notes = _is_note_title(run[0])
            yield Draft(Part.HEADING, run[0], level=2)
            run = []
        elif run and (not line.strip() or _breaks(run, line, width, in_notes=in_notes)):
            draft = _draft(run, in_notes=in_notes)
            in_notes = _is_note_title(draft.text) or (in_notes and draft.part in (Part.NOTE, Part.PARAGRAPH, Part.ITEM))
            yield draft
            run = [line] if line.strip() else []
        elif line.strip() and not (UNDERLINE.fullmatch(line.strip()) and not following.strip()):
            run.append(line)


def _is_note_title(text: str) -> bool:
    return len(text) < 60 and text.strip(" #*:=-_").casefold() in NOTE_TITLES


def _breaks(run: list[str], line: str, width: int, *, in_notes: bool) -> bool:
    """Whether `line` starts a block of its own though no blank line stands before it."""
    if DEFINITION.match(line) or BULLET.match(line) or (in_notes and NUMBERED.match(line)) or _is_note_title(run[-1]):
        return True
    last = run[-1].rstrip()
    if not width:
        return True
    first = line.split(None, 1)[0]
    return len(last) + len(first) + SLACK < width and not first[0].islower() and not line.startswith((" ", "\t"))


def _draft(run: list[str], *, in_notes: bool) -> Draft:
    text = "\n".join(run)
    if match := DEFINITION.match(text):
        return Draft(Part.NOTE, text, match[1].lstrip("^#"))
    if in_notes and (match := NUMBERED.match(text)):
        return Draft(Part.NOTE, text, match[1].translate(RAISED))
    if BORDER.match(run[0].strip()):
        return Draft(Part.TABLE, text)
    return Draft(Part.ITEM if BULLET.match(text) else Part.PARAGRAPH, text)
