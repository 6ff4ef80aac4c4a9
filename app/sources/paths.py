"""What the path of an address tells: a root, a section, an article, a search, an error, a login; and what two paths share."""

import re
from functools import lru_cache
from urllib.parse import unquote

from app.sources.marks import MAIN_PAGES, SAME_PAGE, words
from app.sources.phrases import fold, path_words, stock_words
from app.sources.url import CanonicalUrl

_LANGUAGE_CODES, _LANGUAGE_NAMES = frozenset(words("path", "language_codes")), frozenset(words("path", "language_names"))
_LANGUAGE = re.compile(r"^([a-z]{2,3})(?:[-_]([a-z]{2,4}|[0-9]{3}))?$")
_DIGITS = re.compile(r"\d{3,}")
_DATE_PART = re.compile(
    r"^(?:(?:19|20)\d\d|\d{1,2}|(?:19|20)\d\d-\d\d(?:-\d\d)?|(?:19|20)\d{6}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$"
)
_EXTENSION = re.compile(r"\.(?:s?html?|php\d?|aspx?|jsp|cfm|do|cgi|pl|xhtml|amp)$")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|csv|zip|gz|jpe?g|png|gif|svg|webp|mp[34]|webm|json|xml|txt|rtf|od[tsp]|epub|tar|dat)$")
_ID_NAMES, _QUERY_TERMS = frozenset(words("path", "identifiers")), frozenset(words("path", "query_terms"))
_PAGE_NUMBERS = frozenset(words("path", "page_numbers"))
_ERROR_NAMES, _ERROR_VALUES = frozenset(words("path", "error_names")), frozenset(words("path", "error_values"))
_NO_NEWS = frozenset(words("path", "no_news"))


@lru_cache(maxsize=4096)
def parts(path: str) -> tuple[str, ...]:
    """Split a path into decoded lower-case parts, empty ones and path parameters off."""
    return tuple(part for raw in path.split("/") if (part := unquote(raw).partition(";")[0].strip().casefold()))


def without_language(path: tuple[str, ...]) -> tuple[str, ...]:
    """Drop language or country codes at the front: `/en/`, `/de-at/`, `/intl/fr/`, `/us/en/`."""
    while path and _is_language(path[0]):
        path = path[1:]
    return path


def _is_language(part: str) -> bool:
    if part in _LANGUAGE_NAMES:
        return True
    found = _LANGUAGE.match(part)
    return found is not None and found[1] in _LANGUAGE_CODES


def is_root(url: CanonicalUrl) -> bool:
    """Tell whether it is the root of a host, a language root, or either spelt out (`/index.php`, `/en/home`)."""
    return all(part in MAIN_PAGES or part in path_words("home") for part in without_language(parts(url.path)))


def is_deep(url: CanonicalUrl) -> bool:
    """Tell whether the address names something on its site: not a root, or a root with the number of a page (`/?p=123`)."""
    return not is_root(url) or any(name in _PAGE_NUMBERS and value for name, _, value in _pairs(url.query))


def _pairs(query: str) -> list[tuple[str, str, str]]:
    return [pair.partition("=") for pair in query.lower().split("&") if pair]


def names_something(query: str) -> bool:
    """Tell whether the query picks a page: `?p=123`, `?article=…`, or a number of three digits and more; a path is no pick."""
    return any(
        (name in _ID_NAMES and value) or _DIGITS.search(value)
        for name, _, value in _pairs(query)
        if "/" not in unquote(value) and not _names_an_error(name, value)
    )


def _names_an_error(name: str, value: str) -> bool:
    return (name in _ERROR_NAMES and value in _ERROR_VALUES) or name in ("404", "notfound")


def bare_name(part: str) -> str:
    return _EXTENSION.sub("", part)


def is_article_like(part: str) -> bool:
    """Tell whether a part of a path looks like the name of one page: a slug of three words, a number, a file name."""
    name = bare_name(part)
    if _DATE_PART.match(name):
        return False
    named = [word for word in re.split(r"[-_+ ,.]+", name) if word]
    return len(named) >= 3 or _DIGITS.search(name) is not None or name != part or (len(named) == 2 and len(name) >= 12)


def is_date_part(part: str) -> bool:
    return _DATE_PART.match(part) is not None


def is_same_page(dropped: tuple[str, ...]) -> bool:
    """Tell whether a path loses nothing with these parts: `amp`, `index.html`, `print` and the like."""
    return all(part in SAME_PAGE for part in dropped)


def is_section_word(part: str) -> bool:
    return bare_name(part) in path_words("sections") or part in path_words("sections")


def is_error(url: CanonicalUrl) -> bool:
    """Tell whether it is an error page's address: `/404`, `/error/not-found.html`, `/?error=404`."""
    path = parts(url.path)
    if path and (bare_name(path[-1]) in path_words("errors") or bare_name(path[0]) in path_words("errors")):
        return True
    return any(_names_an_error(name, value) for name, _, value in _pairs(url.query))


def is_search(url: CanonicalUrl) -> bool:
    """Tell whether it is a page of search results: its last part says so, or a term is sought from a search path or the root."""
    path = parts(url.path)
    has_term = any(pair.partition("=")[0] in _QUERY_TERMS for pair in url.query.lower().split("&"))
    named = any(bare_name(part) in path_words("search") for part in path[-2:])
    return (bool(path) and bare_name(path[-1]) in path_words("search")) or (has_term and (named or is_root(url)))


def is_login(url: CanonicalUrl) -> bool:
    return any(bare_name(part) in path_words("logins") for part in parts(url.path))


def is_file(url: CanonicalUrl) -> bool:
    """Tell whether the address names a file that is no page: a PDF, a picture, a table."""
    return _FILE.search(url.path.lower()) is not None


@lru_cache(maxsize=2048)
def slug_words(text: str) -> frozenset[str]:
    """Words of three letters and more, folded; of a path or a title alike."""
    return frozenset(word for word in fold(unquote(text)).split() if len(word) >= 3 and not word.isdigit() and word not in _NO_NEWS)


def share_a_subject(slug: frozenset[str], title: frozenset[str]) -> bool:
    """Tell whether a slug and a title are of one matter: half the words of the shorter, one of them no stock word."""
    shared = slug & title
    enough = len(shared) >= 2 and len(shared) * 2 >= min(len(slug), len(title))
    return enough and not shared <= stock_words()
