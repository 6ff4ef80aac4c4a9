"""Pages for people: what stands, what does not, and why."""

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from app.ui import article, articles, claim, queue, sign_in, source
from app.ui.frame import FOLDER

PAGES = (sign_in.router, articles.router, article.router, claim.router, source.router, queue.router)


def install(app: FastAPI) -> None:
    """Add the pages to the service."""
    for router in PAGES:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=FOLDER / "static"), name="static")
