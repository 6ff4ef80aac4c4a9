"""Writes app/sources/data/telling.json from the phrases and the walls; run it as `python -m tests.sources.write_telling`."""

import json
from pathlib import Path

import app.sources
from app.sources.marks import WALLS
from app.sources.phrases import telling_words

FILE = Path(app.sources.__file__).parent / "data" / "telling.json"


def derived() -> dict[str, str]:
    """The words that `is_innocent` looks for, and the names of headers that a wall may send."""
    headers = {name for wall in WALLS for name, _ in wall.headers}
    return {"headers": " ".join(sorted(headers)), "words": " ".join(sorted(telling_words()))}


if __name__ == "__main__":
    FILE.write_text(json.dumps(derived(), indent=0, ensure_ascii=True) + "\n", encoding="utf-8")
