"""What a sourcing score lost: points, and captions that say it with the numbers of the settings."""

import msgspec
import pytest

from detector.article import Party, Source, Span
from detector.dimensions.sourcing import balance, point_allocation
from detector.settings import SETTINGS
from tests.readings import reading

SILENT = Party(name="Delta", side=None, mentions=(Span(0, 5),), headline=(Span(0, 5),), heard="none")
PAGE = reading("The quay is old.")


def set_sourcing(monkeypatch, **changed):
    settings = msgspec.structs.replace(SETTINGS, sourcing=msgspec.structs.replace(SETTINGS.sourcing, **changed))
    for module in (balance, point_allocation):
        monkeypatch.setattr(module, "SETTINGS", settings)


@pytest.mark.parametrize(
    ("name", "changed", "caption"),
    [
        ("unheard", {"cap_unheard": 42}, "at most 42 where a party of the headline has no voice"),
        (
            "one-side",
            {"cap_one_side": 55, "top_side": 0.75},
            "at most 55 where one side has over 75 % of the attributed words",
        ),
        ("unidentified", {"cap_unidentified": 12}, "at most 12 without a named person or a document"),
    ],
)
def test_a_caption_follows_the_setting(monkeypatch, name, changed, caption):
    assert point_allocation.caption(PAGE, name) != caption
    set_sourcing(monkeypatch, **changed)
    assert point_allocation.caption(PAGE, name) == caption


def test_a_cap_costs_what_the_score_would_have_above_it(monkeypatch):
    voices = [Source(id=name, name=name, kind="person", named=True, identified=True, origin=name) for name in "ABCDE"]
    state = balance.weigh([(source, 20) for source in voices], [SILENT])
    before = point_allocation.losses(state, [SILENT])["unheard"]
    set_sourcing(monkeypatch, cap_unheard=SETTINGS.sourcing.cap_unheard - 10)
    assert point_allocation.losses(state, [SILENT])["unheard"] == pytest.approx(before + 10)


def test_every_loss_has_a_caption_without_a_gap():
    names = [*balance.weights(balance.weigh([], [SILENT])), "unheard", "one-side", "unidentified"]
    captions = [point_allocation.caption(PAGE, name) for name in names]
    assert not [caption for caption in captions if "{" in caption]
