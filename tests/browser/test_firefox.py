"""The same extension in a real Firefox: marks at the right words, a card on click, and nothing left afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from server.service.auth.pairing_store import PairingStore
from tools.browser.answers import REMARKS
from tools.browser.firefox_driver import Firefox, copy_for, firefox, pair
from tools.browser.looking import PAINTED
from tools.browser.looking import UNDER as FOUND
from tools.browser.newsroom import ROOT, TOKEN, raw_words

LAYER = "document.querySelector('undertone-layer')?.shadowRoot"
PANEL = "document.getElementById('panel')"
UNDER = f"return ({FOUND})(arguments[0])"


@pytest.fixture(scope="session")
def opened(stub_server: tuple[Flask, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Firefox with the extension asking the stand-in server, once for the whole run."""
    with firefox(copy_for(stub_server[1], TOKEN, tmp_path_factory.mktemp("firefox"))) as browser:
        yield browser


@pytest.fixture
def fox(opened: Firefox, stub: Flask) -> Iterator[Firefox]:
    """Firefox, the stand-in server having seen nothing yet; the page is left, so that it asks nothing any more."""
    assert stub.config["SEEN"] == []
    yield opened
    opened.open("about:blank")


def read(fox: Firefox, address: str) -> None:
    fox.open(address)
    fox.click()
    with fox.panel():
        wait_for_report(fox)


def wait_for_report(fox: Firefox) -> None:
    fox.wait(f"return {PANEL}?.querySelector('.sum, .state h2')?.textContent && !{PANEL}.querySelector('.wait')")


@pytest.mark.parametrize("name", ["story", "strict-hostile", "dark"])
def test_every_remark_is_painted_at_its_words(fox: Firefox, news: str, name: str) -> None:
    read(fox, f"{news}/{name}")
    for words, *_ in REMARKS:
        assert fox.run(UNDER, words)["found"] == [words]
    names = fox.run("return [...CSS.highlights.keys()].sort()")
    assert all(key.endswith("-dark") for key in names) == (name == "dark")


def test_the_click_opens_the_sidebar_and_hides_no_word(fox: Firefox, news: str) -> None:
    fox.open(f"{news}/strict-hostile")
    fox.click()
    fox.wait("return innerWidth <= outerWidth - 200 && CSS.highlights.size > 0")
    assert fox.has_sidebar()
    hidden = """
        const range = document.createRange();
        range.selectNodeContents(document.querySelector("article, main"));
        return [...range.getClientRects()].filter(({left, right}) => left < 0 || right > innerWidth).length;
    """
    assert fox.run(hidden) == 0
    with fox.panel():
        wait_for_report(fox)
        assert fox.run(f"return getComputedStyle({PANEL}.querySelector('.sum')).fontSize") == "18px"


def test_clicking_marked_words_opens_their_card(fox: Firefox, news: str) -> None:
    read(fox, f"{news}/story")
    at = fox.run(UNDER, "bitterly")
    fox.press(at["x"], at["y"])
    card = fox.wait(f"return {LAYER}.querySelector('.card')?.innerText")
    assert "Loaded wording · editorial adverb" in card
    assert "Instead: strongly" in card
    fox.press(at["x"] + 150, at["y"])
    assert fox.wait(f"return !{LAYER}.querySelector('.card')")
    with fox.panel():
        assert fox.wait(f"return {PANEL}.querySelector('.f.on .x')?.textContent") == "bitterly"
        fox.run(f"[...{PANEL}.querySelectorAll('ol .x')].find((x) => x.textContent === 'so-called').click()")
    fox.wait("return [...(CSS.highlights.get('undertone-active') ?? [])].map(String).includes('so-called')")


def test_markup_is_shown_literally(fox: Firefox, news: str) -> None:
    fox.open(f"{news}/markup")
    fox.click()
    with fox.panel():
        wait_for_report(fox)
        words = fox.run(f"return [...{PANEL}.querySelectorAll('.f .x')].map((entry) => entry.textContent)")
        assert '<b onclick="alert(1)">KEEP OUT</b>' in words
        assert fox.run(f"return {PANEL}.querySelectorAll('b[onclick], script').length") == 0


def test_a_second_click_leaves_nothing(fox: Firefox, news: str) -> None:
    fox.open(f"{news}/story")
    before = fox.run("return document.documentElement.outerHTML")
    fox.click()
    fox.wait("return CSS.highlights.size === 6")
    fox.click()
    assert fox.wait("return !document.querySelector('undertone-layer')")
    assert fox.run("return CSS.highlights.size") == 0
    assert fox.run("return document.documentElement.outerHTML") == before


def test_the_background_asks_once_as_the_extension(fox: Firefox, news: str, stub: Flask) -> None:
    read(fox, f"{news}/story")
    (seen,) = stub.config["SEEN"]
    assert seen["origin"].startswith("moz-extension://")
    assert seen["url"] == f"{news}/story"


def test_the_real_server_and_the_sample(server: str, pairings: PairingStore, tmp_path: Path) -> None:
    with firefox(copy_for(server, pair(server, pairings.new_code()), tmp_path)) as other:
        read(other, f"{server}/static/sample.html")
        painted = other.run(f"return Object.values(({PAINTED})()).flat().sort()")
        assert painted == raw_words((ROOT / "server" / "service" / "static" / "sample.html").read_bytes())


def test_a_problem_is_told_in_the_readers_words(fox: Firefox, news: str, stub: Flask) -> None:
    stub.config["PROBLEM"] = ("too-many-requests", "Ask again in a second.")
    fox.open(f"{news}/story")
    fox.click()
    with fox.panel():
        wait_for_report(fox)
        assert "asked more often than it allows" in fox.run(f"return {PANEL}.querySelector('.state').innerText")
