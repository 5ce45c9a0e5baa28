import pytest

from detector.export.markup import Markup, element, join


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "a & b", '"><img src=x>', "</p>"])
def test_words_are_never_markup(words):
    told = element("p", {"title": words}, words)
    assert told.count("<") == 2 and told.count(">") == 2
    assert "&" in told


def test_elements_nest_and_empty_children_are_left_out():
    assert element("p", {}, None, ["a", element("b", {}, "c")], Markup("<i>d</i>")) == "<p>a<b>c</b><i>d</i></p>"


def test_attributes_are_left_out_given_bare_or_rounded():
    assert (
        element("input", {"checked": True, "hidden": None, "x": 1.5, "y": 2.0, "z": False})
        == '<input checked x="1.5" y="2">'
    )


def test_pieces_are_joined_with_words_escaped():
    assert join("a<", Markup("<br>"), ["b"]) == "a&lt;<br>b"
