"""Hindi numbers: figures of both scripts, lakh and crore, percent and the common words."""

from app.quantities.language import Language
from app.quantities.quantity import Comparator

HINDI = Language(
    code="hi",
    telltale="है के में की को से का और ने पर यह था थे हैं भी कि अधिक लाख करोड़",
    decimal_mark=".",
    numbers={1: "एक", 2: "दो", 3: "तीन", 4: "चार", 5: "पांच|पाँच", 6: "छह|छः", 7: "सात", 8: "आठ", 9: "नौ", 10: "दस", 11: "ग्यारह", 12: "बारह", 15: "पंद्रह", 20: "बीस", 25: "पच्चीस", 30: "तीस", 40: "चालीस", 50: "पचास", 60: "साठ", 70: "सत्तर", 80: "अस्सी", 90: "नब्बे"},
    hundred="सौ",
    scales={3: "हजार|हज़ार", 5: "लाख", 7: "करोड़|करोड", 9: "अरब", 11: "खरब"},
    denominators={2: "आधा|आधी|आधे", 4: "चौथाई"},
    tenths={15: "डेढ़", 25: "ढाई"},
    before={Comparator.ABOUT: "लगभग|करीब|तकरीबन", Comparator.AT_LEAST: "कम से कम", Comparator.AT_MOST: "अधिकतम|ज्यादा से ज्यादा", Comparator.EXACT: "केवल|सिर्फ|कुल", Comparator.NEARLY: "लगभग लगभग"},
    after={Comparator.MORE_THAN: "से अधिक|से ज्यादा|से ऊपर|से ज़्यादा", Comparator.LESS_THAN: "से कम|से नीचे", Comparator.AT_LEAST: "या अधिक", Comparator.AT_MOST: "तक"},
    range_to="से",
    percent="%|प्रतिशत|फीसदी|फ़ीसदी|परसेंट",
    currencies={"INR": "रुपये|रुपए|रुपया|रुपयों|रू", "USD": "डॉलर|अमेरिकी डॉलर", "EUR": "यूरो", "GBP": "पाउंड"},
    subunits={"INR 0.01": "पैसे|पैसा"},
    units={"km": "किलोमीटर|किमी", "m": "मीटर", "kg": "किलोग्राम|किलो", "t": "टन", "day": "दिन|दिनों", "week": "सप्ताह|हफ्ते", "month": "महीने|माह|महीनों", "year": "साल|वर्ष|वर्षों|सालों", "h": "घंटे|घंटा|घंटों", "min": "मिनट", "ha": "हेक्टेयर", "Cel": "डिग्री|डिग्री सेल्सियस", "l": "लीटर"},
    months=("जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर|सितम्बर", "अक्टूबर|अक्तूबर", "नवंबर|नवम्बर", "दिसंबर|दिसम्बर"),
    year_before="वर्ष|साल|सन",
    stops="है|के|में|की|को|से|का|और|ने|पर|यह|था|थे|हैं|भी|कि|तक|लिए|एक|ही|हो|या",
    noun="first",
)  # fmt: skip
