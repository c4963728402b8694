"""Take the pictures of the README: a page in headless Chromium, light and about 1280 pixels wide.

    dragoman view report.txt --html page.html
    python tools/take_screenshot.py page.html docs/images/view.png [--at w-m0] [--size 1280x860]

Needs Chromium. `--at` is the anchor of the row or the words that are lit.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-prefers-reduced-motion"),
    "--virtual-time-budget=3000",  # what scrolls smoothly has come to rest
)


def take(page: Path, out: Path, anchor: str, size: str) -> None:
    """Writes `out`, a PNG of `page`."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("Chromium is not installed.")
    address = page.resolve().as_uri() + (f"#{anchor}" if anchor else "")
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, *FLAGS, f"--user-data-dir={profile}", f"--window-size={size.replace('x', ',')}"]
        subprocess.run([*command, f"--screenshot={out}", address], check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--at", default="")
    parser.add_argument("--size", default="1280x860")
    given = parser.parse_args()
    take(given.page, given.out, given.at, given.size)
