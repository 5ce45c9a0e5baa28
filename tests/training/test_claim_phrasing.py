"""What a sentence's phrasing says of whether it is worth checking, beside the head over its vector."""

import numpy as np
import pytest

from detector.encoder.phrasing import Phrasing
from training.data.claims import checkworthy
from training.data.examples import Example, Part
from training.encoder import claim_phrasing

LEFT_OUT = frozenset({"harwick", "she"})


def example(number, text, label):
    return Example("checkworthy", f"d{number}", Part.TRAIN, text, {}, label=label, language="en")


@pytest.fixture(scope="module")
def weights():
    facts = [f"The budget of Harwick lost {n} million last year." for n in range(2, 42)]
    talk = [f"I thank the crowd in row {n} for coming." for n in range(2, 42)]
    rows = [(text, "1") for text in facts] + [(text, "0") for text in talk]
    return claim_phrasing.weigh([example(n, *row) for n, row in enumerate(rows)])


def test_figures_and_facts_speak_for_a_check_and_thanks_against_it(weights):
    rated = Phrasing(weights, 0, 1, 0)
    assert rated.weigh("The board lost 7 million.") > 0 > rated.weigh("I thank the board for coming.")


def test_names_are_no_traits(weights):
    assert "w:budget" in weights
    assert not [trait for trait in weights if trait.startswith("w:") and "harwick" in trait.split(" ")[-1]]
    assert claim_phrasing.names(["The mayor of Harwick met Ana.", "But I saw the mayor."]) == {"harwick", "ana"}


def test_traits_with_a_word_that_is_left_out_are_left_out():
    found = set(claim_phrasing.plain("She left Harwick early", LEFT_OUT))
    assert {"w:left", "w:early"} <= found
    assert found.isdisjoint({"w:she", "w:harwick", "w:left harwick", "w:harwick early", "w:she left"})


def test_how_much_each_counts_is_chosen_on_the_development_part(weights):
    texts = ["The budget lost 7 million.", "I thank the crowd."] * 3
    rated, gold = np.array([0.7, 0.4, 0.6, 0.3, 0.5, 0.55]), np.array([1.0, 0.0, 1.0, 1.0, 0.0, 0.0])
    table = claim_phrasing.join(weights, texts, rated, gold)
    assert table.keys() == {"weights", "odds", "share", "bias"}


def test_a_cell_of_a_table_loses_its_quotation_marks(tmp_path):
    cells = ('\\"Well, he said \\"\\"no\\"\\".\\"', '\\"No\\", he said, \\"no\\"', "It rains.")
    lines = [
        f'{{"id": "{n}", "language": "en", "text": "{cell}", "check_worthy": true}}' for n, cell in enumerate(cells)
    ]
    (tmp_path / "checkworthy.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert [one.text for one in checkworthy(tmp_path)] == ['Well, he said "no".', '"No", he said, "no"', "It rains."]
