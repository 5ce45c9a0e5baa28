"""The application factory: everything a running service needs, put together."""

from functools import partial
from threading import BoundedSemaphore
from types import TracebackType
from uuid import uuid4

from flask import Flask, Response, g, request

from detector import rules
from server import batching, failures, jobs, logs, routes, security
from server.cache import Pool
from server.failures import Problem, locate
from server.metrics import Meters
from server.pairing_store import PairingStore, StoreError
from server.settings import DEFAULTS, ServerSettings
from server.workers import WorkerPool

ExcInfo = tuple[type, BaseException, TracebackType | None] | tuple[None, None, None]


class Service(Flask):
    """Flask, but the log of an unexpected error never holds its message, which may quote a page."""

    def log_exception(self, exc_info: ExcInfo) -> None:
        """Log the request id, and type and place of the exception."""
        error = exc_info[1]
        self.logger.error("request %s failed: %s", g.request_id, locate(error) if error else "unknown")


def create_app(pool: Pool | None = None, settings: ServerSettings = DEFAULTS, meters: Meters | None = None) -> Flask:
    """The service. Without a `pool` it starts its own workers; whoever passes one closes it. `meters` are the pool's.

    Raises `detector.errors.DataError` where the rule packs are missing or damaged.
    """
    book = rules.load()
    app = Service(__name__)
    app.config.update(MAX_CONTENT_LENGTH=settings.max_body, PROPAGATE_EXCEPTIONS=False, PROVIDE_AUTOMATIC_OPTIONS=False)
    app.url_map.merge_slashes = False
    store, meters = PairingStore(settings.state), meters or Meters()
    logs.watch(app, meters)
    app.before_request(partial(admit, settings, security.known_hosts(settings), store))
    app.after_request(finish)
    failures.register(app)
    app.register_error_handler(StoreError, tell_unkept)
    app.register_blueprint(routes.BLUEPRINT)
    app.register_blueprint(batching.BLUEPRINT)
    batches = BoundedSemaphore(settings.workers)
    pool = pool or open_pool(settings, meters)
    app.extensions[routes.NAME] = routes.Parts(pool, book, settings, store, meters, batches)
    return app


def open_pool(settings: ServerSettings, meters: Meters | None = None) -> WorkerPool:
    """The product's own pool, warming up in the background."""
    make = partial(jobs.choose, with_model=settings.with_model)
    return WorkerPool(settings.workers, make, settings.limits, jobs.preload(with_model=settings.with_model), meters)


def admit(settings: ServerSettings, hosts: frozenset[str], store: PairingStore) -> Response | None:
    """Give the request its id, then refuse a caller that may not ask."""
    g.request_id, g.pairing = uuid4().hex, None
    g.caller = security.recognise(request, hosts)
    if security.is_preflight(request):
        return security.allow_preflight(request)
    if security.must_show_token(g.caller, request.path, guarded=settings.is_guarded):
        g.pairing = security.check_token(request, g.caller, store)
    security.check_header(request, g.caller)
    return None


def tell_unkept(error: StoreError) -> Response:
    """The answer where the pairings cannot be read or kept: our log says which file, the caller need not know."""
    detail = security.DETAILS["pairings-unavailable"]
    return failures.answer(Problem("pairings-unavailable", detail, cause=str(error)))


def finish(response: Response) -> Response:
    """Add the headers that every answer carries."""
    response.headers["X-Request-ID"] = g.request_id
    return security.guard(request, response)
