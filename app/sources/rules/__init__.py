"""The rules by family, in the order in which they are asked. The first that answers decides.

A rule takes the facts of a visit (a `View` of them) and returns a Decision or None ("not my case"). Walls come before statuses, for
a wall may stand at any; what blocks comes before what is dead, for a gate shows nothing of the page behind it.
"""

from collections.abc import Callable

from app.sources.decision import Decision
from app.sources.rules import arrival, body, domains, failure, gates, missing, moved, paywalls, shells, status, upkeep, walls
from app.sources.view import View

Rule = Callable[[View], Decision | None]

RULES: tuple[Rule, ...] = (
    failure.judge,
    walls.judge,
    domains.judge,
    gates.refused_by_place_or_law,
    status.judge,
    body.judge,
    gates.judge,
    upkeep.judge,
    missing.judge,
    moved.judge,
    shells.default_server,
    shells.textless,
    shells.empty,
    paywalls.judge,
    arrival.judge,
)
