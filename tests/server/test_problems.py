import json

import pytest
from werkzeug.exceptions import BadRequest, Gone, ImATeapot, MethodNotAllowed, RequestEntityTooLarge, ServiceUnavailable

from detector import errors
from server.problems import PROBLEMS, Problem, locate, of_http

ID = "0f8fad5bd9cb469fa16570867728950e"


@pytest.mark.parametrize("code", PROBLEMS)
def test_a_problem_document_has_the_seven_members(code):
    document = json.loads(Problem(code, "Do that.").to_json(ID))
    assert document == {
        "type": f"urn:undertone:problem:{code}",
        "title": PROBLEMS[code][1],
        "status": PROBLEMS[code][0],
        "detail": "Do that.",
        "instance": "urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e",
        "code": code,
        "request_id": ID,
    }


def test_every_input_error_of_the_detector_has_a_status_of_its_own():
    kinds = errors.InputError.__subclasses__()
    assert len(kinds) >= 5
    assert {kind.code for kind in kinds} <= PROBLEMS.keys()
    assert {PROBLEMS[kind.code][0] for kind in kinds} == {400, 413, 415}


def test_an_unknown_code_is_a_bad_input():
    problem = Problem("newer-than-this-table", "Do that.")
    assert (problem.status, problem.code) == (400, "newer-than-this-table")


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


def test_an_exception_is_located_without_its_message():
    with pytest.raises(ValueError) as raised:
        raise ValueError("words of a page")
    told = locate(raised.value)
    assert told.startswith("ValueError at test_problems.py:")
    assert "words" not in told
    assert locate(KeyError("x")) == "KeyError"
