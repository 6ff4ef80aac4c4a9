"""Files of records: CSV, JSON, XML, workbooks, documents."""

import io
import zipfile
from datetime import date

import pytest

from app import extract
from app.extract import BlockType, Document
from tests.extract.reading import only, texts, values

ROWS_XML = """<rows><row><Country>Norway</Country><Year>2023</Year><Boats>14.5</Boats></row>
<row><Country>Iceland</Country><Year>2023</Year><Boats>9</Boats></row></rows>"""


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        ("Country,Year,Boats\nNorway,2023,14.5\nIceland,2023,9\n", "text/csv"),
        ("Country;Year;Boats\r\nNorway;2023;14.5\r\nIceland;2023;9\r\n", "text/csv"),
        ("Country\tYear\tBoats\nNorway\t2023\t14.5\nIceland\t2023\t9\n", "text/tab-separated-values"),
        ('[{"Country":"Norway","Year":2023,"Boats":14.5},{"Country":"Iceland","Year":2023,"Boats":9}]', "application/json"),
        ('{"Country":["Norway","Iceland"],"Year":[2023,2023],"Boats":[14.5,9]}', "application/json"),
        ('[["Country","Year","Boats"],["Norway",2023,14.5],["Iceland",2023,9]]', "application/json"),
        ('{"Country":"Norway","Year":2023,"Boats":14.5}\n{"Country":"Iceland","Year":2023,"Boats":9}\n', "application/json"),
        (ROWS_XML, "application/xml"),
        ("| Country | Year | Boats |\n|---|--:|--:|\n| Norway | 2023 | 14.5 |\n| Iceland | 2023 | 9 |\n", "text/markdown"),
    ],
)
def test_records_of_every_kind_make_the_same_table(body: str, media_type: str) -> None:
    table = only(extract.read(body.encode(), media_type), BlockType.TABLE)
    assert values(table) == {(("Norway", "2023"), ("Boats",)): "14.5", (("Iceland", "2023"), ("Boats",)): "9"}


def test_lines_before_and_after_a_csv_table_are_told_apart() -> None:
    body = "Data Source,World Table\nFigures in millions of euros\n\nCountry,2022,2023\nNorway,1.5,2\nIceland,3,4.25\n\nSource: own count"
    document = extract.read(body.encode(), "text/csv")
    table = only(document, BlockType.TABLE)
    assert values(table)[("Iceland",), ("2023",)] == "4.25"
    assert "millions of euros" in table.note
    assert texts(document, BlockType.FOOTNOTE) == ["Source: own count"]


def test_a_row_of_units_below_the_names_belongs_to_them() -> None:
    table = only(extract.read(b"Port,Catch,Price\n,tonnes,EUR/kg\nA,100,2.5\nB,200,3.5\n", "text/csv"), BlockType.TABLE)
    assert values(table)[("A",), ("Catch", "tonnes")] == "100"
    assert values(table)[("B",), ("Price", "EUR/kg")] == "3.5"


def test_a_spreadsheets_hint_of_the_delimiter_is_followed() -> None:
    table = only(extract.read(b"sep=;\r\nPort;Boats\r\nA, north;5\r\nB, south;6\r\n", "text/csv"), BlockType.TABLE)
    assert values(table) == {(("A, north",), ("Boats",)): "5", (("B, south",), ("Boats",)): "6"}


def test_quoted_fields_keep_their_commas() -> None:
    table = only(extract.read(b'name,value\n"Boats, small","1,234"\n"Boats, large","5,678"\n', "text/csv"), BlockType.TABLE)
    assert values(table) == {(("Boats, small",), ("value",)): "1,234", (("Boats, large",), ("value",)): "5,678"}


def test_a_csv_without_columns_is_plain_text() -> None:
    assert texts(extract.read(b"just a line\nand another", "text/csv"), BlockType.PARAGRAPH) == ["just a line and another"]


def test_json_objects_become_lines_under_their_path() -> None:
    document = extract.read(b'{"title":"Fleet","fleet":{"totalBoats":14,"asOf":"2024-01-01","open":true,"none":null}}', "application/json")
    assert document.title == "Fleet"
    assert [(block.text, block.section) for block in document.blocks] == [
        ("title: Fleet", ()),
        ("total Boats: 14", ("fleet",)),
        ("as Of: 2024-01-01", ("fleet",)),
        ("open: true", ("fleet",)),
    ]


def test_json_numbers_keep_the_digits_they_were_written_with() -> None:
    document = extract.read(b'{"a": 1.50, "b": 1e6, "c": 12345678901234567890}', "application/json")
    assert texts(document, BlockType.LIST_ITEM) == ["a: 1.50", "b: 1e6", "c: 12345678901234567890"]


def test_nested_records_name_their_columns_by_the_path() -> None:
    body = b'{"data":[{"country":{"value":"Norway"},"date":"2023","value":14},{"country":{"value":"Iceland"},"date":"2023","value":9}]}'
    table = only(extract.read(body, "application/json"), BlockType.TABLE)
    assert values(table)[("Norway", "2023"), ("value",)] == "14"
    assert [cell.text for cell in table.cells if cell.row == 0] == ["country value", "date", "value"]


CUBE = """{"version":"2.0","class":"dataset","label":"Boats by port","id":["port","time"],"size":[2,2],"value":[14,15.5,null,9],
"dimension":{"port":{"label":"Port","category":{"index":["H","K"],"label":{"H":"Hull","K":"Kiel"}}},
"time":{"label":"Year","category":{"index":{"2022":0,"2023":1}}}}}"""


def test_a_statistical_cube_is_a_table_of_its_categories() -> None:
    document = extract.read(CUBE.encode(), "application/json")
    assert document.title == only(document, BlockType.TABLE).caption == "Boats by port"
    assert values(only(document, BlockType.TABLE)) == {
        (("Hull", "2022"), ("value",)): "14",
        (("Hull", "2023"), ("value",)): "15.5",
        (("Kiel", "2023"), ("value",)): "9",
    }


@pytest.mark.parametrize(
    "body",
    [
        '{"unit":"thousands","columns":["Port","2022","2023"],"index":[0,1],"data":[["A",5,6],["B",7,8]]}',
        '{"unit":"thousands","fields":[{"name":"Port"},{"name":"2022"},{"name":"2023"}],"rows":[["A",5,6],["B",7,8]]}',
        '{"unit":"thousands","series":[{"name":"A","data":[5,6]},{"name":"B","data":[7,8]}],"categories":["2022","2023"]}',
    ],
)
def test_names_of_columns_beside_the_rows_head_them(body: str) -> None:
    table = only(extract.read(body.encode(), "application/json"), BlockType.TABLE)
    assert values(table)[("A",), ("2023",)] == "6"
    assert values(table)[("B",), ("2022",)] == "7"
    assert table.note == "unit: thousands"


def test_rows_without_names_have_no_header() -> None:
    table = only(extract.read(b'[["A", 5], ["B", 6]]', "application/json"), BlockType.TABLE)
    assert values(table) == {(("A",), ()): "5", (("B",), ()): "6"}


SERIES = """<m><Series geo="AT"><Obs time="2022" value="5.5"/><Obs time="2023" value="6.5"/></Series>
<Series geo="DE"><Obs time="2022" value="7.5"/><Obs time="2023" value="8.5"/></Series></m>"""
KEYED = """<m><Series><Key><Value id="geo" value="AT"/></Key><Obs><time>2022</time><value>5.5</value></Obs></Series>
<Series><Key><Value id="geo" value="DE"/></Key><Obs><time>2022</time><value>7.5</value></Obs></Series></m>"""


@pytest.mark.parametrize("body", [SERIES, KEYED])
def test_observations_are_named_by_their_series(body: str) -> None:
    table = only(extract.read(body.encode(), "application/xml"), BlockType.TABLE)
    assert values(table)[("AT", "2022"), ("value",)] == "5.5"
    assert values(table)[("DE", "2022"), ("value",)] == "7.5"


def test_elements_that_repeat_in_a_record_are_joined() -> None:
    body = "<r><book><by>Ann</by><by>Bo</by><pages>5</pages></book><book><by>Cy</by><pages>6</pages></book></r>"
    table = only(extract.read(body.encode(), "application/xml"), BlockType.TABLE)
    assert values(table) == {(("Ann, Bo",), ("pages",)): "5", (("Cy",), ("pages",)): "6"}


def test_html_inside_json_is_read_as_text() -> None:
    first = "There were <b>14</b> boats in the harbour that morning, and nobody knew whose they were."
    prose = f"<p>{first}</p><p>Then 9 more came in the afternoon.</p>"
    document = extract.read(f'{{"content":{{"rendered":"{prose}"}}}}'.encode(), "application/json")
    assert [block.text for block in document.blocks] == [
        "There were 14 boats in the harbour that morning, and nobody knew whose they were.",
        "Then 9 more came in the afternoon.",
    ]


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Coast</title><language>en</language>
<item><title>Boats</title><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate>
<description>&lt;p&gt;There are &lt;b&gt;14&lt;/b&gt; boats.&lt;/p&gt;</description></item>
<item><title>Fish</title><description>There are 9 fish.</description></item></channel></rss>"""


def test_a_feed_is_headed_entries() -> None:
    document = extract.read(FEED.encode(), "application/rss+xml")
    assert (document.title, document.lang) == ("Coast", "en")
    assert [(block.text, block.section) for block in document.blocks if block.type is BlockType.PARAGRAPH] == [
        ("There are 14 boats.", ("Boats",)),
        ("There are 9 fish.", ("Fish",)),
    ]


def test_markdown_keeps_headings_lists_quotations_and_code() -> None:
    body = "---\ntitle: Fleet\nlang: de\n---\n# Boats\n\nThere *are* [14](http://a.example) boats.\n\n- five\n\n> nine\n\n```\nx = 1\n```\n"
    document = extract.read(body.encode(), "text/markdown")
    assert (document.title, document.lang) == ("Fleet", "de")
    assert [(block.type, block.text) for block in document.blocks] == [
        (BlockType.HEADING, "Boats"),
        (BlockType.PARAGRAPH, "There are 14 boats."),
        (BlockType.LIST_ITEM, "five"),
        (BlockType.QUOTATION, "nine"),
        (BlockType.CODE, "x = 1"),
    ]


def test_plain_text_is_paragraphs() -> None:
    assert texts(extract.read(b"one\nline\r\n\r\ntwo", "text/plain"), BlockType.PARAGRAPH) == ["one line", "two"]


def package(members: dict[str, str]) -> bytes:
    """Zip members up, uncompressed, so that the first of them can be told by the archive's head."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


Rows = list[list[str | float | None]]
TRADE: Rows = [
    ["Trade, in millions of euros"],
    [],
    ["", "Exports", None, "Imports", None],
    ["Country", 2022, 2023, 2022, 2023],
    ["Norway", 1.5, 2, 3, 4.25],
    ["Iceland", 5, 6, 7, 0.1 + 0.2],
    ["Source: own count"],
]
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


STYLES = (
    f'<styleSheet xmlns="{SHEETS}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>'
    '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)


def xlsx(first: str = "") -> bytes:
    """A workbook of a shown sheet with a merged header and a hidden sheet."""
    names = '<sheet name="Trade" sheetId="1" r:id="r1"/><sheet name="Secret" sheetId="2" state="hidden" r:id="r2"/>'
    relations = "".join(f'<Relationship Id="r{n}" Type="{LINKS}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in (1, 2))
    return package(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": _relations(f'<Relationship Id="r1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/>'),
            "xl/workbook.xml": f'<workbook xmlns="{SHEETS}" xmlns:r="{LINKS}"><sheets>{names}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relations(relations),
            "xl/styles.xml": STYLES,
            "xl/worksheets/sheet1.xml": first or _sheet(TRADE, '<mergeCells count="1"><mergeCell ref="B3:C3"/></mergeCells>'),
            "xl/worksheets/sheet2.xml": _sheet([["secret", 666]]),
        }
    )


def _relations(content: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}">{content}</Relationships>'


def _sheet(rows: Rows, tail: str = "") -> str:
    lines = "".join(
        f'<row r="{number}">{"".join(_xlsx_cell(value, "ABCDE"[at], number) for at, value in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{SHEETS}"><sheetData>{lines}</sheetData>{tail}</worksheet>'


def _xlsx_cell(value: str | float | None, column: str, row: int) -> str:
    if not value:
        return ""
    if isinstance(value, str):
        return f'<c r="{column}{row}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{column}{row}"><v>{value!r}</v></c>'


def ods() -> bytes:
    """The same rows as an open document."""
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    table, text = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    lines = "".join(f"<table:table-row>{''.join(map(_ods_cell, row)) or '<table:table-cell/>'}</table:table-row>" for row in TRADE)
    content = (
        f'<office:document-content xmlns:office="{office}" xmlns:table="{table}" xmlns:text="{text}"><office:body><office:spreadsheet>'
        f'<table:table table:name="Trade">{lines}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return package(
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content, "META-INF/manifest.xml": manifest}
    )


def _ods_cell(value: str | float | None) -> str:
    if not value:
        return "<table:table-cell/>"
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value!r}"><text:p>{value}</text:p></table:table-cell>'


@pytest.mark.parametrize("body", [xlsx(), ods()], ids=["xlsx", "ods"])
def test_a_workbook_is_a_table_a_sheet_with_title_and_notes(body: bytes) -> None:
    document = extract.read(body, "application/octet-stream")
    table = only(document, BlockType.TABLE)
    assert values(table)[("Norway",), ("Exports", "2023")] == "2"
    assert values(table)[("Iceland",), ("Imports", "2023")] == "0.3"
    assert (table.caption, table.note) == ("Trade, in millions of euros", "in millions of euros")
    assert texts(document, BlockType.FOOTNOTE) == ["Source: own count"]
    assert "666" not in document.text
    assert document.title == "Trade, in millions of euros"


def test_a_sheet_without_title_lines_has_no_title() -> None:
    bare: Rows = [["Port", "Boats"], ["A", 5], ["B", 6]]
    assert extract.read(xlsx(_sheet(bare)), "").title == ""


def test_cells_that_show_a_percentage_are_read_as_one() -> None:
    cells = "".join(_xlsx_cell(name, column, 1) for name, column in (("Year", "A"), ("Rate", "B"), ("Share", "C")))
    values_ = '<c r="A2"><v>2023</v></c><c r="B2" s="2"><v>0.05234</v></c><c s="1" r="C2"><v>0.4</v></c>'
    sheet = f'<worksheet xmlns="{SHEETS}"><sheetData><row r="1">{cells}</row><row r="2">{values_}</row></sheetData></worksheet>'
    table = only(extract.read(xlsx(sheet)), BlockType.TABLE)
    assert values(table) == {(("2023",), ("Rate",)): "5.2%", (("2023",), ("Share",)): "40%"}


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx() -> Document:
    def paragraph(text: str, style: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'

    cells = [["Port", "Boats"], ["Hull", "14"], ["Kiel", "9"]]
    table = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in cells)
    body = paragraph("Fleet", "Heading1") + paragraph("There are <b/>23 boats.".replace("<b/>", "")) + f"<w:tbl>{table}</w:tbl>"
    core = '<c xmlns:d="d"><d:title>The fleet</d:title><d:created>2024-03-05T10:00:00Z</d:created></c>'
    return extract.read(package({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", "docProps/core.xml": core}))


def test_a_word_document_has_headings_paragraphs_and_tables() -> None:
    document = docx()
    assert (document.title, document.published) == ("The fleet", date(2024, 3, 5))
    assert [(block.type, block.section) for block in document.blocks] == [
        (BlockType.HEADING, ()),
        (BlockType.PARAGRAPH, ("Fleet",)),
        (BlockType.TABLE, ("Fleet",)),
    ]
    assert values(only(document, BlockType.TABLE)) == {(("Hull",), ("Boats",)): "14", (("Kiel",), ("Boats",)): "9"}
