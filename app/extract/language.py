"""The language of a text, by its script and its commonest words; a page's own word for it is often its template's."""

import re
from collections import Counter

# Words that are frequent in one of these languages and rare in the others.
_WORDS = {
    "en": "the of and to in that is was for with are were which has have from by this been their would will not had its they than said",
    "de": "der die und das den von mit ist des für nicht auf dem ein eine als auch wird sich wurde nach bei werden oder aus einer sind",
    "fr": "le les des et est une dans du pour qui sur pas plus par avec au sont été cette ont aux ses mais nous leur selon être deux",
    "es": "el los las una por con para del que como más pero sus fue este entre según también sobre hasta desde cuando muy años está al lo",
    "it": "il di che è per un della del con non sono gli dei alla nel più anche dal delle ha degli questo dopo stato nella anni secondo",
    "pt": "o os as do da dos das em um uma não com para por mais que foi pelo pela são ao também segundo até anos está entre seu sua",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er ook die om bij door naar werd wordt maar uit dan hebben deze",
    "pl": "w i na się nie z do to że jest o jak za od po przez ich są był oraz ale tym dla który które roku być tego czy",
    "sv": "och att det som en på är av för med den till inte har de ett om var men från kan vid så efter under hade",
    "da": "og at det som en på er af for med den til ikke har de et om var men fra kan ved så efter under havde blev også",
    "tr": "ve bir bu da de için ile olarak daha çok olan en gibi kadar sonra olduğu ancak göre ise her yıl",
}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
)
# Any sign of those scripts and of none in Latin letters; typographic signs lie between.
_NO_LATIN = re.compile("[\u0370-\u1cff\u3040-\ud7af]")
_LANGUAGES_OF = {
    word: [lang for lang, words in _WORDS.items() if word in words.split()] for words in _WORDS.values() for word in words.split()
}
_SAMPLE_CHARS = 4_000
# Fewer hits than this are no evidence; against a declaration, the evidence must be three times as strong.
_HITS_MIN = 4.0
_HITS_AGAINST = 12.0
_STRONGER = 3.0
_SCRIPT_SHARE = 0.15


def settle_language(declared: str, text: str) -> str:
    """Return the declared language, unless it is missing or the text is plainly in another one; "" when nothing tells."""
    sample = text[:_SAMPLE_CHARS]
    script = _by_script(sample)
    primary = declared.replace("_", "-").partition("-")[0].lower()
    if script:
        return declared if primary in _SHARING.get(script, (script,)) else script
    hits = _hits(sample)
    best = max(hits, key=lambda lang: hits[lang], default="")
    if not declared:
        return best if best and hits[best] >= _HITS_MIN else ""
    against = bool(best) and primary in _WORDS and hits[best] >= _HITS_AGAINST and hits[best] > _STRONGER * hits[primary]
    return best if against else declared


# Scripts that write more than one language.
_SHARING = {
    "ru": ("ru", "uk", "bg", "sr", "be", "mk", "kk", "mn"),
    "ar": ("ar", "fa", "ur", "ps"),
    "zh": ("zh", "ja"),
    "hi": ("hi", "mr", "ne"),
}


def _by_script(sample: str) -> str:
    if sample.isascii() or not _NO_LATIN.search(sample):
        return ""
    letters = sum(map(str.isalpha, sample)) or 1
    return next((lang for lang, signs in _SCRIPTS if len(signs.findall(sample)) > letters * _SCRIPT_SHARE), "")


def _hits(sample: str) -> dict[str, float]:
    """Count the words of each language; a word of several counts for each in part. The commonest hardly ever touch a sign."""
    hits = dict.fromkeys(_WORDS, 0.0)
    times = Counter(sample.lower().split())
    for word in times.keys() & _LANGUAGES_OF.keys():
        for lang in (found := _LANGUAGES_OF[word]):
            hits[lang] += times[word] / len(found)
    return hits
