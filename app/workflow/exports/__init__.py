"""Exports: claims with everything known of them, written for spreadsheets, scripts, search engines, annotation tools and archives.

A format is one file and one line in `WRITERS`. Whatever the size, only one page of claims is in memory.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.store.claim_reads import ClaimFilter
from app.workflow.desk import Desk
from app.workflow.exports import annotations, claim_review, lines, sheet, warc

__all__ = ["WRITERS", "ClaimFilter", "Export", "Writer", "export"]


class Export(StrEnum):
    """The formats there are."""

    CSV = "csv"
    JSONL = "jsonl"
    CLAIM_REVIEW = "claimreview"
    ANNOTATIONS = "annotations"
    WARC = "warc"


@dataclass(frozen=True, slots=True)
class Writer:
    """How one format is written: its media type, the ending of a file's name, and what makes the bytes."""

    media_type: str
    ending: str
    write: Callable[[Desk, ClaimFilter], Iterator[bytes]]


WRITERS: Mapping[Export, Writer] = {
    Export.CSV: Writer("text/csv", "csv", sheet.write),
    Export.JSONL: Writer("application/jsonl", "jsonl", lines.write),
    Export.CLAIM_REVIEW: Writer("application/ld+json", "claimreview.json", claim_review.write),
    Export.ANNOTATIONS: Writer("application/ld+json", "annotations.json", annotations.write),
    Export.WARC: Writer("application/warc", "warc", warc.write),
}


def export(desk: Desk, narrow: ClaimFilter, wanted: Export) -> Iterator[bytes]:
    """Write the claims of a filter, a piece at a time."""
    return WRITERS[wanted].write(desk, narrow)
