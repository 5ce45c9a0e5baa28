"""A whole headline that the network takes for clickbait is a remark where no rule says which words lure."""

from dataclasses import replace

import pytest

from detector import page, rules
from detector.analysis import read_article
from detector.article import Insight, Language
from detector.dimensions import headline
from detector.settings import SETTINGS

RULE = "headline.bait"
LEAST = SETTINGS.headline.lure
PLAIN = "El concejo vota la tasa del muelle"


def found(title, bait, alarm=None):
    whole = read_article(page.read_text("El concejo votó el lunes.", title), Language("es", 1.0, "partial"))
    marked = headline.find(replace(whole, insight=Insight(bait, alarm, ())), rules.load("es"))
    return [(finding.exact, finding.confidence) for finding in marked if finding.rule == RULE]


def test_from_its_threshold_the_whole_headline_is_a_remark():
    assert found(PLAIN, LEAST) == [(PLAIN, LEAST)]
    assert not found(PLAIN, LEAST - 0.01)


def test_words_that_a_rule_names_are_enough():
    title = "No vas a creer lo que encontró este pescador"
    assert [exact for exact, _ in found(title, 0.95)] == [exact for exact, _ in found(title, None)]


@pytest.mark.parametrize(("bait", "alarm"), [(None, None), (0.95, 0.1)])
def test_without_bait_or_beside_alarm_there_is_none(bait, alarm):
    assert not found(PLAIN, bait, alarm)
