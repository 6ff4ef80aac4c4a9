"""The document as JSON: the contract of `stet extract`."""

from app.extract.document import Block, Cell, Document


def to_json(document: Document) -> dict[str, object]:
    """Return {"title", "lang", "dates", "blocks": [...]} with empty fields left out of blocks and cells."""
    return {
        "title": document.title,
        "lang": document.lang,
        "dates": {
            name: day.isoformat() if day else None
            for name, day in (("published", document.published), ("modified", document.modified), ("as_of", document.as_of))
        },
        "media_type": document.media_type,
        "unreadable": document.unreadable,
        "notes": list(document.notes),
        "facts": dict(document.facts),
        "blocks": [_block(block) for block in document.blocks],
    }


def _block(block: Block) -> dict[str, object]:
    shown: dict[str, object] = {
        "type": block.type.value,
        "zone": block.zone.value,
        "text": block.text,
        "section": list(block.section),
        "start": block.start,
        "end": block.end,
    }
    optional = {
        "level": block.level,
        "cells": [_cell(cell) for cell in block.cells],
        "caption": block.caption,
        "note": block.note,
        "page": block.page,
    }
    return shown | {name: value for name, value in optional.items() if value}


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "row": cell.row,
        "column": cell.column,
        "text": cell.text,
        "header": cell.header,
        "row_headers": list(cell.row_headers),
        "column_headers": list(cell.column_headers),
    }
