"""The heads of the network in the order of its outputs; the export writes these names into the manifest."""

TECHNIQUES = (
    "Appeal_to_Authority",
    "Appeal_to_fear-prejudice",
    "Bandwagon,Reductio_ad_hitlerum",
    "Black-and-White_Fallacy",
    "Causal_Oversimplification",
    "Doubt",
    "Exaggeration,Minimisation",
    "Flag-Waving",
    "Loaded_Language",
    "Name_Calling,Labeling",
    "Repetition",
    "Slogans",
    "Thought-terminating_Cliches",
    "Whataboutism,Straw_Men,Red_Herring",
)
FRAMES = (
    "Capacity_and_resources",
    "Crime_and_punishment",
    "Cultural_identity",
    "Economic",
    "External_regulation_and_reputation",
    "Fairness_and_equality",
    "Health_and_safety",
    "Legality_Constitutionality_and_jurisprudence",
    "Morality",
    "Policy_prescription_and_evaluation",
    "Political",
    "Public_opinion",
    "Quality_of_life",
    "Security_and_defense",
)
JUDGEMENTS = ("loaded", "subjective", "opinion", "bait", "alarm", "affect", "polar")
EDITED_SENTENCE = ("marked", "titled", "striking")  # an editor marks words of it; of a headline; finds a headline loud
EDITED_TOKEN = ("marked", "titled")
LATER = ("check_worthy", "charged", "persuades", "argues", "satire")
SENTENCE = (*JUDGEMENTS, *FRAMES, *EDITED_SENTENCE, *LATER)
ATTRIBUTION = ("content", "cue", "source")
TOKEN = ("word", "span", *TECHNIQUES, *EDITED_TOKEN, *ATTRIBUTION)
