"""How sites lay out a heading and a sentence; the same words must be read the same in all of them."""

from tests.sources.web import message

_MENU = (
    '<div class="top"><a href="/">Home</a> | <a href="/a">Topics</a> | <a href="/b">Places</a> | <a '
    'href="/c">People</a> | <a href="/d">Contact</a></div>'
)
_FOOT = '<div class="foot">© 2024 Org Ltd. <a href="/t">Terms</a> <a href="/p">Privacy</a></div>'
_TEASERS = "".join(
    f'<article><h3><a href="/n{n}">Headline number {n} about town</a></h3><p>Some teaser text for story {n} and more words.</p></article>'
    for n in range(12)
)


def _plain_frame(lang: str, title: str, heading: str, text: str) -> str:
    return message(title, heading, text, lang=lang)


def _second_heading(lang: str, title: str, heading: str, text: str) -> str:
    body = f'{_MENU}<div id="content"><h2>{heading}</h2><p>{text}</p></div>{_FOOT}'
    return f'<html lang="{lang}"><head><title>{title}</title></head><body>{body}</body></html>'


def _paragraphs_only(lang: str, title: str, heading: str, text: str) -> str:
    return f'<html lang="{lang}"><head><title>{title}</title></head><body><p><b>{heading}</b></p><p>{text}</p></body></html>'


def _boxes_only(lang: str, title: str, heading: str, text: str) -> str:
    box = f'<div class="box"><div class="big">{heading}</div><div>{text}</div></div>'
    return f'<html lang="{lang}"><head><title>{title}</title></head><body>{_MENU}{box}{_FOOT}<script>count()</script></body></html>'


def _above_the_latest(_lang: str, _title: str, heading: str, text: str) -> str:
    main = f"<main><h1>{heading}</h1><p>{text}</p><section><h2>Latest</h2>{_TEASERS}</section></main>"
    return f'<html lang="en"><head><title>Site</title></head><body>{_MENU}{main}{_FOOT}</body></html>'


LAYOUTS = (_plain_frame, _second_heading, _paragraphs_only, _boxes_only, _above_the_latest)
ADDRESSES = (
    "https://www.kestrel.example/2018/03/12/x{n}.html",
    "http://soft.example/soft404/{n}",
    "http://site-{n}.example/news/story-{n}",
    "http://127.0.0.1:8080/articles/{n}",
    "http://a.example/about-404/{n}",
)
