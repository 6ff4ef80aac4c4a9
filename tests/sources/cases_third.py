"""The third set: near misses of every family, and error pages as well-known systems write them."""

from app.sources import Outcome
from tests.sources.web import HONEST, SAME, SILENT, Case, article, case, html, message

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
    case(
        "soft og article",
        Outcome.SOFT_404,
        "http://case-35.web.example:8081/articles/2021/35-a-study-of-rivers",
        message(
            "Page not found",
            "Page not found",
            "The page you requested could not be found.",
            head='<meta property="og:type" content="article">',
        ),
        sibling=SAME,
    ),
    case(
        "soft uppercase",
        Outcome.SOFT_404,
        "http://case-36.web.example:8081/articles/2021/36-a-study-of-rivers",
        message("PAGE NOT FOUND", "404 - PAGE NOT FOUND", "THE PAGE YOU ARE LOOKING FOR DOES NOT EXIST."),
        sibling=SAME,
    ),
    case(
        "soft entities",
        Outcome.SOFT_404,
        "http://case-37.web.example:8081/articles/2021/37-a-study-of-rivers",
        message("Page introuvable", "Page&nbsp;introuvable", "La page demand&eacute;e n&#39;existe pas."),
        sibling=SAME,
    ),
    case(
        "soft with search form",
        Outcome.SOFT_404,
        "http://case-38.web.example:8081/articles/2021/38-a-study-of-rivers",
        message("Not found", "Not found", "Sorry, but you are looking for something that isn't here.").replace(
            "</main>", "<form><input type=search name=s></form></main>"
        ),
        sibling=SAME,
    ),
    case(
        "soft wordpress",
        Outcome.SOFT_404,
        "http://case-39.web.example:8081/articles/2021/39-a-study-of-rivers",
        message(
            "Page not found – My Blog",
            "Oops! That page can’t be found.",
            "It looks like nothing was found at this location. Maybe try one of the links below or a search?",
            body_class="error404 wp-custom-logo",
        ),
        sibling=SAME,
    ),
    case(
        "soft drupal",
        Outcome.SOFT_404,
        "http://case-40.web.example:8081/articles/2021/40-a-study-of-rivers",
        message("Page not found | Site", "Page not found", "The requested page could not be found.", body_class="path-404 not-front"),
        sibling=SAME,
    ),
    case(
        "soft joomla",
        Outcome.SOFT_404,
        "http://case-41.web.example:8081/articles/2021/41-a-study-of-rivers",
        message(
            "404 - Error: 404",
            "404 - Category not found",
            (
                "You may not be able to visit this page because of: an out-of-date bookmark/favourite, a mistyped address, you "
                "have no access to this page."
            ),
        ),
        sibling=SAME,
    ),
    case(
        "soft mediawiki",
        Outcome.SOFT_404,
        "http://case-42.web.example:8081/articles/2021/42-a-study-of-rivers",
        message("No such page", "There is currently no text in this page", "You can search for this page title in other pages."),
        sibling=SAME,
    ),
    case(
        "soft sharepoint",
        Outcome.SOFT_404,
        "http://case-43.web.example:8081/articles/2021/43-a-study-of-rivers",
        message(
            "Sorry, this page can't be found",
            "Sorry, this page can't be found",
            "The page you're looking for may have been moved or deleted.",
        ),
        sibling=SAME,
    ),
    case(
        "soft tumblr",
        Outcome.SOFT_404,
        "http://case-44.web.example:8081/articles/2021/44-a-study-of-rivers",
        message("There's nothing here", "There's nothing here.", "Whatever you were looking for doesn't currently exist at this address."),
        sibling=SAME,
    ),
    case(
        "soft google sites",
        Outcome.SOFT_404,
        "http://case-45.web.example:8081/articles/2021/45-a-study-of-rivers",
        message(
            "Error 404 (Not Found)!!1", "404. That’s an error.", "The requested URL /x was not found on this server. That’s all we know."
        ),
        sibling=SAME,
    ),
    case(
        "soft iis",
        Outcome.SOFT_404,
        "http://case-46.web.example:8081/articles/2021/46-a-study-of-rivers",
        message(
            "404 - File or directory not found.",
            "404 - File or directory not found.",
            "The resource you are looking for might have been removed, had its name changed, or is temporarily unavailable.",
        ),
        sibling=SAME,
    ),
    case(
        "soft blog deleted",
        Outcome.SOFT_404,
        "http://case-47.web.example:8081/articles/2021/47-a-study-of-rivers",
        message("Blog not found", "Blog not found", "Sorry, the blog you were looking for does not exist."),
        sibling=SAME,
    ),
    case(
        "soft video",
        Outcome.SOFT_404,
        "http://case-48.web.example:8081/articles/2021/48-a-study-of-rivers",
        message("Video unavailable", "Video unavailable", "This video has been removed by the user."),
        sibling=SAME,
    ),
    case(
        "soft user",
        Outcome.SOFT_404,
        "http://case-49.web.example:8081/articles/2021/49-a-study-of-rivers",
        message("User not found", "User not found", "This account doesn’t exist. Try searching for another."),
        sibling=SAME,
    ),
    case(
        "soft gov",
        Outcome.SOFT_404,
        "http://case-50.web.example:8081/articles/2021/50-a-study-of-rivers",
        message(
            "We can't find the page you're looking for",
            "We can't find the page you're looking for",
            "If you typed the address, check for mistakes.",
        ),
        sibling=SAME,
    ),
    case(
        "soft ko",
        Outcome.SOFT_404,
        "http://case-51.web.example:8081/articles/2021/51-a-study-of-rivers",
        message("오류", "요청하신 페이지를 찾을 수 없습니다", "입력하신 주소가 정확한지 다시 확인해 주세요.", lang="ko"),
        sibling=SAME,
    ),
    case(
        "soft sv",
        Outcome.SOFT_404,
        "http://case-52.web.example:8081/articles/2021/52-a-study-of-rivers",
        message("Sidan finns inte", "Hoppsan, sidan finns inte", "Sidan kan ha flyttats eller tagits bort.", lang="sv"),
        sibling=SAME,
    ),
    case(
        "soft tr",
        Outcome.SOFT_404,
        "http://case-53.web.example:8081/articles/2021/53-a-study-of-rivers",
        message("Hata 404", "Üzgünüz, aradığınız sayfa bulunamadı", "Ana sayfaya dönmek için tıklayın.", lang="tr"),
        sibling=SAME,
    ),
    case(
        "soft uk",
        Outcome.SOFT_404,
        "http://case-54.web.example:8081/articles/2021/54-a-study-of-rivers",
        message("404", "Такої сторінки не існує", "Можливо, її було видалено. На головну", lang="uk"),
        sibling=SAME,
    ),
)
