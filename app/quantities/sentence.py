"""One text under reading: its tokens, its language and what the document knows."""

from dataclasses import dataclass, field

from app.quantities.lexicon import Lexicon
from app.quantities.normalise import Plain
from app.quantities.numeral import Mark
from app.quantities.quantity import Aside, Hints
from app.quantities.tokens import END, Token


@dataclass(slots=True)
class Sentence:
    """Tokens with the lexicon that reads them. `floor` is the first token not yet taken by an earlier quantity."""

    text: str
    plain: Plain
    tokens: list[Token]
    lexicon: Lexicon
    mark: Mark
    hints: Hints
    floor: int = 0
    asides: list[Aside] = field(default_factory=list)

    def before(self, index: int) -> Token:
        return self.tokens[index - 1] if index > 0 else END

    def set_aside(self, first: int, end: int, reason: str) -> None:
        start = self.plain.original(self.tokens[first].start)
        stop = self.plain.original_end(self.tokens[end - 1].end)
        self.asides.append(Aside(self.text[start:stop], start, stop, reason))
