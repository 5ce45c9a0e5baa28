import pytest

from detector.languages.en import tagging

# A sentence, the word in question after "/", and its tag.
CASES = """
The clerk wants to fight the plan / fight VB
The clerk may have a plan / have VB
The clerk did not need a lawyer / need VB
The clerk said it 's late / 's VBZ
The clerk 's lawyer left / 's POS
The plan was rejected by the court / rejected VBN
The clerk has not signed it / signed VBN
It was the plan she rejected / rejected VBD
The plan that Mr. Orr rejected a year ago / rejected VBD
They view the plan as dead / view VBP
When he heads north / heads VBZ
The talks turned to health care / health NN
The clerk told her to sign it / her PRP
The clerk read her plan / her PRP$
Sources close to the clerk spoke / close JJ
The clerk wants to close to traffic / close VB
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_neighbours_correct_a_tag(case):
    sentence, _, wanted = case.partition(" / ")
    word, expected = wanted.split()
    words = sentence.split()
    assert tagging.tag(words)[words.index(word)] == expected
