"""What an act is said to follow or to spurn: "released them, as Orvana had demanded" tells a demand too."""

from __future__ import annotations

from typing import Final

from dragoman.extract.events.account import Account
from dragoman.extract.events.acts import Act
from dragoman.extract.events.fits import Place
from dragoman.extract.events.sides import actors_of
from dragoman.extract.events.somebody import is_actor
from dragoman.extract.events.state import find_state
from dragoman.extract.events.turn import Turned

_ASKING: Final = ("demand", "request", "ask", "urge", "propose", "insist")


def read_echoed(account: Account, place: Place) -> Act | None:
    """ "As Orvana had demanded": asked, by whom the clause names, of whoever did it or would not."""
    tree, i = account.tree, place.i
    above = tree.words[i].head
    if tree.relation(i) != "advcl" or not tree.is_one(i, _ASKING) or tree.words[above].upos != "VERB":
        return None
    if "as" not in {tree.words[m].text.lower() for m in tree.children(i, "mark")} or tree.objects(i):
        return None
    while tree.relation(above) == "xcomp":  # "refused to withdraw, as Orvana had demanded", hung on "withdraw"
        above = tree.words[above].head
    who = [s for s in tree.children(i, "nsubj") if is_actor(tree, s) and tree.words[s].upos != "PRON"]
    whom = [a for a in actors_of(tree, above) if a not in who]
    state = find_state(tree, i)
    if not who or not whom or state.negated or state.future:
        return None
    turned = Turned("REQUEST", "change", "100", rule="asked for, and done or refused", plain=True)
    asked = [j for s in who for j in tree.joined(s)]
    return Act(place, turned, None, account.entities(asked), account.entities(whom))
