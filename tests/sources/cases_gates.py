"""Gates before a page that is there: logins, consent, age, place, law, paywalls; and full pages that merely carry one."""

from app.sources import Outcome
from tests.sources.web import ARTICLES, HONEST, SAME, SILENT, Case, article, case, html, message, moved

_ASKED = "https://www.kestrel.example/news/2024/harbour-bridge-reopens"
_PASSWORD = '<form method="post"><input type="text" name="user"><input type="password" name="password"><button>Go</button></form>'


def _login(title: str, heading: str, text: str = "", *, lang: str = "en") -> str:
    return html(title, f"<h1>{heading}</h1><p>{text}</p>{_PASSWORD}", lang=lang)


LOGINS = (
    *(
        case(f"login page in {lang}", Outcome.LOGIN_REQUIRED, _ASKED, _login(title, heading, text, lang=lang), sibling=SAME)
        for lang, title, heading, text in (
            ("en", "Sign in | Kestrel", "Sign in", "Please sign in to continue."),
            ("en", "Log in", "Welcome back", "You must be logged in to view this page."),
            ("de", "Anmelden – Kestrel", "Anmelden", "Bitte melden Sie sich an, um fortzufahren."),
            ("fr", "Connexion - Kestrel", "Connexion", "Vous devez être connecté pour voir cette page."),
            ("es", "Iniciar sesión", "Iniciar sesión", "Debes iniciar sesión para ver esta página."),
            ("it", "Accedi", "Accedi", "Devi effettuare il login per continuare."),
            ("pt", "Entrar", "Iniciar sessão", "Precisa fazer login para continuar."),
            ("nl", "Inloggen", "Inloggen", "U moet inloggen om deze pagina te bekijken."),
            ("pl", "Zaloguj się", "Logowanie", "Musisz się zalogować, aby kontynuować."),
            ("ru", "Вход", "Вход на сайт", "Необходимо авторизоваться."),
            ("ja", "ログイン", "ログイン", "ご利用にはログインしてください。"),
            ("zh", "用户登录", "登录", "请先登录。"),
            ("ar", "تسجيل الدخول", "تسجيل الدخول", "يجب تسجيل الدخول للمتابعة."),
        )
    ),
    case(
        "led to a login with a way back",
        Outcome.LOGIN_REQUIRED,
        "https://intranet.example/reports/2023/annual",
        _login("Sign in", "Sign in"),
        hops=moved(
            "https://intranet.example/reports/2023/annual", "https://intranet.example/login?next=%2Freports%2F2023%2Fannual", code=302
        ),
        sibling=SAME,
    ),
    case(
        "led to another host's login",
        Outcome.LOGIN_REQUIRED,
        "https://docs.example/d/12345/view",
        message("Sign in - Accounts", "Sign in", "Use your account."),
        hops=moved(
            "https://docs.example/d/12345/view",
            "https://accounts.docs.example/v3/signin?continue=https%3A%2F%2Fdocs.example%2Fd%2F12345",
            code=302,
        ),
        sibling=SAME,
    ),
    case(
        "led to a single sign-on without page facts",
        Outcome.LOGIN_REQUIRED,
        "https://wiki.corp.example/pages/7788",
        _login("Corp SSO", "Corp"),
        hops=moved("https://wiki.corp.example/pages/7788", "https://sso.corp.example/adfs/ls/?SAMLRequest=abc", code=302),
        sibling=SAME,
    ),
    case(
        "members only, with a form",
        Outcome.LOGIN_REQUIRED,
        "https://forum.example/t/991",
        _login("Forum", "Restricted area", "You must be logged in to view this topic."),
        sibling=SAME,
    ),
    case(
        "401 with a challenge",
        Outcome.AUTH_REQUIRED,
        "https://private.example/x",
        "",
        status=401,
        headers={"www-authenticate": "Basic realm=x"},
    ),
    case(
        "too many requests told with a 200",
        Outcome.RATE_LIMITED,
        _ASKED,
        message("Too many requests", "429 Too Many Requests", "Please slow down."),
        sibling=SAME,
    ),
    case("402", Outcome.PAYMENT_REQUIRED, "https://api.example/x", "", status=402),
)

CONSENT = (
    *(
        case(f"consent wall in {lang}", Outcome.CONSENT_WALL, _ASKED, message(title, heading, text, lang=lang, frame=False), sibling=SAME)
        for lang, title, heading, text in (
            ("en", "Before you continue", "Before you continue", "We and our partners use cookies. Accept all or manage your choices."),
            ("en", "We value your privacy", "We value your privacy", "Please accept cookies to continue. Accept all. Reject all."),
            (
                "de",
                "Datenschutzeinstellungen",
                "Mit Werbung weiterlesen",
                "Wir und unsere Partner benötigen Ihre Zustimmung. Alle akzeptieren oder werbefrei lesen.",
            ),
            (
                "fr",
                "Avant de continuer",
                "Votre vie privée",
                "Nous et nos partenaires utilisons des cookies. Tout accepter ou continuer sans accepter.",
            ),
            ("es", "Antes de continuar", "Tu privacidad", "Nosotros y nuestros socios usamos cookies. Aceptar todo. Rechazar todo."),
            ("it", "La tua privacy", "La tua privacy", "Noi e i nostri partner usiamo cookie. Accetta tutti o rifiuta e abbonati."),
            ("nl", "Cookies accepteren", "Voordat je verdergaat", "Wij en onze partners gebruiken cookies. Alles accepteren."),
            (
                "pl",
                "Zanim przejdziesz dalej",
                "Twoja prywatność",
                "My i nasi partnerzy używamy plików cookie. Akceptuję i przechodzę do serwisu.",
            ),
        )
    ),
    case(
        "led to a consent host",
        Outcome.CONSENT_WALL,
        _ASKED,
        message("Kestrel", "Choose", "Accept all"),
        hops=moved(_ASKED, "https://consent.kestrel.example/?back=news", code=302),
        sibling=SAME,
    ),
    case(
        "led to a cookie wall's path",
        Outcome.CONSENT_WALL,
        _ASKED,
        message("Kestrel", "Cookies", "Accept cookies to continue."),
        hops=moved(_ASKED, "https://www.kestrel.example/cookie-wall?return=/news/2024", code=302),
        sibling=SAME,
    ),
)

AGE = (
    *(
        case(
            f"age gate in {lang}",
            Outcome.AGE_GATE,
            "https://www.distillery.example/whisky/cask-12",
            message(title, heading, text, lang=lang, frame=False),
            sibling=SAME,
        )
        for lang, title, heading, text in (
            ("en", "Age verification", "Are you of legal drinking age?", "You must be 21 to enter this site. Yes / No"),
            ("en", "Distillery", "Are you over 18?", "Please enter your date of birth to continue."),
            ("de", "Altersprüfung", "Sind Sie über 18?", "Bitte bestätigen Sie Ihr Alter."),
            ("fr", "Vérification de l'âge", "Avez-vous plus de 18 ans ?", "Veuillez confirmer votre âge. J'ai plus de 18 ans."),
            ("es", "Verificación de edad", "¿Eres mayor de edad?", "Confirma tu edad para entrar."),
            ("it", "Verifica dell'età", "Sei maggiorenne?", "Conferma la tua età per entrare."),
            ("nl", "Leeftijdscontrole", "Ben je 18 jaar of ouder?", "Bevestig je leeftijd."),
            ("ja", "年齢確認", "年齢確認", "あなたは20歳以上ですか？"),
            ("zh", "年龄验证", "年龄验证", "您是否已满18岁？"),
        )
    ),
    case(
        "led to an age gate",
        Outcome.AGE_GATE,
        "https://www.distillery.example/whisky/cask-12",
        message("Distillery", "Welcome", "Come in."),
        hops=moved("https://www.distillery.example/whisky/cask-12", "https://www.distillery.example/age-gate?to=/whisky/cask-12", code=302),
        sibling=SAME,
    ),
)

GEO = (
    *(
        case(f"geo block in {lang}", Outcome.GEO_BLOCKED, _ASKED, message(title, heading, text, lang=lang), sibling=SAME)
        for lang, title, heading, text in (
            (
                "en",
                "Not available in your region",
                "Not available in your region",
                "This content is not available in your country due to rights restrictions.",
            ),
            ("en", "Kestrel", "We're sorry", "Our website is currently unavailable in most European countries due to GDPR."),
            ("de", "Kestrel", "Leider nicht verfügbar", "Dieses Video ist in Ihrem Land nicht verfügbar."),
            ("fr", "Contenu non disponible dans votre pays", "Désolé", "Ce contenu n'est pas disponible dans votre pays."),
            ("es", "Kestrel", "Contenido no disponible en tu país", "Este contenido no está disponible en tu país."),
        )
    ),
    case(
        "geo block at 403",
        Outcome.GEO_BLOCKED,
        _ASKED,
        message("403", "Access denied", "This service is not available in your country."),
        status=403,
    ),
    case(
        "451",
        Outcome.LEGAL,
        _ASKED,
        message(
            "Unavailable",
            "451",
            "Unavailable For Legal Reasons. We recognise you are attempting to access from the European Economic Area.",
        ),
        status=451,
    ),
    case(
        "legal reasons told with a 200",
        Outcome.LEGAL,
        _ASKED,
        message("Unavailable", "Unavailable for legal reasons", "Removed by court order."),
        sibling=SAME,
    ),
)

_FREE = (
    "<script "
    'type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"x","isAccessibleForFree":%s}</script>'
)
_PART = (
    "<script "
    'type="application/ld+json">{"@type":"NewsArticle","hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".paywall"}}</script>'
)

PAYWALLS = (
    case("paywall by structured data", Outcome.PAYWALLED, _ASKED, article("en", paragraphs=2, head=_FREE % "false"), sibling=SILENT),
    case(
        "paywall by structured data in words",
        Outcome.PAYWALLED,
        _ASKED,
        article("en", paragraphs=2, head=_FREE % '"False"'),
        sibling=SILENT,
    ),
    case("paywall by a part's structured data", Outcome.PAYWALLED, _ASKED, article("en", paragraphs=1, head=_PART), sibling=SILENT),
    case(
        "paywall by content tier",
        Outcome.PAYWALLED,
        _ASKED,
        article("en", paragraphs=1, head='<meta property="article:content_tier" content="locked">'),
        sibling=SILENT,
    ),
    *(
        case(
            f"teaser in {lang}",
            Outcome.PAYWALLED,
            f"https://www.kestrel.example/{lang}/{ARTICLES[lang][1]}",
            article(lang, paragraphs=1, after=f"<div class='offer'><p>{text}</p></div>"),
            sibling=SILENT,
        )
        for lang, text in (
            ("en", "Subscribe to continue reading. Already a subscriber? Sign in."),
            ("de", "Dieser Artikel ist nur für Abonnenten. Jetzt weiterlesen mit einem Abo."),
            ("fr", "Cet article est réservé aux abonnés. Il vous reste 80 % à lire. Déjà abonné ?"),
            ("es", "Contenido exclusivo para suscriptores. Suscríbete para seguir leyendo."),
            ("it", "Contenuto riservato agli abbonati. Sei già abbonato?"),
            ("pt", "Conteúdo exclusivo para assinantes. Assine para continuar lendo."),
            ("nl", "Alleen voor abonnees. Neem een abonnement om verder te lezen."),
            ("pl", "Treść tylko dla subskrybentów. Wykup dostęp, aby czytać dalej."),
            ("ru", "Материал доступен только для подписчиков. Оформите подписку, чтобы читать дальше."),
            ("ja", "この記事は有料会員限定です。続きを読むには会員登録が必要です。"),
            ("zh", "本文仅限订阅用户，订阅后阅读全文。"),
            ("ar", "هذا المحتوى للمشتركين فقط. اشترك لمتابعة القراءة."),
        )
    ),
)

_BANNER = (
    '<div id="cookie-banner" role="dialog"><h2>We value your privacy</h2><p>We and our partners use cookies. '
    "Accept all. Reject all.</p></div>"
)

LIVING = (
    case(
        "a full page with a login form in its header",
        Outcome.OK,
        _ASKED,
        article("en").replace("<header>", "<header>" + _PASSWORD),
        sibling=SILENT,
    ),
    case(
        "a login page that was asked for",
        Outcome.LOGIN_REQUIRED,
        "https://www.kestrel.example/login",
        _login("Sign in | Kestrel", "Sign in"),
        sibling=HONEST,
    ),
    case(
        "a help page on signing in",
        Outcome.OK,
        "https://help.example/how-to-sign-in-to-your-account",
        article("en", title="How to sign in to your account"),
        sibling=SILENT,
    ),
    case("a full page with a cookie banner", Outcome.OK, _ASKED, article("en").replace("<header>", _BANNER + "<header>"), sibling=SILENT),
    case(
        "a short page with a cookie banner",
        Outcome.OK,
        "https://www.museum.example/visit/opening-hours",
        message("Opening hours | Museum", "Opening hours", "Tuesday to Sunday, 10 am to 5 pm.").replace("<header>", _BANNER + "<header>"),
        sibling=SILENT,
    ),
    case(
        "a short page with a cookie banner at an address without words",
        Outcome.OK,
        "https://www.museum.example/p/17",
        message("Tickets | Museum", "Tickets", "Adults 12 euros, children free.").replace("<header>", _BANNER + "<header>"),
        sibling=HONEST,
    ),
    case(
        "a cookie policy",
        Outcome.OK,
        "https://www.museum.example/cookie-policy",
        article("en", title="Cookies", before="<p>We and our partners use cookies. You may accept all or reject all.</p>", paragraphs=8),
        sibling=HONEST,
    ),
    case(
        "news of a law on age checks",
        Outcome.OK,
        "https://www.kestrel.example/politics/7012",
        article("en", title="Age verification law passed", before="<p>Sites must ask: are you over 18?</p>"),
        sibling=HONEST,
    ),
    case(
        "a whisky page with its age in the text",
        Outcome.OK,
        "https://www.distillery.example/whisky/cask-12",
        article("en", title="Cask 12", after="<p>You must be 21 to buy our whisky.</p>"),
        sibling=SILENT,
    ),
    case("a full article marked as free", Outcome.OK, _ASKED, article("en", head=_FREE % "true"), sibling=SILENT),
    case(
        "a full article with an offer in its footer",
        Outcome.OK,
        _ASKED,
        article("en", paragraphs=8).replace("<footer>", "<footer><p>Subscribe now to our newsletter. Become a member to support us.</p>"),
        sibling=SILENT,
    ),
    case(
        "an article on paywalls",
        Outcome.OK,
        "https://www.kestrel.example/media/paywalls-and-readers",
        article(
            "en",
            title="Paywalls and readers",
            before="<p>“Subscribe to continue reading” is a sentence few readers love.</p>",
            paragraphs=7,
        ),
        sibling=SILENT,
    ),
    case(
        "an article on geoblocking",
        Outcome.OK,
        "https://www.kestrel.example/tech/9931",
        article(
            "en",
            title="Why films are not available in your country",
            before="<p>This content is not available in your country, says the screen.</p>",
        ),
        sibling=HONEST,
    ),
    case(
        "a page with a date of birth field",
        Outcome.OK,
        "https://www.club.example/membership/join",
        html(
            "Join the club",
            (
                "<h1>Join the club</h1><form><input type=date name=birth></form><p>Enter your name and date of birth. Fees are "
                "40 euros a year.</p>"
            ),
        ),
        sibling=HONEST,
    ),
)

CASES: tuple[Case, ...] = (*LOGINS, *CONSENT, *AGE, *GEO, *PAYWALLS, *LIVING)
