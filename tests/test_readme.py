"""The README is true: its console blocks print what they show, its Python runs, its links lead somewhere."""

from __future__ import annotations

import doctest
import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "training" / "README.md"]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("refresh_readme", ROOT / "tools" / "refresh_readme.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def level(page: str) -> str:
    """Without what may differ: versions of the tables, and the last digit of a score on another kind of processor."""
    page = re.sub(r"^text [0-9a-f]{12} · .*$", "text …", page, flags=re.MULTILINE)
    return re.sub(r"\[\d+%", "[…%", page)


def test_console_blocks_print_what_they_show(tool: ModuleType, tmp_path: Path) -> None:
    # after a change that is meant: python tools/refresh_readme.py
    assert level(tool.replay(PAGE, tmp_path)) == level(PAGE)


def test_the_first_input_is_a_bundled_report() -> None:
    from dragoman.demo import reports

    shown = re.search(r"^\$ cat talks.txt\n(.*?)^\$", PAGE, re.MULTILINE | re.DOTALL)
    assert shown
    paragraph = " ".join(shown[1].split("\n\n", 1)[1].split())
    assert reports()[0].text.startswith(paragraph)


@pytest.mark.parametrize("block", re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
def test_python_blocks_run(block: str) -> None:
    example = doctest.DocTestParser().get_doctest(block, {}, "README", "README.md", 0)
    assert example.examples
    assert doctest.DocTestRunner().run(example).failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    assert not [x for x in links if "://" not in x and not (page.parent / x).exists()]


def test_every_page_of_the_documentation_is_listed() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert not [p.name for p in (ROOT / "docs").glob("*.md") if p.name != "index.md" and f"({p.name})" not in index]


def test_versions_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"\nversion: {project['version']}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_every_row_of_other_people_s_data_is_credited() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    tables = (ROOT / "src" / "dragoman" / "codebook" / "data").glob("*.tsv")
    borrowed = [
        t.name for t in tables if re.search("Wikidata|GeoNames|geonameid", t.read_text(encoding="utf-8")[:2000])
    ]
    assert borrowed
    assert not [name for name in borrowed if name not in notice]
