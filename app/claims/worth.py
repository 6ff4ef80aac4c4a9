"""Is a sentence with numbers worth checking? If not, why not (CLAIMS, "Claim", "Not a claim", "Borderline")."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.claims.candidate import Candidate
from app.claims.languages import Language
from app.claims.layout import Part
from app.claims.telltales import (
    CONTACT,
    CONTENTS,
    ENDED,
    FORMULA,
    LIST_LABEL,
    POINTER,
    PROMOTION,
    QUESTION,
    RIGHTS,
    SOURCE_LINE,
    STAMP,
    TICKER,
)
from app.claims.weight import is_example, is_relative_date, is_slight, is_told_twice
from app.quantities import Kind, Quantity

WORD = re.compile(r"[^\W\d_]{2,}")
UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
# The persons of made-up cases
PERSONS = re.compile(r"\bAlice\b.*\bBob\b|\bBob\b.*\bAlice\b")
# The key words of standards (RFC 2119)
REQUIREMENT = re.compile(r"\b(?:MUST|SHALL|SHOULD|REQUIRED|RECOMMENDED|MAY|OPTIONAL)\b")
# An entry of a list of options: "--retries=3: try 3 times", "max (number, default: 10)"
OPTION = re.compile(r"[^\s:–—(]{1,60}(?:\s[^\s:–—(]{1,40})?\s?(?:[:–—(]|-\s)")
# "101 things to do" is a list, "300 dead in flood" is not.
LIST_MAX = 101
# How far into a sentence the verb of its opening clause of time stands, if no comma ends that clause
CLAUSE_WORDS = 6
# "We switch when the following conditions are met:": how near to its end a lead makes a condition of its items
LEAD_WORDS = 7
SUPPOSES, MADE_UP = "it supposes, it does not assert", "it is a made-up example"
# What follows on a sentence rejected for one of these may go on supposing.
HYPOTHETICAL = frozenset({SUPPOSES, MADE_UP})
# Kinds that are told by what is written, not asserted of the world.
UNASSERTED = frozenset({Kind.DATE, Kind.ORDINAL})


@dataclass(frozen=True, slots=True)
class Judged:
    """`reason` why a sentence is no claim, "" when it is one; `quantities` are those that it asserts, and its dates."""

    reason: str
    quantities: tuple[Quantity, ...]


def judge(candidate: Candidate) -> Judged:
    """Say whether a sentence that holds quantities is a claim, and which of them are part of what it asserts."""
    bearing = [one for one in candidate.quantities if one.kind not in UNASSERTED]
    if not bearing:
        dated = any(one.kind is Kind.DATE for one in candidate.quantities)
        return Judged("a date is its only number" if dated else "its number only tells which one, not how many", ())
    reason = next((reason for reason, applies in FORM_RULES if applies(candidate)), "")
    examples = {one.start for one in bearing if is_example(candidate, one)}
    relative = {one.start for one in bearing if is_relative_date(candidate, one)}
    if not reason and len(relative) == len(bearing):
        reason = "a date is its only number"
    slight = relative | {one.start for one in bearing if is_slight(candidate, one) or is_told_twice(candidate, one)}
    if not reason and len(examples) == len(bearing):
        reason = "its number is only an example"
    if not reason and examples | slight == {one.start for one in bearing}:
        reason = "its number only counts parts of the text, or is a small number word that asserts nothing to check"
    weighty = replace(candidate, quantities=tuple(one for one in bearing if one.start not in slight))
    reason = reason or next((reason for reason, applies in SENSE_RULES if applies(weighty)), "")
    return Judged(reason, tuple(one for one in candidate.quantities if one.kind is not Kind.ORDINAL and one.start not in slight))


def _is_question(candidate: Candidate) -> bool:
    return bool(QUESTION.search(candidate.text))


def _is_fragment(candidate: Candidate) -> bool:
    """Tell figures with hardly a word, as tickers, scores and labels have them; a list item may be terse ("Growth: 5 %")."""
    # Chinese and Japanese set no blanks: two characters are about a word.
    count = len(WORD.findall(candidate.text[:600])) + len(UNSPACED.findall(candidate.text[:600])) // 2
    if candidate.part is Part.ITEM:
        return count < 2 and ":" not in candidate.text
    return count < (2 if ENDED.search(candidate.text) else 4)


def _is_contents(candidate: Candidate) -> bool:
    return bool(CONTENTS.search(candidate.text))


def _is_headline(candidate: Candidate) -> bool:
    """Tell the headline of another article: a link that stands alone and does not end like a sentence."""
    return candidate.linked and (not ENDED.search(candidate.text) or candidate.text.endswith(("...", "…")))


def _heads_list(candidate: Candidate) -> bool:
    """Whether a heading opens with a small count and asserts nothing: "Five lessons for business", "10 ways to save"."""
    if candidate.part is not Part.HEADING or ENDED.search(candidate.text) or len(candidate.quantities) != 1:
        return False
    only = candidate.quantities[0]
    return only.kind is Kind.COUNT and only.value <= LIST_MAX and not WORD.search(candidate.text[: only.start].lower().replace("top", ""))


def _supposes(candidate: Candidate) -> bool:
    language = candidate.language
    if candidate.opens_with(language.examples) and replace(candidate, text=candidate.text.partition(", ")[2]).opens_with(
        language.supposing
    ):
        return True
    if candidate.opens_with(language.supposing) or PERSONS.search(candidate.text):
        return True
    if candidate.supposed and (candidate.opens_with(language.following) or candidate.has_any(language.woulds)):
        return True
    if _is_attributed(candidate):
        return False
    if candidate.opens_with(language.conditions) and candidate.has_any(language.modals) and not _tells_time(candidate):
        return True
    would = candidate.has_any(language.woulds)
    return all(_is_conditional(_clause(candidate, one), language, would=would) for one in candidate.quantities)


def _tells_time(candidate: Candidate) -> bool:
    """Whether the clause that opens a sentence says when something was ("When it was drafted, …"), not on what condition."""
    opening = re.findall(r"[^\W\d_]+", candidate.lowered.partition(",")[0])[:CLAUSE_WORDS]
    return not candidate.opens_with(candidate.language.ifs) and not candidate.language.pasts.isdisjoint(opening)


def _is_attributed(candidate: Candidate) -> bool:
    """Whether somebody is named for it: a forecast that somebody made is a claim about what they said."""
    return candidate.has_any(candidate.language.source_nouns)


def _clause(candidate: Candidate, quantity: Quantity) -> list[str]:
    """Give the words of a quantity's clause that stand before it."""
    before = re.split(r"[.;:—–(]", candidate.text[: quantity.start].lower())[-1]
    return re.findall(r"[^\W\d_]+", before)


def _is_conditional(said: list[str], language: Language, *, would: bool) -> bool:
    """Whether a number stands in the condition of something that would be, or in what can follow from a condition."""
    at = next((index for index, word in enumerate(said) if word in language.ifs), len(said))
    return (would and at < len(said)) or any(word in language.modals for word in said[at + 1 :])


def _recommends(candidate: Candidate) -> bool:
    if _is_attributed(candidate):
        return False
    return all(candidate.language.shoulds.intersection(_clause(candidate, one)) for one in candidate.quantities)


def _is_formula(candidate: Candidate) -> bool:
    """Beside a formula, a number that counts nothing is one of its terms."""
    return bool(FORMULA.search(candidate.text)) and all(one.kind is Kind.COUNT and not one.noun for one in candidate.quantities)


def _exemplifies(candidate: Candidate) -> bool:
    if not candidate.opens_with(candidate.language.examples):
        return False
    return candidate.has_any(candidate.language.modals | candidate.language.conditions)


def _proposes(candidate: Candidate) -> bool:
    return any(replace(candidate, text=clause).opens_with(candidate.language.proposals) for clause in candidate.text.split(", ", 2)[:2])


def _instructs(candidate: Candidate) -> bool:
    """Whether a sentence, or the clause after its condition, opens with an imperative; "Call time fell" does not."""
    language = candidate.language
    if candidate.opens_with(language.reminders):
        return False
    if candidate.opens_with(language.instructions):
        return True
    clauses = candidate.lowered.split(", ")[:2] if candidate.opens_with(language.conditions) else [candidate.lowered]
    ordered = candidate.opens_with(language.ifs) and clauses[-1].split(None, 1)[0] in language.imperatives
    return ordered or any(_is_imperative(clause.split(None, 2), language, code=candidate.has_code) for clause in clauses)


def _is_imperative(said: list[str], language: Language, *, code: bool) -> bool:
    if len(said) < 2 or said[0] not in language.imperatives:
        return False
    return code or said[1].strip("“\"'(") in language.objects or not said[1][0].isalpha() or "://" in said[1]


def _completes_condition(candidate: Candidate) -> bool:
    """Whether an item without a verb of its own under "as soon as the following hold:" asserts no more than its lead."""
    if not candidate.lead or candidate.part is not Part.ITEM:
        return False
    language = candidate.language
    lead = replace(candidate, text=candidate.lead)
    if not (language.conditions | language.ifs).isdisjoint(re.findall(r"[^\W\d_]+", candidate.lead.lower())[-LEAD_WORDS:]):
        return True
    return lead.opens_with(language.conditions | language.supposing | language.instructions | language.examples)


def _is_design(candidate: Candidate) -> bool:
    """Whether a sentence lays down how a thing must be: in capitals, as standards do, or beside code."""
    if REQUIREMENT.search(candidate.text) and not candidate.text.isupper():
        return True
    if candidate.part is Part.ITEM and candidate.code_first and OPTION.match(candidate.text):
        return True
    default = candidate.technical and "by default" in candidate.lowered
    return default or (candidate.has_code and bool(re.search(r"\b(?:must|shall|should|defaults?|set to)\b", candidate.lowered)))


FORM_RULES: Sequence[tuple[str, Callable[[Candidate], bool]]] = (
    ("a question asserts nothing", _is_question),
    ("it is rights or licence text", lambda candidate: bool(RIGHTS.search(candidate.text))),
    ("it is a time stamp, a counter or a byline", lambda candidate: bool(STAMP.search(candidate.text))),
    ("it is an address or a telephone number", lambda candidate: bool(CONTACT.search(candidate.text))),
    ("it is a promotion", lambda candidate: bool(PROMOTION.search(candidate.text))),
    ("it points to other articles", lambda candidate: bool(POINTER.match(candidate.text))),
    ("it is a source or picture credit", lambda candidate: bool(SOURCE_LINE.match(candidate.text))),
    ("it is an entry of a table of contents", _is_contents),
    ("it is a ticker", lambda candidate: bool(TICKER.search(candidate.text))),
    ("it is the headline of another article or a link that stands alone", _is_headline),
    ("it is a fragment of figures, not a sentence", _is_fragment),
    ("it is the heading of a list", _heads_list),
    ("its number labels a part of the text", lambda candidate: candidate.part is Part.HEADING and bool(LIST_LABEL.match(candidate.text))),
)
SENSE_RULES: Sequence[tuple[str, Callable[[Candidate], bool]]] = (
    (SUPPOSES, _supposes),
    (MADE_UP, _exemplifies),
    ("it proposes, it does not assert", _proposes),
    ("it recommends, it does not assert", _recommends),
    ("its number belongs to a formula", _is_formula),
    ("it instructs, it does not assert", _instructs),
    ("it completes a condition, an instruction or an example", _completes_condition),
    ("it sets a parameter of a design", _is_design),
)
