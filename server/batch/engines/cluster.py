"""The engine for many machines: Ray Data reads the inputs, and a pool of actors analyses, each with its own worker.

Every machine needs Undertone and the same paths (a shared file system). Without `RAY_ADDRESS` a cluster of this
machine is started and stopped again. A row goes as its place, id and bytes; the order is kept.
"""

import logging
import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pickle import dumps, loads
from typing import Any

from detector.analysis import ALL
from detector.schema import Options
from server.batch.engines import row_analysis
from server.batch.faults import Broken, load
from server.batch.inputs import readers
from server.batch.inputs.input_files import InputFile
from server.batch.inputs.rows import Place
from server.batch.outcome import Outcome
from server.settings import BATCH


@dataclass(frozen=True, slots=True)
class Task:
    """What each machine must know: what to read, and the form of the answers."""

    inputs: tuple[InputFile, ...]
    columns: dict[str, str]
    include: tuple[str, ...]
    flat: bool
    with_model: bool
    options: Options = ALL


class Reader:
    """Reads a source where Ray wants it: one row with its number and first row in, its rows out, in blocks."""

    def __init__(self, task: Task) -> None:
        self.task = task

    def __call__(self, batch: Any) -> Iterator[Any]:  # noqa: ANN401 - pyarrow has no types
        for part in batch.to_pylist():
            start = Place(part["source"], part["row"])
            rows = readers.read_rows(self.task.inputs[start.source], start, self.task.columns)
            while chunk := list(islice(rows, BATCH.actor_rows)):
                yield _table("row", [dumps(placed) for placed in chunk])


class Analyst:
    """An actor: one worker process under the batch's limits, however hostile the page."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.pool = row_analysis.open_pool(1, flat=task.flat, with_model=task.with_model)

    def __call__(self, batch: Any) -> Any:  # noqa: ANN401
        rows = [loads(row) for row in _column(batch, "row")]  # noqa: S301 - ours
        found = [row_analysis.analyse_row(row, self.pool, self.task.include, self.task.options) for row in rows]
        return _table("outcome", [dumps(outcome) for outcome in found])


def analyse(task: Task, start: Place, workers: int) -> Generator[Outcome]:
    """What became of each row from `start` on, in order. Raises `Broken` where the cluster fails."""
    ray, data = load("ray", "ray"), load("ray.data", "ray")
    parts = [{"source": number, "row": 0} for number in range(start.source, len(task.inputs))]
    if parts:
        parts[0]["row"] = start.row
    with _cluster(ray, data, workers):
        try:
            found = (
                data.from_items(parts, override_num_blocks=max(1, len(parts)))
                .map_batches(Reader(task), batch_size=1, batch_format="pyarrow", num_cpus=BATCH.reader_cpus)
                .map_batches(
                    Analyst,
                    fn_constructor_args=(task,),
                    batch_size=BATCH.actor_rows,
                    batch_format="pyarrow",
                    compute=data.ActorPoolStrategy(size=workers),
                    num_cpus=1,
                )
            )
            for batch in found.iter_batches(batch_size=None, batch_format="pyarrow"):
                for outcome in _column(batch, "outcome"):
                    yield loads(outcome)  # noqa: S301 - written by our own actors
        except ray.exceptions.RayError as error:
            raise Broken(f"The cluster failed: {type(error).__name__}. What is done so far is kept.") from error


@contextmanager
def _cluster(ray: Any, data: Any, workers: int) -> Iterator[None]:  # noqa: ANN401
    quiet = {"log_to_driver": False, "logging_level": "ERROR"}
    if os.environ.get("RAY_ADDRESS"):
        ray.init(**quiet)
    else:
        ray.init(num_cpus=workers + 1, include_dashboard=False, **quiet)
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context = data.DataContext.get_current()
    context.execution_options.preserve_order = True
    context.target_max_block_size = BATCH.block_bytes
    context.enable_progress_bars = False
    try:
        yield
    finally:
        ray.shutdown()


def _table(name: str, values: list[bytes]) -> Any:  # noqa: ANN401
    arrow = load("pyarrow", "batch")
    return arrow.table({name: arrow.array(values, type=arrow.large_binary())})


def _column(batch: Any, name: str) -> Iterator[bytes]:  # noqa: ANN401
    yield from batch.column(name).to_pylist()
