"""The API's documentation as one page, drawn here: no scripts, nothing from elsewhere."""

from html import escape
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c;background:#fff}
code,summary{font-family:ui-monospace,monospace}details{border-bottom:1px solid #ddd;padding:.4rem 0}summary{cursor:pointer}
summary span{font-family:system-ui,sans-serif;color:#555;margin-left:.6rem}b{display:inline-block;min-width:4.5rem}
table{border-collapse:collapse;margin:.5rem 0}td,th{text-align:left;padding:.15rem .8rem .15rem 0;vertical-align:top}
@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}summary span{color:#aaa}details{border-color:#333}a{color:#8bf}}"""


def install(app: FastAPI) -> None:
    async def docs(request: Request) -> Response:
        page = _page(request.app.openapi())
        return HTMLResponse(page, headers={"Content-Security-Policy": POLICY})

    app.add_route("/docs", docs, include_in_schema=False)


def _page(document: dict[str, Any]) -> str:
    title = escape(document["info"]["title"])
    about = "".join(f"<p>{escape(part)}</p>" for part in document["info"]["description"].split("\n\n"))
    by_tag: dict[str, list[str]] = {}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            by_tag.setdefault(operation["tags"][0], []).append(_operation(method, path, operation))
    parts = "".join(f"<h2>{escape(tag.replace('_', ' '))}</h2>{''.join(items)}" for tag, items in by_tag.items())
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
    machine = '<p>For machines: <a href="/openapi.json">openapi.json</a></p>'
    return f"{head}<h1>{title}</h1>{about}{machine}{parts}</html>"


def _operation(method: str, path: str, operation: dict[str, Any]) -> str:
    rows = "".join(_parameter(parameter) for parameter in operation.get("parameters", []))
    table = f"<table><tr><th>parameter<th>in<th>meaning</tr>{rows}</table>" if rows else ""
    answers = ", ".join(sorted(operation["responses"]))
    head = f"<b>{method.upper()}</b>{escape(path)}<span>{escape(operation['summary'])}</span>"
    return f"<details><summary>{head}</summary><p>{escape(operation.get('description', ''))}</p>{table}<p>Answers: {answers}</p></details>"


def _parameter(parameter: dict[str, Any]) -> str:
    meaning = parameter.get("description") or parameter["schema"].get("description", "")
    return f"<tr><td><code>{escape(parameter['name'])}</code><td>{parameter['in']}<td>{escape(meaning)}</tr>"
