"""A German page: it gets marks and a score of its wording, marked as partial, and reasons for what is missing."""

import pytest

from detector import Analyzer, Options, Text

ANALYZER = Analyzer()
TITLE = "Stadtrat beschließt neue Parkgebühren"
BODY = """Der Stadtrat hat am 12. Januar neue Parkgebühren beschlossen. Nach einem langen Gezerre stimmten 21 der 40
Mitglieder für den Antrag, z. B. die Fraktion der Grünen. Der skandalöse Beschluss gilt ab März und betrifft rund
4.000 Stellplätze in der Innenstadt.

„Das ist eine erbärmliche Farce“, sagte die Sprecherin des Einzelhandels. „Wir werden klagen.“ Der Bürgermeister wies
die Kritik zurück und verwies auf die Kosten für den Unterhalt der Straßen, die in den vergangenen Jahren deutlich
gestiegen sind. Der Fall des Parkhauses am Markt wird in einer eigenen Sitzung behandelt.

Die Gebühren steigen von zwei auf drei Euro in der Stunde. Anwohner zahlen weiterhin einen festen Betrag im Jahr, den
der Rat nicht verändert hat. Für Menschen mit einer Behinderung bleibt das Parken frei. Die Stadt rechnet mit Einnahmen
von 1,2 Millionen Euro im Jahr, die in den Ausbau der Radwege und in den öffentlichen Nahverkehr fließen sollen.

Der Handel hatte in den vergangenen Wochen gegen die Pläne gewettert und vor leeren Geschäften gewarnt. Eine
Untersuchung der Hochschule aus dem Jahr 2023 kam zu dem Ergebnis, dass die meisten Kunden mit dem Bus oder zu Fuß in
die Innenstadt kommen. Der Verband der Händler hat eigene Zahlen angekündigt, sie aber bisher nicht vorgelegt. Der Rat
will die Wirkung der neuen Gebühren nach einem Jahr prüfen und dann über weitere Schritte entscheiden."""


@pytest.fixture(scope="module")
def report():
    return ANALYZER.analyze(Text(BODY, TITLE)).to_dict(("text", "sentences"))


def test_german_is_supported_in_part_and_the_reader_is_told(report):
    assert report["document"]["language"]["code"] == "de"
    assert report["document"]["language"]["support"] == "partial"
    assert "partly-supported" in {notice["code"] for notice in report["document"]["notices"]}


def test_loaded_words_are_marked_in_the_writers_voice_and_not_counted_in_others(report):
    found = {finding["exact"]: finding["scored"] for finding in report["findings"]}
    assert found == {"Gezerre": True, "skandalöse": True, "erbärmliche": False, "Farce": False, "gewettert": True}


def test_wording_has_a_score_without_a_rank_as_have_the_others(report):
    wording = report["scores"]["wording"]
    assert wording["value"] > 0
    assert wording["level"] in {"low", "notable", "strong"}
    assert wording["percentile"] is None
    assert abs(sum(part["points"] for part in wording["parts"]) - wording["value"]) <= 0.5
    assert report["scores"]["headline"]["value"] == 0
    assert report["scores"]["sourcing"]["value"] > 0
    assert report["scores"]["sourcing"]["percentile"] is None


def test_an_ordinal_and_an_abbreviation_end_no_sentence(report):
    text = report["document"]["text"]
    lines = [text[line["start"] : line["end"]] for line in report["sentences"]]
    assert "Der Stadtrat hat am 12. Januar neue Parkgebühren beschlossen." in lines
    assert any("z. B. die Fraktion" in line for line in lines)


def test_the_report_speaks_the_readers_language():
    told = ANALYZER.analyze(Text(BODY, TITLE), Options(language="de")).to_dict()
    assert told["findings"][0]["message"] == "„Gezerre“ benennt die Sache mit einem Urteil."
    assert told["findings"][0]["suggestion"] == "Streit"
    assert "wertende Wortwahl" in told["summary"]["sentence"]
    assert "Artikel" in told["limitations"][0]


def test_an_english_page_is_reported_in_german_where_the_reader_asks_for_it():
    text = "The thugs on the council voted for it again. " * 20
    english, german = (
        ANALYZER.analyze(Text(text), Options(language=code)).to_dict()["findings"] for code in ("xx", "de")
    )
    assert english[0]["message"] == "“thugs” calls names."
    assert german[0]["message"] == "„thugs“ ist ein Schimpfwort."
    assert [finding["points"] for finding in english] == [finding["points"] for finding in german]
