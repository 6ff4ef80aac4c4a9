"""Days as pages print them: ISO, "12 March 2024", "March 12, 2024", "12.3.2024", "2024年3月12日", in the languages we read."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari styczeń stycznia января янв",
            "february feb februar février févr febrero febbraio fevereiro fev februari luty lutego февраля фев",
            "march mar märz mär mrz mars marzo março maart mrt marzec marca марта мар",
            "april apr avril avr abril abr aprile kwiecień kwietnia апреля апр",
            "may mai mayo maggio mag maio mei maj maja мая",
            "june jun juni juin junio giugno giu junho czerwiec czerwca июня июн",
            "july jul juli juillet juil julio luglio lug julho lipiec lipca июля июл",
            "august aug août agosto ago augustus sierpień sierpnia августа авг",
            "september sep sept septembre septiembre set settembre setembro wrzesień września сентября сен",
            "october oct oktober okt octobre octubre ottobre ott outubro out październik października октября окт",
            "november nov novembre noviembre novembro listopad listopada ноября ноя",
            "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudzień grudnia декабря дек",
        ),
        1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.年]\s?(0?[1-9]|1[0-2])[-/.月]\s?(0?[1-9]|[12]\d|3[01])(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|º|er)?\s(?:of\s|de\s)?([^\W\d]{3,12})\.?,?\s(?:de\s|del\s)?((?:19|20)\d\d)(?!\d)"
)
_MONTH_FIRST = re.compile(r"([^\W\d]{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s((?:19|20)\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_CHARS_MAX = 200


def find_day(text: str) -> date | None:
    """Return the first full day in the first 200 characters, or None; "03/04/2024", which may be two days, is none."""
    text = text[:_CHARS_MAX]
    for pattern in (_ISO, _COMPACT):
        if found := pattern.search(text):
            return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.search(text):
        return _day(int(found[3]), _MONTHS.get(found[2].lower(), 0), int(found[1]))
    if found := _MONTH_FIRST.search(text):
        return _day(int(found[3]), _MONTHS.get(found[1].lower(), 0), int(found[2]))
    found = _NUMERIC.search(text)
    return _numeric(int(found[1]), found[2], int(found[3]), int(found[4])) if found else None


def _numeric(first: int, sign: str, second: int, year: int) -> date | None:
    """Dots mean day first; with slashes and dashes only a number over 12, or twice the same, tells."""
    if sign == "." or first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_AS_OF_WORDS = (
    r"(?:data |figures |correct |status |situation )?as (?:of|at)|stand(?: der daten| vom)?:?|datenstand:?|(?:état|situation|données) au|"
    r"a fecha del?|datos a|dati al|aggiornat[oi] al|dados de|stan na(?: dzień)?|peildatum:?"
)
# Looking for these first spares the pattern most texts.
_AS_OF_HINTS = (
    "as of",
    "as at",
    "stand",
    "au ",
    "fecha",
    "datos a",
    "dati al",
    "aggiorna",
    "dados de",
    "stan na",
    "peildatum",
    "по состоянию",
    "截至",
)
_AS_OF_CHARS_MAX = 2_000
_AS_OF = re.compile(rf"(?:\b(?:{_AS_OF_WORDS})|по состоянию на|截至)\s{{0,2}}", re.IGNORECASE)


def find_as_of(text: str) -> date | None:
    """Return the day that "as of", "Stand:", "état au" … names, or None."""
    folded = text[:_AS_OF_CHARS_MAX].lower()
    if not any(hint in folded for hint in _AS_OF_HINTS):
        return None
    for found in _AS_OF.finditer(folded):
        after = text[found.end() : found.end() + 40]
        day = find_day(after)
        if day is not None:
            return day
    return None
