"""The first four invariants of the contract, over the golden pages and over pages put together at random."""

import html
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detector import Analyzer, Text
from detector.page import read_page
from tools.golden import pages

ANALYZER = Analyzer()
SENTENCES = st.sampled_from(
    [
        "The council met on Monday and put the vote off until June.",
        "“This is a disgrace,” said Ana Reyes, who leads the opposition in Norway.",
        "Critics say that the shameless minister knew all along!",
        "According to a report by the ministry, 4,000 homes have no water.",
        '"We will not be bullied," Mr. Lindqvist told reporters in Oslo.',
        "‘It was the dogs’ home,’ the neighbour recalled.",
        "The brutal cuts were rammed through in a night. 🎉",
        "Sweden declined to comment. Denmark did not answer.",
        "He is 6'2\" tall & weighs < 90 kg…",
        "Sources close to the talks fear the catastrophic deal will collapse.",
        "It is widely believed that the so-called experts were wrong.",
        "The U.S. Senator, J. K. Orr, warned that prices could soar by 3.5% — or more.",
        "« Nous verrons », dit-elle. Das „Haus“ steht noch.",
        "Prices ro\u00adse in\u00a0May; e\u0301clairs did not. 👩‍👩‍👧 हिन्दी",
        "SHOCKING: NOBODY SAW IT COMING?!",
    ]
)
WRAPPERS = st.sampled_from(
    ["{}", "<b>{}</b>", "<a href='#'>{}</a>", "<span><i>{}</i></span>", "{}<br>", "<em>{}", "{}</span>", "<!-- x -->{}"]
)
BLOCKS = st.sampled_from(
    ["<p>{}</p>", "<div>{}</div>", "<blockquote><p>{}</p></blockquote>", "<ul><li>{}</li></ul>", "<h2>{}</h2>", "<p>{}"]
)
FURNITURE = st.sampled_from(
    [
        "",
        "<nav><a href='/'>Home</a></nav>",
        "<script>var p = '<p>';</script>",
        "<aside>Sign up for our newsletter</aside>",
    ]
)
HEADLINES = st.sampled_from(
    [
        "Council puts vote off",
        "OUTRAGE: Minister slams 'reckless' rivals!",
        "10 things you won't believe about Norway",
        "",
    ]
)


@st.composite
def sites(draw):
    """A page: a headline, and one to fourteen blocks of up to four sentences, each in some markup."""
    escape = draw(st.sampled_from([html.escape, lambda text: text.encode("ascii", "xmlcharrefreplace").decode()]))
    parts = []
    for sentences in draw(
        st.lists(st.lists(st.tuples(WRAPPERS, SENTENCES), min_size=1, max_size=4), min_size=1, max_size=14)
    ):
        words = " ".join(wrapper.format(escape(sentence)) for wrapper, sentence in sentences)
        parts += [draw(BLOCKS).format(words), draw(FURNITURE)]
    title = escape(draw(HEADLINES))
    body = "\n".join(parts)
    return f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1>{body}</main></body></html>"


def check(source):
    answer = ANALYZER.analyze(source).to_dict(("text", "sentences"))
    text, stream = answer["document"]["text"], read_page(source).stream
    for score in answer["scores"].values():
        if score["value"] is None:
            assert score["reason"]
            assert not score["parts"]
        else:
            assert round(sum(part["points"] for part in score["parts"])) == score["value"]
            assert 0 <= score["value"] <= 100
    for finding in answer["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["exact"] != ""
        assert finding["voice"]["kind"] == "author" or (finding["scored"] is False and finding["points"] == 0)
        position, quote = finding["target"]["selector"]
        assert stream[position["start"] : position["end"]] == quote["exact"]
    for quotation in answer["quotes"]:
        assert all(0 <= start < end <= len(text) for start, end in quotation["content"])


@pytest.mark.parametrize("slug", pages())
def test_the_invariants_hold_over_the_golden_pages(slug):
    check(pages()[slug].read_text(encoding="utf-8"))


@pytest.mark.parametrize("slug", pages())
def test_the_same_page_gives_the_same_bytes(slug):
    source = pages()[slug].read_text(encoding="utf-8")
    first, second = (json.dumps(each.analyze(source).to_dict()) for each in (ANALYZER, Analyzer()))
    assert first == second


@settings(max_examples=60, deadline=None)
@given(sites())
def test_the_invariants_hold_over_any_page(site):
    report = ANALYZER.analyze(site)
    check(site)
    assert json.dumps(ANALYZER.analyze(site).to_dict()) == json.dumps(report.to_dict())


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=30), HEADLINES)
def test_the_invariants_hold_over_plain_text(sentences, title):
    report = ANALYZER.analyze(Text("\n\n".join(sentences), title or None))
    answer = report.to_dict(("text",))
    text = answer["document"]["text"]
    assert all(text[each["start"] : each["end"]] == each["exact"] for each in answer["findings"])
    assert all(each["voice"]["kind"] == "author" or each["points"] == 0 for each in answer["findings"])
    for score in answer["scores"].values():
        assert score["value"] is None or round(sum(part["points"] for part in score["parts"])) == score["value"]


SIDES = {  # how each page names its two sides
    "agency-neutral": (("Kenya", "Kenyan"), ("Tanzania", "Tanzanian")),
    "sample": (("Norway", "Norwegian"), ("Sweden", "Swedish")),
    "loaded-report": (("Hungary", "Hungarian"), ("Slovakia", "Slovak")),
    "sports-report": (("Denmark", "Danish"), ("Portugal", "Portuguese")),
}
OTHERS = (("Russia", "Russian"), ("Ukraine", "Ukrainian")), (("Israel", "Israeli"), ("Iran", "Iranian"))
PARTIES = (
    (("Democrats", "Democratic"), ("Republicans", "Republican")),
    (("liberals", "liberal"), ("conservatives", "conservative")),
)


def rename(source, old, new):
    """The page with its two sides called by other names, whole words at a time."""
    names = dict(zip([*old[0], *old[1]], [*new[0], *new[1]], strict=True))
    return re.sub(rf"\b({'|'.join(names)})\b", lambda match: names[match[0]], source)


@pytest.mark.parametrize("slug", SIDES)
@pytest.mark.parametrize("sides", OTHERS + PARTIES)
def test_swapping_the_parties_moves_no_score_by_more_than_five(slug, sides):
    source = pages()[slug].read_text(encoding="utf-8")
    one, other = (ANALYZER.analyze(rename(source, SIDES[slug], pair)).scores for pair in (sides, sides[::-1]))
    for score, swapped in zip(one.values(), other.values(), strict=True):
        assert abs((score.value or 0) - (swapped.value or 0)) <= 5
