"""The promises every reader keeps, whatever the bytes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app import extract
from app.extract import Document


def assert_offsets_hold(document: Document) -> None:
    for block in document.blocks:
        assert block.text == document.text[block.start : block.end]
        for cell in block.cells:
            assert cell.text == block.text[cell.start : cell.end]


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(["", "text/html", "text/plain", "text/csv", "application/json", "application/xml", "text/markdown"]),
)
def test_no_bytes_make_a_reader_raise(body: bytes, media_type: str) -> None:
    assert_offsets_hold(extract.read(body, media_type))


def test_an_empty_body_is_unreadable() -> None:
    assert extract.read(b"  \n").unreadable == "empty"


def test_an_image_is_not_text() -> None:
    assert extract.read(b"\x89PNG\r\n\x1a\n" + bytes(100), "text/html").unreadable == "not_text"
