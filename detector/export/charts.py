"""Charts as inline SVG: a score in its crowd, and where in the text remarks and voices stand.

The strip is the panel's (`extension/page/scores.js`): the distribution of the reference corpus, the score as a tick,
its 80 % interval as a foot. Colours come from the style sheet of the page.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from detector.export.markup import Child, Markup, element
from detector.export.texts import ReportTexts, shorten
from detector.settings import SETTINGS

WIDTH = 340.0


def strip(score: Mapping[str, Any], crowd: Sequence[float], texts: ReportTexts, height: float = 18.0) -> Markup:
    """A score on the scale 0 to 100; `crowd` holds the shares of articles in equally wide bins, or nothing."""
    low, high = score["interval"] or (score["value"], score["value"])
    label = texts.panel("range", value=score["value"], low=low, high=high)
    tick = min(WIDTH - 3, max(0.0, score["value"] * WIDTH / 100 - 1.5))
    return _figure(
        f"0 0 {WIDTH:.0f} {height:.0f}",
        label,
        _bars(crowd, score["value"], height) if crowd else _bar("track", 0, WIDTH, height / 3, 5),
        _bar("foot-mark", low * WIDTH / 100, max(2.0, (high - low) * WIDTH / 100), height - 2.5, 2.5),
        _bar("mark", tick, 3, 0, height),
        class_="strip",
    )


def measure(share: float) -> Markup:
    """A share 0..1 as a bar."""
    return element("span", {"class": "bar", "style": f"width:{min(1.0, share) * 100:.1f}%", "aria-hidden": "true"})


def _figure(box: str, label: str, *content: Child, class_: str) -> Markup:
    shape = {"class": class_, "viewBox": box, "preserveAspectRatio": "none", "role": "img", "aria-label": label}
    return element("svg", shape, element("title", {}, label), *content)


def _bar(name: str, x: float, width: float, y: float, height: float) -> Markup:
    return element(
        "rect", {"class": name, "x": float(x), "y": float(y), "width": float(width), "height": float(height)}
    )


def _bars(crowd: Sequence[float], value: float, height: float) -> Iterable[Markup]:
    step, most, room = WIDTH / len(crowd), max(crowd) or 1, height - 6
    for index, share in enumerate(crowd):
        tall = 2 + (share / most) * room
        name = "fill" if (index + 0.5) * 100 / len(crowd) <= value else "track"
        yield _bar(name, index * step, step * 0.68, height - 3.5 - tall, tall)


def course(report: Mapping[str, Any], texts: ReportTexts) -> Markup:
    """The text from first to last character as a line for each dimension: its remarks where they stand, the words of
    sources as shade. The report needs `text`."""
    whole = max(1, len(report["document"]["text"]))
    used = [name for name in report["scores"] if any(held["dimension"] == name for held in report["findings"])]
    shade = [
        _bar("voice", start * WIDTH / whole, max(0.5, (end - start) * WIDTH / whole), 0, 14 * max(1, len(used)))
        for quote in report["quotes"]
        for start, end in quote["content"]
    ]
    lines = [_line(index, name, report, whole) for index, name in enumerate(used)]
    label = texts.copy("course-label", count=len(report["findings"]))
    box = f"0 0 {WIDTH:.0f} {14 * max(1, len(used))}"
    return _figure(box, label, shade, lines, class_="course")


def _line(index: int, name: str, report: Mapping[str, Any], whole: int) -> Markup:
    top = 14.0 * index
    ticks = [
        element(
            "g",
            {"data-scored": str(held["scored"]).lower()},
            element("title", {}, shorten(held["exact"], SETTINGS.export.name)),
            _bar("mark", held["start"] * WIDTH / whole, max(1.6, len(held["exact"]) * WIDTH / whole), top + 2, 10),
        )
        for held in report["findings"]
        if held["dimension"] == name
    ]
    return element("g", {"data-dimension": name}, _bar("track", 0, WIDTH, top + 6.5, 1), ticks)
