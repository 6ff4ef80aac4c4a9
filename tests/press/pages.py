"""Pages the press prints: articles, and what stands where an article was."""

import random

_WORDS = [
    "the",
    "report",
    "says",
    "that",
    "output",
    "of",
    "wind",
    "farms",
    "rose",
    "while",
    "prices",
    "in",
    "most",
    "regions",
    "fell",
    "and",
    "officials",
    "expect",
    "demand",
    "to",
    "grow",
    "slowly",
    "over",
    "the",
    "next",
    "decade",
    "although",
    "analysts",
    "warn",
    "supply",
    "chains",
    "remain",
    "fragile",
    "because",
    "ports",
    "were",
    "closed",
    "for",
    "weeks",
]


def prose(seed: int = 1, words: int = 400) -> str:
    """Paragraphs of plain text, always the same for one seed."""
    dice = random.Random(seed)  # noqa: S311  filler text, not a secret
    text = [" ".join(dice.choice(_WORDS) for _ in range(60)).capitalize() for _ in range(max(1, words // 60))]
    return "".join(f"<p>{paragraph}, {dice.randint(2, 90)} percent more than in {dice.randint(1990, 2024)}.</p>\n" for paragraph in text)


def article(title: str = "Wind power grows by 12 percent", seed: int = 1, head: str = "", words: int = 400) -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        f'<header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header>'
        f"<main><article><h1>{title}</h1>{prose(seed, words)}</article></main><footer>Contact us</footer></body></html>"
    )


def notice(title: str, text: str, *, lang: str = "en", head: str = "") -> str:
    """A short page with one message in a site's frame."""
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        f'<header><nav><a href="/">Home</a></nav></header><main><h1>{title}</h1><p>{text}</p></main></body></html>'
    )
