"""A second set, written against the rules: the same messages in other words and layouts, and short living pages that come close."""

from app.sources import Outcome
from tests.sources.layouts import ADDRESSES, LAYOUTS
from tests.sources.web import HONEST, SAME, Case, case, message

# (language, title, heading, text) of pages that are not there, as sites in twelve languages word them.
_MISSING = (
    ("en", "The Daily", "We’re sorry", "We seem to have lost this page, but we don’t want to lose you. Report the broken link here."),
    ("en", "Error | BBX", "Sorry, we couldn't find that page", "Check the page address or search for it below."),
    (
        "en",
        "Whoops",
        "Sorry – we haven’t been able to serve the page you asked for",
        "You may have followed an outdated link, or have mistyped a URL.",
    ),
    (
        "en",
        "GOV - Page not found",
        "Page not found",
        "If you typed the web address, check it is correct. If you pasted the web address, check you copied the entire address.",
    ),
    ("en", "University of Ilves", "Sorry! This page has moved or no longer exists.", "Please use the menu above or contact the webmaster."),
    ("en", "Not here | Org", "Nothing to see here", "The content you were trying to reach isn't here anymore."),
    ("en", "ACME Store", "Product no longer available", "The product you are looking for is no longer available."),
    (
        "en",
        "HTTP Error 404.0 - Not Found",
        "HTTP Error 404.0 - Not Found",
        "The resource you are looking for has been removed, had its name changed, or is temporarily unavailable.",
    ),
    ("en", "404", "404", "Page Not Found. Go Home"),
    ("en", "Article unavailable", "This article is unavailable", "It may have been deleted by its author."),
    ("en", "Document expired", "The document has expired", "This announcement has expired and is no longer online."),
    ("en", "Kestrel", "Hmm... this page doesn't exist", "Here are some helpful links instead: Home, Search, Contact"),
    (
        "de",
        "Ihlow Zeitung",
        "Die von Ihnen aufgerufene Seite konnte leider nicht gefunden werden",
        "Bitte nutzen Sie unsere Suche oder gehen Sie zur Startseite.",
    ),
    (
        "de",
        "Fehler - Amt",
        "Seite wurde nicht gefunden",
        "Die von Ihnen eingegebene Adresse ist auf unserem Server nicht (mehr) vorhanden.",
    ),
    ("de", "Ups!", "Da ist etwas schiefgelaufen: Seite nicht gefunden", "Vielleicht haben Sie sich vertippt?"),
    ("de", "404 - Seite existiert nicht", "Diese Seite existiert nicht (mehr)", "Eventuell wurde sie verschoben oder gelöscht."),
    ("de", "Bundesamt", "Inhalt nicht mehr verfügbar", "Der gewünschte Inhalt steht nicht mehr zur Verfügung."),
    ("fr", "Le Quotidien", "La page que vous cherchez est introuvable", "Elle a peut-être été déplacée ou supprimée."),
    ("fr", "Erreur", "Oups ! Cette page n'existe pas", "Retournez à la page d'accueil ou utilisez le moteur de recherche."),
    ("fr", "Ministère", "Page non trouvée", "La page demandée n'a pas pu être trouvée."),
    ("fr", "404", "Nous n'avons pas trouvé cette page", "L'adresse que vous avez saisie est incorrecte."),
    ("fr", "Journal", "Cet article n'est plus disponible", "Le document que vous souhaitez consulter a été supprimé."),
    ("es", "El Diario", "No hemos encontrado la página que buscas", "Puede que el enlace sea antiguo o que la página ya no exista."),
    ("es", "Error 404 | Diario", "Lo sentimos, esta página no existe", "Regresa a la portada o usa el buscador."),
    ("es", "Ministerio", "La página solicitada no se encuentra disponible", "Verifique la dirección o vaya al inicio."),
    ("es", "Noticias", "Esta noticia ya no está disponible", "El artículo fue eliminado."),
    ("es", "404", "¡Ups! Página no encontrada", "Parece que no hay nada en esta ubicación."),
    ("it", "Il Giornale", "La pagina richiesta non è presente", "Potrebbe essere stata rimossa o rinominata."),
    ("it", "Errore", "Ops... pagina non trovata!", "La pagina che cercavi non c'è più."),
    ("it", "Comune", "Spiacenti, la pagina cercata non esiste", "Torna alla pagina iniziale."),
    ("it", "404", "Contenuto non trovato", "Il contenuto che stai cercando non è più disponibile sul sito."),
    ("pt", "A Folha", "A página que você procura não existe ou foi retirada do ar", "Verifique se o endereço foi digitado corretamente."),
    ("pt", "Erro", "Desculpe, não encontramos esta página", "Volte à página inicial."),
    ("pt", "Câmara", "Página não encontrada", "O conteúdo que procura foi movido ou já não existe."),
    ("pt", "404", "Ops! Essa página não pode ser encontrada", "Parece que nada foi encontrado neste local."),
    ("nl", "NOX", "Deze pagina bestaat niet (meer)", "De pagina is verplaatst of verwijderd."),
    ("nl", "Gemeente", "Sorry, deze pagina kunnen we niet vinden", "Misschien is het adres verkeerd getypt."),
    ("nl", "Fout", "Helaas, pagina niet gevonden", "Ga terug naar de startpagina."),
    ("nl", "Krant", "Het artikel dat je zoekt bestaat niet meer", "Bekijk het laatste nieuws op de homepage."),
    ("pl", "Gazeta", "Nie znaleziono takiej strony", "Strona mogła zostać usunięta albo adres jest nieprawidłowy."),
    ("pl", "Błąd", "Strona, której szukasz, nie została odnaleziona", "Przejdź na stronę główną."),
    ("pl", "Urząd", "Podana strona nie istnieje", "Sprawdź, czy adres został wpisany poprawnie."),
    ("pl", "404", "Przepraszamy, nie możemy znaleźć tej strony", "Skorzystaj z wyszukiwarki."),
    ("ru", "РИО", "Такой страницы нет на нашем сайте", "Возможно, она была удалена или вы ошиблись адресом."),
    ("ru", "Ошибка", "Страница, которую вы ищете, не найдена", "Вернитесь на главную страницу."),
    ("ru", "Газета", "Запрашиваемый документ не найден", "Документ удален или перемещен."),
    ("ru", "404", "Упс! Страница потерялась", "Похоже, такой страницы не существует."),
    ("ja", "NHX", "お探しのページは見つかりませんでした", "ページが削除されたか、URLが変更された可能性があります。"),
    ("ja", "エラー", "指定されたURLのページは存在しません", "トップページからお探しください。"),
    ("ja", "新聞", "記事が見つかりません", "この記事は掲載期間が終了したか、削除されました。"),
    ("ja", "404", "ページが存在しないか、すでに削除されています", "ホームへ戻る"),
    ("zh", "新浪", "您访问的页面不存在或已被删除", "5秒后自动返回首页"),
    ("zh", "404", "抱歉，页面无法访问", "您访问的内容可能已被删除、更名或暂时不可用。"),
    ("zh", "出错了", "该文章已被删除", "返回首页看看其他内容吧"),
    ("zh", "頁面錯誤", "抱歉，您要找的網頁不存在", "請檢查網址或返回首頁"),
    ("ar", "الجزيرة", "عفواً، لم نعثر على الصفحة", "ربما تم حذف الصفحة أو تغيير عنوانها."),
    ("ar", "خطأ", "الصفحة المطلوبة غير متوفرة", "يمكنك العودة إلى الصفحة الرئيسية أو استخدام البحث."),
    ("ar", "404", "نأسف، هذه الصفحة لم تعد موجودة", "تأكد من صحة الرابط."),
)

# Short living pages that hold the same words.
_LIVING = (
    (
        "en",
        "How we handle broken links - Docs",
        "How we handle broken links",
        "If a page was removed we show the message “Page not found”. Editors get a mail.",
    ),
    ("en", "404 (band)", "404", "404 is a trio from Ghent. Their first record, Page Not Found, came out in 2011."),
    ("en", "Page Not Found: A Novel", "Page Not Found", "A novel by E. Marsh. 312 pages, paperback, 14 euros. ISBN 978-1-4028-9462-6."),
    ("en", "Error 404 - the exhibition", "Error 404", "Works by 14 artists on loss and memory. 4 May to 8 June, East Hall."),
    ("en", "Lost and found office", "Lost and found", "Items not found within 30 days are sold. Open Monday to Friday 9-12."),
    (
        "en",
        "Species not found since 1932",
        "Species not found since 1932",
        "The striped wolf was last seen in 1932. Two searches in 1984 and 2011 failed.",
    ),
    ("en", "Result: no evidence found", "No evidence found", "We looked at 412 records and found no link between the two. p = 0.41."),
    ("en", "Notice", "Notice of removal", "The bench at Quay Road has been removed. A new one will be set in May."),
    ("en", "Deleted scenes", "Deleted scenes", "Three scenes were removed before release. Running time 94 minutes."),
    ("en", "Release 4.0.4", "Release 4.0.4", "Fixes: file not found on Windows when the path has blanks. 12 MB."),
    ("en", "Ticket #4411: Page not found after login", "Ticket #4411", "Page not found after login. Status: closed. Fixed in 2.1."),
    ("en", "FAQ", "Why do I see page not found?", "The address may be old. Write to us at help@example.test with the link."),
    ("en", "Vacancies", "No vacancies", "There are no vacancies at the moment. Next round in September."),
    ("en", "Schedule", "Schedule", "No events today. Tomorrow: chess, 18:00."),
    ("en", "Weather station 7", "Level", "1.82 m at 14:00. Data not available between 02:00 and 04:00."),
    ("en", "Contact", "Contact", "Tel. 030 1234. Fax not available."),
    ("en", "Password rules", "Password rules", "At least 12 letters. Sign in to change yours."),
    ("en", "Login statistics 2023", "Login statistics", "We counted 1.2 million logins in 2023."),
    ("en", "Cookies recipe", "Butter cookies", "250 g flour, 125 g butter, 1 egg. Bake 12 minutes at 180 C. Accept all shapes."),
    (
        "en",
        "Are you over 18? Drinking ages in Europe",
        "Drinking ages",
        "18 in 20 states, 16 in 3. Are you over 18? Then nearly everywhere.",
    ),
    ("en", "Domain names", "Our domain names", "We own 14 domain names; two are for sale."),
    ("en", "House for sale", "This house is for sale", "Three rooms, garden, 240,000 euros. Make an offer by mail."),
    ("en", "Casino Theatre programme", "Casino Theatre", "The Casino Theatre plays Hamlet on 4 May. Tickets 20 euros."),
    ("en", "Slot cars", "Slot cars", "Slot cars, scale 1:32, and tracks. Bonus: a free poster."),
    ("en", "Suspended ceilings", "Suspended ceilings", "Our suspended ceilings carry 12 kg per square metre."),
    ("en", "Service suspended on line 4", "Line 4", "Service is suspended between Quay and Mill until Sunday."),
    ("en", "Maintenance plan", "Maintenance plan", "Oil every 5,000 km. Filters every 20,000 km. Maintenance is simple."),
    ("en", "Coming soon: the autumn list", "Coming soon", "Twelve new titles come in October. See the list by mail."),
    ("en", "Robot check-in at hotels", "Robots at the desk", "Guests must prove they are human? No: the robot asks for a name."),
    ("en", "Access denied: who may enter the archive", "Who may enter", "Access is denied to persons under 16. Others need a card."),
    ("en", "Just a moment (poem)", "Just a moment", "Just a moment, said the clock, and stopped."),
    ("en", "Subscriptions", "Subscriptions", "A year costs 48 euros. Subscribe at the desk."),
    ("en", "JavaScript course", "Enable JavaScript in class", "Eight evenings, 120 euros. Bring a laptop."),
    ("en", "Index", "Index", "A 12, B 14, C 18"),
    ("de", "Keine Treffer", "Keine Treffer im Derby", "Das Derby endete 0:0. 12.000 Zuschauer kamen."),
    ("de", "Fundbüro", "Nicht gefunden?", "Fragen Sie im Fundbüro nach. Geöffnet 9-12 Uhr."),
    ("de", "Wohnung zu verkaufen", "Wohnung steht zum Verkauf", "3 Zimmer, 240.000 Euro."),
    ("de", "Wartung", "Wartung Ihrer Heizung", "Wir warten Ihre Heizung ab 89 Euro."),
    ("de", "Seite 404", "Seite 404", "Die Liste der Funde, Seite 404 von 512: Münzen, Ringe."),
    ("fr", "Objets trouvés", "Objet non trouvé ?", "Écrivez-nous. Ouvert de 9 h à 12 h."),
    ("fr", "Appartement à vendre", "Cet appartement est à vendre", "3 pièces, 240 000 euros. Faire une offre."),
    ("fr", "Page blanche", "La page blanche", "Un spectacle de 55 minutes. Entrée 12 euros."),
    ("es", "Casa en venta", "Esta casa está en venta", "3 habitaciones, 240.000 euros."),
    ("es", "No encontrado: obra de teatro", "No encontrado", "Obra en un acto. 55 minutos. Sala 2."),
    ("it", "Casa in vendita", "Questa casa è in vendita", "3 locali, 240.000 euro. Fai un'offerta."),
    ("pt", "Casa à venda", "Esta casa está à venda", "3 quartos, 240.000 euros."),
    ("nl", "Huis te koop", "Dit huis is te koop", "3 kamers, 240.000 euro. Doe een bod."),
    ("pl", "Dom na sprzedaż", "Ten dom jest na sprzedaż", "3 pokoje, 240 000 euro."),
    ("ru", "Дом продается", "Дом продается", "3 комнаты, 240 000 рублей."),
    ("ru", "Не найден", "Клад не найден", "Искали три года, клад не найден. Потрачено 4 млн."),
    ("ja", "未発見の種", "未発見の種", "この種は一九三二年以来見つかっていません。"),
    ("zh", "失物招领", "失物招领", "昨天找到三把伞，请到前台领取。"),
    ("ar", "بيت للبيع", "بيت للبيع", "ثلاث غرف، السعر 240 ألفا."),
)

_SOFT_404 = message("Page not found | Kestrel", "Page not found", "Sorry, the page you requested could not be found. Go to the homepage.")


def _laid_out(expected: Outcome, rows: tuple[tuple[str, str, str, str], ...], siblings: tuple[str, ...]) -> tuple[Case, ...]:
    return tuple(
        case(
            f"{lang}: {title} / {heading}, layout {place}, sibling {siblings.index(sibling)}",
            expected,
            ADDRESSES[(n + place) % len(ADDRESSES)].format(n=n),
            layout(lang, title, heading, text),
            sibling=sibling,
        )
        for n, (lang, title, heading, text) in enumerate(rows)
        for place, layout in enumerate(LAYOUTS)
        for sibling in siblings
    )


MISSING = _laid_out(Outcome.SOFT_404, _MISSING, (SAME,))
LIVING = _laid_out(Outcome.OK, _LIVING, (HONEST, _SOFT_404))

# Known to be named otherwise than one would wish, though never dead: a box without a heading that says "Enable JavaScript".
KNOWN_MISSES_MAX = 2
