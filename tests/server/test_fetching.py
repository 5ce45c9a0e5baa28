"""Fetching is polite and bounded: a site on loopback stands for the web."""

import gzip
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from server import fetching
from server.cli import main
from server.fetching import AGENT, FetchError, fetch

PAGE = b"<article><h1>Bridge</h1><p>Work on the bridge begins in spring, the mayor said.</p></article>"
HTML = {"Content-Type": "text/html; charset=utf-8"}
ROBOTS = b"User-agent: *\nDisallow: /private\n"
Answer = tuple[int, dict[str, str], bytes]
ANSWERS: dict[str, Answer] = {
    "/robots.txt": (200, {"Content-Type": "text/plain"}, ROBOTS),
    "/page": (200, HTML, PAGE),
    "/page?q=%C3%A9%20x": (200, HTML, PAGE),
    "/bytes": (200, {"Content-Type": "text/html"}, b"caf\xe9"),
    "/latin": (200, {"Content-Type": "text/html; charset=iso-8859-1"}, b"caf\xe9"),
    "/odd": (200, {"Content-Type": "text/html; charset=klingon"}, b"plain"),
    "/packed": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(PAGE)),
    "/bomb": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(b"a" * 5_000_000)),
    "/brotli": (200, HTML | {"Content-Encoding": "br"}, b"x"),
    "/damaged": (200, HTML | {"Content-Encoding": "gzip"}, b"no gzip"),
    "/big": (200, HTML, b"a" * 200_000),
    "/image": (200, {"Content-Type": "image/png"}, b"x"),
    "/missing": (404, HTML, b"no"),
    "/busy": (429, HTML, b"no"),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/nowhere": (302, {}, b""),
    "/to-file": (302, {"Location": "file:///etc/hosts"}, b""),
    "/private": (200, HTML, PAGE),
}


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

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def web():
    with site(ANSWERS) as (address, _):
        yield address


def test_a_page_is_asked_for_once_after_its_robots_by_an_honest_name():
    with site(ANSWERS) as (address, asked):
        page = fetch(f"{address}/page", max_bytes=100_000)
    assert page.content == PAGE.decode() and page.url == f"{address}/page"
    assert asked == [("/robots.txt", AGENT), ("/page", AGENT)]
    assert AGENT.startswith("Undertone/")


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("/bytes", b"caf\xe9"),
        ("/latin", "café"),
        ("/odd", b"plain"),
        ("/packed", PAGE.decode()),
        ("/page?q=é x", PAGE.decode()),
    ],
)
def test_a_declared_encoding_is_believed(web, path, content):
    assert fetch(web + path, max_bytes=100_000).content == content


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/private", "robots.txt"),
        ("/image", "image/png"),
        ("/missing", "404"),
        ("/busy", "later"),
        ("/big", "larger than 100,000"),
        ("/bomb", "larger than 100,000"),
        ("/brotli", "br"),
        ("/damaged", "did not answer as it should"),
        ("/nowhere", "nowhere"),
        ("/to-file", "http and https"),
        ("/loop", "an address of this computer"),
    ],
)
def test_what_is_no_page_for_us_is_refused_with_a_reason(web, path, reason):
    with pytest.raises(FetchError, match=reason):
        fetch(web + path, max_bytes=100_000)


@pytest.mark.parametrize(
    "address", ["ftp://news.example/a", "http://", "http://[::1", "http://news.example:0/", "https://a:b@news.example/"]
)
def test_what_is_no_address_for_us_is_refused(address):
    with pytest.raises(FetchError):
        fetch(address, max_bytes=1000)


def test_a_rule_for_us_by_name_is_obeyed():
    rules = b"User-agent: *\nDisallow:\n\nUser-agent: undertone\nDisallow: /page\n"
    with (
        site({"/robots.txt": (200, {"Content-Type": "text/plain"}, rules), "/page": (200, HTML, PAGE)}) as (
            address,
            asked,
        ),
        pytest.raises(FetchError, match="leave this page alone"),
    ):
        fetch(f"{address}/page", max_bytes=1000)
    assert [path for path, _ in asked] == ["/robots.txt"]


def test_robots_that_cannot_be_read_are_respected():
    with (
        site({"/robots.txt": (503, HTML, b""), "/page": (200, HTML, PAGE)}) as (address, _),
        pytest.raises(FetchError, match="left alone"),
    ):
        fetch(f"{address}/page", max_bytes=1000)


def test_no_robots_allow_everything():
    with site({"/page": (200, HTML, PAGE)}) as (address, _):
        assert fetch(f"{address}/page", max_bytes=1000).content == PAGE.decode()


def test_redirects_are_followed_but_not_for_ever(monkeypatch):
    monkeypatch.setattr(fetching.ipaddress, "ip_address", lambda _: type("Address", (), {"is_global": True}))
    answers = {"/a": (301, {"Location": "/b"}, b""), "/b": (308, {"Location": "page"}, b""), "/page": (200, HTML, PAGE)}
    with site(answers | {"/loop": ANSWERS["/loop"]}) as (address, _):
        assert fetch(f"{address}/a", max_bytes=1000).url == f"{address}/page"
        with pytest.raises(FetchError, match="more than 5 times"):
            fetch(f"{address}/loop", max_bytes=1000)


def test_a_server_that_never_ends_is_left(monkeypatch):
    monkeypatch.setattr(fetching, "WHOLE_SECONDS", 0.3)
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def drip() -> None:
            held, _ = listening.accept()
            with held:
                while not done.wait(0.02):
                    try:
                        held.sendall(b"H")
                    except OSError:
                        return

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        with pytest.raises(FetchError, match="longer than"):
            fetch(f"http://127.0.0.1:{listening.getsockname()[1]}/page", max_bytes=1000)
        done.set()
        thread.join()


def test_a_host_that_is_not_there_is_told():
    with pytest.raises(FetchError, match="cannot be reached"):
        fetch("http://nobody.invalid/", max_bytes=1000)


def test_the_command_line_scores_an_address(web):
    told = CliRunner().invoke(main, ["score", f"{web}/page"], catch_exceptions=False)
    assert told.exit_code == 0 and told.stdout.startswith("Bridge")
    refused = CliRunner().invoke(main, ["score", f"{web}/private"], catch_exceptions=False)
    assert refused.exit_code == 3 and "robots.txt" in refused.stderr
