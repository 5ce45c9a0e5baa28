"""What ends a batch, and what is wrong with one row: that ends nothing, becomes a `Flaw` and goes to the side file."""

from gettext import gettext as _
from importlib import import_module
from types import ModuleType

from detector.errors import UndertoneError
from server.installation import pip_install_extra


class Refused(UndertoneError):  # noqa: N818 - named for what it says, like the errors of the detector
    """The command asks for what cannot be done; nothing was changed."""

    code = "bad-usage"


class Broken(UndertoneError):  # noqa: N818
    """This installation or the cluster cannot go on; what is written so far stays and can be resumed."""

    code = "broken"


class BadRow(UndertoneError):  # noqa: N818
    """A row, or what is left of its source, cannot be analysed: a stable code, and a reason without a word of it."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason


def load(module: str, extra: str) -> ModuleType:
    """An optional package. Raises `Broken` with the command that installs it."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        message = _("This needs {package}: {command}").format(package=package, command=pip_install_extra(extra))
        raise Broken(message) from error
