"""Redirects that lose the page, and redirects that keep it."""

from app.sources import Known, Outcome
from tests.sources.web import ARTICLES, HONEST, SAME, SILENT, Case, article, case, html, moved

_HOST = "https://www.kestrel.example"
_SLUG = "/news/2019/05/harbour-bridge-reopens-after-two-years"
_FRONT = html(
    "Kestrel Courier - news from the coast",
    "<h1>Today</h1>" + "".join(f"<article><h2>Story number {n}</h2><p>Council approves plan {n}.</p></article>" for n in range(30)),
)
_LISTING = html(
    "News | Kestrel Courier",
    "<h1>News</h1>" + "".join(f"<article><h2>Story number {n}</h2><p>Council approves plan {n}.</p></article>" for n in range(30)),
)
_RESULTS = html(
    "Search | Kestrel Courier",
    "<h1>Search results</h1><p>12 results</p>" + "".join(f"<article><h2>Story number {n}</h2></article>" for n in range(12)),
)
_OTHER = article("en", title="Ferry timetable for winter")


def _to(
    name: str,
    expected: Outcome,
    asked: str,
    *through: str,
    body: str = _FRONT,
    code: int = 301,
    sibling: str = SILENT,
    known: Known | None = None,
) -> Case:
    return case(name, expected, asked, body, hops=moved(asked, *through, code=code), sibling=sibling, known=known)


HOME = (
    _to("home", Outcome.REDIRECT_TO_HOME, _HOST + _SLUG, _HOST + "/"),
    _to("home, temporary", Outcome.REDIRECT_TO_HOME, _HOST + _SLUG, _HOST + "/", code=302),
    _to("home without www and in https", Outcome.REDIRECT_TO_HOME, "http://www.kestrel.example" + _SLUG, "https://kestrel.example/"),
    _to("home in two steps", Outcome.REDIRECT_TO_HOME, "http://kestrel.example" + _SLUG, _HOST + _SLUG, _HOST + "/"),
    _to("a language root", Outcome.REDIRECT_TO_HOME, _HOST + _SLUG, _HOST + "/en/"),
    _to("a language root without a slash", Outcome.REDIRECT_TO_HOME, _HOST + _SLUG, _HOST + "/de"),
    _to("a regional root", Outcome.REDIRECT_TO_HOME, _HOST + _SLUG, _HOST + "/en-gb/"),
    _to("index.html", Outcome.REDIRECT_TO_HOME, _HOST + _SLUG, _HOST + "/index.html"),
    _to("index.php", Outcome.REDIRECT_TO_HOME, _HOST + _SLUG, _HOST + "/index.php"),
    _to("/home", Outcome.REDIRECT_TO_HOME, _HOST + _SLUG, _HOST + "/home"),
    _to("home with a tracking query", Outcome.REDIRECT_TO_HOME, _HOST + _SLUG, _HOST + "/?utm_source=404&utm_medium=redirect"),
    _to("home with an odd query", Outcome.REDIRECT_TO_HOME, _HOST + _SLUG, _HOST + "/?redirected=yes"),
    _to(
        "a blog's post led to the main site",
        Outcome.REDIRECT_TO_HOME,
        "https://blog.kestrel.example/2018/how-we-count-bridges",
        "https://www.kestrel.example/",
    ),
    _to("a numbered page", Outcome.REDIRECT_TO_HOME, _HOST + "/?p=4711", _HOST + "/"),
    _to("a page by query", Outcome.REDIRECT_TO_HOME, _HOST + "/article.php?id=4711", _HOST + "/"),
    case(
        "home by meta refresh",
        Outcome.REDIRECT_TO_HOME,
        _HOST + _SLUG,
        _FRONT,
        hops=((_HOST + _SLUG, 200), (_HOST + "/", 200, {}, "refresh")),
        sibling=SILENT,
    ),
    _to(
        "home in German",
        Outcome.REDIRECT_TO_HOME,
        "https://zeitung.example/politik/haushalt-2019-beschlossen",
        "https://zeitung.example/startseite",
        body=article("de", title="Nachrichten"),
    ),
    _to(
        "the root of another site, where siblings are led too",
        Outcome.REDIRECT_TO_HOME,
        "http://oldname.example/2014/report-on-water",
        "https://newname.example/",
        sibling=SAME,
    ),
    _to(
        "the root of the same name elsewhere",
        Outcome.REDIRECT_TO_HOME,
        "http://kestrel.co.uk/2014/report-on-water",
        "https://www.kestrel.com/",
    ),
    _to("a PDF", Outcome.REDIRECT_TO_HOME, _HOST + "/reports/annual-2018.pdf", _HOST + "/"),
)

SECTION = (
    _to("the section above", Outcome.REDIRECT_TO_SECTION, _HOST + _SLUG, _HOST + "/news/", body=_LISTING),
    _to("the section above, without a slash", Outcome.REDIRECT_TO_SECTION, _HOST + _SLUG, _HOST + "/news", body=_LISTING),
    _to("the month above", Outcome.REDIRECT_TO_SECTION, _HOST + _SLUG, _HOST + "/news/2019/05/", body=_LISTING),
    _to("the section with a language in front", Outcome.REDIRECT_TO_SECTION, _HOST + _SLUG, _HOST + "/en/news/", body=_LISTING),
    _to("another section", Outcome.REDIRECT_TO_SECTION, _HOST + _SLUG, _HOST + "/blog/", body=_LISTING),
    _to("a category", Outcome.REDIRECT_TO_SECTION, _HOST + "/2019/05/harbour-bridge-reopens", _HOST + "/category/news/", body=_LISTING),
    _to("products", Outcome.REDIRECT_TO_SECTION, _HOST + "/products/brass-lantern-large-2040", _HOST + "/products", body=_LISTING),
    _to(
        "a press list",
        Outcome.REDIRECT_TO_SECTION,
        "https://ministry.example/press/2018/minister-opens-bridge.html",
        "https://ministry.example/press/",
        body=_LISTING,
    ),
    _to(
        "a German section",
        Outcome.REDIRECT_TO_SECTION,
        "https://zeitung.example/nachrichten/haushalt-2019-beschlossen-a-4711.html",
        "https://zeitung.example/nachrichten/",
        body=article("de", title="Nachrichten"),
    ),
    _to(
        "one short word above, where siblings are led too",
        Outcome.REDIRECT_TO_SECTION,
        _HOST + "/team/miller",
        _HOST + "/team/",
        body=_LISTING,
        sibling=SAME,
    ),
    _to(
        "another site's section, where siblings are led too",
        Outcome.REDIRECT_TO_SECTION,
        "http://oldname.example/2014/report-on-water",
        "https://newname.example/news/",
        body=_LISTING,
        sibling=SAME,
    ),
)

SEARCH = (
    _to("a search", Outcome.REDIRECT_TO_SEARCH, _HOST + _SLUG, _HOST + "/search?q=harbour+news", body=_RESULTS),
    _to("a search at the root", Outcome.REDIRECT_TO_SEARCH, _HOST + _SLUG, _HOST + "/?s=2019", body=_RESULTS),
    _to(
        "a German search",
        Outcome.REDIRECT_TO_SEARCH,
        "https://zeitung.example/politik/haushalt",
        "https://zeitung.example/suche?begriff=x",
        body=_RESULTS,
    ),
    _to(
        "a French search",
        Outcome.REDIRECT_TO_SEARCH,
        "https://journal.example/politique/budget-2019",
        "https://journal.example/recherche?mots=x",
        body=_RESULTS,
    ),
)

KEPT = (
    _to(
        "renamed under the same section",
        Outcome.REDIRECTED,
        _HOST + "/news/harbour-bridge-reopens",
        _HOST + "/news/harbour-bridge-reopens-after-two-years",
        body=article("en"),
    ),
    _to(
        "a new slug under the same section",
        Outcome.REDIRECTED,
        _HOST + "/news/2019/05/bridge-opens",
        _HOST + "/news/2019/05/ferry-timetable-for-winter",
        body=_OTHER,
    ),
    _to("a language in front", Outcome.REDIRECTED, _HOST + _SLUG, _HOST + "/en" + _SLUG, body=article("en")),
    _to(
        "another language in front", Outcome.REDIRECTED, _HOST + "/en/about-the-museum", _HOST + "/de/about-the-museum", body=article("de")
    ),
    _to("http to https", Outcome.REDIRECTED, "http://www.kestrel.example" + _SLUG, _HOST + _SLUG, body=article("en")),
    _to("www added", Outcome.REDIRECTED, "https://kestrel.example" + _SLUG, _HOST + _SLUG, body=article("en")),
    _to("a slash added", Outcome.REDIRECTED, _HOST + _SLUG, _HOST + _SLUG + "/", body=article("en")),
    _to("an AMP page led to the article", Outcome.REDIRECTED, _HOST + _SLUG + "/amp", _HOST + _SLUG, body=article("en")),
    _to("the mobile host", Outcome.REDIRECTED, _HOST + _SLUG, "https://m.kestrel.example" + _SLUG, body=article("en")),
    _to("index.html to its folder", Outcome.REDIRECTED, _HOST + "/docs/guide/index.html", _HOST + "/docs/guide/", body=_OTHER),
    _to(
        "an article moved to the root of another host",
        Outcome.REDIRECTED,
        "https://www.kestrel.example/2019/harbour-bridge",
        "https://harbour-bridge.example/",
        body=article("en", title="The harbour bridge"),
    ),
    _to("a number with a new slug", Outcome.REDIRECTED, _HOST + "/story/4711/old-words", _HOST + "/story/4711", body=_OTHER),
    _to(
        "a query turned into a path",
        Outcome.REDIRECTED,
        _HOST + "/article.php?id=4711",
        _HOST + "/articles/ferry-timetable-for-winter",
        body=_OTHER,
    ),
    _to("a short path to a long one", Outcome.REDIRECTED, _HOST + "/s/AbC12", _HOST + _SLUG, body=article("en")),
    _to("a blog that moved to its own host", Outcome.REDIRECTED, "https://www.kestrel.example/blog", "https://blog.kestrel.example/"),
    _to(
        "documentation that moved to its own host", Outcome.REDIRECTED, "https://www.kestrel.example/docs/", "https://docs.kestrel.example/"
    ),
    _to("the front page itself", Outcome.REDIRECTED, "http://kestrel.example/", "https://www.kestrel.example/"),
    _to("the front page in a language", Outcome.REDIRECTED, "https://www.kestrel.example/", "https://www.kestrel.example/en/"),
    _to("index.php to the root", Outcome.REDIRECTED, "https://www.kestrel.example/index.php", "https://www.kestrel.example/"),
    _to("a section to a section", Outcome.REDIRECTED, _HOST + "/blog/", _HOST + "/news/", body=_LISTING),
    _to("a DOI", Outcome.REDIRECTED, "https://doi.org/10.1000/182", "https://journal.example/articles/182", body=_OTHER),
    _to("a place on the front page", Outcome.REDIRECTED, _HOST + "/opening-hours", _HOST + "/#hours"),
    _to(
        "the text we knew, at the root",
        Outcome.REDIRECTED,
        _HOST + "/2019/one-page",
        _HOST + "/",
        body=_OTHER,
        known=Known(Outcome.OK, "Ferry", ARTICLES["en"][2] * 4, 1700),
    ),
    _to(
        "a section with an honest 404 for siblings",
        Outcome.REDIRECTED,
        _HOST + "/team/miller",
        _HOST + "/team/",
        body=_LISTING,
        sibling=HONEST,
    ),
    _to(
        "another site's root with an honest 404 for siblings",
        Outcome.REDIRECTED,
        "http://oldname.example/campaign",
        "https://campaign-site.example/",
        sibling=HONEST,
    ),
    _to(
        "another site's root that cannot be probed",
        Outcome.REDIRECTED,
        "http://oldname.example/campaign",
        "https://campaign-site.example/",
        sibling=SILENT,
    ),
    _to("a search that was asked for", Outcome.REDIRECTED, _HOST + "/find?q=bridge", _HOST + "/search?q=bridge", body=_RESULTS),
    _to("a session in the query", Outcome.REDIRECTED, _HOST + _SLUG, _HOST + _SLUG + "?session=1", body=article("en")),
    case(
        "back where it began, with a cookie",
        Outcome.OK,
        _HOST + _SLUG,
        article("en"),
        hops=moved(_HOST + _SLUG, _HOST + "/set-cookie", _HOST + _SLUG, code=302),
        sibling=SILENT,
    ),
    _to(
        "a podcast episode renamed by its number",
        Outcome.REDIRECTED,
        _HOST + "/podcasts/episode-112",
        _HOST + "/podcasts/112-the-lighthouse",
        body=article("en", title="The lighthouse"),
    ),
    _to("an old extension dropped", Outcome.REDIRECTED, _HOST + "/about/history.html", _HOST + "/about/history", body=_OTHER),
    _to("capital letters dropped", Outcome.REDIRECTED, _HOST + "/About/History", _HOST + "/about/history", body=_OTHER),
    _to(
        "a renamed host, same path",
        Outcome.REDIRECTED,
        "http://oldname.example/a/b/c",
        "https://newname.example/a/b/c",
        body=_OTHER,
        sibling=SAME,
    ),
    _to(
        "a paper's landing page for its PDF",
        Outcome.REDIRECTED,
        "https://journal.example/articles/182.pdf",
        "https://journal.example/articles/182",
        body=_OTHER,
    ),
)

CASES: tuple[Case, ...] = (*HOME, *SECTION, *SEARCH, *KEPT)
