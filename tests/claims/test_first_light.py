"""The reader on the plainest article: markers, and a list of URLs."""

from app import claims

ARTICLE = """OPINION - Two rivers and a bridge
Since 2011, the two mayors have met over 17 times [1], more than any before them.
Trade across the bridge reached approximately $245 million [2] a year by 2024.
By contrast, the ferry carried just 3.5 million people in 2024 [3].
[1] https://a.example/mayors
[2] https://b.example/trade
[3] https://b.example/trade
"""


def test_markers_lead_to_the_urls_of_the_list() -> None:
    reading = claims.read(ARTICLE)
    cited = [[citation.url for citation in claim.citations] for claim in reading.claims]
    assert cited == [["https://a.example/mayors"], ["https://b.example/trade"], ["https://b.example/trade"]]


def test_a_selector_points_at_the_sentence() -> None:
    reading = claims.read(ARTICLE)
    assert [reading.text[claim.selector.start : claim.selector.end] for claim in reading.claims] == [
        claim.sentence for claim in reading.claims
    ]
