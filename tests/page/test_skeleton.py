"""A text without what re-typing changes."""

from detector.page.skeleton import skeleton


def test_a_skeleton_has_only_letters_and_digits():
    assert skeleton("ﬁve “Café”-s, 3²!") == "fivecafés32"


def test_type_and_spacing_do_not_matter():
    assert skeleton("“So it is,” said the mayor.") == skeleton('"So it is, " said the  Mayor')
