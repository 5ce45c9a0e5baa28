"""What a page's notices say of the network that read it."""

import pytest

from detector import Analyzer, Options, Text
from detector.encoder import multilingual

STORIES = {
    "it": "Il consiglio ha votato il bilancio martedì sera. La sindaca ha lasciato l'aula prima del voto.",
    "en": "The council voted on the budget on Tuesday evening. The mayor left the room before the vote.",
}


@pytest.fixture(scope="module")
def analyzer():
    return Analyzer()


def notices(analyzer, code, reader="en"):
    report = analyzer.analyze(Text(STORIES[code] * 3), Options(language=reader))
    return {notice.code: notice.message for notice in report.document.notices}


@pytest.mark.parametrize("reader", ["de", "en", "es", "fr"])
def test_the_measured_figure_of_a_language_is_told(analyzer, reader):
    told = notices(analyzer, "it", reader)["measured"]
    assert f" {round(100 * multilingual.load().measured('it'))} " in told


def test_nothing_is_told_where_nothing_was_measured_or_no_network_read(analyzer):
    assert "measured" not in notices(analyzer, "en")
    assert "measured" not in notices(Analyzer(model=None), "it")
    assert multilingual.load().measured("xx") is None
