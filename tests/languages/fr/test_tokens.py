"""How French is split: an elided word before an apostrophe stands by itself."""

import pytest

from detector.languages.fr import PACK
from detector.text import tokens

CASES = {
    "L'homme qu’il a vu": "L' homme qu’ il a vu",
    "d’Emmanuel Durand, aujourd’hui": "d’ Emmanuel Durand , aujourd’hui",
    "« Non », dit-il, a-t-elle ajouté": "« Non » , dit-il , a-t-elle ajouté",
    "N’Diaye et M'Bappé, prud'hommes": "N’Diaye et M'Bappé , prud'hommes",
    "M. Durand, porte-parole de l'ONU": "M. Durand , porte-parole de l' ONU",
    "un rendez-vous, celui-ci": "un rendez-vous , celui-ci",
}


@pytest.mark.parametrize("text", CASES)
def test_clitics_are_tokens(text):
    assert " ".join(text[span.start : span.end] for span in tokens.split(text, PACK.splitting)) == CASES[text]
