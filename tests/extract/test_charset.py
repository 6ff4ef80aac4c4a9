"""Bytes to text: mark, header, meta, detection; lies lose."""

import pytest

from app import extract

GERMAN = "Die Größe der Fläche beträgt 3,5 Hektar, sagte Jürgen Müller über die Änderung des Gesetzes. "
RUSSIAN = "Население города составляет около двухсот тысяч человек, сообщили в администрации области. "
JAPANESE = "新しい駅は来年四月に開業する予定で、総工費は約二十七億円と見込まれている。"


@pytest.mark.parametrize(
    ("body", "header", "text", "charset"),
    [
        (GERMAN.encode(), "", GERMAN, "utf-8"),
        (GERMAN.encode(), "iso-8859-1", GERMAN, "utf-8"),
        (GERMAN.encode("latin-1"), "utf-8", GERMAN, "windows-1252"),
        (GERMAN.encode("latin-1"), "ISO-8859-1", GERMAN, "windows-1252"),
        (b"\xef\xbb\xbf" + GERMAN.encode(), "latin-1", GERMAN, "utf-8"),
        (b"\xff\xfe" + GERMAN.encode("utf-16-le"), "utf-8", GERMAN, "utf-16-le"),
        ((RUSSIAN * 3).encode("windows-1251"), "", RUSSIAN * 3, "windows-1251"),
        ((RUSSIAN * 3).encode("koi8-r"), "", RUSSIAN * 3, "koi8-r"),
        ((JAPANESE * 3).encode("shift_jis"), "", JAPANESE * 3, "cp932"),
        ((JAPANESE * 3).encode("euc-jp"), "euc-jp", JAPANESE * 3, "euc-jp"),
        (b'<meta charset="windows-1251">' + RUSSIAN.encode("windows-1251"), "", f'<meta charset="windows-1251">{RUSSIAN}', "windows-1251"),
        ((RUSSIAN * 3).encode("windows-1251"), "iso-8859-1", RUSSIAN * 3, "windows-1251"),
        ((JAPANESE * 3).encode("shift_jis"), "iso-8859-1", JAPANESE * 3, "cp932"),
        ((JAPANESE * 3).encode("iso-2022-jp"), "", JAPANESE * 3, "iso-2022-jp"),
        (b"plain", "no-such-charset", "plain", "utf-8"),
        (b"plain", "rot13", "plain", "utf-8"),
    ],
)
def test_the_charset_that_fits_wins(body: bytes, header: str, text: str, charset: str) -> None:
    assert extract.decode(body, header) == (text, charset)


def test_one_bad_byte_does_not_turn_a_page_into_another_charset() -> None:
    text, charset = extract.decode((GERMAN * 20).encode() + b"\xff", "utf-8")
    assert charset == "utf-8"
    assert text.startswith(GERMAN)
