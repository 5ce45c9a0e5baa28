"""What a batch is asked to do, and running it from where it stands to its end."""

from collections.abc import Callable, Generator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from gettext import gettext as _
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from msgspec import to_builtins

from detector import languages
from detector.schema import Options
from server.batch.engines import cluster, local
from server.batch.engines.row_analysis import open_pool
from server.batch.faults import Refused, load
from server.batch.inputs import readers
from server.batch.inputs.input_files import STDIN, InputFile, fingerprint
from server.batch.inputs.rows import COLUMNS
from server.batch.outcome import Outcome
from server.batch.outputs import ledger, parquet, spreadsheet
from server.batch.outputs.ledger import Ledger, beside
from server.batch.outputs.state import Tally
from server.wire import dump
from server.workers.jobs import build

OUTPUTS = (".jsonl", ".csv", ".parquet")


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is asked. `include`, `flat`, `with_model` and the reader's `language` shape the rows; `workers` is the
    number of processes."""

    inputs: tuple[InputFile, ...]
    out: Path
    columns: Mapping[str, str] = field(default_factory=lambda: COLUMNS)
    include: tuple[str, ...] = ()
    flat: bool = False
    with_model: bool = True
    language: str = languages.DEFAULT
    keep_order: bool = True
    dedupe: bool = False
    engine: Literal["local", "ray"] = "local"
    workers: int = 2

    @property
    def options(self) -> Options:
        """The options of each row."""
        return Options(language=self.language)

    @property
    def is_flat(self) -> bool:
        """Whether rows are scores and facts alone; those of a spreadsheet are, for a report is no cell."""
        return self.flat or self.out.suffix == ".csv"

    def check(self) -> None:
        """Raise `Refused` for what cannot be, `Broken` for a package that is missing."""
        if self.out.suffix not in OUTPUTS:
            message = _("The name of the output must end in {suffixes}: {file}")
            raise Refused(message.format(suffixes=", ".join(OUTPUTS), file=self.out))
        if not self.out.parent.is_dir():
            raise Refused(_("The folder {folder} does not exist.").format(folder=self.out.parent))
        if self.is_flat and self.include:
            raise Refused(_("--include adds to full reports; the flat table has its own columns."))
        if self.dedupe and not self.keep_order:
            raise Refused(_("--dedupe keeps the first row of each text, so it needs the order: leave out --order any."))
        if self.engine == "ray" and any(source.path == STDIN for source in self.inputs):
            raise Refused(_("Several machines cannot read one standard input; save it to a file."))
        kinds = {source.kind for source in self.inputs}
        if self.out.suffix == ".parquet" or "parquet" in kinds or self.engine == "ray":
            load("pyarrow", "batch")
        if kinds & {"warc", "wacz"}:
            load("warcio", "batch")

    def digest(self) -> str:
        """A hash of all that the output's bytes depend on; neither the engine nor the number of workers does."""
        asked = {
            "engine": to_builtins(build(with_model=self.with_model).engine),
            "inputs": fingerprint(self.inputs),
            "columns": dict(self.columns),
            "include": self.include,
            "flat": self.is_flat,
            "language": self.language,
            "keep_order": self.keep_order,
            "dedupe": self.dedupe,
        }
        return sha256(dump(asked)).hexdigest()


Progress = Callable[[Outcome, Tally], object]
Engine = Callable[[Plan, Ledger], Generator[Outcome]]


def run(plan: Plan, progress: Progress, *, restart: bool = False, engine: Engine | None = None) -> Tally:
    """Do the whole batch, or the rest of it, and count its rows; `engine` stands in for the plan's.

    Raises `Refused` or `Broken` (and `OSError` where the output cannot be written); then it can go on later.
    """
    plan.check()
    with ledger.lock(plan.out):
        if restart:
            ledger.clear(plan.out)
        state = ledger.stand(plan.out, plan.digest())
        if not state.complete:
            with closing(Ledger(plan.out, state, dedupe=plan.dedupe)) as book:
                _fill(plan, book, progress, engine or ENGINES[plan.engine])
                state = book.state
        _finish(plan)
    return state.tally


def _fill(plan: Plan, book: Ledger, progress: Progress, engine: Engine) -> None:
    with closing(engine(plan, book)) as outcomes:
        for outcome in outcomes:
            book.write(outcome)
            progress(outcome, book.tally)
    book.checkpoint(complete=True)


def _finish(plan: Plan) -> None:
    part = beside(plan.out, ledger.PART)
    if plan.out.suffix != ".jsonl":
        fresh = beside(plan.out, ledger.FRESH)
        if part.exists() and plan.out.suffix == ".csv":
            spreadsheet.convert(part, fresh)
        elif part.exists():
            parquet.convert(part, fresh, is_flat=plan.flat)
        part = fresh
    ledger.finish(plan.out, part)


def analyse_here(plan: Plan, book: Ledger) -> Generator[Outcome]:
    """The rows that `book` lacks, by worker processes of this machine."""
    rows = readers.read_all(plan.inputs, book.state.settled, plan.columns)
    missing = (placed for placed in rows if not book.has(placed.place))
    with closing(open_pool(plan.workers, flat=plan.is_flat, with_model=plan.with_model)) as pool:
        yield from local.analyse(missing, pool, plan.workers, plan.include, plan.options, keep_order=plan.keep_order)


def analyse_on_cluster(plan: Plan, book: Ledger) -> Generator[Outcome]:
    """The rows that `book` lacks, by actors of a Ray cluster; always in order."""
    task = cluster.Task(plan.inputs, dict(plan.columns), plan.include, plan.is_flat, plan.with_model, plan.options)
    found = cluster.analyse(task, book.state.settled, plan.workers)
    return (outcome for outcome in found if not book.has(outcome.place))


ENGINES: Mapping[str, Engine] = MappingProxyType({"local": analyse_here, "ray": analyse_on_cluster})
