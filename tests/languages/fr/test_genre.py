"""Opinion told from reports in French, by the words of the pack."""

from detector import Analyzer, Text

OPINION = """Il faut le dire : notre port mérite mieux. Mais qui nous écoute ? Certes, la taxe est légère. Pourtant, je
n’y crois pas. Pourquoi payer encore ? Parce que nous avons tort d’attendre. Bref, il faudrait tout changer, et nous
le savons. Ce n’est pas une question d’argent, mais de raison. Ou alors, à quoi bon notre vote ? Voilà pourquoi je
voterai contre ce plan, et pourquoi nous devrions tous le faire."""
REPORT = """Le conseil a voté lundi une taxe de deux couronnes sur les bateaux du port. La maire, Anne Roe, a déclaré
que la somme paierait le quai. Le syndicat des marins a indiqué qu’il saisirait le tribunal. La taxe sera levée en
mai. Les travaux du quai ont commencé en mars et coûtent neuf millions de couronnes, selon la mairie. Le préfet a
annoncé une réunion vendredi avec les élus et les marins du port."""


def test_an_argument_is_told_from_a_report():
    reader = Analyzer(model=None)
    assert reader.analyze(Text(OPINION, title="La taxe du port")).document.genre.label == "opinion"
    assert reader.analyze(Text(REPORT, title="La taxe du port")).document.genre.label == "reporting"
