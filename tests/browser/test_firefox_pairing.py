"""The way of a new reader in a real Firefox: first page, pairing by the code, the sample, the first marks."""

from server.service.auth.pairing_store import PairingStore
from tools.browser.chromium_driver import EXTENSION, WELCOME
from tools.browser.firefox_driver import Firefox, firefox
from tools.browser.looking import PAINTED
from tools.browser.newsroom import ROOT, raw_words

STATUS = "return document.querySelector('#connection .status')?.textContent"
FILL = """
    const [id, value] = arguments;
    const field = document.getElementById(id);
    field.value = value;
    field.form.requestSubmit();
"""


def wait_for_status(fox: Firefox, words: str) -> None:
    fox.wait(f"{STATUS}?.includes({words!r})")


def test_from_the_first_page_to_the_first_marks(server: str, pairings: PairingStore) -> None:
    with firefox(EXTENSION, welcomed=True) as fox:
        assert fox.marionette.get_url().endswith(WELCOME)
        wait_for_status(fox, "server")
        fox.run(FILL, "address", server)
        wait_for_status(fox, "not paired with it yet")
        code = pairings.new_code()
        fox.run(FILL, "code", "WRNG-CDEF")
        fox.wait(
            "return [...document.querySelectorAll('.wrong')].some((line) => /not the code/.test(line.textContent))"
        )
        fox.run(FILL, "code", code)
        wait_for_status(fox, "Connected. Undertone 0.1.0 answers")
        assert pairings.read().entries[-1].name == "Firefox"
        assert pairings.read().entries[-1].origin.startswith("moz-extension://")
        before = set(fox.marionette.window_handles)
        fox.run("document.getElementById('sample').click()")
        (sample,) = fox.wait_for_window(before)
        fox.marionette.switch_to_window(sample)
        fox.wait("return document.readyState === 'complete' && location.pathname === '/static/sample.html'")
        fox.click()
        fox.wait("return CSS.highlights.size > 0")
        assert fox.run(f"return Object.values(({PAINTED})()).flat().sort()") == raw_words(
            (ROOT / "server" / "service" / "static" / "sample.html").read_bytes()
        )


def test_the_settings_open_and_hold(server: str) -> None:
    with firefox(EXTENSION, welcomed=True) as fox:
        fox.open(fox.marionette.get_url().replace(WELCOME, "/options/options.html"))
        fox.wait("return document.querySelectorAll('#sensitivity input').length === 3")
        fox.run("document.querySelector('#sensitivity input[value=calm]').click()")
        fox.run(
            "const select = document.getElementById('language'); select.value = 'de';"
            "select.dispatchEvent(new Event('change', {bubbles: true}))"
        )
        fox.wait("return document.querySelector('h1')?.textContent === 'Einstellungen'")
        assert fox.wait("return document.querySelector('#sensitivity input:checked')?.value") == "calm"
