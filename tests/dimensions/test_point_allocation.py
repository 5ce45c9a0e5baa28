"""What a sourcing score lost: points, and captions that say what for."""

from detector.dimensions.sourcing import balance, point_allocation
from tests.readings import reading

PAGE = reading("The quay is old.")


def test_every_loss_has_a_caption_of_its_own():
    captions = [point_allocation.caption(PAGE, name) for name in balance.weights()]
    assert len(set(captions)) == len(captions)
    assert not [caption for caption in captions if "{" in caption]


def test_what_is_lost_and_what_is_left_sum_to_100():
    state = balance.weigh(balance.SourcingEvidence([], 100))
    assert sum(point_allocation.losses(state).values()) + balance.value(state) == 100
