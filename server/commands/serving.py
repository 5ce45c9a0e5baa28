"""`undertone serve`: the service on this computer."""

import errno
from contextlib import closing
from dataclasses import replace

import click

from detector.errors import UndertoneError
from server.app import create_app, open_pool
from server.commands.outcomes import Failure, UsageFailure
from server.security import check_bind
from server.service import bind, listen, stop_on_sigterm
from server.settings import DEFAULTS, ServerSettings


@click.command()
@click.option("--host", default=DEFAULTS.host, show_default=True, help="Address to listen on; loopback only.")
@click.option("--port", default=DEFAULTS.port, show_default=True, type=click.IntRange(0, 65535), help="0 takes any.")
@click.option("--workers", default=DEFAULTS.workers, show_default=True, type=click.IntRange(1, 64), help="Processes.")
def serve(host: str, port: int, workers: int) -> None:
    """Run the service on this computer, until Ctrl-C.

    \b
    undertone serve
    undertone serve --port 9000 --workers 4
    """
    try:
        check_bind(host)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    settings = replace(DEFAULTS, host=DEFAULTS.host if host == "localhost" else host, port=port, workers=workers)
    stop_on_sigterm()
    try:
        bound = bind(settings)
    except OSError as error:
        raise UsageFailure(_explain(error, settings)) from error
    with bound, closing(open_pool(settings)) as pool:
        try:
            app = create_app(pool, settings)
        except UndertoneError as error:
            raise Failure(str(error)) from error
        with listen(app, bound, settings) as server:
            name = f"[{settings.host}]" if ":" in settings.host else settings.host
            address = f"http://{name}:{bound.getsockname()[1]}/"
            click.echo(f"Undertone listens on {address} (Ctrl-C ends it).")
            click.echo(f"Try the sample: {address}")
            server.run()


def _explain(error: OSError, settings: ServerSettings) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {settings.port} is taken, perhaps by Undertone itself: open http://{settings.host}:{settings.port}/ "
            f"to see, or choose another port: undertone serve --port {settings.port + 1}"
        )
    return f"Cannot listen on {settings.host}, port {settings.port}: {error.strerror}. Choose another with --port."
