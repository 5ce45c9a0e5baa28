import subprocess
import sys

import pytest

from detector.languages.en import PACK, tagging
from detector.text import prose
from training.evaluation.plain_articles import article


def tags(sentence, *names):
    return dict(zip(sentence.split(), tagging.tag(sentence.split(), frozenset(names)), strict=True))


def test_every_word_gets_a_penn_tag():
    assert tags("The minister quickly signed two laws .") == {
        "The": "DT",
        "minister": "NN",
        "quickly": "RB",
        "signed": "VBD",
        "two": "CD",
        "laws": "NNS",
        ".": ".",
    }


def test_quotation_marks_and_dashes_get_penn_tags():
    assert tagging.tag(["“", "Go", "”", "—", "she", "said"])[::2] == ["``", "''", "PRP"]


@pytest.mark.parametrize("headline", ["Minister Slams Harsh Report", "MINISTER SLAMS HARSH REPORT"])
def test_capitals_of_a_headline_do_not_make_names(headline):
    assert [tag[:2] for tag in tags(headline).values()] == ["NN", "VB", "JJ", "NN"]


@pytest.mark.parametrize("headline", ["Okafor Slams Harsh Report", "OKAFOR SLAMS HARSH REPORT"])
def test_names_of_the_body_stay_names_in_a_headline(headline):
    assert next(iter(tags(headline, "okafor").values())) == "NNP"


@pytest.mark.parametrize(
    ("tag", "universal"),
    [
        ("NNPS", ("PROPN", "plural")),
        ("VBZ", ("VERB", "third")),
        ("PRP$", ("PRON", "possessive")),
        ("POS", ("PART", "possessive")),
        ("``", ("PUNCT", "")),
        ("NN|JJ", ("NOUN", "singular")),
        ("FW", ("X", "foreign")),
        ("JJR", ("ADJ", "comparative")),
        ("LS", ("X", "")),
    ],
)
def test_a_penn_tag_has_a_universal_part_of_speech(tag, universal):
    assert tagging.universal(tag) == universal


def test_tokens_carry_the_universal_part_of_speech():
    read = prose.read_prose(article("Title\n\nThe mayor said “we left”."), PACK)
    assert [token.pos for token in read.tokens[1:4]] == ["DET", "NOUN", "VERB"]
    assert [token.form for token in read.tokens[1:4]] == ["", "singular", "past"]
    assert [token.pos for token in read.tokens if token.quoted] == ["PUNCT", "PRON", "VERB", "PUNCT"]


def test_curly_apostrophes_are_known():
    assert tagging.tag(["do", "n’t"]) == tagging.tag(["do", "n't"])


def test_no_words_have_no_tags_and_no_sentiment():
    assert tagging.tag([]) == []
    assert tagging.rate([]) == (0.0, 0.0)


def test_sentiment_is_that_of_textblob():
    assert tagging.rate("a horrible lie".split()) == (-1.0, 1.0)
    assert tagging.assess("not a very good plan".split())[0].words == ("not", "very", "good")


def test_a_negated_word_loses_its_strength():
    assert tagging.rate("not good".split())[0] < 0 < tagging.rate("good".split())[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [("left", "right"), ("black", "white"), ("American", "Russian"), ("conservative", "liberal"), ("male", "female")],
)
def test_swapping_groups_moves_no_sentiment(one, other):
    sentence = "the {} senator gave a very angry speech"
    assert tagging.rate(sentence.format(one).split()) == tagging.rate(sentence.format(other).split())
    assert tagging.rate([one]) == (0.0, 0.0)


def test_numbers_and_symbols_are_no_emoticons():
    assert tagging.assess("8) 5 % ; good".split())[0].words == ("good",)


def test_acronyms_are_names_and_stressed_words_are_not():
    found = tags("US troops will NOT leave , the DWTS host MacLeod said .")
    assert (found["US"], found["NOT"], found["DWTS"], found["MacLeod"]) == ("NNP", "RB", "NNP", "NNP")
    assert tags("MOSCOW ( Reuters ) — The dam held .")["MOSCOW"] == "NNP"


def test_numbers_with_letters_are_numbers():
    assert tagging.tag(["The", "20th", "cost", "$", "1.2bn", "in", "the", "1990s"])[1:8:3] == ["JJ", "CD", "CD"]


def test_the_lists_come_without_nltk_and_leave_textblob_as_it_is_for_others():
    script = (
        "import sys; from detector.languages.en import tagging; assert tagging.is_english('council')\n"
        "assert not {'nltk', 'textblob'} & sys.modules.keys()\n"
        "import textblob; assert textblob.TextBlob('A brazen gift.').raw == 'A brazen gift.'"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
