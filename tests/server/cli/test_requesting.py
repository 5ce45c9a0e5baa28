"""Which addresses are asked, and for how long: what a server says cannot lead elsewhere or keep us waiting."""

import socket
import time
from dataclasses import replace

import pytest

from server.cli import fetching, requesting
from server.cli.fetching import fetch
from server.cli.requesting import FetchError, get, parse
from tests.server.cli.sites import HTML_TYPE, PAGE, headed, saying


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
    monkeypatch.setattr(fetching, "FETCHING", replace(fetching.FETCHING, whole_seconds=0.4))
    with saying(start, *[b"y"] * 200) as address, pytest.raises(FetchError, match="longer than"):
        fetch(f"{address}/page", max_bytes=1000)


def test_a_server_that_never_shakes_hands_is_left(monkeypatch):
    monkeypatch.setattr(fetching, "FETCHING", replace(fetching.FETCHING, whole_seconds=0.4))
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        pytest.raises(FetchError, match="longer than"),
    ):
        fetch(f"https://127.0.0.1:{silent.getsockname()[1]}/", max_bytes=1000)
