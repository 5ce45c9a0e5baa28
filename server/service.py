"""The listening server (waitress): keeps bodies in memory, and ends in order, with an answer for whoever has asked."""

import logging
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from flask import Flask
from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer

from server.channel import STALL_SECONDS, Channel
from server.settings import ServerSettings

SPARE_THREADS = 4  # for what needs no worker: rules, health, and telling others that the queue is full
CONNECTIONS = 200  # beyond them callers wait to be let in
GRACE_SECONDS = 0.5  # in which a connection that was opened may still ask when the service is told to stop
DRAIN_SECONDS = 30.0  # in which those who have asked then get their answers


class Listener(TcpWSGIServer):  # type: ignore[misc]  # waitress has no types
    """The server on its socket: `run` serves until `stop` is called."""

    channel_class = Channel
    is_stopping = False

    def run(self) -> None:
        """Serve; once told to stop let nobody in, and go on until all answers are out or `DRAIN_SECONDS` over."""
        while not self.is_stopping:
            self._turn(1.0)
        self._close_door()
        end = time.monotonic() + DRAIN_SECONDS
        while self.active_channels and time.monotonic() < end:
            for channel in list(self.active_channels.values()):
                channel.will_close = channel.will_close or channel.is_idle(GRACE_SECONDS)
            self._turn(GRACE_SECONDS)

    def stop(self) -> None:
        """Let `run` come to its end; may be called by a signal handler or another thread."""
        self.is_stopping = True
        with suppress(OSError):  # it has ended already
            self.pull_trigger()

    def _turn(self, seconds: float) -> None:
        """One turn of the loop, of that many seconds at most."""
        self.asyncore.loop(timeout=seconds, map=self._map, use_poll=True, count=1)

    def _close_door(self) -> None:
        """Let in those who stand at the door, nobody after: they are refused, and a balancer sends them elsewhere."""
        known = -1
        while known < len(self.active_channels) < CONNECTIONS:
            known = len(self.active_channels)
            self.handle_accept()
        self.del_channel()
        self.socket.close()


def bind(settings: ServerSettings) -> socket.socket:
    """A socket bound to the settings' address. Raises `OSError` where the port is taken or not allowed."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    return socket.create_server((settings.host, settings.port), family=family, backlog=CONNECTIONS)


def _adjust(bound: socket.socket, settings: ServerSettings) -> Adjustments:
    in_memory = settings.max_body * 8  # waitress writes what is larger to a temporary file; no page may go there
    return Adjustments(
        sockets=[bound],
        threads=2 * settings.workers + settings.limits.queue + SPARE_THREADS,  # as many batches as workers
        ident="undertone",
        max_request_body_size=settings.max_body + 1,  # waitress refuses from this size on
        inbuf_overflow=in_memory,
        outbuf_overflow=in_memory,
        outbuf_high_watermark=settings.max_body,
        channel_timeout=int(STALL_SECONDS),
        cleanup_interval=5,
        connection_limit=CONNECTIONS,
        clear_untrusted_proxy_headers=True,
    )


@contextmanager
def listen(app: Flask, bound: socket.socket, settings: ServerSettings) -> Iterator[Listener]:
    """A server for `app` on a bound socket, ready to `run`; closed at the end."""
    # A full queue is answered with 503; that requests wait in between is nothing to warn of.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    about = (bound.family, bound.type, bound.proto, bound.getsockname())
    server = Listener(app, {}, _sock=bound, adj=_adjust(bound, settings), bind_socket=False, sockinfo=about)
    try:
        yield server
    finally:
        server.task_dispatcher.shutdown()
        for channel in list(server.active_channels.values()):  # browsers keep theirs open
            channel.handle_close()
        server.close()


def stop_on_signals(server: Listener) -> None:
    """Let SIGTERM and Ctrl-C end the service in order; a second one ends it at once."""

    def handle(number: int, frame: object) -> None:
        if server.is_stopping:
            raise SystemExit(128 + number)
        server.stop()

    signal.signal(signal.SIGTERM, handle)
    signal.signal(signal.SIGINT, handle)
