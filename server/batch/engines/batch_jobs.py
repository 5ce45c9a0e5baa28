"""What a worker does for a batch: like the service's job, but the answer begins with the hash of the article's text."""

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
        (report,) = self.inner.analyzer.analyze_many([request.page])
        wire = report.to_dict(request.include)
        digest: str = wire["document"]["text_sha256"]
        return digest.encode() + self.form(wire)

    def form(self, wire: dict[str, object]) -> bytes:
        """The JSON object that goes into the output."""
        return dump(wire)


class FlatRows(Reports):
    """Answers with the digest and the row of the flat table."""

    def form(self, wire: dict[str, object]) -> bytes:
        """The JSON object that goes into the output."""
        return dump(flatten(wire))


def make(*, flat: bool, with_model: bool) -> Reports:
    """The job behind full reports, or the `flat` table."""
    return (FlatRows if flat else Reports)(analysis(with_model=with_model))
