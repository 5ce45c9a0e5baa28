"""Every state of the extension on a page, each reached by the real click: for the tests, and for the pictures."""

import threading
from collections.abc import Callable, Mapping

from playwright.sync_api import expect

from server.problems import INTERNAL
from tools.browser.newsroom import TOKEN
from tools.browser.stage import Stage

IMPATIENT = """() => {
    self.patient ??= AbortSignal.timeout;
    AbortSignal.timeout = () => self.patient.call(AbortSignal, 300);
}"""


def _report(stage: Stage) -> None:
    stage.read()


def _page(name: str) -> Callable[[Stage], None]:
    return lambda stage: stage.read(name)


def _judged(name: str) -> Callable[[Stage], None]:
    """A page of which the product itself says what is special."""

    def scene(stage: Stage) -> None:
        stage.stub.config["REAL"] = True
        stage.read(name)

    return scene


def _unplaced(stage: Stage) -> None:
    stage.read("markup")
    stage.panel("summary").filter(has_text="Not found on the page").click()


def _problem(code: str, detail: str, headers: Mapping[str, str] | None = None) -> Callable[[Stage], None]:
    def scene(stage: Stage) -> None:
        stage.stub.config["PROBLEM"] = (code, detail, headers)
        stage.read(shows=".state h2 + p")

    return scene


def _schema(schema: str) -> Callable[[Stage], None]:
    def scene(stage: Stage) -> None:
        stage.answer_with(lambda answer: answer.update(schema=schema))
        stage.read(shows=".state h2 + p")

    return scene


def _card(stage: Stage) -> None:
    stage.read()
    stage.open_card(stage.marked("bitterly", "so-called"))
    expect(stage.panel(".f.on .acts")).to_be_visible()


def _card_button(name: str, shows: str) -> Callable[[Stage], None]:
    def scene(stage: Stage) -> None:
        _card(stage)
        stage.button(name).click()
        expect(stage.panel(shows)).to_be_visible()

    return scene


def _panel_button(name: str, shows: str) -> Callable[[Stage], None]:
    def scene(stage: Stage) -> None:
        stage.read()
        stage.button(name).click()
        expect(stage.panel(shows)).to_be_visible()

    return scene


def _quotations(stage: Stage) -> None:
    stage.read()
    stage.panel("summary").filter(has_text="Who speaks").click()
    stage.panel("button.row").first.click()
    stage.panel(".quotes button.quote").nth(1).click()


def _filtered(stage: Stage) -> None:
    stage.read()
    stage.panel(".more-remarks").click()
    stage.panel(".chip[data-dimension=wording]").click()
    stage.panel(".chip[data-dimension=wording]").scroll_into_view_if_needed()


def _remarks(stage: Stage) -> None:
    stage.read()
    stage.button("Next remark").click()
    stage.button("Next remark").click()


def _explained(stage: Stage) -> None:
    stage.read()
    stage.panel(".score[data-dimension=wording] .v").click()
    stage.panel(".total:visible").scroll_into_view_if_needed()


def _anyway(stage: Stage) -> None:
    stage.read("shop")
    stage.button("Analyse anyway").click()
    expect(stage.panel(".notice").filter(has_text="whole visible text was read")).to_be_visible()


def _selection(stage: Stage) -> None:
    stage.read("shop")
    stage.page.evaluate("getSelection().selectAllChildren(document.querySelector('p'))")
    stage.button("Analyse the selected text").click()
    expect(stage.panel(".notice").filter(has_text="Only the selected text was read")).to_be_visible()


def _away(stage: Stage) -> None:
    stage.browser.ask_server("http://127.0.0.1:9", TOKEN)
    stage.read(shows=".address")


def _not_paired(stage: Stage) -> None:
    stage.browser.ask_server(stage.server, "")
    stage.read(shows=".address")


def _timeout(stage: Stage) -> None:
    stage.stub.config["HOLD"] = threading.Event()
    stage.browser.worker.evaluate(IMPATIENT)
    stage.read(shows=".address")


def _waiting(stage: Stage) -> None:
    stage.stub.config["HOLD"] = threading.Event()
    stage.read(shows=".wait")


def _cancelled(stage: Stage) -> None:
    _waiting(stage)
    stage.button("Cancel").click()
    expect(stage.panel(".state h2")).to_have_text("Cancelled.")


def _moved(stage: Stage) -> None:
    stage.read("moved")
    stage.page.evaluate("dispatchEvent(new Event('undertone-test-leave'))")
    expect(stage.panel(".state")).to_contain_text("another page now")


def _grown(stage: Stage) -> None:
    stage.read("grows")
    stage.page.evaluate("dispatchEvent(new Event('undertone-test-grow'))")
    expect(stage.panel(".notice")).to_contain_text("has grown")


def _idle(stage: Stage) -> None:
    stage.page.goto(f"{stage.news}/story")
    expect(stage.panel(".state h2")).to_be_visible()


def _forbidden(stage: Stage) -> None:
    stage.page.goto("chrome://version")
    stage.browser.click(stage.page)
    expect(stage.panel(".state h2 + p")).to_be_visible()


def _narrow(stage: Stage) -> None:
    stage.read()
    stage.beside.set_viewport_size({"width": 320, "height": 700})


SCENES: Mapping[str, Callable[[Stage], None]] = {
    "report": _report,
    "explained": _explained,
    "remarks": _remarks,
    "quotations": _quotations,
    "filtered": _filtered,
    "card": _card,
    "card-wrong": _card_button("Wrong?", ".complaint"),
    "card-learn": _card_button("Learn more", ".lesson"),
    "set-aside": _card_button("Not a problem here", ".toast"),
    "ignored": _card_button("Ignore these words", ".toast"),
    "rule-off": _card_button("Turn rule off", ".toast"),
    "site-off": _card_button("Off on this site", ".toast"),
    "quality": _panel_button("How good is this?", ".quality dl"),
    "export": _panel_button("Export", ".forms"),
    "nothing-found": _page("plain"),
    "not-an-article": _page("shop"),
    "anyway": _anyway,
    "selection": _selection,
    "opinion": _judged("opinion"),
    "satire": _judged("satire"),
    "paywalled": _judged("paywalled"),
    "too-short": _judged("short"),
    "language": _judged("swedish"),
    "not-read": _page("closed"),
    "unplaced": _unplaced,
    "waiting": _waiting,
    "cancelled": _cancelled,
    "away": _away,
    "timeout": _timeout,
    "not-paired": _not_paired,
    "version": _schema("undertone/analysis/9"),
    "garbled": _schema("something else"),
    "rate-limited": _problem("too-many-requests", "Too many pages at once.", {"Retry-After": "20"}),
    "crash": _problem("internal-error", INTERNAL, {"X-Request-ID": "5f3c-19ab"}),
    "problem": _problem("page-too-large", "Send a page of at most 4 MB."),
    "moved": _moved,
    "grown": _grown,
    "idle": _idle,
    "forbidden": _forbidden,
    "narrow": _narrow,
    "dark-page": _page("dark"),
    "right-to-left": _page("rtl"),
}
