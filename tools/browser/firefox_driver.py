"""Debian's Firefox ESR with the extension installed, driven by Mozilla's own Marionette client."""

import gc
import json
import shutil
import socket
import urllib.request
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tools.browser.chromium_driver import EXTENSION, PANEL, WELCOME, find

with warnings.catch_warnings():
    # Marionette imports telnetlib, and its companions hold escapes that a newer Python frowns upon.
    warnings.simplefilter("ignore", DeprecationWarning)
    from marionette_driver import Wait
    from marionette_driver.addons import Addons
    from marionette_driver.by import By
    from marionette_driver.marionette import ActionSequence, Marionette

ID = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))["browser_specific_settings"]["gecko"]["id"]
WIDGET = ID.replace("@", "_").replace(".", "_") + "-browser-action"
ADDRESS = f"""
    const {{ExtensionParent}} = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
    const tab = ExtensionParent.apiManager.global.tabTracker.getId(window.gBrowser.selectedTab);
    return `moz-extension://${{WebExtensionPolicy.getByID(arguments[0]).mozExtensionHostname}}{PANEL}?tab=${{tab}}`;
"""
SIDEBAR = "return (window.SidebarController ?? window.SidebarUI).isOpen"
ALLOW_PRIVATE = """
    const [id, done] = arguments;
    const {ExtensionPermissions} = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
    ExtensionPermissions.add(id, {permissions: ["internal:privateBrowsingAllowed"], origins: []}).then(() => done());
"""
BUTTON = f"#{WIDGET} .unified-extensions-item-action-button"


class Firefox:
    """A browser with the extension on its toolbar."""

    def __init__(self, marionette: Marionette) -> None:
        self.marionette = marionette

    def open(self, address: str) -> None:
        """Go to an address."""
        self.marionette.navigate(address)

    @contextmanager
    def private_window(self) -> Iterator[None]:
        """Be in a private window for a while; then it is closed."""
        page = self.marionette.current_window_handle
        opened = self.marionette.open(type="window", focus=True, private=True)["handle"]
        self.marionette.switch_to_window(opened)
        yield
        self.marionette.close()
        self.marionette.switch_to_window(page)

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script, run in the page as a function body, returns."""
        return self.marionette.execute_script(script, script_args=list(arguments), sandbox=None)

    def click(self) -> None:
        """Click the toolbar button."""
        with self.marionette.using_context("chrome"):
            self.marionette.execute_script(
                "window.CustomizableUI.addWidgetToArea(arguments[0], window.CustomizableUI.AREA_NAVBAR)",
                script_args=[WIDGET],
            )
            Wait(self.marionette, timeout=5).until(lambda driver: driver.find_element(By.CSS_SELECTOR, BUTTON)).click()

    def has_sidebar(self) -> bool:
        """Whether a panel is open at the side of the window."""
        with self.marionette.using_context("chrome"):
            return bool(self.marionette.execute_script(SIDEBAR))

    @contextmanager
    def panel(self) -> Iterator[None]:
        """Go to the panel of the tab in front, in a tab of its own, for a while; then the tab is in front again."""
        with self.marionette.using_context("chrome"):
            address = self.marionette.execute_script(ADDRESS, script_args=[ID])
        page = self.marionette.current_window_handle
        opened = self.marionette.open(type="tab", focus=True)["handle"]
        self.marionette.switch_to_window(opened)
        self.open(address)
        yield
        self.marionette.close()
        self.marionette.switch_to_window(page)

    def press(self, x: float, y: float) -> None:
        """Click with the mouse at a point of the viewport."""
        mouse = ActionSequence(self.marionette, "pointer", "mouse", {"pointerType": "mouse"})
        mouse.pointer_move(int(x), int(y)).click().perform()

    def wait(self, script: str, seconds: float = 20) -> Any:
        """Wait until a script returns something true, and return it."""
        return Wait(self.marionette, timeout=seconds).until(lambda _: self.run(script))

    def wait_for_window(self, known: set[str]) -> set[str]:
        """Wait until there are windows beside the known ones, and return their handles."""
        return Wait(self.marionette, timeout=15).until(lambda driver: set(driver.window_handles) - known)


def pair(server: str, code: str) -> str:
    """The token that a server gives for a code."""
    body = json.dumps({"code": code, "name": "Firefox"}).encode()
    asked = urllib.request.Request(f"{server}/pair", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(asked, timeout=20) as answer:
        return str(json.load(answer)["token"])


def copy_for(server: str, token: str, folder: Path) -> Path:
    """The extension as it is, but paired with another server: its storage cannot be reached from outside in Firefox."""
    copy = Path(shutil.copytree(EXTENSION, folder / "extension"))
    with (copy / "background.js").open("a", encoding="utf-8") as background:
        background.write(f"\nchrome.storage.local.set({json.dumps({'server': server, 'token': token})});\n")
    return copy


@contextmanager
def firefox(
    extension: Path,
    *,
    dark: bool = False,
    width: int = 1200,
    height: int = 900,
    welcomed: bool = False,
    is_private: bool = False,
) -> Iterator[Firefox]:
    """A fresh Firefox with the extension; `news.test` is this machine. Its first page is in front if `welcomed`.

    With `is_private` the extension is allowed in private windows.
    """
    with TemporaryDirectory() as logs, driving(extension, dark, logs, is_private) as marionette:
        marionette.set_window_rect(width=width, height=height)
        greet(marionette, welcomed)
        yield Firefox(marionette)


def greet(marionette: Marionette, welcomed: bool) -> None:
    """Wait for the first page, which the extension opens once it is installed; go to it, or close it."""
    blank = marionette.current_window_handle
    (welcome,) = Wait(marionette, timeout=15).until(lambda driver: set(driver.window_handles) - {blank})
    marionette.switch_to_window(welcome)
    Wait(marionette, timeout=15).until(lambda driver: driver.get_url().endswith(WELCOME))  # a new tab begins blank
    if not welcomed:
        marionette.close()
        marionette.switch_to_window(blank)


@contextmanager
def driving(extension: Path, dark: bool, logs: str, is_private: bool) -> Iterator[Marionette]:
    """Marionette with the extension installed. `logs` must be a folder: a file would be deleted first."""
    with untidy():
        marionette = Marionette(
            bin=find("firefox-esr", "firefox"),
            headless=True,
            port=free_port(),
            gecko_log=logs,
            app_args=["--remote-allow-system-access"],
            prefs={
                "network.dns.localDomains": "news.test",
                "layout.css.prefers-color-scheme.content-override": 0 if dark else 1,
            },
        )
    try:
        with untidy():
            marionette.start_session()
        if is_private:
            with marionette.using_context("chrome"):
                marionette.execute_async_script(ALLOW_PRIVATE, script_args=[ID])
        Addons(marionette).install(str(extension), temp=True)
        yield marionette
    finally:
        with untidy():
            marionette.quit()
            marionette.cleanup()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def untidy() -> Iterator[None]:
    """While Marionette starts and stops it leaves sockets to the garbage collector: collect them here, unheard."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield
        gc.collect()
