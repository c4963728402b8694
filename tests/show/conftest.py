"""A record made by hand, in the shape of `dragoman code --format json`. The text and all in it are invented."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

TEXT = """\
Oslo, 12 March (Harbour Wire) — The foreign ministers of Marovia and Tessaly met in Oslo on Monday for a third round \
of talks, hosted by Norway, and agreed on some articles of a draft Framework on Transit and Border Trade.

“We are closer than we were in the winter, but the question of the northern crossing remains open,” Marovian Foreign \
Minister Irena Vask told reporters after the session.

Norwegian mediator Jon Elvestad met the two delegations separately on Sunday before bringing them together at the \
Oscarsborg fortress. Officials said that Tessaly had accused Marovian troops of shelling the border village of Ketta \
last week. Marovia demands the release of eleven prisoners.

The talks are to continue in May.
"""


class Maker:
    """Finds words in the text, so that no offset is written by hand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.id = hashlib.sha256(text.encode()).hexdigest()

    def span(self, words: str) -> dict[str, Any]:
        start = self.text.index(words)
        return {"text": words, "span": [start, start + len(words)]}

    def entity(self, words: str, name: str, code: str | None, office: str | None = None, **more: Any) -> dict[str, Any]:
        sectors = more.pop("sectors", ["GOV"])
        found = self.span(words)
        return {
            "text": words, "span": found["span"], "name": name, "code": code, "sector": sectors[0], "sectors": sectors,
            "office": office, "id": None, "basis": "stated", **more,
        }  # fmt: skip

    def when(self, start: str, end: str | None = None, basis: str = "stated") -> dict[str, Any]:
        return {"start": start, "end": end or start, "text": None, "span": None, "basis": basis}

    def row(self, layer: str, index: int, confidence: float, **fields: Any) -> dict[str, Any]:
        return {"id": f"{self.id[:8]}-{layer}-{index}", "confidence": confidence, "according_to": None, "basis": "stated", **fields}  # fmt: skip


def make_record() -> dict[str, Any]:
    m = Maker(TEXT)
    marovia = m.entity("Marovia", "Marovia", "MRV")
    tessaly = m.entity("Tessaly", "Tessaly", "TSL")
    norway = m.entity("Norway", "Norway", "NOR")
    vask = m.entity("Irena Vask", "Irena Vask", "MRV", "foreign minister")
    elvestad = m.entity("Jon Elvestad", "Jon Elvestad", "NOR", "mediator")
    officials = m.entity("Officials", "officials", None)
    oslo = {"name": "Oslo", "country": "NOR", "lat": 59.91, "lon": 10.75, "geonameid": None, "span": m.span("Oslo")["span"]}  # fmt: skip
    meeting = {
        "date_text": None, "venue": None, "format": "mediated", "medium": "in person", "directness": "direct",
        "part_of": None, "order": None, "status": "held", "outcome": ["partial", "to continue"], "next": None, "place": oslo,
    }  # fmt: skip
    statement = {"cospeakers": [], "document": None, "chain": [], "addressee": [], "date": None, "channel": None}
    event = {
        "mode": [], "context": ["diplomatic"], "quad": 1, "score": 1.0, "cameo": "046", "date": None, "place": None,
        "aux": [], "meeting": None, "why": "the verb of the clause",
    }  # fmt: skip
    return {
        "report": {
            "id": m.id, "text": TEXT, "title": "Ministers agree on parts of a transit text", "published": "2024-03-12",
            "outlet": "Harbour Wire", "url": "https://example.org/oslo", "language": "en", "developing": False,
            "sentences": [[0, 236], [238, 400]],
        },
        "statements": [
            m.row("statement", 0, 0.93, **{**statement, "speaker": vask, "cue": m.span("told reporters"),
                "content": [m.span("We are closer than we were in the winter, but the question of the northern crossing remains open")],
                "manner": "direct", "channel": "press conference"}),
            m.row("statement", 1, 0.71, **{**statement, "speaker": officials, "cue": m.span("said"),
                "content": [m.span("that Tessaly had accused Marovian troops of shelling the border village of Ketta last week")],
                "manner": "indirect"}),
        ],
        "events": [
            m.row("event", 0, 0.88, **{**event, "event": "CONSULT", "actor": [marovia, tessaly], "recipient": [norway],
                "trigger": m.span("met"), "meeting": 0, "date": m.when("2024-03-11"), "place": oslo,
                "evidence": [m.span("The foreign ministers of Marovia and Tessaly met in Oslo on Monday")]}),
            m.row("event", 1, 0.42, **{**event, "event": "ACCUSE", "actor": [tessaly], "recipient": [marovia], "quad": 3,
                "score": -2.0, "cameo": "112", "trigger": m.span("accused"), "according_to": 1,
                "evidence": [m.span("Tessaly had accused Marovian troops of shelling the border village of Ketta last week")]}),
        ],
        "meetings": [
            m.row("meeting", 0, 0.91, **{**meeting, "start": "2024-03-10", "end": "2024-03-11",
                "participants": [
                    {"entity": vask, "role": ["party"], "level": "minister"},
                    {"entity": tessaly, "role": ["party"], "level": "minister"},
                    {"entity": norway, "role": ["host"], "level": None}],
                "evidence": [m.span("The foreign ministers of Marovia and Tessaly met in Oslo on Monday for a third round of talks, hosted by Norway")]}),
            m.row("meeting", 1, 0.77, **{**meeting, "start": "2024-03-10", "end": "2024-03-10", "part_of": 0, "order": 1,
                "format": "proximity", "directness": "shuttle", "outcome": [], "basis": "inferred", "venue": "Oscarsborg fortress",
                "participants": [{"entity": elvestad, "role": ["mediator"], "level": "envoy"}, {"entity": tessaly, "role": ["party"], "level": None}],
                "evidence": [m.span("Norwegian mediator Jon Elvestad met the two delegations separately on Sunday")]}),
        ],
        "agreements": [
            m.row("agreement", 0, 0.83, name=m.span("Framework on Transit and Border Trade"), also_called=[], kind="framework",
                status="partly agreed", provisions=[{"text": m.span("the question of the northern crossing"), "status": "open"}],
                parties=[marovia, tessaly], as_of=m.when("2024-03-11", basis="inferred"),
                evidence=[m.span("agreed on some articles of a draft Framework on Transit and Border Trade")]),
        ],
        "positions": [
            m.row("position", 0, 0.64, issue=m.span("the release of eleven prisoners"), actor=marovia, stance="demands", toward=[tessaly],
                evidence=[m.span("Marovia demands the release of eleven prisoners")]),
        ],
    }  # fmt: skip


@pytest.fixture
def record() -> dict[str, Any]:
    return make_record()
