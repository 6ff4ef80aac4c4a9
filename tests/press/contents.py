"""Pages by what they mean: each path of this press has the one outcome it must be given. The traps are the living ones."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.sources.outcome import Outcome
from tests.press.pages import article, notice
from tests.press.server import Handler, Talk


@dataclass(frozen=True, slots=True)
class Page:
    """What is answered at a path."""

    outcome: Outcome
    body: str | bytes = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    media_type: str = "text/html; charset=utf-8"

    async def __call__(self, talk: Talk) -> None:
        await talk.answer(self.status, self.body, media_type=self.media_type, **self.headers)


def _frame(inner: str = "", title: str = "The Daily Press") -> str:
    """A site's frame: header, menu, footer, and what is put inside."""
    menu = "".join(f'<li><a href="/s{number}">Section {number}</a></li>' for number in range(12))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body><header><ul>{menu}</ul></header>'
        f"<main>{inner}</main><footer>Contact. Imprint. All rights reserved by the publisher.</footer></body></html>"
    )


def _redirect(to: str, status: int = 302) -> dict[str, str]:
    del status
    return {"Location": to}


HOME = _frame("<h1>The Daily Press</h1>" + "".join(f'<a href="/n/{n}">Headline number {n} of the day</a>' for n in range(20)))
LOGIN = notice("Sign in", "Please sign in to continue.").replace(
    "</main>", '<form action="/login" method="post"><input type="email" name="user"><input type="password" name="password"></form></main>'
)
CLOUDFLARE = (
    '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title><meta name="robots" content="noindex,nofollow"></head><body>'
    '<div class="main-wrapper" role="main"><noscript><div class="h2">Enable JavaScript and cookies to continue</div></noscript></div>'
    "<script>(function(){window._cf_chl_opt={cvId:'3',cType:'managed'};})();</script>"
    '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script></body></html>'
)
ANUBIS = (
    '<!doctype html><html lang="en"><head><title>Making sure you&#39;re not a bot!</title></head><body>'
    "<h1>Making sure you&#39;re not a bot!</h1>"
    '<script id="anubis_challenge" type="application/json">{"rules":{"difficulty":4}}</script>'
    "<p>Protected by Anubis from Techaro.</p></body></html>"
)
PARKED = (
    "<!doctype html><html><head><title>example-press.org</title></head><body><h1>example-press.org</h1><p>This domain is for sale.</p>"
    '<script src="https://img1.sedoparking.com/js/parking.js"></script></body></html>'
)
PAYWALL_LD = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
SHELL = '<!doctype html><html><head><title>App</title></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/m.js"></script></body></html>'  # noqa: E501

PAGES: dict[str, Page] = {
    # alive
    "/news/plain": Page(Outcome.OK, article()),
    "/news/long": Page(Outcome.OK, article(words=3000)),
    "/news/about-404s": Page(Outcome.OK, article("Why half of all links end in “404 not found”", words=900)),
    "/news/quotes-error": Page(
        Outcome.OK, article("Agency deletes climate data", words=600).replace("<p>", '<p>The page now says "page not found". ', 1)
    ),
    "/news/about-captcha": Page(Outcome.OK, article("Why “verify you are human” boxes are spreading", words=700)),
    "/news/about-domains": Page(Outcome.OK, article("This domain is for sale: the trade in names", words=700)),
    "/news/short": Page(
        Outcome.OK, notice("Unemployment rate", "The unemployment rate was 5.3 percent in May 2024, down from 5.6 percent in April.")
    ),
    "/data/rates.csv": Page(Outcome.OK, "month,rate\n2024-05,5.3\n2024-06,5.2\n", media_type="text/csv"),
    "/data/rates.json": Page(Outcome.OK, '{"rate": 5.3}', media_type="application/json"),
    "/data/notes.txt": Page(Outcome.OK, "The rate was 5.3 percent.\n", media_type="text/plain"),
    "/img/chart.png": Page(Outcome.NO_TEXT, b"\x89PNG\r\n\x1a\n" + b"\0" * 200, media_type="image/png"),
    "/video.mp4": Page(Outcome.NO_TEXT, b"\0\0\0\x18ftypmp42" + b"\0" * 500, media_type="video/mp4"),
    "/news/paid": Page(
        Outcome.PAYWALLED,
        article("Inside the ministry", head=PAYWALL_LD, words=60).replace("</article>", "<p>Subscribe to continue reading.</p></article>"),
    ),
    "/news/noindex": Page(Outcome.OK, article(head='<meta name="robots" content="noindex">', words=900)),
    "/news/with-login-box": Page(Outcome.OK, article().replace("</header>", '<form><input type="password" name="p"></form></header>')),
    "/news/cookie-banner": Page(
        Outcome.OK, article().replace("</body>", '<div class="cookie-banner">We and our partners use cookies. Accept all</div></body>')
    ),
    "/news/latin1": Page(
        Outcome.OK, article("Größe der Ernte wächst").encode("latin-1", "replace"), media_type="text/html; charset=iso-8859-1"
    ),
    "/moved/story": Page(Outcome.REDIRECTED, status=301, headers=_redirect("/news/plain")),
    # dead
    "/dead/404": Page(Outcome.NOT_FOUND, notice("Not found", "Nothing here."), 404),
    "/dead/410": Page(Outcome.GONE, notice("Gone", "Removed."), 410),
    "/dead/404-long": Page(Outcome.NOT_FOUND, article("Popular today", words=900), 404),
    "/soft/en-1": Page(Outcome.SOFT_404, notice("Page not found", "Sorry, the page you are looking for could not be found.")),
    "/soft/de-1": Page(Outcome.SOFT_404, notice("Seite nicht gefunden", "Die gewünschte Seite existiert leider nicht.", lang="de")),
    "/soft/fr-1": Page(Outcome.SOFT_404, notice("Page introuvable", "La page que vous cherchez n’existe pas.", lang="fr")),
    "/soft/es-1": Page(Outcome.SOFT_404, notice("Página no encontrada", "La página que busca no existe.", lang="es")),
    "/soft/it-1": Page(Outcome.SOFT_404, notice("Pagina non trovata", "La pagina richiesta non esiste.", lang="it")),
    "/soft/pt-1": Page(Outcome.SOFT_404, notice("Página não encontrada", "A página que procura não existe.", lang="pt")),
    "/soft/nl-1": Page(Outcome.SOFT_404, notice("Pagina niet gevonden", "De pagina die u zoekt bestaat niet.", lang="nl")),
    "/soft/pl-1": Page(Outcome.SOFT_404, notice("Nie znaleziono strony", "Strona, której szukasz, nie istnieje.", lang="pl")),
    "/soft/ru-1": Page(Outcome.SOFT_404, notice("Страница не найдена", "Запрошенная страница не существует.", lang="ru")),
    "/soft/ja-1": Page(Outcome.SOFT_404, notice("ページが見つかりません", "お探しのページは存在しません。", lang="ja")),
    "/soft/zh-1": Page(Outcome.SOFT_404, notice("页面不存在", "您访问的页面不存在。", lang="zh")),
    "/soft/ar-1": Page(Outcome.SOFT_404, notice("الصفحة غير موجودة", "الصفحة التي تبحث عنها غير موجودة.", lang="ar")),
    "/soft/to-404-page": Page(Outcome.SOFT_404, status=302, headers=_redirect("/404.html")),
    "/home/deep/story-2019": Page(Outcome.REDIRECT_TO_HOME, status=302, headers=_redirect("/")),
    "/home/deep/lang": Page(Outcome.REDIRECT_TO_HOME, status=301, headers=_redirect("/en/")),
    "/find/old-story-about-wind": Page(Outcome.REDIRECT_TO_SEARCH, status=302, headers=_redirect("/search?q=old+story")),
    "/shop/parked": Page(Outcome.PARKED_DOMAIN, PARKED),
    "/host/suspended": Page(
        Outcome.SUSPENDED,
        notice("Account Suspended", "This account has been suspended. Contact your hosting provider for more information."),
    ),
    # blocked
    "/wall/403": Page(Outcome.FORBIDDEN, notice("Forbidden", "You don't have permission to access this resource."), 403),
    "/wall/401": Page(Outcome.AUTH_REQUIRED, notice("Unauthorized", "Log in."), 401, {"WWW-Authenticate": 'Basic realm="x"'}),
    "/wall/402": Page(Outcome.PAYMENT_REQUIRED, "", 402),
    "/wall/451": Page(Outcome.LEGAL, notice("Unavailable for legal reasons", "Blocked."), 451),
    "/wall/999": Page(Outcome.BOT_CHALLENGE, "", 999),
    "/wall/cf-403": Page(Outcome.BOT_CHALLENGE, CLOUDFLARE, 403, {"Server": "cloudflare", "cf-mitigated": "challenge"}),
    "/wall/cf-503": Page(Outcome.BOT_CHALLENGE, CLOUDFLARE, 503, {"Server": "cloudflare"}),
    "/wall/anubis": Page(Outcome.BOT_CHALLENGE, ANUBIS),
    "/wall/datadome": Page(
        Outcome.BOT_CHALLENGE,
        '<html><head><title>press.org</title></head><body><script>var dd={"rt":"c"}</script><script src="https://ct.captcha-delivery.com/c.js"></script></body></html>',
        403,
        {"X-DataDome": "protected"},
    ),
    "/wall/login": Page(Outcome.LOGIN_REQUIRED, status=302, headers=_redirect("/login?next=/wall/login")),
    "/wall/consent": Page(
        Outcome.CONSENT_WALL,
        notice("Before you continue", "We and our partners store information on a device. Accept all or manage your choices.").replace(
            "</main>", "<form><button>Accept all</button><button>Reject all</button></form></main>"
        ),
    ),
    "/wall/age": Page(Outcome.AGE_GATE, notice("Age verification", "Are you of legal drinking age? Enter your date of birth.")),
    "/wall/geo": Page(Outcome.GEO_BLOCKED, notice("Not available in your region", "This content is not available in your country.")),
    # unknown
    "/down/500": Page(Outcome.SERVER_ERROR, notice("Error", "Internal server error."), 500),
    "/down/501": Page(Outcome.SERVER_ERROR, "", 501),
    "/down/400": Page(Outcome.CLIENT_ERROR, "", 400),
    "/down/405": Page(Outcome.CLIENT_ERROR, "", 405),
    "/down/406": Page(Outcome.CLIENT_ERROR, "", 406),
    "/down/418": Page(Outcome.CLIENT_ERROR, "", 418),
    "/down/431": Page(Outcome.CLIENT_ERROR, "", 431),
    "/down/202": Page(Outcome.PENDING, notice("Accepted", "Being made."), 202),
    "/down/maintenance": Page(
        Outcome.MAINTENANCE, notice("Down for maintenance", "We are performing scheduled maintenance and will be back shortly.")
    ),
    "/down/maintenance-503": Page(
        Outcome.MAINTENANCE, notice("Down for maintenance", "We are performing scheduled maintenance and will be back shortly."), 503
    ),
    "/down/js": Page(Outcome.JS_REQUIRED, SHELL),
}

PLACES: dict[str, Handler] = {
    "/": Page(Outcome.OK, HOME),
    "/en/": Page(Outcome.OK, HOME),
    "/404.html": Page(Outcome.SOFT_404, notice("Page not found", "We could not find that page.")),
    "/search": Page(Outcome.OK, _frame("<h1>Search results</h1><p>No results found for your search.</p>", "Search")),
    "/login": Page(Outcome.LOGIN_REQUIRED, LOGIN),
    "/soft/*": Page(Outcome.SOFT_404, notice("Page not found", "Sorry, the page you are looking for could not be found.")),
}

ROUTES: dict[str, Handler] = {**PAGES, **PLACES}
Cases = Callable[[], list[tuple[str, Outcome]]]
