"""Writes the two files for the browsers' stores into `out/`: `python tools/make_extension.py`, or `make extension`.

Both hold the folder `extension/` as it is; only the manifest lacks what the other browser alone reads. The same folder
gives the same bytes: files in order of their names, without dates and without compression.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

ROOT = Path(__file__).parents[1]
EXTENSION, OUT = ROOT / "extension", ROOT / "out"
MANIFEST = "manifest.json"
# keys, as paths in the manifest, that only the other browser reads; no store takes `key`, which fixes the id of the
# folder where it is loaded as it is
FOREIGN = {
    "chromium": ("browser_specific_settings", "background.scripts", "sidebar_action", "key"),
    "firefox": ("key", "minimum_chrome_version", "background.service_worker", "side_panel"),
}
UNKNOWN: Mapping[str, tuple[str, ...]] = {
    "chromium": (),
    "firefox": ("sidePanel",),
}  # permissions that a browser does not know


def manifest_for(browser: str) -> dict[str, Any]:
    """The manifest as a store gets it: `browser` is a key of `FOREIGN`."""
    manifest: dict[str, Any] = json.loads((EXTENSION / MANIFEST).read_text(encoding="utf-8"))
    for path in FOREIGN[browser]:
        *above, name = path.split(".")
        held = manifest
        for key in above:
            held = held[key]
        del held[name]
    manifest["permissions"] = [name for name in manifest["permissions"] if name not in UNKNOWN[browser]]
    return manifest


def pack(browser: str, folder: Path = OUT) -> Path:
    """Write the file for one browser into a folder and return its path."""
    manifest = manifest_for(browser)
    folder.mkdir(parents=True, exist_ok=True)
    packed = folder / f"undertone-{browser}-{manifest['version']}.zip"
    with ZipFile(packed, "w", ZIP_STORED) as archive:
        files = {path.relative_to(EXTENSION).as_posix(): path for path in EXTENSION.rglob("*") if path.is_file()}
        for name, path in sorted(files.items()):
            content = json.dumps(manifest, indent=2).encode() if name == MANIFEST else path.read_bytes()
            entry = ZipInfo(name)  # of 1 January 1980
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return packed


def main() -> int:
    """Write both files and say where they are."""
    for browser in FOREIGN:
        print(pack(browser).relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
