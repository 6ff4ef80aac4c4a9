"""Languages as data: one file each, all of one shape (`app.quantities.language.Language`)."""

from app.quantities.language import Language
from app.quantities.languages.ar import ARABIC
from app.quantities.languages.de import GERMAN
from app.quantities.languages.en import ENGLISH
from app.quantities.languages.es import SPANISH
from app.quantities.languages.fr import FRENCH
from app.quantities.languages.hi import HINDI
from app.quantities.languages.it import ITALIAN
from app.quantities.languages.ja import JAPANESE
from app.quantities.languages.ko import KOREAN
from app.quantities.languages.nl import DUTCH
from app.quantities.languages.pl import POLISH
from app.quantities.languages.pt import PORTUGUESE, PORTUGUESE_BRAZIL
from app.quantities.languages.ru import RUSSIAN
from app.quantities.languages.sv import SWEDISH
from app.quantities.languages.tr import TURKISH
from app.quantities.languages.zh import CHINESE

LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        ENGLISH,
        GERMAN,
        FRENCH,
        SPANISH,
        ITALIAN,
        PORTUGUESE,
        PORTUGUESE_BRAZIL,
        DUTCH,
        SWEDISH,
        POLISH,
        TURKISH,
        CHINESE,
        JAPANESE,
        KOREAN,
        RUSSIAN,
        ARABIC,
        HINDI,
    )
}
