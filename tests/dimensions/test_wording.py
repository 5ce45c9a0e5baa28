"""The wording signal: density of loaded words in the author's voice."""

import pytest

from detector import rules
from detector.dimensions import wording
from detector.rules import overlap
from tests.readings import reading

BOOK = rules.load("en")
PLAIN = (
    "The council met on Monday and set the budget for the ferry. The boats leave from the north quay at seven. "
    "Tickets cost two crowns, and children travel free. A second boat joins the line in May, the company said. "
)
LOADED = "The shameless board rammed the disgraceful deal through in a night. Of course, the crooks voted for it. "


def judged(body):
    whole = reading(body, "Council sets ferry budget")
    return wording.score(whole, overlap.resolve_overlaps(wording.find(whole, BOOK)))


def test_plain_prose_gets_no_remark_and_scores_low():
    score, found = judged(PLAIN * 5)
    assert not found
    assert score.value <= 10


def test_points_of_the_parts_sum_to_the_score():
    score, found = judged(PLAIN * 4 + LOADED)
    assert round(sum(part.points for part in score.parts)) == score.value
    assert sum(finding.points for finding in found) == pytest.approx(
        sum(part.points for part in score.parts if part.kind == "finding")
    )
    assert score.interval[0] <= score.value <= score.interval[1]


def test_more_loaded_words_score_higher_and_longer_text_dilutes_them():
    once, _ = judged(PLAIN * 6 + LOADED)
    twice, _ = judged(PLAIN * 6 + LOADED * 2)
    diluted, _ = judged(PLAIN * 14 + LOADED)
    assert diluted.value < once.value < twice.value


def test_quoted_words_are_counted_apart_and_cost_nothing():
    quoted = "“It is a disgraceful, shameless deal, and they are crooks,” said Ana Ruiz, who leads the union. "
    score, found = judged(PLAIN * 5 + quoted)
    assert {finding.exact for finding in found} == {"disgraceful", "shameless", "crooks"}
    assert not any(finding.scored or finding.points for finding in found)
    assert (score.facts["loaded_by_author"], score.facts["loaded_by_others"]) == (0, 3)
    assert score.value == judged(PLAIN * 5)[0].value


def test_author_and_quoted_words_make_up_the_body():
    score, _ = judged(PLAIN * 4 + "“We will sail at noon,” said Ana Ruiz. ")
    whole = reading(PLAIN * 4 + "“We will sail at noon,” said Ana Ruiz. ", "Council sets ferry budget")
    sentences = whole.prose.sentences
    words = sum(token.is_word and sentences[token.sentence].part == "body" for token in whole.prose.tokens)
    assert score.facts["author_words"] + score.facts["quoted_words"] == words
    assert score.facts["quoted_words"] >= 5


def test_a_short_body_gets_a_reason_and_no_score_but_keeps_its_remarks():
    score, found = judged(LOADED)
    assert score.value is None
    assert "words of body text" in score.reason
    assert found


def test_a_body_that_only_quotes_gets_a_reason_and_no_score():
    score, _ = judged("“" + PLAIN * 5 + "” said Ana Ruiz.")
    assert score.value is None
    assert "the author's own" in score.reason


@pytest.mark.parametrize(
    ("one", "other"), [("Democrats", "Republicans"), ("Russia", "Ukraine"), ("left", "right"), ("his", "her")]
)
def test_who_it_is_about_does_not_change_the_score(one, other):
    body = PLAIN * 4 + LOADED + "The far-{0} mob of {0} voters came, and the radical {0} lashed out at {0} friends. "
    assert judged(body.format(one))[0].value == judged(body.format(other))[0].value


def test_a_view_that_a_noun_names_is_not_the_authors_and_what_the_author_calls_his_own_is():
    told = "The first premise is that the mayor is a disgraceful crook who sold a quay. "
    own = "My claim is that the mayor is a disgraceful crook who sold a quay. "
    about = "The disgraceful claim is that the mayor sold a quay. "
    later = "The logic of the levy is that the mayor is a disgraceful crook who sold a quay. "
    assert not judged(PLAIN * 4 + told)[1]
    assert not judged(PLAIN * 4 + later)[1]
    assert {finding.exact for finding in judged(PLAIN * 4 + own)[1]} >= {"disgraceful", "crook"}
    assert [finding.exact for finding in judged(PLAIN * 4 + about)[1]] == ["disgraceful"]


def test_what_somebody_says_of_whom_no_more_is_known_is_not_the_authors():
    told = "The ferry was late again, and those who said that the clerk is a disgraceful crook left the hall. "
    own = "I say that the clerk is a disgraceful crook. "
    assert not judged(PLAIN * 4 + told)[1]
    assert {finding.exact for finding in judged(PLAIN * 4 + own)[1]} >= {"disgraceful", "crook"}


def test_a_negation_holds_for_each_word_of_a_list_with_an_or():
    assert not judged(PLAIN * 4 + "The deal is not dishonest, disgraceful or shameless. ")[1]
    found = judged(PLAIN * 4 + "The deal is not new, and it is disgraceful and shameless. ")[1]
    assert [finding.exact for finding in found] == ["disgraceful", "shameless"]
