"""The contract of `stet read`."""

import json

from app import claims


def test_a_reading_as_plain_data() -> None:
    data = claims.to_json(claims.read("Bread rose 5% [1]. Why 6%?\n\n[1] https://a.example/bread", lang="en"))
    assert json.loads(json.dumps(data)) == data
    assert list(data) == ["format", "lang", "title", "claims", "rejected"]
    claim = data["claims"][0]
    assert claim["sentence"] == claim["selector"]["exact"] == "Bread rose 5% [1]."
    assert claim["quantities"][0]["value"] == "5"
    assert {key: claim["citations"][0][key] for key in ("url", "marker", "anchor", "how")} == {
        "url": "https://a.example/bread",
        "marker": "1",
        "anchor": "",
        "how": "reference",
    }
    assert data["rejected"][0]["reason"] == "a question asserts nothing"
