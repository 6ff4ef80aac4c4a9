"""How fast documents are read, and how much of a page's matter is kept, beside trafilatura where that is installed."""

import importlib
import time
from collections.abc import Callable, Sequence
from functools import partial

from app import extract
from tests.extract.pages import Page, pages
from tests.extract.paper import lines, make_pdf
from tests.extract.reading import main_text
from tests.extract.scoring import f1, numbers_kept
from tests.extract.test_pdf import LEFT, RIGHT
from tests.extract.test_records import ods, xlsx

Figure = tuple[str, float, str]
_SECONDS = 1.0
_PAGE_BYTES = 80_000


def bench() -> list[Figure]:
    """Return (what, value, unit); CPU time of this process, so that busy neighbours weigh less."""
    made = pages()
    return [*_speeds(), *_quality("ours", made, _ours), *_peer(made)]


def _ours(page: str) -> str:
    return main_text(extract.read(page.encode(), "text/html"))


def _quality(name: str, made: Sequence[Page], read: Callable[[str], str]) -> list[Figure]:
    found = [(read(page.html), "\n".join(page.main)) for page in made]
    alike = sum(f1(text, wanted) for text, wanted in found) / len(found)
    kept = sum(numbers_kept(text, wanted) for text, wanted in found) / len(found)
    return [(f"{name}: main text F1 over {len(made)} pages", alike, ""), (f"{name}: numbers kept", kept, "")]


def _peer(made: Sequence[Page]) -> list[Figure]:
    try:
        trafilatura = importlib.import_module("trafilatura")
    except ImportError:
        return []

    def read(page: str) -> str:
        return trafilatura.extract(page, include_comments=False) or ""

    page = long_page()
    return [*_quality("trafilatura", made, read), ("trafilatura: HTML page", _milliseconds(lambda: read(page)), "ms")]


def long_page() -> str:
    """A page of news of 80 KB: the shape of a blog, with the scripts, menus and teasers that real pages carry."""
    blog = next(page.html for page in pages() if page.name == "wordpress-en")
    script = "<script>" + "window.dataLayer=window.dataLayer||[];" * 800 + "</script>"
    menus = "".join(f'<li class="menu-item-{n}"><a href="/section/{n}">Section {n}</a></li>' for n in range(200))
    prose = "".join(f"<p>{text} <a href='/x'>More on the harbour</a> was said in part {n}.</p>" for n, text in enumerate(LEFT * 12))
    page = (
        blog.replace("</head>", f"{script}</head>")
        .replace("<ul>", f"<ul>{menus}", 1)
        .replace('<div class="sharedaddy">', prose + '<div class="sharedaddy">')
    )
    return page.replace("</body>", f"<!--{'x' * max(0, _PAGE_BYTES - len(page))}--></body>")


def _milliseconds(read: Callable[[], object]) -> float:
    read()
    times = 0
    start = time.process_time()
    while time.process_time() - start < _SECONDS or times < 3:
        read()
        times += 1
    return (time.process_time() - start) / times * 1000


def _speeds() -> list[Figure]:
    table = "Country,Year,Boats,Fish\n" + "".join(f"Port {n},2023,{n * 7}.5,{n}\n" for n in range(500))
    records = "[" + ",".join(f'{{"port":"Port {n}","year":2023,"boats":{n * 7}.5}}' for n in range(500)) + "]"
    paper = make_pdf([[*lines(60, 720, LEFT * 6), *lines(330, 720, RIGHT * 6)]] * 10)
    files: dict[str, tuple[bytes, str]] = {
        "HTML page of 80 KB": (long_page().encode(), "text/html"),
        "CSV of 500 rows": (table.encode(), "text/csv"),
        "JSON of 500 records": (records.encode(), "application/json"),
        "Markdown of 7 KB": (("# Boats\n\n" + "\n\n".join(LEFT * 18)).encode(), "text/markdown"),
        "plain text of 7 KB": ("\n\n".join(LEFT * 18).encode(), "text/plain"),
        "XLSX of one sheet": (xlsx(), ""),
        "ODS of one sheet": (ods(), ""),
        "PDF of 10 pages in two columns": (paper, "application/pdf"),
    }
    return [
        *(
            (name, _milliseconds(partial(extract.read, body, kind)), "ms")
            for name, (body, kind) in files.items()
            if kind and "pdf" not in kind
        ),
        *((f"{name}, with the child's time", _wall(body, kind), "ms") for name, (body, kind) in files.items() if not kind or "pdf" in kind),
    ]


def _wall(body: bytes, kind: str) -> float:
    extract.read(body, kind)
    start = time.perf_counter()
    for _ in range(5):
        extract.read(body, kind)
    return (time.perf_counter() - start) / 5 * 1000


if __name__ == "__main__":
    for what, value, unit in bench():
        print(f"{value:10.3f} {unit:3} {what}")
