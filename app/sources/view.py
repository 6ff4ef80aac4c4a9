"""The facts of a visit as the rules look at them: parsed once, folded once."""

import re
from functools import cached_property
from urllib.parse import unquote

from app.errors import InvalidUrl
from app.sources import paths
from app.sources.likeness import kinship
from app.sources.marks import words
from app.sources.page_facts import PageFacts
from app.sources.phrases import advice, fold, own_words, sentences
from app.sources.sayings import (
    STRANGE_SHARE_TEXT,
    clause_says_missing,
    in_its_own_voice,
    is_said,
    is_titled,
    says_missing,
    speaks_of_absence,
)
from app.sources.url import CanonicalUrl, canonical
from app.sources.visit_facts import HopFacts, VisitFacts

_TEXT_TYPES = ("text/plain", "text/markdown", "application/json", "application/problem+json")
# A page of walls, gates and errors is short; articles are not. Lengths of the main text, in characters.
SHORT_CHARS, SLIGHT_CHARS = 600, 1500
_SLIGHT_CHARS_ALL = 4000
_START_CHARS = 1500
_LITTLE_CHARS = 800
_LINE_CHARS, _SHRINKABLE_CHARS = 200, 800
_ECHO_WORDS = 2
_ARTICLE_MARKS = tuple(f'"{kind}"' for kind in words("schema", "article"))
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTERS_PER_IDEOGRAPH = 2.5
# Unrelated texts of one language share less than the first, states of one article more than the second.
STRANGER, _ACQUAINTANCE = 0.25, 0.6
_CLAUSE_ENDS = re.compile(r"([!?.。！？؟…;])")
_CLAUSE_CHARS = 160
_MOVING = ("redirect", "refresh")


class View:
    """One visit, for one run of the rules. Everything derived is computed at most once, and only if a rule asks."""

    def __init__(self, facts: VisitFacts) -> None:
        self.facts = facts

    @cached_property
    def page(self) -> PageFacts:
        """What the page says; a plain text stands in for one, when short."""
        if self.facts.page is not None:
            return self.facts.page
        return plain(self.facts.body_start) if self.facts.media_type in _TEXT_TYPES else PageFacts()

    @cached_property
    def last(self) -> HopFacts:
        return self.facts.hops[-1] if self.facts.hops else HopFacts(self.facts.url, None)

    @property
    def status(self) -> int | None:
        return self.last.status

    @cached_property
    def is_page(self) -> bool:
        """Tell whether the visit ended at a page that says it is one: a 2xx with HTML or a text."""
        return self.status is not None and 200 <= self.status < 300 and (self.facts.page is not None or self.page.text_chars > 0)

    @cached_property
    def is_landing(self) -> bool:
        """Tell whether the visit ended at a 2xx, whatever came with it."""
        return self.status is not None and 200 <= self.status < 300

    # -- where it went

    @cached_property
    def asked(self) -> CanonicalUrl:
        return canonical_or_nowhere(self.facts.url)

    @cached_property
    def final(self) -> CanonicalUrl:
        return canonical_or_nowhere(self.last.url)

    @cached_property
    def moved(self) -> bool:
        """Tell whether the visit ended at another address than it began, fragments and tracking aside."""
        return self.asked.url != self.final.url and any(hop.how in _MOVING for hop in self.facts.hops[1:])

    @cached_property
    def permanent(self) -> bool:
        """Tell whether every redirect on the way was a 301 or 308."""
        moving = [hop.status for hop in self.facts.hops[:-1] if hop.status is not None and 300 <= hop.status < 400]
        return (
            self.moved
            and bool(moving)
            and all(status in (301, 308) for status in moving)
            and all(hop.how != "refresh" for hop in self.facts.hops)
        )

    @cached_property
    def same_site(self) -> bool:
        """Tell whether asked and final belong to one registrable domain, or to one name under two top-level domains."""
        asked, final = self.asked, self.final
        if asked.site == final.site:
            return True
        return not (asked.is_address or final.is_address) and asked.site.partition(".")[0] == final.site.partition(".")[0] != ""

    @cached_property
    def deep(self) -> bool:
        return paths.is_deep(self.asked)

    # -- what it says

    @property
    def said(self) -> str:
        """The main text; of a page with little text all of it, for what is main is hard to tell there."""
        return self.page.text if self.text_size <= _LITTLE_CHARS or not self.page.main_text else self.page.main_text

    @cached_property
    def said_below(self) -> str:
        """What is said beside the title and the first headings."""
        text = self.said
        for said in (self.page.title, *self.page.headings[:2]):
            if len(said) > 1:
                text = text.replace(said, ". ", 1)
        return text

    @cached_property
    def start(self) -> str:
        """The beginning of the main text, folded."""
        return fold(self.said[:_START_CHARS])

    @cached_property
    def all_start(self) -> str:
        """The beginning of all visible text and of what is said to readers without scripts, folded."""
        return fold(f"{self.page.title} . {self.page.text[: 2 * _START_CHARS]} . {self.page.noscript[:500]}")

    @cached_property
    def haystack(self) -> str:
        """Everything a mark may stand in, lower case: body, sources of scripts and frames, names of classes, final address."""
        page = self.page
        pieces = (
            self.facts.body_start,
            *page.script_sources,
            *page.classes,
            *page.forms,
            page.generator,
            page.title,
            page.text[:3000],
            page.noscript,
            self.last.url,
        )
        return "\n".join(pieces).lower()

    @cached_property
    def heading(self) -> str:
        """The first heading; a number that is title and beginning of the text; of a plain text of a line, that line."""
        if self.page.headings:
            return self.page.headings[0]
        if self.page.title.isdigit() and self.page.main_text.startswith(self.page.title):
            return self.page.title
        return self.page.text if self.facts.page is None and self.page.text_chars <= _LINE_CHARS else ""

    @cached_property
    def main_size(self) -> float:
        """Length of the main text in Latin characters: an ideograph says as much as two or three letters."""
        return self.page.main_chars * self._density

    @cached_property
    def text_size(self) -> float:
        """Length of all visible text, in Latin characters."""
        return self.page.text_chars * self._density

    @cached_property
    def _density(self) -> float:
        sample = self.page.text[:_START_CHARS]
        return 1 + (_LETTERS_PER_IDEOGRAPH - 1) * len(_IDEOGRAPHS.findall(sample)) / max(len(sample), 1)

    @property
    def short(self) -> bool:
        return self.main_size <= SHORT_CHARS

    @cached_property
    def slight(self) -> bool:
        return self.main_size <= SLIGHT_CHARS and self.text_size <= _SLIGHT_CHARS_ALL

    def titled(self, family: str) -> bool:
        """Tell whether title or first heading is a stock title of the family, or a stock sentence of it and little else."""
        return any(is_titled(said, family) or is_said(said, family) for said in (self.page.title, self.heading))

    @cached_property
    def asks_password(self) -> bool:
        return any("password" in form.lower() for form in self.page.forms)

    def sentences(self, family: str) -> tuple[str, ...]:
        """Find the stock sentences of a family that the page says, in its first few thousand characters."""
        return tuple(sentences(family).find(self.all_start))

    @cached_property
    def title_says_missing(self) -> bool:
        return says_missing(self.page.title)

    @cached_property
    def heading_says_missing(self) -> bool:
        return any(says_missing(heading) for heading in (self.heading, *self.page.headings[1:2]))

    @cached_property
    def text_says_missing(self) -> str:
        """The clause near the beginning of the text that says that the page is not there; "" if none."""
        return next(
            (
                clause
                for clause in _clauses(in_its_own_voice(self.said_below[: _START_CHARS // 2]))
                if clause_says_missing(fold(clause), strange_share=STRANGE_SHARE_TEXT)
            ),
            "",
        )

    @cached_property
    def adds_absence(self) -> bool:
        """True if the text below the heading speaks of absence, of whatever: "It may have been moved or deleted."""
        return speaks_of_absence(fold(in_its_own_voice(self.said_below[: _START_CHARS // 4])))

    @cached_property
    def advises(self) -> bool:
        return advice().stand_in(self.start)

    # -- signs of life

    @cached_property
    def own_words(self) -> int:
        """Count what the beginning of the main text says in words of its own: walls and notices say hardly anything, reports on them do."""
        named = frozenset(fold(" ".join((self.page.title, *self.page.headings[:2], unquote(self.facts.url)))).split())
        return own_words(fold((self.page.main_text or self.page.text)[:_START_CHARS]), named)

    @cached_property
    def slug_match(self) -> bool:
        """Tell whether title or heading repeat the words of the asked address: pages that are not there do not know them."""
        slug = paths.slug_words(self.asked.path + " " + self.asked.query)
        return any(paths.share_a_subject(slug, paths.slug_words(said)) for said in (self.page.title, *self.page.headings[:2]))

    @cached_property
    def slug_echo(self) -> bool:
        """True if title or heading share words with the asked address, be they stock words: `/works/page-not-found`."""
        slug = paths.slug_words(self.asked.path + " " + self.asked.query)
        return any(len(slug & paths.slug_words(said)) >= _ECHO_WORDS for said in (self.page.title, *self.page.headings[:2]))

    @cached_property
    def article_marks(self) -> bool:
        """Tell whether structured data call the page an article or a product."""
        if any(key == "og:type" and value.casefold().startswith(("article", "product")) for key, value in self.page.og):
            return True
        return any(mark in script.casefold().replace(" ", "") for script in self.page.json_ld for mark in _ARTICLE_MARKS)

    @cached_property
    def kinship(self) -> float | None:
        """How much the main text has in common with that of the last good visit; None if that cannot be told."""
        known = self.facts.known
        return kinship(known.main_text, self.page.main_text) if known else None

    @property
    def shrank(self) -> bool:
        """True if less than a quarter is left of a text that we knew, and that was no short one."""
        known = self.facts.known
        return known is not None and known.main_chars >= _SHRINKABLE_CHARS and self.page.main_chars < known.main_chars / 4

    @property
    def as_known(self) -> bool:
        """True if the text is, by and large, that of the last good visit."""
        return self.kinship is not None and self.kinship >= _ACQUAINTANCE

    @cached_property
    def noindex(self) -> bool:
        return "noindex" in self.page.robots_meta.lower() or "noindex" in self.last.header("x-robots-tag").lower()


def _clauses(text: str) -> list[str]:
    """Split a text at full stops; questions are left out, for they tell nothing."""
    pieces = _CLAUSE_ENDS.split(text)
    ended = zip(pieces[::2], (*pieces[1::2], ""), strict=True)
    return [clause[:_CLAUSE_CHARS] for clause, end in ended if clause.strip() and end not in ("?", "？", "؟")]


def plain(text: str) -> PageFacts:
    """Treat a plain text as a page that is all main text."""
    folded = " ".join(text.split())
    return PageFacts(text=folded, main_text=folded, text_chars=len(folded), main_chars=len(folded))


_NOWHERE = CanonicalUrl(url="", scheme="", host="", port=0, site="", path="/")


def canonical_or_nowhere(url: str) -> CanonicalUrl:
    """Parse an address; one that cannot be parsed is no place at all, and equals no other."""
    try:
        return canonical(url)
    except InvalidUrl:
        return _NOWHERE
