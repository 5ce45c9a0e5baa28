"""Figures by language, from made readings."""

import numpy as np
import pytest

from detector.encoder.decoding import WORD
from detector.encoder.network import Pass
from training.data.examples import Example, Mark, Part
from training.encoder import other_languages
from training.encoder.heads import SENTENCE, TOKEN
from training.encoder.measure import Readings

TEXT = "A shameless lie, said the mayor."


def read(text=TEXT, heads=(), words=()):
    """A pass that gives `heads` their probabilities, and `words` that of their pieces; each word is one piece."""
    offsets = tuple(match.span() for match in WORD.finditer(text))
    sentence = np.full(len(SENTENCE), 0.1, np.float32)
    for head, value in heads:
        sentence[SENTENCE.index(head)] = value
    token = np.full((len(offsets), len(TOKEN)), 0.05, np.float32)
    for head, word, value in words:
        place = [text[start:end] for start, end in offsets].index(word)
        token[place, TOKEN.index(head)] = value
    return Pass(sentence, token, offsets, np.zeros(4, np.float32))


def labelled(language, label, score):
    example = Example("subjective", "a", Part.DEV, TEXT, label=label, language=language)
    return example, read(heads=[("subjective", score)])


def test_each_language_has_its_own_threshold():
    reads = [labelled("de", "SUBJ", 0.3), labelled("de", "OBJ", 0.2), labelled("it", "SUBJ", 0.8)]
    reads.append(labelled("it", "OBJ", 0.7))
    readings = Readings({("subjective", Part.DEV): reads, ("subjective", Part.TEST): reads})
    table = other_languages.two_ways(readings, "subjective", "subjective", "SUBJ")
    assert list(table) == ["de", "it"]
    assert table["de"]["macro_f1"] == table["it"]["macro_f1"] == table["de"]["auc"] == 1
    assert table["de"]["threshold"] < 0.5 < table["it"]["threshold"]
    assert table["de"]["macro_f1_at_half"] < 1


def test_charged_sentences_by_head_and_by_their_strongest_piece():
    def sentence(charged, head, piece):
        example = Example("semeval", "a", Part.TEST, TEXT, {"charged": charged, "persuades": charged}, language="pl")
        words = [("Loaded_Language", "shameless", piece)]
        return example, read(heads=[("charged", head), ("persuades", head)], words=words)

    reads = [sentence(1, 0.9, 0.2), sentence(0, 0.1, 0.7)]
    table = other_languages.charged(Readings({("semeval", Part.TEST): reads}), "semeval")["pl"]
    assert (table["auc"], table["auc_of_pieces"], table["auc_of_any_technique"]) == (1, 0, 1)


@pytest.mark.parametrize(("value", "expected"), [(0.9, 1.0), (0.05, 0.0)])
def test_words_of_cues(value, expected):
    marks = (Mark("cue", TEXT.index("said"), TEXT.index(" the")),)
    example = Example("wikinews", "a", Part.TEST, TEXT, {}, marks, language="de")
    reads = [(example, read(words=[("cue", "said", value)]))]
    readings = Readings({("wikinews", part): reads for part in (Part.DEV, Part.TEST)})
    found = other_languages.attribution(readings, "wikinews")["cue"]["found"]
    assert found.precision == pytest.approx(expected)


def test_spans_that_overlap_are_one():
    marks = (Mark("span", 2, 15), Mark("span", 2, 11), Mark("span", 17, 21), Mark("cue", 0, 1))
    example = Example("semeval", "a", Part.TEST, TEXT, {}, marks, language="fr")
    reads = [(example, read(words=[("span", "shameless", 0.9), ("span", "lie", 0.9)]))]
    readings = Readings({("semeval", part): reads for part in (Part.DEV, Part.TEST)})
    found = other_languages.persuasion(readings, "semeval")["fr"]["found"]
    assert (found.precision, found.recall) == (1.0, 0.5)
