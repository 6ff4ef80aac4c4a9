"""What a title, a heading or a clause says: a stock title of some family, or that something is not there."""

import re
from functools import lru_cache

from app.sources.phrases import (
    fillers,
    fold,
    joined,
    missing_titles,
    nouns,
    own_words,
    predicates,
    runs_together,
    sentences,
    stock_words,
    titles,
    vocabulary,
)

# Bars and dashes part a title from a site's name; colons and ends of sentences part a title within itself.
_PARTS = re.compile(r"\s*[|·•»«–—>/_｜]+\s*|\s+-+\s+")
_SENTENCES = re.compile(r"[.!?。！？…:：،؟]+")
_QUESTION = ("?", "？", "؟")
_QUOTED = re.compile(r"“[^“”]{3,}”|„[^„“”]{3,}[“”]|«[^«»]{3,}»|「[^「」]{3,}」|『[^『』]{3,}』|\"[^\"]{3,}\"")

# Shares of words that may be foreign to stock messages: "stolen file not found after raid" is news.
_STRANGE_SHARE_TITLE, STRANGE_SHARE_TEXT = 0.17, 0.25
# "Sorry, the page you requested could not be found" has nine words; headlines with the same words are seldom as short.
_SHORT_WORDS_MAX, _SHORT_CHARS_MAX = 11, 26
_OWN_WORDS_MAX = 1
# Of a run of words without full stops, as many before and after the predicate make the clause; or as few, or on one side only.
_WINDOWS = ((9, 5), (5, 2), (5, 0), (0, 3))


def in_its_own_voice(text: str) -> str:
    """Drop what is quoted, unless it is all there is: a headline that quotes a message is about it."""
    unquoted = _QUOTED.sub(" ", text)
    return unquoted if fold(unquoted).strip() else text


@lru_cache(maxsize=2048)
def _parts(text: str) -> tuple[tuple[str, ...], ...]:
    """Split a title into parts and those into sentences, folded; the title as a whole is a part too."""
    split = dict.fromkeys((*_PARTS.split(text), text))
    return tuple(folded for part in split if (folded := tuple(f for s in _SENTENCES.split(part) if (f := fold(s)) != " ")))


def is_titled(text: str, family: str) -> bool:
    """Tell whether the text, or a part of it, is a title of the family and nothing else."""
    return is_one_of(text, titles(family))


@lru_cache(maxsize=4096)
def is_said(text: str, family: str) -> bool:
    """Tell whether a part of a title or heading says a sentence or a title of the family and little else: "Sorry, we're down for …"."""
    if text.rstrip().endswith(_QUESTION):
        return False
    for part in _parts(in_its_own_voice(text)):
        saying = [sentence for sentence in part if _says_little_else(sentence, family)]
        if saying and all(sentence in saying or _is_stock(sentence) for sentence in part):
            return True
    return False


def _says_little_else(folded: str, family: str) -> bool:
    said = {word for sentence in sentences(family).find(folded) for word in sentence.split()}
    named = folded.split()
    if not said or runs_together(folded):
        return bool(said) and len(folded) <= _SHORT_CHARS_MAX
    strange = [word for word in named if word not in said and word not in stock_words()]
    return len(strange) <= max(1, len(named) // 4)


def is_one_of(text: str, stock: frozenset[str]) -> bool:
    """Tell whether the text, or a part of it, is one of the titles (blanks off), beside stock words at most."""
    for part in _parts(text):
        named = [sentence for sentence in part if joined(sentence) in stock]
        if "".join(map(joined, part)) in stock or (named and all(s in named or _is_stock(s) for s in part)):
            return True
    return False


@lru_cache(maxsize=2048)
def says_missing(text: str) -> bool:
    """Tell whether a title or heading says that something is not there: a stock phrase, or a short clause of noun and predicate.

    Questions say nothing; neither does a stock phrase beside words of its own ("Not found: a play").
    """
    if text.rstrip().endswith(_QUESTION):
        return False
    for part in _parts(in_its_own_voice(text)):
        saying = [sentence for sentence in part if _sentence_says_missing(sentence)]
        if saying and all(sentence in saying or _is_stock(sentence) for sentence in part):
            return True
    return False


def _sentence_says_missing(folded: str) -> bool:
    if joined(folded) in missing_titles() or _bare(folded) in missing_titles():
        return True
    return _is_short(folded) and clause_says_missing(folded)


def _is_stock(folded: str) -> bool:
    """Tell whether a sentence is made of stock words; of scripts without blanks, whether hardly a pair of letters is foreign to them."""
    if runs_together(folded):
        return len(folded) <= _SHORT_CHARS_MAX and own_words(folded, frozenset()) <= _OWN_WORDS_MAX
    named = folded.split()
    return sum(word not in stock_words() and not word.isdigit() for word in named) <= len(named) // 4


def _bare(folded: str) -> str:
    """Drop apologies and numbers at both ends, and blanks."""
    words, unparted = fillers()
    named = folded.split()
    while named and named[0] in words:
        del named[0]
    while named and named[-1] in words:
        del named[-1]
    rest = "".join(named)
    while rest.startswith(unparted):
        rest = rest[len(next(filler for filler in unparted if rest.startswith(filler))) :]
    return rest


def _is_short(folded: str) -> bool:
    if runs_together(folded):
        return len(folded) <= _SHORT_CHARS_MAX
    return folded.count(" ") <= _SHORT_WORDS_MAX


def clause_says_missing(folded: str, *, strange_share: float = _STRANGE_SHARE_TITLE) -> bool:
    """Tell whether a folded clause says of a page, an article, a file … that it is not there, and is about nothing in particular.

    `strange_share` is the share of words that may be foreign to such messages.
    """
    return any(
        _is_message(_around(folded, predicate, *window), strange_share) for predicate in predicates().find(folded) for window in _WINDOWS
    )


def _around(folded: str, predicate: str, words_before: int, words_after: int) -> str:
    before, _, after = folded.partition(predicate)
    leading = before.split()
    return " ".join((*leading[max(len(leading) - words_before, 0) :], predicate, *after.split()[:words_after]))


def _is_message(clause: str, strange_share: float) -> bool:
    named = clause.split()
    words, unparted = nouns()
    if words.isdisjoint(named) and not any(noun in clause for noun in unparted):
        return False
    strange = sum(word not in vocabulary() and not word.isdigit() for word in named)
    return runs_together(clause) or strange <= max(1, int(len(named) * strange_share))


def is_filler(text: str) -> bool:
    """Tell whether a title or heading is nothing but an apology or a number: "Oops!", "Error 404", "We're sorry"."""
    return bool(fold(text).strip()) and not _bare(fold(text))


def speaks_of_absence(folded: str) -> bool:
    """Tell whether a folded text holds a predicate of absence, whatever it is said of."""
    return predicates().stand_in(folded)
