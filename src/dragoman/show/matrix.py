"""Where each side stands on what: the rows of a record put together as the table that mediators draw by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.codebook.issues import are_one_issue, list_issue_words
from dragoman.show.outline import NON_STATE
from dragoman.show.wording import word_name

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stand:
    """One telling of a stance: the day of the report, the words, and who told it (None: the outlet)."""

    day: str | None
    stance: str
    words: str
    said_by: str | None
    report: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party holds on one issue: its tellings, the last one last."""

    party: str
    issue: str
    told: tuple[Stand, ...]

    @property
    def last(self) -> Stand:
        return self.told[-1]

    @property
    def changed(self) -> str | None:
        """The stance before the last one, where it was another, with its day."""
        before = [s for s in self.told if s.stance != self.last.stance]
        return f"{before[-1].stance} ({before[-1].day or 'no date'})" if before else None


def lay_out(rows: Iterable[Row], *, issue: str | None = None) -> list[Cell]:
    """Cells by party and issue. Wordings that share half their words are one issue, called as it was first; a bare
    "plan" or "deal" is that of another report only where it has no more words either.

    Args:
        rows: positions as the store gives them, in order of date.
        issue: only issues with one of these words.
    """
    wanted = list_issue_words(issue or "")
    cells: dict[tuple[str, str], list[Stand]] = {}
    issues: list[tuple[str, frozenset[str]]] = []
    told_in: dict[str, set[str]] = {}
    for row in rows:
        said = " ".join(row["issue"]["text"].split())
        words = list_issue_words(said)
        if wanted and not wanted & words:
            continue
        alike = [(known, its) for known, its in issues if are_one_issue(its, words)]
        here = [known for known, _ in alike if row["report"] in told_in[known]]
        elsewhere = [known for known, its in alike if its == words or min(len(its), len(words)) > 1]
        name = next(iter(here + elsewhere), None)
        if name is None:
            name = said
            issues.append((said, words))
        told_in.setdefault(name, set()).add(row["report"])
        stand = Stand(
            row["published"],
            row["stance"],
            " … ".join(" ".join(s["text"].split()) for s in row["evidence"]),
            row["said_by"],
            row["report"],
        )
        cells.setdefault((_party(row["actor"]), name), []).append(stand)
    return [Cell(party, name, tuple(told)) for (party, name), told in sorted(cells.items(), key=lambda c: c[0])]


def _party(entity: Row) -> str:
    sectors = entity.get("sectors") or ()
    if entity.get("code") and not NON_STATE & set(sectors[:1]):
        return str(entity["code"])
    return word_name(entity)
