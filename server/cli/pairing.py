"""`undertone pairings`: who may ask the service with a token, one more, one less."""

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from gettext import ngettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from server.cli.exits import Failure
from server.installation import command
from server.settings import DEFAULTS

if TYPE_CHECKING:
    from server.service.auth.pairing_store import PairingStore

PUBLIC = ("id", "name", "origin", "made", "used")
state_option = click.option(
    "--state",
    type=click.Path(file_okay=False, path_type=Path),
    default=DEFAULTS.state,
    help="Folder of the pairings.  [default: $XDG_STATE_HOME/undertone or ~/.local/state/undertone]",
)


def call(state: Path, *words: str) -> str:
    """What to type for `undertone pairings` with these words and this folder."""
    return command("pairings", *(() if state == DEFAULTS.state else ("--state", str(state))), *words)


@contextmanager
def _opened(state: Path) -> Iterator["PairingStore"]:
    from server.service.auth.pairing_store import PairingStore, StoreError

    try:
        yield PairingStore(state)
    except StoreError as error:
        raise Failure(str(error)) from error


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@state_option
@click.pass_context
def pairings(context: click.Context, as_json: bool, state: Path) -> None:
    """List, add or end pairings.

    A pairing gives a browser or a program a token to use the server with.

    \b
    undertone pairings
    undertone pairings new
    undertone pairings revoke 1f0c9a2e
    """
    from server.cli import console
    from server.screen import Screen
    from server.wire import dump

    context.obj = state
    if context.invoked_subcommand:
        return
    with _opened(state) as store:
        entries = store.read().entries
    rows = [{name: getattr(pairing, name) for name in PUBLIC} for pairing in entries]
    if as_json:
        click.echo(dump({"schema": "undertone/pairings/1", "pairings": rows}))
    elif not rows:
        click.echo(_("Nobody is paired. `{command}` shows a code to pair with.").format(command=call(state, "new")))
    else:
        cells = [tuple(row[name] or "–" for name in PUBLIC) for row in rows]
        console.print_table(Screen(), "", (_("id"), _("name"), _("origin"), _("paired on"), _("last used")), cells)


@pairings.command()
@click.pass_obj
def new(state: Path) -> None:
    """Show a new pairing code.

    The running server accepts it once, within ten minutes. Older codes are void.

    \b
    undertone pairings new
    """
    with _opened(state) as store:
        click.echo(_("Type this code into the extension within ten minutes: {code}").format(code=store.new_code()))


@pairings.command()
@click.argument("name", metavar="[ID]", required=False)
@click.option("--all", "everybody", is_flag=True, help="End every pairing.")
@click.pass_obj
def revoke(state: Path, name: str | None, everybody: bool) -> None:
    """End a pairing.

    Its token is refused from the next request on.

    \b
    undertone pairings revoke 1f0c9a2e
    undertone pairings revoke --all
    """
    if (name is None) != everybody:
        message = _("Name one pairing by its id (`{command}` lists them), or give --all.")
        raise click.UsageError(message.format(command=call(state)))
    with _opened(state) as store:
        count = store.revoke(name)
    if name and not count:
        message = _("There is no pairing {name!r}; `{command}` lists them.")
        raise click.UsageError(message.format(name=name, command=call(state)))
    click.echo(ngettext("{count} pairing ended.", "{count} pairings ended.", count).format(count=count))
