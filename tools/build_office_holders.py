"""Makes `codebook/data/office_holders.tsv` from our own successions and from tables of Wikidata facts (CC0).

    python tools/build_office_holders.py [ROLES.csv FOREIGN_MINISTERS.csv]

`office_successions.txt`, beside this file, has one office a line, written by hand: code, title, then who took it on
which day, each until the next; `=` before other spellings, `!` behind who was acting, `-` for nobody known, `.` for
the end, and `>` before the day until which it is known. A succession replaces every other row of its office;
`code+` only adds. An office of a state that is no more has the ISO code of its time ("SUN"). Rows that no succession
replaces stay as they are, those from Wikidata made anew where its tables are given: ROLES has country, position,
person, qid, start, end, source, as_of; FOREIGN_MINISTERS country, person, qid, start, as_of.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path

from dragoman.codebook.actors import find_actor
from dragoman.codebook.holders import list_holders
from dragoman.codebook.offices import find_post
from dragoman.codebook.spelling import plain

HERE = Path(__file__).parent
OUT = HERE.parent / "src/dragoman/codebook/data/office_holders.tsv"
ALIKE = 0.82  # of two spellings of one name; "Han Seung-soo" and "Han Duck-soo" have 0.67
PRECISION = {4: "year", 7: "month", 10: "day"}
HEAD = (
    "# Who held which office when. An open end means until known_through, not until now; a gap means unknown.\n"
    "# person\talso: other spellings\toffice\tcode\tfrom\tto\tprecision: of the coarser end\tacting\tknown_through"
    "\tsource (Wikidata: CC0; own: written from general knowledge)\n"
)
OFFICES = (
    (r"(?:acting )?president(?: of the (?:republic|united states|russian federation))?", "president"),
    (r"(?:acting )?vice president(?: of the united states)?", "vice president"),
    (r"(?:acting )?prime minister(?: of .*)?", "prime minister"),
    (r"(?:acting )?(?:minister (?:of|for) (?:foreign|external) affairs.*|foreign minister)", "foreign minister"),
    (r"secretary of state for foreign.*", "foreign secretary"),
    (r"(?:united states )?secretary of state", "secretary of state"),
    (r"(?:acting )?(?:minister (?:of|for) defen[cs]e|secretary of state for defence)", "defence minister"),
    (r"(?:united states )?secretary of defense", "defence minister"),
    (r"(?:united states )?national security advis[eo]r", "national security adviser"),
    (r"secretary-general of the united nations", "secretary-general"),
    (r"supreme leader.*", "supreme leader"),
    (r"(?:king|emir|monarch)(?: of .*)?", "head of state"),
)
# the tables have them under the state that claims the territory, as if they were its ministers
ELSEWHERE = {
    ("CYP", "Tahsin Ertuğruloğlu"),
    ("MDA", "Vitaly Ignatyev"),
    ("SOM", "Essa Kayd"),
    ("AZE", "David Babayan"),
    ("GEO", "Akhsar Dzhioev"),
    ("UKR", "Natalya Nikonorova"),
    ("UKR", "Vladislav Deinevo"),
    ("GBR", "Angus Robertson"),
}


@dataclass(frozen=True)
class Row:
    person: str
    office: str
    code: str
    start: str
    end: str
    known: str
    source: str
    also: tuple[str, ...] = field(default=())
    acting: bool = False

    def line(self) -> str:
        precision = PRECISION[min(len(self.start), len(self.end or self.start))]
        acting = "acting" if self.acting else ""
        cells = (self.person, "|".join(self.also), self.office, self.code, self.start, self.end, precision, acting)
        return "\t".join((*cells, self.known, self.source))


def read_successions(lines: Iterable[str]) -> Iterator[tuple[bool, str, str, list[Row]]]:
    """(whether it only adds, code, office, rows) of every line."""
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        code, office, chain = line.rstrip("\n").split("\t")
        steps = [s.strip() for s in chain.split(";")]
        known = steps.pop()[1:] if steps[-1].startswith(">") else ""
        rows: list[Row] = []
        for step, after in zip(steps, [*steps[1:], ""], strict=True):
            start, _, who = step.partition(" ")
            if who in ("-", "."):
                continue
            if not who:
                raise SystemExit(f"no name: {line[:40]} {step!r}")
            name, *also = (n.strip() for n in who.rstrip("!").split("="))
            end = after.partition(" ")[0]
            if not end and not known:
                raise SystemExit(f"no end: {line[:60]}")
            rows.append(
                Row(
                    name, office, code.rstrip("+"), start, end, "" if end else known, "own", tuple(also), who[-1] == "!"
                )
            )
        yield code.endswith("+"), code.rstrip("+"), office, rows


def name_office(position: str, country: str) -> str | None:
    for pattern, office in OFFICES:
        if re.fullmatch(pattern, position.strip(), re.IGNORECASE):
            return None if office == "secretary of state" and country != "USA" else office
    return None


def read_wikidata(roles: str, ministers: str) -> Iterator[Row]:
    for r in csv.DictReader(Path(roles).read_text(encoding="utf-8").splitlines()):
        office = name_office(r["position"], r["country"])
        code = "UNO" if r["country"] == "IGO" else r["country"]
        if not office or not r["person"].strip() or not r["start"] or (r["end"] or "9") < "1990":
            continue
        if code != "UNO" or office == "secretary-general":
            acting = r["position"].lower().startswith("acting")
            known = "" if r["end"] else r["as_of"]
            yield Row(r["person"], office, code, r["start"], r["end"], known, "Wikidata", acting=acting)
    for r in csv.DictReader(Path(ministers).read_text(encoding="utf-8").splitlines()):
        actor = find_actor(r["country"])
        if actor and actor.kind == "state" and actor.code and r["start"] and r["person"].strip():
            yield Row(r["person"], "foreign minister", actor.code, r["start"], "", r["as_of"], "Wikidata")


def keep_rows() -> Iterator[Row]:
    for h in list_holders():
        yield Row(h.person, h.office, h.state or h.code, h.start, h.end, h.known_through, h.source, h.also, h.acting)


def is_of_another_government(row: Row) -> bool:
    """Whether the tables give a state what is an office in a territory or in a rival government."""
    return row.source == "Wikidata" and (row.code, row.person) in ELSEWHERE


def post_of(office: str) -> str:
    found = find_post(office)
    return found.post or office if found else office


def is_one_person(one: str, other: str) -> bool:
    """Spellings of one name: nearly the same letters, or one name with words more."""
    a, b = plain(one).replace("-", " ").split(), plain(other).replace("-", " ").split()
    if a[0][0] != b[0][0] or a[-1][:2] != b[-1][:2]:
        return False
    if set(a) <= set(b) or set(b) <= set(a):
        return len(a) > 1 and len(b) > 1
    return SequenceMatcher(None, "".join(a), "".join(b)).ratio() >= ALIKE


def join_spellings(rows: list[Row], others: list[Row]) -> list[Row]:
    """`rows` with the spellings that the replaced rows have for the same person in the same office at that time."""
    joined = []
    for row in rows:
        also = list(row.also)
        for o in others:
            overlaps = o.start[:4] <= (row.end or "9")[:4] and row.start[:4] <= (o.end or o.known or "9")[:4]
            for name in (o.person, *o.also) if overlaps else ():
                if name != row.person and name not in also and is_one_person(name, row.person):
                    also.append(name)
        joined.append(replace(row, also=tuple(also)))
    return joined


def fill_gaps(chain: list[Row], others: list[Row]) -> list[Row]:
    """The rows from Wikidata that lie wholly where a succession knows nobody: acting holders, earlier years."""

    def whole(day: str, last: bool) -> str:
        return day + ("-12-31" if last else "-01-01")[{4: 0, 7: 3, 10: 6}[len(day)] :]

    taken = [(whole(r.start, False), whole(r.end or r.known, True)) for r in chain]
    return [
        r
        for r in others
        if r.source == "Wikidata"
        and len(r.start) == 10
        and len(r.end) == 10
        and not any(r.start < end and start < r.end for start, end in taken)
    ]


def main(*tables: str) -> None:
    kept = list(keep_rows())
    if len(tables) == 2:
        kept = [r for r in kept if r.source != "Wikidata"] + list(read_wikidata(*tables))
    kept = [r for r in kept if not is_of_another_government(r)]
    rows: list[Row] = []
    for adds, code, office, chain in read_successions((HERE / "office_successions.txt").open(encoding="utf-8")):
        same = [r for r in kept if r.code == code and post_of(r.office) == post_of(office)]
        if not adds:
            kept = [r for r in kept if r not in same] + fill_gaps(chain, same)
        else:
            kept = [
                r
                for r in kept
                if r not in same or r.source != "own" or all(plain(r.person) != plain(c.person) for c in chain)
            ]
        rows += join_spellings(chain, same)
    rows += kept
    unique = {(r.person, r.office, r.code, r.start): r for r in rows}
    with OUT.open("w", encoding="utf-8", newline="\n") as out:
        out.write(HEAD)
        for row in sorted(unique.values(), key=lambda r: (r.code, r.office, r.start, r.person)):
            out.write(row.line() + "\n")
    print(len(unique), "rows")


if __name__ == "__main__":
    main(*sys.argv[1:])
