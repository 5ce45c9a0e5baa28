"""`undertone install` and `uninstall`: what is written for which browser, and that nothing stays."""

import base64
import hashlib
import json
import plistlib
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from server.cli import main
from server.install import autostart, browsers, setup, waking
from server.settings import DEFAULTS
from tools.make_extension import EXTENSION

FOLDERS = {
    "Chrome": ".config/google-chrome/NativeMessagingHosts",
    "Chromium": ".config/chromium/NativeMessagingHosts",
    "Edge": ".config/microsoft-edge/NativeMessagingHosts",
    "Brave": ".config/BraveSoftware/Brave-Browser/NativeMessagingHosts",
    "Firefox": ".mozilla/native-messaging-hosts",
}


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An account with all five browsers and no systemd."""
    for folder in FOLDERS.values():
        (tmp_path / folder).parent.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setattr(autostart, "_run", lambda *line: False)
    monkeypatch.setattr("server.cli.installing.find_port_owner", lambda port: None)
    return tmp_path


def held(home):
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if not path.is_dir())


def run(*words):
    return CliRunner().invoke(main, words, catch_exceptions=False)


@pytest.fixture
def settings(home):
    return replace(DEFAULTS, state=home / ".local" / "state" / "undertone")


def test_each_browser_that_is_there_learns_of_the_host(home, settings):
    written = dict(setup.install(home, settings))
    assert written == {name: home / folder / "org.undertone.host.json" for name, folder in FOLDERS.items()}
    for name, file in written.items():
        told = json.loads(file.read_bytes())
        assert (told["name"], told["type"], told["path"]) == (
            "org.undertone.host",
            "stdio",
            str(settings.state / "host"),
        )
        allowed = "allowed_extensions" if name == "Firefox" else "allowed_origins"
        assert told[allowed] == [*browsers.FIREFOX_IDS] if name == "Firefox" else [f"{browsers.ORIGINS[0]}/"]
    assert (settings.state / "host").stat().st_mode & 0o777 == 0o700
    assert settings.state.stat().st_mode & 0o777 == 0o700


def test_a_browser_that_is_not_there_gets_no_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    (tmp_path / ".config" / "chromium").mkdir(parents=True)
    settings = replace(DEFAULTS, state=tmp_path / "state")
    assert [name for name, _ in setup.install(tmp_path, settings)] == ["Chromium"]
    assert held(tmp_path) == [".config/chromium/NativeMessagingHosts/org.undertone.host.json", "state/host"]


@pytest.mark.parametrize("options", [(), ("--autostart",)])
def test_what_is_installed_is_taken_away_to_the_last_file(home, settings, options):
    before, folders = held(home), sorted(home.rglob("*"))
    state = ("--state", str(settings.state))
    told = run("install", *options, *state)
    assert (told.exit_code, len(held(home))) == (0, 8 if options else 6)
    assert all(name in told.stdout for name in FOLDERS)
    folder = re.search(r"Load the extension into your browser from this folder: (.+)", told.stdout)
    assert folder and (Path(folder[1]) / "manifest.json").is_file()
    assert run("install", *options, *state).exit_code == 0  # again does no harm
    told = run("uninstall", *state)
    assert (told.exit_code, held(home)) == (0, before)
    assert "Removed:" in told.stdout
    left = {path for path in home.rglob("*") if path not in folders}
    assert {path.name for path in left} <= {".local", "state", "systemd", "user"}  # of the session, and empty
    assert run("uninstall", *state).exit_code == 0


def test_the_files_of_others_stay(home, settings):
    other = home / FOLDERS["Chrome"] / "com.example.other.json"
    other.parent.mkdir()
    other.write_text("{}")
    list(setup.install(home, settings))
    setup.uninstall(home, settings)
    assert held(home) == [str(other.relative_to(home))]


def test_the_program_of_one_file_is_the_host_and_the_server_itself(home, settings, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/undertone")
    list(setup.install(home, settings))
    line = setup.program(settings.state).read_text().splitlines()[1]
    assert line == f'exec /opt/undertone native-host --port 8765 --state {settings.state} "$@"'
    assert waking.command(settings)[:2] == ["/opt/undertone", "serve"]


def test_without_a_browser_it_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert "No browser found" in run("install", "--state", str(tmp_path / "state")).stdout


def test_the_unit_of_systemd_starts_the_server_with_the_session(home, settings):
    line = ["/opt/my python", "-c", "a(100%)$"]
    assert "starts with the next session" in autostart.enable(line, home, settings)
    unit, link = autostart.files(home)
    assert 'ExecStart="/opt/my python" "-c" "a(100%%)$$"' in unit.read_text()
    assert link.resolve() == unit
    assert autostart.disable(home) == [unit, link]


def test_macos_has_its_own_places(tmp_path, settings, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    library = tmp_path / "Library" / "Application Support"
    (library / "Google" / "Chrome").mkdir(parents=True)
    (library / "Mozilla").mkdir()
    written = dict(setup.install(tmp_path, settings))
    assert written == {
        "Chrome": library / "Google" / "Chrome" / "NativeMessagingHosts" / "org.undertone.host.json",
        "Firefox": library / "Mozilla" / "NativeMessagingHosts" / "org.undertone.host.json",
    }
    autostart.enable(["undertone", "serve"], tmp_path, settings)
    agent = tmp_path / "Library" / "LaunchAgents" / "org.undertone.server.plist"
    assert plistlib.loads(agent.read_bytes())["ProgramArguments"] == ["undertone", "serve"]
    setup.uninstall(tmp_path, settings)
    assert not agent.exists() and not any(file.exists() for file in written.values())


def test_the_ids_are_those_of_the_extension():
    """Chromium makes an id of the manifest's `key`: the first half of its SHA-256, in letters from a to p."""
    manifest = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256(base64.b64decode(manifest["key"])).hexdigest()[:32]
    assert ("".join(chr(ord("a") + int(digit, 16)) for digit in digest),) == browsers.CHROMIUM_IDS
    assert (manifest["browser_specific_settings"]["gecko"]["id"],) == browsers.FIREFOX_IDS
