"""How a part of a number is led in: "employs 1,150, of whom 320 in Quimbrac"."""

import re

_WORDS = (
    r"\b(?:including|of wh(?:om|ich)|of them|among them|davon|darunter|dont|parmi (?:eux|elles)|(?:di|tra) (?:cui|loro)"
    r"|de (?:los|las) (?:cuales|que)|de (?:ellos|ellas)|d[oa]s quais|d(?:eles|elas)|waarvan|(?:van|onder) wie|varav|heraf|w tym|z czego)\b"
)
PART = re.compile(_WORDS, re.IGNORECASE)
PART_BEFORE = re.compile(rf"{_WORDS}\s+(?:about |rund |circa )?$", re.IGNORECASE)
