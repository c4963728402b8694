"""Which rows of the table of office-holders a person of the report may be: by name, state, title and date together."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final

from dragoman.codebook.actors import Holder, find_holders, plain
from dragoman.codebook.answers import find_former_code
from dragoman.codebook.holders import list_holders
from dragoman.codebook.offices import find_title
from dragoman.codebook.own import own_folder
from dragoman.resolve.who.named import Person
from dragoman.resolve.who.titles import Titles

_WORLD_KNOWN: Final = frozenset(
    ("state", "supreme leader", "government", "foreign", "secretary-general", "high representative")
)


class Holding(Titles):
    """Asks the table for the persons of one report."""

    def holders(self, person: Person) -> list[Holder]:
        """Office-holders of that name that the report leaves possible: by state where it says one, else by full name
        or by a state that it names."""
        parts = plain(person.name).split()
        if not parts:
            return []
        rows = list(find_holders(plain(person.name)))
        if len(parts) == 1:
            rows = rows or list(find_holders(parts[0].split("-")[0]))  # two rulers, the first of them first
            rows = [h for h in rows if person.code or self._fits(h, person)] or self._world_known(rows, person)
        elif not rows:
            alike = [h for h in find_holders(parts[-1]) if plain(h.person).split()[0][:3] == parts[0][:3]]
            rows = [h for h in alike if self._is_in_time(h) and not self._is_other(h, person)]
            rows += [h for h in find_holders(parts[-1]) if h not in rows and self._is_in_office(h, person)]
        if person.code:
            rows = [h for h in rows if h.code == person.code]
        return rows

    def _world_known(self, rows: list[Holder], person: Person) -> list[Holder]:
        """A surname that the report never introduces ("Bush met Putin"): whoever held one of the highest offices on its
        day, if only one of that name did."""
        day = self.reading.report.published
        if day is None or person.offices or person.sectors:
            return []
        held = [h for h in rows if h.held_surely(day.isoformat()) and not h.acting]
        top = [h for h in held if (office := find_title(h.office)) is not None and office.post in _WORLD_KNOWN]
        return top if len({h.person for h in held}) == 1 else []

    def _is_in_office(self, holder: Holder, person: Person) -> bool:
        """The report gives the title that somebody of that surname held on its day ("President Joseph R. B., Jr.")."""
        day = self.reading.report.published
        return day is not None and holder.held(day.isoformat()) and holder.office in person.offices

    def _is_in_time(self, holder: Holder) -> bool:
        """In office on the report's day, or not long before or after."""
        day = self.reading.report.published
        return day is None or int(holder.start[:4] or 0) - 8 <= day.year <= int((holder.end or "2030")[:4]) + 12

    def _is_other(self, holder: Holder, person: Person) -> bool:
        """Somebody of that name whose title here is of another walk of life ("Judge A. B.")."""
        return (
            bool(person.offices)
            and not any(_alike(o, holder.office) for o in person.offices)
            and bool(set(person.sectors) & {"JUD", "COP", "BUS", "CVL", "EDU", "MED", "HLH"})
        )

    def _fits(self, holder: Holder, person: Person) -> bool:
        """A bare surname is taken for an office-holder only if the report names the state, near the term of office."""
        day = self.reading.report.published
        if day is not None and not (int(holder.start[:4] or 0) - 2 <= day.year <= int((holder.end or "2030")[:4]) + 3):
            return False
        if person.offices and not any(_alike(o, holder.office) for o in person.offices):
            return False
        return bool(person.offices) or self.counts[holder.code] > 0


def find_in_office(office: str, code: str, day: date | None, told: str | None = None) -> Holder | None:
    """Whoever surely held an office on a day, where the table knows one alone.

    Args:
        told: the state's name in the text, which tells the Soviet Union's president from Russia's.
    """
    if day is None:
        return None
    rows = _by_office(own_folder()).get((office, code), ())
    held = [h for h in rows if h.held_surely(day.isoformat()) and not h.acting]
    if told is not None:
        former = find_former_code(told) or ""
        held = [h for h in held if h.state == former] or ([] if former else held)
    return held[0] if len({h.person for h in held}) == 1 else None


@cache
def _by_office(folder: str) -> dict[tuple[str, str], list[Holder]]:
    found: dict[tuple[str, str], list[Holder]] = {}
    for holder in list_holders():
        found.setdefault((holder.office, holder.code), []).append(holder)
    return found


def tell_holder(holder: Holder) -> str:
    """A row of the table in words."""
    until = holder.end or f"?, known through {holder.known_through or '?'}"
    return f"{holder.person}, {holder.office} {holder.code} {holder.start} to {until}"


def _alike(title: str, office: str) -> bool:
    foreign = {"secretary of state", "foreign minister", "foreign secretary"}
    vague = ("leader", "secretary", "minister", "official")
    shared = set(title.replace("-", " ").split()) & set(office.replace("-", " ").split())
    return bool(shared) or foreign >= {title, office} or title in vague
