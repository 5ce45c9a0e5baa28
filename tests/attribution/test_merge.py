"""The tagger's and the rules' quotations as one."""

from detector.article import Span
from detector.attribution import RawQuotation
from detector.attribution.extraction import merge

WHO, OTHER = Span(0, 5), Span(10, 15)


def said(start: int, end: int, source: Span | None = WHO) -> RawQuotation:
    return RawQuotation((Span(start, end),), (), source, "indirect", "speech")


def test_where_both_find_the_same_the_ends_are_those_of_the_rules():
    assert merge.merge_quotations([said(20, 44)], [said(20, 40)]) == (said(20, 40),)


def test_where_they_differ_the_words_are_those_of_the_tagger():
    assert merge.merge_quotations([said(20, 90)], [said(20, 40)]) == (said(20, 90),)


def test_what_one_of_them_finds_is_kept():
    assert merge.merge_quotations([said(100, 120)], [said(20, 40)]) == (said(20, 40), said(100, 120))


def test_a_source_that_the_rules_lack_comes_from_the_tagger():
    assert merge.merge_quotations([said(20, 40, OTHER)], [said(20, 40, None)]) == (said(20, 40, OTHER),)


def test_a_quotation_of_the_rules_is_used_once():
    assert merge.merge_quotations([said(20, 30), said(31, 33)], [said(20, 33)]) == (said(20, 33), said(31, 33))


def test_nothing_and_something_is_something():
    assert merge.merge_quotations([], [said(20, 40)]) == merge.merge_quotations([said(20, 40)], []) == (said(20, 40),)


def test_what_mixes_the_words_of_two_sources_is_left_to_the_rules():
    mixed = RawQuotation((Span(20, 40), Span(50, 70)), (), WHO, "mixed", "speech")
    ruled = [said(20, 40), said(50, 70, OTHER)]
    assert merge.merge_quotations([mixed], ruled) == tuple(ruled)
