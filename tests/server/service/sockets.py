"""A server as it runs, and requests as bytes."""

import gzip
import json
import socket
import threading
from contextlib import closing, contextmanager
from http.client import HTTPConnection

from server.service.app import create_app
from server.service.http.listener import bind, listen
from server.settings import ServerSettings
from tools.stub_jobs import StubPool

MB = 2**20
SETTINGS = ServerSettings(port=0, max_body=2 * MB)
JSON = {"Content-Type": "application/json"}
PAGE = b"POST /v1/analyze HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
BATCH = b"POST /v1/analyze/batch HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n"
LINE = b'{"text":"x"}\n'
RULES = b"GET /v1/rules HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
PATIENCE = 5.0


@contextmanager
def serving(settings=SETTINGS):
    """The server, as it runs, and its port."""
    app = create_app(StubPool(engine={}), settings)
    with bind(settings) as bound, listen(app, bound, settings) as server:
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            yield server, bound.getsockname()[1]
        finally:
            server.stop()
            thread.join()


def connect(port, seconds=20.0):
    return closing(socket.create_connection(("127.0.0.1", port), timeout=seconds))


def send(connection, data):
    """Send as much as the server takes: it may refuse the rest."""
    connection.settimeout(1.0)
    try:
        connection.sendall(data)
    except OSError as error:
        assert isinstance(error, TimeoutError | ConnectionError), error


def answer(port, sent):
    """Head and body of the answer to raw bytes."""
    told = b""
    with connect(port) as connection:
        connection.sendall(sent)
        while b"\r\n\r\n" not in told or told.startswith(b"HTTP/1.1 100"):
            piece = connection.recv(65_536)
            assert piece, told
            told = (told + piece).removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n")
        head, _, body = told.partition(b"\r\n\r\n")
        while piece := connection.recv(65_536):
            body += piece
    return head, body


def ask(port, path="/healthz", body=None, seconds=PATIENCE):
    """The status of the answer to a good request."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=seconds)) as connection:
        connection.request("POST" if body else "GET", path, body and json.dumps(body), JSON)
        return connection.getresponse().status


def head_of(body, *headers):
    return PAGE + b"".join(header + b"\r\n" for header in headers) + b"Content-Length: %d\r\n\r\n" % len(body)


def packed(body):
    packed = gzip.compress(body)
    return head_of(packed, b"Content-Encoding: gzip") + packed
