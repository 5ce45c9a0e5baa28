"""Findings that compete for the same words."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from detector.article import SEVERITIES, Finding, Span
from detector.rules.overlap import Places, resolve_overlaps

TEXT = "abcdefghijklmnopqrstuvwxyz" * 4

RIVALS = ("headline", "wording")


def finding(start, end, *, rule="wording.a", dimension="wording", severity="notable", confidence=0.7, **rest):
    span = Span(start, end)
    return Finding(
        rule=rule,
        dimension=dimension,
        span=span,
        exact=span.of(TEXT),
        severity=severity,
        confidence=confidence,
        message="m",
        reason="r",
        **rest,
    )


def places(findings):
    return [(found.span.start, found.span.end) for found in findings]


def test_findings_that_do_not_touch_all_stay_in_reading_order_with_ids():
    settled = resolve_overlaps([finding(9, 12), finding(0, 4), finding(4, 8)])
    assert places(settled) == [(0, 4), (4, 8), (9, 12)]
    assert [found.id for found in settled] == ["f1", "f2", "f3"]


def test_the_more_severe_of_two_stays():
    assert places(resolve_overlaps([finding(0, 8), finding(5, 9, severity="strong")])) == [(5, 9)]


def test_the_one_that_holds_the_other_stays_though_it_is_less_sure():
    assert places(resolve_overlaps([finding(2, 5, confidence=0.9), finding(0, 8, confidence=0.5)])) == [(0, 8)]


def test_a_milder_one_does_not_swallow_what_it_holds():
    assert places(resolve_overlaps([finding(2, 5, severity="strong"), finding(0, 8)])) == [(2, 5)]


def test_equal_places_go_to_the_surer_and_then_to_the_first_rule_by_name():
    assert [
        found.rule for found in resolve_overlaps([finding(0, 4, rule="wording.b", confidence=0.8), finding(0, 4)])
    ] == ["wording.b"]
    assert [found.rule for found in resolve_overlaps([finding(0, 4, rule="wording.b"), finding(0, 4)])] == ["wording.a"]


def test_different_dimensions_may_share_words():
    settled = resolve_overlaps([finding(0, 4), finding(0, 4, rule="sourcing.a", dimension="sourcing")])
    assert [found.rule for found in settled] == ["sourcing.a", "wording.a"]


def test_a_remark_on_the_headline_wins_over_one_on_the_wording():
    settled = resolve_overlaps(
        [finding(0, 4, severity="strong"), finding(2, 6, rule="headline.a", dimension="headline")], RIVALS
    )
    assert [found.rule for found in settled] == ["headline.a"]


def test_a_comparison_with_the_body_does_not_compete_with_wording():
    kicker = finding(0, 13, rule="headline.a", dimension="headline", severity="strong")
    absent = replace(kicker, rule="headline.b", span=Span(8, 12), evidence={"absent": True, "compared": "body"})
    assert [found.rule for found in resolve_overlaps([absent, kicker])] == ["headline.a", "headline.b"]


def test_what_is_held_at_a_place_is_found_in_the_order_of_the_text():
    held = Places([(Span(8, 9), "c"), (Span(0, 9), "a"), (Span(2, 4), "b"), (Span(12, 13), "d")])
    assert held.at(Span(3, 5)) == ["a", "b"]
    assert held.at(Span(4, 9)) == ["a", "c"]
    assert held.at(Span(9, 12)) == []


FINDINGS = st.lists(
    st.builds(
        lambda start, length, severity, confidence, rule, dimension: finding(
            start, start + length, rule=rule, severity=severity, confidence=confidence, dimension=dimension
        ),
        st.integers(0, 60),
        st.integers(1, 12),
        st.sampled_from(SEVERITIES),
        st.sampled_from([0.5, 0.7, 0.9]),
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["headline", "sourcing", "wording"]),
    ),
    max_size=30,
)


@given(FINDINGS, st.randoms(use_true_random=False))
def test_settling_leaves_no_overlap_within_a_dimension_and_does_not_depend_on_order(findings, generator):
    settled = resolve_overlaps(findings, RIVALS)
    for dimension in ("headline", "sourcing", "wording"):
        ends = 0
        for found in (found for found in settled if found.dimension is dimension):
            assert found.span.start >= ends
            ends = found.span.end
    shuffled = list(findings)
    generator.shuffle(shuffled)
    assert resolve_overlaps(shuffled, RIVALS) == settled
    assert resolve_overlaps(settled, RIVALS) == settled
    assert bool(settled) == bool(findings)
