"""A PDF writer of a few lines: text in Helvetica at given places, one content stream a page."""

from collections.abc import Sequence
from dataclasses import dataclass

# Mean width of a Helvetica character in units of its size; near enough for justified columns.
_WIDTH = 0.5


@dataclass(frozen=True)
class Print:
    """Text whose baseline begins at (x, y) points from the lower left."""

    x: float
    y: float
    text: str
    size: float = 10


def make_pdf(pages: Sequence[Sequence[Print]], info: str = "") -> bytes:
    """Write a PDF 1.4 file with one page for each list of prints, Letter size."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids: list[str] = []
    for prints in pages:
        stream = "\n".join(f"BT /F1 {item.size} Tf {item.x} {item.y} Td ({_escaped(item.text)}) Tj ET" for item in prints)
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    return _file(objects)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: Sequence[str]) -> bytes:
    body = b"%PDF-1.4\n"
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("cp1252")


def lines(x: float, y: float, texts: Sequence[str], size: float = 10) -> list[Print]:
    """Lines of one column, with the usual leading."""
    return [Print(x, y - number * size * 1.2, text, size) for number, text in enumerate(texts)]
