"""Known vulnerabilities of the pinned packages: `python -m tools.audit [--insist]`, part of `make check`.

A vulnerability is an error. That the public database cannot be asked is told, and is an error only with `--insist`
(`make audit`), since the other checks need no network.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
AUDIT = ("-m", "pip_audit", "--disable-pip", "--no-deps", "--timeout", "10", "--format", "json")
LOCKS = ("requirements.lock", "docs/deploy/requirements.lock")


def audit(lock: str) -> list[dict[str, Any]]:
    """What is known of each package of a lock file; empty where the database cannot be reached at all."""
    done = subprocess.run([sys.executable, *AUDIT, "-r", lock], cwd=ROOT, capture_output=True, text=True, check=False)
    found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"] if done.stdout.strip() else []
    return found


def main() -> None:
    """Audit and tell; exit code 1 for a vulnerability, 2 for a package that could not be looked up, if that counts."""
    vulnerable = unknown = 0
    for lock in LOCKS:
        packages = audit(lock)
        skipped = [package["name"] for package in packages if "skip_reason" in package]
        unknown += not packages or len(skipped)
        print(f"{lock}: {len(packages) - len(skipped)} packages looked up, {len(skipped)} not.")
        for package in packages:
            for vulnerability in package.get("vulns", ()):
                vulnerable += 1
                mended = ", ".join(vulnerability["fix_versions"]) or "no release yet"
                print(f"  {package['name']} {package['version']}: {vulnerability['id']}, mended in {mended}")
    if unknown:
        print("Some could not be looked up: the public database is out of reach, or does not know them.")
    sys.exit(1 if vulnerable else 2 if unknown and "--insist" in sys.argv else 0)


if __name__ == "__main__":
    main()
