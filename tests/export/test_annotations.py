import json

from detector import Analyzer, Page, Text
from detector.export.annotations import render
from tests.export.stories import PAGE, STORY


def page_of(content=PAGE, url="https://tide.example/river"):
    return render(Analyzer().analyze(Page(content, url)).to_dict(("text",)))


def test_a_page_of_annotations_has_what_the_model_asks_for():
    told = page_of()
    assert told["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert told["type"] == "AnnotationPage" and told["items"]
    names = [item["id"] for item in told["items"]]
    assert len(set(names)) == len(names) and all(name.startswith("urn:uuid:") for name in names)
    for item in told["items"]:
        assert item["type"] == "Annotation" and item["motivation"] == "commenting"
        assert item["target"]["source"] == "https://tide.example/river"
        assert {body["purpose"] for body in item["body"]} >= {"commenting", "tagging"}


def test_selectors_are_those_of_the_report():
    report = Analyzer().analyze(PAGE).to_dict(("text",))
    told = render(report)
    assert [item["target"].get("selector") for item in told["items"]] == [
        (finding["target"] or {}).get("selector") for finding in report["findings"]
    ]
    assert told["items"][0]["target"]["source"].startswith("urn:sha256:")


def test_plain_text_is_annotated_at_its_offsets():
    text = "The plan was a brazen and disastrous mistake, a spokesman said. " * 3
    report = Analyzer().analyze(Text(text)).to_dict(("text",))
    assert report["findings"]
    for item in render(report, is_page=False)["items"]:
        position, quote = item["target"]["selector"]
        whole = report["document"]["text"]
        assert whole[position["start"] : position["end"]] == quote["exact"]
        assert whole[: position["start"]].endswith(quote["prefix"])
        assert whole[position["end"] :].startswith(quote["suffix"])


def test_words_that_are_not_on_the_page_are_told_of_the_whole_page():
    report = Analyzer().analyze(PAGE).to_dict(("text",))
    report["findings"][0]["target"] = None
    assert set(render(report)["items"][0]["target"]) == {"source"}


def test_the_same_page_gives_the_same_bytes():
    assert json.dumps(page_of()) == json.dumps(page_of())
    assert page_of()["id"] != page_of(f"<article><h1>Another story</h1>{STORY}</article>")["id"]
