"""What a worker does for a batch: like the service's job, but the answer begins with the hash of the article's text."""

from detector import Report
from server.batch.outputs.flat import flatten
from server.wire import AnalyzeRequest, dump
from server.workers.jobs import Analysis, analysis

DIGEST = 64  # characters of a SHA-256


class Reports:
    """Answers with the digest and the report; the `Analysis` is the process's own, warm where it was forked."""

    def __init__(self, inner: Analysis) -> None:
        self.inner = inner

    def engine(self) -> bytes:
        """The engine's version and hashes, as JSON."""
        return self.inner.engine()

    def __call__(self, request: AnalyzeRequest) -> bytes:
        """Digest and JSON. Raises `InputError` for a page that cannot be read."""
        report = self.inner.analyzer.analyze(request.input, request.options)
        return report.document.text_sha256.encode() + self.form(report, request.include)

    def form(self, report: Report, include: tuple[str, ...]) -> bytes:
        """The JSON object that goes into the output."""
        return report.to_json(include)


class FlatRows(Reports):
    """Answers with the digest and the row of the flat table."""

    def form(self, report: Report, include: tuple[str, ...]) -> bytes:
        """The JSON object that goes into the output."""
        return dump(flatten(report.to_dict()))


def make(*, flat: bool, with_model: bool) -> Reports:
    """The job behind full reports, or the `flat` table."""
    return (FlatRows if flat else Reports)(analysis(with_model=with_model))
