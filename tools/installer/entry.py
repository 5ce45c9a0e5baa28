"""Where everything starts in the program of one file, which has no Python beside it to start anything with.

The program that browsers start is the same file, told so by its first word; so is each worker, told so by
`multiprocessing`.
"""

import multiprocessing
import sys

from server.installation import NATIVE_HOST


def main() -> None:
    """The command line, or what a browser or a pool of workers started."""
    multiprocessing.freeze_support()
    if sys.argv[1:2] == [NATIVE_HOST]:
        from server.install import native_host  # noqa: PLC0415 - the command line starts without it

        del sys.argv[1]
        native_host.main()
        return
    from server import cli  # noqa: PLC0415 - a worker starts without it

    cli.main(prog_name="undertone")


if __name__ == "__main__":
    main()
