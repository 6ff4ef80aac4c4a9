"""The rules by family, in the order in which they are asked. The first that answers decides.

A rule takes the facts of a visit (a `View` of them) and returns a Decision or None ("not my case").
"""

from collections.abc import Callable

from app.sources.decision import Decision
from app.sources.rules import arrival, body, failure, status
from app.sources.view import View

Rule = Callable[[View], Decision | None]

RULES: tuple[Rule, ...] = (
    failure.judge,
    status.judge,
    body.judge,
    arrival.judge,
)
