"""Which links can be a source at all (CLAIMS, "Citations" 10): not navigation, sharing, authors, tags or the site itself."""

import re
from urllib.parse import urljoin, urlsplit

from app.claims.languages import LANGUAGES
from app.claims.layout import Link, Tie

DOI = re.compile(r"(?:doi:\s?|(?:https?://)?(?:dx\.)?doi\.org/)(10\.\d{4,9}/\S+)", re.IGNORECASE)
SHARE = re.compile(
    r"(?:twitter|x)\.com/(?:intent|share|home)|facebook\.com/(?:sharer|share\.php|dialog)|linkedin\.com/(?:share|cws)|reddit\.com/submit"
    r"|pinterest\.[a-z.]{2,6}/pin/create|(?:api|wa)\.whatsapp|wa\.me/|t\.me/share|telegram\.me/share|news\.ycombinator\.com/submitlink"
    r"|getpocket\.com|tumblr\.com/(?:share|widgets)|flipboard\.com/(?:bookmarklet|\?)|addtoany\.com|sharethis\.com|bsky\.app/intent|addthis\.com",
    re.IGNORECASE,
)
# Links to a shop that pay whoever set them
AFFILIATE = re.compile(r"https?://(?:www\.)?(?:amazon\.[a-z.]{2,6}/\S*[?&]tag=|amzn\.to/|rover\.ebay\.|shareasale\.com/)", re.IGNORECASE)
OWN_PAGES = re.compile(
    r"^/(?:authors?|by|people|staff|profile|tags?|topics?|category|categories|themen|autor(?:en)?|auteurs?|subscribe|newsletter)/",
    re.IGNORECASE,
)
SOURCE_NOUNS = frozenset().union(*(language.source_nouns for language in LANGUAGES.values()))
SCHEME = re.compile(r"[a-zA-Z][\w+.-]*:")
WORD = re.compile(r"[^\W\d_]+")


def host_of(url: str) -> str:
    """Give host and port without "www.", "" when there is none: sites on one machine are told apart by port."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    return f"{(parts.hostname or '').removeprefix('www.')}{port}" if parts.hostname else ""


def cited_url(link: Link, text: str, site: str, base_url: str, *, offered: bool = False) -> str:
    """Give the absolute URL that a link cites, "" when it cites nothing; `text` is that of the block. A note offers all its links."""
    offered = offered or _offered(link, text)
    url = link.url.strip()
    if doi := DOI.match(url):
        return f"https://doi.org/{doi[1]}"
    if url.startswith("//"):
        url = f"https:{url}"
    if not url.lower().startswith(("http://", "https://")):
        return _inner(url, base_url) if offered else ""
    if SHARE.search(url[:200]) or AFFILIATE.match(url[:500]) or not host_of(url):
        return ""
    if site and host_of(url) == site and link.tie is Tie.ANCHOR and (OWN_PAGES.match(urlsplit(url).path) or not offered):
        return ""
    return url


def _inner(url: str, base_url: str) -> str:
    """Make a link inside the site absolute, if that can be done."""
    if not base_url or not url or url.startswith(("#", "?")) or SCHEME.match(url):
        return ""
    try:
        joined = urljoin(base_url, url)
    except ValueError:
        return ""
    return joined if host_of(joined) and not OWN_PAGES.match(urlsplit(joined).path) else ""


def _offered(link: Link, text: str) -> bool:
    """Whether the words of the anchor, or the three before it, call it a source, or it holds a figure."""
    anchor, before = text[link.start : link.end], text[max(0, link.start - 40) : link.start]
    named = [word.lower() for word in (*WORD.findall(before)[-3:], *WORD.findall(anchor))]
    return any(word in SOURCE_NOUNS for word in named) or any(character.isdigit() for character in anchor)
