"""Currencies as data: ISO 4217 codes, the signs printed for them, and what a bare sign means in a country."""

# Signs that name one currency. Longest first is the reader's business. Case matters.
SIGNS: dict[str, str] = {
    "US$": "USD", "U.S.$": "USD", "USD$": "USD", "US-$": "USD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "CDN$": "CAD", "Can$": "CAD",
    "A$": "AUD", "AU$": "AUD", "AUD$": "AUD",
    "HK$": "HKD", "HKD$": "HKD", "NZ$": "NZD", "NZD$": "NZD", "nzd$": "NZD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "NTD": "TWD",
    "AR$": "ARS", "MX$": "MXN", "MXN$": "MXN", "Mex$": "MXN",
    "R$": "BRL", "CLP$": "CLP", "COL$": "COP", "COP$": "COP", "J$": "JMD", "TT$": "TTD", "B$": "BND", "Z$": "ZWL", "N$": "NAD",
    "EC$": "XCD", "U$S": "USD", "U$D": "USD", "RD$": "DOP",
    "€": "EUR", "£": "GBP", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH", "₦": "NGN", "₱": "PHP", "₫": "VND", "฿": "THB",
    "₪": "ILS", "₡": "CRC", "₲": "PYG", "₵": "GHS",
    "₸": "KZT", "₼": "AZN", "₾": "GEL", "₭": "LAK", "₮": "MNT", "₿": "BTC", "৳": "BDT", "₨": "INR", "Rs": "INR", "Rs.": "INR",
    "RM": "MYR", "Rp": "IDR", "RMB": "CNY", "CN¥": "CNY",
    "JP¥": "JPY", "元": "CNY", "人民币": "CNY", "美元": "USD", "欧元": "EUR", "日元": "JPY", "英镑": "GBP", "港元": "HKD",
    "円": "JPY", "ドル": "USD",
    "ユーロ": "EUR", "Kč": "CZK", "zł": "PLN",
    "lei": "RON", "Ft": "HUF", "лв": "BGN", "руб": "RUB", "руб.": "RUB", "Fr": "CHF", "Fr.": "CHF", "SFr": "CHF", "SFr.": "CHF",
    "sFr.": "CHF", "Tk": "BDT", "KSh": "KES", "Ksh": "KES",
    "KSh.": "KES", "USh": "UGX", "TSh": "TZS", "Bs": "VES", "Bs.": "VES", "S/": "PEN", "S/.": "PEN", "Gs.": "PYG", "Lm": "MTL",
    "DM": "DEM", "FF": "FRF", "IR£": "IEP", "E£": "EGP", "LE": "EGP",
    "$US": "USD", "$CA": "CAD", "$CAN": "CAD", "$AU": "AUD", "дол.": "USD", "Kr": "SEK", "kr": "SEK", "kr.": "SEK", "Kr.": "SEK",
    "SKr": "SEK", "NKr": "NOK", "DKr": "DKK", "NOK": "NOK",
    "$": "USD", "¥": "JPY", "dollar": "USD",
}  # fmt: skip

# Signs that several countries share: the country of the document decides, the first of the row is assumed.
SHARED: dict[str, dict[str, str]] = {
    "$": {"US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "HK": "HKD", "SG": "SGD", "MX": "MXN", "AR": "ARS", "CL": "CLP",
    "CO": "COP", "TW": "TWD", "JM": "JMD", "UY": "UYU", "NA": "NAD"},
    "¥": {"JP": "JPY", "CN": "CNY"},
    "£": {"GB": "GBP", "EG": "EGP", "LB": "LBP", "SY": "SYP", "IE": "IEP"},
    "kr": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"},
    "Rs": {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR"},
    "rupee": {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR", "SC": "SCR", "ID": "IDR"},
    "franc": {"CH": "CHF", "FR": "FRF", "BE": "BEF", "SN": "XOF", "CI": "XOF", "CM": "XAF", "RW": "RWF", "BI": "BIF"},
    "peso": {"MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "PH": "PHP", "UY": "UYU", "DO": "DOP", "CU": "CUP"},
    "crown": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "CZ": "CZK", "IS": "ISK"},
    "dinar": {"KW": "KWD", "IQ": "IQD", "RS": "RSD", "DZ": "DZD", "TN": "TND", "JO": "JOD", "BH": "BHD", "LY": "LYD"},
    "rial": {"SA": "SAR", "IR": "IRR", "QA": "QAR", "OM": "OMR", "YE": "YER"},
    "pound": {"GB": "GBP", "EG": "EGP", "LB": "LBP", "SY": "SYP", "SD": "SDG", "IE": "IEP"},
    "shilling": {"KE": "KES", "UG": "UGX", "TZ": "TZS", "SO": "SOS", "AT": "ATS"},
    "real": {"BR": "BRL"},
}  # fmt: skip

# Words and signs that name a shared currency, by the row of SHARED that they belong to.
SHARED_SIGNS: dict[str, str] = {
    "$": "$",
    "¥": "¥",
    "kr": "kr",
    "kr.": "kr",
    "Kr": "kr",
    "Kr.": "kr",
    "Rs": "Rs",
    "Rs.": "Rs",
    "₨": "Rs",
    "dollar": "$",
}

CODES: frozenset[str] = frozenset([
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND",
    "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF",
    "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD",
    "HNL", "HRK", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW",
    "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU",
    "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR",
    "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP",
    "STN", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VES",
    "VND", "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWL", "DEM", "FRF", "ITL", "ESP", "NLG", "BEF", "ATS",
    "PTE", "FIM", "GRD", "IEP", "BTC", "ETH", "USDT", "USDC", "XRP", "SOL", "DOGE", "LTC", "SDR", "XDR"
])  # fmt: skip
# Codes that are also words in capitals ("ALL 5 solutions"): they name money only after the number.
CODES_AFTER_ONLY = frozenset({"ALL", "TOP", "TRY", "CUP", "PEN", "SOS", "MAD", "SOL", "LAK", "SDR", "AMD", "MOP", "ANG", "ESP", "BAM"})
# Subunits: a hundredth of the currency, and the millionth that essays on micropayments use.
SUBUNIT_SIGNS: dict[str, tuple[str, str]] = {"¢": ("USD", "0.01"), "￠": ("USD", "0.01"), "p": ("GBP", "0.01"), "ct": ("EUR", "0.01")}
