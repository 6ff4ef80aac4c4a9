"""Tables: which headers govern a cell, whatever the table's shape."""

import pytest

from app.extract import BlockType, Zone
from tests.extract.reading import main_text, only, read_html, values


def test_two_header_rows_and_a_title_row_make_paths() -> None:
    table = only(
        read_html(
            """<table><caption>Trade (in millions of US$)</caption>
            <thead><tr><th rowspan=2>Country<th colspan=2>Exports</tr><tr><th>2023<th>2024</tr></thead>
            <tbody><tr><th colspan=3>Asia<tr><td>China<td>1<td>2.3<tr><td>Japan<td>..<td>5</table>"""
        ),
        BlockType.TABLE,
    )
    assert values(table) == {
        (("Asia", "China"), ("Exports", "2023")): "1",
        (("Asia", "China"), ("Exports", "2024")): "2.3",
        (("Asia", "Japan"), ("Exports", "2023")): "..",
        (("Asia", "Japan"), ("Exports", "2024")): "5",
    }
    assert (table.caption, table.note) == ("Trade (in millions of US$)", "in millions of US$")


def test_headers_are_found_without_th() -> None:
    table = only(
        read_html("<table><tr><td>Year<td>Boats<td>Fish<tr><td>2022<td>14<td>3.5<tr><td>2023<td>15<td>3.7</table>"),
        BlockType.TABLE,
    )
    assert values(table) == {
        (("2022",), ("Boats",)): "14",
        (("2022",), ("Fish",)): "3.5",
        (("2023",), ("Boats",)): "15",
        (("2023",), ("Fish",)): "3.7",
    }


def test_a_rank_before_the_label_does_not_hide_the_label() -> None:
    table = only(read_html("<table><tr><th>#<th>Port<th>Tonnes<tr><td>1<td>Hull<td>9.1<tr><td>2<td>Kiel<td>8.2</table>"), BlockType.TABLE)
    assert values(table)[("Hull",), ("Tonnes",)] == "9.1"


def test_a_row_span_labels_every_row_it_covers() -> None:
    table = only(
        read_html("<table><tr><th>Port<th>Kind<th>n<tr><th rowspan=2>Hull<th>Cod<td>5<tr><th>Eel<td>6<tr><th>Kiel<th>Cod<td>7</table>"),
        BlockType.TABLE,
    )
    assert values(table) == {
        (("Hull", "Cod"), ("n",)): "5",
        (("Hull", "Eel"), ("n",)): "6",
        (("Kiel", "Cod"), ("n",)): "7",
    }


def test_a_table_of_facts_has_row_headers_only() -> None:
    table = only(read_html('<table class="infobox"><tr><th>Population<td>3,258<tr><th>Area<td>12 km<sup>2</sup></table>'), BlockType.TABLE)
    assert values(table) == {(("Population",), ()): "3,258", (("Area",), ()): "12 km²"}


def test_cells_know_their_place_in_the_text() -> None:
    table = only(read_html("<table><tr><th>A<th>B<tr><td>x y<td><b>5</b>.0</table>"), BlockType.TABLE)
    assert [table.text[cell.start : cell.end] for cell in table.cells] == [cell.text for cell in table.cells] == ["A", "B", "x y", "5.0"]


def test_the_scale_may_stand_beside_the_table() -> None:
    document = read_html("<main><h2>Exports</h2><p>In Mio. Euro</p><table><tr><th>Jahr<th>Wert<tr><td>2023<td>5</table></main>")
    assert only(document, BlockType.TABLE).note == "In Mio. Euro"


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>only one cell</table>",
        "<table role='presentation'><tr><td>5<td>6<tr><td>7<td>8</table>",
        "<table><tr><td><table><tr><td>a<td>5</table><td>b</table>",
        "<table><tr><td><ul><li>Home</ul><td><h1>News</h1><p>Text of the page.</table>",
    ],
)
def test_tables_that_lay_out_are_no_tables(markup: str) -> None:
    wide = [block for block in read_html(markup).blocks if block.type is BlockType.TABLE and "Home" in block.text + block.caption]
    assert wide == []


def test_a_data_table_inside_a_layout_table_is_found() -> None:
    inner = "<table><tr><td>Year<td>Boats<tr><td>2020<td><p>5</p><tr><td>2021<td><p>6</p></table>"
    table = only(read_html(f"<div><table><tr><td>Menu<td>{inner}</table></div>"), BlockType.TABLE)
    assert values(table) == {(("2020",), ("Boats",)): "5", (("2021",), ("Boats",)): "6"}


def test_a_table_of_links_is_no_matter() -> None:
    box = '<table class="navbox"><tr><th>Ports<td><a href="/a">Hull 1</a> <a href="/b">Kiel 2</a></table>'
    prose = "<p>The harbour has been in use since the year 1240, and it is still the largest one on that coast today.</p>" * 3
    assert "Hull 1" not in main_text(read_html(f"<main>{prose}{box}</main>"))


def test_absurd_spans_are_cut() -> None:
    table = only(read_html("<table><tr><th colspan=99999 rowspan=99999>A<th>B<tr><td>1<td>2</table>"), BlockType.TABLE)
    assert table.zone is Zone.MAIN
    assert max(cell.column for cell in table.cells) < 500


def test_short_cells_in_paragraphs_make_a_table_all_the_same() -> None:
    rows = (("Name", "Born", "Boats"), ("Ann</p><p>Lee", "01.09.1907", "5"), ("Bo", "01.10.1907", "6"))
    markup = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in rows)
    table = only(read_html(f"<table>{markup}</table>"), BlockType.TABLE)
    assert values(table)[("Ann Lee",), ("Boats",)] == "5"
    assert values(table)[("Bo",), ("Born",)] == "01.10.1907"


def test_a_table_made_of_other_elements_is_known_by_its_roles() -> None:
    head = '<div role="row"><span role="columnheader">Port</span><span role="columnheader">2022</span></div>'
    body = "".join(
        f'<div role="row"><span role="rowheader">{port}</span><span role="cell">{boats}</span></div>'
        for port, boats in (("A", 1), ("B", 2))
    )
    table = only(read_html(f'<div role="table">{head}<div role="rowgroup">{body}</div></div>'), BlockType.TABLE)
    assert values(table) == {(("A",), ("2022",)): "1", (("B",), ("2022",)): "2"}


def test_what_is_hidden_in_a_table_is_left_out() -> None:
    head = '<tr><th>Port</th><th style="display:none">Key</th><th>Boats</th></tr>'
    body = '<tr><td>A</td><td style="display: none">77</td><td>1</td></tr><tr hidden><td>B</td><td>78</td><td>666</td></tr>'
    table = only(read_html(f"<table>{head}{body}</table>"), BlockType.TABLE)
    assert {text for text in values(table).values() if text} == {"1"}
