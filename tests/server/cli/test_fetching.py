"""Fetching is polite and bounded: a site on loopback stands for the web."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import StreamRequestHandler, ThreadingTCPServer

import pytest
from click.testing import CliRunner

from server.cli import fetching, main, requesting
from server.cli.fetching import fetch
from server.cli.requesting import AGENT, FetchError, get, parse

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
    monkeypatch.setattr(requesting.ipaddress, "ip_address", lambda _: type("Address", (), {"is_global": True}))
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


HTML_TYPE = b"Content-Type: text/html"


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (PAGE[:-20], b"Content-Length: %d" % len(PAGE)),
        (PAGE[:-20], b"Content-Length: 99999999999999999999"),
        (gzip.compress(PAGE)[:-12], b"Content-Encoding: gzip"),
        (b"%x\r\n" % len(PAGE) + PAGE[:-20], b"Transfer-Encoding: chunked"),
        (b"zz\r\n" + PAGE, b"Transfer-Encoding: chunked"),
    ],
    ids=["short", "far too short", "gzip", "a chunk", "no size of a chunk"],
)
def test_a_page_that_was_cut_off_is_not_scored(body, header):
    with saying(headed(body, HTML_TYPE, header)) as address, pytest.raises(FetchError, match="cut off"):
        fetch(f"{address}/page", max_bytes=1000)


def test_a_page_packed_in_several_parts_is_whole():
    packed = gzip.compress(PAGE[:30]) + gzip.compress(PAGE[30:])
    with saying(headed(packed, HTML_TYPE, b"Content-Encoding: gzip")) as address:
        assert fetch(f"{address}/page", max_bytes=1000).content == PAGE


@pytest.mark.parametrize("charset", ["idna", "punycode", "undefined", "base64", "rot13", "a\0b", "x" * 5_000, "é"])
def test_an_encoding_that_is_none_of_texts_is_left_to_the_detector(charset):
    kind = f"Content-Type: text/html; charset={charset}".encode("iso-8859-1")
    with saying(headed(b"caf\xe9", kind)) as address:
        assert fetch(f"{address}/page", max_bytes=1000).content == b"caf\xe9"


@pytest.mark.parametrize(
    "place",
    [
        b"http://[::1",
        b"http://a b\0/",
        b"http://\x1b[31mred.invalid/",
        b"http://a..b/",
        "http://a\u2100b/".encode(),
        b"http://" + b"a" * 70 + b".invalid/",
        b"http://127.0.0.1:99999/",
        b"http://x\x9b.invalid/",
    ],
)
def test_a_redirect_to_what_is_no_address_is_refused(place):
    with (
        saying(headed(b"", b"Location: " + place, status=b"302 Found")) as address,
        pytest.raises(FetchError, match=r"no valid address|whole http"),
    ):
        fetch(f"{address}/page", max_bytes=1000)


@pytest.mark.parametrize(
    ("url", "host", "named", "path"),
    [
        ("http://bücher.example/ü", "xn--bcher-kva.example", "xn--bcher-kva.example", "/%C3%BC"),
        ("https://ＮＥＷＳ.example:8443", "news.example", "news.example:8443", "/"),
        ("http://[::1]:80/a?b#c", "::1", "[::1]:80", "/a?b"),
    ],
)
def test_an_address_names_its_host_in_ascii(url, host, named, path):
    target = parse(url)
    assert (target.host, target.named, target.path) == (host, named, path)


def test_a_redirect_may_name_its_host_in_other_letters(monkeypatch):
    asked = []
    with saying(headed(b"", "Location: http://bücher.example/ü".encode(), status=b"302 Found")) as address:
        port = int(address.rpartition(":")[2])

        def look_up(host, *_, **__):
            asked.append(host)
            return [found("127.0.0.1" if host == "127.0.0.1" else "10.0.0.1", port)]

        monkeypatch.setattr(requesting.socket, "getaddrinfo", look_up)
        with pytest.raises(FetchError, match=r"xn--bcher-kva\.example, an address of this computer"):
            fetch(f"{address}/page", max_bytes=1000)
    assert asked[-1] == "xn--bcher-kva.example"


def found(host, port):
    """An address as a lookup gives it."""
    return socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (host, port)


@pytest.mark.parametrize("line", [b"Request-rate: 9/\xc2\xb2", b"Allow: http://[::1", b"Disallow: //%5B", b"\xff\0: x"])
def test_a_line_of_robots_that_cannot_be_read_leaves_the_others(line):
    rules = headed(b"User-agent: *\n" + line + b"\nDisallow: /private\n", b"Content-Type: text/plain")
    with saying(headed(PAGE, HTML_TYPE), robots=rules) as address:
        assert fetch(f"{address}/page", max_bytes=1000).content == PAGE
        assert fetch(f"{address}//[page", max_bytes=1000).content == PAGE
        with pytest.raises(FetchError, match="leave this page alone"):
            fetch(f"{address}/private", max_bytes=1000)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0", "127.1", "2130706433", "[::ffff:127.0.0.1]"])  # noqa: S104
def test_a_host_of_this_network_is_judged_before_it_is_connected_to(host):
    with socket.create_server(("127.0.0.1", 0)) as private:
        place = f"Location: http://{host}:{private.getsockname()[1]}/".encode()
        with (
            saying(headed(b"", place, status=b"302 Found")) as address,
            pytest.raises(FetchError, match="an address of this computer"),
        ):
            fetch(f"{address}/page", max_bytes=1000)
        private.setblocking(False)
        with pytest.raises(BlockingIOError):
            private.accept()


def test_a_name_is_looked_up_once_and_what_was_judged_is_connected_to(monkeypatch):
    judged, lookups = [], []
    with saying(headed(PAGE, HTML_TYPE)) as address:
        places = [found("127.0.0.1", 1), found("127.0.0.1", int(address.rpartition(":")[2]))]  # nobody is at the first
        monkeypatch.setattr(requesting.socket, "getaddrinfo", lambda host, *_, **__: lookups.append(host) or places)
        monkeypatch.setattr(requesting, "_is_global", lambda place: judged.append(place) or True)
        answer = get(parse("http://news.example/page"), 1000, time.monotonic() + 20, may_be_local=False)
    assert answer.body == PAGE
    assert lookups == ["news.example"] and judged == [place for *_, place in places]


def test_a_host_with_one_address_of_this_network_is_refused(monkeypatch):
    places = [found("93.184.216.34", 80), found("10.0.0.1", 80)]
    monkeypatch.setattr(requesting.socket, "getaddrinfo", lambda *_, **__: places)
    with pytest.raises(FetchError, match="an address of this computer"):
        get(parse("http://news.example/"), 1000, time.monotonic() + 20, may_be_local=False)


@pytest.mark.parametrize("start", [b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: y", b"HT"])
def test_a_server_that_drips_is_left_wherever_it_drips(monkeypatch, start):
    monkeypatch.setattr(fetching, "WHOLE_SECONDS", 0.4)
    with saying(start, *[b"y"] * 200) as address, pytest.raises(FetchError, match="longer than"):
        fetch(f"{address}/page", max_bytes=1000)


def test_a_server_that_never_shakes_hands_is_left(monkeypatch):
    monkeypatch.setattr(fetching, "WHOLE_SECONDS", 0.4)
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        pytest.raises(FetchError, match="longer than"),
    ):
        fetch(f"https://127.0.0.1:{silent.getsockname()[1]}/", max_bytes=1000)
