"""The one script that a page gets is what its modules say, each once, those that others need first."""

import re
import subprocess
from pathlib import Path

import pytest

from tools import make_page_script


def test_the_script_is_up_to_date() -> None:
    told = "run: python tools/make_page_script.py"
    assert make_page_script.SCRIPT.read_text(encoding="utf-8") == make_page_script.script(), told


def test_every_module_of_the_page_is_in_it_once() -> None:
    names = re.findall(r"^const \$(\w+) = ", make_page_script.script(), re.MULTILINE)
    modules = {path.stem for path in make_page_script.ENTRY.parent.glob("*.js")} - {"injected"}
    assert modules <= set(names)
    assert len(names) == len(set(names))
    assert names[-1] == "main"


def write(folder: Path, **modules: str) -> Path:
    for name, source in modules.items():
        (folder / f"{name}.js").write_text(source, encoding="utf-8")
    return folder / "main.js"


def test_modules_are_joined_as_they_need_each_other(tmp_path: Path) -> None:
    entry = write(
        tmp_path,
        main='import { two as both } from "./b.js";\nimport * as a from "./a.js";\n'
        "console.log(both(/** @type {any} */ (a.ONE)));\n",
        a="/** One. */\nexport const ONE = 1;\n",
        b='import { ONE } from "./a.js";\n// twice\n'
        "export function two(/** @type {number} */ more) {\n  return ONE + more;\n}\n",
    )
    script = make_page_script.script(entry)
    assert "@type" not in script
    assert script.index("$a =") < script.index("$b =") < script.index("$main =")
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True, timeout=30)
    assert done.stdout == "2\n"


def test_modules_that_need_each_other_are_refused(tmp_path: Path) -> None:
    entry = write(
        tmp_path, main='import { a } from "./a.js";\n', a='import { b } from "./main.js";\nexport const a = b;\n'
    )
    with pytest.raises(ValueError, match="needs itself"):
        make_page_script.script(entry)
