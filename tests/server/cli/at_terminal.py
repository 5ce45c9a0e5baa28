"""Runs command lines of `undertone`, given as a JSON file of argument lists, each in a process of its own, with
standard output for their terminal; after each comes END, its exit code and END again."""

import json
import os
import sys
from pathlib import Path

from server.cli import main
from server.workers.jobs import build

END = "\x1e"  # a control character that no command may write


def run(arguments: list[str]) -> int:
    """The exit code of one command line; an exception shows as it does at the end of a program."""
    child = os.fork()
    if not child:
        main.main(arguments, prog_name="undertone")
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    build(with_model=False)  # loaded once, for every child
    for line in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        code = run(line)
        os.write(1, f"{END}{code}{END}".encode())
