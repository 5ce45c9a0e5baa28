"""Claims worth checking: which, by whom, on what evidence, and what they lack."""

import pytest

from detector import Analyzer, Page, Text
from detector.dimensions import claims
from detector.dimensions.claims.maker import made_by
from detector.dimensions.claims.words import plain_stems, speak_for
from detector.rules import load
from detector.schema import Options
from detector.settings import SETTINGS
from tests.readings import heard, reading
from training.encoder.claim_words import partial
from training.evaluation.claims import crossed

BOOK = load("en")
STORY = """The county spent $4.5 million on the ferry line last winter, more than on all its schools.

I think the ferry is lovely, and perhaps you should try it.

“The line has lost 38 percent of its passengers since 2019,” said Ana Ruiz, who leads the union.

Inspectors found cracks in 12 of the 14 boats, according to a report by the Harbour Board.

Where does the money go?

The boats will sail again in spring."""

PROSE = (
    "The ferry sails to the island every morning, and the islanders wait for it on the quay with their baskets.",
    "In the evening it brings back the pupils, the post and whoever has gone to town to see a doctor.",
    "The harbour office opens at eight, and a clerk sells tickets there until the last boat has left.",
    "On Sundays there is a second boat for the walkers, who climb the hill and come down again by dusk.",
    "The crew lives in the old customs house, where a light burns in the window on nights of fog.",
)


def chosen(body, title=None):
    whole = claims.choose(reading(body, title), BOOK)
    return {claim.span.of(whole.article.text): claim for claim in whole.claims}


def test_facts_come_before_opinions_questions_and_forecasts():
    found = list(chosen(STORY, "Ferry line loses money"))
    first = " ".join(found[:3])
    assert "$4.5 million" in first and "38 percent" in first and "12 of the 14" in first
    assert not any("lovely" in words for words in found[:3])


def test_a_claim_has_a_maker_and_its_own_words():
    found = chosen(STORY)
    (spoken,) = [claim for words, claim in found.items() if words.startswith("The line has lost 38 percent")]
    assert spoken.by.startswith("source:")
    (own,) = [claim for words, claim in found.items() if "$4.5 million" in words]
    assert own.by == "author"
    assert own.evidence == "none"


def test_a_document_is_evidence():
    (claim,) = [claim for words, claim in chosen(STORY).items() if "12 of the 14" in words]
    assert claim.evidence == "document"


def test_a_figure_with_its_origin_is_evidence():
    (claim,) = chosen("Some 38 percent of the shops stand empty, the chamber of commerce said on Monday.").values()
    assert claim.evidence == "figure"


def test_a_link_is_evidence():
    line = "The county spent 12 times more on the ferry line than on all of its schools together."
    page = f"""<html><head><meta property="og:url" content="https://www.valleypost.co.uk/a"></head><body><article>
    <h1>Ferry line loses money</h1>
    <p>{line.replace("12 times more", '<a href="https://www.who.int/ferry">12 times more</a>')}</p>
    {"".join(f"<p>{each}</p>" for each in PROSE)}
    </article></body></html>"""
    report = Analyzer(None).analyze(Page(page, "https://www.valleypost.co.uk/a"))
    (claim,) = [one for one in report.claims if "12 times" in report.document.text[one.start : one.end]]
    assert claim.evidence == "link"


def test_no_more_than_ten_are_listed_and_each_wording_once():
    story = " ".join(f"The county spent ${n}.5 million on ferry number {n} in 2019." for n in range(2, 20))
    assert len(chosen(story)) == SETTINGS.claims.most == 10
    assert len(chosen("The county spent $4.5 million on the ferry in 2019.\n\n" * 3)) == 1


def test_a_sentence_is_its_speaker_s_where_enough_of_it_is():
    whole = reading(STORY)
    sentence = next(line for line in whole.prose.sentences if "38 percent" in line.span.of(whole.article.text))
    by, span = made_by(whole, sentence)
    assert by == "source:s1"
    assert span.of(whole.article.text) == "The line has lost 38 percent of its passengers since 2019"


def test_a_claim_of_a_source_begins_behind_that():
    found = chosen(
        "Ana Ruiz, who leads the union, said that the line has lost 38 percent of its passengers since 2019."
    )
    assert list(found) == ["the line has lost 38 percent of its passengers since 2019"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Harbour Institute has also estimated that 964 boats on the coast are too old to sail.",
            "Harbour Institute",
        ),
        ("Two of the boats were sold for $5,000, the Harwick Herald reports.", "Harwick Herald"),
        ("As reported by Ana Ruiz of the Harbour Board, the boats were built in 1962 in Sweden.", "Ana Ruiz"),
        ("Ana Ruiz, who leads the union, said the board’s audit shows that 12 boats have cracks.", "Ana Ruiz"),
        ("The Harbour Board reported its highest loss since 1962, with 980 boats out of work.", None),
        ("The Harbour Board bought 12 old boats from a yard in Sweden in 1962.", None),
    ],
)
def test_a_claim_is_its_reporter_s_where_it_is_only_paraphrased(text, speaker):
    whole = claims.choose(reading(f"{text} The boats sail at nine."), BOOK)
    claim = whole.claims[0]
    names = {f"source:{source.id}": source.name for source in whole.sources}
    assert names.get(claim.by) == speaker


def test_opinions_forecasts_and_what_a_text_sums_up_come_last():
    facts = "The board bought 12 boats in 1962. It has sold 9 of the 12 boats since then."
    rest = (
        "The board should sell 3 more boats this year.",
        "The board will sell 3 more boats this year.",
        "In short, the board has sold 9 of its boats.",
        "That is why the board has sold 9 of its boats.",
    )
    for line in rest:
        found = list(chosen(f"{line} {facts}"))
        assert line not in found[:2]


def test_the_model_reads_each_sentence_in_the_same_pass_and_can_be_off():
    lines = [line for line in heard(STORY).prose.sentences if line.check_worthy is not None]
    worth = {line.span.of(heard(STORY).article.text): line.check_worthy for line in lines}
    assert max(worth, key=worth.get).startswith(("The county", "“The line", "Inspectors"))
    assert all(line.check_worthy is None for line in reading(STORY).prose.sentences)


PARTED = """The Democrats have cut school budgets by 12 percent since 2019, and he says they were right.

Joe Biden told the council that Russian ships had carried more coal than the Ukrainians admit.

Her father, a spokesman for the Republican Party, was fired after the audit found three false reports.

Women from Kyiv wrote to Trump that her plan has raised taxes on 40,000 families."""


def test_the_order_of_claims_does_not_hang_on_who_is_named():
    """Nor does their worth: parties, nations, men and women are no words that count."""
    ours, theirs = (list(claims.choose(heard(text), BOOK).claims) for text in (PARTED, crossed(PARTED)))
    assert crossed(PARTED) != PARTED
    assert [claim.worth for claim in ours] == [claim.worth for claim in theirs]


def test_words_speak_for_a_check_and_names_do_not():
    stem, weights = BOOK.pack.morphology.stem, {"budget": 1.0, "harwick": 9.0}
    assert speak_for("The budgets of Harwick grew.", stem, weights) == 1.0
    assert plain_stems("Harwick grew.", stem) == {"harwick", "grew"}  # the first word may be any
    assert partial().isdisjoint(BOOK.pack.claim_words)


def test_what_a_claim_lacks_is_remarked_once_a_sentence_and_never_scored():
    text = "The ferry line lost $4.5 million and 38 percent of its passengers in its first winter."
    report = Analyzer(None).analyze(Text("The ferry sails at nine. " * 12 + text, "Ferry line"))
    found = [one for one in report.findings if one.dimension == "claims"]
    assert [one.rule for one in found] == ["claims.unsourced-figure"]
    assert not found[0].scored
    assert found[0].points == 0
    assert report.to_dict()["scores"].keys() == {"headline", "sourcing", "wording"}


@pytest.mark.parametrize("language", ["en", "de"])
def test_remarks_are_made_in_the_reader_s_language(language):
    body = "The county lost $4.5 million on the ferry line in its first winter. " + "It sails at nine. " * 20
    report = Analyzer(None).analyze(Text(body, "Ferry"), Options(language=language))
    (found,) = [one for one in report.findings if one.rule == "claims.unsourced-figure"]
    assert (
        found.message
        == {
            "en": "“$4.5 million”: no source for the figure.",
            "de": "„$4.5 million“: keine Quelle für die Zahl.",
        }[language]
    )


def test_a_page_about_sport_has_no_unsourced_figures():
    body = "The team won the match and the league; the coach praised the striker, the goal and the team. " * 6
    whole = reading(f"{body} Some 38 percent of the goals were scored in the first half.")
    assert not [one for one in claims.find(whole, BOOK) if one.rule == claims.FIGURE]


GERMAN = (
    "Die Fährlinie verlor in ihrem ersten Winter 4,5 Millionen Euro. "
    + "Wo die neuen Boote herkommen, weiß im Hafen niemand, und die Mannschaft wartet auf dem Kai. " * 12
)
ITALIAN = (
    "La linea dei traghetti ha perso 4,5 milioni di euro nel primo inverno, e il porto aspetta le nuove barche. " * 12
)


def test_german_has_claims_and_italian_says_that_it_has_none():
    analyzer = Analyzer(None)
    report = analyzer.analyze(Text(GERMAN, "Fährlinie verliert Geld"))
    (first, *_) = report.claims
    assert report.document.text[first.start : first.end].startswith("Die Fährlinie verlor")
    assert [one.rule for one in report.findings if one.dimension == "claims"] == ["claims.unsourced-figure"]
    assert "no-claims" not in {notice.code for notice in report.document.notices}
    report = analyzer.analyze(Text(ITALIAN, "La linea perde denaro"))
    assert not report.claims
    (notice,) = [notice for notice in report.document.notices if notice.code == "no-claims"]
    assert notice.message == "Claims worth checking are not listed for Italian yet."
