"""`undertone install` and `uninstall`: for the browsers of this account, without root."""

import os
import signal
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path

import click

from server.cli.exits import Failure
from server.cli.pairing import state_option
from server.cli.port_owner import find_port_owner
from server.install import autostart, setup, waking
from server.installation import is_frozen
from server.settings import DEFAULTS
from server.terminal import clean


@click.command()
@click.option("--autostart", "with_session", is_flag=True, help="Start the server at every login instead.")
@click.option(
    "--port", default=DEFAULTS.port, show_default=True, type=click.IntRange(1, 65535), help="Port of the server."
)
@state_option
def install(with_session: bool, port: int, state: Path) -> None:
    """Let the extension start the server.

    The extension then starts the server when it needs it and pairs without a code, for this user account only. The
    server stops after half an hour without requests.

    \b
    undertone install
    undertone install --autostart
    undertone uninstall
    """
    settings = replace(DEFAULTS, port=port, state=state.absolute())
    try:
        found = list(setup.install(Path.home(), settings))
        for name, file in found:
            click.echo(clean(f"{name}: {file}"))
        if found and not is_frozen():  # what a program of one file unpacks is gone when it ends
            message = _("Load the extension into your browser from this folder: {folder}")
            click.echo(clean(message.format(folder=settings.extension)))
        if not found:
            click.echo(_("No browser found: start Chrome, Chromium, Edge, Brave or Firefox once, then run this again."))
        if with_session:
            click.echo(clean(autostart.enable(waking.command(settings), Path.home(), settings)))
    except OSError as error:
        message = _("{file} cannot be written: {reason}.").format(file=error.filename, reason=error.strerror)
        raise Failure(message) from error


@click.command()
@click.option(
    "--port", default=DEFAULTS.port, show_default=True, type=click.IntRange(1, 65535), help="Port of the server."
)
@state_option
def uninstall(port: int, state: Path) -> None:
    """Undo `undertone install`, and remove all pairings.

    It removes everything that `undertone install` and the server wrote for this user account.

    \b
    undertone uninstall
    """
    settings = replace(DEFAULTS, port=port, state=state.absolute())
    owner = find_port_owner(settings.port)
    try:
        if owner and owner.is_undertone():
            os.kill(owner.pid, signal.SIGTERM)
        removed = setup.uninstall(Path.home(), settings)
    except OSError as error:
        message = _("{file} cannot be removed: {reason}.").format(file=error.filename, reason=error.strerror)
        raise Failure(message) from error
    for file in removed:
        click.echo(clean(_("Removed: {file}").format(file=file)))
    click.echo(_("Only the program itself and the extension in the browser are left."))
