"""Tables of actors: CSV with a heading line, and JSON as Wikidata's query service gives it.

Columns go by the names that queries give them (`personLabel`, `position`, `start` ...). With an office a row is an
office-holder, else an actor.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from dragoman.codebook.actors import find_actor
from dragoman.codebook.holders import Holder
from dragoman.codebook.imports.rows import Found, Unread
from dragoman.codebook.titles import name_office
from dragoman.errors import CannotRead

_COLUMNS: Final = {
    "person": ("personlabel", "person", "itemlabel", "humanlabel", "holderlabel", "holder", "name", "actor", "item"),
    "office": ("positionlabel", "position", "officelabel", "office", "rolelabel", "role", "title"),
    "code": ("code", "iso3", "countrycode", "countrylabel", "jurisdictionlabel", "country", "jurisdiction", "state"),
    "start": ("start", "from", "starttime", "start_date", "startdate"),
    "end": ("end", "to", "endtime", "end_date", "enddate"),
    "also": ("also", "aliases", "alias", "altlabel", "personaltlabel", "itemaltlabel"),
    "sectors": ("sectors", "sector"),
    "known": ("known_through", "as_of", "asof", "retrieved"),
    "qid": ("qid", "wikidata", "person_qid"),
    "acting": ("acting",),
    "start_precision": ("startprecision", "start_precision"),
    "end_precision": ("endprecision", "end_precision"),
}
_DATE: Final = re.compile(r"\+?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:.]+Z?)?")
_QID: Final = re.compile(r"(?:https?://www\.wikidata\.org/entity/)?Q\d+")
_PRECISION: Final = {"9": 4, "10": 7, "11": 10, "year": 4, "month": 7, "day": 10}


def looks_tabular(text: str) -> bool:
    """Whether the first line names columns that we know."""
    heading = next(iter(text.splitlines()), "")
    names = {n.strip().strip('"').lower() for n in re.split(r"[,;\t]", heading)}
    return len(names & {c for cs in _COLUMNS.values() for c in cs}) > 1


def read_csv(file: Path, text: str, office: str | None, as_of: str | None) -> Found:
    heading = text.splitlines()[0]
    separator = max(",;\t", key=heading.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        rows = [(reader.line_num, {k: v or "" for k, v in row.items() if isinstance(k, str)}) for row in reader]
    except csv.Error as error:
        raise CannotRead(file, f"line {reader.line_num}: {error}.") from error
    return _read(file, "CSV", rows, office, as_of)


def read_json(file: Path, text: str, office: str | None, as_of: str | None) -> Found:
    try:
        data: Any = json.loads(text)
    except ValueError as error:
        raise CannotRead(file, f"broken JSON: {error}.") from error
    if isinstance(data, dict):
        data = data.get("results", {}).get("bindings") if isinstance(data.get("results"), dict) else data.get("results")
    if not isinstance(data, list) or not all(isinstance(row, dict) for row in data):
        raise CannotRead(file, "no query result: a list of rows or results.bindings is wanted.")
    return _read(file, "Wikidata JSON", [(n, _values(row)) for n, row in enumerate(data, 1)], office, as_of)


def _values(row: Mapping[str, Any]) -> dict[str, str]:
    """Texts of a row; the query service wraps each in an object."""
    plain = {str(k): v.get("value", "") if isinstance(v, dict) else v for k, v in row.items()}
    return {k: "" if v is None else str(v) for k, v in plain.items()}


def _read(
    file: Path, form: str, rows: list[tuple[int, dict[str, str]]], office: str | None, as_of: str | None
) -> Found:
    found = Found(form)
    columns = _find_columns({k for _, row in rows for k in row})
    if "person" not in columns:
        raise CannotRead(file, f"no column for names; one of {', '.join(_COLUMNS['person'][:4])} is wanted.")
    if {"start", "end"} & columns.keys() and "office" not in columns and office is None:
        raise CannotRead(file, "dates but no column for the office; say it with --office.")
    named = [(n, {c: " ".join(row.get(k, "").split()) for c, k in columns.items()}) for n, row in rows]
    guessed = "qid" in columns or form != "CSV"  # Wikidata writes a year as its first of January
    dates = [_date(r.get(c, ""), "", False) for _, r in named for c in ("start", "end", "known")]
    known = as_of or max(filter(None, dates), default="")
    for number, row in named:
        why = _add(row, office, known, guessed, found)
        if why:
            found.unread.append(Unread(number, why))
    return found


def _find_columns(names: Iterable[str]) -> dict[str, str]:
    by_lower = {n.strip().lower(): n for n in names}
    return {
        c: next(by_lower[k] for k in keys if k in by_lower) for c, keys in _COLUMNS.items() if set(keys) & set(by_lower)
    }


def _add(row: dict[str, str], office: str | None, known: str, guessed: bool, found: Found) -> str | None:
    """Adds a row; else says why it is of no use."""
    name, where = row["person"].replace("|", " "), row.get("code", "")
    if not name or _QID.fullmatch(name):
        return "no name" if not name else f"{name} has no label"
    code = _code(where)
    title = row.get("office") or office or ""
    also = "|".join(a.strip() for a in re.split(r"[|;]", row.get("also", "")) if a.strip())
    if where and code is None:
        return f"{where} is no state or body that we know"
    if not title:
        sectors = row.get("sectors", "").replace(",", " ").replace("|", " ").replace(";", " ").upper().split()
        if strange := [s for s in sectors if not re.fullmatch("[A-Z]{3}", s)]:
            return f"{name}: {strange[0]} is no sector (GOV, MIL, REB ...)"
        found.actors.append((code or "", name, also, " ".join(sectors)))
        return None
    if code is None:
        return f"{name}: whose office?"
    start = _date(row.get("start", ""), row.get("start_precision", ""), guessed)
    end = _date(row.get("end", ""), row.get("end_precision", ""), guessed)
    if not start:
        return f"{name}: {row['start']} is no date" if row.get("start") else f"{name}: no day on which it began"
    if row.get("end") and not end:
        return f"{name}: {row['end']} is no date"
    if end and end[: len(start)] < start[: len(end)]:
        return f"{name}: ends before it begins"
    through = "" if end else (_date(row.get("known", ""), "", False) or known or start)
    acting = row.get("acting", "").lower() in ("acting", "1", "true", "yes") or bool(
        re.match(r"(?:acting|interim)\b", title, re.I)
    )
    source = "Wikidata" if guessed else "own"
    names = tuple(filter(None, also.split("|")))
    found.holders.append(Holder(name, name_office(title), code, start, end, through, names, acting, source))
    return None


def _code(where: str) -> str | None:
    if re.fullmatch(r"[A-Z]{2,8}", where) and len(where) != 2:
        return {"IGO": "UNO"}.get(where, where)
    actor = find_actor(where) if where else None  # a territory's ministers are not those of the state that claims it
    return actor.code if actor and actor.kind in ("state", "people", "body") else None


def _date(words: str, precision: str, guessed: bool) -> str:
    """Day, month or year; empty where it is none. A year is what a first of January may stand for."""
    match = _DATE.fullmatch(words)
    if match is None:
        return ""
    year, month, day = match.groups()
    parts = [year]
    if month and 1 <= int(month) <= 12:
        parts.append(month)
        if day and 1 <= int(day) <= 31:
            parts.append(day)
    size = _PRECISION.get(precision.rsplit("/", 1)[-1].lower())
    if size is None and guessed and parts[1:] == ["01", "01"]:
        size = 4
    return "-".join(parts)[:size]
