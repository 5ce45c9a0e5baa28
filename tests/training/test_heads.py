"""Token heads on the frozen encoder: the widened network, the fit, the best path."""

import numpy as np

from detector.attribution.tokens import token_table as columns
from detector.languages.en import GRAMMAR, PACK
from detector.text import prose
from training.evaluation.marks import article_of
from training.tagger.heads import LABELS, NEVER, Heads, States, fit

BODY = "The mayor said on Monday that the bridge would open. It rained."
TEXT = f"Bridge opens\n\n{BODY}"
SIZE = len(LABELS)


def test_each_token_has_a_row_that_hangs_on_its_own_paragraph_alone():
    encoder = States()
    rows, other = (
        encoder.read(columns.tabulate(prose.read_prose(article_of(text), PACK), GRAMMAR))
        for text in (TEXT, f"Rain\n\n{BODY}")
    )
    assert rows.shape == (len(columns.tabulate(prose.read_prose(article_of(TEXT), PACK), GRAMMAR).raw), 3 * 384)
    assert np.all(np.abs(rows).sum(1) > 0)
    assert np.array_equal(rows[2:], other[1:])
    assert not np.array_equal(
        rows[2], encoder.read(columns.tabulate(prose.read_prose(article_of("Rain\n\nThe end."), PACK), GRAMMAR))[1]
    )


def test_heads_learn_what_is_linear():
    chance = np.random.default_rng(3)
    gold = chance.integers(0, SIZE, 4096)
    states = (np.eye(SIZE)[gold] + chance.normal(0, 0.1, (4096, SIZE))).astype(np.float16)
    scores = states.astype(np.float32) @ fit(states, gold).weights
    assert (scores.argmax(1) == gold).mean() > 0.9


def test_the_best_path_never_goes_on_with_what_has_not_begun():
    following = np.zeros((SIZE, SIZE), np.float32)
    inside = LABELS.index("I-S")
    following[LABELS.index("O"), inside] = NEVER
    heads = Heads(np.eye(SIZE, dtype=np.float32), np.zeros(SIZE, np.float32), following)
    states = np.zeros((2, SIZE), np.float32)
    states[0, LABELS.index("O")] = 9
    states[1, inside], states[1, LABELS.index("B-S")] = 2, 1
    labels, sure = heads.label(states, [(0, 2)])
    assert labels == ["O", "B-S"]
    assert all(0 < each < 1 for each in sure)
    assert heads.label(states, [(0, 1), (1, 2)])[0] == ["O", "I-S"]
