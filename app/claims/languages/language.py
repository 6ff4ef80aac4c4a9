"""The shape of what claims are read by in one language."""

from dataclasses import dataclass


def words(text: str) -> frozenset[str]:
    """A set of words from a blank-separated line; "_" stands for a blank inside a phrase."""
    return frozenset(word.replace("_", " ") for word in text.split())


@dataclass(frozen=True, slots=True)
class Language:
    """Words are given in lower case, phrases with blanks.

    `function_words` tell the language. `abbreviations` end in a full stop (not written here) and do not end a sentence;
    `before_number` do so only before a digit ("No. 5"); `may_end` may also end one, which shows when one of `starters`
    follows. `ordinal_dot` is true where "3. Oktober" is the third. `note_titles` head lists of sources.
    The rest marks what is no claim: openings of a hypothesis, an example, an instruction or a proposal, words that make
    a sentence hypothetical wherever they stand, and nouns that count parts of the text or of an argument.
    """

    code: str
    function_words: frozenset[str]
    abbreviations: frozenset[str]
    before_number: frozenset[str]
    starters: frozenset[str]
    note_titles: frozenset[str]
    may_end: frozenset[str] = frozenset()
    ordinal_dot: bool = False
    months: frozenset[str] = frozenset()
    supposing: frozenset[str] = frozenset()
    examples: frozenset[str] = frozenset()
    instructions: frozenset[str] = frozenset()
    proposals: frozenset[str] = frozenset()
    text_nouns: frozenset[str] = frozenset()
    small_numbers: frozenset[str] = frozenset()
    source_nouns: frozenset[str] = frozenset()
