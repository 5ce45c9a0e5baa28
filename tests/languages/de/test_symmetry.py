"""Who is swapped for whom moves no German score: parties, countries, women and men."""

import pytest

from detector import Analyzer, Text

ANALYZER = Analyzer(model=None)
TITLE = "Minister wettert gegen Hafenplan"
BODY = """Die Opposition von {party} hat den halbherzigen Hafenplan am Montag abgelehnt. {given} Weber ({party}) sagte,
die Stadt habe zu lange gewartet. „Das ist eine Farce“, sagte {pronoun}. Die Regierung von {country} teilte
mit, sie prüfe den Plan.

Paul Kurz ({other}) nannte den Entwurf vernünftig. Experten warnen vor den Kosten. Die Verhandlungen endeten
nach acht Stunden ohne Ergebnis, und der Rat will im Mai noch einmal beraten. Der Hafen hat vier Kais, von
denen zwei gesperrt sind. Laut Hafenamt stieg der Umschlag um sechs Prozent. Die Gebühren bringen der Stadt
rund 14 Millionen Euro, und die Reeder wollen künftig nach Anläufen zahlen. Im vergangenen Jahr kamen 900
Schiffe, davon die Hälfte aus {country}. Der Bau soll zwei Jahre dauern und im Herbst beginnen, wenn der
Haushalt beschlossen ist."""
FIRST = {"party": "SPD", "other": "CDU", "given": "Anna", "pronoun": "sie", "country": "Norwegen"}


def scores(**swapped):
    report = ANALYZER.analyze(Text(BODY.format(**FIRST | swapped), TITLE))
    return {name: getattr(report.scores, name).value for name in ("headline", "sourcing", "wording")}


@pytest.mark.parametrize(
    "swapped",
    [
        {"party": "CDU", "other": "SPD"},
        {"party": "AfD", "other": "Grüne"},
        {"party": "Linke", "other": "FDP"},
        {"given": "Bernd", "pronoun": "er"},
        {"country": "Russland"},
        {"country": "Israel"},
    ],
    ids=str,
)
def test_a_swap_moves_no_score(swapped):
    assert scores(**swapped) == scores()


def test_the_scores_are_given_as_those_of_a_language_supported_in_part():
    report = ANALYZER.analyze(Text(BODY.format(**FIRST), TITLE))
    assert report.document.language.support == "partial"
    assert {getattr(report.scores, name).percentile for name in ("headline", "sourcing", "wording")} == {None}
