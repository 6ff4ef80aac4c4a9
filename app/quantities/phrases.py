"""Phrases of several words, found forwards from their first token or backwards from their last."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from app.quantities.normalise import fold
from app.quantities.tokens import PAD, Shape, Token, is_letters, tokenise

T = TypeVar("T")


def words(text: str) -> tuple[str, ...]:
    """Split a data string at its bars: "more than | over" -> ("more than", "over")."""
    return tuple(fold(part.strip()) for part in text.split("|") if part.strip())


class Phrases(Generic[T]):
    """A dictionary of phrases. Lower-case unless `exact`; a blank in a phrase also matches a hyphen in the text."""

    def __init__(self, entries: Iterable[tuple[str, T]], *, exact: bool = False) -> None:
        self._exact = exact
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, payload in entries:
            pieces = tuple(token.text for token in tokenise(phrase if exact else phrase.lower())[:-PAD] if token.text != "-")
            self._by_first.setdefault(pieces[0], []).append((pieces, payload))
            self._by_last.setdefault(pieces[-1], []).append((pieces, payload))
        for table in (self._by_first, self._by_last):
            for row in table.values():
                row.sort(key=lambda entry: -len(entry[0]))

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def firsts(self) -> frozenset[str]:
        return frozenset(self._by_first)

    def at(self, tokens: Sequence[Token], index: int) -> tuple[int, T] | None:
        """Longest phrase that begins at `index`: (index after it, payload)."""
        token = tokens[index]
        row = self._by_first.get(token.text if self._exact else token.low)
        if row is None:
            return None
        for pieces, payload in row:
            end = self._match(tokens, index, pieces)
            if end:
                return end, payload
        return None

    def before(self, tokens: Sequence[Token], index: int, floor: int = 0) -> tuple[int, T] | None:
        """Longest phrase that ends just before `index` and does not begin before `floor`: (its first index, payload)."""
        if index <= floor:
            return None
        token = tokens[index - 1]
        row = self._by_last.get(token.text if self._exact else token.low)
        if row is None and "'" in token.low:
            row = self._by_last.get(token.low.rpartition("'")[2])  # "l'article 5"
        if row is None:
            return None
        for pieces, payload in row:
            start = self._match_back(tokens, index, pieces, floor)
            if start >= 0:
                return start, payload
        return None

    def _match(self, tokens: Sequence[Token], index: int, pieces: tuple[str, ...]) -> int:
        at = index
        for piece in pieces:
            token = tokens[at]
            if at > index and token.text == "-" and piece != "-":
                at += 1
                token = tokens[at]
            if (token.text if self._exact else token.low) != piece:
                return 0
            if at > index and token.shape is Shape.FIGURES and not token.glued:
                return 0
            at += 1
        return 0 if self._cut(tokens, at) else at

    def _match_back(self, tokens: Sequence[Token], index: int, pieces: tuple[str, ...], floor: int) -> int:
        at = index
        for piece in reversed(pieces):
            at -= 1
            if at < floor:
                return -1
            token = tokens[at]
            if at < index - 1 and token.text == "-" and piece != "-":
                at -= 1
                if at < floor:
                    return -1
                token = tokens[at]
            if (token.text if self._exact else token.low) != piece and not (piece is pieces[0] and token.low.endswith(f"'{piece}")):
                return -1
        return at

    @staticmethod
    def _cut(tokens: Sequence[Token], end: int) -> bool:
        """Tell a phrase that ends in the middle of a word: "m" of "m2"."""
        after, last = tokens[end], tokens[end - 1]
        return after.glued and is_letters(last) and after.shape is Shape.FIGURES
