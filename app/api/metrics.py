"""Counts in Prometheus' words."""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from app.api.answers import Json

BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)


class Traffic:
    """What this process has answered, by operation and status."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._answers = Counter("stet_http_answers", "Answers by operation and status", ["operation", "status"], registry=self.registry)
        self._seconds = Histogram("stet_http_seconds", "Time to answer", ["operation"], buckets=BUCKETS_S, registry=self.registry)

    def note(self, operation: str, status: int, seconds: float) -> None:
        self._answers.labels(operation, str(status)).inc()
        self._seconds.labels(operation).observe(seconds)


class _Counts(Collector):
    def __init__(self, counts: Json) -> None:
        self._counts = counts

    def collect(self) -> Iterator[Metric]:
        for what, by_state in self._counts["standing"].items():
            yield _by(f"stet_{what}", f"How many {what} stand at each state", "state", by_state)
        yield _by("stet_queue", "What waits and what is lent out", "part", self._counts["queue"])
        yield _by("stet_checks_last_hour", "Visits of the last hour by outcome", "outcome", self._counts["last_hour"]["outcomes"])
        lag = "Age of the oldest event on its way to a webhook"
        yield GaugeMetricFamily("stet_event_lag_seconds", lag, value=self._counts["event_lag_s"])


def _by(name: str, text: str, label: str, values: dict[str, float]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, text, labels=[label])
    for word, value in values.items():
        family.add_metric([word], value)
    return family


def render(counts: Json, traffic: Traffic) -> bytes:
    registry = CollectorRegistry()
    registry.register(_Counts(counts))
    return generate_latest(registry) + generate_latest(traffic.registry)
