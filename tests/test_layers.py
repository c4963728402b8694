"""Who may import whom: imports run one way, those inside functions too. The picture is docs/architecture.md."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "dragoman"

NOUNS = {"records", "errors"}
LOOKED_UP = NOUNS | {"codebook"}
CODED = NOUNS | {"pipeline", "contract"}
BELOW = CODED | {"read", "store"}
ALLOWED = {
    "errors": set(),
    "records": {"errors"},
    "codebook": NOUNS,
    "read": NOUNS,
    "store": NOUNS,
    "understand": LOOKED_UP,
    "extract": LOOKED_UP,
    "resolve": LOOKED_UP,
    "settle": LOOKED_UP,
    "pipeline": LOOKED_UP | {"understand", "extract", "resolve", "settle"},
    "contract": NOUNS,
    "link": NOUNS | {"store"},
    "run": BELOW,
    "evaluate": BELOW,
    "demo": NOUNS | {"read"},
    "show": BELOW | {"link", "codebook", "run", "evaluate", "demo"},
    "__init__": CODED | {"read", "store"},
    "__main__": {"show"},
}
# in the one place that needs them: onnxruntime starts slowly, lxml is native code that meets strangers' bytes
ONLY_IN = {
    "onnxruntime": {"understand"},
    "tokenizers": {"understand"},
    "duckdb": {"store"},
    "trafilatura": {"read"},
    "lxml": {"read"},
    "typer": {"show"},
}


def part_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def list_imports(source: str, package: str) -> Iterator[str]:
    """Full names of the modules that the source imports, wherever in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, base] if base else above)
            yield from (f"{base}.{a.name}" for a in node.names)


FILES = sorted(PACKAGE.rglob("*.py"))


def imports_of(file: Path) -> Iterator[str]:
    package = ".".join(["dragoman", *file.relative_to(PACKAGE).parts[:-1]])
    return list_imports(file.read_text(encoding="utf-8"), package)


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(PACKAGE)))
def test_imports_run_one_way(file: Path) -> None:
    part = part_of(file)
    for name in imports_of(file):
        top, *rest = name.split(".")
        if top == "dragoman":
            # `from dragoman import codebook` names the part; a name that is no part belongs to the package itself
            wanted = rest[0] if rest and rest[0] in ALLOWED else "__init__"
            assert wanted == part or wanted in ALLOWED[part], f"{part} may not import {name}"
        elif top in ONLY_IN:
            assert part in ONLY_IN[top], f"{part} may not import {top}"


def test_every_part_has_its_place() -> None:
    assert {part_of(f) for f in FILES} == set(ALLOWED)


def test_the_package_never_imports_what_trains_its_model() -> None:
    assert not [n for f in FILES for n in imports_of(f) if n.split(".")[0] in ("torch", "onnx", "training", "tests")]


def test_no_drawer_for_odds_and_ends() -> None:
    names = {p.stem for p in PACKAGE.rglob("*")}
    assert not names & {"utils", "util", "helpers", "helper", "common", "misc"}


def test_the_picture_shows_every_part() -> None:
    picture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"^  (\w+)(?:/|\.py) ", picture, re.MULTILINE))
    assert shown >= set(ALLOWED) - {"__init__", "__main__"}


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("def f():\n    from dragoman.store import x", ["dragoman.store.x"]),
        ("import dragoman.run as r", ["dragoman.run"]),
        ("from . import talks", ["dragoman.codebook.talks"]),
        ("from ..store.record import Record", ["dragoman.store.record.Record"]),
        ("if TYPE_CHECKING:\n    import duckdb", ["duckdb"]),
    ],
)
def test_hidden_imports_are_found(source: str, names: list[str]) -> None:
    assert list(list_imports(source, "dragoman.codebook")) == names
