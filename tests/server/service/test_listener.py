import contextlib
import json
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from http.client import HTTPConnection

import pytest

from server.service.app import create_app
from server.service.http.listener import bind, listen
from server.settings import ServerSettings
from tools.stub_jobs import StubPool

SETTINGS = ServerSettings(port=0, max_body=2_000_000)


@pytest.fixture(scope="module")
def port():
    pool = StubPool(engine={"version": "0", "rules_sha256": "0" * 64, "model": None})
    with bind(SETTINGS) as bound, listen(create_app(pool, SETTINGS), bound, SETTINGS) as server:
        thread = threading.Thread(target=server.run)
        thread.start()
        yield bound.getsockname()[1]
        server.stop()
        thread.join()


def talk(port: int, sent: bytes) -> tuple[bytes, bytes]:
    """Head and body of the answer to raw bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(sent)
        answer = b""
        with contextlib.suppress(ConnectionResetError):
            while piece := connection.recv(65_536):
                answer += piece
    head, _, body = answer.partition(b"\r\n\r\n")
    return head, body


def post(*headers: bytes, body: bytes = b"") -> bytes:
    lines = (b"POST /v1/analyze HTTP/1.1", b"Host: 127.0.0.1", b"Connection: close", *headers)
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


JSON = b"Content-Type: application/json"


def test_a_large_page_is_answered_and_written_to_no_file(port, monkeypatch):
    monkeypatch.setattr("waitress.buffers.TempfileBasedBuffer.__init__", None)  # would fail if used
    with contextlib.closing(HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        body = json.dumps({"html": "x" * 1_900_000})
        connection.request("POST", "/v1/analyze", body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (200, b'{"schema":"undertone/analysis/1"}')


def test_a_body_in_chunks_is_read(port):
    body = b'8\r\n{"html":\r\n4\r\n"x"}\r\n0\r\n\r\n'
    head, answer = talk(port, post(JSON, b"Transfer-Encoding: chunked", body=body))
    assert head.startswith(b"HTTP/1.1 200 OK")
    assert answer == b'{"schema":"undertone/analysis/1"}'


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        (post(JSON, b"Content-Length: 900000000000"), 413, "body-too-large"),
        (post(JSON, b"Content-Length: 2000001"), 413, "body-too-large"),
        (post(JSON, b"Transfer-Encoding: chunked", body=b"200000\r\n" + b"x" * 2_000_100), 413, "body-too-large"),
        (post(JSON, b"Content-Length: -1"), 400, "bad-request"),
        (post(JSON, b"Content-Length: 1", b"Content-Length: 2", body=b"{}"), 400, "bad-request"),
        (post(JSON, b"Transfer-Encoding: chunked", body=b"zz\r\n{}\r\n"), 400, "bad-request"),
        (post(JSON), 400, "bad-json"),
        (post(), 415, "unsupported-media-type"),
        (post(JSON, b"X: " + b"x" * 300_000), 431, "headers-too-large"),
        (post(JSON, b"Host: evil.example"), 403, "forbidden-host"),
        (b"GET /healthz HTTP/1.0\r\n\r\n", 403, "forbidden-host"),
        (b"GET /healthz HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 403, "forbidden-host"),
        (b"no http at all\r\n\r\n", 400, "bad-request"),
    ],
)
def test_what_is_no_good_http_is_a_problem_too(port, sent, status, code):
    head, body = talk(port, sent)
    assert head.split()[1] == str(status).encode()
    assert b"application/problem+json" in head
    document = json.loads(body)
    assert (document["status"], document["code"]) == (status, code)
    assert f"X-Request-ID: {document['request_id']}".lower().encode() in head.lower()


def test_a_port_that_is_taken_cannot_be_bound(port):
    with pytest.raises(OSError, match="in use"):
        bind(ServerSettings(port=port))


@pytest.fixture
def process(tmp_path):
    """`undertone serve` on a free port, as a user starts it."""
    start = (sys.executable, "-W", "error", "-c", "from server.cli import main; main()")
    command = [*start, "serve", "--port", "0", "--state", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as started:
        yield started
        started.kill()


def test_the_service_answers_says_nothing_of_a_page_and_stops_at_sigterm(process):
    port = int(process.stdout.readline().split("/ ")[0].rsplit(":", 1)[1])
    assert process.stdout.readline() == "Open that page to try the sample or paste a story.\n"
    assert re.search(r": [2-9A-Z]{4}-[2-9A-Z]{4}\n$", process.stdout.readline())
    with contextlib.closing(HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        answers = []
        for _ in range(2):
            body = json.dumps({"title": "A quincunx of plums", "text": "The quincunx was planted on Monday."})
            connection.request("POST", "/v1/analyze", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            answers.append((answer.status, answer.read()))
        connection.request("GET", "/readyz")
        engine = json.loads(connection.getresponse().read())["engine"]
    assert answers[0] == answers[1]
    assert answers[0][0] == 200
    told = json.loads(answers[0][1])["engine"]
    assert engine == {name: told[name] for name in engine}
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "quincunx" not in out + err
    assert err == ""


def test_a_service_that_nobody_asks_ends_by_itself_and_not_before():
    settings = ServerSettings(port=0, end_seconds=2.0)
    with bind(settings) as bound, listen(create_app(StubPool(), settings), bound, settings) as server:
        thread = threading.Thread(target=server.run)
        thread.start()
        begun = time.monotonic()
        while time.monotonic() < begun + 3.0:
            assert talk(bound.getsockname()[1], b"GET /healthz HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")[0]
            time.sleep(0.5)
        thread.join(30)
    assert not thread.is_alive()
