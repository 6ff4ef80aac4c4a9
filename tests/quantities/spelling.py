"""Whole numbers written out as each language writes them: what the readers of words must read back."""

from collections.abc import Callable


def listed(text: str, sign: str = " ") -> list[str]:
    return text.split(sign)


def split(number: int, at: int) -> tuple[int, int]:
    return divmod(number, at)


IT_ONES = listed(
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
    "diciassette diciotto diciannove"
)
IT_TENS = listed("_ _ venti trenta quaranta cinquanta sessanta settanta ottanta novanta")


def italian(number: int) -> str:
    if number < 20:
        return IT_ONES[number]
    if number < 100:
        ten, one = split(number, 10)
        stem = IT_TENS[ten][:-1] if one in {1, 8} else IT_TENS[ten]
        return stem + ("tré" if one == 3 else IT_ONES[one] if one else "")
    if number < 1000:
        hundred, rest = split(number, 100)
        return (IT_ONES[hundred] if hundred > 1 else "") + "cento" + (italian(rest) if rest else "")
    if number < 10**6:
        thousand, rest = split(number, 1000)
        return ("mille" if thousand == 1 else italian(thousand) + "mila") + (italian(rest) if rest else "")
    million, rest = split(number, 10**6)
    return ("un milione" if million == 1 else f"{italian(million)} milioni") + (f" e {italian(rest)}" if rest else "")


PT_ONES = listed(
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove"
)
PT_TENS = listed("_ _ vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
PT_HUNDREDS = listed("_ cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos")


def portuguese(number: int) -> str:
    if number < 20:
        return PT_ONES[number]
    if number < 100:
        return PT_TENS[number // 10] + (f" e {PT_ONES[number % 10]}" if number % 10 else "")
    if number == 100:
        return "cem"
    if number < 1000:
        return PT_HUNDREDS[number // 100] + (f" e {portuguese(number % 100)}" if number % 100 else "")
    if number < 10**6:
        thousand, rest = split(number, 1000)
        joint = " e " if rest < 100 or rest % 100 == 0 else " "
        return ("mil" if thousand == 1 else f"{portuguese(thousand)} mil") + (f"{joint}{portuguese(rest)}" if rest else "")
    million, rest = split(number, 10**6)
    return ("um milhão" if million == 1 else f"{portuguese(million)} milhões") + (f" e {portuguese(rest)}" if rest else "")


ES_ONES = listed(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve "
    "veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
)
ES_TENS = listed("_ _ _ treinta cuarenta cincuenta sesenta setenta ochenta noventa")
ES_HUNDREDS = listed("_ ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos")


def spanish(number: int) -> str:
    if number < 30:
        return ES_ONES[number]
    if number < 100:
        return ES_TENS[number // 10] + (f" y {ES_ONES[number % 10]}" if number % 10 else "")
    if number == 100:
        return "cien"
    if number < 1000:
        return ES_HUNDREDS[number // 100] + (f" {spanish(number % 100)}" if number % 100 else "")
    if number < 10**6:
        thousand, rest = split(number, 1000)
        return ("mil" if thousand == 1 else f"{spanish(thousand)} mil") + (f" {spanish(rest)}" if rest else "")
    million, rest = split(number, 10**6)
    return ("un millón" if million == 1 else f"{spanish(million)} millones") + (f" {spanish(rest)}" if rest else "")


NL_ONES = listed(
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"
)
NL_TENS = listed("_ _ twintig dertig veertig vijftig zestig zeventig tachtig negentig")


def dutch(number: int) -> str:
    if number < 20:
        return NL_ONES[number]
    if number < 100:
        ten, one = split(number, 10)
        joint = "ën" if one in {2, 3} else "en"
        return (f"{NL_ONES[one]}{joint}" if one else "") + NL_TENS[ten]
    if number < 1000:
        return (NL_ONES[number // 100] if number >= 200 else "") + "honderd" + (dutch(number % 100) if number % 100 else "")
    if number < 10**6:
        thousand, rest = split(number, 1000)
        return ("" if thousand == 1 else dutch(thousand)) + "duizend" + (f" {dutch(rest)}" if rest else "")
    million, rest = split(number, 10**6)
    return f"{dutch(million)} miljoen" + (f" {dutch(rest)}" if rest else "")


SV_ONES = listed("noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton")
SV_TENS = listed("_ _ tjugo trettio fyrtio femtio sextio sjuttio åttio nittio")


def swedish(number: int) -> str:
    if number < 20:
        return SV_ONES[number]
    if number < 100:
        return SV_TENS[number // 10] + (SV_ONES[number % 10] if number % 10 else "")
    if number < 1000:
        return f"{SV_ONES[number // 100]}hundra" + (swedish(number % 100) if number % 100 else "")
    if number < 10**6:
        thousand, rest = split(number, 1000)
        return f"{'et' if thousand == 1 else swedish(thousand)}tusen" + (swedish(rest) if rest else "")
    million, rest = split(number, 10**6)
    return ("en miljon" if million == 1 else f"{swedish(million)} miljoner") + (f" {swedish(rest)}" if rest else "")


TR_ONES = listed("sıfır bir iki üç dört beş altı yedi sekiz dokuz")
TR_TENS = listed("_ on yirmi otuz kırk elli altmış yetmiş seksen doksan")


def turkish(number: int) -> str:
    if number < 10:
        return TR_ONES[number]
    for base, name in ((10**9, "milyar"), (10**6, "milyon"), (1000, "bin"), (100, "yüz")):
        if number >= base:
            count, rest = split(number, base)
            head = name if count == 1 and base <= 1000 else f"{turkish(count)} {name}"
            return head + (f" {turkish(rest)}" if rest else "")
    return TR_TENS[number // 10] + (f" {TR_ONES[number % 10]}" if number % 10 else "")


RU_ONES = listed(
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать "
    "семнадцать восемнадцать девятнадцать"
)
RU_TENS = listed("_ _ двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
RU_HUNDREDS = listed("_ сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот")
PL_ONES = listed(
    "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście "
    "czternaście piętnaście szesnaście "
    "siedemnaście osiemnaście dziewiętnaście"
)
PL_TENS = listed("_ _ dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt")
PL_HUNDREDS = listed("_ sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset")


def slavic(ones: list[str], tens: list[str], hundreds: list[str], scales: tuple[tuple[int, str], ...]) -> Callable[[int], str]:
    def write(number: int) -> str:
        for base, name in scales:
            if number >= base:
                count, rest = split(number, base)
                return f"{write(count)} {name}" + (f" {write(rest)}" if rest else "")
        if number < 20:
            return ones[number]
        table, base = (hundreds, 100) if number >= 100 else (tens, 10)
        return table[number // base] + (f" {write(number % base)}" if number % base else "")

    return write


russian = slavic(RU_ONES, RU_TENS, RU_HUNDREDS, ((10**6, "миллионов"), (1000, "тысяч")))
polish = slavic(PL_ONES, PL_TENS, PL_HUNDREDS, ((10**6, "milionów"), (1000, "tysięcy")))


def han(figures: str, myriads: tuple[tuple[int, str], ...], smaller: tuple[tuple[int, str], ...], nought: str) -> Callable[[int], str]:
    """Chinese says every one and marks gaps by a nought; Japanese and Korean drop the one before ten, hundred and thousand."""

    def below_myriad(number: int) -> str:
        text = ""
        gap = False
        for base, name in smaller:
            digit = number // base % 10
            if digit:
                text += (nought if gap and text else "") + (figures[digit] if digit > 1 or nought or base == 1 else "") + name
                gap = False
            else:
                gap = bool(text) or gap
        return text

    def write(number: int) -> str:
        for base, name in myriads:
            if number >= base:
                count, rest = split(number, base)
                joint = nought if rest and rest < base // 10 else ""
                return f"{write(count)}{name}" + (f"{joint}{write(rest)}" if rest else "")
        return below_myriad(number)

    return write


chinese = han("零一二三四五六七八九", ((10**8, "亿"), (10**4, "万")), ((1000, "千"), (100, "百"), (10, "十"), (1, "")), "零")
japanese = han("零一二三四五六七八九", ((10**8, "億"), (10**4, "万")), ((1000, "千"), (100, "百"), (10, "十"), (1, "")), "")
korean = han("영일이삼사오육칠팔구", ((10**8, "억"), (10**4, "만")), ((1000, "천"), (100, "백"), (10, "십"), (1, "")), "")

AR_ONES = listed(
    "صفر|واحد|اثنان|ثلاثة|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة|عشرة|أحد عشر|اثنا عشر|ثلاثة عشر|أربعة عشر|"
    "خمسة عشر|ستة عشر|سبعة عشر|ثمانية عشر|تسعة عشر",
    "|",
)
AR_TENS = listed("_|_|عشرون|ثلاثون|أربعون|خمسون|ستون|سبعون|ثمانون|تسعون", "|")
AR_HUNDREDS = listed("_|مئة|مئتان|ثلاثمئة|أربعمئة|خمسمئة|ستمئة|سبعمئة|ثمانمئة|تسعمئة", "|")


def arabic(number: int) -> str:
    if number < 20:
        return AR_ONES[number]
    if number < 100:
        ten, one = split(number, 10)
        return (f"{AR_ONES[one]} و" if one else "") + AR_TENS[ten]
    if number < 1000:
        return AR_HUNDREDS[number // 100] + (f" و{arabic(number % 100)}" if number % 100 else "")
    thousand, rest = split(number, 1000)
    return ("ألف" if thousand == 1 else f"{arabic(thousand)} {'آلاف' if thousand < 11 else 'ألفا'}") + (f" و{arabic(rest)}" if rest else "")


# Language -> (writer, largest number, what is counted, with a blank where the language writes one).
WRITERS: dict[str, tuple[Callable[[int], str], int, str]] = {
    "it": (italian, 10**9 - 1, " persone"), "pt": (portuguese, 10**9 - 1, " pessoas"), "es": (spanish, 10**9 - 1, " personas"),
    "nl": (dutch, 10**9 - 1, " mensen"), "sv": (swedish, 10**9 - 1, " personer"), "tr": (turkish, 10**12 - 1, " kişi"),
    "ru": (russian, 10**9 - 1, " человек"), "pl": (polish, 10**9 - 1, " osób"), "zh": (chinese, 10**12 - 1, "人"),
    "ja": (japanese, 10**12 - 1, "人"), "ko": (korean, 10**12 - 1, "명"), "ar": (arabic, 10**6 - 1, " شخص"),
}  # fmt: skip

# In Korean one syllable with a counter is as often another word ("사명" is a mission); small counts are written in figures.
SMALLEST = {"ko": 11}
