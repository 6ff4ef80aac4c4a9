"""Turkish numbers."""

from app.quantities.language import Language
from app.quantities.quantity import Comparator, TimeRole

TURKISH = Language(
    code="tr",
    telltale="ve bir bu için ile da de olan olarak daha çok gibi kadar sonra en ne ki yüzde göre yıl milyon ise",
    decimal_mark=",",
    numbers={
        0: "sıfır", 1: "bir", 2: "iki", 3: "üç", 4: "dört", 5: "beş", 6: "altı", 7: "yedi", 8: "sekiz", 9: "dokuz", 10: "on", 20: "yirmi",
        30: "otuz", 40: "kırk", 50: "elli", 60: "altmış", 70: "yetmiş", 80: "seksen", 90: "doksan",
    },
    hundred="yüz",
    scales={
        3: "bin", 6: "milyon", 9: "milyar", 12: "trilyon",
    },
    short_scales={
        6: "mn", 9: "mr",
    },
    dozens={
        12: "düzine",
    },
    glued=True,
    point="virgül|nokta",
    minus="eksi",
    denominators={
        2: "yarım|yarısı|buçuk", 4: "çeyrek|çeyreği",
    },
    vague={
        (20, 99): "onlarca", (100, 999): "yüzlerce", (1000, 9999): "binlerce", (1000000, 9999999): "milyonlarca",
    },
    countless="birkaç|birçok",
    before={
        Comparator.MORE_THAN: "fazla", Comparator.AT_LEAST: "en az", Comparator.AT_MOST: "en fazla|en çok",
        Comparator.ABOUT: "yaklaşık|ortalama|takriben", Comparator.NEARLY: "neredeyse", Comparator.EXACTLY: "tam",
        Comparator.EXACT: "sadece|yalnızca|toplam",
    },
    after={
        Comparator.MORE_THAN: "'den fazla|'dan fazla|den fazla|dan fazla|aşkın", Comparator.LESS_THAN: "den az|dan az",
        Comparator.ABOUT: "civarında|kadar",
    },
    range_to="ila",
    range_and="ve",
    range_or="veya",
    percent="%",
    percent_before="yüzde",
    percentage_point="yüzde puan|puan",
    basis_point="baz puan",
    times="kat|kez|kere|defa",
    times_ratio="daha|fazla",
    currencies={
        "TRY": "lira|türk lirası|tl|lirası", "EUR": "euro|avro", "GBP": "sterlin|ingiliz sterlini", "JPY": "yen|japon yeni",
        "CNY": "yuan", "CHF": "isviçre frangı", "USD": "abd doları|amerikan doları", "RUB": "ruble", "CAD": "kanada doları",
        "AUD": "avustralya doları", "INR": "hindistan rupisi", "BTC": "bitcoin",
    },
    shared_currencies={
        "$": "dolar|doları",
    },
    subunits={
        "TRY 0.01": "kuruş", "USD 0.01": "sent",
    },
    units={
        "mm": "milimetre", "cm": "santimetre", "m": "metre", "km": "kilometre", "mi": "mil", "ft": "ayak|fit", "in": "inç", "g": "gram",
        "mg": "miligram", "kg": "kilogram|kilo", "t": "ton", "oz": "ons", "lb": "pound", "m2": "metrekare|metre kare",
        "km2": "kilometrekare", "ha": "hektar", "acre": "akre|dönüm", "l": "litre", "ml": "mililitre", "m3": "metreküp", "gal": "galon",
        "bbl": "varil", "s": "saniye", "min": "dakika", "h": "saat", "day": "gün", "week": "hafta", "month": "ay",
        "year": "yıl|sene|yaşında", "deg": "derece", "Cel": "santigrat derece", "kW": "kilovat", "MW": "megavat", "kWh": "kilovatsaat",
        "bit": "bit", "MB": "megabayt", "GB": "gigabayt", "km/h": "kilometre/saat", "century": "yüzyıl",
    },
    per="/",
    months=(
        "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım", "aralık",
    ),
    times_of={
        TimeRole.IN: "tarihinde",
    },
    rise="arttı|yükseldi|artış|büyüdü|çıktı",
    fall="düştü|azaldı|geriledi|düşüş",
    numbering="no.|no|numara|#",
    idioms="bir de|bir daha|bir gün|bir şey|bir kez daha|bir başka|biri",
    one="bir",
    stops="ve|bu|için|ile|da|de|olan|olarak|daha|çok|gibi|kadar|sonra|en|ne|ki|göre|ise|veya|ama|her|bir|o|var|yok",
    noun="first",
)  # fmt: skip
