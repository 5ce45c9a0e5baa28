"""What runs on the machines of a cluster, without one: `benchmarks.scale` runs the same on a real Ray cluster."""

import pickle

import pyarrow
import pytest

from server.batch import faults
from server.batch.engines import cluster, row_analysis
from server.batch.engines.cluster import Analyst, Reader, Task, analyse
from server.batch.faults import Broken
from server.batch.inputs import readers
from server.batch.inputs.input_files import find_inputs
from server.batch.inputs.rows import COLUMNS, Place
from tests.server.batch.makers import Echo, write_jsonl


def thaw(held):
    """As cluster.py reads what its own actors wrote."""
    return pickle.loads(held)  # noqa: S301 - written two lines away


@pytest.fixture
def task(tmp_path):
    files = [write_jsonl(tmp_path / f"{name}.jsonl", [{"text": f"{name} {at}"} for at in range(20)]) for name in "ab"]
    return thaw(pickle.dumps(Task(find_inputs(map(str, files)), dict(COLUMNS), (), flat=False, with_model=True)))


def rows(task, source, row):
    batch = pyarrow.table({"source": [source], "row": [row]})
    return [thaw(held) for block in Reader(task)(batch) for held in block.column("row").to_pylist()]


@pytest.mark.parametrize("start", [Place(0, 0), Place(1, 17)])
def test_a_reader_gives_a_source_from_where_it_is_told(task, start):
    assert rows(task, start.source, start.row) == list(readers.read_rows(task.inputs[start.source], start))


def test_a_reader_holds_a_few_rows_at_a_time(task):
    blocks = list(Reader(task)(pyarrow.table({"source": [0], "row": [0]})))
    assert [block.num_rows for block in blocks] == [cluster.BATCH.actor_rows, 20 - cluster.BATCH.actor_rows]


def test_an_analyst_answers_as_the_local_engine_does(task, monkeypatch):
    monkeypatch.setattr(row_analysis, "open_pool", lambda workers, flat, with_model: Echo())
    given = rows(task, 0, 0)
    (block,) = [Analyst(task)(block) for block in [cluster._table("row", [pickle.dumps(row) for row in given])]]
    found = [thaw(held) for held in block.column("outcome").to_pylist()]
    pool = Echo()
    assert found == [row_analysis.analyse_row(row, pool, ()) for row in given]


def test_without_ray_it_says_what_to_install(task, monkeypatch):
    def refuse(name):
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(faults, "import_module", refuse)
    with pytest.raises(Broken, match=r"-m pip install 'undertone-news\[ray\]'"):
        list(analyse(task, Place(0, 0), 1))
