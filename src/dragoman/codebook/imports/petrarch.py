"""PETRARCH actor dictionaries: names, their aliases and codes with dates.

    NAME_  ; comment        an actor; `_` for blanks, `;` and `#` before comments
    +ALIAS_                 another name of it
        [AFGGOV 011222-]    what it was from when to when; `<` before, `>` after a day; codes without dates always
    NAME_ [AFG]             all on one line

Persons, known by dates or by their source, become office-holders; everybody else an actor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from dragoman.codebook.holders import Holder
from dragoman.codebook.imports.rows import Found, Unread

_CODE: Final = re.compile(r"\[\s*([A-Z0-9~]{2,})(?:\s+([<>]?)\s*(\d*)\s*(?:(-)\s*([<>]?)(\d*))?)?\s*\]")
_MONTHS: Final = "JanFebMarAprMayJunJulAugSepOctNovDec"
_MADE: Final = re.compile(
    r"^# Generated at: \w+ (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +(\d\d?) [\d:]+ (\d{4})", re.MULTILINE
)
_NOBODY: Final = re.compile(r"\[-+\]")
_NAME: Final = re.compile(r"[^\[\];#]*")
_DATE: Final = {6: ("%y", 2), 8: ("%Y", 4)}
_PIVOT: Final = 30  # two digits below are of this century: the dictionaries write 1927 out
_SECTORS: Final = {
    **{s: s for s in "GOV MIL REB OPP PTY COP JUD LEG SPY BUS CVL MED REF UAF PRM REL IGO NGO SOC JRN CRM".split()},
    "INS": "REB",
    "SEP": "REB",
    "RAD": "UAF",
    "NGM": "NGO",
    "MNC": "BUS",
}
_OFFICES: Final = {
    "GOV": "official",
    "MIL": "commander",
    "REB": "rebel leader",
    "OPP": "opposition leader",
    "LEG": "lawmaker",
    "JUD": "judge",
    "PTY": "party leader",
    "IGO": "official",
}
_WORLD: Final = frozenset(("IGO", "NGO", "IMG", "INT", "MNC", "NGM"))  # codes that open with no state's


@dataclass(slots=True)
class _Block:
    line: int
    names: list[str] = field(default_factory=list)
    codes: list[tuple[int, str, str, str]] = field(default_factory=list)  # line, code, from, to
    person: bool = False
    nobody: bool = False  # [---]: a name that is to be passed over


def read_petrarch(text: str, as_of: str | None = None) -> Found:
    """Every actor of a dictionary. A line that is none of the forms is reported with its number."""
    found = Found("PETRARCH")
    blocks: list[_Block] = []
    block: _Block | None = None
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.partition("#")[0].rstrip()
        if not bare.strip():
            continue
        if bare.lstrip().startswith(";"):
            found.unread.append(Unread(number, "no name"))
            block = None  # the codes below are nobody's
        elif bare[0] in " \t[":
            if block is None or not _read_codes(bare, number, block, found):
                found.unread.append(Unread(number, "a code without a name" if block is None else "no code in brackets"))
        else:
            block = _read_name(bare, number, block, blocks, found)
            if block is not None:
                block.person = block.person or "CountryInfo.txt" in line
    dates = [d for b in blocks for c in b.codes for d in c[2:] if d]
    known = as_of or _made_on(text) or max(dates, default="")
    for one in blocks:
        _add(one, known, found)
    return found


def _made_on(text: str) -> str:
    """The day on which a dictionary says that it was made: open ends are known until then."""
    match = _MADE.search(text)
    if match is None:
        return ""
    month, day, year = match.groups()
    return f"{year}-{_MONTHS.index(month) // 3 + 1:02}-{int(day):02}"


def _read_name(bare: str, number: int, block: _Block | None, blocks: list[_Block], found: Found) -> _Block | None:
    """The block to which a line with a name belongs: its own, or that of the names above which have no code yet."""
    match = _NAME.match(bare.lstrip("+"))
    name = _name(match[0] if match else "")
    if not re.search(r"\w", name):
        found.unread.append(Unread(number, "no name"))
        return block
    if bare[0] == "+" and block is None:
        found.unread.append(Unread(number, "another name of nobody"))
        return None
    if block is not None and (bare[0] == "+" or not (block.codes or block.nobody)):
        if bare[0] != "+":
            found.notes.append(Unread(number, f"{name}: taken as another name of {block.names[0]}, which has no code"))
        block.names.append(name)
    else:
        block = _Block(number, [name])
        blocks.append(block)
    if "[" in bare and not _read_codes(bare, number, block, found):
        found.unread.append(Unread(number, "no code in brackets"))
    return block


def _read_codes(bare: str, number: int, block: _Block, found: Found) -> bool:
    bare = bare.partition(";")[0]
    if _NOBODY.search(bare):
        block.nobody = True
        return True
    codes = list(_CODE.finditer(bare))
    for match in codes:
        code, mark, first, dash, _, last = match.groups()
        start, end = _day(first or ""), _day(last or "")
        if (first and not start) or (last and not end):
            found.notes.append(Unread(number, f"{first if first and not start else last} is no day; left open"))
        if not dash and mark == "<":
            start, end = "", start
        elif not dash and not mark and start:
            end = start
        block.codes.append((number, code, start, end))
        block.person = block.person or bool(first or last)
    return bool(codes)


def _day(digits: str) -> str:
    """An ISO day of YYMMDD or YYYYMMDD; the year alone where month or day is none; empty where it is no date."""
    if len(digits) not in _DATE:
        return ""
    wide = _DATE[len(digits)][1]
    year = digits[:wide]
    if wide == 2:
        year = ("20" if int(year) < _PIVOT else "19") + year
    month, day = digits[wide : wide + 2], digits[wide + 2 :]
    if not 1 <= int(month) <= 12:
        return year
    return f"{year}-{month}-{day}" if 1 <= int(day) <= 31 else f"{year}-{month}"


def _name(words: str) -> str:
    name = " ".join(words.replace("_", " ").split())
    return name if len(name) <= 4 else " ".join(w.capitalize() for w in name.split())


def _add(block: _Block, known: str, found: Found) -> None:
    name, *others = dict.fromkeys(n.replace("|", " ").replace("\t", " ") for n in block.names)
    if not block.codes and block.nobody:
        return
    if not block.codes:
        found.unread.append(Unread(block.line, f"{name} has no code"))
        return
    if not block.person:
        for _, code, _, _ in block.codes[:1]:
            owner, sectors = _split(code)
            found.actors.append((owner, name, "|".join(others), " ".join(sectors)))
        return
    for _, code, start, end in block.codes:
        owner, sectors = _split(code)
        if not sectors or not owner:
            continue  # of the elite only, or of no state: held no office
        office = _OFFICES.get(sectors[0], "official")
        if end and start > end:
            start, end = end, start
        through = "" if end else max(known, start)
        found.holders.append(Holder(name, office, owner, start, end, through, tuple(others), False, "PETRARCH"))


def _split(code: str) -> tuple[str, tuple[str, ...]]:
    """State or body, and the sectors that PLOVER has too.

    >>> _split("AFGGOVMIL"), _split("IGOUNO"), _split("USAELI")
    (('AFG', ('GOV', 'MIL')), ('UNO', ('IGO',)), ('USA', ()))
    """
    parts = [code[i : i + 3] for i in range(0, len(code), 3)]
    sectors = tuple(dict.fromkeys(_SECTORS[p] for p in parts if p in _SECTORS))
    if parts[0] in _WORLD:
        owner = next((p for p in parts[1:] if p not in _SECTORS and p not in _WORLD), "")
        return owner, sectors
    return ("" if parts[0] in _SECTORS else parts[0]), sectors
