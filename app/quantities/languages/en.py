"""English numbers."""

from app.quantities.language import Language
from app.quantities.quantity import Comparator, TimeRole

ENGLISH = Language(
    code="en",
    telltale="the of and to is was were that with for by are from this has have its his been their which more than in on at it as",
    numbers={
        0: "zero|nought|naught|nil", 1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
        10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen", 17: "seventeen",
        18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty|fourty", 50: "fifty", 60: "sixty", 70: "seventy",
        80: "eighty", 90: "ninety|ninty",
    },
    hundred="hundred",
    scales={
        3: "thousand", 5: "lakh|lac|lakhs", 6: "million|millions", 7: "crore|crores", 9: "billion|billions", 12: "trillion|trillions",
        15: "quadrillion|quadrillions", 18: "quintillion", 21: "sextillion",
    },
    short_scales={
        3: "k", 6: "m|mn|mln|mil|mm|mill", 7: "cr", 9: "b|bn|bln|bil", 12: "t|tn|trn|tln",
    },
    dozens={
        12: "dozen|dozens|doz|dozs|dz|dzs",
    },
    joiners="and",
    point="point",
    minus="minus|negative",
    articles="a|an",
    whole="full|entire|whole|single",
    denominators={
        2: "half|halves", 3: "third|thirds", 4: "quarter|quarters|fourth|fourths", 5: "fifth|fifths", 6: "sixth|sixths",
        7: "seventh|sevenths", 8: "eighth|eighths", 9: "ninth|ninths", 10: "tenth|tenths", 12: "twelfth|twelfths",
        16: "sixteenth|sixteenths", 20: "twentieth|twentieths", 30: "thirtieth|thirtieths", 32: "thirty second|thirty seconds",
        40: "fortieth|fortieths", 50: "fiftieth|fiftieths", 100: "hundredth|hundredths", 1000: "thousandth|thousandths",
        1000000: "millionth|millionths", 1000000000: "billionth|billionths", 1000000000000: "trillionth|trillionths",
    },
    share_in="in",
    share_over="over",
    share_out_of="out of|out of every|in every|of every|out of each|in each",
    ordinals={
        1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth",
        11: "eleventh", 12: "twelfth", 13: "thirteenth", 14: "fourteenth", 15: "fifteenth", 16: "sixteenth", 17: "seventeenth",
        18: "eighteenth", 19: "nineteenth", 20: "twentieth", 30: "thirtieth", 40: "fortieth", 50: "fiftieth", 60: "sixtieth",
        70: "seventieth", 80: "eightieth", 90: "ninetieth", 100: "hundredth", 1000: "thousandth", 1000000: "millionth",
    },
    ordinal_suffixes="st|nd|rd|th",
    every="every|each",
    vague={
        (2, 3): "a couple of|couple of|a couple", (24, 99): "dozens of|dozens", (20, 99): "scores of|tens of",
        (100, 999): "hundreds of|hundreds", (1000, 9999): "thousands of|thousands",
        (10000, 99999): "tens of thousands of|tens of thousands", (100000, 999999): "hundreds of thousands of|hundreds of thousands",
        (1000000, 9999999): "millions of|millions", (10000000, 99999999): "tens of millions of|tens of millions",
        (100000000, 999999999): "hundreds of millions of|hundreds of millions", (1000000000, 9999999999): "billions of|billions",
        (10000000000, 99999999999): "tens of billions of|tens of billions",
        (100000000000, 999999999999): "hundreds of billions of|hundreds of billions",
        (1000000000000, 9999999999999): "trillions of|trillions",
    },
    countless="several|many|few|numerous|countless",
    before={
        Comparator.MORE_THAN: "over|more than|greater than|larger than|higher than|bigger than|longer than|in excess of|above|exceeds"
        "|exceed|exceeded|exceeding|upwards of|upward of|surpassed|surpasses|surpass|surpassing|topped|tops|topping|north of|beyond"
        "|older than|better than|not less than|>",
        Comparator.AT_LEAST: "at least|no fewer than|no less than|not fewer than|a minimum of|minimum of|minimum|at the least"
        "|greater than or equal to|≥|>=|=>|more than or equal to|equal to or more than|equal to or greater than|starting at|not below"
        "|not under",
        Comparator.LESS_THAN: "under|less than|fewer than|lower than|smaller than|below|beneath|shorter than|younger than|south of"
        "|short of|<",
        Comparator.AT_MOST: "at most|no more than|not more than|up to|as much as|as many as|a maximum of|maximum of|at the most"
        "|less than or equal to|≤|<=|=<|not exceeding|not above|not over|as high as|as long as|as few as or less|less or equal to"
        "|less or equal than|no greater than",
        Comparator.ABOUT: "about|around|approximately|roughly|some|circa|c.|ca.|ca|approx|approx.|an estimated|estimated|~|≈"
        "|in the region of|on the order of|of the order of|in the neighborhood of|in the neighbourhood of|somewhere around"
        "|an average of about|more or less|close on|or about|plus or minus|±|perhaps|maybe",
        Comparator.NEARLY: "nearly|almost|close to|just under|just shy of|just short of|just below|approaching|nearing|not quite"
        "|virtually|little less than|a little under|slightly under|slightly less than|slightly below",
        Comparator.EXACTLY: "exactly|precisely|equal to|equals|equals to|equaling to",
        Comparator.EXACT: "a total of|totaling|totalling|only|just|merely|a mere|a full|an entire|fully|a whopping|a record|all of"
        "|as few as|as little as|as low as",
    },
    after={
        Comparator.AT_LEAST: "or more|or higher|or greater|or above|or over|and above|and over|and up|or older|and older|plus|or longer"
        "|or better|+|at least|or bigger|or larger|or greater than|or more than",
        Comparator.AT_MOST: "or less|or fewer|or lower|or below|or under|and under|or younger|and younger|at most|at the most|max"
        "|maximum|or less than",
        Comparator.ABOUT: "or so|or thereabouts|approximately|more or less|give or take|odd",
    },
    softeners="well|just|only|slightly|a bit|a little|a little bit|significantly|substantially|considerably|much|far|somewhat"
    "|comfortably|even|still|perhaps|possibly|maybe|say|easily|way|merely|a mere|now|marginally|closely|very|roughly|about|around"
    "|anywhere",
    between="between|anywhere between|somewhere between|in between",
    range_from="from|ranging from|ranged from|anywhere from|range from",
    range_to="to|through|until|till|up to",
    range_and="and",
    range_or="or",
    percent="%|percent|per cent|pct|pct.|percents|percentage|% percent|pc",
    percentage_point="percentage point|percentage points|percent point|percent points|per cent point|per cent points|percentage pts|pp"
    "|ppt|ppts|% points|%-points|pct points|pct point",
    basis_point="basis point|basis points|bps|bp",
    index_point="point|points|pts",
    multiples={
        200: "doubled|doubling|doubles", 300: "tripled|tripling|triples|trebled|trebling", 400: "quadrupled|quadrupling|quadruples",
        500: "quintupled|quintupling", 600: "sextupled", 50: "halved|halving",
    },
    multiples_if={
        200: "double|twice", 300: "triple|treble|thrice", 400: "quadruple", 500: "quintuple", 50: "halve",
    },
    adverb_times={
        2: "twice", 3: "thrice",
    },
    fold="fold",
    times="times|time|x|×",
    times_ratio="as|more|less|higher|lower|larger|bigger|greater|faster|slower|smaller|better|worse|stronger|the|that|what|its|their|his"
    "|her|fewer|longer|shorter|cheaper|richer|likelier|over|earnings|revenue|sales|forward|increase|deadlier|heavier|older|taller|wider",
    magnitude="order of magnitude|orders of magnitude",
    deciles={
        10: "bottom decile|top decile|lowest decile|highest decile", 20: "bottom quintile|top quintile|lowest quintile|highest quintile",
        25: "bottom quartile|top quartile|lowest quartile|highest quartile", 1: "top percentile|bottom percentile",
    },
    all_but="all but",
    rank_second_to="second only to",
    superlatives="highest|lowest|largest|smallest|biggest|fastest|slowest|richest|poorest|longest|oldest|youngest|tallest|worst|best"
    "|deadliest|busiest|greatest|heaviest|fewest|strongest|hottest|coldest|warmest|wealthiest|wettest|driest|cheapest|costliest|leading"
    "|highest ranked|populous|common|popular",
    superlative_scope="of any|of all|among all|among the|on record|in history|of its kind|since records began|ever recorded",
    rank_nouns="place|rank|spot|position|overall|seed|ranked",
    rank_verbs="ranked|ranks|rank|ranking|finished|placed|came|finishing|placing|finishes|at|seeded",
    currencies={
        "USD": "us dollar|us dollars|u.s. dollar|u.s. dollars|american dollar|american dollars|united states dollar"
        "|united states dollars|usd|bucks|buck|us $",
        "EUR": "euro|euros|eur",
        "GBP": "pound sterling|pounds sterling|british pound|british pounds|sterling|quid|gbp|uk pounds|english pounds",
        "JPY": "yen|japanese yen|jpy", "CNY": "yuan|renminbi|rmb|chinese yuan|cny|yuan renminbi", "CHF": "swiss franc|swiss francs|chf",
        "CAD": "canadian dollar|canadian dollars|cad", "AUD": "australian dollar|australian dollars|aud",
        "NZD": "new zealand dollar|new zealand dollars|nzd|kiwi dollars", "HKD": "hong kong dollar|hong kong dollars|hkd|hk dollars",
        "SGD": "singapore dollar|singapore dollars|sgd", "TWD": "taiwan dollar|taiwan dollars|new taiwan dollars",
        "INR": "indian rupee|indian rupees|inr", "PKR": "pakistani rupee|pakistani rupees|pakistan rupees",
        "LKR": "sri lankan rupee|sri lankan rupees", "IDR": "rupiah|rupiahs|indonesian rupiah",
        "RUB": "ruble|rubles|rouble|roubles|russian ruble|russian rubles|russian roubles|rub", "UAH": "hryvnia|hryvnias|hryvnya",
        "BRL": "brazilian real|brazilian reais|reais|brl", "MXN": "mexican peso|mexican pesos|mxn",
        "ARS": "argentine peso|argentine pesos|argentinian pesos", "CLP": "chilean peso|chilean pesos",
        "COP": "colombian peso|colombian pesos", "PHP": "philippine peso|philippine pesos", "CUP": "cuban peso|cuban pesos",
        "KRW": "won|korean won|south korean won|krw", "KPW": "north korean won", "VND": "dong|vietnamese dong", "THB": "baht|thai baht",
        "MYR": "ringgit|malaysian ringgit", "TRY": "lira|liras|turkish lira|turkish liras", "ZAR": "rand|rands|south african rand",
        "NGN": "naira|nigerian naira", "GHS": "cedi|cedis", "KES": "kenyan shilling|kenyan shillings|kenya shillings",
        "TZS": "tanzanian shilling|tanzanian shillings", "UGX": "ugandan shilling|ugandan shillings", "ETB": "birr|ethiopian birr",
        "EGP": "egyptian pound|egyptian pounds", "SAR": "saudi riyal|saudi riyals", "AED": "dirham|dirhams|uae dirham|uae dirhams",
        "QAR": "qatari riyal|qatari riyals", "KWD": "kuwaiti dinar|kuwaiti dinars", "IRR": "iranian rial|iranian rials|toman|tomans",
        "ILS": "shekel|shekels|israeli shekel|new israeli shekels",
        "SEK": "swedish crowns|swedish crown|swedish kroner|swedish krona|swedish kronor|kronor|krona|sek",
        "NOK": "norwegian crowns|norwegian crown|norwegian kroner|norwegian krone|norwegian kroner|nok",
        "DKK": "danish krone|danish kroner|dkk|danish crowns", "ISK": "icelandic krona|icelandic kronur",
        "PLN": "zloty|zlotys|polish zloty|pln", "CZK": "czech crown|koruna|korunas|czech koruna|czech crowns|czk",
        "HUF": "forint|forints|hungarian forint|hungarian forints", "RON": "romanian leu|romanian lei|lei", "BGN": "bulgarian lev|leva",
        "HRK": "kuna|kunas", "RSD": "serbian dinar|serbian dinars", "GEL": "lari|georgian lari", "KZT": "tenge", "UZS": "uzbek som|sum",
        "AMD": "armenian dram", "AZN": "manat|azerbaijani manat", "LAK": "kip|lao kip", "KHR": "riel|riels|cambodian riel",
        "MMK": "kyat|kyats", "BDT": "taka|bangladeshi taka", "AFN": "afghani|afghanis", "MNT": "tugrik|tugriks",
        "CRC": "colones|costa rican colon|costa rican colón", "PYG": "guarani|guaranies", "PEN": "nuevo sol|soles|peruvian sol",
        "BOB": "bolivianos|boliviano", "VES": "bolivar|bolivars|bolivares", "GTQ": "quetzal|quetzales", "HNL": "lempira|lempiras",
        "DZD": "algerian dinar|algerian dinars", "MAD": "moroccan dirham|moroccan dirhams", "TND": "tunisian dinar|tunisian dinars",
        "XOF": "cfa franc|cfa francs", "ITL": "italian lira|italian lire|lire",
        "DEM": "deutsche mark|deutsche marks|deutschmark|deutschmarks|marks|west german marks|german marks|d-marks",
        "FRF": "french franc|french francs", "ESP": "peseta|pesetas",
        "NLG": "guilder|guilders|dutch guilder|dutch guilders|netherlands guilder|netherlands guilders",
        "FIM": "markka|markkas|finnish markka|finnish markkas|finnmarks", "BEF": "belgian franc|belgian francs",
        "ATS": "austrian schilling|austrian schillings", "PTE": "escudo|escudos", "GRD": "drachma|drachmas",
        "IEP": "punt|irish pounds|irish punts", "BTC": "bitcoin|bitcoins|btc", "ETH": "ether|ethers",
    },
    shared_currencies={
        "$": "dollar|dollars", "rupee": "rupee|rupees", "franc": "franc|francs", "peso": "peso|pesos", "crown": "crowns|kroner|krone",
        "dinar": "dinar|dinars", "rial": "rial|rials|riyal|riyals", "pound": "pound|pounds", "shilling": "shilling|shillings",
    },
    subunits={
        "USD 0.01": "cent|cents|us cents|u.s. cents", "GBP 0.01": "pence|penny|pennies|p", "EUR 0.01": "euro cents|eurocents|euro cent",
        "BTC 0.00000001": "satoshi|satoshis", "USD 0.000001": "microdollar|microdollars", "JPY 0.01": "sen", "INR 0.01": "paise|paisa",
    },
    units={
        "nm": "nanometer|nanometers|nanometre|nanometres", "um": "micrometer|micrometers|micrometre|micrometres|micron|microns",
        "pm": "picometer|picometers|picometre|picometres", "mm": "millimeter|millimeters|millimetre|millimetres",
        "cm": "centimeter|centimeters|centimetre|centimetres", "dm": "decimeter|decimeters|decimetre|decimetres",
        "m": "meter|meters|metre|metres", "km": "kilometer|kilometers|kilometre|kilometres|kms",
        "hm": "hectometer|hectometers|hectometre", "in": "inch|inches", "ft": "foot|feet", "yd": "yard|yards",
        "mi": "mile|miles|statute miles", "nmi": "nautical mile|nautical miles", "au": "astronomical unit|astronomical units",
        "ly": "light year|light years", "pc": "parsec|parsecs", "ug": "microgram|micrograms|microgramme|microgrammes",
        "mg": "milligram|milligrams|milligramme|milligrammes", "g": "gram|grams|gramme|grammes",
        "kg": "kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos",
        "t": "tonne|tonnes|metric ton|metric tons|metric tonnes|metric tonne", "kt": "kiloton|kilotons|kilotonne|kilotonnes",
        "Mt": "megaton|megatons|megatonne|megatonnes", "Gt": "gigaton|gigatons|gigatonne|gigatonnes", "oz": "ounce|ounces", "st": "stone",
        "ton_us": "ton|tons|short ton|short tons", "ton_uk": "long ton|long tons|imperial tons", "ct": "carat|carats|karat|karats",
        "dr": "dram|drams", "cwt": "hundredweight", "mm2": "square millimeters|square millimetres",
        "cm2": "square centimeter|square centimeters|square centimetre|square centimetres",
        "m2": "square meter|square meters|square metre|square metres|sq m|sq. m|sq meters|sq metres", "ha": "hectare|hectares",
        "km2": "square kilometer|square kilometers|square kilometre|square kilometres|sq km|sq. km|sq kilometers|sq kilometres",
        "in2": "square inch|square inches|sq in", "ft2": "square foot|square feet|sq ft|sq. ft|sq. ft.|sq feet",
        "yd2": "square yard|square yards", "acre": "acre|acres", "mi2": "square mile|square miles|sq mi|sq. mi|sq miles",
        "ml": "milliliter|milliliters|millilitre|millilitres", "cl": "centiliter|centiliters|centilitre|centilitres",
        "dl": "deciliter|deciliters|decilitre", "l": "liter|liters|litre|litres", "hl": "hectoliter|hectoliters|hectolitre|hectolitres",
        "cm3": "cubic centimeter|cubic centimeters|cubic centimetre|cubic centimetres|cu cm",
        "m3": "cubic meter|cubic meters|cubic metre|cubic metres|cu m", "hm3": "cubic hectometres|cubic hectometers",
        "km3": "cubic kilometers|cubic kilometres|cubic kilometer",
        "ft3": "cubic foot|cubic feet|cu ft|cu. ft.", "gal": "gallon|gallons|us gallons|u.s. gallons",
        "gal_uk": "imperial gallon|imperial gallons", "qt": "quart|quarts", "pt": "pint|pints", "cup": "cup|cups",
        "fl_oz": "fluid ounce|fluid ounces|fl oz|fl. oz.", "tbsp": "tablespoon|tablespoons", "tsp": "teaspoon|teaspoons",
        "bbl": "barrel|barrels", "acre_ft": "acre foot|acre feet", "ns": "nanosecond|nanoseconds", "us": "microsecond|microseconds",
        "ms": "millisecond|milliseconds", "s": "second|seconds|sec", "min": "minute|minutes", "h": "hour|hours", "day": "day|days",
        "week": "week|weeks", "month": "month|months", "year": "year|years",
        "Cel": "degrees celsius|degree celsius|degrees centigrade|celsius|centigrade|degrees c|deg c|° celsius",
        "[degF]": "degrees fahrenheit|degree fahrenheit|fahrenheit|degrees f|deg f|° fahrenheit", "K": "kelvin|kelvins|degrees kelvin",
        "km/h": "kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour|km per hour|km an hour|kilometer per hour"
        "|kilometre per hour|kmph|kilometers / hour",
        "m/s": "meters per second|metres per second|meter per second|metre per second|meters a second|metres a second|m per second",
        "mi/h": "miles per hour|miles an hour|mile per hour|mile an hour|m.p.h.|miles / hour", "kn": "knot|knots", "J": "joule|joules",
        "kJ": "kilojoule|kilojoules", "MJ": "megajoule|megajoules", "cal": "calorie|calories|cals",
        "kcal": "kilocalorie|kilocalories|kcals", "Wh": "watt hour|watt hours", "kWh": "kilowatt hour|kilowatt hours|kilowatthours",
        "MWh": "megawatt hour|megawatt hours|megawatthours", "GWh": "gigawatt hour|gigawatt hours", "TWh": "terawatt hour|terawatt hours",
        "BTU": "british thermal units|british thermal unit|btus", "W": "watt|watts", "kW": "kilowatt|kilowatts",
        "MW": "megawatt|megawatts", "GW": "gigawatt|gigawatts", "TW": "terawatt|terawatts", "hp": "horsepower|brake horsepower",
        "bit": "bit|bits", "B": "byte|bytes", "kB": "kilobyte|kilobytes", "MB": "megabyte|megabytes|meg|megs",
        "GB": "gigabyte|gigabytes|gig|gigs", "TB": "terabyte|terabytes", "PB": "petabyte|petabytes", "EB": "exabyte|exabytes",
        "ZB": "zettabyte|zettabytes", "KiB": "kibibytes|kibibyte", "MiB": "mebibytes|mebibyte", "GiB": "gibibytes|gibibyte",
        "Mbit": "megabit|megabits", "Gbit": "gigabit|gigabits", "kbit": "kilobit|kilobits",
        "Mbit/s": "megabits per second|megabits a second", "Gbit/s": "gigabits per second", "kbit/s": "kilobits per second",
        "Pa": "pascal|pascals", "hPa": "hectopascal|hectopascals", "psi": "pounds per square inch", "mbar": "millibar|millibars",
        "atm": "atmospheres", "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz", "V": "volt|volts",
        "kV": "kilovolt|kilovolts", "A": "ampere|amperes|amps|amp", "mAh": "milliampere hours|milliamp hours", "N": "newton|newtons",
        "ohm": "ohm|ohms", "deg": "degree|degrees", "rad": "radian|radians", "turn": "turn|turns", "dB": "decibel|decibels",
        "px": "pixel|pixels", "MP": "megapixel|megapixels", "mSv": "millisievert|millisieverts", "Sv": "sievert|sieverts",
        "Bq": "becquerel|becquerels", "IU": "international units|iu", "ppm": "parts per million", "ppb": "parts per billion",
        "mol": "mole|moles", "decade": "decade|decades", "century": "century|centuries", "millennium": "millennium|millennia",
        "fortnight": "fortnight|fortnights",
    },
    unit_adjectives="straight|consecutive|successive|full|more|fewer|extra|additional|further|solid|whole|long|entire|calendar|short",
    below_zero="below zero|below freezing",
    sides="by",
    per="per|a|an|each|every|/",
    per_adverbs={
        "day": "daily", "week": "weekly", "month": "monthly", "year": "annually|yearly|per annum|p.a.|a year", "hour": "hourly",
        "each": "each|apiece", "night": "a night|per night|each night|nightly", "game": "a game", "person": "a person", "head": "a head",
    },
    months=(
        "january|jan|jan.", "february|feb|feb.", "march|mar|mar.", "april|apr|apr.", "may", "june|jun|jun.", "july|jul|jul.",
        "august|aug|aug.", "september|sep|sept|sep.|sept.", "october|oct|oct.", "november|nov|nov.", "december|dec|dec.",
    ),
    weekdays="monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    times_of={
        TimeRole.SINCE: "since|ever since|starting in|beginning in", TimeRole.BY: "by|by the end of|by the year|by end",
        TimeRole.AS_OF: "as of|as at|as on|at the end of|at end", TimeRole.FROM: "from", TimeRole.TO: "to",
        TimeRole.UNTIL: "until|till|up to|up until|through", TimeRole.IN: "in|on|during|in the year|throughout|over",
        TimeRole.AFTER: "after|following", TimeRole.BEFORE: "before|prior to",
    },
    date_links="of|,|the|st|nd|rd|th",
    early_late="early|late|mid|the beginning of|the end of|the start of|the year|the summer of|the spring of|the fall of|the autumn of"
    "|the winter of|summer|winter|spring|autumn|fall",
    year_words="year|calendar year",
    fiscal="fiscal year|fiscal|financial year|fy",
    quarters="quarter",
    halves="half",
    last="last|the past|previous|prior|past|the previous|the prior",
    this="this|the current|current",
    next="next|the coming|the following",
    ago="ago|earlier|before",
    clock="noon|midnight|am|pm|a.m.|p.m.|o'clock|hours gmt|gmt|bst|est|edt|pst|pdt|utc|cet",
    year_before="in|since|during|until|till|before|after|year|early|late|mid|spring|summer|autumn|fall|winter|circa|through|throughout"
    "|back|fiscal|©",
    determiners="the|its|their|his|her|our|this|that|a|s",
    rise="rose|rise|rises|risen|rising|increase|increased|increases|increasing|grew|grow|grown|grows|growing|growth|gain|gained|gains"
    "|gaining|climb|climbed|climbs|climbing|jump|jumped|jumps|jumping|surge|surged|surges|surging|soared|soar|soaring|up|added|adds"
    "|expanded|expand|expansion|advanced|advance|raised|raise|raising|hike|hiked|higher|more|accelerated|rallied|rally|rebounded|went"
    "|widened|extra|additional|leapt|leaped|spike|spiked|swelled|boosted|boost|improved|improvement|upped|skyrocketed|moving|moved|strengthened|strengthens|firmed|appreciated",
    fall="fell|fall|fallen|falls|falling|decline|declined|declines|declining|drop|dropped|drops|dropping|decrease|decreased|decreases"
    "|decreasing|lost|lose|loses|losing|loss|slid|slide|slipped|slip|slips|shrank|shrunk|shrink|shrinking|cut|cuts|cutting|reduce"
    "|reduced|reduces|reducing|reduction|down|plunged|plunge|tumbled|tumble|plummeted|sank|sunk|lower|fewer|less|dip|dipped|contracted"
    "|contraction|slashed|lowered|narrowed|shed|weakened|eased|dwindled|slumped|slump|trimmed|downgraded|collapsed|crashed|discount|depreciated|devalued"
    "|halved",
    by="by",
    to="to|at|reached|reaching|hit|hitting",
    from_="from",
    name_words="region|section|sections|sec|sec.|article|articles|art.|chapter|chapters|ch.|figure|figures|fig|fig.|figs.|table|tables|page"
    "|pages|p.|pp.|pg.|route|routes|highway|version|v.|ver.|part|volume|vol|vol.|issue|line|lines|step|paragraph|paragraphs|para"
    "|appendix|annex|episode|season|lesson|gate|platform|apartment|apt|apt.|suite|room|isbn|issn|doi|rfc|iso|id|footnote|note|notes"
    "|exercise|example|problem|solution|option|rule|clause|schedule|protocol|phase|stage|type|class|category|grade|tier|level|interstate"
    "|psalm|verse|flight|resolution|title|question|exhibit|case|catch|channel|group of|world war|act|scene|item|appendices|box|module"
    "|unit|lecture|lane|pier|terminal|ward|district|zone|area code|build|release|revision|windows|iphone|ipad|galaxy|playstation|xbox"
    "|web|python|java|office|ios|android|boeing|airbus|apollo|voyager|s&p|ftse|nasdaq|fortune|nikkei|dax|cac|euro stoxx|stoxx|russell"
    "|dow jones|formula|covid|ps|mi|bbc|itv|radio|studio|super bowl|wrestlemania|expo|agenda|vision|horizon|proposition|prop|prop.|form"
    "|bus|plan|top|model|mark|mk|series|sars cov|psalms",
    numbering="no.|nos.|nr.|number|numbers|№|num.|no|nos|n.|#",
    idioms="four figure|five figure|six figure|seven figure|eight figure|nine figure|ten figure|in the first place|in the second place|51% attack|51 percent attack|one of|one another|at one point|on the one hand|one thing|one day|one by one|the one|no one|one's|one can|one could"
    "|one might|one should|one would|one may|one must|one or the other|one side|one way or another|at one time|which one|each one"
    "|every one|any one|this one|that one|another one|one such|one more time|one step|the other one|one hand|as one|one on one|24/7"
    "|one and the same|for one|group of seven|group of eight|group of ten|group of twenty|big four|big three|big five|one way"
    "|one and only|number one|one long|one big|back to square one|square one|one final|one last|one another's|one sided|one off"
    "|one size fits all|one time|one and all",
    one="one",
    one_counts="person|man|woman|child|boy|girl|death|case|victim|soldier|officer|student|patient|passenger|employee|worker|vote|seat"
    "|goal|point|player|survivor|suspect|adult|individual|resident|state|country|percent|share|ticket|pill|dose|gram|injury|arrest"
    "|murder|civilian|policeman|teenager|fatality|casualty|win|loss|medal|gold|silver|bronze|title|house|home|car|ship|plane|aircraft"
    "|shot|user|engine|arm|leg|eye|hand|bullet|attempt|try|inning|game|match|touchdown|run|hit|homer|assist|rebound|interception|yellow"
    "|bedroom|bathroom|room|bed|site|store|shop|factory|plant|school|hospital|bank|bomb|missile|rocket|drone|tank|truck|vehicle",
    definite="the|these|those|both|our|your",
    scores="won|win|wins|winning|beat|beats|beating|defeated|defeats|defeat|lost|lose|victory|draw|drew|score|scored|vote|voted|votes"
    "|voting|ruled|ruling|decision|record|loss|tied|tie|margin|odds|lead|led|trailing|trailed|trail",
    stops="every|any|the|a|an|of|in|on|at|to|for|with|by|from|and|or|but|as|than|that|which|who|whom|whose|is|are|was|were|be|been|being"
    "|has|have|had|will|would|can|could|may|might|shall|should|must|do|does|did|not|it|its|he|she|they|his|her|their|this|these|those|if"
    "|when|while|because|since|after|before|during|about|over|under|between|through|per|each|into|against|out|up|down|off|so|then|there"
    "|here|according|including|compared|due|via|versus|vs|amid|among|around|behind|within|without|until|where|why|how|what|also|only"
    "|just|more|less|most|least|ago|later|earlier|early|late|now|today|yesterday|tomorrow|respectively|i|we|you|my|our|your|us|them|him"
    "|me|no|nor|yet|say|said|says|annually|daily|yearly|together|combined|instead|alone|left|went|became|rather|either|both|below|above|beyond|along|toward|towards|throughout|despite|except|unlike|upon|onto|across",
    plurals="people|men|women|children|police|cattle|staff|personnel|fish|sheep|deer|aircraft|spacecraft|species|series|feet|teeth|mice"
    "|geese|oxen|lives|wives|crew|troops|youth|folk|data|media|criteria|phenomena|votes|seats|square|offspring|livestock|poultry|percent"
    "|infantry|cavalry|salmon|trout|squid|dead|injured|wounded|others|passengers|users|companies|alumni|fungi|bacteria|hertz|equity"
    "|persons|swine",
    not_plural="is|was|has|his|its|this|us|plus|thus|as|versus|previous|various|serious|across|less|unless|status|business|class|yes"
    "|always|perhaps|towards|afterwards|does|says|famous|religious|virus|census|bus|gas|loss|process|access|success|press|basis|analysis"
    "|crisis|campus|bonus|bias|congress|consecutive|cross|mass|glass|grass|illness|express|wireless|address|overseas|sports|news",
)  # fmt: skip
