"""Sites on loopback that stand for the web."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import StreamRequestHandler, ThreadingTCPServer

PAGE = b"<article><h1>Bridge</h1><p>Work on the bridge begins in spring, the mayor said.</p></article>"
HTML = {"Content-Type": "text/html; charset=utf-8"}
HTML_TYPE = b"Content-Type: text/html"
Answer = tuple[int, dict[str, str], bytes]


@contextmanager
def serving(server: ThreadingTCPServer) -> Iterator[str]:
    """The address of a server that runs meanwhile."""
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def saying(*pieces: bytes, robots: bytes = b"") -> Iterator[str]:
    """The address of a server that answers any page with these bytes, as they are, a twentieth of a second apart."""
    done = threading.Event()

    class Handler(StreamRequestHandler):
        def handle(self) -> None:
            asked = self.rfile.readline().split(b" ")[1]
            while self.rfile.readline().strip():
                continue
            missing = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
            for piece in [robots or missing] if asked == b"/robots.txt" else pieces:
                try:
                    self.wfile.write(piece)
                except OSError:
                    return
                if done.wait(0.05 if len(pieces) > 1 else 0):
                    return

    with serving(ThreadingTCPServer(("127.0.0.1", 0), Handler)) as address, ExitStack() as stack:
        stack.callback(done.set)
        yield address


def headed(body: bytes, *headers: bytes, status: bytes = b"200 OK") -> bytes:
    """An answer with these headers, and no other."""
    return b"\r\n".join((b"HTTP/1.1 " + status, *headers, b"", body))


@contextmanager
def site(answers: dict[str, Answer]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """A site that gives these answers; its address, and the paths and agents it was asked by."""
    asked: list[tuple[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, self.headers["User-Agent"]))
            status, headers, body = answers.get(self.path, (404, HTML, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as address:
        yield address, asked
