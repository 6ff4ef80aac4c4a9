"""The second set: gates, upkeep and names that changed hands, in other words and layouts."""

from app.sources import Outcome
from tests.sources.layouts import ADDRESSES, LAYOUTS
from tests.sources.web import SAME, Case, case

_Row = tuple[str, str, str, str]
# Outcome, layouts, and rows of language, title, heading, text.
_TABLES: tuple[tuple[Outcome, tuple[int, ...], tuple[_Row, ...]], ...] = (
    (
        Outcome.MAINTENANCE,
        (
            0,
            1,
            2,
            3,
        ),
        (
            (
                "en",
                "We'll be right back",
                "We'll be right back",
                "Our site is undergoing some planned maintenance. Thank you for your patience.",
            ),
            ("en", "Kestrel", "Sorry, we're down for maintenance", "We expect to be back online at 6 pm."),
            ("en", "Service unavailable", "The service is temporarily unavailable", "Please try again later."),
            ("en", "Briefly unavailable", "Maintenance", "Briefly unavailable for scheduled maintenance. Check back in a minute."),
            (
                "de",
                "Wartungsmodus",
                "Wir sind gleich wieder da",
                "Unsere Website wird gerade überarbeitet. Bitte versuchen Sie es später noch einmal.",
            ),
            ("de", "Zeitung", "Aufgrund von Wartungsarbeiten ist die Seite vorübergehend nicht erreichbar", "Wir bitten um Verständnis."),
            ("fr", "Maintenance", "Notre site est en maintenance", "Merci de revenir plus tard."),
            ("fr", "Indisponible", "Service temporairement indisponible", "Veuillez réessayer dans quelques minutes."),
            ("es", "Mantenimiento", "Estamos en mantenimiento", "Disculpe las molestias, volveremos pronto."),
            ("it", "Manutenzione", "Stiamo effettuando una manutenzione programmata", "Torneremo online al più presto."),
            ("pt", "Manutenção", "Estamos em manutenção", "Voltaremos em breve. Pedimos desculpa pelo incómodo."),
            ("nl", "Onderhoud", "Onze website is tijdelijk niet bereikbaar wegens onderhoud", "Probeer het later opnieuw."),
            ("pl", "Przerwa techniczna", "Trwa przerwa techniczna", "Serwis jest chwilowo niedostępny. Zapraszamy wkrótce."),
            ("ru", "Профилактика", "На сайте проводятся технические работы", "Приносим извинения за неудобства. Зайдите позже."),
            ("ja", "メンテナンス", "システムメンテナンスのお知らせ", "現在メンテナンス中のため、サービスをご利用いただけません。"),
            ("zh", "维护", "系统升级维护中", "网站正在升级维护，请稍后访问。"),
            ("ar", "صيانة", "الموقع تحت الصيانة حاليا", "نعتذر عن الإزعاج، سنعود قريبا."),
        ),
    ),
    (
        Outcome.CONSENT_WALL,
        (
            0,
            2,
        ),
        (
            (
                "en",
                "Kestrel - Privacy",
                "We value your privacy",
                "We and our 842 partners store and access information on your device. Accept all Reject all Manage settings",
            ),
            ("en", "Cookie consent", "Cookie consent required", "To read this page you have to accept cookies. Accept all cookies"),
            (
                "de",
                "Zustimmung | Zeitung",
                "Willkommen bei der Zeitung",
                "Mit Werbung weiterlesen oder Pur-Abo: werbefrei lesen. Zustimmen und weiter",
            ),
            (
                "de",
                "Datenschutz",
                "Wir brauchen Ihre Einwilligung",
                "Um fortzufahren, stimmen Sie der Nutzung von Cookies zu. Alle akzeptieren. Alle ablehnen.",
            ),
            (
                "fr",
                "Consentement",
                "Le respect de votre vie privée est notre priorité",
                "Nous et nos partenaires stockons des cookies. Accepter et fermer. Continuer sans accepter",
            ),
            (
                "es",
                "Tu privacidad es importante",
                "Tu privacidad es importante",
                "Nosotros y nuestros socios almacenamos cookies. Aceptar y continuar",
            ),
            (
                "it",
                "Informativa",
                "La tua privacy è importante per noi",
                "Noi e i nostri partner utilizziamo cookie. Accetta e continua o abbonati.",
            ),
            ("nl", "Cookiemuur", "Uw privacy", "Wij en onze partners plaatsen cookies. Akkoord en doorgaan."),
        ),
    ),
    (
        Outcome.AGE_GATE,
        (
            0,
            2,
        ),
        (
            ("en", "Age check", "Are you 18 or older?", "You must be at least 18 years of age to enter. Yes No"),
            ("en", "Brewery", "Welcome", "Please enter your date of birth. You must be of legal drinking age."),
            ("en", "Adults only", "This site contains adult content", "I am 18 or older - Enter. Leave"),
            ("de", "Altersabfrage", "Bist du mindestens 16 Jahre alt?", "Ja, ich bin über 16. Gib dein Geburtsdatum ein."),
            (
                "fr",
                "Avez-vous l'âge légal ?",
                "Êtes-vous majeur ?",
                "Vous devez avoir plus de 18 ans pour accéder à ce site. Votre date de naissance",
            ),
            ("es", "¿Eres mayor de edad?", "¿Eres mayor de 18 años?", "Sí, soy mayor de edad. No."),
            ("it", "Hai più di 18 anni?", "Hai più di 18 anni?", "Sì, sono maggiorenne. No."),
            ("nl", "Ben je 18 jaar of ouder?", "Leeftijdscontrole", "Ja, ik ben 18 jaar of ouder"),
            ("ru", "Вам есть 18 лет?", "Вам уже есть 18?", "Да, мне есть 18. Нет."),
        ),
    ),
    (
        Outcome.GEO_BLOCKED,
        (
            0,
            2,
        ),
        (
            ("en", "Unavailable", "This content is not available in your region", "Sorry for the inconvenience."),
            ("en", "Sorry", "Sorry, this video isn't available in your country", "Rights restrictions apply."),
            (
                "en",
                "Tribune",
                "Unfortunately, our website is currently unavailable in most European countries",
                (
                    "We are engaged on the issue and committed to looking at options that support our full range of digital "
                    "offerings to the EU market."
                ),
            ),
            ("de", "Nicht verfügbar", "Dieser Inhalt ist in Ihrem Land nicht verfügbar", "Aus rechtlichen Gründen."),
            ("fr", "Indisponible", "Cette vidéo n'est pas disponible dans votre pays", "Droits de diffusion."),
            ("es", "No disponible", "Este contenido no está disponible en su país", "Por derechos de emisión."),
            ("ja", "ご利用いただけません", "お住まいの地域ではご利用いただけません", "権利上の理由により。"),
        ),
    ),
    (
        Outcome.PARKED_DOMAIN,
        (
            0,
            2,
        ),
        (
            ("en", "s1.example - For sale", "s1.example is for sale!", "Get this domain. Lease to own or buy now. 24 monthly payments."),
            ("en", "Domain for sale", "The domain name s2.example is available for purchase", "Contact the domain broker for a price."),
            ("en", "Parked", "This domain is parked free, courtesy of a registrar", "Would you like to buy this domain?"),
            (
                "en",
                "s4.example",
                "Welcome to s4.example",
                "This domain is parked. Sponsored listings: Loans, Insurance, Hotels. Related searches",
            ),
            ("de", "Domain zu verkaufen", "Die Domain s5.example steht zum Verkauf", "Jetzt diese Domain kaufen oder Angebot abgeben."),
            ("fr", "Domaine à vendre", "Le domaine s6.example est à vendre", "Acheter ce domaine au meilleur prix."),
            ("es", "Dominio en venta", "El dominio s7.example está en venta", "Comprar este dominio."),
            ("ru", "Продажа домена", "Домен s8.example продается", "Купить домен можно на аукционе."),
            ("zh", "域名出售", "您正在访问的域名正在出售", "此域名可以转让，有意请联系。"),
            ("ja", "ドメイン販売", "このドメインは売り出し中です", "購入をご希望の方はこちら。ドメインを購入"),
        ),
    ),
    (
        Outcome.SUSPENDED,
        (
            0,
            2,
        ),
        (
            (
                "en",
                "Account Suspended",
                "This account has been suspended",
                "Either the domain has been overused, or the reseller ran out of resources.",
            ),
            (
                "en",
                "Website Suspended",
                "Website suspended",
                "This website has been suspended for violation of our terms of service. Contact your hosting provider.",
            ),
            (
                "en",
                "Contact Support",
                "This site is temporarily suspended",
                "The hosting account has been suspended. Please contact the billing department.",
            ),
            (
                "de",
                "Gesperrt",
                "Diese Website wurde gesperrt",
                "Der Webspace wurde vom Provider deaktiviert. Wenden Sie sich an Ihren Hosting-Provider.",
            ),
            ("fr", "Compte suspendu", "Ce compte d'hébergement a été suspendu", "Veuillez contacter votre hébergeur."),
            ("es", "Sitio suspendido", "Este sitio ha sido suspendido", "Contacte con su proveedor de hosting por falta de pago."),
            ("ru", "Хостинг", "Сайт временно отключен", "Работа сайта приостановлена за неуплату. Обратитесь к хостинг-провайдеру."),
        ),
    ),
    (
        Outcome.HIJACKED,
        (
            0,
            1,
            2,
        ),
        (
            (
                "en",
                "Online Casino Reviews - Free Spins & Welcome Bonus",
                "Top online casinos",
                "Claim your no deposit bonus and play live casino games today. Slots, roulette, blackjack.",
            ),
            (
                "en",
                "Buy Cialis and Viagra - Canadian Pharmacy",
                "Cheap pills",
                "Generic viagra, generic cialis, no prescription. Online pharmacy discount.",
            ),
            (
                "id",
                "Slot Gacor 2024: Link Alternatif Situs Judi Online",
                "Slot Gacor Hari Ini",
                "Situs slot dengan RTP live, maxwin, deposit pulsa.",
            ),
            ("en", "Escort service and sex cams", "Hot girls", "Free porn, xxx videos, sex cams live."),
            (
                "de",
                "Online Casino Bonus ohne Einzahlung - Freispiele",
                "Die besten Spielautomaten online",
                "Freispiele sichern, online casino testen, Bonus ohne Einzahlung.",
            ),
            ("es", "Casino online - apuestas online y tragaperras", "Mejor casino online", "Giros gratis y apuestas online con bono."),
            ("ru", "Вавада казино онлайн - официальный сайт", "Онлайн казино Vavada", "Игровые автоматы, фриспины и бездепозитный бонус."),
            ("pt", "Cassino online - apostas online", "Melhor cassino online", "Rodadas grátis e apostas online."),
        ),
    ),
)


def _address(place: int, number: int) -> str:
    return ADDRESSES[place % 4].format(n=number)


CASES: tuple[Case, ...] = tuple(
    case(
        f"{outcome} in {lang}: {title} / {heading}, layout {place}",
        outcome,
        _address(n + place, n),
        LAYOUTS[place](lang, title, heading, text),
        sibling=SAME,
    )
    for outcome, places, rows in _TABLES
    for n, (lang, title, heading, text) in enumerate(rows)
    for place in places
)
