"""What others wrote steers no terminal, whichever command prints it."""

import io
import json
import os
import pty
import re
import subprocess
import sys
from contextlib import suppress

import click
import pytest
from rich.console import Console
from rich.table import Table
from rich.text import Text

from server.cli import main
from server.screen import Screen, progress_bar
from server.service.auth.pairing_store import PairingStore
from server.terminal import Guard, guard
from tests.server.cli.at_terminal import END
from tests.server.cli.hostile_lines import EVIL, HOSTILE_ANSWERS, LOUD, lines
from tests.server.cli.test_fetching import site

OWN = re.compile(r"\x1b\[(?:[0-9;]*m|\?25[hl]|2K|1A)|\r+\n|\r(?=\x1b\[)")  # what rich and the terminal itself make


def leaves(group, above=()):
    """The commands of a group, those of groups in it too, by their whole names."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from leaves(command, (*above, name))
        if not isinstance(command, click.Group) or command.invoke_without_command:
            yield (*above, name)


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """Each of `lines`, with what it sent to the terminal and its exit code."""
    folder = tmp_path_factory.mktemp("terminal")
    state = folder / f"state{EVIL}"
    store = PairingStore(state / "undertone")
    store.pair(store.new_code(), LOUD, f"chrome-extension://{LOUD}")
    with site(HOSTILE_ANSWERS) as (address, _):
        cases = lines(folder, address, str(state / "undertone"))
        given = folder / "lines.json"
        given.write_text(json.dumps([[*command, *map(str, rest)] for command, rest, _ in cases]))
        told = drive(given, os.environ | {"TERM": "xterm-256color", "COLUMNS": "120", "XDG_STATE_HOME": str(state)})
    texts, codes = told.split(END)[:-1:2], told.split(END)[1::2]
    return [(*case, text, int(code)) for case, text, code in zip(cases, texts, codes, strict=True)]


def drive(given, environment):
    """What a terminal is sent by the command lines in a file."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.server.cli.at_terminal", given], stdout=theirs, stderr=theirs, env=environment
    ):
        os.close(theirs)
        held = bytearray()
        with suppress(OSError):  # how Linux says that the other end is closed
            while part := os.read(ours, 65_536):
                held += part
    os.close(ours)
    return held.decode("utf-8", "replace")


def test_every_command_is_driven(shown):
    assert {command for command, *_ in shown} >= set(leaves(main))


def test_no_word_of_others_steers_the_terminal_and_exit_codes_are_right(shown):
    faults = [
        (command, [ascii(word)[:60] for word in rest], code, ascii(text[-300:]))
        for command, rest, wanted, text, code in shown
        if code != wanted or "Traceback" in text or "\x1b[45m" in text or "\x1b[7A" in text or left(text)
    ]
    assert not faults


def left(text):
    """What steers a terminal, beside what rich and the terminal itself make."""
    return {letter for letter in OWN.sub("", text) if not letter.isprintable() and letter not in "\n\t"}


def test_the_words_of_others_were_shown_as_they_are(shown):
    unseen = [(command, rest) for command, rest, _, text, _ in shown if "evil" not in text.lower()]
    assert [rest[-1].rpartition("/")[2] for _, rest in unseen] == ["away"]  # what it names is no address at all
    tables = [text for command, _, _, text, code in shown if command == ("compare",) and code == 0]
    assert all("[b]" in text and "]8;;" in text for text in tables)


def test_json_at_a_terminal_keeps_its_meaning(shown):
    (text,) = [text for command, rest, _, text, _ in shown if command == ("score",) and "--json" in rest]
    title = json.loads(text)["document"]["title"]
    assert "\x7f" in title and "\x7f" not in text


def test_a_screen_reads_no_markup_and_prints_no_control_character():
    out = io.StringIO()
    table = Table("a[/b]\x1b[2J", title="t[/b]\x07")
    table.add_row("c[/b]\x9b2J")
    screen = Screen(file=out, force_terminal=True, color_system=None)
    screen.print(table, "s[/b]\x1b]0;x\x07", Text("T\u202e"))
    told = out.getvalue()
    assert all(f"{letter}[/b]" in told for letter in "atcs")
    assert not left(told)


def test_what_is_written_past_a_screen_loses_what_steers():
    out = Terminal()
    held = Guard(out)
    held.write("a\x1b[2Jb\n")
    held.writelines(["c\x9bd\t", "é\r"])
    Console(file=held, force_terminal=True).print("[bold]x[/bold]")
    click.echo("f\x07", file=held)
    assert out.getvalue() == "a [2Jb\nc d\té  [1mx [0m\nf \n"


@pytest.mark.parametrize(
    ("is_terminal", "shown"), [(True, "“a\\u009b\\ud83e\\udfffé🦊”\n"), (False, "“a\x9b\U0001fbffé🦊”\n")]
)
def test_bytes_are_escaped_at_a_terminal_alone(is_terminal, shown):
    out = Terminal(is_terminal)
    click.echo("“a\x9b\U0001fbffé🦊”".encode(), file=Guard(out))
    assert out.getvalue() == shown


class Terminal(io.TextIOWrapper):
    """A stream in memory that may say it is a terminal."""

    def __init__(self, is_terminal=True):
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True, newline="\n")
        self.is_terminal = is_terminal

    def isatty(self):
        return self.is_terminal

    def getvalue(self):
        return self.buffer.getvalue().decode()


def test_a_process_is_guarded_once(monkeypatch):
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, Terminal())
    guard()
    first = sys.stdout
    guard()
    assert sys.stdout is first and isinstance(sys.stderr, Guard)


def test_what_is_written_beside_a_bar_passes_the_guard(monkeypatch):
    out = Terminal()
    monkeypatch.setattr(sys, "stderr", out)
    guard()
    with progress_bar(Screen(stderr=True, force_terminal=True)) as bar:
        bar.add_task("rows")
        sys.stderr.write("\x1b]8;;http://x.example\x07Times\x1b]8;;\x07\n")
    assert "\x1b]" not in out.getvalue() and "Times" in out.getvalue()
