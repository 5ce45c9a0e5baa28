"""Who says what in kinds of sentences of French and Spanish news that the marks, the order of words or a participle
tell; a text and its twin that is none. Every text is made up for its kind."""

import pytest

from tests.attribution import said

TITLES = {"fr": "Le conseil parle du budget", "es": "El consejo habla del presupuesto"}

SAID = (
    # clauses of reporting inside the quotation marks
    ("fr", "« Le quai, explique Anne Roux, est mort. »", "« Le quai … est mort. »", "Anne Roux"),
    (
        "fr",
        "« Le quai est mort, a tranché la maire. Rien ne bouge. »",
        "« Le quai est mort … Rien ne bouge. »",
        "maire",
    ),
    ("es", "«El muelle, explicó la alcaldesa, está muerto».", "«El muelle … está muerto»", "alcaldesa"),
    # an article tells that an office is a woman's
    ("fr", "La maire est venue. Elle a dit que le quai ferme.", "que le quai ferme", "maire"),
    ("fr", "Une porte-parole a nié la fuite. « C’est faux », a-t-elle dit.", "« C’est faux »", "porte-parole"),
    # when, where and to whom between the verb and who speaks
    ("fr", "« C’est faux », a dit sur X la députée Anne Roux.", "« C’est faux »", "Anne Roux"),
    ("fr", "« C’est faux », explique à l’ACN Luc Roux, pêcheur.", "« C’est faux »", "Luc Roux"),
    ("fr", "« C’est faux », a dit lors d’une réunion le préfet Luc Roux.", "« C’est faux »", "Luc Roux"),
    ("fr", "« C’est faux », a confié Luc Roux à notre rédaction.", "« C’est faux »", "Luc Roux"),
    ("fr", "« C’est faux », commente, amer, Luc Roux.", "« C’est faux »", "Luc Roux"),
    ("fr", "Les secours ont indiqué à la presse avoir vidé le quai.", "avoir vidé le quai", "secours"),
    ("fr", "La mairie fait valoir que le quai est sûr.", "que le quai est sûr", "mairie"),
    ("es", "Luis Roig instó a los vecinos a quedarse en casa.", "a quedarse en casa", "Luis Roig"),
    # whose view it is
    ("fr", "Pour l’opposition, le compte n’y est pas.", "le compte n’y est pas", "opposition"),
    ("es", "Para los expertos, las cuentas no salen.", "las cuentas no salen", "expertos"),
    ("fr", "À entendre Luc Roux, le quai ferme.", "le quai ferme", "Luc Roux"),
    ("fr", "De source policière, le quai est vide.", "le quai est vide", "source policière"),
    ("fr", "Le quai est vide, a-t-on appris auprès du parquet.", "Le quai est vide", "parquet"),
    ("fr", "Le quai est vide, prévient-on à la mairie.", "Le quai est vide", "mairie"),
    ("fr", "D’après une étude parue lundi, le quai bouge.", "le quai bouge", "étude"),
    ("fr", "Selon les chroniqueurs, le quai ferme.", "le quai ferme", "chroniqueurs"),
    # what a document says, what somebody calls a thing
    ("fr", "Un rapport affirmant que le quai est sale a paru.", "que le quai est sale a paru", "rapport"),
    ("fr", "Un plan jugé « injuste » par Luc Roux passe.", "« injuste »", "Luc Roux"),
    ("es", "Un plan calificado de «injusto» por Luis Roig sale.", "«injusto»", "Luis Roig"),
    # before and behind a colon
    ("fr", "Et Luc Roux d’ajouter que le quai ferme.", "que le quai ferme", "Luc Roux"),
    ("fr", "Luc Roux l’assure : le quai ferme.", "le quai ferme", "Luc Roux"),
    ("fr", "« C’est non » : le maire ne cède pas.", "« C’est non »", "maire"),
    ("fr", "Le constat de Luc Roux est dur : « Le quai est mort. »", "« Le quai est mort. »", "Luc Roux"),
    ("fr", "Luc Roux, maire de Norport : « Le quai est mort. »", "« Le quai est mort. »", "Luc Roux"),
    ("fr", "Luc Roux, lui, est plus nuancé : « Le quai vit. »", "« Le quai vit. »", "Luc Roux"),
    ("fr", "Dans le communiqué, on peut lire : « C’est non. »", "« C’est non. »", "communiqué"),
    ("fr", "« C’est non », dit Luc Roux, avant d’ajouter : « Le quai vit. »", "« Le quai vit. »", "Luc Roux"),
    ("fr", "« Fermez ! », crient les manifestants.", "« Fermez ! »", "manifestants"),
    # what was said in the sentence before
    ("fr", "Le quai ferme. C’est ce qu’a déclaré la maire.", "Le quai ferme", "maire"),
    ("es", "El muelle cerró. Así lo ha explicado Luis Roig.", "El muelle cerró", "Luis Roig"),
    ("fr", "« C’est non », a dit Luc Roux. Et d’ajouter : « Le quai vit. »", "« Le quai vit. »", "Luc Roux"),
    # whom words take up
    ("fr", "Norvia nie la fuite. Selon les journalistes, le quai vit.", "le quai vit", "Norvia"),
    ("fr", "L’avocat de Luc Roux, Me Anne Roche, a nié la fuite.", "la fuite", "Anne Roche"),
    ("fr", "Ursula von der Marck, présidente du port, a nié la fuite.", "la fuite", "Ursula von der Marck"),
    ("fr", "Ragnar Bölk dirige le port. « C’est non », dit-il.", "« C’est non »", "Ragnar Bölk"),
    # forms
    ("es", "El alcalde recomienda usar guantes.", "usar guantes", "alcalde"),
    ("es", "Luis Roig manifiesta que el muelle cerró.", "que el muelle cerró", "Luis Roig"),
    ("es", "Luis Roig exigió explicaciones.", "explicaciones", "Luis Roig"),
)

NOT_SAID = (
    ("fr", "« Le plan, comme le port, est mort. »"),
    ("fr", "« Il vient, appelle le port et repart. »"),
    ("fr", "« Je viens, a dit mon père, et je pars. »"),
    ("fr", "« Le quai ferme, dit-on, en mai. »"),
    ("fr", "Pour la banque, la facture est lourde."),
    ("fr", "Le port est appelé à disparaître."),
    ("fr", "Le port, appelé « Vieux » en mai, ferme."),
    ("fr", "Ces marins affirmant que tout va bien sont partis."),
    ("fr", "Avant de partir, il a mangé."),
    ("fr", "C’est ce qu’il craint."),
    ("fr", "La mairie a une annonce : le quai ferme."),
    ("es", "Así lo quiso el mar."),
    ("es", "«El plan, como el muelle, murió»."),
)


@pytest.mark.parametrize(("code", "text", "content", "source"), SAID)
def test_somebody_is_given_the_words(code: str, text: str, content: str, source: str):
    assert (content, source) in said.read(code, TITLES[code], text)[0]


@pytest.mark.parametrize(("code", "text"), NOT_SAID)
def test_nobody_is_given_them(code: str, text: str):
    assert not [one for one in said.read(code, TITLES[code], text)[0] if one[1]]


def test_the_words_for_a_document_are_whole_with_the_press_in_them():
    (_, source), *_ = said.read("fr", TITLES["fr"], "Le communiqué de presse du port affirme que le quai vit.")[0]
    assert source == "communiqué de presse du port"
