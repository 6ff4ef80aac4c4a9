"""Web Annotation (W3C): every claim as a note on its place in the article, for annotation tools."""

from collections.abc import Iterator

import orjson

from app.store.claim_reads import ClaimFilter
from app.workflow.desk import Desk
from app.workflow.exports.whole import Whole, wholes


def write(desk: Desk, narrow: ClaimFilter) -> Iterator[bytes]:
    yield b'{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":['
    first = True
    for whole in wholes(desk, narrow):
        yield (b"" if first else b",\n") + orjson.dumps(_annotation(whole), option=orjson.OPT_UTC_Z)
        first = False
    yield b"]}\n"


def _annotation(whole: Whole) -> Whole:
    quote = {"type": "TextQuoteSelector", "exact": whole["sentence"], "prefix": whole["prefix"], "suffix": whole["suffix"]}
    place = {"type": "TextPositionSelector", "start": whole["start"], "end": whole["end"]}
    return {
        "id": f"urn:stet:{whole['id']}",
        "type": "Annotation",
        "motivation": "assessing",
        "modified": whole["changed_at"],
        "target": {"source": whole["article"]["url"] or f"urn:stet:{whole['article']['id']}", "selector": [quote, place]},
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": whole["status"]}, *map(_note, whole["citations"])],
    }


def _note(citation: Whole) -> Whole:
    said = ", ".join(f"{verdict['label']} ({verdict['reason']})" for verdict in citation["verdicts"]) or citation["support"]
    text = f"{citation['url']}: link {citation['link']}; {said}".replace("_", " ")
    return {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": text}
