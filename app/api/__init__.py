"""JSON over HTTP: one file per resource. A new resource is one file and one line here, and its lines in `auth.NEEDS`."""

from fastapi import APIRouter

from app.api import (
    articles,
    audit,
    check_runs,
    checks,
    citations,
    claims,
    claims_batch,
    events,
    exports,
    feeds,
    gate,
    gate_policies,
    health,
    keys,
    public,
    reviews,
    snapshots,
    sources,
    stats,
    webhooks,
)

VERSIONED: tuple[APIRouter, ...] = (
    articles.router,
    claims.router,
    claims_batch.router,
    exports.router,
    feeds.router,
    citations.router,
    reviews.router,
    sources.router,
    checks.router,
    check_runs.router,
    gate.router,
    gate_policies.router,
    public.router,
    snapshots.router,
    events.router,
    webhooks.router,
    keys.router,
    audit.router,
)
UNVERSIONED: tuple[APIRouter, ...] = (health.router, stats.router, public.pages)
