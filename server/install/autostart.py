"""A server that starts with the session: a user's unit of systemd, an agent of launchd, a task of Windows."""

import os
import plistlib
import shlex
import shutil
import subprocess
import sys
from gettext import gettext as _
from pathlib import Path

from server.settings import WAKING, ServerSettings

UNIT, AGENT, TASK = "undertone.service", "org.undertone.server.plist", "Undertone"
SYSTEMD = """\
[Unit]
Description=Undertone, for the browser extension

[Service]
ExecStart={line}
Restart=on-failure
NoNewPrivileges=true

[Install]
WantedBy=default.target
"""


def files(home: Path) -> tuple[Path, ...]:
    """All that is written, here; on Windows the system keeps the task."""
    if sys.platform == "win32":
        return ()
    if sys.platform == "darwin":
        return (home / "Library" / "LaunchAgents" / AGENT,)
    units = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "systemd" / "user"
    return (units / UNIT, units / "default.target.wants" / UNIT)


def enable(line: list[str], home: Path, settings: ServerSettings) -> str:
    """Have the server start with each session, and now where the system can; what was done, in a sentence."""
    if sys.platform == "win32":
        _run("schtasks", "/Create", "/F", "/SC", "ONLOGON", "/TN", TASK, "/TR", subprocess.list2cmdline(line))
        return _("The task {name} starts the server with each session.").format(name=TASK)
    file, *links = files(home)
    file.parent.mkdir(parents=True, exist_ok=True)
    if sys.platform == "darwin":
        file.write_bytes(plistlib.dumps({"Label": AGENT.removesuffix(".plist"), "ProgramArguments": line,
                                         "RunAtLoad": True, "KeepAlive": {"SuccessfulExit": False}}))  # fmt: skip
        started = _run("launchctl", "bootstrap", f"gui/{os.getuid()}", str(file))
    else:
        file.write_text(SYSTEMD.format(line=" ".join(map(_quoted, line))), encoding="utf-8")
        for link in links:
            link.parent.mkdir(exist_ok=True)
            link.unlink(missing_ok=True)
            link.symlink_to(file)
        started = _run("systemctl", "--user", "daemon-reload") and _run("systemctl", "--user", "start", UNIT)
    now = _("It is running now.") if started else _("It starts with the next session; until then: {command}")
    message = _("{file} starts the server on port {port} with each session.").format(file=file, port=settings.port)
    return f"{message} {now.format(command=shlex.join(line))}"


def disable(home: Path) -> list[Path]:
    """Take that back, and end what it started; the files that were removed."""
    if sys.platform == "win32":
        _run("schtasks", "/Delete", "/F", "/TN", TASK)
        return []
    there = [file for file in files(home) if file.is_symlink() or file.exists()]
    if there and sys.platform == "darwin":
        _run("launchctl", "bootout", f"gui/{os.getuid()}", str(there[0]))
    elif there:
        _run("systemctl", "--user", "stop", UNIT)
    for file in there:
        file.unlink()
    if there and sys.platform == "linux":
        _run("systemctl", "--user", "daemon-reload")
    return there


def _quoted(word: str) -> str:
    """A word for systemd, which takes `%` and `$` for its own (systemd.service(5))."""
    plain = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{plain}"'


def _run(*line: str) -> bool:
    """Whether a program of the system is there and did as told."""
    if shutil.which(line[0]) is None:
        return False
    return subprocess.run(line, capture_output=True, check=False, timeout=WAKING.command_seconds).returncode == 0  # noqa: S603
