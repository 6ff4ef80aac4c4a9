"""Bot walls by vendor, at whatever status, and pages about them or beside them."""

from app.sources import Outcome
from tests.sources.web import HONEST, SAME, SILENT, Case, article, case, html, message

_ASKED = "https://www.kestrel.example/news/2024/harbour-bridge-reopens"
_BOT = Outcome.BOT_CHALLENGE


def _bare(title: str, body: str, *, head: str = "", lang: str = "en") -> str:
    return f'<!DOCTYPE html><html lang="{lang}"><head><title>{title}</title>{head}</head><body>{body}</body></html>'


_CLOUDFLARE = _bare(
    "Just a moment...",
    '<div class="main-wrapper"><h1>www.kestrel.example</h1><p>Verify you are human by completing the action below.</p></div>'
    '<script>(function(){window._cf_chl_opt={cvId:"3",cZone:"www.kestrel.example"}})();</script>'
    "<noscript>Enable JavaScript and cookies to continue</noscript>",
)
_CLOUDFLARE_BLOCK = _bare(
    "Attention Required! | Cloudflare",
    '<div id="cf-error-details"><h1>Sorry, you have been blocked</h1><h2>You are unable to access kestrel.example</h2>'
    "<p>This website is using a security service to protect itself from online attacks.</p><p>Cloudflare Ray ID: 8a1b2c3d4e5f</p></div>",
)
_AKAMAI = _bare(
    "Access Denied",
    '<h1>Access Denied</h1>You don\'t have permission to access "http://www.kestrel.example/news" on this '
    "server.<p>Reference #18.4c2f1602.1700000000.1a2b3c</p>"
    "<p>https://errors.edgesuite.net/18.4c2f1602.1700000000.1a2b3c</p>",
)
_DATADOME = _bare(
    "kestrel.example",
    '<p id="cmsg">Please enable JS and disable any ad blocker</p><script>var '
    "dd={'rt':'c','cid':'AHrlqAAA','hsh':'1D42C2','t':'bv','host':'geo.captcha-delivery.com'}</script>"
    '<script src="https://ct.captcha-delivery.com/c.js"></script>',
)
_PERIMETERX = _bare(
    "Access to this page has been denied",
    '<div id="px-captcha"></div><p>Press &amp; Hold to confirm you are a human (and not a bot).</p><p>Reference ID 3f1c</p>'
    "<script>window._pxAppId='PXabcdef12';window._pxUuid='3f1c';</script><script src=\"/abcdef12/captcha/captcha.js\"></script>",
)
_IMPERVA = (
    '<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"><meta name="viewport" '
    'content="initial-scale=1.0"></head>'
    '<body style="margin:0px;height:100%"><iframe id="main-iframe" '
    'src="/_Incapsula_Resource?CWUDNSAI=23&xinfo=5-1&incident_id=100-1" frameborder=0 width="100%">'
    "Request unsuccessful. Incapsula incident ID: 100000000000-1</iframe></body></html>"
)
_IMPERVA_SENSOR = (
    '<html><head><META NAME="robots" CONTENT="noindex,nofollow"><script '
    'src="/_Incapsula_Resource?SWJIYLWA=5074a744e2e3d891814e9a2dace20bd4"></script></head><body></body></html>'
)
_KASADA = (
    "<!DOCTYPE html><html><head></head><body><script>window.KPSDK={};KPSDK.now=typeof "
    'performance!=="undefined";KPSDK.start=KPSDK.now();</script>'
    '<script src="/149e9513-01fa-4fb0-aad4-566afd725d1b/2d206a39-8ed7-437e-a3be-862e0f06eea3/ips.js?x=1"></script></body></html>'
)
_AWS = _bare(
    "",
    '<div id="challenge-container"></div><script>AwsWafIntegration.saveReferrer();AwsWafIntegration.checkForceRefresh();</script>'
    "<noscript><h1>JavaScript is disabled</h1>In order to continue, we need to verify that you're not a robot. "
    "This requires JavaScript.</noscript>",
    head=(
        '<script type="text/javascript">window.awsWafCookieDomainList=[];window.gokuProps={"key":"AQ"}</script><script '
        'src="https://1a2b.edge.sdk.awswaf.com/1a2b/challenge.js"></script>'
    ),
)
_VERCEL = _bare(
    "Vercel Security Checkpoint",
    "<p>We're verifying your browser</p><p>Website owner? Click here to fix</p><p>Vercel Security Checkpoint | fra1::170</p>",
)
_ANUBIS = _bare(
    "Making sure you&#39;re not a bot!",
    '<h1 id="title">Making sure you&#39;re not a bot!</h1><img '
    'src="/.within.website/x/cmd/anubis/static/img/pensive.webp"><p id="status">Loading...</p>'
    "<details><summary>Why am I seeing this?</summary><p>You are seeing this because the administrator of this "
    "website has set up Anubis to protect the server against the scourge "
    "of AI companies aggressively scraping websites.</p></details><noscript><p>Sadly, you must enable JavaScript "
    "to get past this challenge.</p></noscript>",
    head=(
        '<script id="anubis_version" type="application/json">"v1.21.0"</script><script id="anubis_challenge" '
        'type="application/json">{"challenge":"1f","rules":{"difficulty":4}}</script>'
    ),
)
_SUCURI = _bare(
    "Sucuri WebSite Firewall - Access Denied",
    (
        "<h1>Access Denied - Sucuri Website Firewall</h1><p>If you are the site owner (or you manage this site), "
        "please whitelist your IP.</p><p>Block ID: GEO02</p>"
    ),
)
_SUCURI_JS = (
    "<html><title>You are being redirected...</title><noscript>Javascript is required. Please enable javascript "
    "before you are allowed to see this page.</noscript><script>var "
    "s={},u,c,U,r,i,l=0,a,e=eval,w=String.fromCharCode,sucuri_cloudproxy_js='',S='cz0i';</script></html>"
)
_HCAPTCHA = _bare(
    "Security check",
    (
        '<h1>One more step</h1><p>Please complete the security check to access this site.</p><div class="h-captcha" '
        'data-sitekey="x"></div><script src="https://js.hcaptcha.com/1/api.js"></script>'
    ),
)
_RECAPTCHA = _bare(
    "Are you a robot?",
    (
        "<h1>Are you a robot?</h1><p>To continue, please confirm that you are not a robot.</p><div "
        'class="g-recaptcha"></div><script src="https://www.google.com/recaptcha/api.js"></script>'
    ),
)
_GOOGLE = _bare(
    "https://www.google.com/search?q=x",
    (
        "<p>Our systems have detected unusual traffic from your computer network. This page checks to see if it's "
        "really you sending the requests, and not a robot.</p>"
    ),
)
_F5 = _bare(
    "Request Rejected", "The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 1234567890"
)
_DDOS_GUARD = _bare(
    "DDoS-Guard",
    '<h1>Checking your browser before accessing kestrel.example</h1><script src="/.well-known/ddos-guard/js-challenge/index.js"></script>',
)
_SHIELD = _bare(
    "Radware Captcha Page",
    (
        "<p>We apologize for the inconvenience, but your activity and behavior on this site made us think that you are "
        "a bot.</p><p>validate.perfdrive.com</p>"
    ),
)
_WORDFENCE = _bare(
    "Your access to this site has been limited by the site owner",
    "<h1>Your access to this service has been limited. (HTTP response code 503)</h1><p>Generated by Wordfence at Mon, 1 Jan 2024</p>",
)

WALLS = (
    case(
        "cloudflare at 403 by header", _BOT, _ASKED, _CLOUDFLARE, status=403, headers={"cf-mitigated": "challenge", "server": "cloudflare"}
    ),
    case("cloudflare at 503 by body", _BOT, _ASKED, _CLOUDFLARE, status=503, headers={"server": "cloudflare"}),
    case("cloudflare at 200 by body", _BOT, _ASKED, _CLOUDFLARE, sibling=SAME),
    case("cloudflare at 404 by header", _BOT, _ASKED, _CLOUDFLARE, status=404, headers={"cf-mitigated": "challenge"}),
    case("cloudflare's block page", _BOT, _ASKED, _CLOUDFLARE_BLOCK, status=403, headers={"server": "cloudflare"}),
    case("cloudflare at 503 with retry-after", _BOT, _ASKED, _CLOUDFLARE, status=503, headers={"retry-after": "5"}),
    case("akamai's denial at 403", _BOT, _ASKED, _AKAMAI, status=403, headers={"server": "AkamaiGHost"}),
    case("akamai's denial at 200", _BOT, _ASKED, _AKAMAI),
    case("datadome at 403", _BOT, _ASKED, _DATADOME, status=403, headers={"x-datadome": "protected", "x-dd-b": "2"}),
    case("datadome at 200", _BOT, _ASKED, _DATADOME, sibling=SAME),
    case("datadome at 405", _BOT, _ASKED, _DATADOME, status=405),
    case("perimeterx at 403", _BOT, _ASKED, _PERIMETERX, status=403),
    case("perimeterx at 200", _BOT, _ASKED, _PERIMETERX),
    case("perimeterx at 429", _BOT, _ASKED, _PERIMETERX, status=429),
    case("imperva's incident page at 200", _BOT, _ASKED, _IMPERVA),
    case("imperva's incident page at 403", _BOT, _ASKED, _IMPERVA, status=403, headers={"x-iinfo": "5-1-0"}),
    case("imperva's sensor and nothing else", _BOT, _ASKED, _IMPERVA_SENSOR),
    case("kasada at 429", _BOT, _ASKED, _KASADA, status=429, headers={"x-kpsdk-ct": "0a1b"}),
    case("kasada at 200", _BOT, _ASKED, _KASADA),
    case("aws waf at 202", _BOT, _ASKED, _AWS, status=202, headers={"x-amzn-waf-action": "challenge"}),
    case("aws waf at 405", _BOT, _ASKED, _AWS, status=405, headers={"x-amzn-waf-action": "captcha"}),
    case("aws waf at 200 by body", _BOT, _ASKED, _AWS),
    case("vercel at 403 by header", _BOT, _ASKED, _VERCEL, status=403, headers={"x-vercel-mitigated": "challenge"}),
    case("vercel at 429 by body", _BOT, _ASKED, _VERCEL, status=429),
    case("anubis at 200", _BOT, _ASKED, _ANUBIS, sibling=SAME),
    case("anubis at 403", _BOT, _ASKED, _ANUBIS, status=403),
    case("sucuri's denial", _BOT, _ASKED, _SUCURI, status=403, headers={"x-sucuri-id": "17005"}),
    case("sucuri's script at 200", _BOT, _ASKED, _SUCURI_JS),
    case("hcaptcha before a page", _BOT, _ASKED, _HCAPTCHA),
    case("recaptcha before a page", _BOT, _ASKED, _RECAPTCHA),
    case("google's sorry page", _BOT, "https://www.google.example/search?q=x", _GOOGLE, status=429),
    case("f5's rejection at 200", _BOT, _ASKED, _F5),
    case("ddos-guard", _BOT, _ASKED, _DDOS_GUARD, status=403),
    case("radware", _BOT, _ASKED, _SHIELD),
    case("wordfence", _BOT, _ASKED, _WORDFENCE, status=503),
    case("999 as a professional network answers", _BOT, "https://network.example/in/someone", "", status=999),
    case(
        "no vendor, title and words, in English",
        _BOT,
        _ASKED,
        _bare("Just a moment", "<p>Checking your browser before accessing the site. Please wait.</p>"),
        sibling=SAME,
    ),
    case(
        "no vendor, in German",
        _BOT,
        _ASKED,
        _bare("Sicherheitsüberprüfung", "<p>Bitte bestätigen Sie, dass Sie ein Mensch sind.</p>", lang="de"),
        sibling=SAME,
    ),
    case(
        "no vendor, in French",
        _BOT,
        _ASKED,
        _bare("Vérification de sécurité", "<p>Veuillez confirmer que vous n'êtes pas un robot.</p>", lang="fr"),
        sibling=SAME,
    ),
    case(
        "no vendor, in Russian", _BOT, _ASKED, _bare("Проверка браузера", "<p>Подтвердите, что вы не робот.</p>", lang="ru"), sibling=SAME
    ),
    case("no vendor, in Chinese", _BOT, _ASKED, _bare("安全验证", "<p>请完成安全验证，确认您不是机器人</p>", lang="zh"), sibling=SAME),
    case(
        "no vendor, in Spanish",
        _BOT,
        _ASKED,
        _bare("Verificación de seguridad", "<p>Comprueba que no eres un robot para seguir.</p>", lang="es"),
        sibling=SAME,
    ),
)

_SENSORS = (
    '<script src="https://client.perimeterx.net/PXabcdef12/main.min.js"></script><script>window._pxAppId="PXabcdef12"</script>'
    '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script><script src="https://js.datadome.co/tags.js"></script>'
)

LIVING = (
    case(
        "a blog post on Cloudflare's wait page",
        Outcome.OK,
        "https://blog.kestrel.example/2024/just-a-moment-how-cloudflare-checks-browsers",
        article(
            "en",
            title="“Just a moment…”: how Cloudflare checks browsers",
            before="<p>Checking your browser, says the page with its _cf_chl_opt.</p>",
            paragraphs=5,
        ),
        headers={"server": "cloudflare", "cf-ray": "8a1b2c3d4e5f-FRA"},
        sibling=SILENT,
    ),
    case(
        "an article served through Cloudflare",
        Outcome.OK,
        _ASKED,
        article("en"),
        headers={"server": "cloudflare", "cf-ray": "1-FRA"},
        sibling=SILENT,
    ),
    case(
        "an article with every sensor on it",
        Outcome.OK,
        _ASKED,
        article("en", head=_SENSORS),
        headers={"x-datadome": "protected", "x-iinfo": "1"},
        sibling=SILENT,
    ),
    case(
        "a short page with a captcha in its contact form",
        Outcome.OK,
        "https://www.museum.example/contact-us",
        html(
            "Contact us | Museum",
            '<h1>Contact us</h1><form><input name="email"><div class="g-recaptcha"></div></form><p>12 Quay Road.</p>',
            head='<script src="https://www.google.com/recaptcha/api.js"></script>',
        ),
        sibling=HONEST,
    ),
    case(
        "a short page with sensors",
        Outcome.OK,
        "https://www.museum.example/visit/opening-hours",
        html("Opening hours | Museum", "<h1>Opening hours</h1><p>Tuesday to Sunday, 10 am to 5 pm.</p>", head=_SENSORS),
        sibling=SILENT,
    ),
    case(
        "a story about captchas",
        Outcome.OK,
        "https://www.kestrel.example/science/88121",
        article(
            "en", title="Are you a robot? A short history of the captcha", before="<p>We all had to prove that we are not a robot.</p>"
        ),
        sibling=HONEST,
    ),
    case(
        "a 404 page that carries a sensor",
        Outcome.NOT_FOUND,
        _ASKED,
        html("Page not found", "<h1>Page not found</h1><p>Sorry.</p>", head=_SENSORS),
        status=404,
    ),
    case(
        "a plain 403",
        Outcome.FORBIDDEN,
        _ASKED,
        _bare("403 Forbidden", "<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>"),
        status=403,
    ),
    case(
        "Apache's 403",
        Outcome.FORBIDDEN,
        _ASKED,
        _bare("403 Forbidden", "<h1>Forbidden</h1><p>You don't have permission to access this resource.</p>"),
        status=403,
    ),
    case("a plain 403 without a body", Outcome.FORBIDDEN, _ASKED, "", status=403),
    case(
        "a plain 429",
        Outcome.RATE_LIMITED,
        _ASKED,
        message("Too many requests", "429", "Slow down."),
        status=429,
        headers={"retry-after": "120"},
    ),
    case(
        "a page that says one moment of silence",
        Outcome.OK,
        "https://www.kestrel.example/news/4471",
        message(
            "One moment of silence for the drowned", "One moment of silence for the drowned", "The town stood still at noon on Friday."
        ),
        sibling=HONEST,
    ),
)

CASES: tuple[Case, ...] = (*WALLS, *LIVING)
