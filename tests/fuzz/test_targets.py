"""What a hunt looks for, over what it begins with; `python -m tools.fuzz.hunt` goes on from there."""

import pytest

from tools.fuzz import targets
from tools.fuzz.seeds import seeds

PAGES, BODIES, CALLS = seeds("page"), seeds("wire"), seeds("host")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_or_refused_and_its_words_stand_where_it_says(name):
    targets.page(PAGES[name])


@pytest.mark.parametrize("name", BODIES)
def test_a_body_is_a_request_or_a_problem(name):
    targets.wire(BODIES[name])


@pytest.mark.parametrize("name", CALLS)
def test_a_call_of_a_browser_wakes_the_server_or_is_refused(name):
    targets.host(CALLS[name])
    targets.host(CALLS[name][:-1])
    targets.host(CALLS[name] + b"more")


def test_the_targets_notice_what_is_wrong(monkeypatch):
    monkeypatch.setattr(targets, "read_page", lambda given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        targets.page(b"\x00<p>x</p>")
