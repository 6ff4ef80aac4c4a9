"""Polish numbers: figures, short scales and the common words."""

from app.quantities.language import Language
from app.quantities.quantity import Comparator, TimeRole

POLISH = Language(
    code="pl",
    telltale="i w na z się nie do to że jest za od po przez oraz był jak ale ponad około roku proc tys mln który która są",
    decimal_mark=",",
    numbers={
        1: "jeden|jedna|jedno", 2: "dwa|dwie|dwóch", 3: "trzy|trzech", 4: "cztery|czterech", 5: "pięć", 6: "sześć", 7: "siedem",
        8: "osiem", 9: "dziewięć", 10: "dziesięć", 11: "jedenaście", 12: "dwanaście", 13: "trzynaście", 14: "czternaście",
        15: "piętnaście", 16: "szesnaście", 17: "siedemnaście", 18: "osiemnaście", 19: "dziewiętnaście", 20: "dwadzieścia",
        30: "trzydzieści", 40: "czterdzieści", 50: "pięćdziesiąt", 60: "sześćdziesiąt", 70: "siedemdziesiąt", 80: "osiemdziesiąt",
        90: "dziewięćdziesiąt", 100: "sto", 200: "dwieście", 300: "trzysta", 400: "czterysta", 500: "pięćset", 600: "sześćset",
        700: "siedemset", 800: "osiemset", 900: "dziewięćset",
    },
    scales={
        3: "tysiąc|tysiące|tysięcy", 6: "milion|miliony|milionów", 9: "miliard|miliardy|miliardów", 12: "bilion|biliony|bilionów",
    },
    short_scales={
        3: "tys|tys.", 6: "mln|mln.", 9: "mld|mld.",
    },
    minus="minus",
    denominators={
        2: "pół|połowa|połowę|połowy",
    },
    vague={
        (24, 99): "dziesiątki", (100, 999): "setki", (1000, 9999): "tysiące",
    },
    before={
        Comparator.MORE_THAN: "ponad|więcej niż|powyżej", Comparator.AT_LEAST: "co najmniej|przynajmniej|minimum",
        Comparator.LESS_THAN: "poniżej|mniej niż|niespełna", Comparator.AT_MOST: "do|maksymalnie|najwyżej",
        Comparator.ABOUT: "około|ok.|ok|mniej więcej", Comparator.NEARLY: "prawie|niemal|blisko", Comparator.EXACT: "tylko|zaledwie",
    },
    between="między",
    range_from="od",
    range_to="do",
    range_and="a|i",
    range_or="lub|albo",
    percent="%|procent|procenta|procentów|proc.|proc",
    percentage_point="punkt procentowy|punkty procentowe|punktów procentowych|pkt proc.|pp",
    basis_point="punktów bazowych|punkty bazowe",
    times="razy",
    currencies={
        "PLN": "złoty|złote|złotych|zł|pln", "EUR": "euro", "GBP": "funtów|funty", "CHF": "franków szwajcarskich|franków",
        "CZK": "koron czeskich", "UAH": "hrywien",
    },
    shared_currencies={
        "$": "dolar|dolary|dolarów",
    },
    subunits={
        "PLN 0.01": "grosz|grosze|groszy",
    },
    units={
        "m": "metr|metry|metrów", "km": "kilometr|kilometry|kilometrów", "kg": "kilogram|kilogramów|kilo", "g": "gram|gramów",
        "t": "tona|tony|ton", "ha": "hektar|hektary|hektarów", "l": "litr|litry|litrów", "min": "minuta|minuty|minut",
        "h": "godzina|godziny|godzin", "day": "dzień|dni", "week": "tydzień|tygodnie|tygodni", "month": "miesiąc|miesiące|miesięcy",
        "year": "lat|lata", "MW": "megawatów", "bbl": "baryłek|baryłki|baryłkę", "deg": "stopni|stopnie",
    },
    per="na|/|za",
    months=(
        "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada",
        "grudnia",
    ),
    times_of={
        TimeRole.SINCE: "od", TimeRole.UNTIL: "do", TimeRole.IN: "w", TimeRole.AFTER: "po", TimeRole.BEFORE: "przed",
    },
    date_links="roku",
    year_before="w|od|do|po|przed|roku|rok",
    rise="wzrosła|wzrósł|wzrosło|wzrost|wzrosły|rośnie",
    fall="spadła|spadł|spadło|spadek|spadły|zmniejszyła|zmniejszył",
    by="o",
    to="do",
    from_="z|od",
    numbering="nr|nr.|numer|#",
    stops="i|w|na|z|się|nie|do|to|że|jest|za|od|po|przez|oraz|był|jak|ale|który|która|są|o|u|dla|lub|przy|jego|jej|ich|tym|roku|rok",
    noun="first",
)  # fmt: skip
