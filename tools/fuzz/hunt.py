"""Coverage-guided fuzzing (atheris, libFuzzer) of what reads bytes from anywhere.

Usage: `python -m tools.fuzz.hunt page|wire|whole|host CORPUS [libFuzzer options]`, for instance `-max_total_time=600`.
CORPUS is a folder outside the repository; it is filled with the golden pages where it is empty and keeps what covers
something new. What is found stops the hunt and lies in a file `crash-…`: make it small and add it to
`tools/adversarial.py`, where every door is tried with it.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(
    include=["detector.page", "detector.text", "detector.attribution", "server.wire", "server.install"]
):
    from tools.fuzz.targets import TARGETS
from tools.fuzz.seeds import seeds

DICTIONARY = Path(__file__).with_name("markup.dict")


def main() -> None:
    """Hunt until told to stop."""
    name, folder, *options = sys.argv[1:]
    corpus = Path(folder)
    corpus.mkdir(parents=True, exist_ok=True)
    if not any(corpus.iterdir()):
        for seed, data in seeds(name).items():
            (corpus / seed.replace(" ", "-")).write_bytes(data)
    fixed = [f"-dict={DICTIONARY}", "-max_len=24000", "-timeout=10", "-rss_limit_mb=3000"]
    atheris.Setup([sys.argv[0], str(corpus), *fixed, *options], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
