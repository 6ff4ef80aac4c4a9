"""Which language a text is written in."""

import re
from collections import Counter

from app.claims.languages import LANGUAGES

# Enough running text to tell one language from another; more would only cost time.
SAMPLE_CHARS = 20_000
WORD = re.compile(r"[^\W\d_]+")
SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
)
# A text is of a script when this share of its characters is.
SCRIPT_SHARE = 0.15
# A word that several languages share counts for each of them the less.
WEIGHTS = Counter(word for language in LANGUAGES.values() for word in language.function_words)


def detect(text: str, otherwise: str = "en") -> str:
    """Name the language (ISO 639-1) whose function words are the most frequent; `otherwise` when there are none."""
    sample = text[:SAMPLE_CHARS]
    for code, script in SCRIPTS:
        if sample and len(script.findall(sample)) > SCRIPT_SHARE * len(sample):
            return code
    counts = Counter(WORD.findall(sample.lower()))
    scores = {
        code: sum(count / WEIGHTS[word] for word, count in counts.items() if word in language.function_words)
        for code, language in LANGUAGES.items()
    }
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] else otherwise
