import pytest
from werkzeug.exceptions import BadRequest, Gone, ImATeapot, MethodNotAllowed, RequestEntityTooLarge, ServiceUnavailable

from server.service.http.problem_answers import of_http


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (BadRequest(), 400, "bad-request"),
        (Gone(), 400, "bad-request"),
        (ImATeapot(), 400, "bad-request"),
        (RequestEntityTooLarge(), 413, "body-too-large"),
        (ServiceUnavailable(), 500, "internal-error"),
    ],
)
def test_an_http_error_becomes_a_problem(error, status, code):
    problem = of_http(error)
    assert (problem.status, problem.code) == (status, code)


def test_a_wrong_method_names_the_right_ones():
    assert of_http(MethodNotAllowed(["POST", "GET"])).headers == {"Allow": "GET, POST"}
