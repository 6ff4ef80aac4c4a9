"""Facts about a page that the outcome classifier weighs; `extract.page_facts` fills them, this room only reads them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What an HTML body says of itself. Texts are folded to single blanks; lengths are in characters.

    `main_chars` counts visible text of the main zone, `text_chars` all visible text. `text` is the visible text,
    cut at 20,000 characters. `meta_refresh` is (delay in seconds, target as written) or None. `classes` are class
    and id names of html, body and the main element. `forms` are the input types and names of forms, one string each.
    `json_ld` are the JSON-LD scripts' texts. `script_sources` are src values of scripts and iframes.
    """

    title: str = ""
    headings: tuple[str, ...] = ()
    lang: str = ""
    text: str = ""
    main_text: str = ""
    text_chars: int = 0
    main_chars: int = 0
    script_count: int = 0
    canonical: str = ""
    robots_meta: str = ""
    generator: str = ""
    meta_refresh: tuple[float, str] | None = None
    og: tuple[tuple[str, str], ...] = ()
    classes: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    json_ld: tuple[str, ...] = ()
    script_sources: tuple[str, ...] = ()
    noscript: str = ""
    link_count: int = 0
    fragment_ids: frozenset[str] = frozenset()
