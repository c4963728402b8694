"""Inside the parts of extract that have grown to many files, imports run one way: a file can be read after those it names."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

EXTRACT = Path(__file__).parents[2] / "src" / "dragoman" / "extract"


def siblings_of(file: Path) -> set[str]:
    package = f"dragoman.extract.{file.parent.name}"
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == package:
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(package + "."):
            found.add((node.module or "").removeprefix(package + "."))
    return found


@pytest.mark.parametrize("part", ["events", "meetings"])
def test_files_of_a_part_import_each_other_one_way(part: str) -> None:
    files = list((EXTRACT / part).glob("*.py"))
    assert len(files) > 1
    TopologicalSorter({f.stem: siblings_of(f) for f in files}).prepare()  # raises CycleError
