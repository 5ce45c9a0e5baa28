"""What is installed, what is wrong, and how to mend it."""

import platform
import re
import shutil
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from gettext import gettext as _
from importlib.metadata import PackageNotFoundError, requires, version
from typing import Literal

from detector import languages, rules
from detector.dimensions import scoring
from detector.distribution import NAME
from detector.encoder import card, multilingual
from detector.errors import DataError, UndertoneError
from detector.schema import Model
from server.installation import command, pip_install, reinstall
from server.service.auth.pairing_store import PairingStore, StoreError
from server.settings import DEFAULTS, ServerSettings
from server.words import noted
from server.workers.jobs import analysis

BROWSERS = ("chromium", "google-chrome", "microsoft-edge", "brave-browser", "firefox", "firefox-esr")
SYSTEM = re.compile(r"sys_platform (==|!=) ['\"](\w+)['\"]")
NO_MODEL = Model("none", "none")
STATES = (noted("fine"), noted("note"), noted("wrong"))


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `state` is `wrong` where Undertone cannot work, `note` where it can but lacks something."""

    name: str
    state: Literal["fine", "note", "wrong"]
    found: str
    mend: str = ""


def examine(settings: ServerSettings = DEFAULTS) -> Iterator[Check]:
    """Look at everything, in the order in which one would mend it."""
    found = _("{version} on {system}").format(version=platform.python_version(), system=platform.system())
    yield Check("Python", "fine", found)
    yield from _packages()
    yield _rules()
    yield _reference()
    yield _sample()
    yield _others()
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
            yield Check(name, "wrong", _("missing"), pip_install(line))


def _is_of_this_system(requirement: str) -> bool:
    """Whether a requirement holds here: ours ask for the system alone (`; sys_platform != 'linux'`)."""
    marker = SYSTEM.search(requirement)
    return marker is None or (sys.platform == marker[2]) == (marker[1] == "==")


def _rules() -> Check:
    try:
        books, digest = [rules.load(code) for code in languages.codes()], rules.digest()
    except DataError as error:
        return Check(noted("rules"), "wrong", str(error), reinstall())
    count = sum(len(book.rules) for book in books)
    told = _("{count} rules for {languages} languages, sha256 {digest}")
    found = told.format(count=count, languages=len(books), digest=digest)
    return Check(noted("rules"), "fine", found)


def _reference() -> Check:
    try:
        table = scoring.reference(languages.DEFAULT)
    except DataError as error:
        return Check(noted("reference table"), "wrong", str(error), reinstall())
    if not table or not table["articles"]:
        found = _("provisional: percentiles mean nothing yet")
        return Check(noted("reference table"), "note", found, _("Install a later version."))
    found = _("{count} articles").format(count=table["articles"])
    return Check(noted("reference table"), "fine", found)


def _sample() -> Check:
    try:
        model = analysis(with_model=True).analyzer.engine.model or NO_MODEL
    except UndertoneError as error:
        return Check(noted("sample analysis"), "wrong", str(error), reinstall())
    found = _("works; model {name}, sha256 {digest}").format(name=model.name, digest=model.sha256)
    return Check(noted("sample analysis"), "fine", found)


def _others() -> Check:
    try:
        network = multilingual.load()
    except DataError as error:
        return Check(noted("other languages"), "wrong", str(error), reinstall())
    found = _("works; model {name}, sha256 {digest}").format(name=network.name, digest=network.sha256)
    return Check(noted("other languages"), "fine", found)


def _card() -> Check:
    try:
        name = card.read_card()["name"]
    except DataError as error:
        return Check(noted("model card"), "wrong", str(error), reinstall())
    return Check(noted("model card"), "fine", _("figures of {name}").format(name=name))


def _browsers() -> Check:
    found = [path for path in map(shutil.which, BROWSERS) if path]
    if not found:
        mend = _("Chrome, Edge, Brave or Firefox can load the extension.")
        return Check(noted("browsers"), "note", _("none on the PATH"), mend)
    return Check(noted("browsers"), "fine", ", ".join(found))


def _page(settings: ServerSettings) -> Check:
    if (settings.extension / "panel" / "panel.js").is_file():
        return Check(noted("page at /"), "fine", _("complete"))
    return Check(noted("page at /"), "wrong", _("its scripts are missing"), reinstall())


def _port(settings: ServerSettings) -> Check:
    with socket.socket() as probe:
        taken = probe.connect_ex((settings.host, settings.port)) == 0
    if taken:
        mend = _("Undertone may be running already; otherwise choose another: serve --port N")
        return Check(noted("port"), "note", _("{port} is in use").format(port=settings.port), mend)
    return Check(noted("port"), "fine", _("{port} is free").format(port=settings.port))


def _pairings(settings: ServerSettings) -> Check:
    try:
        pairings = PairingStore(settings.state).read().entries
    except StoreError as error:
        mend = _("`{command}` works once the file can be read.").format(command=command("pairings"))
        return Check(noted("pairings"), "wrong", str(error), mend)
    found = _("{count} in {folder}").format(count=len(pairings), folder=settings.state)
    return Check(noted("pairings"), "fine", found)
