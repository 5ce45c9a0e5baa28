"""The browsers of this account, and where each looks for the programs that extensions may start (native messaging).

https://developer.chrome.com/docs/extensions/develop/concepts/native-messaging and
https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Native_manifests say which folders and keys.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HOST = "org.undertone.host"
CHROMIUM_IDS = ("kbdhjllencmpnlcnaebllejfdlmiofnf",)  # of the `key` in the extension's manifest; a store's own joins it
FIREFOX_IDS = ("undertone@undertone.local",)
ORIGINS = tuple(f"chrome-extension://{name}" for name in CHROMIUM_IDS)


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser: the folder of its profiles on Linux and macOS, below the account's folder for such, its key in
    Windows' registry below `HKEY_CURRENT_USER\\Software`, and the name of its folder of manifests."""

    name: str
    linux: str
    macos: str
    windows: str
    hosts: str = "NativeMessagingHosts"
    is_firefox: bool = False


BROWSERS = (
    Browser("Chrome", "google-chrome", "Google/Chrome", r"Google\Chrome"),
    Browser("Chromium", "chromium", "Chromium", "Chromium"),
    Browser("Edge", "microsoft-edge", "Microsoft Edge", r"Microsoft\Edge"),
    Browser("Brave", "BraveSoftware/Brave-Browser", "BraveSoftware/Brave-Browser", r"BraveSoftware\Brave-Browser"),
    Browser("Firefox", ".mozilla", "Mozilla", "Mozilla", "native-messaging-hosts", is_firefox=True),
)


def profiles(browser: Browser, home: Path) -> Path:
    """The folder of a browser's profiles, and on Linux and macOS of its manifests."""
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / browser.macos
    if browser.is_firefox:
        return home / browser.linux
    return Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / browser.linux


def manifest_file(browser: Browser, home: Path, state: Path) -> Path:
    """Where the manifest of our host stands for a browser; on Windows the registry names the one in our own folder."""
    if sys.platform == "win32":
        return state / f"{HOST}.{'firefox' if browser.is_firefox else 'chromium'}.json"
    folder = "NativeMessagingHosts" if sys.platform == "darwin" else browser.hosts
    return profiles(browser, home) / folder / f"{HOST}.json"


def find_browsers(home: Path) -> Iterator[Browser]:
    """The browsers that this account has used."""
    for browser in BROWSERS:
        if sys.platform == "win32" or profiles(browser, home).is_dir():
            yield browser


def manifest(browser: Browser, program: Path) -> bytes:
    """What the browser reads: which program it may start, and for which extensions alone."""
    allowed: dict[str, Sequence[str]] = (
        {"allowed_extensions": FIREFOX_IDS}
        if browser.is_firefox
        else {"allowed_origins": [f"{origin}/" for origin in ORIGINS]}
    )
    about = {"name": HOST, "description": "Starts Undertone", "path": str(program), "type": "stdio"}
    return json.dumps(about | allowed, indent=2).encode()


def register(browser: Browser, file: Path) -> None:
    """Tell Windows where the manifest stands; elsewhere its place says so."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - Windows alone has it

        winreg.SetValue(winreg.HKEY_CURRENT_USER, _key(browser), winreg.REG_SZ, str(file))


def unregister(browser: Browser) -> None:
    """Take that back; nothing where it was never told."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415

        try:
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, _key(browser))
        except FileNotFoundError:
            return


def _key(browser: Browser) -> str:
    return rf"Software\{browser.windows}\NativeMessagingHosts\{HOST}"
