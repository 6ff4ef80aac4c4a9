"""HTML tags by what the walk does with them."""

# Runs of text go on through these, and stop at everything not named here.
INLINE, LINK, BREAK, SKIP, RAISED, LOWERED, TABLE, RULE, FORMULA, STRUCK = range(1, 11)
BLOCK = 0

_INLINE_TAGS = (
    "abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark nobr q ruby rb samp small span "
    "strong time tt u var g-emoji output blink"
)
_SKIPPED_TAGS = (
    "wbr -comment script style template iframe object embed svg canvas audio video select datalist input textarea img "
    "picture map area link meta base head title rt rp param source track progress meter frameset frame applet"
)
KINDS = {
    **dict.fromkeys(_INLINE_TAGS.split(), INLINE),
    **dict.fromkeys(_SKIPPED_TAGS.split(), SKIP),
    "a": LINK,
    "br": BREAK,
    "hr": RULE,
    "sup": RAISED,
    "sub": LOWERED,
    "table": TABLE,
    "math": FORMULA,
    **dict.fromkeys(("del", "s", "strike"), STRUCK),
}

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Tags that say what the text in them is; those that say it for the blocks inside too; those that say otherwise all the same.
TYPING = HEADINGS | {"p", "li", "dt", "dd", "blockquote", "figcaption", "pre", "summary", "caption", "td", "th", "address"}
LENDING = HEADINGS | {"li", "dd", "blockquote", "figcaption", "pre", "summary"}
OVERRIDING = HEADINGS | {"li", "dt", "dd", "figcaption", "pre", "blockquote", "td", "th"}
