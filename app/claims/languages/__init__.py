"""The languages that claims are read in: data of one shape."""

from app.claims.languages.de import GERMAN
from app.claims.languages.en import ENGLISH
from app.claims.languages.es import SPANISH
from app.claims.languages.fr import FRENCH
from app.claims.languages.it import ITALIAN
from app.claims.languages.language import Language
from app.claims.languages.nl import DUTCH
from app.claims.languages.pt import PORTUGUESE

LANGUAGES: dict[str, Language] = {one.code: one for one in (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH)}

__all__ = ["LANGUAGES", "Language"]
