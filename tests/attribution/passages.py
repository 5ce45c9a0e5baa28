"""Passages of our own with the marks a careful reader makes: each mark is (source's name, "
"style, how the content begins)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Passage:
    """One article and its marks."""

    name: str
    text: str
    marks: tuple[tuple[str | None, str, str], ...]


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
            ("Laura Pickett", "direct", "I can count"),
            ("Democrats", "indirect", "the delay will cost"),
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
            ("health union", "indirect", "that the repairs could wait"),
        ),
    ),
    Passage(
        "technology",
        "Phone maker pulls update\n\n"
        "Quillon withdrew the latest update to its phones after owners complained that batteries "
        "drained within hours.\n\n"
        "“We are sorry,” the company wrote in a post on its website. A spokeswoman, Ines Duarte, told "
        "the Morning Ledger that a new "
        "version would follow within days.\n\n"
        "“It was working fine until Sunday,” one user wrote on a forum.",
        (
            ("owners", "indirect", "that batteries drained"),
            ("Quillon", "direct", "We are sorry"),
            ("Ines Duarte", "indirect", "that a new version"),
            ("one user", "direct", "It was working fine"),
        ),
    ),
    Passage(
        "courts",
        "Judge rejects appeal\n\n"
        "A judge ruled on Thursday that the sale of the quarry was lawful. The campaigners’ lawyer, "
        "Edwin Rooke, said they would "
        "appeal, insisting the ruling ignored the evidence.\n\n"
        "“This is not over,” Rooke said outside the court.\n\n"
        "The claim that the council had hidden documents was described by Judge Amelia Trant as “fanciful”.",
        (
            ("A judge", "indirect", "that the sale of the quarry"),
            ("Edwin Rooke", "indirect", "they would appeal"),
            ("Edwin Rooke", "indirect", "the ruling ignored"),
            ("Edwin Rooke", "direct", "This is not over"),
            ("Amelia Trant", "mixed", "The claim that"),
        ),
    ),
    Passage(
        "split quotation",
        "Lighthouse keeper retires\n\n"
        "“The sea,” said Ewan Strachan, the last keeper of the light, “does not care who is watching.”\n\n"
        "“I will miss it,” he added. “I will not miss the stairs.”\n\n"
        "“Nor the fog.”",
        (
            ("Ewan Strachan", "direct", "The sea"),
            ("Ewan Strachan", "direct", "I will miss it"),
        ),
    ),
    Passage(
        "colon",
        "Minister opens bridge\n\n"
        "Transport minister Niamh Doran told the crowd: “This bridge is thirty years late.”\n\n"
        "Asked about the cost, she replied: “Ask my predecessor.”\n\n"
        "A leaflet handed out by protesters read: “Bridges for cars, nothing for trains.”",
        (
            ("Niamh Doran", "direct", "This bridge is thirty"),
            ("Niamh Doran", "direct", "Ask my predecessor"),
            ("A leaflet handed out by protesters", "direct", "Bridges for cars"),
        ),
    ),
    Passage(
        "relative clause",
        "School meals go local\n\n"
        "Hector Valdes, who chairs the county food board, said half of all meals would come from nearby farms by June. "
        "Farmers, who say they were never asked, doubt the figure.\n\n"
        "“I have carrots,” said Beth Arkwright, 61, a grower in the next valley. “Nobody rang.”",
        (
            ("Hector Valdes", "indirect", "half of all meals"),
            ("Farmers", "indirect", "they were never asked"),
            ("Farmers", "indirect", "the figure"),
            ("Beth Arkwright", "direct", "I have carrots"),
        ),
    ),
    Passage(
        "diplomacy",
        "Talks on fishing rights stall\n\n"
        "Norwegian Prime Minister Kari Holm warned on Monday that talks over fishing rights could fail. "
        "Iceland, she said, "
        "had moved too little.\n\n"
        "Reykjavik rejected the criticism. “We have moved more than anyone,” Icelandic Foreign Minister "
        "Jon Sigurdsson told a "
        "news conference.\n\n"
        "The European Commission said it was following the talks closely. An EU diplomat, speaking on "
        "condition of anonymity, "
        "said both sides were to blame.",
        (
            ("Kari Holm", "indirect", "that talks over fishing"),
            ("Kari Holm", "indirect", "Iceland"),
            ("Reykjavik", "indirect", "the criticism"),
            ("Jon Sigurdsson", "direct", "We have moved more"),
            ("European Commission", "indirect", "it was following"),
            ("An EU diplomat", "indirect", "both sides were to blame"),
        ),
    ),
    Passage(
        "climate",
        "River at lowest level in decades\n\n"
        "The Tarrow has fallen to its lowest level since 1976, figures from the water agency showed on Wednesday.\n\n"
        "Some farmers blame the new reservoir. The agency denies this, saying that rainfall has been a "
        "third of the usual amount.\n\n"
        "“You can walk across it,” said fisherman Alf Pruitt, pointing at the gravel. Experts say the "
        "drought may last until November.",
        (
            ("figures from the water agency", "indirect", "The Tarrow has fallen"),
            ("Some farmers", "indirect", "the new reservoir"),
            ("agency", "indirect", "that rainfall has been"),
            ("Alf Pruitt", "direct", "You can walk across it"),
            ("Experts", "indirect", "the drought may last"),
        ),
    ),
    Passage(
        "letters",
        "Museum returns bronze\n\n"
        "In a letter to the museum, the king’s descendants wrote that the bronze had been stolen. “It "
        "belongs to us,” they wrote.\n\n"
        "The museum’s director, Sir Alan Thewlis, said he agreed with them. “It should have gone back "
        "long ago,” Sir Alan said.\n\n"
        "“A good day,” tweeted the ambassador.",
        (
            ("king’s descendants", "indirect", "that the bronze had been stolen"),
            ("king’s descendants", "direct", "It belongs to us"),
            ("Alan Thewlis", "indirect", "he agreed with them"),
            ("Alan Thewlis", "direct", "It should have gone back"),
            ("ambassador", "direct", "A good day"),
        ),
    ),
)
