"""The Flask application as a type: what the listener asks of it, and a log that quotes no page."""

from collections.abc import Callable
from types import TracebackType
from typing import Any

from flask import Flask, g

from server.problems import locate

Environ = dict[str, Any]
ExcInfo = tuple[type, BaseException, TracebackType | None] | tuple[None, None, None]


class Service(Flask):
    """Flask, but the log of an unexpected error never holds its message, which may quote a page.

    `may_send` tells by the headers of a request, as WSGI has them, whether its body is worth holding.
    """

    may_send: Callable[[Environ], bool]

    def log_exception(self, exc_info: ExcInfo) -> None:
        """Log the request id, and type and place of the exception."""
        error = exc_info[1]
        self.logger.error("request %s failed: %s", g.request_id, locate(error) if error else "unknown")
