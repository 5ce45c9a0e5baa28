"""What the command line names, as a list of inputs: files, folders with what lies below them, patterns, `-`."""

import glob
import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from gettext import gettext as _
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from server.batch.faults import Refused

STDIN = "-"
TEXT = "text"
KINDS: Mapping[str, str] = MappingProxyType(
    {
        ".jsonl": "jsonl",
        ".ndjson": "jsonl",
        ".csv": "csv",
        ".tsv": "tsv",
        ".parquet": "parquet",
        ".warc": "warc",
        ".wacz": "wacz",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".txt": TEXT,
    }
)
FORMATS = tuple(dict.fromkeys(KINDS.values()))
STREAMABLE = ("jsonl", "csv", "tsv", "warc", "html", "text")
FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file, one folder's HTML files (kind `folder`; not those of folders in it) or standard input.

    `name` is how rows name it: the path below what was given. `size` in bytes, 0 where unknown; `stamp` tells a
    changed file from an unchanged one.
    """

    path: str
    name: str
    kind: str
    size: int = 0
    stamp: int = 0


def find_inputs(named: Iterable[str], kind: str | None = None, leave: Collection[Path] = ()) -> tuple[InputFile, ...]:
    """All inputs that are `named` but those to `leave`, in a fixed order. `kind` (of `FORMATS`) overrules suffixes.

    Raises `Refused` where one does not exist or is of no known kind.
    """
    own = {path.resolve() for path in leave}
    found = [source for name in named for source in _expand(name, kind) if Path(source.path).resolve() not in own]
    if not found:
        raise Refused(_("There is nothing to read."))
    if sum(source.path == STDIN for source in found) > 1:
        raise Refused(_("Standard input can only be read once."))
    return tuple(found)


def fingerprint(inputs: Iterable[InputFile]) -> str:
    """A hash that changes when a source is added, taken away or changed."""
    digest = sha256()
    for source in inputs:
        digest.update(f"{source.path}\0{source.kind}\0{source.size}\0{source.stamp}\n".encode(errors="surrogateescape"))
    return digest.hexdigest()


def pages(folder: Path) -> list[str]:
    """The names of the HTML files in a folder, sorted: in memory, about 100 bytes each."""
    with os.scandir(folder) as entries:
        return sorted(entry.name for entry in entries if KINDS.get(_suffix(entry.name)) == "html" and entry.is_file())


def _expand(argument: str, kind: str | None) -> Iterator[InputFile]:
    if argument == STDIN:
        if (kind or "jsonl") not in STREAMABLE:
            message = _("Standard input may be {formats}; save the {kind} to a file.")
            raise Refused(message.format(formats=", ".join(STREAMABLE), kind=kind))
        yield InputFile(STDIN, "stdin", kind or "jsonl")
        return
    try:
        yield from _named(argument, kind)
    except OSError as error:
        message = _("{file} cannot be read: {reason}.")
        raise Refused(message.format(file=error.filename or argument, reason=error.strerror)) from error


def _named(argument: str, kind: str | None) -> Iterator[InputFile]:
    names = [argument] if Path(argument).exists() else sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not names:
        raise Refused(_("{file} does not exist.").format(file=argument))
    for name in names:
        path = Path(name)
        if path.is_dir():
            yield from list(_walk(path)) or _texts(path)
        else:
            yield _file(path, path.name, kind)


def _walk(top: Path) -> Iterator[InputFile]:
    """Everything of a known kind below a folder, folder by folder; not its texts, which may be notes about the rest."""
    locked: list[Path] = []
    for root, folders, names in os.walk(top, onerror=lambda error: locked.append(Path(error.filename))):
        folders.sort()
        here = Path(root)
        own = [name for name in names if KINDS.get(_suffix(name)) == "html"]
        if own:
            yield _folder(here, str(here.relative_to(top)), own)
        for name in sorted(set(names) - set(own)):
            if KINDS.get(_suffix(name), TEXT) != TEXT and (here / name).is_file():
                yield _file(here / name, str((here / name).relative_to(top)), None)
    for folder in locked:  # a source that cannot be read: it is named among the bad rows, not passed over
        yield InputFile(str(folder), str(folder.relative_to(top)), FOLDER)


def _texts(top: Path) -> Iterator[InputFile]:
    """The texts below a folder that holds nothing else of a known kind: then they are no notes."""
    for path in sorted(top.rglob("*")):
        if KINDS.get(_suffix(path.name)) == TEXT and path.is_file():
            yield _file(path, str(path.relative_to(top)), None)


def _folder(path: Path, name: str, files: Iterable[str]) -> InputFile:
    about = [(path / file).lstat() for file in files]
    stamp = sum(status.st_mtime_ns for status in about)  # the folder's own would change with an output put there
    return InputFile(str(path), name, FOLDER, sum(status.st_size for status in about), stamp)


def _file(path: Path, name: str, kind: str | None) -> InputFile:
    found = kind or KINDS.get(_suffix(path.name))
    if found is None:
        message = _("{file}: unknown kind of file; name it with --format ({formats}).")
        raise Refused(message.format(file=path, formats=", ".join(FORMATS)))
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        return InputFile(str(path), name, found)
    return InputFile(str(path), name, found, about.st_size, about.st_mtime_ns)


def _suffix(name: str) -> str:
    """The suffix that tells the kind, in lower case; that of `a.csv.gz` is `.csv`."""
    return Path(name.lower().removesuffix(".gz")).suffix
