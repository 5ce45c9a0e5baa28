"""The service asks for no address, whatever a page names."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from server.app import create_app
from tests.server.stub_jobs import InProcess

PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*/page.html"))
LURES = """<link rel="stylesheet" href="http://169.254.169.254/latest"><img src="http://127.0.0.1:1/x"><iframe
src="http://localhost/"></iframe><base href="http://10.0.0.1/"><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
<link rel="canonical" href="http://192.168.0.1/"><meta http-equiv="refresh" content="0;url=http://127.0.0.1:2/">&e;"""


@pytest.fixture
def nobody_to_ask(monkeypatch):
    """Any way to the network is an error; gives what was tried."""
    tried = []

    def refuse(*asked, **_):
        tried.append(asked[1:])
        raise AssertionError(f"the network was asked for {asked[1:]}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(f"socket.socket.{name}", refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(f"socket.{name}", refuse)
    return tried


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_no_analysis_reaches_for_the_network(nobody_to_ask, page):
    html = page.read_text(encoding="utf-8").replace("<body", f"{LURES}<body", 1)
    asked = {"html": html, "url": "http://169.254.169.254/latest/meta-data/"}
    assert create_app(InProcess()).test_client().post("/v1/analyze", json=asked).status_code == 200
    assert nobody_to_ask == []


def test_the_watch_would_see_a_request(nobody_to_ask):
    with pytest.raises(AssertionError), socket.socket() as asking:
        asking.connect(("127.0.0.1", 9))
    assert nobody_to_ask == [(("127.0.0.1", 9),)]


def test_the_service_does_not_know_what_fetches():
    fetch = "{'server.fetching', 'server.requesting'}"
    source = f"import sys, server.app, server.service; sys.exit(not {fetch}.isdisjoint(sys.modules))"
    assert subprocess.run([sys.executable, "-c", source], check=False).returncode == 0
