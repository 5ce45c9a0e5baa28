import json
import subprocess
import sys

import pytest

from detector import Analyzer, Page
from detector.errors import DataError
from server.wire import AnalyzeRequest, dump
from server.workers.jobs import SAMPLE, Analysis, analysis
from server.workers.starting import preload


def test_an_answer_is_the_report_as_json():
    told = analysis(with_model=True)(AnalyzeRequest(Page(SAMPLE), ("sentences", "text")))
    assert told == dump(Analyzer().analyze(SAMPLE).to_dict(include=("text", "sentences")))


def test_the_engine_is_the_one_that_every_answer_names():
    told = json.loads(analysis(with_model=True)(AnalyzeRequest(Page(SAMPLE))))
    engine = json.loads(Analysis().engine())
    assert engine == {name: told["engine"][name] for name in engine}


def test_an_analysis_is_made_once_for_a_process():
    assert analysis(with_model=True) is analysis(with_model=True)


@pytest.mark.parametrize("with_model", [True, False])
def test_the_process_that_forks_has_the_analysis_that_is_asked_for_and_no_other(with_model):
    (module,) = preload(with_model=with_model)
    code = (
        f"import gc, {module}; from server.workers.jobs import analysis; built = analysis.cache_info().currsize; "
        f"analysis(with_model={with_model}); "
        "print(built, analysis.cache_info().hits, gc.get_freeze_count() > 100_000)"
    )
    told = subprocess.check_output([sys.executable, "-c", code], text=True)
    assert told == "1 1 True\n"


def test_a_lower_limit_of_the_system_is_kept():
    limits = "import resource; resource.setrlimit(resource.RLIMIT_CORE, (0, 0)); "
    code = limits + (
        "from server.workers.confinement import confine; from server.settings import DEFAULTS; "
        "confine(DEFAULTS.limits); "
        "raise SystemExit(resource.getrlimit(resource.RLIMIT_CORE) != (0, 0))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


LATE = """
import sys
from pathlib import Path
from detector import Page
from detector.export import FORMATS
from server.wire import AnalyzeRequest
from server.workers.jobs import Analysis

job, late = Analysis(with_model={with_model}), []
sys.addaudithook(lambda event, given: late.append(str(given[0])) if event == "open" else None)
pages = [page.read_bytes() for page in sorted(Path("tests/pages").glob("*/page.html"))]
late.clear()
for page in pages:
    for form in FORMATS:
        job(AnalyzeRequest(Page(page), form=form))
own = [file for file in late if "/languages/" not in file or "/languages/en/" in file]  # others come later, …
own = [file for file in own if "/multilingual_weights/" not in file]  # … and so does their network
print(len(pages), [file for file in own if not file.endswith(".pyc")])
"""


@pytest.mark.parametrize("with_model", [True, False])
def test_the_sample_needs_every_file_that_a_page_can_need(with_model):
    told = subprocess.check_output([sys.executable, "-c", LATE.format(with_model=with_model)], text=True)
    count, late = told.split(maxsplit=1)
    assert int(count) > 5 and late == "[]\n"


def test_a_damaged_tagger_is_known_before_any_page_comes(monkeypatch):
    def fail(_grammar):
        raise DataError("tagger.bin is damaged.")

    monkeypatch.setattr("detector.attribution.extraction.tagger.tagger.load", fail)
    with pytest.raises(DataError, match="damaged"):
        Analysis(with_model=False)
