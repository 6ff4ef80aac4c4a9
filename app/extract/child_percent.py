"""Which cells of an XLSX sheet show a percentage: the workbook's styles say it, the values (0.052) do not."""

import html
import io
import re
import zipfile
import zlib

# Sheets above this size are registers, whose styles nobody reads one by one.
_SHEET_BYTES_MAX = 30_000_000
_BUILT_IN = {9: 0, 10: 2}
_FORMAT = re.compile(rb"<numFmt\b[^>]*?\bnumFmtId=\"(\d+)\"[^>]*?\bformatCode=\"([^\"]*)\"")
_CELL_FORMATS = re.compile(rb"<cellXfs\b.*?</cellXfs>", re.DOTALL)
_CELL_FORMAT = re.compile(rb"<xf\b[^>]*?\bnumFmtId=\"(\d+)\"")
_CELL = re.compile(rb"<c\b(?=[^>]*?\br=\"([A-Z]{1,3})(\d{1,7})\")(?=[^>]*?\bs=\"(\d{1,6})\")")
_SHEET = re.compile(rb"<sheet\b(?=[^>]*?\bname=\"([^\"]*)\")(?=[^>]*?\br:id=\"([^\"]*)\")")
_RELATION = re.compile(rb"<Relationship\b(?=[^>]*?\bId=\"([^\"]*)\")(?=[^>]*?\bTarget=\"([^\"]*)\")")

# Row and column, counted from 0, to the decimals shown.
Percents = dict[tuple[int, int], int]


def percent_cells(body: bytes) -> dict[str, Percents]:
    """Return the percent cells of each sheet by its name; nothing for files that are no XLSX or cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            styles = _percent_styles(_member(package, "xl/styles.xml"))
            return {name: _cells(_member(package, path), styles) for name, path in _sheets(package)} if styles else {}
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return {}


def _member(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as member:
        return member.read(_SHEET_BYTES_MAX)


def _percent_styles(styles: bytes) -> dict[int, int]:
    """Style number -> decimals, for the styles whose format ends in a percent sign."""
    decimals = dict(_BUILT_IN)
    for number, code in _FORMAT.findall(styles):
        shown = code.partition(b";")[0]
        if b"%" in shown:
            decimals[int(number)] = len(shown.partition(b".")[2].partition(b"%")[0].strip(b' "\\')) if b"." in shown else 0
    formats = _CELL_FORMATS.search(styles)
    used = _CELL_FORMAT.findall(formats[0]) if formats else []
    return {style: decimals[int(number)] for style, number in enumerate(used) if int(number) in decimals}


def _sheets(package: zipfile.ZipFile) -> list[tuple[str, str]]:
    targets = dict(_RELATION.findall(_member(package, "xl/_rels/workbook.xml.rels")))
    return [
        (html.unescape(name.decode("utf-8", "replace")), f"xl/{targets[relation].decode().removeprefix('/xl/')}")
        for name, relation in _SHEET.findall(_member(package, "xl/workbook.xml"))
        if relation in targets
    ]


def _cells(sheet: bytes, styles: dict[int, int]) -> Percents:
    return {(int(row) - 1, _column(letters)): styles[int(style)] for letters, row, style in _CELL.findall(sheet) if int(style) in styles}


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
