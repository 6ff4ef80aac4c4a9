"""A small made-up web: pages as sites write them, visits as fetch reports them, and what a made-up sibling would be told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.extract import page_facts
from app.sources import Decision, Failure, HopFacts, Known, Outcome, ProbeFacts, VisitFacts, classify, sibling_url

HONEST, SAME, SILENT = "honest", "same", "silent"
Hop = tuple[str, int] | tuple[str, int, dict[str, str]] | tuple[str, int, dict[str, str], str]


@dataclass(frozen=True, slots=True)
class Case:
    """One visit and the outcome that a careful editor would give it. `sibling` is what a probe meets, or an HTML page."""

    name: str
    expected: Outcome
    facts: VisitFacts
    sibling: str = HONEST

    def decide(self, sibling: str | None = None) -> Decision:
        """Classify as fetch does: once, and once more with the probe if one was wished."""
        first = classify(self.facts)
        return classify(replace(self.facts, probe=self.probe(sibling or self.sibling))) if first.wants_probe else first

    def probe(self, sibling: str) -> ProbeFacts:
        address = sibling_url(self.facts.url, "qzjxkvwyhpbmftgdrnlscaoei")
        assert address is not None
        if sibling == HONEST:
            return ProbeFacts(address, 404, address)
        if sibling == SILENT:
            return ProbeFacts(address, None)
        if sibling == SAME:
            last = self.facts.hops[-1].url
            return ProbeFacts(address, 200, last if len(self.facts.hops) > 1 else address, self.facts.page, self.facts.body_start)
        return ProbeFacts(address, 200, address, page_facts(sibling.encode()))


def case(
    name: str,
    expected: Outcome,
    asked: str,
    body: str = "",
    *,
    hops: Sequence[Hop] = (),
    status: int = 200,
    headers: dict[str, str] | None = None,
    sibling: str = HONEST,
    known: Known | None = None,
    media_type: str = "text/html",
    **more: object,
) -> Case:
    """Write down a visit. Without `hops` it ended where it began, with `status` and `headers`."""
    walked = hops or ((asked, status, headers or {}),)
    facts = VisitFacts(
        url=asked,
        hops=tuple(_hop(hop, place) for place, hop in enumerate(walked)),
        page=page_facts(body.encode()) if body and media_type == "text/html" else None,
        media_type=media_type,
        body_bytes=len(body.encode()),
        body_start=body[:32768],
        known=known,
    )
    return Case(name, expected, replace(facts, **more), sibling)  # type: ignore[arg-type]


def failed(name: str, expected: Outcome, asked: str, failure: Failure, *, hops: Sequence[Hop] = ()) -> Case:
    return Case(name, expected, VisitFacts(url=asked, hops=tuple(_hop(hop, place) for place, hop in enumerate(hops)), failure=failure))


def _hop(hop: Hop, place: int) -> HopFacts:
    url, status, *more = hop
    headers = more[0] if more and isinstance(more[0], dict) else {}
    how = str(more[1]) if len(more) > 1 else "redirect" if place else "request"
    return HopFacts(url, status, tuple((key.lower(), value) for key, value in headers.items()), how)


def moved(*urls: str, code: int = 301) -> tuple[Hop, ...]:
    """Hops that redirect from each address to the next and end with a 200."""
    return (*((url, code) for url in urls[:-1]), (urls[-1], 200))


NAVIGATION = (
    '<header><a href="/">Kestrel Courier</a><nav><a href="/news">News</a><a href="/politics">Politics</a><a href="/science">Science</a>'
    '<a href="/sport">Sport</a><a href="/about">About us</a></nav></header>'
)
FOOTER = (
    '<footer><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a> <p>Copyright Kestrel Courier. All rights reserved.</p></footer>'
)


def html(title: str, main: str, *, lang: str = "en", head: str = "", body_class: str = "", frame: bool = True, scripts: str = "") -> str:
    """Write a page of a site: its frame around `main`."""
    before, after = (NAVIGATION, FOOTER) if frame else ("", "")
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f'<body class="{body_class}">{before}<main>{main}</main>{after}{scripts}</body></html>'
    )


def message(title: str, heading: str, *texts: str, lang: str = "en", head: str = "", body_class: str = "", frame: bool = True) -> str:
    """Write a page with a heading and a few sentences."""
    return html(
        title, f"<h1>{heading}</h1>" + "".join(f"<p>{text}</p>" for text in texts), lang=lang, head=head, body_class=body_class, frame=frame
    )


# Title, slug and sentences of an article, by language. Nothing in them is of walls, gates or deaths.
ARTICLES: dict[str, tuple[str, str, str]] = {
    "en": (
        "Harbour bridge reopens after two years of repairs",
        "harbour-bridge-reopens-after-two-years",
        (
            "The bridge over the old harbour carried its first buses on Monday morning. Engineers replaced 412 steel "
            "hangers and the whole deck. "
            "The works cost 38.4 million pounds, a tenth more than planned. Traders on both banks said that trade had fallen by a third. "
            "The council expects 21,000 vehicles a day by autumn. A toll is not planned before 2027."
        ),
    ),
    "de": (
        "Hafenbrücke nach zwei Jahren Bauzeit wieder offen",
        "hafenbruecke-nach-zwei-jahren-wieder-offen",
        (
            "Am Montagmorgen rollten die ersten Busse über die alte Hafenbrücke. Ingenieure tauschten 412 Hänger und die "
            "gesamte Fahrbahn aus. "
            "Die Arbeiten kosteten 38,4 Millionen Euro, ein Zehntel mehr als geplant. Händler an beiden Ufern klagten über "
            "ein Drittel weniger Umsatz. "
            "Der Rat rechnet im Herbst mit 21.000 Fahrzeugen am Tag. Eine Maut soll es vor 2027 nicht geben."
        ),
    ),
    "fr": (
        "Le pont du port rouvre après deux ans de travaux",
        "le-pont-du-port-rouvre-apres-deux-ans",
        (
            "Les premiers autobus ont franchi lundi matin le vieux pont du port. Les ingénieurs ont remplacé 412 suspentes "
            "et tout le tablier. "
            "Le chantier a coûté 38,4 millions d'euros, un dixième de plus que prévu. Les commerçants des deux rives ont "
            "perdu un tiers de leurs ventes. "
            "La mairie attend 21 000 véhicules par jour à l'automne. Aucun péage n'est envisagé avant 2027."
        ),
    ),
    "es": (
        "El puente del puerto reabre tras dos años de obras",
        "el-puente-del-puerto-reabre-tras-dos-anos",
        (
            "Los primeros autobuses cruzaron el lunes el viejo puente del puerto. Los ingenieros cambiaron 412 tirantes y todo el tablero. "
            "Las obras costaron 38,4 millones de euros, una décima parte más de lo previsto. Los comerciantes de ambas "
            "orillas perdieron un tercio de sus ventas. "
            "El ayuntamiento espera 21.000 vehículos al día en otoño. No habrá peaje antes de 2027."
        ),
    ),
    "it": (
        "Il ponte del porto riapre dopo due anni di lavori",
        "il-ponte-del-porto-riapre-dopo-due-anni",
        (
            "Lunedì mattina i primi autobus hanno attraversato il vecchio ponte del porto. Gli ingegneri hanno sostituito "
            "412 tiranti e tutto l'impalcato. "
            "I lavori sono costati 38,4 milioni di euro, un decimo più del previsto. I negozianti delle due rive hanno "
            "perso un terzo delle vendite. "
            "Il comune attende 21.000 veicoli al giorno in autunno. Nessun pedaggio prima del 2027."
        ),
    ),
    "pt": (
        "A ponte do porto reabre após dois anos de obras",
        "a-ponte-do-porto-reabre-apos-dois-anos",
        (
            "Os primeiros autocarros atravessaram na segunda-feira a velha ponte do porto. Os engenheiros trocaram 412 "
            "tirantes e todo o tabuleiro. "
            "As obras custaram 38,4 milhões de euros, um décimo mais do que o previsto. Os comerciantes das duas margens "
            "perderam um terço das vendas. "
            "A câmara espera 21.000 veículos por dia no outono. Não haverá portagem antes de 2027."
        ),
    ),
    "nl": (
        "Havenbrug weer open na twee jaar werk",
        "havenbrug-weer-open-na-twee-jaar-werk",
        (
            "Maandagochtend reden de eerste bussen over de oude havenbrug. Ingenieurs vervingen 412 hangers en het hele wegdek. "
            "Het werk kostte 38,4 miljoen euro, een tiende meer dan gepland. Winkeliers aan beide oevers verloren een derde van hun omzet. "
            "De gemeente rekent in de herfst op 21.000 voertuigen per dag. Tol komt er niet voor 2027."
        ),
    ),
    "pl": (
        "Most portowy otwarty po dwóch latach remontu",
        "most-portowy-otwarty-po-dwoch-latach-remontu",
        (
            "W poniedziałek rano pierwsze autobusy przejechały przez stary most portowy. Inżynierowie wymienili 412 "
            "wieszaków i cały pomost. "
            "Prace kosztowały 38,4 miliona złotych, o jedną dziesiątą więcej niż planowano. Kupcy na obu brzegach stracili "
            "jedną trzecią obrotów. "
            "Miasto spodziewa się jesienią 21 000 pojazdów dziennie. Opłat przed 2027 rokiem nie będzie."
        ),
    ),
    "ru": (
        "Портовый мост открыли после двух лет ремонта",
        "portovyy-most-otkryli-posle-dvuh-let-remonta",
        (
            "В понедельник утром по старому портовому мосту прошли первые автобусы. Инженеры заменили 412 подвесок и весь настил. "
            "Работы обошлись в 38,4 миллиона рублей, на десятую часть больше плана. Торговцы на обоих берегах потеряли треть выручки. "
            "Город ждёт осенью 21 000 машин в день. Платы за проезд до 2027 года вводить не будут."
        ),
    ),
    "ja": (
        "港の橋、二年の修理を終えて再開",
        "minato-no-hashi-saikai",
        (
            "月曜の朝、古い港の橋を最初のバスが渡った。技術者たちは四百十二本の吊り材と床版のすべてを取り替えた。"
            "工事費は三十八億四千万円で、計画より一割多かった。両岸の商店は売り上げが三分の一減ったと話す。"
            "市は秋に一日二万一千台の通行を見込む。通行料は二〇二七年まで取らない方針だ。"
        ),
    ),
    "zh": (
        "港口大桥维修两年后重新通车",
        "gangkou-daqiao-chongxin-tongche",
        (
            "星期一早上，第一批公交车驶过古老的港口大桥。工程师更换了四百一十二根吊杆和全部桥面。"
            "工程耗资三千八百四十万元，比计划多出一成。两岸商户说营业额下降了三分之一。"
            "市政府预计秋天每天有两万一千辆车通过。二〇二七年以前不收过桥费。"
        ),
    ),
    "ar": (
        "إعادة فتح جسر الميناء بعد عامين من الإصلاح",
        "jisr-almina-yuftah",
        (
            "عبرت أولى الحافلات صباح الاثنين جسر الميناء القديم. استبدل المهندسون أربعمئة واثنتي عشرة علاقة وكامل السطح. "
            "كلفت الأعمال ثمانية وثلاثين مليونا، بزيادة العشر على الخطة. قال التجار على الضفتين إن مبيعاتهم هبطت بمقدار الثلث. "
            "تتوقع البلدية واحدا وعشرين ألف مركبة يوميا في الخريف. لن تفرض رسوم قبل عام ألفين وسبعة وعشرين."
        ),
    ),
}


def article(
    lang: str = "en", *, paragraphs: int = 4, title: str = "", head: str = "", before: str = "", after: str = "", frame: bool = True
) -> str:
    """Write a living article in a language; `before` and `after` stand around its text."""
    stock_title, _, text = ARTICLES[lang]
    shown = title or stock_title
    body = "".join(f"<p>{_varied(text, place)}</p>" for place in range(paragraphs))
    return html(f"{shown} | Kestrel Courier", f"{before}<h1>{shown}</h1>{body}{after}", lang=lang, head=head, frame=frame)


def _varied(text: str, place: int) -> str:
    """Write the same matter in another order, numbered: no site prints one paragraph twice."""
    stop = "。" if "。" in text else ". "
    sentences = text.split(stop)
    turn = place % len(sentences)
    return f"({place + 1}) {stop.join((*sentences[turn:], *sentences[:turn]))}" if place else text
