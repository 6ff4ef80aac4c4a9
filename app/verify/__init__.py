"""Say whether a document says the number."""

from app.verify.as_json import passage_to_json, to_json
from app.verify.evidence import Found, Refound, find
from app.verify.index import Index, index
from app.verify.judge import RULE_VERSION, judge
from app.verify.plain_text import as_document, judge_text, view
from app.verify.proposal import consider
from app.verify.rank import rank
from app.verify.rollup import article_status, citation_status, citation_support, claim_review, claim_status, claim_support
from app.verify.verdict import ClaimView, Judgement, Label, Passage, Previous, ReviewState, Severity, Status, Verdict

__all__ = [
    "RULE_VERSION",
    "ClaimView",
    "Found",
    "Index",
    "Judgement",
    "Label",
    "Passage",
    "Previous",
    "Refound",
    "ReviewState",
    "Severity",
    "Status",
    "Verdict",
    "article_status",
    "as_document",
    "citation_status",
    "citation_support",
    "claim_review",
    "claim_status",
    "claim_support",
    "consider",
    "find",
    "index",
    "judge",
    "judge_text",
    "passage_to_json",
    "rank",
    "to_json",
    "view",
]
