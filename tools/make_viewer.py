"""Fetches the API viewer of the page at `/api/try` from its npm package, and writes what we ship of it.

The package is pinned here by its hash and not in `package.json`: installed as a dependency it would bring a second
package, which reports installations to its makers. `npm pack` installs nothing.
"""

import base64
import gzip
import hashlib
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

PACKAGE, VERSION = "swagger-ui-dist", "5.35.0"
INTEGRITY = "U06rpMtW9V3XPGOBeamTUSr0Z09jMX4IJuANpE/EZbAhw0G8CgwrzU4YmXkn/h0wCDNsXdGarTNNHC3sU8yVUQ=="  # sha512
VENDOR = Path(__file__).parents[1] / "server" / "service" / "vendor"
SUMS = VENDOR / "SHA256SUMS"
PACKED = ("swagger-ui-bundle.js", "swagger-ui.css")  # kept as browsers ask for them, at a quarter of the size
FILES = (*PACKED, "LICENSE", "NOTICE", "swagger-ui-bundle.js.LICENSE.txt")
MAP = b"sourceMappingURL="  # the maps are not shipped, and a browser's tools would ask for them


def shipped(content: bytes) -> bytes:
    """A file of the package as we ship it: without the line that names its source map."""
    return b"".join(line for line in content.splitlines(keepends=True) if MAP not in line[:60])


def main() -> None:
    """Write the files, and the hashes of what is in them as `sha256sum` has them."""
    with TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", f"{PACKAGE}@{VERSION}"], cwd=folder, check=True)
        (file,) = Path(folder).iterdir()
        assert base64.b64encode(hashlib.sha512(file.read_bytes()).digest()).decode() == INTEGRITY, "another package"
        with tarfile.open(file) as archive:
            archive.extractall(folder, filter="data")
        sums = []
        for name in FILES:
            content = shipped((Path(folder) / "package" / name).read_bytes())
            if name in PACKED:
                (VENDOR / f"{name}.gz").write_bytes(gzip.compress(content, mtime=0))
            else:
                (VENDOR / name).write_bytes(content)
            sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
    SUMS.write_text("".join(sums), encoding="utf-8")


if __name__ == "__main__":
    main()
