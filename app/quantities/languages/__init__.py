"""Languages as data: one file each, all of one shape (`app.quantities.language.Language`)."""

from app.quantities.language import Language
from app.quantities.languages.en import ENGLISH

LANGUAGES: dict[str, Language] = {"en": ENGLISH}
