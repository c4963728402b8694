"""Which place each name of a text means, all names of it weighed together.

Every name gets its candidates; each candidate a sum of weighted reasons: how large and of what kind it is, whether
the words around the name put it there, and how well it goes with what the other names of the text may mean. Since
those are open too, this is done three times over, the likelier candidates of the round before counting for more. One
name has one meaning in a text, unless the words around it say otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, exp, hypot, log, log10, radians
from typing import Final

from dragoman.codebook.places import Spot, find_country, fold_name
from dragoman.codebook.places.candidates import NOWHERE, is_usual, list_candidates
from dragoman.codebook.places.evidence import (
    count_states,
    find_neighbours,
    find_outlet_country,
    read_after,
    read_before,
)
from dragoman.codebook.weights import add_up, share_out
from dragoman.records import Offsets

ROUNDS: Final = 3
FEW: Final = 3  # names that must agree on a country before it is that of all
DOUBT: Final = 0.1  # share below which a candidate raises none
TOP: Final = 6  # candidates of another name that are looked at

# What each reason weighs, as fitted by tools/fit_places.py; but some set higher. told_country and before: in the
# files that they were fitted on nearly every country told of is one of the given names, and weighs as that already.
# capital and city: one of the files is local news, where a name is more often a small place than in what we read.
WEIGHTS: Final[dict[str, float]] = {
    "people": 1.12, "people_region": 0.11, "country": 7.6, "capital": 1.5, "city": 1.2, "region": 2.38, "area": 7.16,
    "county": -2.81, "venue": 4.13, "first": 0.5, "usual": 3.43, "after": 4.92, "after_other": -1.92, "before": 0.8,
    "told_country": 3.0, "told_region": 0.33, "outlet": 2.82,
    "same_country": 2.06, "same_region": 1.95, "near": 2.44, "around": 4.04, "inside": 0.35, "neighbour": 0.98,
}  # fmt: skip


@dataclass
class Mention:
    """One or several spans that say the same name with the same words around it."""

    name: str
    candidates: tuple[Spot, ...]
    starts: list[int]
    after: list[Spot] = field(default_factory=list)
    before: list[Spot] = field(default_factory=list)
    fixed: list[dict[str, float]] = field(default_factory=list)  # a candidate's reasons that do not change
    shares: list[float] = field(default_factory=list)


def locate_names(text: str, spans: Sequence[Offsets], outlet: str | None = None) -> list[Spot | None]:
    """The place that each span of `text` names, None where the gazetteer does not tell.

    Args:
        outlet: its name, or the address of the report.
    """
    mentions, which = gather_mentions(text, spans)
    weigh(mentions, text, outlet)
    chosen = [choose(m) for m in mentions]
    focus = find_focus(mentions)
    return [
        chosen[i] if i is not None else find_country_alone(text, start, end, focus)
        for i, (start, end) in zip(which, spans, strict=True)
    ]


def name_country(code: str) -> str:
    """The English name of an ISO 3166-1 alpha-3 code, as GeoNames has it; the code where it has none."""
    country = find_country(code)
    return country.name if country else code


def find_focus(mentions: list[Mention]) -> str | None:
    """The country that every name of the text, three at least, lies in beyond doubt."""
    found = {c.country for m in mentions for p, c in zip(m.shares, m.candidates, strict=True) if p > DOUBT}
    return next(iter(found)) if len(found) == 1 and len(mentions) >= FEW else None


def find_country_alone(text: str, start: int, end: int, focus: str | None) -> Spot | None:
    """The country alone of a name that the gazetteer lacks, as the words around it tell, or all the other names."""
    name = text[start:end]
    if not name[:1].isupper() or fold_name(name) in NOWHERE:
        return None
    told = [*read_after(text, end), read_before(text, start)]
    container = next((t for t in told if t is not None), None)
    if container is not None:
        return Spot(name, "town", container.country, None, None, region=container.region)
    return Spot(name, "town", focus, None, None) if focus else None


def gather_mentions(text: str, spans: Sequence[Offsets]) -> tuple[list[Mention], list[int | None]]:
    """The mentions, and for each span which one it belongs to; None for a span that names no known place."""
    mentions: list[Mention] = []
    index: dict[str, list[int]] = {}
    which: list[int | None] = []
    read = []
    for start, end in spans:
        name = text[start:end]
        candidates = list_candidates(name)
        after = [a for a in read_after(text, end) if not any(is_peer(c, a) for c in candidates[:2])]
        before = read_before(text, start)
        if after and all(c.kind in ("town", "county") and not any(lies_in(c, a) for a in after) for c in candidates):
            candidates = ()  # another one of the name, that is not listed
        read.append((start, name, candidates, after, before))
    # names whose surroundings say where they lie come first: the bare ones then join them
    for start, name, candidates, after, before in sorted(read, key=lambda r: (not r[3], r[0])):
        if not candidates:
            continue
        group = index.setdefault(fold_name(name), [])
        fitting = [c for c in candidates if any(lies_in(c, a) for a in after)]
        joined = next(
            (i for i in group if not fitting or any(lies_in(c, a) for c in fitting for a in mentions[i].after)), None
        )
        if joined is None:
            mentions.append(Mention(name, candidates, []))
            joined = len(mentions) - 1
            group.append(joined)
        mention = mentions[joined]
        mention.starts.append(start)
        if fitting:
            mention.after += [a for a in after if any(lies_in(c, a) for c in fitting)]
        if before is not None:
            mention.before.append(before)
    for m in mentions:
        m.candidates = keep_great(m)
    for start, name, candidates, _, _ in read:
        group = index.get(fold_name(name), [])
        which.append(next((i for i in group if start in mentions[i].starts), None) if candidates else None)
    return mentions, which


def keep_great(mention: Mention) -> tuple[Spot, ...]:
    """The candidates without the towns and counties called like a country or like a state of the USA.

    Those are meant only where the words around the name say so: "Lebanon, Pa."
    """
    first = mention.candidates[0]
    great = first.kind == "country" or (first.kind == "region" and first.country == "USA")
    if not great or any(lies_in(c, a) for c in mention.candidates for a in mention.after):
        return mention.candidates
    return tuple(c for c in mention.candidates if c.kind not in ("town", "county"))


def is_peer(spot: Spot, container: Spot) -> bool:
    """Whether the two are of one rank, so that a comma between them makes a list: "Russia, China, Japan"."""
    return spot.kind == container.kind and (spot.kind == "country" or spot.country == container.country)


def lies_in(spot: Spot, container: Spot) -> bool:
    """Whether a place lies in a country or region, and is not that itself."""
    if container.kind == "country":
        return spot.country == container.country and spot.kind != "country"
    return (
        spot.country == container.country and spot.region == container.region and spot.kind not in ("country", "region")
    )


# ---------------------------------------------------------------- reasons


def weigh(mentions: list[Mention], text: str, outlet: str | None, weights: dict[str, float] = WEIGHTS) -> None:
    """Works out each candidate's share, round after round."""
    countries, regions = count_states(text)
    home = find_outlet_country(outlet)
    for m in mentions:
        m.fixed = [find_reasons(m, i, c, countries, regions, home) for i, c in enumerate(m.candidates)]
        m.shares = share_out([add_up(f, weights) for f in m.fixed])
    for _ in range(ROUNDS):
        scores = [score_together(m, mentions, weights) for m in mentions]
        for m, each in zip(mentions, scores, strict=True):
            m.shares = share_out(each)


def score_together(mention: Mention, mentions: list[Mention], weights: dict[str, float]) -> list[float]:
    context = [find_context(c, mention, mentions) for c in mention.candidates] if len(mention.candidates) > 1 else [{}]
    return [add_up(f, weights) + add_up(x, weights) for f, x in zip(mention.fixed, context, strict=True)]


def find_reasons(
    mention: Mention,
    place: int,
    spot: Spot,
    countries: Counter[str],
    regions: Counter[tuple[str, str]],
    home: str | None,
) -> dict[str, float]:
    """What speaks for a candidate by itself, and by the words around the name."""
    reasons = {"area" if spot.kind == "region" and spot.geonameid is None else spot.kind: 1.0}
    if spot.kind not in ("country", "venue"):
        reasons["people_region" if spot.kind == "region" else "people"] = log10(spot.people + 100) - 2
    if place == 0:
        reasons["first"] = 1.0
    if is_usual(spot, mention.name):
        reasons["usual"] = 1.0
    if any(lies_in(spot, a) for a in mention.after):
        reasons["after"] = 1.0
    elif mention.after:
        reasons["after_other"] = 1.0
    if any(lies_in(spot, b) for b in mention.before):
        reasons["before"] = 1.0
    total = sum(countries.values())
    if spot.country and spot.kind != "country" and total:
        reasons["told_country"] = countries[spot.country] / (total + 1)
        told = regions[spot.country, spot.region or ""] if spot.kind != "region" else 0
        reasons["told_region"] = log(1 + told)
    if home and spot.country == home:
        reasons["outlet"] = 1.0
    return reasons


def find_context(spot: Spot, mention: Mention, mentions: list[Mention]) -> dict[str, float]:
    """How well a candidate goes with the other names, by what they may mean and how near in the text they stand."""
    country = region = near = around = inside = neighbour = total = 0.0
    for other in mentions:
        if other is mention:
            continue
        gap = min(abs(a - b) for a in mention.starts[:4] for b in other.starts[:4])
        close = 0.3 + exp(-gap / 300)
        total += close
        likely = sorted(zip(other.shares, other.candidates, strict=True), key=lambda p: -p[0])[:TOP]
        for part, c in likely:
            if part < 0.02 or c.country is None:
                continue
            if c.country != spot.country:
                if c.country in find_neighbours(spot.country or ""):
                    neighbour += close * part
                continue
            country += close * part
            if c.region and c.region == spot.region:
                region += close * part
            if lies_in(spot, c) or lies_in(c, spot):
                inside += close * part
            if c.kind != "country" and spot.kind != "country":
                far = measure(spot, c)
                near += close * part * exp(-far / 60)
                around += close * part * exp(-far / 400)
    if not total:
        return {}
    return {
        "same_country": country / (total + 0.5),
        "same_region": log(1 + region),
        "near": log(1 + near),
        "around": around / (total + 0.5),
        "inside": log(1 + inside),
        "neighbour": neighbour / (total + 0.5),
    }


def measure(a: Spot, b: Spot) -> float:
    """Kilometres, near enough for places that are near."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 1e5
    east = (a.lon - b.lon + 180) % 360 - 180
    return 111.2 * hypot(a.lat - b.lat, east * cos(radians((a.lat + b.lat) / 2)))


def choose(mention: Mention) -> Spot:
    """The likeliest candidate, the first of equals."""
    best = max(range(len(mention.candidates)), key=lambda i: (mention.shares[i], -i))
    return mention.candidates[best]
