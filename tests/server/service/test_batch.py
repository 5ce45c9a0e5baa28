import io
import json
import socket
import threading
from contextlib import closing

import pytest

from server.problems import Problem
from server.service.api.batch import Line, split
from server.service.app import create_app
from server.service.http.listener import bind, listen
from server.service.http.request_stream import BrokenBody, Pipe
from server.settings import HTTP, ServerSettings
from server.wire import dump
from tools.stub_jobs import StubPool

LINES = "application/x-ndjson"
SETTINGS = ServerSettings(port=0, workers=2, max_body=2_000)


class Echo(StubPool):
    """A pool that answers with the title, once it may."""

    def __init__(self):
        super().__init__(engine={})
        self.gates = {}

    def submit(self, request, *, patient=False):
        assert patient
        title = request.input.title
        if title in self.gates:
            assert self.gates[title].wait(20)
        if title == "refuse":
            raise Problem("page-too-complex", "Too many tags.")
        if title == "crash":
            raise Problem("internal-error", "Ours.", cause="a worker died")
        if title == "bug":
            raise ValueError("zanzibar")
        return dump({"title": title})


@pytest.fixture
def echo():
    return Echo()


@pytest.fixture
def client(echo):
    return create_app(echo, SETTINGS).test_client()


def ask(client, body, **headers):
    answer = client.post("/v1/analyze/batch", data=body, content_type=LINES, headers=headers)
    return answer, [json.loads(line) for line in answer.data.splitlines()]


def line(title):
    return dump({"text": "x", "title": title}) + b"\n"


def test_every_line_is_answered_in_order(client, echo):
    echo.gates["0"] = threading.Event()
    threading.Timer(0.2, echo.gates["0"].set).start()
    answer, told = ask(client, b"".join(line(str(number)) for number in range(50)))
    assert (answer.status_code, answer.mimetype) == (200, LINES)
    assert [each["title"] for each in told] == [str(number) for number in range(50)]


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (b"{", "bad-json"),
        (b"[]", "bad-field"),
        (b"{}", "missing-input"),
        (b'{"text":"x","nonsense":1}', "unknown-field"),
        (b"\xff", "bad-encoding"),
        (rb'{"text":"\ud800"}', "bad-text"),
        (b'{"text":"' + b"x" * 2_000 + b'"}', "body-too-large"),
        (line("refuse").strip(), "page-too-complex"),
        (line("crash").strip(), "internal-error"),
        (line("bug").strip(), "internal-error"),
    ],
)
def test_a_bad_line_is_a_problem_and_spoils_no_other(client, caplog, bad, code):
    answer, (first, second, third) = ask(client, line("a") + bad + b"\r\n" + line("b"))
    assert (first["title"], third["title"]) == ("a", "b")
    assert (second["code"], second["line"]) == (code, 2)
    assert second["request_id"] == answer.headers["X-Request-ID"]
    assert "zanzibar" not in caplog.text
    assert ("in line 2: " in caplog.text) == (code == "internal-error")


def test_the_last_line_needs_no_end_and_blank_lines_are_passed_over(client):
    _, told = ask(client, b"\n \r\n" + line("a") + b"\n" + b"nonsense\n" + line("b").strip())
    assert [each.get("line", each["title"]) for each in told] == ["a", 5, "b"]
    assert ask(client, b"")[1] == []


@pytest.mark.parametrize("headers", [{"Content-Encoding": "gzip"}, {"Content-Type": "text/plain"}])
def test_what_is_no_body_of_lines_is_refused(client, headers):
    answer = client.post("/v1/analyze/batch", data=line("a"), headers={"Content-Type": LINES} | headers)
    assert (answer.status_code, answer.json["code"]) == (415, "unsupported-media-type")


def test_before_a_worker_is_warm_there_are_no_batches(client, echo):
    echo.engine = None
    answer, _ = ask(client, line("a"))
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")


def test_no_more_batches_than_workers_are_at_work(client, echo):
    opened = [client.post("/v1/analyze/batch", data=line("a"), content_type=LINES, buffered=False) for _ in range(2)]
    answer, (told,) = ask(client, line("a"))
    assert (answer.status_code, told["code"], answer.headers["Retry-After"]) == (503, "busy", "10")
    for each in opened:
        each.close()
    assert ask(client, line("a"))[0].status_code == 200


def test_lines_are_cut_wherever_the_pieces_end():
    class Drip(io.BytesIO):
        def read(self, size=-1, /):
            return super().read(3)

    assert list(split(Drip(b"ab\n\ncdef\ng"), 100)) == [
        *(Line(1, b"ab"), Line(2, b""), Line(3, b"cdef"), Line(4, b"g")),
    ]
    assert list(split(Drip(b"abcdefgh\nij\nabcdef"), 5)) == [Line(1, None), Line(2, b"ij"), Line(3, None)]


def test_a_pipe_gives_what_came_and_says_when_there_is_room():
    woken = []
    pipe = Pipe(lambda: woken.append(True))
    pipe.append(b"x" * HTTP.pipe_bytes)
    assert not pipe.has_room()
    assert pipe.read(10) == b"x" * 10
    assert pipe.has_room() and woken == [True]
    pipe.end()
    assert len(pipe.read()) == HTTP.pipe_bytes - 10
    assert pipe.read() == b""


def test_a_pipe_that_breaks_or_stays_empty_says_so():
    broken, silent = Pipe(lambda: None), Pipe(lambda: None, patience=0.01)
    broken.append(b"x")
    broken.close()
    for pipe in (broken, silent):
        with pytest.raises(BrokenBody):
            pipe.read()


@pytest.fixture
def port(echo):
    with bind(SETTINGS) as bound, listen(create_app(echo, SETTINGS), bound, SETTINGS) as server:
        thread = threading.Thread(target=server.run)
        thread.start()
        yield bound.getsockname()[1]
        server.stop()
        thread.join()


HEAD = b"POST /v1/analyze/batch HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n"


def until(connection, mark):
    """All that comes up to a mark."""
    told = b""
    while mark not in told:
        piece = connection.recv(65_536)
        assert piece, told
        told += piece
    return told


def chunk(data):
    return b"%x\r\n%s\r\n" % (len(data), data)


def test_an_answer_comes_before_the_next_line_is_sent(port):
    with closing(socket.create_connection(("127.0.0.1", port), timeout=20)) as connection:
        connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        for title in ("a", "b", "c"):
            connection.sendall(chunk(line(title)))
            until(connection, dump({"title": title}) + b"\n")
        connection.sendall(b"0\r\n\r\n")
        until(connection, b"0\r\n\r\n")


@pytest.mark.parametrize("expect", [b"", b"Expect: 100-continue\r\n"])
def test_a_body_of_known_length_is_streamed_too_and_may_be_longer_than_a_page(port, expect):
    body = line("a" * 1_000) * 300
    with closing(socket.create_connection(("127.0.0.1", port), timeout=20)) as connection:
        connection.sendall(HEAD + expect + b"Content-Length: %d\r\n\r\n" % len(body))
        if expect:
            until(connection, b"100 Continue\r\n\r\n")
        sender = threading.Thread(target=connection.sendall, args=(body,))
        sender.start()
        told = until(connection, b"\r\n0\r\n\r\n")
        sender.join()
    assert told.count(b'{"title":"aaa') == 300


def begun(port, told):
    """A connection whose batch has begun with `told`, and what it answered; a busy service is asked again."""
    for _ in range(50):
        connection = socket.create_connection(("127.0.0.1", port), timeout=20)
        connection.sendall(HEAD + told)
        if b" 200 OK" in (head := until(connection, b"\r\n\r\n")):
            return connection, head
        connection.close()
        threading.Event().wait(0.1)
    pytest.fail("no batch can be begun any more")


@pytest.mark.parametrize("end", [b"zz\r\n", None])
def test_a_body_that_breaks_off_frees_its_place(port, end):
    for _ in range(4):  # more than may be at work at once
        connection, head = begun(port, b"Transfer-Encoding: chunked\r\n\r\n" + chunk(line("a")))
        with closing(connection):
            if dump({"title": "a"}) not in head:
                until(connection, dump({"title": "a"}))
            if end:
                connection.sendall(end)
                assert b'"code":"bad-request"' in until(connection, b"\r\n0\r\n\r\n")


def test_a_caller_that_may_not_ask_is_refused_before_its_body_is_read(port):
    with closing(socket.create_connection(("127.0.0.1", port), timeout=20)) as connection:
        connection.sendall(HEAD.replace(b"127.0.0.1", b"evil.example") + b"Content-Length: 1000\r\n\r\n{")
        told = until(connection, b"}")
    assert told.startswith(b"HTTP/1.1 403") and b"Connection: close" in told


def test_a_body_is_taken_no_faster_than_it_is_answered(port, echo):
    echo.gates["a"] = threading.Event()
    with closing(socket.create_connection(("127.0.0.1", port), timeout=20)) as connection:
        connection.sendall(HEAD + b"Content-Length: 100000000\r\n\r\n")
        connection.settimeout(1.0)
        sent = 0
        with pytest.raises(TimeoutError):
            while True:
                sent += connection.send(line("a") * 1_000)
        echo.gates["a"].set()
    assert sent < 20 * HTTP.pipe_bytes  # the rest lies in the system's buffers
