"""Is a sentence with numbers worth checking? If not, why not (CLAIMS, "Claim", "Not a claim", "Borderline")."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.claims.languages import LANGUAGES, Language
from app.claims.layout import Part
from app.claims.telltales import CONTENTS, ENDED, FORMULA, LIST_LABEL, POINTER, PROMOTION, QUESTION, RIGHTS, SOURCE_LINE, STAMP, TICKER
from app.quantities import Kind, Quantity

WORD = re.compile(r"[^\W\d_]{2,}")
OPENING = re.compile(r"[\W_]*")
# A word with a colon before the sentence: "Tip: …"
LABEL = re.compile(r"^[^\W\d_]{2,15}: ")
# "101 things to do" is a list, "300 dead in flood" is not.
LIST_MAX = 101
# Beyond this, "#n" numbers an issue or an order; charts and rankings are shorter.
RANK_MAX = 250
NUMBER_WORD_MAX = 12
# A number word tied to its noun is part of a name or a kind ("a five-letter word", "the two-child limit").
COMPOUND = re.compile(r"[^\W\d_]+-(?!(?:fold|year|month|week|day|hour|minute|mile)\b)[^\W\d_]+")
NO_LANGUAGE = Language("", *(frozenset(),) * 5)
# Kinds that are told by what is written, not asserted of the world.
UNASSERTED = frozenset({Kind.DATE, Kind.ORDINAL})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence with its numbers, and what stands around it."""

    text: str
    quantities: tuple[Quantity, ...]
    part: Part
    lang: str
    lead: str = ""
    linked: bool = False
    has_code: bool = False
    technical: bool = False

    @property
    def language(self) -> Language:
        return LANGUAGES.get(self.lang, NO_LANGUAGE)

    @property
    def lowered(self) -> str:
        return LABEL.sub("", OPENING.sub("", self.text, count=1), count=1).replace("’", "'").lower()


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
    examples = {one.start for one in bearing if _is_example(candidate, one)}
    relative = {one.start for one in bearing if _is_relative_date(candidate, one)}
    if not reason and len(relative) == len(bearing):
        reason = "a date is its only number"
    slight = relative | {one.start for one in bearing if _is_slight(candidate, one) or _is_told_twice(candidate, one)}
    if not reason and len(examples) == len(bearing):
        reason = "its number is only an example"
    if not reason and examples | slight == {one.start for one in bearing}:
        reason = "its number only counts parts of the text, or is a small number word that asserts nothing to check"
    weighty = replace(candidate, quantities=tuple(one for one in bearing if one.start not in slight))
    reason = reason or next((reason for reason, applies in SENSE_RULES if applies(weighty)), "")
    return Judged(reason, tuple(one for one in candidate.quantities if one.kind is not Kind.ORDINAL and one.start not in slight))


def _opens_with(candidate: Candidate, phrases: frozenset[str]) -> bool:
    opening = candidate.lowered.split(None, 5)[:4]
    said = [" ".join(opening[:count]).strip(",;:.!") for count in range(1, len(opening) + 1)]
    return any(phrase in phrases for phrase in said)


def _has_any(candidate: Candidate, words: frozenset[str]) -> bool:
    return not words.isdisjoint(re.findall(r"[^\W\d_]+", candidate.lowered))


def _is_question(candidate: Candidate) -> bool:
    return bool(QUESTION.search(candidate.text))


def _is_fragment(candidate: Candidate) -> bool:
    """Tell figures with hardly a word, as tickers, scores and labels have them; a list item may be terse ("Growth: 5 %")."""
    count = len(WORD.findall(candidate.text[:600]))
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
    if _opens_with(candidate, language.supposing):
        return True
    if _is_attributed(candidate):
        return False
    if _opens_with(candidate, language.conditions) and _has_any(candidate, candidate.language.modals):
        return True
    would = _has_any(candidate, language.woulds)
    return all(_is_conditional(_clause(candidate, one), language, would=would) for one in candidate.quantities)


def _is_attributed(candidate: Candidate) -> bool:
    """Whether somebody is named for it: a forecast that somebody made is a claim about what they said."""
    return _has_any(candidate, candidate.language.source_nouns)


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
    if not _opens_with(candidate, candidate.language.examples):
        return False
    return _has_any(candidate, candidate.language.modals | candidate.language.conditions)


def _proposes(candidate: Candidate) -> bool:
    return _opens_with(candidate, candidate.language.proposals)


def _instructs(candidate: Candidate) -> bool:
    """Whether a sentence, or the clause after its condition, opens with an imperative; "Call time fell" does not."""
    language = candidate.language
    if _opens_with(candidate, language.instructions):
        return True
    clauses = candidate.lowered.split(", ")[:2] if _opens_with(candidate, language.conditions) else [candidate.lowered]
    return any(_is_imperative(clause.split(None, 2), language, code=candidate.has_code) for clause in clauses)


def _is_imperative(said: list[str], language: Language, *, code: bool) -> bool:
    if len(said) < 2 or said[0] not in language.imperatives:
        return False
    return code or said[1].strip("“\"'(") in language.objects or not said[1][0].isalpha() or "://" in said[1]


def _completes_condition(candidate: Candidate) -> bool:
    """Whether an item without a verb of its own under "as soon as the following hold:" asserts no more than its lead."""
    if not candidate.lead or candidate.part is not Part.ITEM:
        return False
    lead = Candidate(candidate.lead, (), Part.PARAGRAPH, candidate.lang)
    return _opens_with(
        lead, candidate.language.conditions | candidate.language.supposing | candidate.language.instructions | candidate.language.examples
    )


def _is_design(candidate: Candidate) -> bool:
    return candidate.has_code and bool(re.search(r"\b(?:must|shall|should|defaults?|set to)\b", candidate.lowered))


def _is_example(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a number stands right after "e.g.", or in a bracket that begins so: it is only an example."""
    marks = candidate.language.example_marks - {"like", "as", "como", "comme", "such as", "come", "zoals", "i.e", "i.e."}
    before = candidate.text[: quantity.start].lower()
    bracket = before.rfind("(")
    if bracket >= 0 and ")" not in before[bracket:]:
        inside = OPENING.sub("", before[bracket:], count=1)
        if any(inside.startswith(mark) and not inside[len(mark) : len(mark) + 1].isalpha() for mark in marks):
            return True
    near = re.sub(r"[\s,:(]+(?:at |a |an |the |el |un |una |la |le |l'|der |die |das |ein |eine )?$", "", before[-30:])
    return any(near.endswith(mark) and not near[-len(mark) - 1 : -len(mark)].isalpha() for mark in marks)


def _is_slight(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a small or vague number asserts nothing by itself ("two reasons", "these three", "one day", "five-letter")."""
    if quantity.definite or (quantity.vague and quantity.value < 100) or (candidate.technical and _is_bare(quantity)):
        return True
    if quantity.kind not in {Kind.COUNT, Kind.DURATION}:
        return _is_name(candidate, quantity)
    if any(character.isdigit() for character in quantity.surface):
        return quantity.value <= NUMBER_WORD_MAX and candidate.text.rstrip().endswith(":") and _counts_text(candidate, quantity)
    if quantity.value < 2 or _counts_text(candidate, quantity):
        return True
    if quantity.kind is Kind.COUNT and (quantity.value <= 2 or COMPOUND.fullmatch(quantity.surface)):
        return True
    before = WORD.findall(candidate.text[max(0, quantity.start - 24) : quantity.start].lower())
    return quantity.value <= NUMBER_WORD_MAX and bool(before) and before[-1] in candidate.language.pointing


def _is_name(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a percentage names a thing ("a 51% attack", "un ataque del 51%"), or "#9179" an entry of a list."""
    if quantity.kind is Kind.RANK:
        return quantity.surface.startswith("#") and (candidate.technical or quantity.value > RANK_MAX)
    if quantity.kind is not Kind.PERCENT:
        return False
    beside = WORD.findall(candidate.text[max(0, quantity.start - 40) : quantity.start].lower())[-4:]
    beside += WORD.findall(candidate.text[quantity.end : quantity.end + 16].lower())[:1]
    return not candidate.language.named_by_number.isdisjoint(beside)


def _is_bare(quantity: Quantity) -> bool:
    """Whether a number counts nothing by name; in technical writing it is a version, an exit code, a port or a level."""
    return quantity.kind is Kind.COUNT and not quantity.noun and not any(map(str.isalpha, quantity.surface))


def _is_relative_date(candidate: Candidate, quantity: Quantity) -> bool:
    """Whether a duration only dates the event: "two years ago", "vor zwei Jahren"."""
    if quantity.kind is not Kind.DURATION:
        return False
    after, before = candidate.text[quantity.end :][:20].lower().lstrip(), candidate.text[: quantity.start][-20:].lower().rstrip()
    return any(re.match(rf"{word}\b", after) for word in candidate.language.later) or any(
        re.search(rf"\b{word}$", before) for word in candidate.language.ago
    )


def _is_told_twice(candidate: Candidate, quantity: Quantity) -> bool:
    """In "almost half (43 %)" the figure in brackets is the assertion, the words before it only say it again."""
    if quantity.kind is not Kind.RATIO:
        return False
    after = candidate.text[quantity.end : quantity.end + 30]
    return bool(re.match(r"\s?\([^()]{0,12}\d+(?:[.,]\d+)?\s?(?:%|percent|per cent|Prozent|pour cent|por ciento)", after))


def _counts_text(candidate: Candidate, quantity: Quantity) -> bool:
    if quantity.kind is not Kind.COUNT:
        return False
    nouns = (
        WORD.findall(f"{quantity.noun} {quantity.unit}".lower())
        or WORD.findall(candidate.text[quantity.end : quantity.end + 40].lower())[:2]
    )
    return any(word in candidate.language.text_nouns for word in nouns)


FORM_RULES: Sequence[tuple[str, Callable[[Candidate], bool]]] = (
    ("a question asserts nothing", _is_question),
    ("it is rights or licence text", lambda candidate: bool(RIGHTS.search(candidate.text))),
    ("it is a time stamp, a counter or a byline", lambda candidate: bool(STAMP.search(candidate.text))),
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
    ("it supposes, it does not assert", _supposes),
    ("it is a made-up example", _exemplifies),
    ("it proposes, it does not assert", _proposes),
    ("it recommends, it does not assert", _recommends),
    ("its number belongs to a formula", _is_formula),
    ("it instructs, it does not assert", _instructs),
    ("it completes a condition, an instruction or an example", _completes_condition),
    ("it sets a parameter of a design", _is_design),
)
