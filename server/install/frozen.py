"""Where everything starts in the program of one file, which has no Python beside it to start anything with.

The browser's program is the same file, told so by its first word; so is each worker, told so by `multiprocessing`.
"""

import multiprocessing
import sys

HOST_WORD = "native-host"  # then what `native_host.main` reads; no command of the command line


def is_frozen() -> bool:
    """Whether this is that file, as PyInstaller makes it."""
    return bool(getattr(sys, "frozen", False))


def main() -> None:
    """The command line, or what a browser or a pool of workers started."""
    multiprocessing.freeze_support()
    if sys.argv[1:2] == [HOST_WORD]:
        from server.install import native_host  # noqa: PLC0415 - the command line starts without it

        del sys.argv[1]
        native_host.main()
        return
    from server import cli  # noqa: PLC0415 - a worker starts without it

    cli.main(prog_name="undertone")


if __name__ == "__main__":
    main()
