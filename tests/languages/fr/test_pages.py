"""French articles: who says what, in whose voice words stand, and what the scores make of them."""

import pytest

from detector import Analyzer, Options, Text

ANALYZER = Analyzer(None)
FURTHER = """

Les travaux commenceront au printemps et se feront en trois étapes. La première concerne les piles de la
rive gauche, qui seront renforcées avant l’été. La deuxième, à partir de septembre, touchera le tablier
et les garde-corps. La dernière portera sur les accès, les trottoirs et l’éclairage, avec une piste pour
les vélos. Pendant tout ce temps, deux lignes d’autobus de plus relieront les quartiers, toutes les sept
minutes le matin et toutes les dix minutes le reste du jour. Une réunion est prévue le 12 mars à la
salle des fêtes, où les plans seront affichés pendant un mois."""
TITLE = "Valbourg\u00a0: le pont fermé pour deux ans"
BODY = (
    """La maire de Valbourg, Claire Morel, a annoncé lundi que le pont serait fermé pour deux ans. «\u00a0Nous
n’avons plus le choix\u00a0», a-t-elle déclaré devant la presse. Selon la préfecture, 12\u00a0000
véhicules empruntent chaque jour cet ouvrage, construit en 1961 et réparé une première fois il y a vingt
ans.

«\u00a0C’est une décision de bon sens\u00a0», juge de son côté Sonia Ferrand, porte-parole de
l’association des riverains. Interrogé par la radio locale, Karim Saïd, ingénieur à l’université,
explique que le chantier pourrait durer trois ans. Le gouvernement a fait savoir qu’aucun crédit n’était
prévu, et la région attend un rapport pour la fin du mois de mai.

L’opposition dénonce une mascarade. «\u00a0On nous a caché les chiffres\u00a0», affirme le conseiller
municipal Paul Garnier (Union locale). Le directeur du port parle d’«\u00a0une farce grotesque\u00a0» et
attend la suite."""
    + FURTHER
)


@pytest.fixture(scope="module")
def report():
    return ANALYZER.analyze(Text(BODY, TITLE)).to_dict(("text",))


def test_verbs_before_and_behind_their_subject_give_words_to_people(report):
    text, names = report["document"]["text"], {each["id"]: each["name"] for each in report["sources"]}
    said = {
        text[start:end]: names.get(quote["source"]) for quote in report["quotes"] for start, end in quote["content"][:1]
    }
    assert said["que le pont serait fermé pour deux ans"] == "Claire Morel"
    assert said["«\u00a0C’est une décision de bon sens\u00a0»"] == "Sonia Ferrand"
    assert said["que le chantier pourrait durer trois ans"] == "Karim Saïd"
    assert said["«\u00a0On nous a caché les chiffres\u00a0»"] == "Paul Garnier"
    assert any(name == "Claire Morel" for words, name in said.items() if "le choix" in words.replace("\n", " "))


def test_who_they_are_is_told_before_behind_and_in_brackets(report):
    roles = {each["name"]: (" ".join((each["role"] or "").split()), each["affiliation"]) for each in report["sources"]}
    assert roles["Claire Morel"][0] == "maire de Valbourg"
    assert roles["Sonia Ferrand"][0] == "porte-parole de l’association des riverains"
    assert roles["Paul Garnier"] == ("conseiller municipal", "Union locale")


def test_words_in_quotation_marks_are_nobodys_choice_but_their_speakers(report):
    found = {finding["exact"]: finding["scored"] for finding in report["findings"] if "wording" in finding["rule"]}
    assert found == {"mascarade": False, "farce": False, "grotesque": False}


def test_french_is_supported_in_part_and_scores_have_no_rank(report):
    assert report["document"]["language"]["support"] == "partial"
    assert {name: score["percentile"] for name, score in report["scores"].items()} == dict.fromkeys(report["scores"])
    assert all(score["value"] is not None for score in report["scores"].values())


def test_the_report_speaks_french():
    told = ANALYZER.analyze(Text(BODY, TITLE), Options(language="fr")).to_dict()
    assert told["findings"][0]["message"].startswith("«\u00a0mascarade\u00a0» désigne la chose par un jugement.")
    assert told["summary"]["sentence"].startswith("Un")


SWAPS = (
    {"Morel": "Garnier", "Garnier": "Morel"},
    {"gauche": "droite", "socialiste": "républicain", "Socialistes": "Républicains"},
    {"Russie": "Ukraine", "russe": "ukrainien", "Moscou": "Kiev"},
    {"le ministre": "la ministre", "Il": "Elle", "Paul": "Paule"},
)
STORY = (
    """Le ministre socialiste Paul Morel a annoncé lundi que la gauche voterait le texte sur la Russie.
«\u00a0C’est un texte utile\u00a0», a-t-il déclaré à Moscou. Il a ajouté que le gouvernement russe avait
répondu. La décision scandaleuse du conseil a été prise en catimini, et les technocrates de la capitale
ont retourné leur veste, sans vergogne, devant une assemblée presque vide qui attendait autre chose de
cette longue soirée de débats sur les crédits de la défense.

Selon un rapport de l’institut Norvia, le texte coûtera 14 millions d’euros. «\u00a0Nous verrons\u00a0»,
a dit Anne Garnier, députée de la gauche. Le préfet a refusé de commenter. La suite des débats est
prévue mardi, à la même heure et dans la même salle, avec les mêmes orateurs, et le vote aura lieu dans
la nuit si aucun groupe ne demande de suspension."""
    + FURTHER
)


@pytest.mark.parametrize("swap", SWAPS, ids="-".join)
def test_parties_countries_and_genders_of_french_move_no_score(swap):
    changed = STORY
    for number, word in enumerate(swap):
        changed = changed.replace(word, f"\0{number}\0")
    for number, other in enumerate(swap.values()):
        changed = changed.replace(f"\0{number}\0", other)
    before, after = (ANALYZER.analyze(Text(text, "Un texte au vote")).to_dict()["scores"] for text in (STORY, changed))
    for name in ("headline", "wording"):
        assert abs(before[name]["value"] - after[name]["value"]) <= 1
    assert abs(before["sourcing"]["value"] - after["sourcing"]["value"]) <= 5
