import pytest

from detector.article import Span
from detector.selectors.anchoring import Ground, Quote, read_target

TEXT = "The plan was bitterly opposed. The vote was bitterly close, and “so-called” friends left."


def find(exact, prefix="", suffix="", text=TEXT):
    spot = Ground(text).find(Quote(exact, prefix, suffix))
    return spot and (spot.start, spot.of(text))


def test_words_are_found_by_their_context():
    assert find("bitterly", "The vote was ", " close") == (44, "bitterly")
    assert find("bitterly", "The plan was ", " opposed") == (13, "bitterly")


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix"),
    [("bitterly", "", ""), ("bitterly", "was ", ""), ("kindly", "The plan was ", " opposed"), ("  ", "", "")],
)
def test_what_is_not_proven_is_refused(exact, prefix, suffix):
    assert find(exact, prefix, suffix) is None


def test_long_words_prove_themselves():
    assert find("The vote was bitterly close, and") == (31, "The vote was bitterly close, and")


def test_white_space_and_the_kind_of_marks_may_differ():
    shown = 'The  vote\nwas\u00adbitterly close, and "so-called" friends'
    assert find("“so‑called”".replace("‑", "–"), "close, and ", " friends", shown)[1] == '"so-called"'


def test_a_position_holds_only_with_words_and_context():
    ground = Ground(TEXT)
    assert ground.stands(Span(13, 21), Quote("bitterly", "was ", " opposed"))
    assert not ground.stands(Span(13, 21), Quote("bitterly", "was ", " close"))
    assert not ground.stands(Span(12, 20), Quote("bitterly"))


def test_a_target_of_the_wire_form_is_read():
    quote = {"type": "TextQuoteSelector", "exact": "a", "prefix": "b", "suffix": "c"}
    target = {"selector": [quote, {"type": "TextPositionSelector", "start": 3, "end": 4}]}
    assert read_target(target) == (Span(3, 4), Quote("a", "b", "c"))
