"""The languages that claims are read in: data of one shape."""

from app.claims.languages.en import ENGLISH
from app.claims.languages.language import Language

LANGUAGES: dict[str, Language] = {language.code: language for language in (ENGLISH,)}

__all__ = ["LANGUAGES", "Language"]
