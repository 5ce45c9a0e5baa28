"""Putting Undertone where the browsers of this account find it, and taking it away again without a rest."""

import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from server.install import autostart, browsers, waking
from server.installation import NATIVE_HOST, is_frozen
from server.settings import ServerSettings

KEPT = ("pairings.json", "pairings.lock", waking.LOCK)
CODE = "from server.install.native_host import main; main()"


def program(state: Path) -> Path:
    """The file that browsers start."""
    return state / ("host.bat" if sys.platform == "win32" else "host")


def install(home: Path, settings: ServerSettings) -> Iterator[tuple[str, Path]]:
    """Register the host with each browser found: its name, and the manifest that was written."""
    state = settings.state
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    launcher = program(state)
    launcher.write_text(_script(settings), encoding="utf-8")
    launcher.chmod(0o700)
    for browser in browsers.find_browsers(home):
        file = browsers.manifest_file(browser, home, state)
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(browsers.manifest(browser, launcher))
        browsers.register(browser, file)
        yield browser.name, file


def _script(settings: ServerSettings) -> str:
    """Starts the host with the Python that this runs with; `-P` keeps the browser's folder off the path of modules."""
    begin = [NATIVE_HOST] if is_frozen() else ["-P", "-c", CODE]
    line = [sys.executable, *begin, "--port", str(settings.port), "--state", str(settings.state)]
    if sys.platform == "win32":
        return f"@{subprocess.list2cmdline(line)} %*\n"
    return f'#!/bin/sh\nexec {shlex.join(line)} "$@"\n'


def uninstall(home: Path, settings: ServerSettings) -> list[Path]:
    """Remove all that `install` and the server wrote for this account; the files that were removed."""
    state, removed = settings.state, autostart.disable(home)
    manifests = {browsers.manifest_file(browser, home, state): browser for browser in browsers.BROWSERS}
    for browser in browsers.BROWSERS:
        browsers.unregister(browser)
    for file in (*manifests, program(state), *(state / name for name in KEPT)):
        if file.exists():
            file.unlink()
            removed.append(file)
    for folder in dict.fromkeys(file.parent for file in removed):
        _drop(folder)
    return removed


def _drop(folder: Path) -> None:
    """Remove a folder of ours that is empty now; one of a browser's or the session's own stays where it holds more."""
    if folder.name in ("NativeMessagingHosts", "native-messaging-hosts", "undertone", "default.target.wants"):
        with suppress(OSError):
            folder.rmdir()
