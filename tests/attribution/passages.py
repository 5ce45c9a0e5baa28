"""Passages of our own with the marks a careful reader makes, in many fields of news."""

from tests.attribution.passages_more import MORE
from training.evaluation.passage import Passage

__all__ = ["PASSAGES", "Passage"]

PASSAGES = (
    Passage(
        "business",
        "Harlow Mills cuts forecast\n\n"
        "Shares in Harlow Mills fell 9% on Tuesday after the flour maker cut its forecast. Chief "
        "executive Dana Whitlock said "
        "the company had been surprised by the price of wheat.\n\n"
        "“We did not see this coming,” she told analysts on a call. “We will be more careful next time.”\n\n"
        "Peter Ostrow, an analyst at Calder Bank, said the warning was overdue. He added that margins would stay thin "
        "until spring.\n\n"
        "Harlow Mills declined to comment on its plans for the Leeds plant.",
        (
            ("Dana Whitlock", "indirect", "the company had been surprised"),
            ("Dana Whitlock", "direct", "We did not see this coming"),
            ("Peter Ostrow", "indirect", "the warning was overdue"),
            ("Peter Ostrow", "indirect", "that margins would stay"),
        ),
    ),
    Passage(
        "science",
        "Bees remember faces\n\n"
        "Honeybees can tell one human face from another, according to a study published on Thursday in "
        "a journal of insect "
        "behaviour.\n\n"
        "The researchers trained 40 bees with sugar water. The study found that most of them returned "
        "to the right picture "
        "after two days.\n\n"
        "“It is not what we would call recognition,” said Marta Lindqvist, a biologist at the "
        "University of Tarn who led the work. "
        "“But it comes close.”\n\n"
        "Other scientists were more cautious. Ravi Menon, who was not involved in the study, argued "
        "that the sample was too small.",
        (
            ("a study", "indirect", "Honeybees can tell one human"),
            ("a study", "indirect", "that most of them returned"),
            ("Marta Lindqvist", "direct", "It is not what we would call"),
            ("Ravi Menon", "indirect", "that the sample was too small"),
        ),
    ),
    Passage(
        "war",
        "Shelling resumes near border town\n\n"
        "Artillery fire resumed near the border town of Velin on Sunday, local officials said. At least "
        "four people were wounded, "
        "according to the regional governor, Oleh Marchuk.\n\n"
        "Ukraine accused Russia of breaking the truce. Moscow denied that its forces had fired first.\n\n"
        "“They began at five in the morning and did not stop,” a resident, Halyna, told reporters by telephone.\n\n"
        "Russian Defence Ministry spokesman Igor Panin said in a statement that the shells had come "
        "from the other side.",
        (
            ("local officials", "indirect", "Artillery fire resumed"),
            ("Oleh Marchuk", "indirect", "At least four people"),
            ("Ukraine", "indirect", "Russia of breaking the truce"),
            ("Moscow", "indirect", "that its forces had fired"),
            ("Halyna", "direct", "They began at five"),
            ("Igor Panin", "indirect", "that the shells had come"),
        ),
    ),
    Passage(
        "sport",
        "Late goal sinks Rovers\n\n"
        "A header in stoppage time gave Ashby Town a 2-1 win over Rovers on Saturday.\n\n"
        "“The lads never stopped believing,” said manager Colin Frayne. “I could not be prouder.”\n\n"
        "Rovers captain Tom Bexley admitted his side had switched off. “We got what we deserved,” he said.\n\n"
        "Frayne believes his team can reach the final.",
        (
            ("Colin Frayne", "direct", "The lads never stopped"),
            ("Tom Bexley", "indirect", "his side had switched off"),
            ("Tom Bexley", "direct", "We got what we deserved"),
            ("Colin Frayne", "indirect", "his team can reach the final"),
        ),
    ),
    Passage(
        "crime",
        "Two held over warehouse fire\n\n"
        "Two men were arrested on Monday after a fire destroyed a warehouse in Dunmore, police said.\n\n"
        "Detective Inspector Ruth Callan said the blaze had been started deliberately and appealed for witnesses. "
        "“Somebody saw something,” she said.\n\n"
        "A neighbour, who asked not to be named, said she had heard shouting before midnight.\n\n"
        "Court documents show that one of the men had worked at the site until March. His lawyer could "
        "not be reached for comment.",
        (
            ("police", "indirect", "Two men were arrested"),
            ("Ruth Callan", "indirect", "the blaze had been started"),
            ("Ruth Callan", "direct", "Somebody saw something"),
            ("A neighbour", "indirect", "she had heard shouting"),
            ("Court documents", "indirect", "that one of the men"),
        ),
    ),
    Passage(
        "translated English",
        "Tram line divides city\n\n"
        "The mayor of the city, Paolo Ferrante, has announced that works for the new tram will start in "
        "September, as reported by "
        "his office.\n\n"
        "The project has been harshly criticized by the merchants of the centre, who fear that "
        "customers will disappear. "
        "“Nobody has listened to us,” underlined the president of their association, Giulia Conti.\n\n"
        "According to Ferrante, however, the protests are “understandable but excessive”.",
        (
            ("Paolo Ferrante", "indirect", "that works for the new tram"),
            ("merchants of the centre", "indirect", "The project"),
            ("merchants of the centre", "indirect", "that customers will disappear"),
            ("Giulia Conti", "direct", "Nobody has listened"),
            ("Paolo Ferrante", "mixed", "the protests are"),
        ),
    ),
    Passage(
        "politics",
        "Senate splits over ferry bill\n\n"
        "Sen. Laura Pickett, D-Ohio, called the ferry bill “a gift to nobody” on Wednesday. Sen. Mark "
        "Dunleavy, a Republican from "
        "Maine, countered that it would save three harbours.\n\n"
        "Pickett was told by aides that the vote would be close. “I can count,” she said with a smile.\n\n"
        "Democrats fear the delay will cost them the autumn. Critics of the bill say it was written in haste.",
        (
            ("Laura Pickett", "mixed", "the ferry bill"),
            ("Mark Dunleavy", "indirect", "that it would save"),
            ("aides", "indirect", "that the vote would be close"),
            ("Laura Pickett", "direct", "I can count"),
            (None, "indirect", "the delay will cost"),
            ("Critics of the bill", "indirect", "it was written in haste"),
        ),
    ),
    Passage(
        "health",
        "Ward to close for a month\n\n"
        "The children’s ward at St Brannock Hospital will close for repairs, the hospital trust "
        "announced on Friday.\n\n"
        "“Patients will be moved to Exley,” the trust said in a statement, adding that no operations "
        "would be cancelled.\n\n"
        "Parents are unconvinced. “Exley is forty miles away,” said Joanna Pell, whose son is treated there each week. "
        "She said she had learned of the closure from a poster.\n\n"
        "The health union’s view is that the repairs could wait.",
        (
            ("hospital trust", "indirect", "The children’s ward"),
            ("hospital trust", "direct", "Patients will be moved"),
            ("hospital trust", "indirect", "that no operations"),
            ("Joanna Pell", "direct", "Exley is forty miles away"),
            ("Joanna Pell", "indirect", "she had learned"),
            (None, "indirect", "that the repairs could wait"),
        ),
    ),
    *MORE,
)
