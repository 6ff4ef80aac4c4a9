"""Text -> sentences: one function for all languages.

A sentence ends at ".", "!", "?", "…" or their full-width sisters, together with the quotes, brackets and note markers
that follow without a word between. A colon or semicolon does not end one.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from app.claims.languages import LANGUAGES, Language

Span = tuple[int, int]

# A row of spaced stops is one ellipsis: "rose . . . to four times".
STOPS = re.compile(r"\.(?: \.){1,5}|[.!?…]+|[。！？｡]+")
CLOSERS = "\"'”’»›)]}*_“‘«"
# "[12]", "[12]_", "[^a]", "[note 3]", "[1, 2]", "[ibid.]", editors' remarks ("[page needed]") and raised figures, as they stand
# after a full stop
MARKER = re.compile(
    r"\s?\[(?:\^?[\w.,–:-]{1,20}|(?:note|nb|citation|clarification|n)[ \xa0][\w ?]{1,12}|\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){1,9})\]_?"
    r"|\s?[\[(](?:ibid(?:em)?|id|ebd|ivi)\.?(?:,[^\[\]()]{0,30})?[\])]|\[[^\W\d_][^\[\]\n]{1,40}\]"
    r"|[⁰¹²³⁴-⁹*†‡]{1,4}(?:[,;–⁻-][⁰¹²³⁴-⁹]{1,3}){0,9}(?!\w)"
)
# Between two markers: "eligible.⁴, ⁵ This"
COMMA = re.compile(r"[,;]\s?(?=[\[⁰¹²³⁴-⁹*†‡\d])")
TOKEN_BEFORE = re.compile(r"[\w.’'&-]{1,24}$")
FIRST_WORD = re.compile(r"[^\w\s]{0,4}([\w’']{1,30})")
WORD_CHARACTER = re.compile(r"[^\W_]")
# "l'art." is "art."; "u. a." is written with a blank
ELISION = re.compile(r"^\w{1,4}['’](?=\w)")
SPACED = re.compile(r"(?:^|[\s(])\w\.\s?$")
# After a figure these are units, not titles or abbreviations: "it fell to 12 ms. Then …"
MEASURED = re.compile(r"\d\s?(?:ms|ft|lb|min|sec|oz)$")
INITIAL = re.compile(r"(?:^|.*[.-])[^\W\d_]$")
ALL = Language(
    "",
    function_words=frozenset(),
    abbreviations=frozenset().union(*(one.abbreviations for one in LANGUAGES.values())),
    before_number=frozenset().union(*(one.before_number for one in LANGUAGES.values())),
    starters=frozenset().union(*(one.starters for one in LANGUAGES.values())),
    note_titles=frozenset(),
    may_end=frozenset().union(*(one.may_end for one in LANGUAGES.values())),
    mostly_end=frozenset().union(*(one.mostly_end for one in LANGUAGES.values())),
)
# How far a stop looks back for the token it may belong to, and forward for the word that may start a sentence.
LOOK_BACK, LOOK_AHEAD = 24, 40
# More stops than this before a number lead to a page, as in a table of contents.
LEADERS_MIN = 3


def split(text: str, lang: str = "", marks: Sequence[Span] = (), start: int = 0) -> list[Span]:
    """Cut visible text from `start` into sentences; `marks` are places of note markers, in order. Spans leave out outer blanks."""
    language = LANGUAGES.get(lang, ALL)
    ends = sorted(marks)
    spans: list[Span] = []
    for stop in STOPS.finditer(text, start):
        if stop.start() < start:
            continue
        end = _with_tail(text, stop.end(), ends)
        if _ends_sentence(text, stop, end, language):
            _add(spans, text, start, end)
            start = end
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    """Keep a stretch that holds at least one letter or digit, without its outer blanks."""
    if not WORD_CHARACTER.search(text, start, end):
        return
    piece = text[start:end]
    spans.append((end - len(piece.lstrip()), start + len(piece.rstrip())))


def _with_tail(text: str, at: int, marks: Sequence[Span]) -> int:
    """Take the closing quotes, brackets and markers after a stop."""
    marked = False
    while at < len(text):
        if text[at] in CLOSERS:
            at += 1
        elif (after := _mark_end(text, at, marks)) > at:
            at, marked = after, True
        elif marked and (comma := COMMA.match(text, at)) and (after := _mark_end(text, comma.end(), marks)) > comma.end():
            at = after
        else:
            break
    return at


def _mark_end(text: str, at: int, marks: Sequence[Span]) -> int:
    """Give where the marker at `at` ends, `at` itself when there is none."""
    if (after := _mark_at(marks, at, text)) > at:
        return after
    match = MARKER.match(text, at)
    return match.end() if match else at


def _mark_at(marks: Sequence[Span], at: int, text: str) -> int:
    index = bisect_left(marks, (at, 0))
    for start, end in marks[index : index + 2]:
        if end > start and (start == at or (start == at + 1 and text[at] == " ")):
            return end
    return at


def _ends_sentence(text: str, stop: re.Match[str], end: int, language: Language) -> bool:
    if end >= len(text) or text[stop.start()] in "。！？｡":
        return True
    if not text[end].isspace():
        return False
    after = FIRST_WORD.match(text[end : end + LOOK_AHEAD].lstrip())
    word = after[1] if after else ""
    if word and word[0].islower():
        return False
    if stop[0] != ".":
        return not (len(stop[0]) > LEADERS_MIN and word[:1].isdigit())
    return end > stop.end() or not _abbreviates(text[max(0, stop.start() - LOOK_BACK) : stop.start()], word, language)


def _abbreviates(before: str, word: str, language: Language) -> bool:
    """Whether the full stop after `before` belongs to an abbreviation, `word` being what follows."""
    found = TOKEN_BEFORE.search(before)
    if not found or MEASURED.search(before):
        return False
    written = ELISION.sub("", found[0].lstrip("'’-&."))
    token, starts = written.lower(), word.lower() in language.starters
    if word[:1].isdigit() and token in language.before_number:
        return True
    if token in language.mostly_end or token in language.may_end:
        return (word.isupper() and len(word) > 1) if token in language.mostly_end else not starts and not word[:1].isdigit()
    if token in language.abbreviations or (len(token) == 1 and SPACED.search(before[: found.start()])):
        return True
    if token.isdigit():
        return language.ordinal_dot and len(token) <= 2 and not starts
    return bool(INITIAL.fullmatch(written)) and written[-1].isupper() and not starts
