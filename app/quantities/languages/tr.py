"""Turkish numbers; units and currencies take their case endings from a list."""

from app.quantities.language import Language
from app.quantities.quantity import Comparator, TimeRole

TURKISH = Language(
    code="tr",
    telltale="ve bir bu için ile da de olan olarak daha çok gibi kadar sonra en ne ki yüzde göre yıl milyon ise",
    decimal_mark=",",
    ordinal_point=True,
    numbers={
        0: "sıfır", 1: "bir|biri|birini|birinin|birine", 2: "iki|ikisi|ikisini|ikisinin|ikisine|ikiden|ikiyi", 3: "üç|üçü|üçünü|üçünün|üçüne|üçten",
        4: "dört|dördü|dördünü|dördünün|dördüne|dörtten", 5: "beş|beşi|beşini|beşinin|beşine|beşten", 6: "altı|altısı|altısını|altısının|altısına|altıdan",
        7: "yedi|yedisi|yedisini|yedisinin|yedisine|yediden", 8: "sekiz|sekizi|sekizini|sekizinin|sekizine|sekizden",
        9: "dokuz|dokuzu|dokuzunu|dokuzunun|dokuzuna|dokuzdan", 10: "on", 20: "yirmi|yirmisi|yirmisini|yirmisinin|yirmisine|yirmiden",
        30: "otuz|otuzu|otuzunu|otuzunun|otuzuna|otuzdan", 40: "kırk|kırkı|kırkını|kırkının|kırkına|kırktan", 50: "elli|ellisi|ellisini|ellisinin|ellisine|elliden",
        60: "altmış|altmışı|altmışını|altmışının|altmışına|altmıştan", 70: "yetmiş|yetmişi|yetmişini|yetmişinin|yetmişine|yetmişten",
        80: "seksen|sekseni|seksenini|sekseninin|seksenine|seksenden", 90: "doksan|doksanı|doksanını|doksanının|doksanına|doksandan",
    },
    hundred="yüz|yüzden",
    scales={
        3: "bin|binden", 6: "milyon|milyondan", 9: "milyar|milyardan", 12: "trilyon|trilyondan", 15: "katrilyon",
    },
    short_scales={
        6: "mn|mln", 9: "mr|mlr|milyar",
    },
    dozens={
        12: "düzine",
    },
    glued=True,
    neighbours=True,
    point="virgül|nokta|ondalık",
    minus="eksi|sıfırın altında",
    denominators={
        2: "yarım|yarısı|yarısının|yarısını|yarısından|yarı", 4: "çeyrek|çeyreği",
    },
    denominators_first={
        2: "ikide", 3: "üçte", 4: "dörtte", 5: "beşte", 6: "altıda", 7: "yedide", 8: "sekizde", 9: "dokuzda", 10: "onda", 12: "on ikide", 20: "yirmide",
        1000: "binde", 1000000: "milyonda",
    },
    share_whole_first="kişiden|kişinin|kişide|kadından|erkekten|çocuktan|aileden|haneden|şirketten|kişiden sadece|kişiden en az|'dan|'den|'ten|'tan|da|de",
    added_after={
        50: "buçuk",
    },
    amounts={
        "0.25 h": "çeyrek saat",
    },
    ordinals={
        1: "birinci|ilk", 2: "ikinci", 3: "üçüncü", 4: "dördüncü", 5: "beşinci", 6: "altıncı", 7: "yedinci", 8: "sekizinci", 9: "dokuzuncu", 10: "onuncu",
        20: "yirminci", 100: "yüzüncü",
    },
    ordinal_suffixes="inci|ıncı|uncu|üncü|nci|ncı|ncu|ncü",
    every="her",
    vague={
        (20, 99): "onlarca", (24, 99): "düzinelerce", (100, 999): "yüzlerce", (1000, 9999): "binlerce", (10000, 99999): "on binlerce",
        (100000, 999999): "yüz binlerce", (1000000, 9999999): "milyonlarca", (1000000000, 9999999999): "milyarlarca",
    },
    countless="birkaç|birçok",
    before={
        Comparator.MORE_THAN: "fazla|aşan", Comparator.AT_LEAST: "en az|asgari|minimum", Comparator.AT_MOST: "en fazla|en çok|azami|maksimum|en yüksek",
        Comparator.ABOUT: "yaklaşık|ortalama|takriben|tahminen|aşağı yukarı|yaklaşık olarak|civarı", Comparator.NEARLY: "neredeyse|hemen hemen",
        Comparator.EXACTLY: "tam|tamı tamına|tam olarak", Comparator.EXACT: "sadece|yalnızca|toplam|toplamda|ancak",
    },
    after={
        Comparator.BETWEEN: "arasında|arasındaki|arası",
        Comparator.MORE_THAN: "fazla|çok|'den fazla|'dan fazla|'ten fazla|'tan fazla|den fazla|dan fazla|aşkın|ten fazla|tan fazla|'i aşkın|'ı aşkın|'u aşkın|'ü aşkın|'yi aşkın"
        "|'den çok|'dan çok|'un üzerinde|'in üzerinde|'ın üzerinde|'ün üzerinde|'nin üzerinde|'nın üzerinde|'den büyük|'dan büyük|dan büyük|den büyük|ten büyük|tan büyük|üzerinde|üstünde",
        Comparator.LESS_THAN: "az|den az|dan az|ten az|tan az|'den az|'dan az|'ten az|'tan az|'den küçük|'dan küçük|den küçük|dan küçük|altında|'un altında|'in altında|'ın altında|'ün altında",
        Comparator.ABOUT: "civarında|kadar|dolayında|e yakın|a yakın", Comparator.AT_LEAST: "veya daha fazla|ya da daha fazla|ve üzeri|ve üstü|veya üzeri|veya üstü|ve daha fazla",
        Comparator.AT_MOST: "veya daha az|ya da daha az|ve altı|veya altı|ve daha az",
    },
    softeners="çok|biraz|hatta|yine",
    range_from="den|dan",
    range_to="ila|ile|den|dan|'dan|'den|'ten|'tan",
    range_and="ve|ile",
    range_or="veya|ya da",
    percent="%",
    percent_before="yüzde",
    percentage_point="yüzde puan|yüzdelik puan|puanlık",
    basis_point="baz puan|baz puanlık",
    index_point="puan",
    multiples={
        200: "iki katına|ikiye katlandı|ikiye katladı|iki katı|iki misli", 300: "üç katına|üçe katlandı|üç katı", 400: "dört katına|dört katı", 50: "yarıya",
    },
    times="kat|kez|kere|defa|katı|katına|misli",
    times_ratio="daha|fazla|arttı|kat|büyük|artış|yükseldi|",
    currencies={
        "IDR": "endonezya rupisi|endonezya rupiahı", "MAD": "fas dirhemi", "NGN": "naira|nijerya nairası", "VND": "dong|vietnam dongu",
        "BEF": "belçika frangı", "KZT": "tenge|kazakistan tengesi",
        "TRY": "lira|türk lirası|tl|lirası|try", "EUR": "euro|avro|eur", "GBP": "sterlin|ingiliz sterlini|ingiliz poundu|pound sterlin|gbp", "JPY": "yen|japon yeni",
        "CNY": "yuan|çin yuanı|renminbi", "CHF": "isviçre frangı", "USD": "abd doları|amerikan doları|usd|amerika birleşik devletleri doları", "RUB": "ruble|rus rublesi",
        "CAD": "kanada doları", "AUD": "avustralya doları", "NZD": "yeni zelanda doları", "HKD": "hong kong doları", "SGD": "singapur doları", "INR": "hindistan rupisi|hint rupisi",
        "BTC": "bitcoin", "SEK": "isveç kronu", "NOK": "norveç kronu", "DKK": "danimarka kronu", "PLN": "zloti|polonya zlotisi", "CZK": "çek kronu|çek korunası", "HUF": "forint|macar forinti",
        "MXN": "meksika pesosu", "BRL": "brezilya reali|real", "ZAR": "rand|güney afrika randı", "KRW": "won|güney kore wonu", "SAR": "suudi arabistan riyali", "AED": "dirhem|bae dirhemi",
        "IRR": "iran riyali|tümen", "IQD": "irak dinarı", "KWD": "kuveyt dinarı", "AZN": "manat|azerbaycan manatı", "UAH": "grivna|ukrayna grivnası", "BGN": "leva", "RON": "romen leyi|romanya leyi|rumen leyi|ley", "ILS": "şekel|israil şekeli",
        "EGP": "mısır lirası|mısır poundu", "PKR": "pakistan rupisi", "THB": "baht|tayland bahtı", "FIM": "fin markkası|finlandiya markkası|markka", "DEM": "alman markı|mark", "FRF": "fransız frangı",
        "ITL": "italyan lireti|liret", "NLG": "hollanda guldeni|gulden", "ESP": "peseta|ispanyol pesetası", "GEL": "lari|gürcü larisi|gürcistan larisi", "CRC": "kosta rika kolonu",
    },
    shared_currencies={
        "$": "dolar|doları", "rupee": "rupi", "franc": "frank", "peso": "peso", "crown": "kron", "dinar": "dinar", "rial": "riyal", "pound": "pound",
    },
    subunits={
        "TRY 0.01": "kuruş", "USD 0.01": "sent|cent", "GBP 0.01": "peni|pens",
    },
    units={
        "mm": "milimetre", "cm": "santimetre|santim|cm", "dm": "desimetre", "m": "metre", "km": "kilometre", "mi": "mil", "ft": "ayak|fit|kadem", "in": "inç", "yd": "yarda", "nm": "nanometre",
        "um": "mikrometre|mikron", "g": "gram", "mg": "miligram", "ug": "mikrogram", "kg": "kilogram|kilo", "t": "ton|metrik ton", "oz": "ons", "lb": "libre", "ct": "karat",
        "m2": "metrekare|metre kare", "cm2": "santimetrekare|santimetre kare", "km2": "kilometrekare|kilometre kare", "ha": "hektar", "acre": "akre", "ft2": "fit kare|ayak kare", "mi2": "mil kare",
        "l": "litre", "ml": "mililitre", "cl": "santilitre", "m3": "metreküp|metre küp", "cm3": "santimetreküp|santimetre küp", "ft3": "fit küp|ayak küp", "gal": "galon", "bbl": "varil",
        "s": "saniye", "ms": "milisaniye", "min": "dakika|dk", "h": "saat", "day": "gün", "week": "hafta", "month": "ay|aylık", "year": "yıl|sene|yaşında|yaşındaki|yaş|yıllık|yaşın",
        "decade": "on yıl", "century": "yüzyıl|asır", "deg": "derece", "Cel": "santigrat derece|derece santigrat|santigrat", "[degF]": "fahrenhayt derece|derece fahrenhayt|fahrenhayt",
        "W": "vat|watt", "kW": "kilovat|kilowatt", "MW": "megavat|megawatt", "GW": "gigavat|gigawatt", "kWh": "kilovatsaat|kilowatt saat", "J": "jul", "cal": "kalori", "kcal": "kilokalori",
        "hp": "beygir gücü|beygir", "bit": "bit", "B": "bayt|byte", "kB": "kilobayt", "MB": "megabayt|megabyte", "GB": "gigabayt|gigabyte", "TB": "terabayt", "Mbit": "megabit", "Hz": "hertz",
        "MHz": "megahertz", "V": "volt", "A": "amper", "km/h": "kilometre/saat|kilometre bölü saat", "m/s": "metre/saniye", "mi/h": "mil/saat", "kn": "deniz mili/saat", "dB": "desibel",
        "tsp": "çay kaşığı", "tbsp": "yemek kaşığı", "cup": "su bardağı|fincan", "half_hour": "yarım saat", "turn": "tur|devir", "rad": "radyan",
    },
    endings="dan|den|tan|ten|da|de|ta|te|a|e|ya|ye|ı|i|u|ü|yı|yi|yu|yü|ın|in|un|ün|nın|nin|nun|nün|lık|lik|luk|lük|sı|si|su|sü|na|ne|nı|ni|sına|sine|suna|süne|lar|ler|lara|lere|ları|leri"
    "|ndan|nden|nda|nde|la|le|yla|yle|dır|dir|dur|dür|tır|tir|tur|tür|yken|ken",
    speed_before="saatte|saatteki",
    below_zero="sıfırın altında",
    per="/",
    per_first="her",
    per_last="başına|başı",
    per_adverbs={
        "day": "günlük|günde", "month": "aylık|ayda", "year": "yıllık|yılda", "hour": "saatte",
    },
    months=(
        "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım", "aralık",
    ),
    times_of={
        TimeRole.IN: "tarihinde", TimeRole.SINCE: "den beri|dan beri",
    },
    decade_endings="lı yıllar|li yıllar|lu yıllar|'lı yıllar|'li yıllar|'lu yıllar|'lı yıllarda|'li yıllarda|'lu yıllarda|'lerde|'larda",
    year_after="yılı|yılında|yılının|yılından|yılına|yılındaki|yılıyla",
    rise="arttı|yükseldi|artış|büyüdü|çıktı|artarak|yükselerek|artırdı|yükselişle|büyüme|arttırdı",
    fall="düştü|azaldı|geriledi|düşüş|azalarak|gerileyerek|düşerek|indirdi|düşürdü|daraldı",
    numbering="no.|no|numara|#",
    idioms="yüz yüze|bu yüzden|o yüzden|şu yüzden|birini|birinin|birine|bir de|bir daha|bir gün|bir şey|bir kez daha|bir başka|biri|bir yandan|bir an|bir ara|bir süre|bir tür|bir dizi",
    one="bir|biri|birini|birinin|birine",
    scores="yendi|kazandı|mağlup|galip|berabere",
    stops="ve|bu|için|ile|da|de|olan|olarak|daha|çok|gibi|kadar|sonra|en|ne|ki|göre|ise|veya|ama|her|bir|o|var|yok|fazla|az|arasında|arasındaki|arası|fazlası|nüfus",
    noun="first",
)  # fmt: skip
