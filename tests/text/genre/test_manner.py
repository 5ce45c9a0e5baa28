"""Whether a text argues or reports, by the way it is written."""

import pytest

from detector import Analyzer, Text, languages
from detector.settings import SETTINGS
from detector.text import genre

REPORT = """The council of Nordvik voted on Tuesday to sell the old quay to a shipping firm, officials said.

The firm, Brekk Cranes, will pay 40 million kroner and keep the public path along the water open, according to the
contract. Work starts in May.

“We needed the money for two schools,” the mayor, Per Holm, told reporters after the vote.

Ada Moor, who leads the opposition, said that her group had asked for a second valuation in January. The mayor's office
said that one valuation was enough under the law.

Fourteen members voted for the sale and nine against it. A court is to hear a complaint by a neighbour on 3 June, a
spokesman said. The sale cannot be completed before that date, he added.

The quay was built in 1911 and has not been used by freight ships since the port moved to the north of the town in 1987.

Brekk Cranes employs 210 people in three towns. It reported sales of 300 million kroner last year.
"""
ARGUMENT = """Something is wrong with a town that sells its quay. And yet that is what ours did, and few even asked why.

Of course the mayor has his reasons. He always does. But a quay is not a pair of shoes. It is where I learned to swim,
and where, on a warm evening, all of Nordvik still meets. That is worth more than two new roofs.

Why the hurry? Perhaps because nobody would have agreed, had we been told the price. The truth is simple: we were never
meant to understand this sale. Indeed, the contract reads as though it had been written to be forgotten.

So what should we do? We must ask the court to stop it, and we should do so before June. It would be wrong to wait, and
it would be cowardly to hope that somebody else will act. Certainly the firm will not.

Perhaps I am naive. But I would rather be naive than live in a place that has a price for everything, and a sense of
the worth of nothing. Surely we can do better than this dismal little bargain.
"""


@pytest.fixture(scope="module", params=["with the model", "by rules alone"])
def analyzer(request):
    return Analyzer() if request.param == "with the model" else Analyzer(model=None)


def told(analyzer, text, title="The quay of Nordvik"):
    return analyzer.examine(Text(text, title=title)).reading.genre


def test_a_report(analyzer):
    found = told(analyzer, REPORT)
    assert (found.label, found.why) == ("reporting", "wording")
    assert found.confidence > 0.7


def test_an_argument_says_what_it_was_told_by(analyzer):
    found = told(analyzer, ARGUMENT)
    assert (found.label, found.kind, found.why) == ("opinion", "opinion", "wording")
    assert len(found.signs) == SETTINGS.genre.signs


def test_words_of_others_argue_for_nobody(analyzer):
    quoted = "\n\n".join(f"“{paragraph}” Moor said." for paragraph in ARGUMENT.strip().split("\n\n"))
    assert told(analyzer, REPORT + "\n" + quoted).label == "reporting"


def test_a_label_comes_before_the_manner(analyzer):
    assert told(analyzer, REPORT, title="Opinion: The quay of Nordvik").why == "label"


def test_too_few_words_tell_nothing(analyzer):
    assert told(analyzer, ARGUMENT[:200]) == genre.UNTOLD


def test_a_guide_is_no_opinion(analyzer):
    tips = "\n\n".join("You should sand your boat before you paint it, and you must never hurry." for _ in range(12))
    assert told(analyzer, tips, title="How to paint a boat").label == "reporting"


@pytest.mark.parametrize("reader", languages.spoken())
def test_every_kind_has_a_notice_and_a_name(reader):
    texts = languages.messages_for(reader)
    for kind in {*genre.LABELS, "argues"} - {"reporting"}:
        assert texts.say("notices", kind, signs="it argues")
        assert texts.say("genres", kind)
    for sign in SETTINGS.genre.typical:
        assert texts.say("genres", f"sign-{sign}")
