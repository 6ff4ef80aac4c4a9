"""XLSX, XLS and ODS -> document; the child process reads the file."""

from app.extract.assemble import About, assemble
from app.extract.document import BlockType, Document
from app.extract.native import ask
from app.extract.sheets import sheet_drafts
from app.extract.sniffing import XLSX


def read_book(body: bytes, media_type: str = XLSX) -> Document:
    """Read every visible sheet; hidden sheets are left out."""
    answer = ask(b"book", body)
    sheets = answer.get("sheets", [])
    about = About(unreadable=answer.get("unreadable", ""), notes=list(answer.get("notes", [])))
    drafts = [draft for sheet in sheets for draft in sheet_drafts(sheet["name"], sheet["rows"], [tuple(area) for area in sheet["merged"]])]
    about.title = next((draft.text for draft in drafts if draft.type is BlockType.PARAGRAPH), "")[:200]
    return assemble(media_type, drafts, about)
