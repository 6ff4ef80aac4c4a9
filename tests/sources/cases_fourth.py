"""The fourth set: short living pages that are named after walls, gates and deaths, at addresses that tell nothing; and what hides well."""

from app.sources import Outcome
from tests.sources.web import HONEST, SAME, Case, article, case, html, message, moved

_HOST = "https://www.kestrel.example"
_NUMBERS = iter(range(44_710, 45_000))
_MISSING = message("Not found", "Not found", "This page does not exist.")
_FRONT = html("Kestrel Courier", "<h1>Today</h1>" + "".join(f"<h2>Story number {n} from the coast</h2>" for n in range(12)))


def _short(title: str, *texts: str, lang: str = "en", site: str = "") -> tuple[Case, ...]:
    """Write a living page of a sentence or two, on an honest site and on one that shows a message for whatever it does not know."""
    body = message(f"{title}{site}", title, *texts, lang=lang)
    address = f"{_HOST}/n/{next(_NUMBERS)}"
    return (
        case(f"{title}, on an honest site", Outcome.OK, address, body, sibling=HONEST),
        case(f"{title}, on a site with a message", Outcome.OK, address, body, sibling=_MISSING),
    )


def _said(name: str, expected: Outcome, title: str, heading: str, *texts: str, lang: str = "en", sibling: str = SAME) -> Case:
    return case(name, expected, f"{_HOST}/n/{next(_NUMBERS)}", message(title, heading, *texts, lang=lang), sibling=sibling)


NAMED_AFTER_A_DEATH = (
    *_short("Gone", "The beach at Merrow lost 40 metres of sand in one night. “It no longer exists,” a resident said."),
    *_short(
        "404 (Not Found)",
        "I looked for you on every page, you were gone from every stage. Four-oh-four, cannot be found.",
        site=" – lyrics",
    ),
    *_short("Wreck not found", "Divers searched 14 square kilometres for nine days. The ship that sank in 1911 could not be found."),
    *_short("Page 404", "... and the whale was gone. Chapter 31 ends here."),
    *_short("Deleted scenes", "Nine minutes were cut from the film of 1974."),
    *_short("Great auk", "The great auk no longer exists. The last two were killed in 1844."),
    *_short("Retraction", "This article has been retracted at the request of the authors, 12 May 2021. Table 2 was wrong."),
    *_short("Recall of lamp 4471", "The product was removed from sale on 3 May. 1,482 pieces are affected."),
    *_short("ISO 1482:1999", "Withdrawn. Replaced by ISO 1482:2009. This standard is not available for sale."),
    *_short(
        "Getting Page not found error",
        "When I click the report link I get page not found. Ubuntu 20.04, Firefox 88.",
        "Same here since Tuesday.",
    ),
    *_short(
        "Fix: page not found after login",
        "Steps: log in, open the dashboard, see error 404. Expected 200. Closed by commit a1b2c3d on 3 May.",
    ),
    *_short(
        "Website suspended after court order",
        "The site of the port agency has been suspended on Monday. A judge in Merrow found 14 false claims.",
    ),
    *_short(
        "Town's domain is for sale",
        "Merrow forgot to renew. The domain name is for sale for 12,000 euros since Friday; the mayor called it blackmail.",
    ),
    *_short("House at the quay is for sale", "Four rooms, 112 square metres, 312,000 euros. Make an offer."),
    *_short(
        "Welcome to nginx: first steps",
        "If you see this page, the nginx web server is successfully installed, a new server says. Now edit line 14.",
    ),
    *_short(
        "Online casino ads reach children",
        "Of 1,200 pupils asked, 312 had seen free spins and welcome bonus offers. A live casino firm declined to comment.",
    ),
    *_short(
        "„Seite nicht gefunden“: Was tun?",
        "Jeder vierte Verweis von 2013 führt heute ins Leere, sagt eine Studie. Drei Handgriffe helfen.",
        lang="de",
    ),
    *_short("“页面不存在”背后：三成网页已消失", "研究人员检查了四万个网址，其中一万五千个已无法打开。图书馆开始保存副本。", lang="zh"),
)

NAMED_AFTER_A_GATE = (
    *_short(
        "Verify you are human: 20 years of captchas",
        "In 2003 a student asked visitors to read bent letters. Today 12 million are solved an hour.",
    ),
    *_short("Are you a robot?", "A play in two acts. Kestrel Theatre, from 14 May, 20:00. Tickets 18 euros."),
    *_short(
        "Access denied", "Disabled passengers could not board 41 of 120 ferries last year, a test shows. Ramps were missing on nine piers."
    ),
    *_short("Login required", "From June the library's 14,000 e-books need a card. Cards cost 12 euros a year, for students nothing."),
    *_short(
        "Your privacy", "A survey of 2,100 people: 61 percent click “accept all”, nine percent read the text. Lawyers filed 422 complaints."
    ),
    *_short(
        "Not available in your country", "Film lovers in Malta see 1,100 titles, in Germany 5,600, a comparison of 28 countries shows."
    ),
    *_short(
        "Age verification law takes effect",
        "From Monday sites must ask “Are you over 18?” and check the answer. Fines reach 18 million pounds.",
    ),
    *_short("Too many requests", "The harbour office got 1,482 requests for berths, four times as many as in 2019. 212 were granted."),
    *_short(
        "Service temporarily unavailable",
        "Line 12 stops from 3 to 9 May. 40 buses replace the ferry. The operator lost 14 percent of its passengers.",
    ),
    *_short(
        "Subscribe to continue reading: paywalls grow",
        "Of 212 papers in six countries, 69 percent now ask for money. The mean price is 14.09 euros a month.",
    ),
)

FREE_TO_READ = (
    case(
        "a meter that lets read",
        Outcome.OK,
        f"{_HOST}/n/1",
        article("en", paragraphs=2, after="<p>You have 3 free articles remaining this month. Subscribe now.</p>"),
    ),
    case(
        "a frame that greets subscribers",
        Outcome.OK,
        f"{_HOST}/n/2",
        article("en", paragraphs=1, after="<aside><p>Subscribe to our newsletter. Already a subscriber? Log in.</p></aside>"),
    ),
)

HIDING = (
    _said("a job that is filled", Outcome.SOFT_404, "Stellenanzeige nicht mehr verfügbar", "Diese Stellenanzeige ist nicht mehr verfügbar",
          "Die Stelle ist bereits besetzt oder die Anzeige abgelaufen.", lang="de"),
    _said("a video that was deleted", Outcome.SOFT_404, "Видео недоступно", "Видео удалено", "Это видео больше не доступно.", lang="ru"),
    _said("a number and one sentence", Outcome.SOFT_404, "404", "404", "页面不存在或已被删除", lang="zh", sibling=HONEST),
    case("home with a word of the error", Outcome.REDIRECT_TO_HOME, f"{_HOST}/reports/harbour-2021", _FRONT,
         hops=moved(f"{_HOST}/reports/harbour-2021", f"{_HOST}/?error=404", code=302)),
    case("a wall for those who have no account", Outcome.LOGIN_REQUIRED, f"{_HOST}/in/anna-quay",
         html("Join Kestrel", "<h1>Sign up to see who you know</h1><form><input name=e><input type=password></form>"),
         hops=moved(f"{_HOST}/in/anna-quay", f"{_HOST}/authwall?trk=x&sessionRedirect=y", code=302)),
    _said("a name that does not name itself", Outcome.PARKED_DOMAIN, "Domain for sale", "This domain is for sale",
          "Make an offer. Buy this domain."),
    _said("a notice of the law", Outcome.LEGAL, "Kestrel", "Unavailable for legal reasons",
          "This page was removed in response to a legal demand."),
)  # fmt: skip

CASES: tuple[Case, ...] = (*NAMED_AFTER_A_DEATH, *NAMED_AFTER_A_GATE, *FREE_TO_READ, *HIDING)
