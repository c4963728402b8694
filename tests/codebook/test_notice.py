"""Every table that the package carries is accounted for in NOTICE, with its source."""

from importlib.resources import files
from pathlib import Path

NOTICE = Path(__file__).parents[2] / "NOTICE"
TABLES = sorted(
    p.name for p in files("dragoman.codebook").joinpath("data").iterdir() if p.name.endswith((".tsv", ".tsv.gz"))
)


def test_every_table_is_named():
    notice = NOTICE.read_text(encoding="utf-8")
    assert [t for t in TABLES if t not in notice] == []


def test_no_table_is_named_that_is_not_there():
    named = {
        w.strip(",;()")
        for w in NOTICE.read_text(encoding="utf-8").split()
        if w.strip(",;()").endswith((".tsv", ".tsv.gz"))
    }
    assert sorted(named - set(TABLES)) == []
