"""One text under reading: its tokens, its language and what the document knows."""

from dataclasses import dataclass, field

from app.quantities.lexicon import SYMBOLS, Lexicon, Measured
from app.quantities.normalise import Plain
from app.quantities.numeral import Mark
from app.quantities.quantity import Aside, Hints
from app.quantities.tokens import END, Shape, Token


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

    def symbol(self, at: int) -> tuple[int, Measured] | None:
        """Give the sign of a unit at token `at` and the token after it; a verb is none ("nel 2012 ha venduto" against "12 ha di bosco")."""
        found = SYMBOLS.at(self.tokens, at)
        if found is None or self.tokens[at].glued:
            return found
        after, sign = self.tokens[found[0]], self.tokens[at].low
        is_verb = after.shape is Shape.WORD and after.low not in self.lexicon.measures.unit_verbs.get(sign, {after.low})
        return None if is_verb else found

    def set_aside(self, first: int, end: int, reason: str) -> None:
        start = self.plain.original(self.tokens[first].start)
        stop = self.plain.original_end(self.tokens[end - 1].end)
        self.asides.append(Aside(self.text[start:stop], start, stop, reason))
