"""The contract of `stet judge`."""

from typing import Any

from app.quantities import to_json as quantity_to_json
from app.quantities.interval import plain
from app.verify.verdict import Judgement, Passage, Verdict


def to_json(judgement: Judgement) -> dict[str, Any]:
    """Write a judgement with values as decimal strings; `source_value` and `passage` are those of the verdict that decided."""
    deciding = next((v for v in judgement.verdicts if v.label is judgement.label and v.reason == judgement.reason), None)
    shown = judgement.passage or (deciding.passage if deciding else None)
    return {
        "label": judgement.label.value,
        "reason": judgement.reason,
        "source_value": _value(deciding),
        "passage": shown.exact if shown else None,
        "quantities": [_verdict_to_json(v) for v in judgement.verdicts],
        "rule_version": judgement.rule_version,
        "trace": list(judgement.trace),
    }


def _value(verdict: Verdict | None) -> str | None:
    return None if verdict is None or verdict.source_value is None else plain(verdict.source_value)


def _verdict_to_json(verdict: Verdict) -> dict[str, Any]:
    return {
        **quantity_to_json(verdict.quantity),
        "label": verdict.label.value,
        "reason": verdict.reason,
        "source_value": _value(verdict),
        "source_high": None if verdict.source_high is None else plain(verdict.source_high),
        "source_unit": verdict.source_unit,
        "severity": verdict.severity.value,
        "flags": list(verdict.flags),
        "passage": passage_to_json(verdict.passage) if verdict.passage else None,
    }


def passage_to_json(passage: Passage) -> dict[str, Any]:
    """Write a passage with its selectors."""
    return {
        "exact": passage.exact,
        "prefix": passage.prefix,
        "suffix": passage.suffix,
        "start": passage.start,
        "end": passage.end,
        "section": list(passage.section),
        "cell": passage.cell,
        "page": passage.page,
        "fragment": passage.fragment,
    }
