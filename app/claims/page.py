"""An article's HTML page: its main zone, what in it is furniture, and its notes."""

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.claims.cited_url import host_of
from app.claims.languages.language import words
from app.claims.taming import tamed_page

DROPPED_TAGS = words(
    "script style noscript template svg nav iframe object embed select textarea button input dialog canvas audio video map "
    "head title del s strike datalist progress meter label annotation link meta img picture source track rp rt menu math"
)
CONTAINERS = frozenset(
    {"div", "section", "aside", "ul", "ol", "header", "footer", "p", "dl", "table", "span", "figure", "form", "small", "details"}
)
# Words of class names and ids by which pages name what is not the article.
FURNITURE = words(
    "nav navbar navigation menu submenu sidebar breadcrumb breadcrumbs share sharing sharebar social related recommended "
    "recommendations recirculation promo promotion promoted newsletter subscribe subscription "
    "signup advert advertisement advertising ads ad sponsor sponsored cookie cookies consent tags taglist byline author "
    "authors toc ticker tickers stockticker widget widgets popular trending pagination pager infobox navbox metadata "
    "editsection catlinks hatnote masthead paywall teaser teasers readmore outbrain taboola copyright login search toolbar "
    "timestamp dropdown modal popup carousel donate donation backlink noprint footer skip sitemap mostread headlines "
    "livefeed colophon credits respond postmeta entrymeta ambox vcard dateline pubdate moreon siblings quotes"
)
# Readers' comments may be longer than the article; only a wrapper of nearly everything is kept in spite of such a name.
COMMENTS = words("comments comment commentlist commentslist disqus reactions kommentare commentaires comentarios replies")
WRAPPER_SHARE, ARTICLE_SHARE = 0.85, 0.4
FURNITURE_PAIRS = words(
    "most_read most_popular read_more read_next more_from see_also also_read post_meta entry_meta article_meta stock_ticker "
    "market_data site_header page_header site_footer page_footer up_next further_reading screen_reader sr_only "
    "visually_hidden table_contents follow_us sign_up call_action comment_list comment_respond cite_backlink latest_news "
    "top_stories mw_jump print_only edit_link prev_next post_nav article_info publish_date"
)
NOTE_WORDS = frozenset({"footnotes", "footnote", "endnotes", "endnote", "references", "reflist", "notes", "bibliography", "fn", "sources"})
NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
MARKER_TEXT = re.compile(
    r"\[?\s?(?:note |nb |n\. ?|fn\.? ?|ref\.? ?)?(?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,6}|[*†‡§#]{1,4})\s?\]?[,.]?|[⁰¹²³⁴-⁹]{1,3}", re.IGNORECASE
)
# Names that generators give to the entries of a source list; a link to one may read "Jones 1987" or "Jones et al. (1987)"
NOTE_ID = re.compile(
    r"#(?:CITEREF|(?:user-content-)?(?:ref|bib|cite|citation|fn|ftn|note|footnote|endnote|edn|biblio)[-_:.]?\w)", re.IGNORECASE
)
AUTHOR_YEAR_CHARS = 60
NOTE_HOLDERS = frozenset({"li", "p", "dd", "tr", "div", "aside", "section", "td", "blockquote"})
HIDDEN_STYLE = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
# A note's label is shorter than this.
OPENING_CHARS = 20
# A table cell with more text than this is a column of the page's layout, not data.
LAYOUT_CELL_CHARS = 500
# A paragraph this long is of the article, whatever it is called ("dateline", "author").
PARAGRAPH_CHARS = 300
# How far up a note's containers are kept in spite of their names ("article-footer", a hidden pop-up)
HOLDER_DEPTH_MAX = 8
# Text of a suspect element is measured at most this often, so that nested suspects stay linear.
WEIGHINGS_MAX = 60


class Page:
    """A parsed page: `root` is its main zone, `notes` maps the place in memory of a note's element to its key."""

    def __init__(self, html: str, base_url: str = "", *, whole: bool = False) -> None:
        self.tree = LexborHTMLParser(tamed_page(html))
        self.whole = whole
        self.body = self.tree.body or self.tree.root
        self.root = self.body if whole or self.body is None else _main_zone(self.body)
        self.site = host_of(base_url) or self._own_host()
        self.weight = len(self.root.text()) if self.root is not None else 0
        self.weighings = 0
        self.places = {
            key: node for node in self.tree.css("[id], a[name]") for key in (node.attributes.get("id"), node.attributes.get("name")) if key
        }
        self.notes: dict[int, str] = {}
        self.note_holders: set[int] = set()
        self.targets: dict[str, str] = {}
        self.outside: list[LexborNode] = []
        self._find_notes()

    def title(self) -> str:
        for query in ("h1", "title"):
            node = self.tree.css_first(query)
            if node is not None and (text := " ".join(node.text().split())):
                return text[:300]
        return ""

    def lang(self) -> str:
        node = self.tree.css_first("html[lang]")
        return (node.attributes.get("lang") or "").split("-")[0].lower() if node is not None else ""

    def _own_host(self) -> str:
        for query, name in (("link[rel=canonical]", "href"), ('meta[property="og:url"]', "content")):
            node = self.tree.css_first(query)
            if node is not None and (host := host_of(node.attributes.get(name) or "")):
                return host
        return ""

    def fragment(self, href: str) -> str:
        """Name the element of this page that a link leads to, "" when it leads elsewhere ("./Title#note" is this page)."""
        path, _, name = href.partition("#")
        if not name or (path and not path.startswith("./")):
            return ""
        return name if name in self.places else unquote(name)

    def _find_notes(self) -> None:
        """Find the elements that markers in the text point to, wherever on the page they stand."""
        if self.root is None:
            return
        inside = {node.mem_id for node in self.root.css("[id], a[name], li, p, dd, tr")} if self.root is not self.body else None
        for link in self.root.css('a[href*="#"]'):
            key = self.fragment(link.attributes.get("href") or "")
            if key in self.targets or key not in self.places or not _is_marker(link):
                continue
            holder = _note_holder(self.places[key], link)
            if holder is not None:
                self._keep(key, holder, inside)

    def _keep(self, key: str, holder: LexborNode, inside: set[int] | None) -> None:
        known = self.notes.setdefault(holder.mem_id, key)
        self.targets[key] = known
        self.note_holders |= {holder.mem_id, *(node.mem_id for node in _ancestors(holder, HOLDER_DEPTH_MAX))}
        if known == key and inside is not None and holder.mem_id not in inside:
            self.outside.append(holder)

    def is_furniture(self, node: LexborNode, tag: str) -> bool:
        """Whether an element stands around the article: by its tag, its state, or the names that it was given."""
        if tag in DROPPED_TAGS:
            return True
        if tag not in CONTAINERS or node.mem_id in self.note_holders:
            return False
        attributes = node.attributes
        if self.whole or _is_hidden(attributes):
            return _is_hidden(attributes)
        names = [word.lower() for word in NAME_WORD.findall(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:400])]
        if not COMMENTS.isdisjoint(names):
            return not self._holds_article(node, names, WRAPPER_SHARE)
        suspect = tag in {"aside", "footer"} or _names_furniture(names)
        return suspect and not self._holds_article(node, names, ARTICLE_SHARE)

    def lays_out(self, table: LexborNode) -> bool:
        """Whether a table lays out the page instead of holding data: it says so, or a cell holds an article."""
        self.weighings += 1
        if self.weighings > WEIGHINGS_MAX:
            return False
        return table.attributes.get("role") == "presentation" or any(len(cell.text()) > LAYOUT_CELL_CHARS for cell in table.css("td")[:20])

    def _holds_article(self, node: LexborNode, names: list[str], share: float) -> bool:
        if not NOTE_WORDS.isdisjoint(names):
            return True
        self.weighings += 1
        if self.weighings > WEIGHINGS_MAX:
            return False
        size = len(node.text())
        return size > share * self.weight or (node.tag == "p" and size > PARAGRAPH_CHARS)


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if not attributes:
        return False
    style, role = attributes.get("style") or "", attributes.get("role")
    return "hidden" in attributes or bool(HIDDEN_STYLE.search(style)) or role in {"navigation", "search", "banner"}


def _names_furniture(names: list[str]) -> bool:
    return not FURNITURE.isdisjoint(names) or any(" ".join(pair) in FURNITURE_PAIRS for pair in pairwise(names))


def _main_zone(body: LexborNode) -> LexborNode:
    """Find the element that holds the article: the largest `article`, else `main` and its likes, if it holds enough; else the body."""
    whole = len(body.text())
    for query in (
        "article",
        "main, [role=main]",
        "#mw-content-text, #content, .post-content, .entry-content, .article-body, #article, .article",
    ):
        found = [(len(node.text()), node) for node in body.css(query)[:50]]
        size, node = max(found, key=lambda pair: pair[0], default=(0, body))
        if size > 0.3 * whole:
            return node
    return body


def _is_marker(link: LexborNode) -> bool:
    text = link.text().strip()
    return (
        bool(MARKER_TEXT.fullmatch(text))
        or (len(text) <= 12 and any(node.tag == "sup" for node in (link, *_ancestors(link, 2))))
        or (len(text) <= AUTHOR_YEAR_CHARS and bool(NOTE_ID.search(link.attributes.get("href") or "")))
    )


def _ancestors(node: LexborNode, count: int) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None and count:
        yield parent
        parent, count = parent.parent, count - 1


def _note_holder(target: LexborNode, link: LexborNode) -> LexborNode | None:
    """Find the block that a marker's target opens, or None when the target stands inside the text (a back-link)."""
    if target.tag in NOTE_HOLDERS:
        # A container of a list is the list of sources, not one of them.
        return None if target.tag not in {"li", "p", "dd"} and target.css_first("li") is not None else target
    holder = next((node for node in _ancestors(target, 4) if node.tag in NOTE_HOLDERS), None)
    if holder is None or any(node.mem_id == holder.mem_id for node in _ancestors(link, 6)):
        return None
    if target.tag in {"cite", "span"}:
        return holder
    opening = target.text().strip(" \t\n[]()")
    if opening:
        return holder if _first_text(holder).startswith(opening) else None
    return holder if _opens(holder, target) else None


def _first_text(node: LexborNode) -> str:
    """Give the first visible characters of an element, without walking all of it."""
    said = ""
    for inner in node.traverse(include_text=True):
        if inner.is_text_node:
            said = f"{said}{inner.text_content or ''}".lstrip(" \t\n\r^↑[(")
        if len(said) > OPENING_CHARS:
            break
    return said


def _opens(holder: LexborNode, target: LexborNode) -> bool:
    """Whether an empty anchor stands before all text of its block."""
    for node in holder.traverse(include_text=True):
        if node.mem_id == target.mem_id:
            return True
        if node.is_text_node and (node.text_content or "").strip():
            return False
    return False
