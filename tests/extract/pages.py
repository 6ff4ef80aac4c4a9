"""Page shapes of our own writing, each with the text a person would call its matter."""

# ruff: noqa: E501  markup reads best with a shape in one piece

from collections.abc import Callable
from dataclasses import dataclass

ARTICLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "en": (
        "Harbour towns count the cost of a dry summer",
        (
            "Fishing towns along the northern coast landed 41,300 tonnes of herring last year, 12 percent less than the year before.",
            "The council put aside $3.5 million for new quays, and engineers expect the work to take 18 months.",
            "“We have never seen the river this low,” said the harbour master, who has kept a diary for 27 years.",
            "Three ferries were taken out of service in August, which left about 2,400 commuters without their usual crossing.",
            "Officials said that water levels had fallen by 1.8 metres since the spring, and that rain was not in sight.",
        ),
    ),
    "de": (
        "Die Elbe führt so wenig Wasser wie selten zuvor",
        (
            "Der Pegel sank am Dienstag auf 0,52 Meter, das sind 14 Zentimeter weniger als im Vorjahr um diese Zeit.",
            "Rund 1.250 Schiffe mussten ihre Ladung verringern, wie die Behörde in ihrem Bericht über das Halbjahr schreibt.",
            "„Für die Betriebe am Fluss ist das eine Katastrophe“, sagte die Sprecherin des Verbandes, dem 340 Unternehmen angehören.",
            "Der Schaden beläuft sich nach ersten Schätzungen auf 7,3 Millionen Euro, doch die Rechnung ist noch nicht abgeschlossen.",
        ),
    ),
    "fr": (
        "La ville rouvre ses bains publics après six ans de travaux",
        (
            "Les bains municipaux ont accueilli 18 400 visiteurs en trois semaines, soit deux fois plus que prévu par la mairie.",
            "Le chantier a coûté 22,6 millions d’euros, dont un tiers a été payé par la région et par l’État.",
            "« Nous voulions un lieu ouvert à tous », explique l’architecte, qui a dessiné les plans il y a neuf ans.",
            "Le prix d’entrée reste fixé à 4,50 euros, et les enfants de moins de 12 ans ne paient rien.",
        ),
    ),
    "es": (
        "El tren nocturno vuelve a unir las dos costas del país",
        (
            "La primera salida llevó a 312 pasajeros, y los billetes del mes siguiente se agotaron en 48 horas, según la compañía.",
            "El viaje dura once horas y cuesta desde 39,90 euros, menos de la mitad que el avión en temporada alta.",
            "El ministerio invirtió 85 millones en renovar 640 kilómetros de vía, que llevaban cerrados desde 2012.",
            "Los alcaldes de nueve pueblos piden ahora que el tren pare también en sus estaciones, cerradas hace décadas.",
        ),
    ),
    "it": (
        "Il vino del lago cambia etichetta dopo cinquant’anni",
        (
            "I produttori hanno imbottigliato 2,1 milioni di bottiglie, il 9 per cento in più rispetto alla vendemmia precedente.",
            "La nuova etichetta porterà il nome del lago e sarà usata da 74 cantine della zona, dalla prossima primavera.",
            "Secondo il consorzio, il prezzo medio salirà a 11,20 euro, mentre le esportazioni dovrebbero restare stabili.",
        ),
    ),
    "pt": (
        "A biblioteca mais antiga da ilha abre as portas à noite",
        (
            "A biblioteca recebeu 5.680 leitores no primeiro mês de horário noturno, disse a diretora em entrevista coletiva.",
            "O projeto custou 1,4 milhão de reais e foi pago por uma fundação que apoia 23 bibliotecas em todo o estado.",
            "A partir de março, os livros poderão ser devolvidos em 16 pontos da cidade, inclusive nas estações de metrô.",
        ),
    ),
    "nl": (
        "Het dorp zonder auto’s bestaat nu tien jaar",
        (
            "In het dorp wonen 860 mensen, en volgens de gemeente stonden er het afgelopen jaar 35 gezinnen op de wachtlijst.",
            "De bewoners delen samen 42 fietsen en vier busjes, die met een app worden geboekt en zelden stilstaan.",
            "De aanleg kostte destijds 9,7 miljoen euro, maar het onderhoud is veel goedkoper dan dat van gewone straten.",
        ),
    ),
    "pl": (
        "Stara cegielnia zamienia się w muzeum rzeki",
        (
            "W pierwszym roku muzeum odwiedziło 63 tysiące osób, czyli dwa razy więcej, niż zakładali jego pomysłodawcy.",
            "Remont budynku kosztował 17,8 miliona złotych i trwał 26 miesięcy, choć planowano go na półtora roku.",
            "Najstarszy eksponat, drewniana łódź, ma 1400 lat i został znaleziony przez rybaków niedaleko przystani.",
        ),
    ),
    "ru": (
        "Маяк на севере снова зажгли после ремонта",
        (
            "Маяк построили в 1889 году, и за это время он помог найти дорогу более чем 120 тысячам судов и лодок.",
            "Ремонт обошёлся в 56 миллионов рублей, а работы на башне высотой 34 метра продолжались полтора года.",
            "По словам смотрителя, новый свет виден за 42 километра, хотя лампа потребляет в восемь раз меньше энергии.",
        ),
    ),
    "zh": (
        "山城修建新桥连接两岸居民区",
        (
            "这座桥全长1280米，总投资为9.6亿元，预计将在2026年底前完工，届时每天可以通过四万辆汽车。",
            "市政府表示，工程队共有350名工人，目前已经完成全部桥墩的浇筑工作，进度比原计划提前了两个月。",
            "附近居民说，过江的时间将从45分钟缩短到8分钟，孩子们上学再也不用绕路了，大家都非常期待。",
        ),
    ),
    "ja": (
        "海辺の町に三十年ぶりの新しい駅ができる",
        (
            "新しい駅は来年4月に開業する予定で、総工費は約27億円、1日の利用者は3,500人と見込まれている。",
            "町長は会見で、人口が1万2千人まで減った町にとって、駅は最後の希望であると述べ、住民の協力を求めた。",
            "工事は2021年に始まったが、地盤が弱いことが分かり、計画は18か月遅れていた。",
        ),
    ),
    "ar": (
        "المدينة القديمة تستعيد سوقها بعد سنوات من الإغلاق",
        (
            "فتح السوق أبوابه أمام 240 تاجرا بعد أعمال ترميم استمرت 5 سنوات وبلغت كلفتها 13 مليون دولار، بحسب البلدية.",
            "وقال رئيس البلدية إن عدد الزوار وصل إلى 9500 زائر في اليوم الأول، وهو رقم لم تعرفه المدينة منذ عقود.",
            "وتضم المنطقة 76 مبنى تاريخيا، رُمم منها 31 مبنى حتى الآن، ومن المقرر أن ينتهي العمل في الربيع المقبل.",
        ),
    ),
}


@dataclass(frozen=True)
class Page:
    """`main` are the blocks a person would copy; `other` are texts that must not support a claim."""

    name: str
    html: str
    main: tuple[str, ...]
    other: tuple[str, ...] = ()


NAV = '<ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li><li><a href="/w">Weather 14°C</a></li></ul>'
TEASERS = (
    "Mayor resigns after 11 years in office and 3 inquiries",
    "Why 88 percent of gardeners grow the wrong tomato",
    "Storm leaves 19,000 homes without power overnight",
    "The 7 best beaches within 90 minutes of the city",
)
COMMENTS = (
    "I counted at least 500 boats myself and nobody ever asked me, so I doubt every single figure in this piece.",
    "My grandfather used to say that it was 20 years ago that the fish left, and that they would never come back again.",
    "Could the paper please print the source of the 41,300? I think that it is closer to 60,000, as everybody here knows.",
)
COOKIES = (
    "We use cookies to improve your experience on our site. By continuing to browse you accept our cookie policy and our 214 partners."
)
FOOTER = "© 2024 Coast Media Ltd. All rights reserved. Registered in England No. 1234567."
AUTHOR = "Maria Keel has covered the coast for 9 years. Before that she taught geography at a school with 1,100 pupils."


def _paragraphs(texts: tuple[str, ...], tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


def _teasers(tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/t{number}">{text}</a></{tag}>' for number, text in enumerate(TEASERS))


def _cards() -> str:
    return "".join(
        f'<div class="c{number}"><h3><a href="/t{number}">{text}</a></h3><div>Residents say the change came as a surprise.</div></div>'
        for number, text in enumerate(TEASERS)
    )


def _document(body: str, lang: str, title: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title} | Coast Daily</title>{head}</head><body>{body}</body></html>'


# A shape lays an article out; it returns the body, texts that must stay out and, where it adds to them, the main texts.
Laid = tuple[str, tuple[str, ...]] | tuple[str, tuple[str, ...], tuple[str, ...]]
Shape = Callable[[str, tuple[str, ...]], Laid]


def _between(label: str, texts: tuple[str, ...], first: int) -> tuple[str, ...]:
    return tuple(part for number, text in enumerate(texts, first) for part in (label.format(number), text))


def _semantic(title: str, texts: tuple[str, ...]) -> Laid:
    body = (
        f"<header><nav>{NAV}</nav></header><main><article><h1>{title}</h1>{_paragraphs(texts)}</article></main>"
        f"<aside><h2>Most read</h2><ol>{_teasers()}</ol></aside><footer><p>{FOOTER}</p></footer>"
    )
    return body, (*TEASERS, FOOTER)


def _deep_divs(title: str, texts: tuple[str, ...]) -> Laid:
    body = (
        f'<div id="w"><div><div>{NAV}</div></div><div><div class="x1"><div class="x2"><div><h1>{title}</h1></div><div class="x3"><div>{_paragraphs(texts)}</div></div></div>'
        f'<div class="x9">{_cards()}</div></div></div><div><p>{FOOTER}</p></div></div>'
    )
    return body, (*TEASERS, FOOTER)


def _hashed_classes(title: str, texts: tuple[str, ...]) -> Laid:
    paragraphs = "".join(f'<div class="css-1a2b3c"><p class="css-9z8y7x">{text}</p></div>' for text in texts)
    body = (
        f'<div id="__next"><div class="css-0"><div class="css-k1">{NAV}</div><div class="css-k2"><h1 class="css-h">{title}</h1>{paragraphs}</div>'
        f'<div class="css-k3">{_cards()}</div><div class="css-k4"><p>{FOOTER}</p></div></div></div>'
    )
    return body, (*TEASERS, FOOTER)


def _one_div_a_paragraph(title: str, texts: tuple[str, ...]) -> Laid:
    return (
        f'<div class="menu">{NAV}</div><div class="page"><h1>{title}</h1><div class="t">{_paragraphs(texts, "div")}</div></div><div class="footer">{FOOTER}</div>',
        (FOOTER,),
    )


def _line_breaks(title: str, texts: tuple[str, ...]) -> Laid:
    return (
        f'<table width="100%"><tr><td width="150">{NAV}</td><td><h1>{title}</h1>{"<br><br>".join(texts)}</td><td>{_teasers("div")}</td></tr></table>',
        TEASERS,
    )


def _font_era(title: str, texts: tuple[str, ...]) -> Laid:
    paragraphs = "".join(f'<font face="Arial" size="2">{text}</font><p>' for text in texts)
    body = (
        f'<table><tr><td><a href="/">Home</a> | <a href="/a">Archive</a> | <a href="/k">Contact</a></td></tr><tr><td><table><tr><td><h2>{title}</h2>{paragraphs}</td></tr></table></td></tr>'
        f"<tr><td><center><small>{FOOTER}</small></center></td></tr></table>"
    )
    return body, (FOOTER,)


def _long_comments(title: str, texts: tuple[str, ...]) -> Laid:
    comments = "".join(
        f'<li class="comment" id="c{number}"><b>Reader {number}</b><p>{COMMENTS[number % 3]}</p></li>' for number in range(30)
    )
    return (
        f'<article><h1>{title}</h1>{_paragraphs(texts)}</article><section id="comments"><h2>30 Comments</h2><ol>{comments}</ol></section>',
        COMMENTS,
    )


def _comments_by_heading(title: str, texts: tuple[str, ...]) -> Laid:
    comments = "".join(f"<div><b>Anna {number}</b><p>{COMMENTS[number % 3]}</p></div>" for number in range(3))
    return f"<div><h1>{title}</h1>{_paragraphs(texts)}<h3>3 comments</h3>{comments}</div>", COMMENTS


def _related_inside(title: str, texts: tuple[str, ...]) -> Laid:
    inset = f'<div class="related-articles"><h4>Related</h4><ul>{_teasers()}</ul></div>'
    return f'<div class="entry-content"><h1>{title}</h1>{_paragraphs(texts[:2])}{inset}{_paragraphs(texts[2:])}</div>', TEASERS


def _related_unmarked(title: str, texts: tuple[str, ...]) -> Laid:
    inset = f"<div><strong>Read more</strong><ul>{_teasers()}</ul></div>"
    return f"<div><h1>{title}</h1>{_paragraphs(texts[:2])}{inset}{_paragraphs(texts[2:])}</div>", TEASERS


def _promos(title: str, texts: tuple[str, ...]) -> Laid:
    promo = f'<p><strong>READ MORE: <a href="/x">{TEASERS[0]}</a></strong></p><p><a href="/y">{TEASERS[1]}</a></p>'
    return f"<article><h1>{title}</h1>{_paragraphs(texts[:1])}{promo}{_paragraphs(texts[1:])}</article>", TEASERS[:2]


def _share_and_tags(title: str, texts: tuple[str, ...]) -> Laid:
    share = '<div class="share-tools"><a href="#">Facebook 512</a> <a href="#">Twitter 77</a></div>'
    tags = '<div class="tag-list">Tags: <a href="/1">Rivers</a>, <a href="/2">Fish 2024</a></div>'
    return f"<article><h1>{title}</h1>{share}{_paragraphs(texts)}{tags}{share}</article>", ("Facebook 512", "Fish 2024")


def _author_box(title: str, texts: tuple[str, ...]) -> Laid:
    return (
        f'<article><h1>{title}</h1><p class="byline">By Maria Keel</p>{_paragraphs(texts)}<div class="author-bio"><p>{AUTHOR}</p></div></article>',
        (AUTHOR,),
    )


def _newsletter(title: str, texts: tuple[str, ...]) -> Laid:
    pitch = "Join 52,000 readers: sign up for our weekly newsletter and get the best stories delivered to your inbox every Friday."
    box = f'<div class="promo-box newsletter-signup"><h3>Stay informed</h3><p>{pitch}</p><form><input type="email"></form></div>'
    return f"<article><h1>{title}</h1>{_paragraphs(texts[:2])}{box}{_paragraphs(texts[2:])}</article>", (pitch,)


def _cookie_banner(title: str, texts: tuple[str, ...]) -> Laid:
    return f'<div class="cc-window"><p>{COOKIES}</p><button>OK</button></div><main><h1>{title}</h1>{_paragraphs(texts)}</main>', (COOKIES,)


def _hidden_parts(title: str, texts: tuple[str, ...]) -> Laid:
    secret = "This hidden sentence speaks of 666 things that no reader of the page will ever see on the screen."
    hidden = f'<div hidden><p>{secret}</p></div><p style="display: none">{secret}</p><div aria-hidden="true"><p>{secret}</p></div><template><p>{secret}</p></template>'
    return f"<main><h1>{title}</h1>{hidden}{_paragraphs(texts)}<noscript><p>{secret}</p></noscript></main>", (secret,)


def _scripts(title: str, texts: tuple[str, ...]) -> Laid:
    script = '<script>var x = "There were 999 boats in the script, and it was written in a long sentence.";</script><style>.a{width:999px}</style>'
    return f"<article>{script}<h1>{title}</h1>{_paragraphs(texts[:1])}{script}{_paragraphs(texts[1:])}{script}</article>", ("999",)


def _standfirst(title: str, texts: tuple[str, ...]) -> Laid:
    body = (
        f'<header class="site-header">{NAV}</header><header class="article-header"><h1>{title}</h1><p class="standfirst">{texts[0]}</p></header>'
        f'<div class="meta">12 March 2024</div><section class="article-body">{_paragraphs(texts[1:])}</section>'
    )
    return body, ("Weather 14°C",)


def _sections(title: str, texts: tuple[str, ...]) -> Laid:
    parts = "".join(f"<section><h2>Part {number}</h2><p>{text}</p></section>" for number, text in enumerate(texts))
    return (
        f'<div class="wrap"><nav>{NAV}</nav><article><h1>{title}</h1>{parts}</article></div>',
        ("Weather 14°C",),
        _between("Part {}", texts, 0),
    )


def _chunks_between_ads(title: str, texts: tuple[str, ...]) -> Laid:
    chunks = '<div class="ad-slot"><p>Advertisement</p><p>Buy 2 boats and pay for 1, this week only at the harbour store near you.</p></div>'.join(
        f'<div class="body-chunk"><p>{text}</p></div>' for text in texts
    )
    return f"<main><h1>{title}</h1>{chunks}</main>", ("Buy 2 boats",)


def _content_with_sidebar(title: str, texts: tuple[str, ...]) -> Laid:
    body = (
        f'<div class="content-with-sidebar has-comments"><div class="sidebar-left-layout"><h1>{title}</h1>{_paragraphs(texts)}</div>'
        f'<div class="sidebar"><h3>Latest</h3><ul>{_teasers()}</ul></div></div>'
    )
    return body, TEASERS


def _wordpress(title: str, texts: tuple[str, ...]) -> Laid:
    body = (
        f'<div id="page" class="hfeed site"><header id="masthead" class="site-header"><h1 class="site-title"><a href="/">Coast Daily</a></h1><div class="menu-main">{NAV}</div></header>'
        f'<div id="content"><article class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">{title}</h1><div class="entry-meta">Posted on March 12, 2024</div></header>'
        f'<div class="entry-content">{_paragraphs(texts)}<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Tweet</a></li></ul></div></div>'
        f'<footer class="entry-footer">Posted in <a href="/c">Coast</a></footer></article><nav class="post-navigation"><a href="/p">{TEASERS[2]}</a></nav>'
        f'<div id="comments"><ol class="comment-list"><li><p>{COMMENTS[0]}</p></li></ol></div></div>'
        f'<div id="secondary" class="widget-area"><aside class="widget"><h2>Recent Posts</h2><ul>{_teasers()}</ul></aside></div></div>'
    )
    return body, (*TEASERS, COMMENTS[0])


def _wiki(title: str, texts: tuple[str, ...]) -> Laid:
    cited = "".join(
        f'<p>{text}<sup id="cite_ref-{n}" class="reference"><a href="#cite_note-{n}">[{n}]</a></sup></p>' for n, text in enumerate(texts, 1)
    )
    body = (
        f'<div id="mw-navigation">{NAV}</div><div id="content" class="mw-body"><h1 id="firstHeading">{title}</h1><div class="mw-parser-output">{cited}'
        f'<h2>History<span class="mw-editsection">[<a href="/e">edit</a>]</span></h2><table class="navbox"><tr><th>See also</th><td><a href="/1">{TEASERS[0]}</a> <a href="/2">{TEASERS[1]}</a></td></tr></table></div></div>'
    )
    return body, TEASERS[:2], (*(f"{text}[{n}]" for n, text in enumerate(texts, 1)), "History")


def _live_blog(title: str, texts: tuple[str, ...]) -> Laid:
    posts = "".join(
        f'<div class="live-post" id="p{number}"><time datetime="2024-03-12T10:0{number}">10:0{number}</time><p>{text}</p></div>'
        for number, text in enumerate(texts)
    )
    return (
        f'<main><h1>{title}</h1><div class="live-blog">{posts}</div></main><div class="most-popular"><ul>{_teasers()}</ul></div>',
        TEASERS,
        _between("10:0{}", texts, 0),
    )


def _lists(title: str, texts: tuple[str, ...]) -> Laid:
    return f"<nav>{NAV}</nav><main><h1>{title}</h1><p>{texts[0]}</p><ul>{_paragraphs(texts[1:], 'li')}</ul></main>", ("Weather 14°C",)


def _quotes_and_captions(title: str, texts: tuple[str, ...]) -> Laid:
    figure = f'<figure><img src="a.jpg" alt="Alt text with 31 boats"><figcaption>{texts[1]}</figcaption></figure>'
    return (
        f"<article><h1>{title}</h1><p>{texts[0]}</p>{figure}<blockquote><p>{texts[2]}</p></blockquote>{_paragraphs(texts[3:])}</article>",
        ("31 boats",),
    )


def _linked_prose(title: str, texts: tuple[str, ...]) -> Laid:
    linked = "".join(f'<p><a href="/a{n}">{text[: len(text) // 3]}</a>{text[len(text) // 3 :]}</p>' for n, text in enumerate(texts))
    return f'<div class="nav">{NAV}</div><div id="article"><h1>{title}</h1>{linked}</div>', ("Weather 14°C",)


def _whole_page_form(title: str, texts: tuple[str, ...]) -> Laid:
    return (
        f'<form id="aspnetForm" method="post"><div id="header">{NAV}</div><div id="ctl00_main"><h1>{title}</h1>{_paragraphs(texts)}</div><div id="footer"><p>{FOOTER}</p></div></form>',
        (FOOTER,),
    )


def _aria_roles(title: str, texts: tuple[str, ...]) -> Laid:
    body = f'<div role="banner">{NAV}</div><div role="main"><h1>{title}</h1>{_paragraphs(texts)}</div><div role="complementary"><p>{COMMENTS[1]}</p></div><div role="contentinfo"><p>{FOOTER}</p></div>'
    return body, (COMMENTS[1], FOOTER)


def _microdata(title: str, texts: tuple[str, ...]) -> Laid:
    body = (
        f'<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{title}</h1><span itemprop="author">Maria Keel</span><div itemprop="articleBody">{_paragraphs(texts)}</div></div>'
        f"<div>{''.join(f'<div><p>{text}</p></div>' for text in COMMENTS[:1])}</div>"
    )
    return body, (COMMENTS[0],)


def _forum(title: str, texts: tuple[str, ...]) -> Laid:
    posts = "".join(
        f'<div class="post"><div class="post-author">user{n}<br>Posts: 1{n}4</div><div class="post-body"><p>{text}</p></div></div>'
        for n, text in enumerate(texts)
    )
    return f'<div id="nav">{NAV}</div><div id="thread"><h1>{title}</h1>{posts}</div>', ("Weather 14°C",)


def _docs(title: str, texts: tuple[str, ...]) -> Laid:
    tree = "".join(f'<li><a href="/d{n}">Chapter {n}: Setting up the gauge</a></li>' for n in range(30))
    body = f'<div class="sidebar-tree"><ul>{tree}</ul></div><div role="main" class="document"><h1>{title}<a class="headerlink" href="#t">¶</a></h1>{_paragraphs(texts)}</div>'
    return body, ("Setting up the gauge",)


def _government(title: str, texts: tuple[str, ...]) -> Laid:
    body = (
        f'<div class="gov-header">{NAV}</div><ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/s">Statistics 2024</a></li></ol><div id="main-content"><h1>{title}</h1>'
        f'<dl class="meta-data"><dt>Published</dt><dd>12 March 2024</dd></dl><h2>Main points</h2><ul>{_paragraphs(texts[:2], "li")}</ul><h2>Details</h2>{_paragraphs(texts[2:])}</div>'
        f'<div class="feedback-form"><h2>Is this page useful?</h2><p>Tell us what you think of this page, it takes 2 minutes.</p></div>'
    )
    return body, ("Statistics 2024", "takes 2 minutes"), ("Main points", *texts[:2], "Details", *texts[2:])


def _product(title: str, texts: tuple[str, ...]) -> Laid:
    also = "".join(f'<div class="product-card"><a href="/b{n}">Rubber boots model {n}</a><span>$ {n}9.90</span></div>' for n in range(1, 7))
    return (
        f'<div class="product"><h1>{title}</h1><div class="description">{_paragraphs(texts)}</div></div><div class="recommendations"><h2>You may also like</h2>{also}</div>',
        ("Rubber boots",),
    )


def _paywall_class(title: str, texts: tuple[str, ...]) -> Laid:
    paragraphs = "".join(f'<p class="paywall">{text}</p>' for text in texts)
    return f'<article class="article"><h1>{title}</h1><div class="body__inner-container">{paragraphs}</div></article><nav>{NAV}</nav>', (
        "Weather 14°C",
    )


def _details(title: str, texts: tuple[str, ...]) -> Laid:
    parts = "".join(f"<details><summary>Question {n}</summary><p>{text}</p></details>" for n, text in enumerate(texts))
    return f"<nav>{NAV}</nav><main><h1>{title}</h1>{parts}</main>", ("Weather 14°C",), _between("Question {}", texts, 0)


def _custom_elements(title: str, texts: tuple[str, ...]) -> Laid:
    return (
        f"<site-header>{NAV}</site-header><news-article><h1>{title}</h1><article-body>{_paragraphs(texts)}</article-body></news-article><site-footer><p>{FOOTER}</p></site-footer>",
        (FOOTER,),
    )


def _two_articles(title: str, texts: tuple[str, ...]) -> Laid:
    others = "".join(f'<article class="card"><h2><a href="/t{n}">{text}</a></h2></article>' for n, text in enumerate(TEASERS))
    return f"<main><article><h1>{title}</h1>{_paragraphs(texts)}</article><section>{others}</section></main>", TEASERS


def _print_header(title: str, texts: tuple[str, ...]) -> Laid:
    return (
        f'<div class="topbar"><p>Breaking: {TEASERS[2]}</p></div><div class="ticker"><a href="/1">DAX 18,300</a> <a href="/2">EUR 1.08</a></div><h1>{title}</h1>{_paragraphs(texts)}',
        (TEASERS[2], "DAX 18,300"),
    )


def _sign_in_wall(title: str, texts: tuple[str, ...]) -> Laid:
    wall = "You have reached your limit of 3 free articles this month. Subscribe to continue reading for only $1 a week."
    return f'<article><h1>{title}</h1>{_paragraphs(texts)}<div class="gate"><p>{wall}</p></div></article>', (wall,)


def _amp(title: str, texts: tuple[str, ...]) -> Laid:
    return (
        f'<amp-sidebar id="s"><ul>{_teasers()}</ul></amp-sidebar><amp-ad>Buy now 50% off</amp-ad><main><h1>{title}</h1>{_paragraphs(texts)}</main>',
        TEASERS,
    )


def _unclosed(title: str, texts: tuple[str, ...]) -> Laid:
    return f"<h1>{title}</h1>" + "".join(f"<p>{text}" for text in texts), ()


def _inline_tags(title: str, texts: tuple[str, ...]) -> Laid:
    marked = "".join(f"<p>{text[:20]}<b>{text[20:33]}</b><i>{text[33:50]}</i><span>{text[50:]}</span></p>" for text in texts)
    return f"<nav>{NAV}</nav><article><h1>{title}</h1>{marked}</article>", ("Weather 14°C",)


def _text_blocks(title: str, texts: tuple[str, ...]) -> Laid:
    blocks = "".join(f'<div data-component="text-block" class="ssr-1"><div><p class="ssr-2">{text}</p></div></div>' for text in texts)
    links = f'<div data-component="links-block"><div><p>More on this story</p></div><ul>{_teasers()}</ul></div>'
    body = (
        f'<header role="banner">{NAV}</header><main id="main-content"><article class="ssr-0"><header><h1 id="main-heading">{title}</h1></header>'
        f'<div data-component="byline-block"><div>By Maria Keel</div><div>Coast correspondent</div></div>{blocks}{links}'
        f'<section data-component="topic-list"><h2>Related Topics</h2><ul><li><a href="/1">Fishing</a></li><li><a href="/2">Rivers 2024</a></li></ul></section></article></main>'
    )
    return body, (*TEASERS, "Rivers 2024")


def _test_ids(title: str, texts: tuple[str, ...]) -> Laid:
    blocks = "".join(
        f'<div data-testid="paragraph-{n}" class="text__text__1FZ text__dark-grey__3Ml">{text}</div>' for n, text in enumerate(texts)
    )
    body = (
        f'<div id="fusion-app"><div class="site-header__x"><ul>{NAV}</ul></div><div class="article__container"><div><h1 data-testid="Heading">{title}</h1></div>'
        f'<div class="article-body__content__17Y">{blocks}</div><div class="article-body__element__2p5"><p>Our Standards: <a href="/s">The Principles of Trust, in 12 points.</a></p></div></div>'
        f'<div class="read-next__container">{_cards()}</div></div>'
    )
    return body, (*TEASERS, "12 points")


def _letters(title: str, texts: tuple[str, ...]) -> Laid:
    widget = '<div class="subscription-widget-wrap"><div class="preamble"><p>Thanks for reading! Subscribe for free to join 9,000 readers and support my work.</p></div><form><input type="email"></form></div>'
    body = (
        f'<div class="main-menu">{NAV}</div><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title">{title}</h1><h3 class="subtitle">Notes from the pier, number 14</h3></div>'
        f'<div class="available-content"><div class="body markup">{_paragraphs(texts[:2])}{widget}{_paragraphs(texts[2:])}</div></div></article><div class="comments-page"><p>{COMMENTS[0]}</p></div>'
    )
    return body, ("9,000 readers", COMMENTS[0]), ("Notes from the pier, number 14", *texts)


def _reading_list_site(title: str, texts: tuple[str, ...]) -> Laid:
    body = (
        f'<div class="u-header"><a href="/">Open in app</a><a href="/in">Sign in</a></div><article><div><section><div><h1>{title}</h1><div class="speechify-ignore"><a href="/u">Maria Keel</a>·<a href="/f">Follow</a>'
        f"<span>5 min read</span>·<span>Mar 12, 2024</span></div><div><button>1.2K</button><button>14</button></div>{_paragraphs(texts)}</div></section></div></article><div><h2>More from Maria Keel</h2>{_cards()}</div>"
    )
    return body, (*TEASERS, "1.2K")


def _handbook(title: str, texts: tuple[str, ...]) -> Laid:
    parts = "".join(
        f'<section id="{slug}"><h2>{slug.title()}<a class="headerlink" href="#{slug}">¶</a></h2><p>{text}</p></section>'
        for slug, text in zip(("discussion", "related", "comments", "search", "share"), texts, strict=False)
    )
    main = tuple(
        part for slug, text in zip(("Discussion", "Related", "Comments", "Search", "Share"), texts, strict=False) for part in (slug, text)
    )
    return (
        f'<div class="sphinxsidebar"><ul>{_teasers()}</ul></div><div class="body" role="main"><section id="top"><h1>{title}</h1>{parts}</section></div>',
        TEASERS,
        main,
    )


def _two_thirds(title: str, texts: tuple[str, ...]) -> Laid:
    body = (
        f'<header class="header">{NAV}</header><div class="width-container"><main class="main-wrapper" id="content"><div class="grid-row"><div class="grid-column-two-thirds"><h1 class="heading-xl">{title}</h1></div></div>'
        f'<div class="grid-row"><div class="metadata"><dl><dt>From:</dt><dd><a href="/o">Harbour Office</a></dd><dt>Published</dt><dd>12 March 2024</dd></dl></div></div>'
        f'<div class="grid-row"><div class="grid-column-two-thirds"><div class="govspeak">{_paragraphs(texts)}</div></div><div class="grid-column-one-third"><div class="contextual-sidebar"><h2>Related content</h2><ul>{_teasers()}</ul></div></div></div></main></div>'
        f'<div class="feedback"><h2>Is this page useful?</h2><p>Help us improve this site, it takes 2 minutes.</p></div>'
    )
    return body, (*TEASERS, "takes 2 minutes", "Harbour Office")


def _encyclopedia(title: str, texts: tuple[str, ...]) -> Laid:
    box = '<table class="infobox"><tr><th colspan="2">Harbour</th></tr><tr><th>Berths</th><td>214</td></tr></table>'
    contents = (
        '<div class="vector-toc"><h2>Contents</h2><ul><li><a href="#h">1 History</a></li><li><a href="#e">2 Economy</a></li></ul></div>'
    )
    body = (
        f'<div class="vector-header-container">{NAV}</div>{contents}<div class="mw-page-container"><main id="content" class="mw-body"><header><h1 id="firstHeading" class="firstHeading">{title}</h1></header>'
        f'<div id="bodyContent"><div id="mw-content-text"><div class="mw-content-ltr mw-parser-output"><div class="hatnote">For the other 3 harbours, see <a href="/d">Harbour</a>.</div>{box}{_paragraphs(texts)}'
        f'<div class="navbox"><a href="/1">{TEASERS[0]}</a> <a href="/2">{TEASERS[1]}</a></div></div></div><div id="catlinks"><a href="/c">Harbours built in 1240</a></div></div></main></div>'
    )
    return body, (*TEASERS[:2], "built in 1240", "other 3 harbours", "2 Economy"), ("Harbour Berths 214", *texts)


def _teaser_as_lead(title: str, texts: tuple[str, ...]) -> Laid:
    return (
        f'<div class="article-head"><h1>{title}</h1><p class="article-teaser">{texts[0]}</p></div><div class="article-text">{_paragraphs(texts[1:])}</div><div class="teaser-list">{_cards()}</div>',
        TEASERS,
    )


def _key_figures_above(title: str, texts: tuple[str, ...]) -> Laid:
    figures = '<div class="grid"><div><div>4.1%</div><div>unemployment rate</div></div><div><div>1.2 million</div><div>people out of work</div></div></div>'
    return (
        f'<div class="wrap"><div class="intro"><h1>{title}</h1></div>{figures}<div class="copy">{_paragraphs(texts)}</div></div><div class="foot">{FOOTER}</div>',
        (FOOTER,),
        ("4.1% unemployment rate", "1.2 million people out of work", *texts),
    )


SHAPES: tuple[Shape, ...] = (
    _semantic, _deep_divs, _hashed_classes, _one_div_a_paragraph, _line_breaks, _font_era, _long_comments, _comments_by_heading, _related_inside,
    _related_unmarked, _promos, _share_and_tags, _author_box, _newsletter, _cookie_banner, _hidden_parts, _scripts, _standfirst, _sections,
    _chunks_between_ads, _content_with_sidebar, _wordpress, _wiki, _live_blog, _lists, _quotes_and_captions, _linked_prose, _whole_page_form,
    _aria_roles, _microdata, _forum, _docs, _government, _product, _paywall_class, _details, _custom_elements, _two_articles, _print_header,
    _sign_in_wall, _amp, _unclosed, _inline_tags, _text_blocks, _test_ids, _letters, _reading_list_site, _handbook, _two_thirds, _encyclopedia,
    _teaser_as_lead, _key_figures_above,
)  # fmt: skip


def pages() -> list[Page]:
    """Every shape in English, and every language in a few shapes in turn."""
    made: list[Page] = []
    languages = list(ARTICLES)
    for number, shape in enumerate(SHAPES):
        for lang in ("en", languages[1 + number % (len(languages) - 1)]):
            title, texts = ARTICLES[lang]
            body, other, *rest = shape(title, texts)
            main = rest[0] if rest else texts
            made.append(Page(f"{shape.__name__.strip('_')}-{lang}", _document(body, lang, title), (title, *main), other))
    return made
