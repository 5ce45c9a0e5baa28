"""What the service tells of itself at `/metrics` (Prometheus text): counts and durations, never a word of a page."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1.0, 1.5, 2.5, 5.0, 10.0, 30.0)  # seconds


class Meters:
    """The meters of one service. May be used by many threads."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        registry = self.registry
        ProcessCollector(registry=registry)
        self.requests = Counter(
            "undertone_requests", "Answers, by route and status.", ("route", "method", "status"), registry=registry
        )
        self.seconds = Histogram(
            "undertone_request_seconds",
            "From the request's headers to the answer's.",
            ("route",),
            registry=registry,
            buckets=BUCKETS,
        )
        self.stages = Histogram(
            "undertone_stage_seconds",
            "Where an analysis spends its time: read (the body), queue (for a worker), analyse (in the worker).",
            ("stage",),
            registry=registry,
            buckets=BUCKETS,
        )
        self.queue = Gauge("undertone_queue_length", "Requests that wait for a worker.", registry=registry)
        self.working = Gauge("undertone_workers_busy", "Workers at work.", registry=registry)
        self.restarts = Counter(
            "undertone_worker_restarts", "Workers that were replaced, by reason.", ("reason",), registry=registry
        )
        self.cache = Counter("undertone_cache", "Answers looked up, by result.", ("result",), registry=registry)
        self.lines = Counter("undertone_batch_lines", "Lines of batches, by result.", ("result",), registry=registry)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time one stage, however it ends."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            self.stages.labels(name).observe(time.perf_counter() - begun)

    def to_text(self) -> bytes:
        """All of it, in Prometheus' text format."""
        return generate_latest(self.registry)
