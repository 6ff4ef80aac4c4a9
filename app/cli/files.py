"""Commands that move claims as files: export, import."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from app.errors import InvalidInput

KINDS = ("csv", "jsonl", "claimreview", "annotations", "warc")
SHEETS = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}


def export(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"One of {', '.join(KINDS)}.")] = "csv",
    article: Annotated[str, typer.Option(help="Only claims of this article, such as art_1.")] = "",
    status: Annotated[str, typer.Option(help="Only claims of these statuses, comma separated.")] = "",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to write; standard output when not given.")] = None,
) -> None:
    """Write claims with their evidence: a spreadsheet, JSON lines, ClaimReview, Web Annotation, or their snapshots as WARC."""
    from app.bootstrap import opened
    from app.settings import read_settings
    from app.store import ids
    from app.verify.verdict import Status
    from app.workflow.exports import ClaimFilter, Export
    from app.workflow.exports import export as job

    if kind not in KINDS:
        raise InvalidInput(f"There is no export named {kind}: there are {', '.join(KINDS)}.", field="kind")
    wanted = tuple(part.strip() for part in status.split(",") if part.strip())
    for part in wanted:
        if part not in Status.__members__.values():
            raise InvalidInput(f"--status {part}: it is one of {', '.join(Status)}.", field="status")
    narrow = ClaimFilter(statuses=wanted, article_id=ids.decode(ids.Prefix.ARTICLE, article) if article else None)
    with opened(read_settings()) as desk, output.open("wb") if output else sys.stdout.buffer as out:
        for piece in job(desk, narrow, Export(kind)):
            out.write(piece)


def import_(
    path: Annotated[Path, typer.Argument(help="A .csv or .jsonl file with a sentence and its addresses a line.")],
    title: Annotated[str, typer.Option(help="Title of the article that will hold the claims.")] = "",
    lang: Annotated[str, typer.Option(help="The claims' language; detected when not given.")] = "",
) -> None:
    """Take claims from a spreadsheet or JSON lines (columns sentence, url, id). Exit code 1 when a line could not be used."""
    from app.bootstrap import opened
    from app.settings import read_settings
    from app.workflow.imports import Sheet, import_claims

    if path.suffix.lower() not in SHEETS:
        raise InvalidInput(f"{path}: the name must end in {', '.join(SHEETS)}, so that its format is known.", field="path")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(f"{path} could not be read as UTF-8 text: {error}.", field="path") from error
    with opened(read_settings()) as desk:
        done = import_claims(desk, text, Sheet(SHEETS[path.suffix.lower()]), title=title or path.stem, lang=lang, by="cli")
    refused = [result for result in done.results if result.problem]
    for result in refused:
        sys.stderr.write(f"{result.id}: {result.problem}\n")
    sys.stdout.write(f"{len(done.results) - len(refused)} taken, {len(refused)} refused; {len(done.article_ids)} articles\n")
    if refused:
        raise SystemExit(1)


import_.__name__ = "import"
COMMANDS = (export, import_)
