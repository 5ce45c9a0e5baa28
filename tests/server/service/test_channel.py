"""Slow, silent and half-open connections, and a service that is told to stop while it is asked."""

import json
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from http.client import HTTPConnection

import pytest

from server.service.app import create_app
from server.service.http import channel
from server.service.http.listener import bind, listen
from server.settings import ServerSettings
from tools.stub_jobs import StubPool

SETTINGS = ServerSettings(port=0)
JSON = {"Content-Type": "application/json"}
HEAD = b"POST /v1/analyze HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
HEALTH = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


class Gate(StubPool):
    """A pool that answers when the gate is open."""

    def __init__(self):
        super().__init__(engine={})
        self.begun, self.opened = threading.Event(), threading.Event()

    def submit(self, request, *, patient=False):
        self.begun.set()
        assert self.opened.wait(30)
        return b'{"schema":"undertone/analysis/1","title":"%s"}' % (request.input.title or "").encode()


@pytest.fixture
def gate():
    return Gate()


@pytest.fixture
def running(gate):
    """The server, its port, and the thread that runs it."""
    with bind(SETTINGS) as bound, listen(create_app(gate, SETTINGS), bound, SETTINGS) as server:
        thread = threading.Thread(target=server.run)
        thread.start()
        yield server, bound.getsockname()[1], thread
        gate.opened.set()
        server.stop()
        thread.join()


@pytest.fixture
def port(running):
    return running[1]


def connect(port):
    return closing(socket.create_connection(("127.0.0.1", port), timeout=20))


def rest(connection):
    """All that comes until the server closes."""
    told = b""
    while piece := connection.recv(65_536):
        told += piece
    return told


def is_healthy(port):
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200


@pytest.mark.parametrize("begun", [b"POST /v1/ana", HEAD, HEAD + b"Content-Length: 100\r\n\r\n{"])
def test_a_request_that_does_not_arrive_in_time_is_a_problem(port, monkeypatch, begun):
    monkeypatch.setattr(channel, "HTTP", replace(channel.HTTP, arrival_seconds=0.2))
    with connect(port) as connection:
        connection.sendall(begun)
        head, _, body = rest(connection).partition(b"\r\n\r\n")
    document = json.loads(body)
    assert head.startswith(b"HTTP/1.1 408")
    assert document["code"] == "request-timeout"
    assert document["request_id"].encode() in head


@pytest.mark.parametrize("begun", [b"", b"POST", HEAD + b"Content-Length: 1000000\r\n\r\n{"])
def test_a_hundred_connections_that_only_begin_keep_nobody_out(port, gate, begun):
    gate.opened.set()
    with ExitStack() as held:
        for _ in range(100):
            held.enter_context(connect(port)).sendall(begun)
        assert is_healthy(port)
        with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
            connection.request("POST", "/v1/analyze", json.dumps({"text": "x"}), JSON)
            assert connection.getresponse().status == 200
    assert is_healthy(port)


def test_a_caller_that_goes_away_costs_nobody_else(port, gate):
    for _ in range(SETTINGS.workers + SETTINGS.limits.queue):
        with connect(port) as connection:
            connection.sendall(HEAD + b'Content-Length: 12\r\n\r\n{"text":"x"}')
    assert is_healthy(port)
    gate.opened.set()
    assert is_healthy(port)


def test_a_streamed_answer_that_nobody_reads_gives_its_thread_back(port, monkeypatch):
    monkeypatch.setattr(channel, "HTTP", replace(channel.HTTP, stall_seconds=0.5))
    names = {thread.name for thread in threading.enumerate()}
    with connect(port) as connection:
        connection.sendall(b"POST /v1/analyze/batch HTTP/1.1\r\nHost: 127.0.0.1\r\n")
        connection.sendall(b"Content-Type: application/x-ndjson\r\nContent-Length: 1000000000\r\n\r\n")
        connection.settimeout(2.0)
        with pytest.raises((TimeoutError, ConnectionError)):
            while True:
                connection.sendall(b"{}\n" * 10_000)  # each answered with a problem of 300 bytes
        end = time.monotonic() + 30
        while time.monotonic() < end and {thread.name for thread in threading.enumerate()} - names:
            threading.Event().wait(0.1)
    assert {thread.name for thread in threading.enumerate()} - names == set()


def test_an_answer_that_took_long_is_not_taken_for_one_that_is_left_unread(port, gate, monkeypatch):
    monkeypatch.setattr(channel, "HTTP", replace(channel.HTTP, stall_seconds=0.5))
    flush, close, unread = channel.Channel._flush_some, channel.Channel.handle_close, []

    def closing(self):
        unread.append(self.total_outbufs_len)
        close(self)

    def slowly(self, *given, **named):
        self.server.pull_trigger()  # the server's loop looks while the answer lies there
        threading.Event().wait(0.2)
        return flush(self, *given, **named)

    monkeypatch.setattr(channel.Channel, "_flush_some", slowly)
    monkeypatch.setattr(channel.Channel, "handle_close", closing)
    with connect(port) as connection:
        connection.sendall(HEAD + b'Content-Length: 24\r\nConnection: close\r\n\r\n{"text":"x","title":"T"}')
        assert gate.begun.wait(20)
        threading.Event().wait(0.8)  # longer than an answer may lie unread
        gate.opened.set()
        assert rest(connection).endswith(b'"title":"T"}')
    assert not any(unread)


def test_told_to_stop_the_service_answers_who_has_asked_and_lets_nobody_in(running, gate):
    server, port, thread = running
    with connect(port) as idle, connect(port) as asked:
        asked.sendall(HEAD + b'Content-Length: 24\r\n\r\n{"text":"x","title":"T"}')
        assert gate.begun.wait(20)
        server.stop()
        assert rest(idle) == b""
        with pytest.raises(ConnectionError):
            socket.create_connection(("127.0.0.1", port), timeout=20).close()
        gate.opened.set()
        told = rest(asked)
    assert b"200 OK" in told and b'"title":"T"' in told and b"Connection: close" in told
    thread.join(20)
    assert not thread.is_alive()


def test_a_request_that_had_begun_when_the_service_was_told_to_stop_is_answered(running, gate):
    server, port, thread = running
    gate.opened.set()
    with connect(port) as asked:
        asked.sendall(HEAD + b'Content-Length: 24\r\n\r\n{"text"')
        threading.Event().wait(0.2)
        server.stop()
        threading.Event().wait(0.2)
        asked.sendall(b':"x","title":"T"}')
        assert b'"title":"T"' in rest(asked)
    thread.join(20)
    assert not thread.is_alive()


@contextmanager
def serving(folder):
    """`undertone serve` as a user starts it, and its port."""
    start = (sys.executable, "-W", "error", "-c", "from server.cli import main; main()")
    command = [*start, "serve", "--port", "0", "--workers", "1", "--state", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process, int(process.stdout.readline().split("/ ")[0].rsplit(":", 1)[1])
        finally:
            process.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_the_process_finish_its_answers(tmp_path, number):
    with serving(tmp_path) as (process, port), closing(HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request("POST", "/v1/analyze", json.dumps({"text": "The council met on Monday."}), JSON)
        threading.Event().wait(0.3)  # it waits for the first worker by now
        process.send_signal(number)
        answer = connection.getresponse()
        assert answer.status == 200
        assert json.loads(answer.read())["schema"] == "undertone/analysis/1"
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert "Traceback" not in out
