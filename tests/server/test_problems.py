import json

import pytest

from detector import errors
from server.problems import PROBLEMS, Problem, locate

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


def test_an_exception_is_located_without_its_message():
    with pytest.raises(ValueError) as raised:
        raise ValueError("words of a page")
    told = locate(raised.value)
    assert told.startswith("ValueError at test_problems.py:")
    assert "words" not in told
    assert locate(KeyError("x")) == "KeyError"
