"""`undertone install` and `uninstall`: for the browsers of this account, without root."""

import os
import signal
from dataclasses import replace
from pathlib import Path

import click

from server.cli.exits import Failure
from server.cli.pairing import state_option
from server.cli.port_owner import find
from server.install import autostart, setup, waking
from server.settings import DEFAULTS
from server.terminal import clean


@click.command()
@click.option("--autostart", "with_session", is_flag=True, help="Start the server with each session instead.")
@click.option("--port", default=DEFAULTS.port, show_default=True, type=click.IntRange(1, 65535), help="Of the server.")
@state_option
def install(with_session: bool, port: int, state: Path) -> None:
    """Let the extension start the server when it is needed, and pair without a code; for this account alone.

    The server ends by itself when nobody has asked for half an hour.

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
        if not found:
            click.echo("No browser was found: start Chrome, Chromium, Edge, Brave or Firefox once, then repeat this.")
        if with_session:
            click.echo(clean(autostart.enable(waking.command(settings), Path.home(), settings)))
    except OSError as error:
        raise Failure(f"{error.filename} cannot be written: {error.strerror}.") from error


@click.command()
@click.option("--port", default=DEFAULTS.port, show_default=True, type=click.IntRange(1, 65535), help="Of the server.")
@state_option
def uninstall(port: int, state: Path) -> None:
    """Remove what `undertone install` and the server wrote for this account: every pairing too.

    \b
    undertone uninstall
    """
    settings = replace(DEFAULTS, port=port, state=state.absolute())
    holder = find(settings.port)
    try:
        if holder and holder.is_undertone():
            os.kill(holder.pid, signal.SIGTERM)
        removed = setup.uninstall(Path.home(), settings)
    except OSError as error:
        raise Failure(f"{error.filename} cannot be removed: {error.strerror}.") from error
    for file in removed:
        click.echo(clean(f"Removed: {file}"))
    click.echo("Nothing is left but the program itself, and the extension in the browser.")
