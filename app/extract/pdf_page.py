"""One page of words -> segments in reading order: lines are found by baseline, columns by the gutters between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from app.extract.raised import raised_text

# Marks a raised digit in a word (see child_pdf).
_RAISED = "\x1e"
# Words this many line heights apart belong to different cells or columns, unless the whole line is spread evenly.
_CELL_GAP = 1.0
_EVEN_GAP = 2.2
_EVEN_WORDS = 6
_EVEN_RATIO = 1.25
_EVEN_GAP_MAX = 3.0
_BASELINE = 0.35

# A gutter is at least this wide (points), and at most this share of the lines crosses it.
_GUTTER_WIDTH = 7.0
_GUTTER_CROSSED = 0.15
# Both sides of a gutter hold prose: at least so many segments, of so many characters, filling so much of the column.
_COLUMN_SEGMENTS = 5
_COLUMN_CHARS = 20
_COLUMN_FILLED = 0.5
_COLUMN_DEPTH = 3
# The largest page the standard knows is 14,400 points wide.
_PLACE_MAX = 15_000.0
_BIN = 3.0


@dataclass(slots=True, eq=False)
class Segment:
    """A stretch of a line without a wide gap; points, origin at the lower left."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)


Line = list[Segment]


def read_segments(words: Iterable[Sequence[str | float]]) -> list[Segment]:
    """Join a page's words into segments, in content order."""
    found = [Segment(_plain(str(text)), float(a), float(b), float(c), float(d)) for text, a, b, c, d in words]
    return _segments([word for word in found if _on_paper(word)])


def _on_paper(word: Segment) -> bool:
    """Broken files put text light years away, at places that are no numbers, or in letters as high as a house."""
    places = (word.left, word.right, word.bottom, word.top)
    return all(-_PLACE_MAX < place < _PLACE_MAX for place in places) and word.left <= word.right and word.bottom <= word.top


def in_reading_order(segments: list[Segment]) -> list[Line]:
    """Order segments into lines, column after column."""
    return [line for part in _content_flows(segments) for flow in _flows(part, 0) for line in lines_of(flow)]


def _content_flows(segments: list[Segment]) -> list[list[Segment]]:
    """Follow the order the author's program wrote in, where it reads down prose; pool what it wrote otherwise.

    A jump back up the page begins a new flow. Columns of prose stay apart; short flows are cells written column by
    column, or lines in no order, and geometry must order them.
    """
    flows: list[list[Segment]] = []
    lowest = 0.0
    for segment in segments:
        if not flows or segment.bottom > lowest + segment.height * 1.5:
            flows.append([])
            lowest = segment.bottom
        flows[-1].append(segment)
        lowest = min(lowest, segment.bottom)
    parts: list[list[Segment]] = []
    pooled = False
    for flow in flows:
        lines = len({round(piece.bottom) for piece in flow})
        prose = lines >= _COLUMN_SEGMENTS and sum(len(piece.text) for piece in flow) >= lines * _COLUMN_CHARS
        if prose or not pooled:
            parts.append(list(flow))
        else:
            parts[-1] += flow
        pooled = not prose
    return parts


def _plain(word: str) -> str:
    """Turn marked raised digits into what they mean after the text before them."""
    if _RAISED not in word:
        return word
    base, _, rest = word.partition(_RAISED)
    digits = rest.replace(_RAISED, "")
    count = next((at for at, sign in enumerate(digits) if not sign.isdigit()), len(digits))
    return base + raised_text(digits[:count], base[-12:]) + digits[count:]


def _segments(words: list[Segment]) -> list[Segment]:
    """Join words that follow each other on one baseline, in content order, then cut where a cell or column ends."""
    runs: list[list[Segment]] = []
    for word in words:
        before = runs[-1][-1] if runs else None
        if before is not None and _is_raised_after(before, word):
            before.text += raised_text(word.text, before.text[-12:])
            before.right = max(before.right, word.right)
        elif (
            before is not None
            and abs(word.bottom - before.bottom) <= _BASELINE * before.height
            and word.left >= before.right - before.height
        ):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [segment for run in runs for segment in _cut(run)]


def _is_raised_after(before: Segment, word: Segment) -> bool:
    return (
        len(word.text) <= 4
        and word.height < before.height * 0.87
        and before.height * 0.1 < word.bottom - before.bottom < before.height
        and -1.0 <= word.left - before.right < before.height * 0.4
    )


def _cut(run: list[Segment]) -> list[Segment]:
    gaps = [after.left - before.right for before, after in pairwise(run)]
    limit = _gap_limit(run, gaps)
    pieces = [[run[0]]]
    for word, gap in zip(run[1:], gaps, strict=True):
        if gap > limit:
            pieces.append([])
        pieces[-1].append(word)
    return [
        Segment(
            " ".join([word.text for word in piece]),
            piece[0].left,
            max(word.right for word in piece),
            piece[0].bottom,
            max(word.top for word in piece),
        )
        for piece in pieces
    ]


def _gap_limit(run: list[Segment], gaps: list[float]) -> float:
    """A line height, but more where the line was spread to fill its column: there all gaps are alike."""
    height = run[0].height
    words = sum(word.text[:1].isalpha() for word in run)
    if len(gaps) < 2 or words * 2 < len(run):
        return height * _CELL_GAP
    even = max(gaps) <= min(gaps) * _EVEN_RATIO + 0.5
    if even and max(gaps) < height * _EVEN_GAP_MAX:
        return height * _EVEN_GAP_MAX
    usual = median(gaps)
    return max(height * _CELL_GAP, usual * _EVEN_GAP) if len(run) >= _EVEN_WORDS and usual < height else height * _CELL_GAP


def _flows(segments: list[Segment], depth: int) -> list[list[Segment]]:
    """Split side-by-side columns; what spans them all divides the page into bands, read from the top."""
    gutter = _gutter(segments) if depth < _COLUMN_DEPTH and len(segments) >= 2 * _COLUMN_SEGMENTS else None
    if gutter is None:
        return [segments]
    flows: list[list[Segment]] = []
    band: list[Segment] = []
    for segment in sorted(segments, key=lambda piece: -piece.bottom):
        if segment.left < gutter < segment.right:
            flows += [*_sides(band, gutter, depth), [segment]]
            band = []
        else:
            band.append(segment)
    return flows + _sides(band, gutter, depth)


def _sides(band: list[Segment], gutter: float, depth: int) -> list[list[Segment]]:
    left = [segment for segment in band if segment.right <= gutter]
    right = [segment for segment in band if segment.left >= gutter]
    return [flow for side in (left, right) if side for flow in _flows(side, depth + 1)]


def _gutter(segments: list[Segment]) -> float | None:
    """Find the x with the fewest lines across it, near the middle, with prose on both sides."""
    start, end = min(segment.left for segment in segments), max(segment.right for segment in segments)
    bins = int((end - start) / _BIN) + 1
    steps = [0] * (bins + 1)
    for segment in segments:
        steps[int((segment.left - start) / _BIN)] += 1
        steps[min(int((segment.right - start) / _BIN) + 1, bins)] -= 1
    crossed = [0] * bins
    running = 0
    for at in range(bins):
        running += steps[at]
        crossed[at] = running
    for at in _candidates(crossed, max(crossed, default=0)):
        gutter = start + at * _BIN
        if _prose_on_both_sides(segments, gutter):
            return gutter
    return None


def _candidates(crossed: list[int], most: int) -> list[int]:
    """Middles of the stretches that hardly any line crosses, those nearest to the page's middle first."""
    found: list[int] = []
    first = -1
    for at, count in enumerate([*crossed, most + 1]):
        free = count <= most * _GUTTER_CROSSED
        if free and first < 0:
            first = at
        elif not free and first >= 0:
            if (at - first + 1) * _BIN >= _GUTTER_WIDTH and 0.15 * len(crossed) < first < 0.85 * len(crossed):
                found.append((first + at) // 2)
            first = -1
    middle = len(crossed) / 2
    return sorted(found, key=lambda at: abs(at - middle))[:4]


def _prose_on_both_sides(segments: list[Segment], gutter: float) -> bool:
    for side in ([piece for piece in segments if piece.right <= gutter], [piece for piece in segments if piece.left >= gutter]):
        if len(side) < _COLUMN_SEGMENTS:
            return False
        width = max(piece.right for piece in side) - min(piece.left for piece in side)
        if (
            median(len(piece.text) for piece in side) < _COLUMN_CHARS
            or median(piece.right - piece.left for piece in side) < width * _COLUMN_FILLED
        ):
            return False
    return True


def lines_of(segments: list[Segment]) -> list[Line]:
    """Group segments of one baseline, from the top of the flow down."""
    lines: list[Line] = []
    for segment in sorted(segments, key=lambda piece: (-piece.bottom, piece.left)):
        if lines and abs(lines[-1][0].bottom - segment.bottom) <= _BASELINE * max(lines[-1][0].height, segment.height):
            lines[-1].append(segment)
        else:
            lines.append([segment])
    return [sorted(line, key=lambda piece: piece.left) for line in lines]
