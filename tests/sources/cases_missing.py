"""Soft 404s in many languages, and pages that only sound like them."""

from app.sources import Known, Outcome
from tests.sources import cases_said
from tests.sources.web import ARTICLES, HONEST, SAME, SILENT, article, case, html, message, moved

_ASKED = "https://www.kestrel.example/news/2019/05/harbour-bridge-reopens"

_LONG_LIST = "".join(f'<li><a href="/news/{n}">Council approves plan number {n} for the market square</a></li>' for n in range(60))

DEAD = (
    *cases_said.CASES,
    case(
        "a system's class and one sentence",
        Outcome.SOFT_404,
        _ASKED,
        message("Kestrel Courier", "Hm.", "That page can't be found. Maybe try a search?", body_class="error404"),
        sibling=SAME,
    ),
    case(
        "led to an error page that answers 200",
        Outcome.SOFT_404,
        _ASKED,
        message("Kestrel Courier", "Page not found", "We could not find that page."),
        hops=moved(_ASKED, "https://www.kestrel.example/404.html", code=302),
        sibling=SAME,
    ),
    case(
        "led to an error address without clear words",
        Outcome.SOFT_404,
        _ASKED,
        message("Kestrel Courier", "Oh no", "Something is not where it should be."),
        hops=moved(_ASKED, "https://www.kestrel.example/errors/not-found", code=302),
        sibling=SAME,
    ),
    case(
        "says so above a long list of other stories",
        Outcome.SOFT_404,
        _ASKED,
        html(
            "Page not found | Kestrel", f"<h1>Page not found</h1><p>The page you are looking for does not exist.</p><ul>{_LONG_LIST}</ul>"
        ),
        sibling=SAME,
    ),
    case(
        "says so above stories that change by the minute",
        Outcome.SOFT_404,
        _ASKED,
        html("Page not found | Kestrel", f"<h1>Page not found</h1><p>Try one of these.</p><ul>{_LONG_LIST}</ul>"),
        sibling=html(
            "Page not found | Kestrel", "<h1>Page not found</h1><p>Try one of these.</p><ul><li>Rain is coming to the valley.</li></ul>"
        ),
    ),
    case(
        "echoes the address that was asked",
        Outcome.SOFT_404,
        _ASKED,
        message("Kestrel", "Not found", f"The page {_ASKED} does not exist on this server."),
        sibling=message(
            "Kestrel",
            "Not found",
            "The page https://www.kestrel.example/news/2019/05/qzjxkvwyhpbmftgdrnlscaoei does not exist on this server.",
        ),
    ),
    case(
        "a plain text that says so",
        Outcome.SOFT_404,
        "https://files.kestrel.example/data/2019/table-7.csv",
        "404 page not found",
        media_type="text/plain",
        sibling=SAME,
    ),
    case(
        "a page where a PDF was asked for, the same for a sibling",
        Outcome.SOFT_404,
        "https://www.kestrel.example/reports/annual-report-2018.pdf",
        message("Kestrel reports", "Report not found", "Go to our homepage to find what you need."),
        sibling=SAME,
    ),
    case(
        "shrank to a sentence",
        Outcome.SOFT_404,
        _ASKED,
        message("Kestrel Courier", "Sorry", "This story is no longer available."),
        known=Known(Outcome.OK, "Harbour bridge", ARTICLES["en"][2], 4000),
        sibling=SAME,
    ),
)

_ABOUT = (
    (
        "en",
        "404 Page Not Found: what it means and how to fix it",
        "404-page-not-found-what-it-means",
        "A 404 error means that the page could not be found on the server. ",
    ),
    (
        "de",
        "Fehler 404: Was „Seite nicht gefunden“ bedeutet",
        "fehler-404-seite-nicht-gefunden-bedeutung",
        "Die Meldung besagt, dass die Seite nicht gefunden wurde. ",
    ),
    (
        "fr",
        "Erreur 404 : pourquoi une page est introuvable",
        "erreur-404-page-introuvable-pourquoi",
        "Une erreur 404 signifie que la page n'existe pas. ",
    ),
    (
        "es",
        "Error 404: qué significa página no encontrada",
        "error-404-pagina-no-encontrada-significado",
        "El error indica que la página no existe. ",
    ),
    ("ru", "Ошибка 404: что значит «Страница не найдена»", "oshibka-404-chto-znachit", "Ошибка значит, что страница не найдена. "),
    ("ja", "404エラーとは何か、その原因と対策", "404-error-toha", "404エラーはページが見つかりませんという意味です。"),
    ("zh", "404错误是什么意思？原因与解决办法", "404-cuowu-shi-shenme", "404表示页面不存在。"),
    ("it", "Errore 404: cosa vuol dire pagina non trovata", "errore-404-cosa-vuol-dire", "L'errore dice che la pagina non esiste. "),
    ("pt", "Erro 404: o que significa página não encontrada", "erro-404-o-que-significa", "O erro diz que a página não existe. "),
    ("nl", "Fout 404: wat betekent pagina niet gevonden", "fout-404-wat-betekent", "De melding zegt dat de pagina niet bestaat. "),
    ("pl", "Błąd 404: co oznacza „nie znaleziono strony”", "blad-404-co-oznacza", "Komunikat mówi, że strona nie istnieje. "),
    ("ar", "ما معنى خطأ 404: الصفحة غير موجودة", "khata-404", "يعني الخطأ أن الصفحة غير موجودة. "),
)

LIVING = (
    *(
        case(
            f"an article in {lang}",
            Outcome.OK,
            f"https://www.kestrel.example/{lang}/2024/{ARTICLES[lang][1]}",
            article(lang),
            sibling=SILENT,
        )
        for lang in ARTICLES
    ),
    *(
        case(
            f"an article in {lang} at an address without words",
            Outcome.OK,
            f"https://www.kestrel.example/{lang}/a/{7000 + place}",
            article(lang, paragraphs=1),
            sibling=SILENT,
        )
        for place, lang in enumerate(ARTICLES)
    ),
    *(
        case(
            f"a page about the 404 error in {lang}",
            Outcome.OK,
            f"https://blog.kestrel.example/{slug}",
            article(lang, title=title, before=f"<p>{lead}</p>", paragraphs=5),
            sibling=SILENT,
        )
        for lang, title, slug, lead in _ABOUT
    ),
    *(
        case(
            f"a page about the 404 error in {lang} at an address without words",
            Outcome.OK,
            f"https://blog.kestrel.example/?p={4040 + place}",
            article(lang, title=title, before=f"<p>{lead}</p>", paragraphs=5),
            sibling=HONEST,
        )
        for place, (lang, title, _, lead) in enumerate(_ABOUT)
    ),
    case(
        "a reference page on a status, short and titled by it",
        Outcome.OK,
        "https://developer.kestrel.example/http/status/404",
        message(
            "404 Not Found",
            "404 Not Found",
            "The response code says that the server cannot find the requested resource. Links that lead there are called broken.",
        ),
        sibling=HONEST,
    ),
    case(
        "a work of art called Page Not Found",
        Outcome.OK,
        "https://www.studio.example/works/page-not-found",
        message("Page Not Found | Studio Ilves", "Page Not Found", "Installation, 2015. Paper, thread, lamps. 3 x 4 m."),
        sibling=SILENT,
    ),
    case(
        "a forum thread that quotes an error",
        Outcome.OK,
        "https://forum.kestrel.example/t/broken-link-in-the-manual/8812",
        message(
            "Broken link in the manual - Forum",
            "Broken link in the manual",
            "When I click chapter 3 it says: The page you requested could not be found. Where did it go?",
        ),
        sibling=SILENT,
    ),
    case(
        "a short true page",
        Outcome.OK,
        "https://www.museum.example/visit/opening-hours",
        message("Opening hours", "Opening hours", "Tuesday to Sunday, 10 am to 5 pm. Closed on 25 December."),
        sibling=SILENT,
    ),
    case(
        "a short true page at an address without words",
        Outcome.OK,
        "https://www.museum.example/p/17",
        message("Museum", "Tickets", "Adults 12 euros, children free."),
        sibling=HONEST,
    ),
    case(
        "a short true page whose site cannot be probed",
        Outcome.OK,
        "https://www.museum.example/p/18",
        message("Museum", "Guided tours", "Every Sunday at 11, free with a ticket."),
        sibling=SILENT,
    ),
    case(
        "news of a document that was not found",
        Outcome.OK,
        "https://www.kestrel.example/news/minister-says-document-not-found",
        article("en", title="Missing treaty document not found, minister says", paragraphs=2),
        sibling=SILENT,
    ),
    case(
        "a short brief of a lost file, at a number",
        Outcome.OK,
        "https://www.kestrel.example/brief/90210",
        message(
            "Stolen file not found after raid",
            "Stolen file not found after raid",
            "Police searched four offices on Tuesday. The file on the harbour contract is still missing.",
        ),
        sibling=HONEST,
    ),
    case(
        "a product that is out of stock",
        Outcome.OK,
        "https://shop.example/products/brass-lantern-large",
        message(
            "Brass lantern, large | Shop", "Brass lantern, large", "This product is currently not available. Price: 48 euros. Height 40 cm."
        ),
        sibling=HONEST,
    ),
    case(
        "an obituary called Gone",
        Outcome.OK,
        "https://www.kestrel.example/obituaries/gone-but-not-forgotten",
        article("en", title="Gone but not forgotten", paragraphs=2),
        sibling=SILENT,
    ),
    case(
        "a living page marked noindex",
        Outcome.OK,
        "https://intranet.example/handbook/leave-policy",
        html("Leave policy", f"<h1>Leave policy</h1><p>{ARTICLES['en'][2]}</p>", head='<meta name="robots" content="noindex,nofollow">'),
        sibling=SILENT,
    ),
    case(
        "an article with a box that could not be loaded",
        Outcome.OK,
        "https://www.kestrel.example/news/harbour-bridge-video",
        article("en", after="<div>This video is not available.</div>"),
        sibling=SILENT,
    ),
    case(
        "a catch-all site that gives every address the same full page",
        Outcome.OK,
        "https://one.example/questions/4711/how-do-bridges-hang",
        article("en", title="How do bridges hang?"),
        sibling=SAME,
    ),
    case(
        "an article that got shorter",
        Outcome.OK,
        _ASKED,
        article("en", paragraphs=1),
        known=Known(Outcome.OK, "Harbour bridge", ARTICLES["en"][2] * 4, 1700),
        sibling=SILENT,
    ),
    case(
        "a page that says what it said, whatever its title",
        Outcome.OK,
        "https://www.kestrel.example/x/9",
        message("404", "404", ARTICLES["en"][2]),
        known=Known(Outcome.OK, "404", ARTICLES["en"][2], len(ARTICLES["en"][2])),
        sibling=SILENT,
    ),
)

CASES = (*DEAD, *LIVING)
