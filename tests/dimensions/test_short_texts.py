"""A text too short to be judged: rules still have their remarks, and the model none of its own."""

from detector import rules
from detector.dimensions import wording
from tests.dimensions.test_rule_model_fusion import told

BOOK = rules.load("en")
SURE = {"snooty": (0.9, 0.9), "reckless": (0.9, 0.9)}
LINE = "The board met in the snooty hall. Its reckless plan drew a reply. "
FILLER = "The harbour board met on Monday and read the minutes of May. " * 14


def exact(body: str) -> list[str]:
    return [finding.exact for finding in wording.find(told(body, SURE), BOOK)]


def test_a_short_text_has_no_remark_of_the_models_own():
    assert exact(LINE) == ["reckless"]


def test_a_text_of_usual_length_has():
    assert exact(LINE + FILLER) == ["snooty", "reckless"]
