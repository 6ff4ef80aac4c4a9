"""Plain text -> tokens: figures, words and marks; hyphens stand alone so that every grammar above sees them."""

import re
from enum import IntEnum
from typing import NamedTuple


class Shape(IntEnum):
    """What a token is made of."""

    FIGURES = 0
    WORD = 1
    MARK = 2
    END = 3


class Token(NamedTuple):
    """One token; `low` is lower case, `glued` says that no blank stands before it."""

    shape: Shape
    text: str
    low: str
    start: int
    end: int
    glued: bool


_HAN = "\u3005-\u3007\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
# Raised, lowered and vulgar-fraction figures stand alone: "km²" is "km" and "²".
_ALONE = "²³¹⁰⁴-⁹⁻⁺₀-₉¼-¾⅐-⅟"
# Signs that Python does not count as letters although words of Devanagari, Arabic and the like contain them.
_SIGNS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
# Han and Hiragana are written without blanks, Hangul glues its particles: one character is one token.
# All classes are disjoint, so matching is linear.
_TOKEN = re.compile(
    rf"(\d+(?:[.,'٫٬]\d+)*)|([{_HAN}])|([^\W\d_{_HAN}{_ALONE}]+(?:'[^\W\d_{_HAN}{_ALONE}]+|[{_SIGNS}]+[^\W\d_{_HAN}{_ALONE}]*)*)|(\S)"
)
_SHAPES = (Shape.END, Shape.FIGURES, Shape.WORD, Shape.WORD, Shape.MARK)
# From here on the blocks of Han, Kana and Hangul: their signs are words without being letters of a name.
_IDEOGRAMS = "\u3000"


def is_letters(token: Token) -> bool:
    """Tell a word of an alphabet from one of Han or Kana, which stand next to figures without a blank."""
    return token.shape is Shape.WORD and token.text[0] < _IDEOGRAMS


# Readers look at most this far past the last token without asking where the text ends.
PAD = 10
END = Token(Shape.END, "", "", 0, 0, glued=False)


def tokenise(text: str) -> list[Token]:
    """Cut plain text into tokens; the list ends with PAD END tokens so that readers may look ahead."""
    tokens: list[Token] = []
    append, make = tokens.append, Token._make
    last = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        surface = match[0]
        append(make((_SHAPES[match.lastindex or 0], surface, surface.lower(), start, end, start == last)))
        last = end
    tokens += [END] * PAD
    return tokens
