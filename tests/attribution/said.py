"""Who says what in a short article: by the whole English route, and by the rules of any language."""

from detector import Analyzer, Text, attribution, languages
from detector.text import prose
from training.evaluation.marks import article_of

ANALYZER = Analyzer(model=None)
REST = (
    "The council met on Tuesday in the old hall of the town and adopted the plan for the harbour by nine votes to four"
    " after a long evening."
)


def statements(text: str, between: str = " ") -> list[tuple[str, str]]:
    """Who is given which words in an English article that begins with `text`; `between` parts it from the rest."""
    report = ANALYZER.analyze(Text(text + between + REST, title="The plan for the harbour")).to_dict(("text",))
    names = {source["id"]: source["name"] for source in report["sources"]}
    words = report["document"]["text"]
    return [
        (names[quote["source"]], " … ".join(words[first:last] for first, last in quote["content"]))
        for quote in report["quotes"]
        if quote["kind"] == "speech" and quote["source"]
    ]


def read(code, title, text):
    """Content and source of each quotation, and all that is found, of a text in a language below a title that says
    nothing."""
    pack = languages.pack_for(code)
    article = article_of(f"{title}\n\n{text}")
    found = attribution.attribute(article, prose.read_prose(article, pack), pack)
    names = {source.id: source.name for source in found.sources}
    said = [
        (" … ".join(piece.of(article.text) for piece in one.content), names.get(one.source)) for one in found.quotations
    ]
    return said, found
