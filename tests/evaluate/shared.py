"""The shared scorers and annotated files, where this checkout has them; none of them is part of the project."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SHARED = Path(os.environ.get("DRAGOMAN_SHARED") or Path(__file__).parents[3] / "shared")
needs_shared = pytest.mark.skipif(
    not (SHARED / "eval").is_dir(), reason="needs the shared evaluation folder (DRAGOMAN_SHARED, or ../shared)"
)


def load_scorer(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, SHARED / "eval" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run_scorer(name: str, *arguments: object) -> str:
    command = [sys.executable, str(SHARED / "eval" / f"{name}.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def write_lines(path: Path, rows: list[dict[str, Any]]) -> str:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8")
    return text
