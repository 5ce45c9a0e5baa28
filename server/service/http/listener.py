"""The listening server (waitress): keeps bodies in memory, and ends in order, with an answer for whoever has asked."""

import errno
import logging
import select
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher

from server.problems import locate
from server.service.flask_app import Service
from server.service.http.body_memory import BodyMemory
from server.service.http.channel import Channel
from server.settings import HTTP, ServerSettings

if sys.platform != "win32":
    import resource

LOG = logging.getLogger(__name__)
OUT_OF_FILES = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)


class Listener(TcpWSGIServer):  # type: ignore[misc]  # waitress has no types
    """The server on its socket: `run` serves until `stop` is called. When it has room for no more connections, a new
    one takes the place of the one whose caller has kept it waiting longest, so that nobody can keep the others out.
    """

    channel_class = Channel
    is_stopping = False
    _next_accept = _next_warning = 0.0

    def __init__(self, app: Service, bound: socket.socket, settings: ServerSettings) -> None:
        about = (bound.family, bound.type, bound.proto, bound.getsockname())
        self.may_send = app.may_send
        self.memory = BodyMemory(HTTP.bodies * settings.max_body)
        self.room = count_connections()
        self.end_seconds, self.asked = settings.end_seconds, time.monotonic()
        self.quick = ThreadedTaskDispatcher()
        self.quick.set_thread_count(HTTP.spare_threads)
        super().__init__(app, {}, _sock=bound, adj=_adjust(bound, settings), bind_socket=False, sockinfo=about)

    def add_task(self, channel: Channel) -> None:
        """Let a thread answer the channel's first request. Those without a body do not wait behind those with one."""
        self.asked = time.monotonic()
        request = channel.requests[0]
        is_quick = request.body_rcv is None or request.error is not None
        (self.quick if is_quick else self.task_dispatcher).add_task(channel)

    @property
    def is_full(self) -> bool:
        """Whether there is room for no more connections."""
        return len(self.active_channels) >= self.room

    def readable(self) -> bool:
        """Whether to let somebody in now."""
        return bool(super().readable()) and time.monotonic() >= self._next_accept

    def handle_accept(self) -> None:
        """Let somebody in, and somebody else go where there is no room."""
        if not self.is_full or self._let_go():
            super().handle_accept()

    def accept(self) -> tuple[socket.socket, object] | None:
        """A new connection, or `None`."""
        try:
            accepted: tuple[socket.socket, object] | None = super().accept()
        except OSError as error:
            if error.errno not in OUT_OF_FILES:
                raise
            self._warn("no file can be opened for another connection; allow this process more (ulimit -n)")
            self._let_go()
            return None
        return accepted

    def handle_error(self) -> None:
        """The loop met a fault of ours: say where in the code, and go on; waitress would close the door."""
        error = sys.exception()
        LOG.error("the server failed: %s", locate(error) if error else "unknown")

    def close(self) -> None:
        """End all threads and connections."""
        for dispatcher in (self.task_dispatcher, self.quick):
            dispatcher.shutdown()
        for channel in list(self.active_channels.values()):  # browsers keep theirs open
            channel.handle_close()
        super().close()

    def _let_go(self) -> bool:
        """Close the connection whose caller has kept us waiting longest; without one, let nobody in for a moment."""
        waited = {channel: channel.waited() for channel in self.active_channels.values()}
        waited = {channel: seconds for channel, seconds in waited.items() if seconds is not None}
        if not waited:
            self._next_accept = time.monotonic() + HTTP.pause_seconds
            return False
        self._warn("there is room for no more connections: for each new one, the one that waited longest is closed")
        max(waited, key=lambda channel: waited[channel]).handle_close()
        return True

    def _warn(self, text: str) -> None:
        """Log it, but not each time."""
        if time.monotonic() >= self._next_warning:
            self._next_warning = time.monotonic() + HTTP.silence_seconds
            LOG.warning("%s", text)

    def run(self) -> None:
        """Serve; once told to stop let nobody in, and go on until all answers are out or `HTTP.drain_seconds` over."""
        while not self.is_stopping and not self._is_forsaken():
            self._turn(1.0)
        self._close_door()
        end = time.monotonic() + HTTP.drain_seconds
        while self.active_channels and time.monotonic() < end:
            for channel in list(self.active_channels.values()):
                channel.will_close = channel.will_close or channel.is_idle(HTTP.grace_seconds)
            self._turn(HTTP.grace_seconds)

    def _is_forsaken(self) -> bool:
        """Whether nobody has asked for as long as the settings say, and nobody waits for an answer."""
        if not self.end_seconds or time.monotonic() - self.asked < self.end_seconds:
            return False
        return not any(channel.requests for channel in self.active_channels.values())

    def stop(self) -> None:
        """Let `run` come to its end; may be called by a signal handler or another thread."""
        self.is_stopping = True
        with suppress(OSError):  # it has ended already
            self.pull_trigger()

    def _turn(self, seconds: float) -> None:
        """One turn of the loop, of that many seconds at most."""
        self.asyncore.loop(timeout=seconds, map=self._map, use_poll=hasattr(select, "poll"), count=1)

    def _close_door(self) -> None:
        """Let in those who stand at the door, nobody after: they are refused, and a balancer sends them elsewhere."""
        known = -1
        while known < len(self.active_channels) < self.room:
            known = len(self.active_channels)
            self.handle_accept()
        self.del_channel()
        self.socket.close()


def count_connections() -> int:
    """How many connections there may be: fewer where this process may open few files."""
    if sys.platform == "win32":
        return HTTP.connections
    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if files == resource.RLIM_INFINITY:
        return HTTP.connections
    return max(HTTP.fewest_connections, min(HTTP.connections, files - HTTP.reserved_files))


def bind(settings: ServerSettings) -> socket.socket:
    """A socket bound to the settings' address. Raises `OSError` where the port is taken or not allowed."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    return socket.create_server((settings.host, settings.port), family=family, backlog=HTTP.connections)


def _adjust(bound: socket.socket, settings: ServerSettings) -> Adjustments:
    in_memory = settings.max_body * 8  # waitress writes larger answers to a temporary file; no page may go there
    return Adjustments(
        sockets=[bound],
        threads=2 * settings.workers + settings.limits.queue + HTTP.spare_threads,  # as many batches as workers
        ident="undertone",
        max_request_header_size=HTTP.header_bytes,
        max_request_body_size=settings.max_body + 1,  # waitress refuses from this size on
        inbuf_overflow=in_memory,
        outbuf_overflow=in_memory,
        outbuf_high_watermark=settings.max_body,
        channel_timeout=int(HTTP.stall_seconds),
        cleanup_interval=5,
        connection_limit=sys.maxsize,  # `Listener` has its own
        clear_untrusted_proxy_headers=True,
    )


@contextmanager
def listen(app: Service, bound: socket.socket, settings: ServerSettings) -> Iterator[Listener]:
    """A server for `app` on a bound socket, ready to `run`; closed at the end."""
    # A full queue is answered with 503; that requests wait in between is nothing to warn of.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    with closing(Listener(app, bound, settings)) as server:
        yield server


def stop_on_signals(server: Listener) -> None:
    """Let SIGTERM and Ctrl-C end the service in order; a second one ends it at once."""

    def handle(number: int, frame: object) -> None:
        if server.is_stopping:
            raise SystemExit(128 + number)
        server.stop()

    signal.signal(signal.SIGTERM, handle)
    signal.signal(signal.SIGINT, handle)
