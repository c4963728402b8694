"""records -> records: rules that need the whole report.

Meetings told twice become one row (`meetings`); meetings held are CONSULT events and meetings ahead AGREE, each
naming its meeting (`consult`); whoever was at home is worked out as host (`at_home`); talks called off are refused
to their other side (`called_off`); an act of words that names
nobody is directed at the other side of the talks told of (`implied`); acts told twice become one row and categories
absorb others (`events`); positions told twice become one (`positions`); and every row learns which statement it rests
on (`telling`).
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.records import Reading, Rows
from dragoman.settle.at_home import name_hosts
from dragoman.settle.called_off import direct_refusals
from dragoman.settle.choosing import Choosing
from dragoman.settle.consult import consult_events, drop_unheld
from dragoman.settle.events import settle_events
from dragoman.settle.implied import imply_recipients, leave_open
from dragoman.settle.meetings import merge_meetings
from dragoman.settle.parties import Parties
from dragoman.settle.positions import keep_known, merge_positions
from dragoman.settle.telling import note_tellers
from dragoman.settle.weighing import weigh_events

__all__ = ["settle"]


def settle(reading: Reading, rows: Rows) -> Rows:
    """`rows` with who and when known, put in order: each happening once, each row with its teller. Pure."""
    meetings = merge_meetings(rows.meetings)
    made = consult_events(reading, meetings)
    events = direct_refusals(drop_unheld(rows.events, meetings), meetings)
    parties = Parties(reading, events, meetings, rows.statements)
    told = imply_recipients(parties)
    choosing = Choosing(parties, told)
    told = tuple(choosing.choose(e) for e in told)
    events = weigh_events(reading, settle_events(reading, told, made), rows.statements)
    events = tuple(leave_open(e, reading.text) for e in events)
    positions = merge_positions(keep_known(reading, rows.positions))
    return note_tellers(replace(rows, meetings=name_hosts(meetings), events=events, positions=positions))
