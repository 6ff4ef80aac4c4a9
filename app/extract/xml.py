"""XML, RSS and Atom. Entities and external references are refused, so that nothing can grow or reach out."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

import defusedxml
from defusedxml.ElementTree import fromstring

from app.extract.assemble import About, Draft, assemble, fold
from app.extract.document import BlockType, Document
from app.extract.grid import RawCell, lay_out, unit_note
from app.extract.limits import BLOCKS_MAX, TABLE_CELLS_MAX, TABLE_ROWS_MAX, XML_DEPTH_MAX
from app.extract.markup import texts_of
from app.extract.sniffing import XML

_PROSE_CHARS = 120
_FEED_TEXTS = ("description", "summary", "encoded", "content", "subtitle")
_FEED_DATES = ("pubDate", "published", "updated", "date")


def read_xml(text: str, media_type: str = XML) -> Document:
    """Read any XML; feeds become headed entries, repeated records a table, the rest "name: value" lines."""
    about = About()
    root = _parse(text, about)
    if root is None:
        return assemble(media_type, (), about)
    about.lang = root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.findtext("channel/language") or ""
    entries = [element for element in root.iter() if _name(element) in ("item", "entry")] if _name(root) in ("rss", "feed", "RDF") else []
    if entries:
        about.title = fold(next((found.text or "" for found in root.iter() if _name(found) == "title"), ""))
        drafts = [draft for entry in entries[: BLOCKS_MAX // 4] for draft in _entry(entry)]
    else:
        drafts = list(_drafts(root, ()))
    return assemble(media_type, drafts, about)


def _parse(text: str, about: About) -> Element | None:
    try:
        # The text is decoded already; a declaration of another encoding would be refused.
        start = text.find("?>") + 2 if text.lstrip().startswith("<?xml") else 0
        root: Element = fromstring(text[start:], forbid_entities=True, forbid_external=True)
    except defusedxml.DefusedXmlException:
        about.unreadable = "broken"
        about.notes.append("entities refused")
    except (ParseError, ValueError, LookupError):
        about.unreadable = "broken"
    else:
        return root
    return None


def _name(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _entry(entry: Element) -> Iterator[Draft]:
    parts = {_name(child): "".join(child.itertext()) for child in entry}
    title = fold(parts.get("title", ""))
    if title:
        yield Draft(BlockType.HEADING, title, level=2)
    day = next((fold(parts[name]) for name in _FEED_DATES if parts.get(name)), "")
    if day:
        yield Draft(BlockType.CAPTION, day)
    seen: set[str] = set()
    for name in _FEED_TEXTS:
        for text in texts_of(parts.get(name, "")):
            if text not in seen:
                seen.add(text)
                yield Draft(BlockType.PARAGRAPH, text)


def _drafts(element: Element, path: tuple[str, ...]) -> Iterator[Draft]:
    """Walk with a stack of our own: depth is the author's choice."""
    stack: list[tuple[Element, tuple[str, ...]]] = [(element, path)]
    budget = BLOCKS_MAX
    while stack and budget > 0:
        element, path = stack.pop()
        budget -= 1
        yield from _own_lines(element, path)
        children = list(element)
        inner = (*path, _name(element)) if len(path) < XML_DEPTH_MAX else path
        rows = _records(children)
        if rows:
            grid = lay_out([[RawCell(cell) for cell in row] for row in rows], 1)
            yield Draft(
                BlockType.TABLE,
                grid.text,
                cells=grid.cells,
                caption=" / ".join(inner[-3:]),
                note=unit_note(*inner[-3:]),
                section=inner[-6:],
            )
        else:
            stack.extend([(child, inner) for child in reversed(children)])


def _own_lines(element: Element, path: tuple[str, ...]) -> Iterator[Draft]:
    lines = [(_name_of(key), fold(value)) for key, value in element.attrib.items()]
    text = fold((element.text or "") + "".join([child.tail or "" for child in element]))
    lines.append((_name(element), text))
    for key, value in lines:
        if value:
            prose = len(value) > _PROSE_CHARS
            yield Draft(BlockType.PARAGRAPH if prose else BlockType.LIST_ITEM, value if prose else f"{key}: {value}", section=path[-6:])


def _name_of(key: str) -> str:
    return key.rpartition("}")[2]


def _records(children: list[Element]) -> list[list[str]]:
    """Lay repeated elements of one name out as rows, header first; a series of observations is a row each, named by the series."""
    if len(children) < 2 or len({_name(child) for child in children}) != 1:
        return []
    columns: dict[str, None] = {}
    flat: list[dict[str, str]] = []
    cells = 0
    for child in children[:TABLE_ROWS_MAX]:
        rows = _rows_of(child)
        if not rows:
            return []
        for row in rows:
            columns.update(dict.fromkeys(row))
            cells += len(row)
        flat += rows
        if cells > TABLE_CELLS_MAX:
            break
    return [list(columns), *([row.get(column, "") for column in columns] for row in flat)]


def _rows_of(record: Element) -> list[dict[str, str]]:
    """The fields of a record, once for each of the elements that repeat in it; [] when it nests deeper than a table could."""
    times = Counter(_name(part) for part in record)
    repeated = [part for part in record if times[_name(part)] > 1 and (len(part) or part.attrib)]
    own = _fields(record, [part for part in record if part not in repeated])
    if len({_name(part) for part in repeated}) > 1 and not any(len(part) for part in repeated):
        own, repeated = _fields(record, list(record)), []
    if own is None or any(len(inner) for part in repeated for inner in part):
        return []
    rows = [own | _apart(own, _name(part), _fields(part, list(part)) or {}) for part in repeated] or [own]
    return [row for row in rows if row]


def _fields(element: Element, parts: list[Element]) -> dict[str, str] | None:
    """Attributes and parts by name; parts that only hold parts lend theirs, parts of one name are joined."""
    fields = {_name_of(key): fold(value) for key, value in element.attrib.items()}
    for part in parts:
        if len(part):
            if any(len(inner) for inner in part):
                return None
            fields |= _apart(fields, _name(part), _fields(part, list(part)) or {})
            continue
        text = fold("".join(part.itertext())) or part.get("value") or " ".join(part.attrib.values())
        name = _column(part)
        fields[name] = f"{fields[name]}, {text}" if fields.get(name) else text
    return fields


def _apart(known: dict[str, str], name: str, fields: dict[str, str]) -> dict[str, str]:
    """Put the element's name before those of its fields that are known already."""
    return {f"{name} {key}" if key in known else key: value for key, value in fields.items()}


def _column(part: Element) -> str:
    """Name a column by the element, or by its `name` attribute as statistics offices do (<field name="Value">)."""
    return part.get("name") or part.get("key") or (part.get("id") if part.get("value") else None) or _name(part)
