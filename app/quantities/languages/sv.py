"""Swedish numbers."""

from app.quantities.language import Language
from app.quantities.quantity import Comparator, TimeRole

SWEDISH = Language(
    code="sv",
    telltale="och att det som en ett är av för på med den har till inte om de var från men under efter eller än enligt också procent",
    decimal_mark=",",
    numbers={
        0: "noll", 1: "en|ett", 2: "två", 3: "tre", 4: "fyra", 5: "fem", 6: "sex", 7: "sju", 8: "åtta", 9: "nio", 10: "tio", 11: "elva",
        12: "tolv", 13: "tretton", 14: "fjorton", 15: "femton", 16: "sexton", 17: "sjutton", 18: "arton", 19: "nitton", 20: "tjugo",
        30: "trettio", 40: "fyrtio", 50: "femtio", 60: "sextio", 70: "sjuttio", 80: "åttio", 90: "nittio",
    },
    hundred="hundra",
    scales={
        3: "tusen", 6: "miljon|miljoner", 9: "miljard|miljarder", 12: "biljon|biljoner",
    },
    short_scales={
        6: "mn|milj", 9: "md|mdr",
    },
    dozens={
        12: "dussin", 20: "tjog",
    },
    joiners="och",
    glued=True,
    glue="och",
    point="komma",
    minus="minus",
    articles="en|ett",
    denominators={
        2: "halv|halva|halvt|hälften|hälft", 3: "tredjedel|tredjedelar", 4: "fjärdedel|fjärdedelar|kvart", 5: "femtedel|femtedelar",
        6: "sjättedel|sjättedelar", 7: "sjundedel|sjundedelar", 8: "åttondel|åttondelar", 9: "niondel|niondelar", 10: "tiondel|tiondelar",
        100: "hundradel|hundradelar", 1000: "tusendel|tusendelar",
    },
    half_adjectives="halv|halva|halvt",
    tenths={
        15: "halvannan",
    },
    share_in="av",
    share_out_of="av",
    vague={
        (24, 99): "tiotals|dussintals", (100, 999): "hundratals", (1000, 9999): "tusentals", (10000, 99999): "tiotusentals",
        (100000, 999999): "hundratusentals", (1000000, 9999999): "miljontals",
    },
    countless="flera|några|många",
    before={
        Comparator.MORE_THAN: "över|mer än|fler än|drygt|större än", Comparator.AT_LEAST: "minst|åtminstone",
        Comparator.LESS_THAN: "under|mindre än|färre än", Comparator.AT_MOST: "högst|som mest|upp till|max",
        Comparator.ABOUT: "cirka|ca|ca.|ungefär|omkring|runt|uppskattningsvis", Comparator.NEARLY: "nästan|knappt|närmare",
        Comparator.EXACTLY: "exakt|precis", Comparator.EXACT: "bara|endast|totalt|sammanlagt",
    },
    after={
        Comparator.AT_LEAST: "eller mer|eller fler|och mer", Comparator.AT_MOST: "eller mindre",
    },
    between="mellan",
    range_from="från",
    range_to="till",
    range_and="och",
    range_or="eller",
    percent="procent|%",
    percentage_point="procentenhet|procentenheter",
    basis_point="baspunkt|baspunkter|räntepunkter",
    index_point="poäng|punkter",
    multiples={
        200: "fördubblats|fördubblades|fördubblat|fördubblas", 300: "tredubblats|tredubblades", 50: "halverats|halverades|halverat",
    },
    fold="faldig|faldigt",
    times="gånger",
    times_ratio="så|fler|mer|högre|större",
    currencies={
        "SEK": "krona|kronor|svenska kronor|sek", "NOK": "norska kronor", "DKK": "danska kronor", "EUR": "euro|eur",
        "USD": "amerikanska dollar|usd", "GBP": "brittiska pund|pund", "JPY": "yen", "CNY": "yuan", "CHF": "schweizerfranc",
        "RUB": "rubel", "INR": "indiska rupier", "BTC": "bitcoin",
    },
    shared_currencies={
        "$": "dollar", "rupee": "rupier",
    },
    subunits={
        "SEK 0.01": "öre", "USD 0.01": "cent",
    },
    units={
        "mm": "millimeter", "cm": "centimeter", "m": "meter", "km": "kilometer", "mi": "engelska mil", "g": "gram", "kg": "kilogram|kilo",
        "t": "ton", "ha": "hektar", "m2": "kvadratmeter", "km2": "kvadratkilometer", "l": "liter", "m3": "kubikmeter",
        "s": "sekund|sekunder", "min": "minut|minuter", "h": "timme|timmar", "day": "dag|dagar|dygn", "week": "vecka|veckor",
        "month": "månad|månader", "year": "år|årig|åriga", "Cel": "grader celsius", "deg": "grad|grader",
        "km/h": "kilometer i timmen|km i timmen", "kW": "kilowatt", "MW": "megawatt", "kWh": "kilowattimmar", "bbl": "fat",
        "lb": "skålpund", "ft": "fot", "in": "tum", "century": "århundrade|sekel", "decade": "decennium|decennier",
    },
    per="per|/|i",
    months=(
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
    ),
    times_of={
        TimeRole.SINCE: "sedan", TimeRole.UNTIL: "till|fram till", TimeRole.IN: "år|i|den|under|under år", TimeRole.AFTER: "efter",
        TimeRole.BEFORE: "före|innan",
    },
    fiscal="räkenskapsår|räkenskapsåret",
    quarters="kvartal|kvartalet",
    year_before="år|sedan|före|efter|under|från|till|mellan|sommaren|våren|hösten|vintern|i",
    determiners="den|det|de",
    rise="ökade|ökat|ökar|ökning|steg|stigit|stiger|växte|vuxit|höjdes|höjning|uppgång|fler|mer|högre",
    fall="minskade|minskat|minskar|minskning|sjönk|sjunkit|sjunker|föll|fallit|faller|sänktes|sänkning|nedgång|förlorade|färre|mindre"
    "|lägre",
    by="med",
    to="till",
    from_="från",
    name_words="avsnitt|artikel|kapitel|sida|sidan|figur|tabell|version|del|paragraf|linje|covid|boeing|airbus|nummer",
    numbering="nr|nr.|nummer|no.|#",
    idioms="en av|ett av|en del|en gång|en dag|en annan|ett annat|å ena sidan",
    one="en|ett",
    definite="de|dessa",
    scores="vann|slog|besegrade|förlorade|seger|förlust",
    stops="och|att|som|är|av|för|på|med|den|det|de|har|till|inte|om|var|från|men|i|under|efter|eller|än|enligt|också|vid|mot|när|så|nu"
    "|bara|hade|blev|ska|kan|sin|sitt|sina|han|hon|man",
    noun="first",
)  # fmt: skip
