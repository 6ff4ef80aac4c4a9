"""Names that changed hands, hosters' pages, servers without pages; and pages about all that."""

from app.sources import Known, Outcome
from tests.sources.web import ARTICLES, HONEST, SAME, SILENT, Case, article, case, html, message, moved

_ASKED = "http://old-harbour-society.example/2014/report-on-water-quality"
_ROOT = "http://old-harbour-society.example/"
_NAME = "old-harbour-society.example"


def _bare(title: str, body: str, *, head: str = "", lang: str = "en") -> str:
    return f'<html lang="{lang}"><head><title>{title}</title>{head}</head><body>{body}</body></html>'


PARKED = (
    *(
        case(
            f"for sale in {lang}", Outcome.PARKED_DOMAIN, _ASKED, _bare(title, f"<h1>{heading}</h1><p>{text}</p>", lang=lang), sibling=SAME
        )
        for lang, title, heading, text in (
            (
                "en",
                f"{_NAME} is for sale",
                "This domain is for sale",
                f"The domain {_NAME} is for sale. Make an offer or buy this domain now.",
            ),
            (
                "en",
                _NAME,
                "Buy this domain",
                "This domain may be for sale! Inquire about this domain. Related searches: Water Filters, Harbour Tours",
            ),
            (
                "en",
                "Domain expired",
                "This domain has expired",
                "The domain registration has expired. If you are the owner, renew your domain.",
            ),
            (
                "de",
                f"{_NAME} steht zum Verkauf",
                "Diese Domain steht zum Verkauf",
                "Der Inhaber dieser Domain parkt diese beim Domain-Parking-Programm. Diese Domain kaufen.",
            ),
            (
                "fr",
                "Ce nom de domaine est à vendre",
                "Nom de domaine à vendre",
                "Ce nom de domaine est à vendre. Faire une offre au propriétaire du domaine.",
            ),
            (
                "es",
                "Este dominio está en venta",
                "Dominio en venta",
                "Este dominio está en venta. Comprar este dominio o hacer una oferta.",
            ),
            ("it", "Questo dominio è in vendita", "Dominio in vendita", "Questo dominio è in vendita. Fai un'offerta."),
            ("pt", "Este domínio está à venda", "Domínio à venda", "Este domínio está à venda. Compre este domínio."),
            ("nl", "Deze domeinnaam is te koop", "Domeinnaam te koop", "Deze domeinnaam is te koop. Doe een bod."),
            ("pl", "Domena na sprzedaż", "Ta domena jest na sprzedaż", "Kup tę domenę. Złóż ofertę właścicielowi domeny."),
            ("ru", "Домен продаётся", "Этот домен продается", "Купить этот домен. Владелец домена выставил его на продажу."),
            ("ja", "このドメインは販売中です", "ドメイン販売", "このドメインは販売中です。ドメインを購入するにはお問い合わせください。"),
            ("zh", "域名出售", "此域名出售", "该域名正在出售，欢迎联系购买此域名。"),
            ("ar", "هذا النطاق للبيع", "النطاق للبيع", "هذا النطاق معروض للبيع. شراء هذا النطاق."),
        )
    ),
    case(
        "parking script and related searches",
        Outcome.PARKED_DOMAIN,
        _ASKED,
        _bare(
            _NAME,
            "<p>Related searches</p><p>Sponsored listings</p><p>This domain is for sale</p>",
            head='<script src="https://www.google.com/adsense/domains/caf.js"></script>',
        ),
        sibling=SAME,
    ),
    case(
        "sedo's frame",
        Outcome.PARKED_DOMAIN,
        _ASKED,
        _bare(
            _NAME,
            "<p>The domain owner maintains this page with sponsored listings. Buy this domain</p>",
            head='<script src="//img.sedoparking.com/js/x.js"></script>',
        ),
        sibling=SAME,
    ),
    case(
        "a lander that scripts lead to",
        Outcome.PARKED_DOMAIN,
        _ASKED,
        '<!DOCTYPE html><html><head><script>window.onload=function(){window.location.href="/lander"}</script></head></html>',
        sibling=SAME,
    ),
    case(
        "led to a parking firm",
        Outcome.PARKED_DOMAIN,
        _ASKED,
        _bare("Domain profile", "<h1>Own it today</h1>"),
        hops=moved(_ASKED, "https://www.hugedomains.com/domain_profile.cfm?d=old-harbour-society.example", code=302),
    ),
    case(
        "led over ww25 with a parking query",
        Outcome.PARKED_DOMAIN,
        _ASKED,
        _bare(_NAME, "<p>Related searches: harbour, water. This domain may be for sale.</p>"),
        hops=moved(_ASKED, f"http://ww25.{_NAME}/2014/report-on-water-quality?subid1=20240101-1200", code=302),
        sibling=SAME,
    ),
    case(
        "led to dan.com",
        Outcome.PARKED_DOMAIN,
        _ASKED,
        _bare("x", "<p>y</p>"),
        hops=moved(_ASKED, f"https://dan.com/buy-domain/{_NAME}", code=302),
    ),
    case(
        "parked at its root",
        Outcome.PARKED_DOMAIN,
        _ROOT,
        _bare(f"{_NAME} is for sale", "<h1>This domain is for sale</h1><p>Buy this domain. Make an offer.</p>"),
    ),
)

SUSPENDED = (
    *(
        case(f"suspended in {lang}", Outcome.SUSPENDED, _ASKED, _bare(title, f"<h1>{heading}</h1><p>{text}</p>", lang=lang), sibling=SAME)
        for lang, title, heading, text in (
            (
                "en",
                "Account Suspended",
                "Account Suspended",
                "This Account has been suspended. Contact your hosting provider for more information.",
            ),
            ("en", "Site suspended", "This site has been suspended", "The website is suspended. Please contact the billing department."),
            ("de", "Webseite gesperrt", "Diese Webseite wurde gesperrt", "Wenden Sie sich an Ihren Hoster."),
            ("fr", "Site suspendu", "Ce site a été suspendu", "Contactez votre hébergeur."),
            ("es", "Cuenta suspendida", "Cuenta suspendida", "Esta cuenta ha sido suspendida. Contacte con su proveedor de hosting."),
            ("it", "Sito sospeso", "Sito sospeso", "Questo sito è stato sospeso. Contatta il tuo provider."),
            ("pt", "Conta suspensa", "Conta suspensa", "Esta conta foi suspensa. Entre em contato com o provedor de hospedagem."),
            ("ru", "Сайт заблокирован", "Сайт заблокирован", "Аккаунт заблокирован хостингом за неуплату."),
            ("zh", "网站已暂停", "网站已暂停", "该网站已被暂停，请联系您的主机商。"),
        )
    ),
    case(
        "led to the suspended page of a control panel",
        Outcome.SUSPENDED,
        _ASKED,
        _bare("Account Suspended", "<h1>Account Suspended</h1>"),
        hops=moved(_ASKED, f"http://{_NAME}/cgi-sys/suspendedpage.cgi", code=302),
    ),
    case(
        "suspended at 403",
        Outcome.SUSPENDED,
        _ASKED,
        _bare("Account Suspended", "<h1>Account Suspended</h1><p>This account has been suspended.</p>"),
        status=403,
    ),
)

HIJACKED = (
    *(
        case(f"hijacked in {lang}", Outcome.HIJACKED, _ASKED, message(title, title, text, text, lang=lang), sibling=SAME)
        for lang, title, text in (
            (
                "id",
                "Situs Judi Slot Online Gacor Terpercaya 2024",
                "Daftar slot gacor hari ini dengan RTP live tertinggi. Bandar togel dan judi bola resmi, deposit pulsa tanpa potongan.",
            ),
            (
                "en",
                "Best Online Casino Bonuses 2024 - Free Spins No Deposit Bonus",
                "Play slots and live casino games with a welcome bonus and free spins at the best online casinos.",
            ),
            (
                "en",
                "Buy Viagra Online - Cheap Generic Cialis",
                "Canadian pharmacy. Buy viagra without prescription, cheap pills, fast delivery.",
            ),
            (
                "tr",
                "Deneme Bonusu Veren Bahis Siteleri - Güncel Giriş",
                "Casino siteleri ve canlı bahis. Bonus veren siteler listesi, yeni giriş adresi.",
            ),
            ("ru", "Онлайн казино Вулкан - игровые автоматы", "Казино онлайн, бездепозитный бонус и фриспины. Ставки на спорт."),
            ("vi", "Nhà cái uy tín - Soi kèo bóng đá, casino trực tuyến", "Nổ hũ, tài xỉu, bắn cá. Kèo nhà cái hôm nay."),
            ("zh", "澳门赌场官网 - 真人娱乐 百家乐", "博彩公司 体育投注 老虎机 娱乐城 注册送彩金"),
        )
    ),
    case(
        "led to a casino elsewhere",
        Outcome.HIJACKED,
        _ASKED,
        message("Lucky Star online casino", "Welcome bonus", "Play live casino and get free spins."),
        hops=moved(_ASKED, "https://luckystarcasino.example/welcome", code=302),
        sibling=SAME,
    ),
    case(
        "another trade than we knew",
        Outcome.HIJACKED,
        _ASKED,
        message("Slots", "Slot machines online", "Online casino with free spins for everybody.", "Sports betting too."),
        known=Known(Outcome.OK, "Water quality", ARTICLES["en"][2], 1200),
        sibling=SAME,
    ),
)

SERVERS = (
    case(
        "nginx's first page for a deep link",
        Outcome.EMPTY_SHELL,
        _ASKED,
        _bare(
            "Welcome to nginx!",
            (
                "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and "
                "working. Further configuration is required.</p>"
            ),
        ),
        sibling=SAME,
    ),
    case(
        "Apache's first page for a deep link",
        Outcome.EMPTY_SHELL,
        _ASKED,
        _bare(
            "Apache2 Ubuntu Default Page: It works",
            (
                "<h1>Apache2 Default Page</h1><p>This is the default welcome page used to test the correct operation of the "
                "Apache2 server after installation.</p>"
            ),
        ),
        sibling=SAME,
    ),
    case(
        "IIS's first page for a deep link",
        Outcome.EMPTY_SHELL,
        _ASKED,
        _bare(
            "IIS Windows Server",
            '<a href="http://go.microsoft.example/"><img src="iisstart.png" alt="IIS"></a><p>Internet Information Services</p>',
        ),
        sibling=SAME,
    ),
    case(
        "nginx's first page at a root",
        Outcome.MAINTENANCE,
        _ROOT,
        _bare(
            "Welcome to nginx!", "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed.</p>"
        ),
    ),
)

LIVING = (
    case(
        "a paper on domain parking",
        Outcome.OK,
        "https://papers.example/abs/2101.00042",
        message(
            "Domain parking: a study of ten million names | Papers",
            "Domain parking: a study of ten million names",
            "We crawl 10 million domain names and find that 31 % are parked. Pages say “this domain is for sale” in 14 languages. " * 4,
        ),
        sibling=HONEST,
    ),
    case(
        "a house that is for sale",
        Outcome.OK,
        "https://homes.example/listing/88231",
        message(
            "3-bedroom house is for sale, Quay Road 12 | Homes",
            "3-bedroom house is for sale",
            "Price: 340,000 pounds. Make an offer. Related searches: houses with garden.",
        ),
        sibling=HONEST,
    ),
    case(
        "a price page",
        Outcome.OK,
        "https://shop.example/boats/dinghy-12",
        message("Dinghy 12 | Boats", "Dinghy 12", "For sale. 2,400 euros. Buy now."),
        sibling=HONEST,
    ),
    case(
        "a registrar's page on selling a name",
        Outcome.OK,
        "https://help.registrar.example/how-to-sell-a-domain-name",
        article(
            "en",
            title="How to sell a domain name",
            before="<p>List your domain name for sale. Buyers can make an offer on this domain.</p>",
            paragraphs=2,
        ),
        sibling=SILENT,
    ),
    case(
        "news of online casinos",
        Outcome.OK,
        "https://www.kestrel.example/business/online-casinos-face-tougher-rules",
        article(
            "en",
            title="Online casinos face tougher rules on free spins",
            before="<p>Sports betting and slot machines online grew by 12 %.</p>",
        ),
        sibling=SILENT,
    ),
    case(
        "news of online casinos at a number",
        Outcome.OK,
        "https://www.kestrel.example/a/55123",
        article("en", title="Online casinos face tougher rules", before="<p>Sports betting and slot machines online grew by 12 %.</p>"),
        sibling=SILENT,
    ),
    case(
        "a casino's own page",
        Outcome.OK,
        "https://www.grandcasino.example/games/blackjack",
        message("Online casino games - live casino and free spins", "Blackjack", "Play live casino. Welcome bonus."),
        sibling=HONEST,
    ),
    case(
        "a study of gambling harm",
        Outcome.OK,
        "https://journal.example/article/S0140-6736",
        article(
            "en",
            title="Gambling harm and online slot machines: a cohort study",
            head='<script type="application/ld+json">{"@type":"ScholarlyArticle","headline":"Gambling harm"}</script>',
            paragraphs=3,
        ),
        sibling=SILENT,
    ),
    case(
        "news of a suspended account",
        Outcome.OK,
        "https://www.kestrel.example/tech/minister-account-suspended",
        article("en", title="Minister's account suspended", before="<p>The account has been suspended for a week.</p>", paragraphs=2),
        sibling=SILENT,
    ),
    case(
        "a manual on nginx's first page",
        Outcome.OK,
        "https://docs.example/guides/welcome-to-nginx-page",
        article(
            "en",
            title="Why do I see “Welcome to nginx!”?",
            before="<p>If you see this page, the nginx web server is successfully installed.</p>",
            paragraphs=3,
        ),
        sibling=SILENT,
    ),
    case(
        "a directory listing",
        Outcome.OK,
        "https://files.example/pub/data/",
        _bare(
            "Index of /pub/data/",
            '<h1>Index of /pub/data/</h1><pre><a href="../">../</a> <a href="table-1.csv">table-1.csv</a> 01-Jan-2020 10:00 48213</pre>',
        ),
        sibling=HONEST,
    ),
    case(
        "a page about a mill that is for sale, in German",
        Outcome.OK,
        "https://zeitung.example/lokales/alte-muehle",
        article("de", title="Alte Mühle steht zum Verkauf", before="<p>Die Mühle steht zum Verkauf.</p>", paragraphs=2),
        sibling=SILENT,
    ),
    case(
        "an apex move",
        Outcome.REDIRECTED,
        "http://old-harbour.example/2014/report-on-water-quality",
        article("en", title="Report on water quality"),
        hops=moved("http://old-harbour.example/2014/report-on-water-quality", "https://newharbour.example/2014/report-on-water-quality"),
        sibling=SAME,
    ),
    case(
        "a page of an auction house on names",
        Outcome.OK,
        "https://dan.com/blog/how-to-price-a-name",
        article("en", title="How to price a name"),
        sibling=SILENT,
    ),
    case(
        "a short link that leads to a front page",
        Outcome.REDIRECTED,
        "https://bit.ly/3xYzAbC",
        html("Kestrel Courier", "<h1>Today</h1>" + "<p>Council approves plan. Bridge reopens. Rain expected.</p>" * 30),
        hops=moved("https://bit.ly/3xYzAbC", "https://www.kestrel.example/"),
        sibling=SAME,
    ),
)

CASES: tuple[Case, ...] = (*PARKED, *SUSPENDED, *HIJACKED, *SERVERS, *LIVING)
