"""What is read from the text layer of a PDF."""

from datetime import date

from app import extract
from app.extract import BlockType, Document, Zone
from app.extract.native import _Child
from tests.extract.paper import Print, lines, make_pdf
from tests.extract.reading import main_text, only, texts, values

LEFT = [
    "The harvest of last year came to 41,300 tonnes, which",
    "is 12 percent less than in the year before, as the min-",
    "istry said in a report on the state of the farms along",
    "the river, where 2,400 families live from their fields",
    "and have done so for at least three hundred years now.",
    "Nobody there expects that the coming year will be any",
    "better than the one that has just ended in the valley.",
]
RIGHT = [
    "Prices rose by 7.5 percent over the same period, to an",
    "average of 214 euros a tonne, and the bakers passed on",
    "most of that to their customers within four months. A",
    "loaf of bread now costs 3.10 euros in the larger towns",
    "and 2.80 in the villages, according to the same report",
    "of the ministry, which was published on Friday morning",
    "in the capital and can be read in the public libraries.",
]


def read(*pages: list[Print], info: str = "") -> Document:
    return extract.read(make_pdf(pages, info), "application/pdf")


def test_lines_become_paragraphs_and_hyphens_go() -> None:
    paragraph = only(read(lines(72, 700, LEFT)), BlockType.PARAGRAPH)
    assert paragraph.text.startswith("The harvest of last year came to 41,300 tonnes, which is 12 percent less")
    assert "as the ministry said" in paragraph.text
    assert paragraph.page == 1


def test_columns_are_read_one_after_the_other_even_when_written_line_by_line() -> None:
    woven = [item for pair in zip(lines(60, 700, LEFT), lines(330, 700, RIGHT), strict=True) for item in pair]
    found = main_text(read(woven))
    assert found.index("in the valley.") < found.index("Prices rose by 7.5 percent")
    assert found == main_text(read([*lines(60, 700, LEFT), *lines(330, 700, RIGHT)]))


def test_running_heads_and_page_numbers_are_no_matter() -> None:
    pages = [
        [Print(72, 760, "Ministry of Farms - Annual report 2023"), *lines(72, 700, LEFT[number - 17 :]), Print(300, 30, str(number))]
        for number in (17, 18, 19)
    ]
    document = read(*pages)
    assert "Annual report" not in main_text(document)
    assert {block.text for block in document.blocks if block.zone is Zone.BOILERPLATE} == {
        "Ministry of Farms - Annual report 2023",
        "17",
        "18",
        "19",
    }


def test_a_table_keeps_its_rows_and_columns() -> None:
    rows = [("Country", "2022", "2023"), ("Germany", "1,234.5", "1,300.1"), ("United States", "22.1", "17.3"), ("France", "..", "88.0")]
    cells = [Print(72 + 150 * column, 600 - 14 * row, text) for row, line in enumerate(rows) for column, text in enumerate(line)]
    document = read([*lines(72, 720, LEFT), Print(72, 616, "Table 1: Exports, in millions of euros"), *cells, *lines(72, 500, RIGHT)])
    table = only(document, BlockType.TABLE)
    assert values(table)[("Germany",), ("2023",)] == "1,300.1"
    assert values(table)[("United States",), ("2022",)] == "22.1"
    assert table.caption == "Table 1: Exports, in millions of euros"
    assert "in millions of euros" in table.note


def test_a_list_items_second_line_belongs_to_it_though_its_bullet_is_small() -> None:
    bullets = [
        Print(72, 700, "-", 6),
        Print(90, 700, "Fishing towns along the coast landed 41,300 tonnes of herring in"),
        Print(90, 688, "the year 2023, which is 12 percent less than before."),
    ]
    following = [Print(72, 676, "-", 6), Print(90, 676, "Prices rose by 7.5 percent.")]
    items = texts(read([*bullets, *following]), BlockType.LIST_ITEM)
    assert items == [
        "- Fishing towns along the coast landed 41,300 tonnes of herring in the year 2023, which is 12 percent less than before.",
        "- Prices rose by 7.5 percent.",
    ]


def test_a_table_of_contents_is_no_table_of_values() -> None:
    rows = [
        ("The state of the farms . . . . . . . . . . . .", "3"),
        ("Prices of bread . . . . . . . . . . . . . . .", "17"),
        ("Notes on the way that all this was counted", "41"),
    ]
    cells = [Print(72 + 330 * column, 600 - 14 * row, text) for row, line in enumerate(rows) for column, text in enumerate(line)]
    document = read([Print(72, 640, "Contents", 16), *cells, *lines(72, 500, RIGHT)])
    assert "17" not in main_text(document)
    assert "7.5 percent" in main_text(document)


def test_large_short_lines_are_headings() -> None:
    document = read(
        [Print(72, 740, "The state of the farms", 20), *lines(72, 700, LEFT), Print(72, 580, "Prices", 14), *lines(72, 560, RIGHT)]
    )
    assert texts(document, BlockType.HEADING) == ["The state of the farms", "Prices"]
    assert document.blocks[-1].section == ("The state of the farms", "Prices")
    assert document.title == "The state of the farms"


def test_a_raised_number_is_a_note_and_no_digit() -> None:
    document = read([Print(72, 700, "They landed 42"), Print(139, 704, "1", 6), Print(146, 700, "boats that year.")])
    assert main_text(document) == "They landed 42[1] boats that year."


def test_a_paragraph_runs_on_over_the_page() -> None:
    document = read([*lines(72, 100, LEFT[:2])], [*lines(72, 700, LEFT[2:])])
    assert only(document, BlockType.PARAGRAPH).text.endswith("in the valley.")


def test_metadata_gives_title_and_days() -> None:
    document = read(lines(72, 700, LEFT), info="/Title (Farms 2023) /CreationDate (D:20240305101500Z) /ModDate (D:20240306)")
    assert (document.title, document.published, document.modified) == ("Farms 2023", date(2024, 3, 5), date(2024, 3, 6))


def test_text_far_off_the_paper_is_left_out() -> None:
    document = read([*lines(72, 700, LEFT), Print(90_000_000, 700, "far away"), Print(72, -900_000_000, "deep down")])
    assert "The harvest of last year" in main_text(document)
    assert "away" not in document.text


def test_headers_in_two_lines_make_paths() -> None:
    heads = [Print(250, 640, "Exports"), Print(400, 640, "Imports"), Print(72, 632, "Partner")]
    years = [Print(220 + 70 * n, 624, year) for n, year in enumerate(("2022", "2023", "2022", "2023"))]
    rows = [
        Print(72 if not n else 150 + 70 * n, 606 - 14 * at, text)
        for at, row in enumerate((("Germany", "45.5", "47.1", "39.0", "38.7"), ("Norway", "12.2", "11.0", "9.4", "9.3")))
        for n, text in enumerate(row)
    ]
    found = values(only(read([*heads, *years, *rows]), BlockType.TABLE))
    assert found[("Germany",), ("Exports", "2022")] == "45.5"
    assert found[("Norway",), ("Imports", "2023")] == "9.3"


def test_a_scan_says_that_it_has_no_text_layer() -> None:
    assert read([]).unreadable == "no_text_layer"


def test_a_broken_file_is_broken() -> None:
    assert extract.read(b"%PDF-1.7\nnothing of the kind", "application/pdf").unreadable == "broken"
    assert extract.read(make_pdf([lines(72, 700, LEFT)])[:300]).unreadable in ("broken", "no_text_layer")


def test_a_child_that_dies_gives_no_answer_and_the_next_one_works() -> None:
    child = _Child()
    child.process.kill()
    assert child.ask(b"pdf ", b"%PDF") is None
    child.close()
    assert read(lines(72, 700, LEFT)).unreadable == ""
