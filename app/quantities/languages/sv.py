"""Swedish numbers."""

from app.quantities.language import Language
from app.quantities.quantity import Comparator, TimeRole

SWEDISH = Language(
    code="sv",
    telltale="och att det som en ett är av för på med den har till inte om de var från men under efter eller än enligt också procent",
    decimal_mark=",",
    numbers={
        0: "noll", 1: "en|ett|et", 2: "två", 3: "tre", 4: "fyra", 5: "fem", 6: "sex", 7: "sju", 8: "åtta", 9: "nio", 10: "tio", 11: "elva",
        12: "tolv", 13: "tretton", 14: "fjorton", 15: "femton", 16: "sexton", 17: "sjutton", 18: "arton", 19: "nitton", 20: "tjugo",
        30: "trettio", 40: "fyrtio", 50: "femtio", 60: "sextio", 70: "sjuttio", 80: "åttio", 90: "nittio",
    },
    hundred="hundra",
    scales={
        3: "tusen", 6: "miljon|miljoner", 9: "miljard|miljarder", 12: "biljon|biljoner", 15: "biljard|biljarder", 18: "triljon|triljoner",
    },
    short_scales={
        3: "tkr", 6: "mn|milj|milj.", 9: "md|mdr|mdr.|mrd",
    },
    dozens={
        12: "dussin", 20: "tjog|tjugotal", 10: "tiotal", 15: "femtontal", 30: "trettiotal", 40: "fyrtiotal", 50: "femtiotal", 100: "hundratal", 1000: "tusental",
    },
    joiners="och",
    glued=True,
    glue="och|s",
    point="komma",
    minus="minus|negativ|negativa",
    articles="en|ett",
    denominators={
        2: "halv|halva|halvt|hälften|hälft", 3: "tredjedel|tredjedelar|tredjedelen|tredje", 4: "fjärdedel|fjärdedelar|kvart", 5: "femtedel|femtedelar",
        6: "sjättedel|sjättedelar", 7: "sjundedel|sjundedelar", 8: "åttondel|åttondelar", 9: "niondel|niondelar", 10: "tiondel|tiondelar", 12: "tolftedel|tolftedelar", 20: "tjugondel|tjugondelar",
        100: "hundradel|hundradelar", 1000: "tusendel|tusendelar",
    },
    half_adjectives="halv|halva|halvt",
    tenths={
        15: "halvannan",
    },
    share_in="av|på",
    share_out_of="av|av varje",
    ordinals={
        1: "första|förste", 2: "andra|andre", 3: "tredje", 4: "fjärde", 5: "femte", 6: "sjätte", 7: "sjunde", 8: "åttonde", 9: "nionde", 10: "tionde", 11: "elfte", 12: "tolfte",
        20: "tjugonde", 100: "hundrade", 1000: "tusende",
    },
    ordinal_suffixes="a|e",
    every="var|vart|varje|varannan",
    added_after={
        50: "och en halv|och ett halvt",
    },
    amounts={
        "0.5 h": "halvtimme|halvtimma", "0.25 h": "kvart|en kvart", "0.5 year": "halvår|ett halvår", "0.75 h": "trekvart",
    },
    vague={
        (2, 3): "ett par|ett par tre", (24, 99): "tiotals|dussintals", (100, 999): "hundratals", (1000, 9999): "tusentals", (10000, 99999): "tiotusentals",
        (100000, 999999): "hundratusentals", (1000000, 9999999): "miljontals",
    },
    countless="flera|några|många",
    before={
        Comparator.MORE_THAN: "över|mer än|fler än|drygt|större än|högre än|längre än|överstiger|översteg|överskrider|äldre än|uppemot mer än", Comparator.AT_LEAST: "minst|åtminstone|lägst|inte mindre än|större än eller lika med|från och med",
        Comparator.LESS_THAN: "under|mindre än|färre än|lägre än|kortare än|yngre än|understiger", Comparator.AT_MOST: "högst|som mest|upp till|max|maximalt|uppemot|inte mer än|mindre än eller lika med",
        Comparator.ABOUT: "cirka|ca|ca.|ungefär|omkring|runt|uppskattningsvis|kring|i storleksordningen", Comparator.NEARLY: "nästan|knappt|närmare|nära|strax under|inte fullt",
        Comparator.EXACTLY: "exakt|precis", Comparator.EXACT: "bara|endast|totalt|sammanlagt|blott|hela",
    },
    after={
        Comparator.AT_LEAST: "eller mer|eller fler|och mer|eller äldre|och äldre|och uppåt|eller högre|plus", Comparator.AT_MOST: "eller mindre|eller färre|eller yngre|och yngre|eller lägre", Comparator.ABOUT: "eller så",
    },
    between="mellan",
    range_from="från",
    range_to="till",
    range_and="och",
    range_or="eller",
    percent="procent|%|procents|procentig|procentiga",
    percentage_point="procentenhet|procentenheter|%-enheter|procentenheters",
    basis_point="baspunkt|baspunkter|räntepunkter",
    index_point="poäng|punkter|enheter",
    multiples={
        200: "fördubblats|fördubblades|fördubblat|fördubblas|fördubbla|fördubblade|fördubbling", 300: "tredubblats|tredubblades|tredubblat", 400: "fyrdubblats", 500: "femdubblats", 1000: "tiodubblats", 50: "halverats|halverades|halverat|halverade",
    },
    multiples_if={
        200: "dubbelt|dubbla", 300: "tredubbelt",
    },
    fold="faldig|faldigt",
    times="gånger",
    times_ratio="så|fler|mer|högre|större|så många|färre|fortare|dyrare|den|det|om",
    currencies={
        "SEK": "krona|kronor|svenska kronor|sek|kr|kronors|svensk krona", "NOK": "norska kronor|norsk krona", "DKK": "danska kronor|dansk krona", "CZK": "tjeckiska kronor|tjeckisk krona", "ISK": "isländska kronor", "EUR": "euro|eur",
        "USD": "amerikanska dollar|usd", "GBP": "brittiska pund|pund|pund sterling", "CAD": "kanadensiska dollar", "AUD": "australiska dollar", "NZD": "nyzeeländska dollar", "HKD": "hongkongdollar", "PLN": "zloty", "TRY": "turkiska lira|lira", "MXN": "mexikanska pesos", "FIM": "finska mark", "DEM": "tyska mark|d mark", "KRW": "won", "ZAR": "rand", "BRL": "real|brasilianska real", "HUF": "forint|ungerska forint", "UAH": "hryvnia", "JPY": "yen", "CNY": "yuan", "CHF": "schweizerfranc|schweiziska franc|schweizerfrancs",
        "RUB": "rubel", "INR": "indiska rupier", "BTC": "bitcoin",
    },
    shared_currencies={
        "$": "dollar", "rupee": "rupier|rupie", "franc": "franc|francs", "peso": "pesos|peso",
    },
    national_nouns={
        "pound": "pund", "shilling": "shilling",
    },
    nationalities={
        "CAD": "kanadensiska|kanadensisk", "AUD": "australiska|australisk", "NZD": "nyzeeländska", "HKD": "hongkong",
        "SGD": "singapore|singaporianska", "TWD": "taiwanesiska", "JMD": "jamaicanska", "NAD": "namibiska", "MXN": "mexikanska",
        "ARS": "argentinska", "CLP": "chilenska", "COP": "colombianska", "PHP": "filippinska", "UYU": "uruguayanska",
        "DOP": "dominikanska", "CUP": "kubanska", "SEK": "svenska", "NOK": "norska", "DKK": "danska", "CZK": "tjeckiska",
        "ISK": "isländska", "KWD": "kuwaitiska", "IQD": "irakiska", "RSD": "serbiska", "DZD": "algeriska", "TND": "tunisiska",
        "JOD": "jordanska", "BHD": "bahrainska", "LYD": "libyska", "SAR": "saudiska", "IRR": "iranska", "QAR": "qatariska",
        "OMR": "omanska", "YER": "jemenitiska", "EGP": "egyptiska", "LBP": "libanesiska", "SYP": "syriska", "SDG": "sudanesiska",
        "IEP": "irländska", "INR": "indiska", "PKR": "pakistanska", "LKR": "lankesiska", "NPR": "nepalesiska", "MUR": "mauritiska",
        "CHF": "schweiziska", "FRF": "franska", "BEF": "belgiska", "XOF": "cfa", "RWF": "rwandiska", "KES": "kenyanska",
        "UGX": "ugandiska", "TZS": "tanzaniska",
    },
    subunits={
        "SEK 0.01": "öre", "SEK 1000": "tkr", "SEK 1000000": "mkr|mnkr|mnkr.|msek", "SEK 1000000000": "mdkr|mdsek", "USD 0.01": "cent",
    },
    units={
        "mil_se": "mil",
        "um": "mikrometer", "nm": "nanometer", "dm": "decimeter", "nmi": "nautiska mil|sjömil", "yd": "yard", "oz": "uns|ounce", "per_mille": "promille", "mg": "milligram", "ug": "mikrogram", "ct": "karat", "dag": "dekagram",
        "cm2": "kvadratcentimeter", "acre": "tunnland|acres", "ft2": "kvadratfot", "cm3": "kubikcentimeter", "ft3": "kubikfot", "ml": "milliliter", "cl": "centiliter", "dl": "deciliter", "gal": "gallon|gallons",
        "tsp": "tesked|teskedar", "tbsp": "matsked|matskedar", "m/s": "meter per sekund|sekundmeter|meter i sekunden", "mi/h": "engelska mil i timmen", "kn": "knop", "W": "watt", "GW": "gigawatt", "MWh": "megawattimmar",
        "GWh": "gigawattimmar", "TWh": "terawattimmar", "hp": "hästkrafter|hk", "J": "joule", "cal": "kalorier", "kcal": "kilokalorier", "bit": "bit|bitar data", "B": "byte", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte",
        "Hz": "hertz", "MHz": "megahertz", "V": "volt", "A": "ampere", "dB": "decibel", "half_hour": "halvtimmar", "[degF]": "grader fahrenheit", "mm": "millimeter", "cm": "centimeter", "m": "meter|meters|metern", "km": "kilometer", "mi": "engelska mil", "g": "gram", "kg": "kilogram|kilo",
        "t": "ton", "ha": "hektar", "m2": "kvadratmeter", "km2": "kvadratkilometer", "l": "liter", "m3": "kubikmeter",
        "s": "sekund|sekunder", "min": "minut|minuter", "h": "timme|timmar|timmars|timma", "day": "dag|dagar|dygn|dagars", "week": "vecka|veckor|veckors",
        "month": "månad|månader", "year": "år|årig|åriga|åring|åringar|årige|åringen|års", "Cel": "grader celsius|plusgrader", "deg": "grad|grader",
        "km/h": "kilometer i timmen|km i timmen|kilometer per timme|km/tim", "kW": "kilowatt", "MW": "megawatt", "kWh": "kilowattimmar|kilowattimme", "bbl": "fat",
        "lb": "skålpund", "ft": "fot", "in": "tum", "century": "århundrade|sekel", "decade": "decennium|decennier",
    },
    below_zero="under noll|minus",
    sides="gånger",
    per="per|/|i",
    per_adverbs={
        "month": "i månaden|månatligen|per månad", "year": "om året|årligen|per år", "week": "i veckan|per vecka", "day": "om dagen|dagligen|per dag", "hour": "i timmen|per timme", "each": "styck|per styck",
    },
    early_late="början av|slutet av|mitten av|sommaren|hösten|våren|vintern",
    decade_endings="talet|tal|talets",
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
    year_after="års",
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
    adjectives="nya|andra|stora|små|unga|gamla|olika|nytt|extra|hela|ytterligare",
    noun="first",
)  # fmt: skip
