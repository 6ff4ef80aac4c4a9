"""Article text -> claims with the sources they cite."""

from app.claims.as_json import to_json
from app.claims.claim import ArticleReading, Citation, Claim, Format, How, Rejection, Selector
from app.claims.match import Match, Quoted, match
from app.claims.reader import read

__all__ = [
    "ArticleReading",
    "Citation",
    "Claim",
    "Format",
    "How",
    "Match",
    "Quoted",
    "Rejection",
    "Selector",
    "match",
    "read",
    "to_json",
]
