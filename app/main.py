"""The web service: the API, the pages, and by default a worker in the same process."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import FastAPI

from app import api, ui, worker
from app.api import docs, errors, openapi
from app.api.headers import Headers
from app.api.keyring import Keyring
from app.api.limits import RateLimiter
from app.api.metrics import Traffic
from app.api.route import Front
from app.api.stats import Counter
from app.settings import Settings
from app.workflow.desk import Desk

VERSION = "0.1.0"
STRANGERS_PER_MINUTE = 60  # wrong keys from one address: a person who mistypes needs ten, a search through keys needs all it can get
# JSON writes a newline as two bytes and a control character as six; twice the article and its details is enough for any text.
JSON_FACTOR = 2
DETAILS_BYTES = 65_536


def create_app(desk: Desk, settings: Settings, *, with_worker: bool = False) -> FastAPI:
    """Put the service together around a desk."""
    app = FastAPI(
        title="Stet",
        version=VERSION,
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=openapi.operation_id,
        lifespan=_working(desk) if with_worker else None,
    )
    app.state.desk = desk  # the pages take it from here
    app.state.counter = Counter()
    app.state.traffic = Traffic()
    app.state.front = Front(
        desk=desk,
        per_key=RateLimiter(settings.api_rate_per_minute),
        strangers=RateLimiter(STRANGERS_PER_MINUTE, policy="strangers"),
        keyring=Keyring(desk.now),
        article_body_max_bytes=desk.limits.article_max_bytes * JSON_FACTOR + DETAILS_BYTES,
    )
    for router in api.VERSIONED:
        app.include_router(router, prefix="/v1")
    for router in api.UNVERSIONED:
        app.include_router(router)
    ui.install(app)
    docs.install(app)
    errors.install(app)
    openapi.install(app)
    app.add_middleware(Headers, traffic=app.state.traffic)
    return app


def _working(desk: Desk) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        stop = asyncio.Event()
        task = asyncio.create_task(worker.run(desk, stop, name="serve"))
        yield
        stop.set()
        await task

    return lifespan
