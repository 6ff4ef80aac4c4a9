"""Pages with nothing in them, pages that say "later", bodies that did not arrive, and every status and failure."""

from app.sources import Failure, Known, Outcome
from tests.sources.web import ARTICLES, HONEST, SAME, SILENT, Case, article, case, failed, html, message, moved

_ASKED = "https://www.kestrel.example/news/2024/harbour-bridge-reopens"


def _bare(title: str, body: str, *, head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


SHELLS = (
    case(
        "a React shell",
        Outcome.JS_REQUIRED,
        _ASKED,
        _bare(
            "App",
            (
                '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script '
                'src="/static/js/main.js"></script>'
            ),
        ),
        sibling=SAME,
    ),
    case(
        "a Vue shell",
        Outcome.JS_REQUIRED,
        _ASKED,
        _bare(
            "App",
            (
                "<noscript>We're sorry but this app doesn't work properly without JavaScript enabled.</noscript><div "
                "id=app></div><script src=/js/app.js></script>"
            ),
        ),
        sibling=SAME,
    ),
    case(
        "a shell that loads",
        Outcome.JS_REQUIRED,
        _ASKED,
        _bare("Kestrel", '<div id="app">Loading…</div><script type="module" src="/assets/index.js"></script>'),
        sibling=SAME,
    ),
    case(
        "an Angular shell",
        Outcome.JS_REQUIRED,
        _ASKED,
        _bare("Kestrel", "<app-root></app-root><script src=main.js></script>"),
        sibling=SAME,
    ),
    case(
        "a shell that asks in German",
        Outcome.JS_REQUIRED,
        _ASKED,
        _bare("Kestrel", "<p>Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.</p><script src=a.js></script>"),
        sibling=SAME,
    ),
    case(
        "a shell that asks in Japanese",
        Outcome.JS_REQUIRED,
        _ASKED,
        _bare("Kestrel", "<p>JavaScriptを有効にしてください。</p><script src=a.js></script>"),
        sibling=SAME,
    ),
    case(
        "a shell that asks in French",
        Outcome.JS_REQUIRED,
        _ASKED,
        _bare("Kestrel", "<noscript>Veuillez activer JavaScript pour continuer.</noscript><div></div><script src=a.js></script>"),
        sibling=SAME,
    ),
    case(
        "a frame without its article, the same for a sibling",
        Outcome.EMPTY_SHELL,
        _ASKED,
        html("Kestrel Courier", "<p>Most read today</p>"),
        sibling=SAME,
    ),
    case(
        "a frame with a box, the same for a sibling",
        Outcome.EMPTY_SHELL,
        _ASKED,
        html("Kestrel Courier", '<div class="content"></div><p>Follow us for more stories.</p>'),
        sibling=SAME,
    ),
    case(
        "a frame whose article is written by a bundle",
        Outcome.JS_REQUIRED,
        _ASKED,
        html("Kestrel Courier", '<div id="story"></div>', scripts='<script src="/static/main.3f9a1c2b.js"></script>'),
        sibling=SAME,
    ),
    case(
        "a frame without its article, with a counter",
        Outcome.EMPTY_SHELL,
        _ASKED,
        html("Kestrel Courier", '<div class="story"></div>', scripts='<script src="/js/main.js"></script>'),
        sibling=SAME,
    ),
    case(
        "a page of pictures",
        Outcome.NO_TEXT,
        _ASKED,
        '<html><body><img src="scan1.jpg"><img src="scan2.jpg"></body></html>',
        sibling=SILENT,
    ),
    case("a page without anything", Outcome.EMPTY, _ASKED, "<html><head></head><body>  </body></html>", sibling=SILENT),
    case("no body", Outcome.EMPTY, _ASKED),
    case("204", Outcome.EMPTY, _ASKED, status=204),
    case("205", Outcome.EMPTY, _ASKED, status=205),
)

UPKEEP = (
    *(
        case(f"maintenance in {lang}", Outcome.MAINTENANCE, _ASKED, message(title, heading, text, lang=lang, frame=False), sibling=SAME)
        for lang, title, heading, text in (
            ("en", "Site under maintenance", "We'll be back soon!", "We are performing scheduled maintenance. Please try again later."),
            ("en", "Down for maintenance", "Kestrel", "The site is temporarily unavailable while we are upgrading our servers."),
            ("de", "Wartungsarbeiten", "Wartungsarbeiten", "Unsere Seite wird gerade gewartet. Wir sind in Kürze wieder für Sie da."),
            ("fr", "Site en maintenance", "Maintenance en cours", "Le site est momentanément indisponible. Nous revenons bientôt."),
            ("es", "En mantenimiento", "Volvemos pronto", "El sitio está en mantenimiento. Inténtelo más tarde."),
            ("it", "Sito in manutenzione", "Torniamo presto", "Il sito è in manutenzione. Riprova più tardi."),
            ("pt", "Em manutenção", "Voltamos em breve", "O site está em manutenção programada."),
            ("nl", "Onderhoud", "We zijn zo terug", "Wegens onderhoud is de site tijdelijk niet beschikbaar."),
            ("pl", "Przerwa techniczna", "Przerwa techniczna", "Trwają prace konserwacyjne. Prosimy spróbować później."),
            ("ru", "Технические работы", "На сайте ведутся технические работы", "Сайт временно недоступен. Зайдите позже."),
            ("ja", "メンテナンス中", "ただいまメンテナンス中です", "しばらくお待ちください。"),
            ("zh", "系统维护中", "系统维护", "网站正在维护，请稍后再试。"),
            ("ar", "الموقع تحت الصيانة", "سنعود قريبا", "الموقع تحت الصيانة. حاول مرة أخرى لاحقا."),
        )
    ),
    case(
        "a database error told with a 200",
        Outcome.SERVER_ERROR,
        _ASKED,
        message("Database Error", "Error establishing a database connection", "", frame=False),
        sibling=SAME,
    ),
    case(
        "a server error told with a 200",
        Outcome.SERVER_ERROR,
        _ASKED,
        message("500 Internal Server Error", "Internal Server Error", "Something went wrong on our side. Please try again later."),
        sibling=SAME,
    ),
    case(
        "under construction",
        Outcome.MAINTENANCE,
        "http://old.example/",
        message("Under construction", "Coming soon", "Our new website is under construction.", frame=False),
    ),
    case(
        "maintenance at 503",
        Outcome.MAINTENANCE,
        _ASKED,
        message("Maintenance", "We'll be back soon", "Scheduled maintenance in progress.", frame=False),
        status=503,
    ),
    case(
        "503 with retry-after",
        Outcome.RATE_LIMITED,
        _ASKED,
        message("Maintenance", "We'll be back soon", "Scheduled maintenance in progress.", frame=False),
        status=503,
        headers={"retry-after": "3600"},
    ),
    case(
        "a plain 503",
        Outcome.SERVER_ERROR,
        _ASKED,
        _bare("503 Service Temporarily Unavailable", "<h1>503 Service Temporarily Unavailable</h1><hr>nginx"),
        status=503,
    ),
)

_PLAIN = {
    202: Outcome.PENDING,
    300: Outcome.CHOICES,
    302: Outcome.BAD_REDIRECT,
    400: Outcome.CLIENT_ERROR,
    402: Outcome.PAYMENT_REQUIRED,
    403: Outcome.FORBIDDEN,
    404: Outcome.NOT_FOUND,
    405: Outcome.CLIENT_ERROR,
    406: Outcome.CLIENT_ERROR,
    408: Outcome.CLIENT_ERROR,
    409: Outcome.CLIENT_ERROR,
    410: Outcome.GONE,
    418: Outcome.CLIENT_ERROR,
    421: Outcome.CLIENT_ERROR,
    425: Outcome.CLIENT_ERROR,
    426: Outcome.CLIENT_ERROR,
    429: Outcome.RATE_LIMITED,
    431: Outcome.CLIENT_ERROR,
    451: Outcome.LEGAL,
    500: Outcome.SERVER_ERROR,
    501: Outcome.SERVER_ERROR,
    502: Outcome.SERVER_ERROR,
    504: Outcome.SERVER_ERROR,
    508: Outcome.SERVER_ERROR,
    522: Outcome.SERVER_ERROR,
    530: Outcome.SERVER_ERROR,
    600: Outcome.BAD_RESPONSE,
    101: Outcome.BAD_RESPONSE,
}

STATUSES = (
    *(
        case(f"status {status}", expected, _ASKED, message("x", "x", "y", frame=False), status=status)
        for status, expected in _PLAIN.items()
    ),
    *(case(f"status {status} without a body", expected, _ASKED, status=status) for status, expected in _PLAIN.items()),
    case("404 where the host turns us away as such", Outcome.FORBIDDEN, _ASKED, status=404, root_status=403),
    case("404 to us, 200 to a second profile", Outcome.FORBIDDEN, _ASKED, status=404, second_status=200),
    case("404 to both", Outcome.NOT_FOUND, _ASKED, status=404, second_status=404, root_status=200),
    case("404 with an article-length page", Outcome.NOT_FOUND, _ASKED, article("en"), status=404),
    case("404 after a redirect", Outcome.NOT_FOUND, _ASKED, hops=((_ASKED, 301), (_ASKED + "/", 404))),
    case("410 after a redirect", Outcome.GONE, _ASKED, hops=((_ASKED, 302), (_ASKED + "/", 410))),
    case("304 with a copy", Outcome.OK, _ASKED, status=304, has_copy=True),
    case("304 with a copy of a paywalled page", Outcome.PAYWALLED, _ASKED, status=304, has_copy=True, known=Known(Outcome.PAYWALLED)),
    case("304 without a copy", Outcome.NOT_MODIFIED_WITHOUT_COPY, _ASKED, status=304),
    case("206 with the whole page", Outcome.OK, _ASKED, article("en"), status=206),
    case("203", Outcome.OK, _ASKED, article("en"), status=203),
)

BODIES = (
    case("an image", Outcome.NO_TEXT, "https://www.kestrel.example/photo.jpg", media_type="image/jpeg", body_bytes=48213),
    case("an audio file", Outcome.NO_TEXT, "https://www.kestrel.example/talk.mp3", media_type="audio/mpeg", body_bytes=48213),
    case("a video", Outcome.NO_TEXT, "https://www.kestrel.example/clip.mp4", media_type="video/mp4", body_bytes=48213),
    case("an archive", Outcome.NO_TEXT, "https://www.kestrel.example/data.zip", media_type="application/zip", body_bytes=48213),
    case("unknown bytes", Outcome.NO_TEXT, "https://www.kestrel.example/data.bin", media_type="application/octet-stream", body_bytes=48213),
    case(
        "a redirected image",
        Outcome.NO_TEXT,
        "https://www.kestrel.example/photo",
        media_type="image/png",
        body_bytes=9,
        hops=moved("https://www.kestrel.example/photo", "https://cdn.kestrel.example/photo.png"),
    ),
    case("a PDF", Outcome.OK, "https://www.kestrel.example/report.pdf", media_type="application/pdf", body_bytes=48213),
    case("a table", Outcome.OK, "https://www.kestrel.example/table.csv", "year;value\n2019;4,2\n2020;4,4\n", media_type="text/csv"),
    case(
        "a short JSON answer",
        Outcome.OK,
        "https://api.kestrel.example/v1/stations/7",
        '{"id":7,"name":"Quay","level_m":1.82}',
        media_type="application/json",
    ),
    case(
        "a text file",
        Outcome.OK,
        "https://www.kestrel.example/robots-of-the-sea.txt",
        "Chapter 1. The sea is full of machines.",
        media_type="text/plain",
        sibling=HONEST,
    ),
    case("a body cut short", Outcome.TRUNCATED, _ASKED, article("en"), truncated=True),
    case("a body beyond the limit", Outcome.TOO_LARGE, _ASKED, article("en"), too_large=True),
    case("a body that does not decode", Outcome.UNDECODABLE, _ASKED, undecodable=True, body_bytes=100),
    case("404 with a body cut short", Outcome.NOT_FOUND, _ASKED, status=404, truncated=True),
    case("404 with a body that does not decode", Outcome.NOT_FOUND, _ASKED, status=404, undecodable=True),
)

_FAILURES = (
    (Outcome.DNS_NOT_FOUND, "resolve"),
    (Outcome.DNS_ERROR, "resolve"),
    (Outcome.TIMEOUT, "connect"),
    (Outcome.CONNECTION_REFUSED, "connect"),
    (Outcome.CONNECTION_RESET, "headers"),
    (Outcome.TLS_ERROR, "tls"),
    (Outcome.BAD_RESPONSE, "headers"),
    (Outcome.BAD_REDIRECT, "redirect"),
    (Outcome.REDIRECT_LOOP, "redirect"),
    (Outcome.TOO_MANY_REDIRECTS, "redirect"),
    (Outcome.UNSAFE_TARGET, "guard"),
    (Outcome.UNSAFE_REDIRECT, "guard"),
    (Outcome.ROBOTS_DISALLOWED, "robots"),
    (Outcome.ROBOTS_UNREACHABLE, "robots"),
    (Outcome.INVALID_URL, "url"),
    (Outcome.VOIDED, "connect"),
)

FAILURES = (
    *(failed(f"failure: {outcome}", outcome, _ASKED, Failure(outcome, phase)) for outcome, phase in _FAILURES),
    failed("reset inside the body of a 404", Outcome.NOT_FOUND, _ASKED, Failure(Outcome.CONNECTION_RESET, "body"), hops=((_ASKED, 404),)),
    failed(
        "reset inside the body of a 200", Outcome.CONNECTION_RESET, _ASKED, Failure(Outcome.CONNECTION_RESET, "body"), hops=((_ASKED, 200),)
    ),
    failed(
        "time-out after a redirect", Outcome.TIMEOUT, _ASKED, Failure(Outcome.TIMEOUT, "connect"), hops=((_ASKED, 301), (_ASKED + "/", 0))
    ),
)

LIVING = (
    case(
        "a full page with a note for readers without scripts",
        Outcome.OK,
        _ASKED,
        article("en", after="<noscript>Please enable JavaScript to see comments.</noscript>"),
        sibling=SILENT,
    ),
    case(
        "a short page with a note for readers without scripts",
        Outcome.OK,
        "https://www.museum.example/visit/opening-hours",
        html(
            "Opening hours",
            (
                "<h1>Opening hours</h1><p>Tuesday to Sunday, 10 am to 5 pm. Closed on 25 December and on 1 January. Guided "
                "tours start every hour at the main gate. Dogs are welcome in the garden. Last entry is at 4 pm. School "
                "classes should book a week ahead by telephone. Lockers are free.</p><noscript>Please enable "
                "JavaScript.</noscript>"
            ),
            scripts="<script src=a.js></script>",
        ),
        sibling=HONEST,
    ),
    case(
        "an application that renders on the server",
        Outcome.OK,
        _ASKED,
        article("en")
        .replace('<body class="">', '<body><div id="__next">')
        .replace("</body>", "</div><script src=/_next/x.js></script></body>"),
        sibling=SILENT,
    ),
    case(
        "news of maintenance on a bridge",
        Outcome.OK,
        "https://www.kestrel.example/news/bridge-closed-for-scheduled-maintenance",
        article("en", title="Bridge closed for scheduled maintenance", paragraphs=2),
        sibling=SILENT,
    ),
    case(
        "a short notice of maintenance",
        Outcome.OK,
        "https://status.example/notices/8",
        message(
            "Planned maintenance on 12 May | Status", "Planned maintenance on 12 May", "The booking system will be down between 2 and 4 am."
        ),
        sibling=HONEST,
    ),
    case(
        "a frame that holds a short text of its own",
        Outcome.OK,
        "https://www.kestrel.example/corrections/12",
        html("Correction | Kestrel Courier", "<h1>Correction</h1><p>The bridge has 412 hangers, not 421.</p>"),
        sibling=html("Correction | Kestrel Courier", "<h1>Correction</h1><p>Mr Hale was 61, not 16, as we wrote.</p>"),
    ),
    case(
        "a table of one line",
        Outcome.OK,
        "https://www.kestrel.example/data/12",
        html("Level at Quay", "<table><tr><th>m</th></tr><tr><td>1.82</td></tr></table>"),
        sibling=HONEST,
    ),
    case(
        "an article about scripts",
        Outcome.OK,
        "https://blog.kestrel.example/how-to-enable-javascript",
        article("en", title="How to enable JavaScript", before="<p>Sites may say: please enable JavaScript.</p>"),
        sibling=SILENT,
    ),
    case("the text of an article without a frame", Outcome.OK, _ASKED, f"<html><body>{ARTICLES['en'][2]}</body></html>", sibling=SILENT),
)

CASES: tuple[Case, ...] = (*SHELLS, *UPKEEP, *STATUSES, *BODIES, *FAILURES, *LIVING)
