"""What is installed, what is wrong, and how to mend it."""

import platform
import re
import shutil
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from typing import Literal

from detector import languages, rules
from detector.dimensions import scoring
from detector.distribution import NAME
from detector.encoder import card
from detector.errors import DataError, UndertoneError
from detector.schema import Model
from server.installation import command, pip_install, reinstall
from server.service.auth.pairing_store import PairingStore, StoreError
from server.settings import DEFAULTS, ServerSettings
from server.workers.jobs import analysis

BROWSERS = ("chromium", "google-chrome", "microsoft-edge", "brave-browser", "firefox", "firefox-esr")
SYSTEM = re.compile(r"sys_platform (==|!=) ['\"](\w+)['\"]")
NO_MODEL = Model("none", "none")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `state` is `wrong` where Undertone cannot work, `note` where it can but lacks something."""

    name: str
    state: Literal["fine", "note", "wrong"]
    found: str
    mend: str = ""


def examine(settings: ServerSettings = DEFAULTS) -> Iterator[Check]:
    """Look at everything, in the order in which one would mend it."""
    yield Check("Python", "fine", f"{platform.python_version()} on {platform.system()}")
    yield from _packages()
    yield _rules()
    yield _reference()
    yield _sample()
    yield _card()
    yield _browsers()
    yield _page(settings)
    yield _port(settings)
    yield _pairings(settings)


def _packages() -> Iterator[Check]:
    for line in requires(NAME) or ():
        if "extra ==" in line or not _is_of_this_system(line):
            continue
        name = re.split(r"[^\w.-]", line, maxsplit=1)[0]
        try:
            yield Check(name, "fine", version(name))
        except PackageNotFoundError:
            yield Check(name, "wrong", "missing", pip_install(line))


def _is_of_this_system(requirement: str) -> bool:
    """Whether a requirement holds here: ours ask for the system alone (`; sys_platform != 'linux'`)."""
    marker = SYSTEM.search(requirement)
    return marker is None or (sys.platform == marker[2]) == (marker[1] == "==")


def _rules() -> Check:
    try:
        books, digest = [rules.load(code) for code in languages.codes()], rules.digest()
    except DataError as error:
        return Check("rules", "wrong", str(error), reinstall())
    return Check("rules", "fine", f"{sum(len(book.rules) for book in books)} rules, sha256 {digest}")


def _reference() -> Check:
    try:
        table = scoring.reference(languages.DEFAULT)
    except DataError as error:
        return Check("reference table", "wrong", str(error), reinstall())
    if not table or not table["articles"]:
        return Check("reference table", "note", "provisional: percentiles mean nothing yet", "Install a later version.")
    return Check("reference table", "fine", f"{table['articles']} articles, {table['made']}")


def _sample() -> Check:
    try:
        model = analysis(with_model=True).analyzer.engine.model or NO_MODEL
    except UndertoneError as error:
        return Check("sample analysis", "wrong", str(error), reinstall())
    return Check("sample analysis", "fine", f"answers; model {model.name}, sha256 {model.sha256}")


def _card() -> Check:
    try:
        name = card.read()["name"]
    except DataError as error:
        return Check("model card", "wrong", str(error), reinstall())
    return Check("model card", "fine", f"figures of {name}")


def _browsers() -> Check:
    found = [path for path in map(shutil.which, BROWSERS) if path]
    if not found:
        return Check("browsers", "note", "none on the PATH", "Chrome, Edge, Brave or Firefox can load the extension.")
    return Check("browsers", "fine", ", ".join(found))


def _page(settings: ServerSettings) -> Check:
    if (settings.extension / "panel" / "panel.js").is_file():
        return Check("page at /", "fine", "complete")
    return Check("page at /", "wrong", "its scripts are missing", reinstall())


def _port(settings: ServerSettings) -> Check:
    with socket.socket() as probe:
        taken = probe.connect_ex((settings.host, settings.port)) == 0
    if taken:
        return Check("port", "note", f"{settings.port} is in use", "Undertone may be running; else serve --port N.")
    return Check("port", "fine", f"{settings.port} is free")


def _pairings(settings: ServerSettings) -> Check:
    try:
        held = PairingStore(settings.state).read().held
    except StoreError as error:
        return Check("pairings", "wrong", str(error), f"`{command('pairings')}` works once the file can be read.")
    return Check("pairings", "fine", f"{len(held)} in {settings.state}")
