"""Text -> sentences with their places, quickly enough for a long page."""

import re
from collections.abc import Iterator

# A stop, perhaps closing quotes, blank, then something that starts a sentence. A newline always ends one.
# Arabic and Devanagari have no capitals: any of their letters may start a sentence.
_STARTS = "A-ZÀ-ÞŁŚŻŹĆÓ0-9А-ЯЁІЇ\u0620-\u064a\u0904-\u0939"
_END = re.compile(rf"(?:[.!?…。！？؟।][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[{_STARTS}])|(?<=[a-z0-9)]{{3}})\.(?=[A-Z][a-z]+ )|[。！？।]|\n+)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Gov|Sen|Rep|Lt|Col|Sgt|Capt|No|Nos|Nr|Fig|Figs|Inc|Ltd|Co|Corp|Jr|Sr|vs|approx|ca|c|ed|eds|"
    r"vol|pp|p|art|Art|sec|Sec|bzw|etc|ggf|z\.B|u\.a|d\.h|Mio|Mrd|Abs|Str|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|M|Mme|Mlle|núm|Sr|Sra|"
    r"Ing|e\.g|i\.e|cf|al|est|min|max|mill|mld|mln|tys|proc|r|ok))\.$"
)
_MONTH = re.compile(r"(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Quartal|Jahrhundert|Platz|Rang)")
_SENTENCE_CHARS_MAX = 1500


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence, blanks trimmed; one longer than 1,500 characters is cut at a blank."""
    start = 0
    for match in _END.finditer(text):
        if match[0][0] == "." and _is_abbreviation(text, match):
            continue
        yield from _pieces(text, start, match.end())
        start = match.end()
    yield from _pieces(text, start, len(text))


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    before = text[max(start_of_line(text, match.start()), match.start() - 8) : match.start() + 1]
    if before[:-1][-1:].isdigit():
        # "in 12. Then" ends a sentence, "am 12. März" does not.
        return _MONTH.match(text, match.end()) is not None
    return _ABBREVIATION.search(before) is not None


def tidy(text: str) -> str:
    """Write the paired backquotes and apostrophes of tokenised text as quotation marks, every place kept."""
    return text.replace("``", ' "').replace("''", '" ')


def start_of_line(text: str, position: int) -> int:
    """Return where the line holding `position` begins."""
    return text.rfind("\n", 0, position) + 1


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _SENTENCE_CHARS_MAX:
        cut = text.rfind(" ", start, start + _SENTENCE_CHARS_MAX)
        cut = cut if cut > start else start + _SENTENCE_CHARS_MAX
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        begin = start + piece.index(stripped)
        yield begin, begin + len(stripped)
