"""`undertone serve`: the service on this computer."""

import errno
import sys
from contextlib import ExitStack, closing
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path
from socket import socket
from typing import TYPE_CHECKING

import click

from server.cli.exits import UsageFailure
from server.cli.inputs import no_model
from server.cli.pairing import call, state_option
from server.installation import command
from server.settings import DEFAULTS, ServerSettings

if TYPE_CHECKING:
    from server.service.observe.metrics import Meters
    from server.workers.pool import WorkerPool


@click.command()
@click.option("--host", default=DEFAULTS.host, show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    default=DEFAULTS.port,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Port to listen on; 0 for any free port.",
)
@click.option(
    "--workers",
    default=DEFAULTS.workers,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Number of worker processes.",
)
@click.option(
    "--allow-host",
    "names",
    multiple=True,
    metavar="NAME",
    help="Accept requests under this host name; callers then need tokens.",
)
@click.option("--require-token", is_flag=True, help="Require a token from every caller (for use behind a proxy).")
@click.option(
    "--queue",
    default=DEFAULTS.limits.queue,
    show_default=True,
    type=click.IntRange(0, 1000),
    help="Requests that may wait for a worker.",
)
@click.option("--no-cache", is_flag=True, help="Do not reuse the report of a page that was just analysed.")
@click.option("--rate", default="", metavar="N/UNIT", help="Limit the requests of each caller, for example 60/minute.")
@click.option(
    "--redis",
    default="",
    envvar="UNDERTONE_REDIS",
    metavar="URL",
    help="Share limits and cached reports through this Redis.",
)
@click.option("--rest-after", default=5, show_default=True, type=click.IntRange(0), metavar="MINUTES",
              help="Stop idle workers after this time; 0 for never.")  # fmt: skip
@click.option("--end-after", default=0, type=click.IntRange(0), metavar="MINUTES",
              help="Stop the server after this time without requests; 0 for never.")  # fmt: skip
@click.option(
    "--fact-checks",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Index of published fact-checks (undertone claims import).  [default: fact-checks.sqlite beside the pairings]",
)
@click.option("--quiet", is_flag=True, help="Do not show a pairing code (the extension can pair by itself).")
@click.option("--json-logs", is_flag=True, help="Log every response as a line of JSON on standard error.")
@no_model
@state_option
def serve(
    *,
    host: str,
    port: int,
    workers: int,
    names: tuple[str, ...],
    require_token: bool,
    queue: int,
    no_cache: bool,
    rate: str,
    redis: str,
    rest_after: int,
    end_after: int,
    fact_checks: Path | None,
    quiet: bool,
    json_logs: bool,
    with_model: bool,
    state: Path,
) -> None:
    """Run the server on this computer.

    It runs until you press Ctrl-C, and shows the code that pairs a browser with it.

    \b
    undertone serve
    undertone serve --port 9000 --workers 4
    undertone serve --host 0.0.0.0 --allow-host undertone.newsroom.example
    """
    host = DEFAULTS.host if host == "localhost" else host
    settings = replace(DEFAULTS, host=host, port=port, workers=workers, names=names, state=state)
    settings = replace(settings, require_token=require_token, with_model=with_model, rate=rate, redis=redis)
    settings = replace(settings, rest_seconds=60.0 * rest_after or float("inf"))
    settings = replace(
        settings, end_seconds=60.0 * end_after, shows_code=not quiet, fact_checks=fact_checks or DEFAULTS.fact_checks
    )
    settings = replace(settings, limits=replace(settings.limits, queue=queue))
    _run(replace(settings, cache_bytes=0) if no_cache else settings, json_logs=json_logs)


def _check(settings: ServerSettings) -> None:
    """Raise `click.UsageError` for an address that cannot be listened on, or may not without names."""
    from server.service.auth.security import check_bind

    try:
        settings.host.encode("idna")
        check_bind(settings.host, settings.names)
    except UnicodeError:
        raise click.UsageError(_("{host!r} is not an address to listen on.").format(host=settings.host)) from None
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _run(settings: ServerSettings, *, json_logs: bool) -> None:
    from server.workers import starting

    with ExitStack() as undone:
        undone.callback(starting.abandon)
        starting.begin(starting.preload(with_model=settings.with_model))  # first of all: it loads while we do
        _check(settings)
        with starting.uncollected():
            from server.service.app import open_pool
            from server.service.http.listener import bind
            from server.service.observe.logs import write_to
            from server.service.observe.metrics import Meters
            from server.workers import malloc

        if json_logs:
            write_to(sys.stderr)
        malloc.return_freed_memory()
        try:
            bound = bind(settings)
        except OSError as error:
            raise UsageFailure(_explain(error, settings)) from error
        meters = Meters()
        pool = open_pool(settings, meters)
        undone.pop_all()
    with bound, closing(pool):
        _serve(bound, pool, settings, meters)


def _serve(bound: socket, pool: "WorkerPool", settings: ServerSettings, meters: "Meters") -> None:
    from server.service.app import create_app
    from server.service.http.listener import listen, stop_on_signals
    from server.service.limits.redis_backend import MissingExtra, limit, remember

    try:
        app = create_app(remember(pool, settings, meters), settings, meters)
        if settings.rate:
            limit(app, settings)
    except (MissingExtra, ValueError) as error:  # a rate or an address that cannot be read
        raise UsageFailure(str(error)) from error
    with listen(app, bound, settings) as server:
        stop_on_signals(server)
        name = f"[{settings.host}]" if ":" in settings.host else settings.host
        address = f"http://{name}:{bound.getsockname()[1]}/"
        click.echo(_("Undertone listens on {address} (stop it with Ctrl-C).").format(address=address))
        click.echo(_("Open that page to try the sample or paste a story."))
        if settings.shows_code:
            _invite(settings)
        server.run()


def _invite(settings: ServerSettings) -> None:
    """Show a pairing code, or why there is none; without one the service can still be used."""
    from server.service.auth.pairing_store import PairingStore, StoreError

    try:
        code = PairingStore(settings.state).new_code()
    except StoreError as error:
        click.echo(_("No browser can be paired: {error}").format(error=error), err=True)
        return
    message = _("To pair a browser, type this code into the extension within ten minutes: {code}")
    click.echo(message.format(code=code))
    if settings.is_guarded:
        click.echo(_("Every caller needs a token: POST the code to /pair to get one."))
    click.echo(_("For another code, in another terminal: {command}").format(command=call(settings.state, "new")))
    click.echo(_("If something is wrong: {command}").format(command=command("doctor")))


def _explain(error: OSError, settings: ServerSettings) -> str:
    from server.cli.port_owner import find_port_owner

    if error.errno != errno.EADDRINUSE:
        message = _("Cannot listen on {host}, port {port}: {reason}. Choose another with --port.")
        return message.format(host=settings.host, port=settings.port, reason=error.strerror)
    owner = find_port_owner(settings.port)
    by = _("process {pid} ({command})") if owner else _("a process that is not yours")
    if owner and owner.is_undertone():
        way = _("That is Undertone already: open http://{host}:{port}/, or stop it with: kill {pid}")
    elif owner:
        way = _("Stop it with: kill {pid}")
    else:
        way = _("See which with: sudo ss -ltnp sport = :{port}")
    message = _("Port {port} is in use by {by}. {way}, or choose another port: {another}")
    known = {"host": settings.host, "port": settings.port, "pid": owner and owner.pid}
    known["command"] = owner and owner.command
    another = command("serve", "--port", str(settings.port + 1))
    return message.format(port=settings.port, by=by.format(**known), way=way.format(**known), another=another)
