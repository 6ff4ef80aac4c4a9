"""German numbers."""

from app.quantities.language import Language
from app.quantities.quantity import Comparator, TimeRole

GERMAN = Language(
    code="de",
    telltale="der die das und ist nicht mit für von den dem ein eine einer wurde werden auf im zum zur sich des auch wie bei mehr als nach "
    "sind war hat über rund etwa seit",
    decimal_mark=",",
    ordinal_point=True,
    numbers={
        0: "null", 1: "ein|eins|eine|einen|einem|einer|eines", 2: "zwei|zwo", 3: "drei", 4: "vier", 5: "fünf|fuenf", 6: "sechs",
        7: "sieben", 8: "acht", 9: "neun", 10: "zehn", 11: "elf", 12: "zwölf|zwoelf", 13: "dreizehn", 14: "vierzehn",
        15: "fünfzehn|fuenfzehn", 16: "sechzehn", 17: "siebzehn", 18: "achtzehn", 19: "neunzehn", 20: "zwanzig", 30: "dreißig|dreissig",
        40: "vierzig", 50: "fünfzig|fuenfzig", 60: "sechzig", 70: "siebzig", 80: "achtzig", 90: "neunzig",
    },
    hundred="hundert",
    scales={
        3: "tausend", 5: "lakh|lakhs", 7: "crore|crores", 6: "million|millionen", 9: "milliarde|milliarden", 12: "billion|billionen",
        15: "billiarde|billiarden", 18: "trillion|trillionen",
    },
    short_scales={
        3: "tsd|tsd.", 6: "mio|mio.|mill.|mill", 9: "mrd|mrd.|mia|md", 12: "bio|bio.",
    },
    dozens={
        12: "dutzend",
    },
    joiners="und",
    glued=True,
    glue="und",
    point="komma",
    minus="minus",
    articles="ein|eine|einen|einem|einer|eines",
    half_adjectives="halb|halbe|halber|halbes|halben",
    denominators={
        2: "halb|halbe|halber|halbes|halben|hälfte", 3: "drittel|dritteln", 4: "viertel|vierteln", 5: "fünftel|fuenftel|fünfteln",
        6: "sechstel", 7: "siebtel", 8: "achtel", 9: "neuntel", 10: "zehntel", 12: "zwölftel", 20: "zwanzigstel", 100: "hundertstel",
        1000: "tausendstel", 1000000: "millionstel",
    },
    fractions={
        (3, 4): "dreiviertel",
    },
    amounts={
        "0.75 h": "dreiviertelstunde|eine dreiviertelstunde", "0.25 h": "viertelstunde|eine viertelstunde",
    },
    tenths={
        15: "anderthalb|eineinhalb|einundhalb|einundeinhalb", 25: "zweieinhalb", 35: "dreieinhalb", 45: "viereinhalb", 55: "fünfeinhalb",
        65: "sechseinhalb", 75: "siebeneinhalb", 85: "achteinhalb", 95: "neuneinhalb", 105: "zehneinhalb", 125: "zwölfeinhalb",
    },
    denominator_endings="stel|steln|tel|teln",
    share_in="von|aus",
    share_out_of="von je|unter|jeder von",
    ordinals={
        1: "erste|ersten|erster|erstes|erstem", 2: "zweite|zweiten|zweiter|zweites", 3: "dritte|dritten|dritter|drittes",
        4: "vierte|vierten|vierter|viertes", 5: "fünfte|fünften|fünfter|fünftes", 6: "sechste|sechsten|sechster",
        7: "siebte|siebten|siebter|siebente", 8: "achte|achten|achter", 9: "neunte|neunten|neunter", 10: "zehnte|zehnten|zehnter",
        11: "elfte|elften|elfter", 12: "zwölfte|zwölften|zwölfter", 13: "dreizehnte|dreizehnten", 14: "vierzehnte|vierzehnten",
        15: "fünfzehnte|fünfzehnten", 20: "zwanzigste|zwanzigsten", 100: "hundertste|hundertsten",
    },
    every="jede|jeder|jedes|jedem|jeden",
    vague={
        (24, 99): "dutzende|dutzenden|dutzende von", (100, 999): "hunderte|hunderten|hunderte von",
        (1000, 9999): "tausende|tausenden|tausende von", (10000, 99999): "zehntausende|zehntausenden|zehntausende von",
        (100000, 999999): "hunderttausende|hunderttausenden|hunderttausende von", (10000000, 99999999): "dutzende millionen",
        (100000000, 999999999): "hunderte millionen|hunderte von millionen", (1000000000, 9999999999): "milliarden von",
        (1000000, 9999999): "millionen von",
    },
    countless="mehrere|mehreren|einige|einigen|etliche|viele|wenige|zahlreiche|ein paar",
    before={
        Comparator.MORE_THAN: "über|mehr als|größer als|oberhalb von|jenseits von|länger als|höher als|grösser als|deutlich über"
        "|übersteigt|überstieg|gut|älter als|übertraf|weit über",
        Comparator.AT_LEAST: "mindestens|wenigstens|nicht weniger als|zumindest|ab|minimum|größer gleich|größer oder gleich|nicht unter",
        Comparator.LESS_THAN: "unter|weniger als|kleiner als|unterhalb von|niedriger als|kürzer als|jünger als|geringer als",
        Comparator.AT_MOST: "höchstens|maximal|bis zu|nicht mehr als|allenfalls|kleiner gleich|kleiner oder gleich|nicht über|bis"
        "|so viel wie|so viele wie",
        Comparator.ABOUT: "rund|etwa|ungefähr|circa|ca.|ca|zirka|gegen|annähernd|schätzungsweise|in etwa|um die|ungefaehr|geschätzt"
        "|geschätzte|an die|grob|in der größenordnung von",
        Comparator.NEARLY: "fast|beinahe|knapp|nahezu|nicht ganz|kaum|annähernd|kurz vor|knapp unter|bald",
        Comparator.EXACTLY: "genau|exakt|präzise|gleich",
        Comparator.EXACT: "nur|lediglich|bloß|insgesamt|gerade mal|gerade einmal|ganze|ein volles|eine volle|volle",
    },
    after={
        Comparator.AT_LEAST: "oder mehr|und mehr|oder darüber|und darüber|oder älter|und älter|oder höher|plus|mindestens|+|oder größer",
        Comparator.AT_MOST: "oder weniger|und weniger|oder jünger|und jünger|oder darunter|höchstens|oder kleiner",
        Comparator.ABOUT: "oder so|ungefähr|in etwa|mehr oder weniger",
    },
    softeners="deutlich|etwas|nur|gerade|weit|wesentlich|leicht|erheblich|noch|sogar|schon|bereits|insgesamt|jeweils",
    between_articles="den|die|das|der|des|dem|ein|eine|einen|einem",
    between="zwischen|zwischen den|zwischen der",
    range_from="von|zwischen",
    range_to="bis|auf|bis zu",
    range_and="und",
    range_or="oder",
    percent="%|prozent|v.h.|vom hundert|prozente|prozentig|prozentige|prozentigen|prozentiger|prozentiges",
    percentage_point="prozentpunkt|prozentpunkte|prozentpunkten|%-punkte",
    basis_point="basispunkt|basispunkte|basispunkten",
    index_point="punkt|punkte|punkten|zähler|zählern",
    multiples={
        200: "verdoppelt|verdoppelte|verdoppelten|verdoppeln|verdoppelung|verdopplung|verdoppelte sich|das doppelte",
        300: "verdreifacht|verdreifachte|verdreifachten|verdreifachen|verdreifachung|das dreifache",
        400: "vervierfacht|vervierfachte|vervierfachten|vervierfachen", 500: "verfünffacht|verfünffachte",
        1000: "verzehnfacht|verzehnfachte|verzehnfachen", 50: "halbiert|halbierte|halbierten|halbieren|halbierung",
    },
    multiples_if={
        50: "halb", 200: "doppelt|doppelte|doppelten|doppelter|zweimal", 300: "dreimal", 400: "viermal", 500: "fünfmal", 1000: "zehnmal",
    },
    adverb_times={
        2: "zweimal", 3: "dreimal", 4: "viermal", 5: "fünfmal", 6: "sechsmal", 7: "siebenmal", 8: "achtmal", 9: "neunmal", 10: "zehnmal",
        100: "hundertmal",
    },
    fold="fach|fache|fachen|faches|facher|fachem",
    times="mal|×|x",
    times_ratio="so|mehr|höher|größer|schneller|stärker|wie|als|das|die|weniger|teurer|billiger|länger|wahrscheinlicher",
    magnitude="größenordnung|größenordnungen",
    deciles={
        10: "unterste dezil|oberste dezil|untersten dezil|obersten dezil",
    },
    all_but="alle außer|alle bis auf",
    rank_second_to="nur übertroffen von",
    superlatives="höchste|höchsten|größte|größten|kleinste|kleinsten|niedrigste|niedrigsten|längste|beste|besten|schlechteste|älteste"
    "|jüngste|reichste|ärmste|meisten",
    superlative_scope="aller|von allen|unter allen|seit beginn der aufzeichnungen",
    rank_nouns="platz|rang|stelle|position|platzes|größte|größten",
    rank_verbs="platz|rang|stelle|position",
    currencies={
        "EUR": "euro|euros|eur", "USD": "us dollar|us dollars|amerikanische dollar|usd|us $",
        "GBP": "pfund sterling|britische pfund|britischen pfund|gbp|englische pfund", "CHF": "franken|schweizer franken|chf|fränkli",
        "JPY": "yen|japanische yen|jpy", "CNY": "yuan|renminbi|chinesische yuan|cny", "CAD": "kanadische dollar|kanadischen dollar|cad",
        "AUD": "australische dollar|australischen dollar|aud", "NZD": "neuseeland dollar|neuseeländische dollar",
        "HKD": "hongkong dollar", "INR": "indische rupien|indischen rupien|inr", "RUB": "rubel|russische rubel",
        "TRY": "türkische lira|lira", "PLN": "zloty|złoty|polnische zloty", "CZK": "tschechische kronen",
        "SEK": "schwedische kronen|schwedischen kronen", "NOK": "norwegische kronen|norwegischen kronen",
        "DKK": "dänische kronen|dänischen kronen", "HUF": "forint|ungarische forint", "DEM": "mark|deutsche mark|d mark|dm",
        "ATS": "schilling", "FIM": "finnische mark|finnmark|finnischen mark", "BRL": "brasilianische real|reais",
        "KRW": "won|südkoreanische won", "UAH": "hrywnja|griwna", "KHR": "kambodschanische riel|riel", "ZAR": "rand",
        "MXN": "mexikanische pesos", "ILS": "schekel", "THB": "baht", "BTC": "bitcoin|bitcoins",
    },
    shared_currencies={
        "$": "dollar|dollars", "rupee": "rupie|rupien", "peso": "peso|pesos", "crown": "krone|kronen", "dinar": "dinar",
        "rial": "rial|riyal", "franc": "francs",
    },
    national_nouns={
        "pound": "pfund", "shilling": "schilling|shilling",
    },
    nationalities={
        "CAD": "kanadische|kanadischen|kanadischer", "AUD": "australische|australischen", "NZD": "neuseeländische|neuseeländischen",
        "HKD": "hongkong", "SGD": "singapur|singapurische", "TWD": "taiwan|taiwanische", "JMD": "jamaikanische|jamaika",
        "NAD": "namibische|namibia", "MXN": "mexikanische|mexikanischen", "ARS": "argentinische|argentinischen",
        "CLP": "chilenische|chilenischen", "COP": "kolumbianische|kolumbianischen", "PHP": "philippinische|philippinischen",
        "UYU": "uruguayische|uruguayischen", "DOP": "dominikanische", "CUP": "kubanische|kubanischen",
        "SEK": "schwedische|schwedischen|schwedischer", "NOK": "norwegische|norwegischen", "DKK": "dänische|dänischen",
        "CZK": "tschechische|tschechischen|tschechischer", "ISK": "isländische|isländischen", "KWD": "kuwaitische|kuwait",
        "IQD": "irakische|irakischen", "RSD": "serbische|serbischen", "DZD": "algerische|algerischen", "TND": "tunesische|tunesischen",
        "JOD": "jordanische|jordanischen", "BHD": "bahrainische", "LYD": "libysche|libyschen", "SAR": "saudi|saudische|saudischen",
        "IRR": "iranische|iranischen", "QAR": "katarische|katar", "OMR": "omanische", "YER": "jemenitische",
        "EGP": "ägyptische|ägyptischen", "LBP": "libanesische|libanesischen", "SYP": "syrische|syrischen",
        "SDG": "sudanesische|sudanesischen", "IEP": "irische|irischen", "INR": "indische|indischen",
        "PKR": "pakistanische|pakistanischen", "LKR": "sri lanka|srilankische", "NPR": "nepalesische|nepalesischen",
        "MUR": "mauritius", "CHF": "schweizer", "FRF": "französische|französischen", "BEF": "belgische|belgischen", "XOF": "cfa",
        "RWF": "ruanda", "KES": "kenianische|kenia", "UGX": "uganda", "TZS": "tansanische|tansania",
    },
    subunits={
        "EUR 0.01": "cent|cents|eurocent", "CHF 0.01": "rappen", "GBP 0.01": "pence", "DEM 0.01": "pfennig|pfennige",
    },
    units={
        "mm": "millimeter|millimetern", "cm": "zentimeter|zentimetern", "dm": "dezimeter", "m": "meter|metern|metres",
        "km": "kilometer|kilometern", "in": "zoll", "ft": "fuß|fuss", "yd": "yard|yards", "mi": "meile|meilen",
        "nmi": "seemeile|seemeilen", "um": "mikrometer|mikrometern", "nm": "nanometer|nanometern",
        "ly": "lichtjahr|lichtjahre|lichtjahren", "ug": "mikrogramm", "mg": "milligramm", "per_mille": "promille", "g": "gramm", "kg": "kilogramm|kilo|kilos",
        "t": "tonne|tonnen|metrische tonnen", "lb": "pfund", "oz": "unze|unzen", "cwt": "zentner", "mm2": "quadratmillimeter",
        "cm2": "quadratzentimeter|quadratzentimetern", "m2": "quadratmeter|quadratmetern|qm", "ha": "hektar",
        "km2": "quadratkilometer|quadratkilometern|qkm", "acre": "acre", "ml": "milliliter|millilitern", "cl": "zentiliter",
        "l": "liter|litern", "hl": "hektoliter", "cm3": "kubikzentimeter|kubikzentimetern", "m3": "kubikmeter|kubikmetern",
        "km3": "kubikkilometer", "gal": "gallone|gallonen", "bbl": "barrel|fass", "tsp": "teelöffel", "tbsp": "esslöffel",
        "cup": "tasse|tassen", "ms": "millisekunde|millisekunden", "s": "sekunde|sekunden", "min": "minute|minuten",
        "h": "stunde|stunden|std|std.", "day": "tag|tage|tagen|tages", "week": "woche|wochen|wöchig|wöchige|wöchigen",
        "month": "monat|monate|monaten|monatige|monatigen", "year": "jahr|jahre|jahren|jahres|jähriger|jährige|jährigen|jähriges|jährig",
        "decade": "jahrzehnt|jahrzehnte|jahrzehnten", "century": "jahrhundert|jahrhunderte|jahrhunderten",
        "millennium": "jahrtausend|jahrtausende|jahrtausenden", "Cel": "grad celsius|grad c|° celsius",
        "[degF]": "grad fahrenheit|° fahrenheit", "K": "kelvin",
        "km/h": "kilometer pro stunde|kilometern pro stunde|stundenkilometer|stundenkilometern|km pro stunde|tempo",
        "m/s": "meter pro sekunde|metern pro sekunde", "mi/h": "meilen pro stunde", "kn": "knoten", "J": "joule", "kJ": "kilojoule",
        "cal": "kalorie|kalorien", "kcal": "kilokalorie|kilokalorien", "Wh": "wattstunden", "kWh": "kilowattstunde|kilowattstunden",
        "MWh": "megawattstunde|megawattstunden", "GWh": "gigawattstunde|gigawattstunden", "TWh": "terawattstunde|terawattstunden",
        "W": "watt", "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "PS": "pferdestärken", "bit": "bit|bits", "B": "byte|bytes",
        "kB": "kilobyte", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "Pa": "pascal", "hPa": "hektopascal", "bar": "bar",
        "Hz": "hertz", "MHz": "megahertz", "GHz": "gigahertz", "V": "volt", "A": "ampere", "deg": "grad", "dB": "dezibel",
        "mSv": "millisievert", "IU": "ie|internationale einheiten", "turn": "umdrehung|umdrehungen|turn",
    },
    below_zero="unter null",
    sides="mal|auf",
    per="pro|je|im|/|am|per|in der",
    per_adverbs={
        "day": "täglich|am tag|pro tag", "week": "wöchentlich", "month": "monatlich|im monat",
        "year": "jährlich|im jahr|pro jahr|p.a.|per annum", "hour": "stündlich|die stunde", "each": "jeweils",
    },
    months=(
        "januar|jan|jan.|jänner", "februar|feb|feb.", "märz|mär.", "april|apr.", "mai", "juni|jun.", "juli|jul.", "august|aug.",
        "september|sept.|sep.", "oktober|okt.", "november|nov.", "dezember|dez.",
    ),
    weekdays="montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag",
    times_of={
        TimeRole.SINCE: "seit|seit dem|seit dem jahr", TimeRole.BY: "bis ende|bis zum", TimeRole.AS_OF: "stand|per|zum|zum ende|ende",
        TimeRole.FROM: "ab|von|vom", TimeRole.UNTIL: "bis", TimeRole.IN: "im|in|am|im jahr|im jahre|während", TimeRole.AFTER: "nach",
        TimeRole.BEFORE: "vor",
    },
    date_links="des|der|im",
    early_late="anfang|mitte|ende|beginn|frühjahr|sommer|herbst|winter|frühling|das jahr|jahr|jahres",
    year_words="jahr|kalenderjahr",
    decade_endings="er jahre|er jahren|er-jahre|er jahre des",
    fiscal="geschäftsjahr|haushaltsjahr|fiskaljahr|geschäftsjahres|wirtschaftsjahr",
    quarters="quartal|quartals",
    halves="halbjahr|halbjahres|jahreshälfte",
    last="letztes|letzten|vergangenes|vergangenen|voriges|vorigen|im vergangenen|im letzten|vergangene|letzte",
    this="dieses|diesem|diesen|laufenden|im laufenden",
    next="nächstes|nächsten|kommendes|kommenden",
    ago="vor",
    clock="uhr",
    year_before="jahr|jahre|jahres|seit|sommer|winter|herbst|frühjahr|frühling|anfang|mitte|ende|in|von|bis|vor|nach|ab|um|stand|©"
    "|geschäftsjahr",
    determiners="das|der|die|dem|den|des|im|am|vom|zum|zur|diesem|diesen",
    rise="stieg|stiegen|steigt|steigen|gestiegen|anstieg|zunahme|zugenommen|wuchs|wuchsen|wächst|gewachsen|wachstum|plus|erhöhte|erhöht"
    "|erhöhten|erhöhung|zulegte|legte|legten|zugelegt|kletterte|kletterten|mehr|höher|gewann|gewinn|zuwachs|steigerte|steigern"
    "|gesteigert|steigerung|ausgeweitet|sprang|verteuerten|verteuerte|teurer",
    fall="fiel|fielen|fällt|fallen|gefallen|sank|sanken|sinkt|sinken|gesunken|rückgang|abnahme|verlor|verloren|verlust|minus|reduzierte"
    "|reduziert|reduzieren|senkte|senken|gesenkt|senkung|schrumpfte|schrumpften|geschrumpft|weniger|niedriger|kürzte|gekürzt|kürzung"
    "|stürzte|brach|einbruch|verringerte|verringert|ging|gingen|billiger|günstiger|nachgegeben",
    by="um",
    to="auf|bei|erreichte|erreichten",
    from_="von|vom",
    name_words="abschnitt|artikel|art.|kapitel|kap.|abbildung|abb.|tabelle|tab.|seite|seiten|s.|band|bd.|version|§|§§|absatz|abs.|satz"
    "|teil|punkt|ziffer|nummer|kanal|zimmer|gleis|linie|a|b|bundesstraße|autobahn|boeing|airbus|covid|apollo|windows|iphone|klasse|stufe"
    "|phase|typ|modell|formel|block|paragraf|paragraph|isbn|din|iso|en|kw|gruppe|raum|halle|tor|staffel|folge|lektion|aufgabe|fußnote"
    "|anlage|anhang",
    numbering="nr.|nr|nummer|nrn.|no.|№|#",
    idioms="in erster linie|in zweiter linie|zum ersten mal|zum zweiten mal|einer der|eine der|eines der|einen der|einem der|ein paar"
    "|eines tages|zum einen|auf der einen seite|unter anderem",
    one="ein|eine|einen|einem|einer|eines",
    definite="die|diese|beide|beiden|den|der",
    scores="gewann|gewonnen|siegte|besiegte|schlug|verlor|verloren|sieg|niederlage|unentschieden|spiel|endstand|stimmen|abstimmung",
    stops="der|die|das|den|dem|des|ein|eine|einer|einem|einen|eines|und|oder|aber|als|wie|dass|daß|weil|wenn|in|im|an|am|auf|bei|beim"
    "|mit|nach|von|vom|vor|zu|zum|zur|für|über|unter|um|aus|durch|gegen|ohne|bis|seit|ist|sind|war|waren|wird|werden|wurde|wurden|hat"
    "|haben|hatte|hatten|sein|kann|können|muss|müssen|soll|sollen|nicht|auch|noch|nur|schon|sich|er|sie|es|wir|ich|ihr|ihre|seine|dieser"
    "|diese|dieses|pro|je",
    noun="capital",
)  # fmt: skip
