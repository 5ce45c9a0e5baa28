"""The scripts, styles and texts that the page at / is made of."""

import pytest

from server.service.app import create_app
from server.settings import DEFAULTS, ServerSettings
from tests.server.conftest import assert_problem


@pytest.fixture
def scripts(tmp_path, pool):
    for room in ("page", "panel", "other"):
        (tmp_path / room).mkdir()
        for name in ("panel.js", "panel.css", "notes.md", ".hidden.js"):
            (tmp_path / room / name).write_text("words")
    (tmp_path / "secret.js").write_text("words")
    return create_app(pool, ServerSettings(extension=tmp_path)).test_client()


@pytest.mark.parametrize("room", ["page", "panel"])
@pytest.mark.parametrize(("name", "kind"), [("panel.js", "text/javascript"), ("panel.css", "text/css")])
def test_scripts_and_styles_of_page_and_panel_are_served(scripts, room, name, kind):
    answer = scripts.get(f"/extension/{room}/{name}", buffered=True)
    assert (answer.status_code, answer.mimetype, answer.text) == (200, kind, "words")


@pytest.mark.parametrize(
    "name",
    [
        "notes.md",
        ".hidden.js",
        "../secret.js",
        "..%2fsecret.js",
        "%2e%2e/secret.js",
        "..\\secret.js",
        "/etc/passwd",
        "",
        "x.js",
        "panel.js%00",
    ],
)
@pytest.mark.parametrize("room", ["page", "panel"])
def test_nothing_else_of_the_folders_is_served(scripts, room, name):
    assert_problem(scripts.get(f"/extension/{room}/{name}"), 404, "not-found")


@pytest.mark.parametrize("path", ["other/panel.js", "secret.js", "options/options.js", "page%2f..%2fother/panel.js"])
def test_no_other_folder_is_served(scripts, path):
    assert_problem(scripts.get(f"/extension/{path}"), 404, "not-found")


def test_the_panel_s_texts_are_served_in_the_extension_s_languages(client):
    answer = client.get("/extension/messages/de.json", buffered=True)
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.json["page_remarks"]["message"] == "Anmerkungen"


@pytest.mark.parametrize("language", ["xx", "..", "en_GB", "%2e%2e"])
def test_no_other_texts_are_served(client, language):
    assert_problem(client.get(f"/extension/messages/{language}.json"), 404, "not-found")


def test_the_folder_is_the_extension_s():
    assert DEFAULTS.extension.parts[-1] == "extension"
