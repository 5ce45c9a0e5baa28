"""Passages of our own, the second half of the table in `passages`."""

from training.evaluation.passage import Passage

MORE = (
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
