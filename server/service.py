"""The listening server (waitress): keeps bodies in memory, answers what it refuses itself as problem documents too."""

import logging
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn
from uuid import uuid4

from flask import Flask
from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.task import ErrorTask

from server.failures import CODES, CONTENT_TYPE, Problem
from server.settings import ServerSettings

SPARE_THREADS = 4  # for what needs no worker: rules, health, and telling others that the queue is full
IDLE_SECONDS = 30


class Refusal(ErrorTask):  # type: ignore[misc]  # waitress has no types
    """Answers a request that waitress itself refuses (too large, or no HTTP) in our own form."""

    def execute(self) -> None:
        """Write the problem document and close the connection."""
        error, request_id = self.request.error, uuid4().hex
        problem = Problem(CODES.get(error.code, "bad-request"), f"{error.reason}: {error.body}.")
        body = problem.to_json(request_id)
        self.status = f"{error.code} {error.reason}"
        self.response_headers += [("Content-Type", CONTENT_TYPE), ("X-Request-ID", request_id)]
        self.response_headers += [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection whose refusals are problem documents."""

    error_task_class = Refusal


def bind(settings: ServerSettings) -> socket.socket:
    """A socket bound to the settings' address. Raises `OSError` where the port is taken or not allowed."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    return socket.create_server((settings.host, settings.port), family=family)


@contextmanager
def listen(app: Flask, bound: socket.socket, settings: ServerSettings) -> Iterator[Any]:
    """A server for `app` on a bound socket, ready to `run()`; stopped at the end."""
    # A full queue is answered with 503; that requests wait in between is nothing to warn of.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    in_memory = settings.max_body * 8  # waitress writes what is larger to a temporary file; no page may go there
    server = create_server(
        app,
        sockets=[bound],
        threads=settings.workers + settings.limits.queue + SPARE_THREADS,
        ident="undertone",
        max_request_body_size=settings.max_body + 1,  # waitress refuses from this size on
        inbuf_overflow=in_memory,
        outbuf_overflow=in_memory,
        channel_timeout=IDLE_SECONDS,
        clear_untrusted_proxy_headers=True,
    )
    server.channel_class = Channel
    try:
        yield server
    finally:
        server.task_dispatcher.shutdown()
        for channel in list(server.active_channels.values()):  # browsers keep theirs open
            channel.handle_close()
        server.close()


def stop(number: int, frame: object) -> NoReturn:
    """Signal handler: leave the server's loop and let everything close."""
    raise SystemExit(0)


def stop_on_sigterm() -> None:
    """Let SIGTERM end this process as Ctrl-C does: in order."""
    signal.signal(signal.SIGTERM, stop)
