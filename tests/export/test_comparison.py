import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from detector import Analyzer
from detector.export.comparison import compare
from detector.export.side_by_side import render
from detector.export.texts import ReportTexts
from tests.export.stories import PAGE, STORY

ANALYZER = Analyzer()
OTHER = f"""<article><h1>Harwick to deepen its channel</h1>{STORY.replace("Mara Belling", "Ms Belling")}
<p>“The reed beds are a nursery for half the fish of this coast,” said Tom Ashdown, a biologist at the University of
Northey. “Nobody has counted them since 2011, and the council did not ask us to.”</p></article>"""


def source(name, kind="person", share=0.5, named=True):
    return {"name": name, "kind": kind, "share": share, "named": named, "identified": True}


def report(*sources, title="Harwick council votes", never=(), sides=None, frames=(), text=None):
    facts = {"never_heard": list(never), "shares_by_side": sides or {}, "sources": len(sources), "identified": 1}
    score = {"value": 40, "facts": {}}
    return {
        "engine": {"version": "1", "rules_sha256": "x", "model": {"name": "m", "sha256": "y"}},
        "document": {
            "title": title, "kicker": None, "site": "A", "url": None, "published": None, "words": 300, "text": text,
            "genre": {"label": "reporting"},
        },
        "summary": {"levels": {"headline": "low", "sourcing": "thin", "wording": None}},
        "scores": {"headline": score, "sourcing": score | {"facts": facts}, "wording": {"value": None, "facts": {}}},
        "sources": list(sources),
        "claims": [{"start": 0, "end": len(text)}] if text else [],
        "framing": [{"frame": name, "probability": share, "sentences": [0]} for name, share in frames],
        "findings": [{"dimension": "headline", "exact": "votes"}],
    }  # fmt: skip


def rows(told, key, values):
    return {row["name"]: row[values] for row in told[key]}


def test_a_source_of_both_is_one_row_and_comes_first():
    told = compare([report(source("Mara Belling")), report(source("Tom Ashdown"), source("Ms Belling"))], "ab")
    assert [row["name"] for row in told["sources"]] == ["Mara Belling", "Tom Ashdown"]
    assert rows(told, "sources", "shares")["Mara Belling"] == [0.5, 0.5]
    assert rows(told, "sources", "shares")["Tom Ashdown"] == [None, 0.5]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (source("Mara Belling"), source("Tom Belling")),
        (source("Belling", "organisation"), source("Belling")),
        (source("Port Authority", "organisation"), source("Authority", "organisation")),
    ],
)
def test_different_sources_stay_apart(one, other):
    assert len(compare([report(one), report(other)], "ab")["sources"]) == 2


def test_a_surname_that_two_people_bear_is_not_guessed():
    told = compare([report(source("Mara Belling"), source("Tom Belling")), report(source("Belling"))], "ab")
    assert len(told["sources"]) == 3


def test_the_unnamed_are_no_rows():
    assert compare([report(source("Critics", "collective", named=False)), report()], "ab")["sources"] == []


def test_parties_that_somebody_never_hears_come_first():
    told = compare(
        [report(never=["Sweden"], sides={"Norway": 0.6}), report(sides={"Norway": 0.5, "Sweden": 0.2})], "ab"
    )
    assert [(row["name"], row["pages"]) for row in told["parties"]] == [
        ("Sweden", ["never", "heard"]),
        ("Norway", ["heard", "heard"]),
    ]


def test_frames_are_compared_where_there_are_any():
    told = compare([report(frames=[("economy", 0.6)]), report(frames=[("economy", 0.2), ("morality", 0.7)])], "ab")
    assert rows(told, "frames", "shares") == {"morality": [None, 0.7], "economy": [0.6, 0.2]}
    assert list(rows(told, "frames", "shares")) == ["morality", "economy"]


def test_frames_of_one_share_are_in_the_order_of_their_names():
    frames = [(name, 0.5) for name in ("morality", "economy", "health", "security", "politics")]
    told = compare([report(frames=frames), report()], "ab")
    assert list(rows(told, "frames", "shares")) == ["economy", "health", "morality", "politics", "security"]


def test_a_longer_name_of_the_same_person_is_found_by_any_word_beside_the_surname():
    one, other = source("Mara Jane Belling"), [source("Jane Belling"), source("Tom Belling")]
    told = compare([report(one), report(*other)], "ab")
    assert rows(told, "sources", "shares") == {"Mara Jane Belling": [0.5, 0.5], "Tom Belling": [None, 0.5]}


def test_pages_with_nothing_in_common_are_told():
    told = compare([report(title="Rain in spring"), report(title="Harbour strike ends")], "ab")
    assert told["notices"] == [{"code": "unrelated", "message": ReportTexts().comparison("unrelated")}]
    assert compare([report(), report()], "ab")["notices"] == []


def test_real_reports_are_compared_and_drawn():
    reports = [ANALYZER.analyze(page).to_dict() for page in (PAGE, OTHER)]
    told = compare(reports, ["The Tide", "other.html"])
    assert json.loads(json.dumps(told)) == told
    shares = rows(told, "sources", "shares")
    assert None not in shares["Mara Belling"] and shares["Tom Ashdown"][0] is None
    tree = LexborHTMLParser(render(told))
    assert [node.text() for node in tree.css("thead th")] == ["The Tide", "other.html"]
    assert [node.text() for node in tree.css("td.words")] == [page["title"] for page in told["pages"]]
    assert not tree.css("script")


def test_what_pages_say_appears_as_it_reads():
    told = compare(
        [report(source("<b>Ada</b> Berg"), title="<i>one</i>"), report(title="two & <i>one</i>")], ["<u>", "b"]
    )
    tree = LexborHTMLParser(render(told))
    assert not tree.css("i, u") and "<b>Ada</b> Berg" in tree.css_first("table").text()


def test_a_claim_of_more_than_one_stands_once_and_figures_must_agree():
    one = report(text="The council spent 4.5 million on dredging the harbour channel last year.")
    other = report(text="Dredging the channel of the harbour cost the council 4.5 million, it said.")
    third = report(text="Dredging the channel of the harbour cost the council 9 million, it said.")
    (row,) = compare([one, other, third], "abc")["claims"]
    assert [words is not None for words in row["pages"]] == [True, True, False]
    assert compare([one, report()], "ab")["claims"] == []
