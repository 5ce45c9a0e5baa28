"""How the Undertone that runs is called and installed, so that what it tells people to type works where it runs."""

import json
import shlex
import shutil
import sys
from gettext import gettext as _
from pathlib import Path
from urllib.parse import urlsplit

from detector.distribution import NAME

COMMAND = "undertone"
NATIVE_HOST = "native-host"  # what browsers tell the program of one file first; no command of the command line


def is_frozen() -> bool:
    """Whether this is the program of one file, which PyInstaller makes."""
    return bool(getattr(sys, "frozen", False))


def command(*words: str) -> str:
    """What to type, in the folder where this runs, for `undertone` with these arguments."""
    called = Path(sys.argv[0])
    script = called if called.stem == COMMAND else Path(sys.executable).with_name(COMMAND)
    return shlex.join([_typed(script), *words])


def pip_install(*words: str) -> str:
    """What to type to install something where this Undertone is installed."""
    return shlex.join([_typed(Path(sys.executable)), "-m", "pip", "install", *words])


def pip_install_extra(extra: str) -> str:
    """What to type to add the packages of an extra; pip takes the Undertone that is there, and looks for no other."""
    return pip_install(f"{NAME}[{extra}]")


def reinstall() -> str:
    """How to mend damaged files of Undertone, from where they came. Raises `PackageNotFoundError`."""
    if is_frozen():
        return "Put a fresh copy of the program into its place."
    from importlib.metadata import distribution  # noqa: PLC0415 - slow to import, and seldom asked for
    from urllib.request import url2pathname  # noqa: PLC0415

    origin = json.loads(distribution(NAME).read_text("direct_url.json") or "{}")
    if origin.get("dir_info", {}).get("editable"):
        folder = shlex.quote(url2pathname(urlsplit(origin["url"]).path))
        return _("See what changed: {command}").format(command=f"git -C {folder} status")
    typed = pip_install("--force-reinstall", "--no-deps", origin.get("url", NAME))
    return _("Reinstall: {command}").format(command=typed)


def _typed(program: Path) -> str:
    """A program as the shell of this folder takes it: by its name, by the way from here, or by its whole path."""
    whole, here = program.absolute(), Path.cwd()
    found = shutil.which(program.name)
    if not whole.is_file() or (found and Path(found).absolute() == whole):
        return program.name
    return str(whole.relative_to(here) if here in whole.parents[1:] else whole)
