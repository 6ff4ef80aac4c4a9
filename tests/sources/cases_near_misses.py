"""Near misses of every family: living pages that look like a wall, a gate or a missing page."""

from app.sources import Outcome
from tests.sources.web import HONEST, SILENT, Case, article, case, html, message

_BANNER = '<div class="cmp"><h2>Before you continue</h2><p>We and our partners use cookies.</p><button>Accept all</button></div>'

CASES: tuple[Case, ...] = (
    case(
        "twin paywall json true",
        Outcome.OK,
        "http://case-1.web.example:8081/articles/2021/1-a-study-of-rivers",
        article("en", head='<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":true}</script>'),
        sibling=SILENT,
    ),
    case(
        "twin consent banner before",
        Outcome.OK,
        "http://case-2.web.example:8081/articles/2021/2-a-study-of-rivers",
        article("en").replace("<header>", _BANNER + "<header>").split(">", 1)[1],
        sibling=SILENT,
    ),
    case(
        "twin login sidebar",
        Outcome.OK,
        "http://case-3.web.example:8081/articles/2021/3-a-study-of-rivers",
        article("en", after="<aside><h3>Log in</h3><form><input name=u><input type=password name=p></form></aside>"),
        sibling=SILENT,
    ),
    case(
        "twin comments login",
        Outcome.OK,
        "http://case-4.web.example:8081/articles/2021/4-a-study-of-rivers",
        article("en", after="<p>You must be logged in to post a comment.</p>"),
        sibling=SILENT,
    ),
    case(
        "twin short + comments login",
        Outcome.OK,
        "http://case-5.web.example:8081/articles/2021/5-a-study-of-rivers",
        message("River levels", "River levels", "The river stood at 2.14 m on Monday.", "You must be logged in to post a comment."),
        sibling=HONEST,
    ),
    case(
        "twin subscribe newsletter short",
        Outcome.OK,
        "http://case-6.web.example:8081/articles/2021/6-a-study-of-rivers",
        message(
            "River levels",
            "River levels",
            (
                "The river stood at 2.14 m on Monday, up from 1.98 m a week ago, the agency said in a note that listed nine "
                "stations along the lower valley. Two of them were flooded."
            ),
            "Subscribe now to our newsletter.",
        ),
        sibling=HONEST,
    ),
    case(
        "twin js notice in page",
        Outcome.OK,
        "http://case-7.web.example:8081/articles/2021/7-a-study-of-rivers",
        article("en", before="<noscript>Please enable JavaScript</noscript>"),
        sibling=SILENT,
    ),
    case(
        "twin captcha article",
        Outcome.OK,
        "http://case-8.web.example:8081/articles/2021/8-a-study-of-rivers",
        article("en", title="Verify you are human: the captcha at 20"),
        sibling=SILENT,
    ),
    case(
        "twin security check article short",
        Outcome.OK,
        "http://case-9.web.example:8081/articles/2021/9-a-study-of-rivers",
        message("Security check at the port", "Security check at the port", "Lorries wait 4 hours. The queue is 3 km long, drivers say."),
        sibling=HONEST,
    ),
    case(
        "twin access denied article short",
        Outcome.OK,
        "http://case-10.web.example:8081/articles/2021/10-a-study-of-rivers",
        message("Access denied to reporters", "Access denied to reporters", "Twelve reporters were turned away on Friday at the gate."),
        sibling=HONEST,
    ),
    case(
        "twin domain news",
        Outcome.OK,
        "http://case-11.web.example:8081/articles/2021/11-a-study-of-rivers",
        article("en", title="Domain name for sale at 2 million"),
        sibling=SILENT,
    ),
    case(
        "twin suspended news short",
        Outcome.OK,
        "http://case-12.web.example:8081/articles/2021/12-a-study-of-rivers",
        message(
            "Ferry service suspended",
            "Ferry service suspended",
            "Service has been suspended until Monday because of storm. Passengers get refunds of 100 %.",
        ),
        sibling=HONEST,
    ),
    case(
        "twin site suspended news short",
        Outcome.OK,
        "http://case-13.web.example:8081/articles/2021/13-a-study-of-rivers",
        message(
            "Building site suspended",
            "Building site suspended",
            "The site has been suspended after an accident on 3 May. 40 workers were sent home.",
        ),
        sibling=HONEST,
    ),
    case(
        "twin maintenance news short",
        Outcome.OK,
        "http://case-14.web.example:8081/articles/2021/14-a-study-of-rivers",
        message(
            "Lock closed for maintenance",
            "Lock closed for maintenance",
            "The lock is under maintenance from 3 to 9 May. Boats wait 2 days.",
        ),
        sibling=HONEST,
    ),
    case(
        "twin age news",
        Outcome.OK,
        "http://case-15.web.example:8081/articles/2021/15-a-study-of-rivers",
        message("Age limit raised", "Age limit raised", "You must be 18 to vote, the court said. The limit was 21 until 1971."),
        sibling=HONEST,
    ),
    case(
        "twin geo news",
        Outcome.OK,
        "http://case-16.web.example:8081/articles/2021/16-a-study-of-rivers",
        message(
            "Vaccine not available in your country?",
            "Vaccine shortage",
            "The vaccine is not available in 14 countries, the agency said on Monday.",
        ),
        sibling=HONEST,
    ),
    case(
        "twin removed statue",
        Outcome.OK,
        "http://case-17.web.example:8081/articles/2021/17-a-study-of-rivers",
        message(
            "Statue has been removed",
            "Statue has been removed",
            "The statue of the founder has been removed from the square. It weighed 4 t.",
        ),
        sibling=HONEST,
    ),
    case(
        "twin page removed from book",
        Outcome.OK,
        "http://case-18.web.example:8081/articles/2021/18-a-study-of-rivers",
        message(
            "A page was removed from the Book of Kells?",
            "Torn page",
            "Scholars found that one page was removed in 1907. The page is missing to this day.",
        ),
        sibling=HONEST,
    ),
    case(
        "twin file not found bug",
        Outcome.OK,
        "http://case-19.web.example:8081/articles/2021/19-a-study-of-rivers",
        message(
            "Error: file not found when building",
            "Error: file not found when building",
            "Run make clean first. Then the file is found again. Works with 3.2.",
        ),
        sibling=HONEST,
    ),
    case(
        "twin missing person",
        Outcome.OK,
        "http://case-20.web.example:8081/articles/2021/20-a-study-of-rivers",
        message("Missing hiker not found", "Missing hiker not found", "Two helicopters searched 40 km2. The hiker was not found."),
        sibling=HONEST,
    ),
    case(
        "twin link expired contest",
        Outcome.OK,
        "http://case-21.web.example:8081/articles/2021/21-a-study-of-rivers",
        message("Offer has expired", "Offer has expired", "The offer of 20 % ended on 3 May. See the new one in June."),
        sibling=HONEST,
    ),
    case(
        "twin product unavailable",
        Outcome.OK,
        "http://case-22.web.example:8081/articles/2021/22-a-study-of-rivers",
        message("Canoe 12 | Shop", "Canoe 12", "Currently not available. 480 euros. Length 4.2 m, weight 22 kg."),
        sibling=HONEST,
    ),
    case(
        "twin job list empty",
        Outcome.OK,
        "http://case-23.web.example:8081/articles/2021/23-a-study-of-rivers",
        message("Jobs | Shop", "Jobs", "No jobs available at the moment."),
        sibling=HONEST,
    ),
    case(
        "twin gone fishing",
        Outcome.OK,
        "http://case-24.web.example:8081/articles/2021/24-a-study-of-rivers",
        message("Gone fishing", "Gone fishing", "A film of 94 minutes. Cast: E. Ott, M. Reed."),
        sibling=HONEST,
    ),
    case(
        "twin stats table",
        Outcome.OK,
        "http://case-25.web.example:8081/articles/2021/25-a-study-of-rivers",
        html(
            "Table 7", "<table><tr><th>Year</th><th>t</th></tr><tr><td>2019</td><td>412</td></tr><tr><td>2020</td><td>398</td></tr></table>"
        ),
        sibling=HONEST,
    ),
    case(
        "twin pdf-like landing",
        Outcome.OK,
        "http://x.example/reports/annual-report-2018.pdf",
        message("Annual report 2018 (PDF, 2 MB)", "Annual report 2018", "Download the report. 120 pages."),
        sibling=HONEST,
    ),
    case(
        "twin html at .jpg",
        Outcome.OK,
        "http://x.example/img/bridge.jpg",
        message("bridge.jpg - Gallery", "bridge.jpg", "1200 x 800, 340 kB. Taken 3 May 2019."),
        sibling=HONEST,
    ),
    case(
        "gambling addiction help",
        Outcome.OK,
        "http://case-28.web.example:8081/articles/2021/28-a-study-of-rivers",
        message(
            "Gambling help line",
            "Gambling help line",
            "Call 0800 1234. Free and private. For problems with online casinos, sports betting and slot machines.",
        ),
        sibling=HONEST,
    ),
    case(
        "pharmacy law",
        Outcome.OK,
        "http://case-29.web.example:8081/articles/2021/29-a-study-of-rivers",
        message(
            "Online pharmacy rules",
            "Online pharmacy rules",
            "An online pharmacy may not sell without prescription. Fines reach 50,000 euros.",
        ),
        sibling=HONEST,
    ),
    case(
        "viagra study",
        Outcome.OK,
        "http://case-30.web.example:8081/articles/2021/30-a-study-of-rivers",
        article("en", title="Generic Viagra and Cialis: a trial of 412 men"),
        sibling=SILENT,
    ),
    case(
        "wiki stub",
        Outcome.OK,
        "http://case-31.web.example:8081/articles/2021/31-a-study-of-rivers",
        message(
            "Ilves (river) - Wiki", "Ilves (river)", "Ilves is a river of 84 km. This article is a stub. You can help by expanding it."
        ),
        sibling=HONEST,
    ),
    case(
        "wiki 404 page",
        Outcome.OK,
        "http://wiki.example/wiki/HTTP_404",
        article(
            "en",
            title="HTTP 404 - Wiki",
            before="<p>In computing, 404, 404 Not Found, File Not Found or Page Not Found is a response code.</p>",
            paragraphs=6,
        ),
        sibling=SILENT,
    ),
    case(
        "mdn 404",
        Outcome.OK,
        "http://dev.example/docs/Web/HTTP/Status/404",
        message(
            "404 Not Found - HTTP | Dev",
            "404 Not Found",
            "The HTTP 404 Not Found client error response status code indicates that the server cannot find the requested resource.",
            " Links that lead to a 404 page are often called broken or dead links.",
        ),
        sibling=HONEST,
    ),
    case(
        "de stub",
        Outcome.OK,
        "http://case-34.web.example:8081/articles/2021/34-a-study-of-rivers",
        message("Pegelstand", "Pegelstand", "2,14 m am Montag. Keine Daten für Dienstag verfügbar.", lang="de"),
        sibling=HONEST,
    ),
)
