"""Problems as answers of the service, those that werkzeug finds included."""

from flask import Flask, Response, g
from werkzeug.exceptions import HTTPException

from server.problems import CODES, CONTENT_TYPE, INTERNAL, LOG, NOTHING, PROBLEMS, Problem


def of_http(error: HTTPException) -> Problem:
    """The problem that stands for one of werkzeug's HTTP errors."""
    status = error.code or 500
    code = CODES.get(status, "bad-request" if status < 500 else "internal-error")
    detail = INTERNAL if status >= 500 else error.description or PROBLEMS[code][1]
    allowed = getattr(error, "valid_methods", None)
    return Problem(code, detail, {"Allow": ", ".join(sorted(allowed))} if allowed else NOTHING)


def answer(problem: Problem) -> Response:
    """The HTTP answer for a problem; where the fault is ours it is logged with the request's id."""
    if problem.cause:
        LOG.error("request %s failed: %s", g.request_id, problem.cause)
    response = Response(problem.to_json(g.request_id), problem.status, content_type=CONTENT_TYPE)
    response.headers.extend(problem.headers)
    return response


def register(app: Flask) -> None:
    """Let every error of `app` be answered as a problem document."""
    app.register_error_handler(Problem, answer)
    app.register_error_handler(HTTPException, lambda error: answer(of_http(error)))
