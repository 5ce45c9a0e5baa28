"""Nothing on our own pages is cut off or lies over anything else: at any usual size and at 200 %, in both languages."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tools.browser.chromium_driver import Chromium
from tools.browser.fit import unfit
from tools.browser.own_scenes import OWN
from tools.browser.stage import Stage

LANGUAGES = ("en", "de")
SIZES = {
    "wide": (1280, 800),
    "phone": (390, 844),
    "wide at 200 %": (640, 400),
    "narrow at 200 %": (320, 400),
    "phone at 200 %": (195, 422),
}
SCHEMES: tuple[Any, ...] = ("light", "dark")


def misfits(page: Page) -> list[str]:
    """What does not fit at one of the sizes, by the size."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for name, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            found += [f"{name}, {scheme}: {told}" for told in unfit(page)]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(f"{name}, {scheme}: wider than the window")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OWN)
def test_settings_and_first_page(stage: Stage, name: str, language: str) -> None:
    OWN[name](stage)
    stage.browser.keep(language=language)
    if name.startswith("first-"):  # the settings turn to another language by themselves
        stage.page.reload()
    expect(stage.page.locator("html")).to_have_attribute("lang", language)
    expect(stage.page.locator("#connection .status")).not_to_have_attribute("data-state", "checking")
    stage.page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert misfits(stage.page) == []


@pytest.fixture(params=LANGUAGES)
def paste(browser: Chromium, server: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page at `/` in a language."""
    page = browser.context.new_page()
    page.set_extra_http_headers({"Accept-Language": request.param})
    page.goto(server)
    assert page.locator("html").get_attribute("lang") == request.param
    yield page
    page.close()


def test_the_paste_page(paste: Page) -> None:
    assert misfits(paste) == []
    paste.locator("#text").fill("https://news.example/a-story-with-a-long-address-that-has-no-place-to-break")
    expect(paste.locator("#command")).to_be_visible()
    assert misfits(paste) == []
    paste.locator("#text").fill("Council votes on the bridge\n\nIt will be mended.")
    expect(paste.locator("#kind")).to_be_visible()
    assert misfits(paste) == []
    paste.locator("#sample").click()
    expect(paste.locator("#panel .sum")).to_be_visible()
    paste.locator("#panel .v").first.click()
    assert misfits(paste) == []


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("width: 40px; overflow: hidden; white-space: nowrap", "cut p"),
        ("position: relative; left: 2000px; width: 300px", "beyond p"),
        ("margin-top: -14px", "over"),
    ],
)
def test_what_does_not_fit_is_seen(browser: Chromium, style: str, told: str) -> None:
    page = browser.context.new_page()
    page.set_content(f"<p style='margin: 0'>One line of words.</p><p style='{style}'>And one more of them.</p>")
    found = unfit(page)
    page.close()
    assert len(found) == 1
    assert found[0].startswith(told)
