"""No page, however hostile, gets anything but an article or a clear refusal."""

import pytest

from detector.errors import InputError
from detector.page import read_page
from tools.adversarial import BROKEN, DEEP, ENCODED, LARGE, SCRIPTED, WIDE, cases

REFUSED = {
    "empty", "empty bytes", "whitespace", "random bytes", "image", "pdf", "zip", "frameset", "only tags",
    "only high bytes", "an article of 7,000 paragraphs",
    "10 MB of paragraphs", "7 MB of paragraphs", "10 MB in one text", "2 MB in one text", "10 MB of less-than",
    "7 MB of less-than", "5 MB of open tags", "10 MB of script", "2 MB of spaces", "100,000 nested div",
    "10,000 nested div", "1,000 nested div", "100,000 nested b", "100,000 nested span", "50,000 nested font",
    "20,000 nested table", "200 nested table", "20,000 nested list", "formatting opened again", "100,000 unclosed p",
    "50,000 unclosed a", "50,000 meta", "20,000 misnested", "300,000 siblings", "200,000 br", "100,000 attributes",
    "100,000 quoted attributes", "1,900 attributes in 300 tags",
}  # fmt: skip
MAKERS = BROKEN | LARGE | DEEP | WIDE | SCRIPTED | ENCODED


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_every_hostile_page_is_read_or_refused_with_advice(name):
    page = MAKERS[name]()
    if name in REFUSED:
        with pytest.raises(InputError, match=r"(?i)send|paste") as refusal:
            read_page(page)
        assert len(str(refusal.value)) < 300
    else:
        article = read_page(page)
        assert article.text.strip()
        assert ("agreed to repair" in article.text) == ("agreed to repair" in (article.stream or ""))


def test_every_case_has_its_own_name():
    names = [name for name, _ in cases()]
    assert len(names) == len(set(names)) == len(MAKERS)
