"""Structured logs: one JSON object a line, each with the id of its request, none with a word of a page or an address.

A request is told by its route (`/v1/rules/<name>`), never by what stands in its place; an exception by its type and
place in the code, never by its message.
"""

import json
import logging
import time
from typing import Any, TextIO

from flask import Flask, Response, g, has_request_context, request

from server.problems import locate
from server.service.observe.metrics import Meters

ACCESS = logging.getLogger("undertone.access")
FIELDS = "fields"  # where a record holds what is to be told beside its message


class JsonLines(logging.Formatter):
    """Formats a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        entry: dict[str, Any] = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + f".{int(record.msecs):03}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if has_request_context() and "request_id" in g:
            entry["request_id"] = g.request_id
        if record.exc_info and record.exc_info[1]:
            entry["error"] = locate(record.exc_info[1])
        return json.dumps(entry | getattr(record, FIELDS, {}), ensure_ascii=False)


def write_to(stream: TextIO) -> None:
    """Let everything that is logged in this process come out on `stream`, as JSON lines."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    logging.getLogger().handlers[:] = [handler]
    ACCESS.setLevel(logging.INFO)


def watch(app: Flask, meters: Meters) -> None:
    """Count, time and log every answer of `app`."""

    def begin() -> None:
        g.begun = time.perf_counter()

    def tell(response: Response) -> Response:
        seconds = time.perf_counter() - g.begun
        route = request.url_rule.rule if request.url_rule else "none"
        method = request.method if request.method in ("GET", "HEAD", "POST", "OPTIONS") else "other"
        meters.requests.labels(route, method, response.status_code).inc()
        meters.seconds.labels(route).observe(seconds)
        fields = {"method": method, "route": route, "status": response.status_code, "ms": round(1000 * seconds, 1)}
        ACCESS.info("answered", extra={FIELDS: fields})
        return response

    app.before_request(begin)
    app.after_request(tell)
