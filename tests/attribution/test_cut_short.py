"""A text may end anywhere, as texts that are cut short do: nothing looks beyond its last word."""

import pytest

from detector import Analyzer, Text

ANALYZER = Analyzer(model=None)
TEXT = (
    "The dam is safe, said Ada Berg, a spokeswoman for the Roe family. Ida Pell, who like other aides said it was old,"
    " called for weeks of talks and went on Tarn Radio to insist that the mayor’s lawyer was right. A survey released"
    " in May by Harwood Capital Inc. found that 12 percent of those asked agreed. One caller, after admitting it, said"
    " “the figures are wrong.” The board called for the lawyer of the Hales"
)


@pytest.mark.parametrize("end", [place for place, letter in enumerate(TEXT) if letter == " "] + [len(TEXT)])
def test_a_text_cut_after_any_word_is_read(end: int):
    report = ANALYZER.analyze(Text(TEXT[:end]))
    assert report.document.language.code == "en" or end < len(TEXT) // 2
