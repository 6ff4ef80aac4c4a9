"""A claim and a piece of evidence as plain text: the shortest way to a judgement."""

from datetime import date

from app.extract.document import Block, BlockType, Document, Zone
from app.quantities import Hints, read
from app.verify.judge import judge
from app.verify.sentences import tidy
from app.verify.verdict import ClaimView, Judgement
from app.verify.words import detect


def view(sentence: str, lang: str = "", *, section: tuple[str, ...] = (), context: str = "", hints: Hints | None = None) -> ClaimView:
    """Read a sentence's quantities and make it a claim that can be judged."""
    spoken = lang or detect(f"{sentence} {context}")
    return ClaimView(sentence, read(tidy(sentence), spoken, hints or Hints()), spoken, section, context)


def judge_text(claim: str, evidence: str, lang: str, today: date) -> Judgement:
    """Judge a claim against evidence given as plain text; paragraphs are divided by newlines."""
    return judge(view(claim, lang), as_document(evidence, lang), today)


def as_document(text: str, lang: str = "") -> Document:
    """Make a document of one paragraph a line."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockType.PARAGRAPH, Zone.MAIN, line, start, start + len(line)))
        start += len(line) + 1
    return Document("text/plain", text, tuple(blocks), lang=lang, unreadable="" if blocks else "empty")
