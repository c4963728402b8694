"""Makes `codebook/data/office_holders.tsv` from tables of Wikidata facts (CC0) and from our own rows.

    python tools/build_office_holders.py ROLES.csv FOREIGN_MINISTERS.csv OWN.tsv

ROLES has country, position, person, qid, start, end, source, as_of; FOREIGN_MINISTERS country, person, qid, start,
as_of; OWN the columns of the table itself. Only offices that make diplomatic news are kept, held since 1990.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

from dragoman.codebook.actors import find_actor

OUT = Path(__file__).parent.parent / "src/dragoman/codebook/data/office_holders.tsv"
OFFICES = (
    (r"(?:acting )?president(?: of the (?:republic|united states|russian federation))?", "president"),
    (r"(?:acting )?vice president(?: of the united states)?", "vice president"),
    (r"(?:acting )?prime minister(?: of .*)?", "prime minister"),
    (
        r"(?:acting )?(?:minister (?:of|for) (?:foreign affairs|external affairs).*|foreign minister)",
        "foreign minister",
    ),
    (r"secretary of state for foreign.*", "foreign secretary"),
    (r"(?:united states )?secretary of state", "secretary of state"),
    (
        r"(?:acting )?(?:minister (?:of|for) defen[cs]e|secretary of state for defence|(?:united states )?secretary of defense)",
        "defence minister",
    ),
    (r"(?:united states )?national security advis[eo]r", "national security adviser"),
    (r"secretary-general of the united nations", "secretary-general"),
    (r"supreme leader.*", "supreme leader"),
    (r"(?:king|emir|monarch)(?: of .*)?", "head of state"),
)


def name_office(position: str, country: str) -> str | None:
    for pattern, office in OFFICES:
        if re.fullmatch(pattern, position.strip(), re.IGNORECASE):
            if office == "secretary of state" and country != "USA":
                return None
            return office
    return None


def main(roles: str, ministers: str, own: str) -> None:
    rows: dict[tuple[str, str, str, str], list[str]] = {}
    for r in csv.DictReader(Path(roles).read_text(encoding="utf-8").splitlines()):
        office = name_office(r["position"], r["country"])
        code = "UNO" if r["country"] == "IGO" else r["country"]
        if (
            office
            and r["person"].strip()
            and not (code == "UNO" and office != "secretary-general")
            and (r["end"] or "9") >= "1990"
            and r["start"]
        ):
            rows[(r["person"], office, code, r["start"])] = [r["end"], r["as_of"] if not r["end"] else "", "Wikidata"]
    for r in csv.DictReader(Path(ministers).read_text(encoding="utf-8").splitlines()):
        actor = find_actor(r["country"])
        if actor and actor.code and r["start"] and r["person"].strip():
            rows.setdefault((r["person"], "foreign minister", actor.code, r["start"]), ["", r["as_of"], "Wikidata"])
    for line in Path(own).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            person, office, code, start, end, known = line.split("\t")[:6]
            if not any(p == person and c == code and o == office for p, o, c, _ in rows):
                rows[(person, office, code, start)] = [end, known, "own"]
    with OUT.open("w", encoding="utf-8", newline="\n") as out:
        out.write(
            "# Who held which office when: day, month or year. An open end means until known_through, not until now.\n"
            "# person\toffice\tcode\tfrom\tto\tknown_through\tsource (Wikidata: CC0; own: written from general knowledge)\n"
        )
        for (person, office, code, start), rest in sorted(
            rows.items(), key=lambda x: (x[0][2], x[0][1], x[0][3], x[0][0])
        ):
            out.write("\t".join((person, office, code, start, *rest)) + "\n")
    print(len(rows), "rows")


if __name__ == "__main__":
    main(*sys.argv[1:4])
