"""Error pages as well-known systems write them, told with a 200."""

from app.sources import Outcome
from tests.sources.web import SAME, Case, case, message

CASES: tuple[Case, ...] = (
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
