"""The shape of what claims are read by in one language."""

from dataclasses import dataclass


def words(text: str) -> frozenset[str]:
    """Give a set of words from a blank-separated line; "_" stands for a blank inside a phrase."""
    return frozenset(word.replace("_", " ") for word in text.split())


@dataclass(frozen=True, slots=True)
class Language:
    """Words are given in lower case, phrases with blanks.

    `function_words` tell the language. `abbreviations` end in a full stop (not written here) and do not end a sentence;
    `before_number` do so only before a digit ("No. 5"); `may_end` may also end one, which shows when one of `starters` follows.
    `ordinal_dot` is true where "3. Oktober" is the third. `note_titles` head lists of sources.

    The rest marks what is no claim. `supposing`, `examples`, `instructions` and `proposals` open a sentence, `conditions` too;
    `imperatives` instruct when a number or one of `objects` follows; `modals` make a conditional or an example hypothetical;
    `ifs` begin a condition wherever they stand, what follows from it is told with `woulds`; `shoulds` recommend;
    `example_marks` stand right before a number that is only an example; `text_nouns` count parts of the text or of an argument
    ("two reasons"); after one of `numbered` a number tells which one ("layer 2"); `pointing` words take up a number that was
    told before ("these three"). `source_nouns` are what a text calls a source that it leans on ("our report"). A duration
    before one of `later` or after one of `ago` is a date ("two years ago"). A percentage beside one of `named_by_number` is a
    name ("a 51% attack"). Numbers within one of `idioms` assert nothing ("100% sure"). A sentence that opens with one of
    `following` after a supposition goes on with it. One of `pasts` in a clause of time tells
    what was ("When it was drafted, …"). What one of `reminders` opens asserts
    ("Don't forget, …"). However few, `persons` are counted ("two people died"). `months` have their names in full.
    """

    code: str
    function_words: frozenset[str]
    abbreviations: frozenset[str]
    before_number: frozenset[str]
    starters: frozenset[str]
    note_titles: frozenset[str]
    may_end: frozenset[str] = frozenset()
    mostly_end: frozenset[str] = frozenset()
    ordinal_dot: bool = False
    supposing: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    examples: frozenset[str] = frozenset()
    example_marks: frozenset[str] = frozenset()
    instructions: frozenset[str] = frozenset()
    imperatives: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    proposals: frozenset[str] = frozenset()
    text_nouns: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    source_nouns: frozenset[str] = frozenset()
    ifs: frozenset[str] = frozenset()
    woulds: frozenset[str] = frozenset()
    pasts: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    reminders: frozenset[str] = frozenset()
    shoulds: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    idioms: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    following: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    named_by_number: frozenset[str] = frozenset()
    ago: frozenset[str] = frozenset()
