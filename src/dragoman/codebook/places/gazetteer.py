"""Places of GeoNames: cities of 1,000 people and more, first- and second-level regions, and the names they go by.

Two packed tables that `tools/build_places.py` makes, each sorted, so that a name is found by halving and nothing is
built when they are opened: `gazetteer.tsv.gz` (identity, name, kind, country, region, latitude, longitude, people)
and `gazetteer_names.tsv.gz` (folded name, identities by size; ~ marks a spelling that is not the usual one).
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

_PLAIN: Final = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "þ": "th",
        "ð": "d",
        "-": " ",
        "–": " ",
        ".": "",
    }
    | dict.fromkeys("'’‘`ʼʻʿʾ\"“”")
)
_SHORT: Final = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
GENERIC: Final = (
    "autonomous republic|autonomous region|autonomous oblast|autonomous okrug|capital territory|union territory"
    "|metropolitan city|governorate|municipality|county borough|prefecture|department|province|district|territory"
    "|republic|region|regency|oblast|okrug|kray|krai|raion|rayon|canton|county|parish|borough|state|division|emirate|city"
)
_AFTER: Final = re.compile(rf"\s+(?:{GENERIC})$", re.IGNORECASE)
_BEFORE: Final = re.compile(rf"^(?:the\s+)?(?:{GENERIC}|city|town|village|port|island|isle)\s+of\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of the gazetteer.

    kind: "capital", "country", "venue", "region" (first-level, or of no fixed rank), "county" (second-level), "city"
    (one that its name alone may mean) or "town". `region`: GeoNames' code of the first-level region, in the USA the
    postal code of the state.
    """

    name: str
    kind: str
    country: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None = None
    region: str | None = None
    people: int = 0


def fold_name(name: str) -> str:
    """The name as it is looked up: case, accents, points, apostrophes and a leading article taken away.

    >>> fold_name("The Saint Peter’s-Łódź")
    'st peters lodz'
    """
    # decomposed before and after its case is folded: "℠" holds capitals, and some small letters fold to composed ones
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold()).translate(_PLAIN)
    words = [_SHORT.get(w, w) for w in "".join(c for c in plain if not unicodedata.combining(c)).split()]
    while words[:1] == ["the"] and words[1:]:
        del words[0]
    return " ".join(words)


def strip_generic(name: str) -> str:
    """The name without the word that says what it names.

    >>> strip_generic("Rapides Parish"), strip_generic("city of Goma"), strip_generic("Oblast")
    ('Rapides', 'Goma', 'Oblast')
    """
    return _BEFORE.sub("", _AFTER.sub("", name)) or name


@lru_cache(maxsize=8192)
def find_listed(key: str) -> tuple[tuple[Spot, bool], ...]:
    """The places of a folded name, the largest first, each with whether the name is its usual one."""
    line = _find_line(_names(), key.encode())
    if not key or line is None:
        return ()
    found = []
    for identity in line.split("\t")[1].split():
        spot = read_spot(identity.removesuffix("~"))
        if spot is not None:
            found.append((spot, not identity.endswith("~")))
    return tuple(found)


@lru_cache(maxsize=8192)
def read_spot(identity: str) -> Spot | None:
    """The place with an identity of eight digits."""
    line = _find_line(_places(), identity.encode())
    if line is None:
        return None
    number, name, kind, country, region, lat, lon, people = line.split("\t")
    return Spot(name, kind, country or None, float(lat), float(lon), int(number), region or None, int(people))


def _find_line(table: bytes, key: bytes) -> str | None:
    """The line of a sorted table that begins with the key and a tab, found by halving."""
    want = key + b"\t"
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) // 2
        start = table.rfind(b"\n", 0, middle) + 1
        end = table.find(b"\n", middle)
        end = len(table) if end < 0 else end
        head = table[start : table.find(b"\t", start) + 1]
        if head == want:
            return table[start:end].decode()
        if head[:-1] < key:
            low = end + 1
        else:
            high = start
    return None


@cache
def _names() -> bytes:
    return _unpack("gazetteer_names.tsv.gz")


@cache
def _places() -> bytes:
    return _unpack("gazetteer.tsv.gz")


def _unpack(name: str) -> bytes:
    return gzip.decompress(files("dragoman.codebook").joinpath("data", name).read_bytes())
