"""Run the console blocks of README.md and write down what they print, so that the page is true.

    python tools/refresh_readme.py

`tests/test_readme.py` holds the page to it. In a block of ```console a line that begins with `$` is a command and the lines after
it are its output. All run in one empty folder, in order; what the first `cat FILE` shows is written to FILE before.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def split_block(block: str) -> list[tuple[str, str]]:
    """Commands, each with the output that follows it."""
    commands: list[tuple[str, str]] = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            commands.append((line[2:].rstrip("\n"), ""))
        else:
            commands[-1] = (commands[-1][0], commands[-1][1] + line)
    return commands


def open_shell(folder: Path) -> Callable[[str], str]:
    """A shell in the folder, where `dragoman` is the one of this Python. Takes a command, gives what it prints."""
    script = folder / ".bin" / "dragoman"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dragoman "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    hidden = ("COLUMNS", "DRAGOMAN_RECORD", "DRAGOMAN_MODEL", "FORCE_COLOR")
    env = {k: v for k, v in os.environ.items() if k not in hidden}
    env |= {"PATH": f"{script.parent}{os.pathsep}{env['PATH']}", "LC_ALL": "C.UTF-8"}
    if "PYTHONPATH" in env:
        env["PYTHONPATH"] = os.pathsep.join(os.path.abspath(p) for p in env["PYTHONPATH"].split(os.pathsep))

    def run(command: str) -> str:
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=folder,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=300,
        )
        printed = done.stdout.decode("utf-8")
        if done.returncode:
            raise RuntimeError(f"{command}: exit code {done.returncode}\n{printed}")
        return printed

    return run


def replay(page: str, folder: Path) -> str:
    """The page as it would be if every output were what its command prints now."""
    run = open_shell(folder)

    def rewrite(block: re.Match[str]) -> str:
        lines = ["```console\n"]
        for command, output in split_block(block[1]):
            shown = re.fullmatch(r"cat (\S+)", command)
            if shown and not (folder / shown[1]).exists():
                (folder / shown[1]).write_text(output.rstrip("\n") + "\n", encoding="utf-8")
            printed = run(command)
            lines += [f"$ {command}\n", printed, "" if printed.endswith("\n") or not printed else "\n"]
        return "".join([*lines, "```"])

    return BLOCK.sub(rewrite, page)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        page = replay(README.read_text(encoding="utf-8"), Path(scratch))
    README.write_text(page, encoding="utf-8")
