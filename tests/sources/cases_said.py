"""How sites say in many languages, with a 200, that a page is not there."""

from app.sources import Outcome
from tests.sources.web import SAME, case, message

_ASKED = "https://www.kestrel.example/news/2019/05/harbour-bridge-reopens"

# (language, title, heading, sentences): how sites say with a 200 that a page is not there.
_SAID = (
    (
        "en",
        "Page not found | Kestrel",
        "Page not found",
        "Sorry, the page you requested could not be found. Check the address or go back to the homepage.",
    ),
    ("en", "404 - Kestrel Courier", "Oops!", "We can’t seem to find the page you’re looking for. Error code: 404"),
    ("en", "Kestrel Courier", "This page doesn't exist", "The link you followed may be broken, or the page may have been removed."),
    ("en", "Nothing found", "Nothing found", "It looks like nothing was found at this location. Maybe try a search?"),
    (
        "en",
        "Article no longer available - Kestrel",
        "Article no longer available",
        "This article has been removed from our site. Try searching for it.",
    ),
    ("en", "File not found", "404", "The requested file was not found on this server."),
    ("en", "Error", "Sorry, we couldn't find that page", "Try searching or go to the homepage."),
    (
        "de",
        "Seite nicht gefunden – Kestrel",
        "Seite nicht gefunden",
        "Die von Ihnen gesuchte Seite konnte leider nicht gefunden werden. Zurück zur Startseite.",
    ),
    ("de", "Fehler 404", "Hoppla!", "Die angeforderte Seite existiert nicht oder wurde verschoben. Bitte prüfen Sie die Adresse."),
    ("de", "Kestrel Bote", "Diese Seite gibt es leider nicht mehr", "Der Artikel ist nicht mehr verfügbar. Nutzen Sie die Suche."),
    ("de", "404 | Kestrel", "Ups, hier ist nichts", "Der Beitrag wurde gelöscht oder der Link ist veraltet. Zur Startseite"),
    (
        "fr",
        "Page introuvable - Kestrel",
        "Page introuvable",
        "La page que vous recherchez n'existe pas ou a été déplacée. Retour à l'accueil.",
    ),
    ("fr", "Erreur 404", "Oups !", "Cette page est introuvable. Vérifiez l'adresse saisie."),
    ("fr", "Le Kestrel", "Désolé, cet article n'existe plus", "Le contenu demandé n'est plus disponible. Revenir à l'accueil"),
    ("es", "Página no encontrada | Kestrel", "Página no encontrada", "La página que buscas no existe o ha sido movida. Volver al inicio."),
    ("es", "Error 404", "¡Vaya!", "No hemos podido encontrar la página solicitada. Comprueba la dirección."),
    (
        "es",
        "El Kestrel",
        "Lo sentimos, el artículo ya no está disponible",
        "El contenido que busca ha sido eliminado. Ir a la página principal",
    ),
    (
        "it",
        "Pagina non trovata - Kestrel",
        "Pagina non trovata",
        "La pagina che stai cercando non esiste o è stata spostata. Torna alla home.",
    ),
    ("it", "Errore 404", "Ops!", "Impossibile trovare la pagina richiesta. Controlla l'indirizzo digitato."),
    ("it", "Il Kestrel", "Siamo spiacenti, l'articolo non è più disponibile", "Il contenuto è stato rimosso. Torna alla homepage"),
    (
        "pt",
        "Página não encontrada | Kestrel",
        "Página não encontrada",
        "A página que procura não existe ou foi removida. Voltar para a página inicial.",
    ),
    ("pt", "Erro 404", "Ops!", "Não foi possível encontrar a página solicitada. Verifique o endereço."),
    ("pt", "O Kestrel", "Desculpe, esta notícia não está mais disponível", "O conteúdo foi excluído. Ir para a página inicial"),
    (
        "nl",
        "Pagina niet gevonden - Kestrel",
        "Pagina niet gevonden",
        "De pagina die u zoekt bestaat niet of is verplaatst. Terug naar de homepage.",
    ),
    ("nl", "404", "Oeps!", "We kunnen de opgevraagde pagina helaas niet vinden. Controleer het adres."),
    ("nl", "De Kestrel", "Dit artikel is niet meer beschikbaar", "Het bericht is verwijderd. Ga naar de homepage"),
    (
        "pl",
        "Nie znaleziono strony - Kestrel",
        "Nie znaleziono strony",
        "Strona, której szukasz, nie istnieje lub została przeniesiona. Wróć na stronę główną.",
    ),
    ("pl", "Błąd 404", "Ups!", "Przepraszamy, strona nie została znaleziona. Sprawdź adres."),
    ("pl", "Kestrel", "Ten artykuł nie jest już dostępny", "Materiał został usunięty. Przejdź do strony głównej"),
    (
        "ru",
        "Страница не найдена | Кестрел",
        "Страница не найдена",
        "Запрашиваемая страница не существует или была удалена. Вернуться на главную.",
    ),
    ("ru", "Ошибка 404", "Упс!", "К сожалению, такой страницы нет. Проверьте адрес или воспользуйтесь поиском."),
    ("ru", "Кестрел", "Материал не найден", "Возможно, статья была удалена или перемещена. Перейти на главную"),
    (
        "ja",
        "ページが見つかりません | ケストレル",
        "ページが見つかりません",
        "お探しのページは移動または削除された可能性があります。トップページへ戻る",
    ),
    ("ja", "404 Not Found", "お探しのページは見つかりませんでした", "URLをご確認ください。"),
    ("ja", "ケストレル新聞", "この記事は公開を終了しました", "指定されたページは存在しません。トップへ戻る"),
    ("zh", "页面不存在 - 红隼日报", "页面不存在", "抱歉，您访问的页面不存在或已被删除。返回首页"),
    ("zh", "404错误", "找不到页面", "您要查找的网页已失效，请检查网址是否正确。"),
    ("zh", "紅隼日報", "找不到您要的頁面", "很抱歉，您訪問的頁面已移除。回首頁"),
    (
        "ar",
        "الصفحة غير موجودة | كستريل",
        "الصفحة غير موجودة",
        "عذراً، الصفحة التي تبحث عنها غير موجودة أو تم نقلها. العودة إلى الصفحة الرئيسية",
    ),
    ("ar", "خطأ 404", "عذراً", "لم يتم العثور على الصفحة المطلوبة. تحقق من الرابط."),
    ("ar", "كستريل", "هذا المقال لم يعد متاحا", "المحتوى المطلوب تم حذفه. العودة للرئيسية"),
)

# The same with a language of the second rank: stock words only.
_SAID_TOO = (
    ("sv", "Sidan hittades inte", "Sidan hittades inte", "Sidan du söker finns inte eller har flyttats. Till startsidan"),
    ("da", "Siden blev ikke fundet", "Siden blev ikke fundet", "Siden du leder efter findes ikke. Gå til forsiden"),
    ("nb", "Fant ikke siden", "Siden finnes ikke", "Vi fant ikke siden du leter etter. Gå til forsiden"),
    ("fi", "Sivua ei löytynyt", "Sivua ei löytynyt", "Etsimääsi sivua ei ole olemassa. Etusivulle"),
    ("cs", "Stránka nenalezena", "Stránka nebyla nalezena", "Požadovaná stránka neexistuje nebo byla přesunuta. Zpět na úvodní stránku"),
    ("tr", "Sayfa bulunamadı", "Sayfa bulunamadı", "Aradığınız sayfa bulunamadı veya kaldırılmış. Ana sayfaya dön"),
    ("ko", "페이지를 찾을 수 없습니다", "페이지를 찾을 수 없습니다", "요청하신 페이지가 존재하지 않거나 삭제되었습니다. 홈으로"),
    ("uk", "Сторінку не знайдено", "Сторінку не знайдено", "Сторінка, яку ви шукаєте, не існує. На головну"),
    ("hu", "Az oldal nem található", "Az oldal nem található", "A keresett oldal nem létezik vagy áthelyezték. Vissza a főoldalra"),
    ("ro", "Pagina nu a fost găsită", "Pagina nu a fost găsită", "Pagina pe care o căutați nu există. Înapoi la prima pagină"),
    ("el", "Η σελίδα δεν βρέθηκε", "Η σελίδα δεν βρέθηκε", "Η σελίδα που ζητήσατε δεν υπάρχει. Επιστροφή στην αρχική"),
    ("he", "הדף לא נמצא", "הדף לא נמצא", "הדף שחיפשת לא קיים או הוסר. חזרה לדף הבית"),
    ("id", "Halaman tidak ditemukan", "Halaman tidak ditemukan", "Halaman yang Anda cari tidak tersedia. Kembali ke beranda"),
    ("vi", "Không tìm thấy trang", "Không tìm thấy trang", "Trang bạn tìm kiếm không tồn tại. Về trang chủ"),
)

CASES = tuple(
    case(f"soft 404 in {lang}: {heading}", Outcome.SOFT_404, _ASKED, message(title, heading, text, lang=lang), sibling=SAME)
    for lang, title, heading, text in (*_SAID, *_SAID_TOO)
)
