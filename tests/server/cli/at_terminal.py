"""Runs command lines of `undertone`, given as a JSON file of argument lists, in one process whose terminal is standard
output; after each comes END, its exit code and END again."""

import json
import os
import sys
import traceback
from pathlib import Path

from server.cli import main

END = "\x1e"  # a control character that no command may write


def run(arguments: list[str]) -> int:
    """The exit code of one command line; an exception shows as it would at the end of the program."""
    try:
        main.main(arguments, prog_name="undertone")
    except SystemExit as end:
        return int(end.code or 0)
    except BaseException:
        traceback.print_exc()
    return 1


if __name__ == "__main__":
    for arguments in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        code = run(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(1, f"{END}{code}{END}".encode())
