"""What one caller can send to keep the others waiting; meanwhile a good request and `/healthz` are answered."""

import errno
import json
import logging
import resource
import subprocess
import sys
import threading
import time
from contextlib import ExitStack

import pytest

from server.problems import Problem
from server.service.http import listener as service
from server.service.http.body_memory import BodyMemory, Dropped
from server.settings import HTTP, ServerSettings
from tests.server.service.sockets import (
    BATCH,
    LINE,
    MB,
    PAGE,
    RULES,
    SETTINGS,
    answer,
    ask,
    connect,
    packed,
    send,
    serving,
)


@pytest.fixture
def running():
    with serving() as started:
        yield started


@pytest.fixture
def port(running):
    return running[1]


ATTACKS = {
    "a batch that expects to be told to go on": (
        BATCH + b"Expect: 100-continue\r\nContent-Length: 13\r\n\r\n" + LINE,
        20,
    ),
    "quotation marks": (packed(b'"' * (2 * MB - 2)), 20),
    "empty strings": (packed(b'"a"' * (600_000)), 20),
    "escapes": (packed(b'{"text":"' + b'\\"' * 1_000_000 + b'"}'), 20),
    "a chunk size without end": (PAGE + b"Transfer-Encoding: chunked\r\n\r\n" + b"0" * 1_900_000, 10),
    "a trailer without end": (BATCH + b"Transfer-Encoding: chunked\r\n\r\n0\r\nX: " + b"0" * 8_000_000, 10),
    "small chunks": (PAGE + b"Transfer-Encoding: chunked\r\n\r\n" + b"1\r\na\r\n" * 200_000, 5),
    "blank lines": (b"\r\n" * 500_000, 5),
    "a header line without end": (PAGE + b"X: " + b"x" * 500_000, 20),
    "a large number": (PAGE + b"Content-Length: " + b"9" * 5_000 + b"\r\n\r\n", 20),
    "nothing": (b"", 250),
    "half a head": (PAGE, 250),
    "half a body": (PAGE + b"Content-Length: 1000000\r\n\r\n{", 250),
    "half a batch": (BATCH + b"Content-Length: 1000000\r\n\r\n{", 250),
    "an answered request": (b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 250),
    "a large body but its last byte": (PAGE + b"Content-Length: %d\r\n\r\n" % (2 * MB) + b"a" * (2 * MB - 1), 40),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_good_request_is_answered_while_others_attack(running, attack):
    server, port = running
    sent, times = ATTACKS[attack]
    with ExitStack() as held:
        threads = []
        for _ in range(times):
            connection = held.enter_context(connect(port))
            threads.append(threading.Thread(target=send, args=(connection, sent)))
            threads[-1].start()
        for _ in range(3):
            assert ask(port) == 200
            assert ask(port, "/v1/analyze", {"text": "x"}) == 200
        for thread in threads:
            thread.join()
        assert len(server.active_channels) <= server.room
        assert server.memory.total <= server.memory.limit == HTTP.bodies * SETTINGS.max_body
    assert ask(port) == 200


def test_a_batch_that_expects_to_be_told_to_go_on_is_answered(port):
    sent = BATCH + b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % len(LINE)
    head, body = answer(port, sent + LINE)
    assert head.startswith(b"HTTP/1.1 200") and b'"schema"' in body


@pytest.mark.parametrize(
    "sent", [b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n", PAGE + b"Content-Length: 9999999\r\n"]
)
def test_whoever_need_not_go_on_is_answered_at_once(port, sent):
    head, _ = answer(port, sent + b"Expect: 100-continue\r\nConnection: close\r\n\r\n")
    assert head.startswith((b"HTTP/1.1 200", b"HTTP/1.1 413"))


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        (PAGE + b"Content-Length: " + b"9" * 5_000 + b"\r\n\r\n", 400, "bad-request"),
        (b"GET http://[x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400, "bad-request"),
        (PAGE + b"Transfer-Encoding: gzip, chunked\r\n\r\n", 501, "not-implemented"),
        (PAGE + b"Transfer-Encoding: chunked\r\n\r\n" + b"0" * 2_000, 400, "bad-request"),
        (PAGE + b"Transfer-Encoding: chunked\r\n\r\n0\r\nX: " + b"x" * 20_000, 400, "bad-request"),
    ],
)
def test_what_cannot_be_read_is_a_problem_that_says_so(port, caplog, sent, status, code):
    head, body = answer(port, sent)
    document = json.loads(body)
    assert head.startswith(b"HTTP/1.1 %d " % status)
    assert (document["status"], document["code"]) == (status, code)
    assert ".." not in document["detail"]
    assert not caplog.records


def test_requests_that_are_sent_at_once_are_answered_one_after_another(running):
    server, port = running
    with connect(port) as connection:
        connection.sendall(b"\r\n\r\n" + RULES * 30)
        assert ask(port) == 200
        own = connection.getsockname()[1]
        channels = list(server.active_channels.values())  # the server's thread goes on adding to them
        (asked,) = [channel for channel in channels if channel.addr[1] == own]
        assert len(asked.requests) <= 1
        told = b""
        while told.count(b"HTTP/1.1 200") < 30:
            piece = connection.recv(65_536)
            assert piece
            told += piece


def test_the_body_of_a_caller_without_a_token_is_not_held(tmp_path):
    settings = ServerSettings(port=0, max_body=2 * MB, require_token=True, state=tmp_path)
    with serving(settings) as (server, port), connect(port) as connection:
        connection.sendall(PAGE + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % MB + b"a" * (MB - 1))
        assert ask(port) == 200
        assert server.memory.total == 0
        connection.sendall(b"a")
        assert connection.recv(65_536).startswith(b"HTTP/1.1 401")


def test_the_body_of_a_web_page_is_not_held(running):
    server, port = running
    with connect(port) as connection:
        foreign = PAGE.replace(b"127.0.0.1", b"evil.example")
        connection.sendall(foreign + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % MB + b"a" * (MB - 1))
        assert ask(port) == 200
        assert server.memory.total == 0
        connection.sendall(b"a")
        assert connection.recv(65_536).startswith(b"HTTP/1.1 403")


def test_where_memory_is_full_the_largest_body_that_arrives_is_dropped():
    memory = BodyMemory(100)
    whole, large, small = memory.open(), memory.open(), memory.open()
    whole.append(b"w" * 60)
    memory.keep(whole)
    large.append(b"l" * 30)
    small.append(b"s" * 20)
    assert (memory.total, len(large), len(small)) == (80, 30, 20)
    assert whole.getfile().read() == b"w" * 60 and small.getfile().read() == b"s" * 20
    large.append(b"l" * 30)
    assert (memory.total, len(large)) == (80, 60)
    with pytest.raises(Problem) as raised:
        large.getfile().read()
    assert (raised.value.status, raised.value.headers["Retry-After"]) == (503, "2")
    for body in (whole, small, small):
        body.close()
    assert memory.total == 0


def test_a_body_that_was_dropped_is_told_to_come_again(port, monkeypatch):
    monkeypatch.setattr("server.service.http.body_memory.Body.getfile", lambda body: Dropped())
    head, body = answer(port, PAGE + b"Connection: close\r\nContent-Length: 12\r\n\r\n" + LINE.strip())
    assert head.startswith(b"HTTP/1.1 503") and b"Retry-After: 2" in head
    assert json.loads(body)["code"] == "busy"


def test_what_a_caller_leaves_behind_is_not_held(running):
    server, port = running
    with connect(port) as connection:
        connection.sendall(PAGE + b"Content-Length: %d\r\n\r\n" % MB + b"a" * (MB - 1))
        end = time.monotonic() + 20
        while server.memory.total < MB - 1 and time.monotonic() < end:
            threading.Event().wait(0.05)
        assert server.memory.total == MB - 1
    while server.memory.total and time.monotonic() < end:
        threading.Event().wait(0.05)
    assert server.memory.total == 0


def test_without_a_descriptor_for_another_connection_the_log_says_so_once(running, caplog, monkeypatch):
    _, port = running

    def refuse(listener):
        raise OSError(errno.EMFILE, "Too many open files")

    with connect(port), monkeypatch.context() as patched:
        assert ask(port) == 200
        patched.setattr("waitress.server.TcpWSGIServer.accept", refuse)
        with connect(port):
            begun = time.process_time()
            threading.Event().wait(2.0)
            assert time.process_time() - begun < 1.0  # it does not spin
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert ask(port) == 200


def test_few_descriptors_leave_some_for_answers(tmp_path):
    start = "import resource as r; r.setrlimit(r.RLIMIT_NOFILE, (64, 64)); from server.cli import main; main()"
    command = [sys.executable, "-c", start, "serve", "--port", "0", "--no-model", "--workers", "1"]
    with subprocess.Popen(
        [*command, "--state", str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            port = int(process.stdout.readline().split("/ ")[0].rsplit(":", 1)[1])
            with ExitStack() as held:
                for _ in range(100):
                    held.enter_context(connect(port))
                assert ask(port, "/v1/analyze", {"text": "The council met."}, 60) == 200
        finally:
            process.terminate()
            _, err = process.communicate(timeout=60)
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(("files", "room"), [(64, 16), (10, 8), (100_000, 200), (resource.RLIM_INFINITY, 200)])
def test_there_are_fewer_connections_where_few_files_may_be_open(monkeypatch, files, room):
    monkeypatch.setattr(service.resource, "getrlimit", lambda kind: (files, files))
    assert service.count_connections() == room
