"""Who gives orders to whom inside one state: "the president ordered the army", "parliament asked the government"."""

from __future__ import annotations

from typing import Final

ORDERING: Final = ("order", "instruct", "command")  # how the words of an act open that only superiors do
_SERVING: Final = frozenset(
    """army military navy police troops forces soldiers guards commander commanders general generals minister ministry
    ministries cabinet government services department departments officials authorities governor
    governors prosecutor prosecutors establishment units unit service guard
    officers advisers aides warships jets""".split()
)
_HOUSES: Final = frozenset(
    """parliament assembly senate house congress legislature lawmakers legislators parliamentarians deputies court
    opposition resolution motion bill""".split()
)
_ANSWERABLE: Final = frozenset(("government", "cabinet", "administration"))  # to parliaments and courts
_OTHERS: Final = frozenset("foreign international multinational western allied occupying rival enemy visiting".split())
_ENDS: Final = frozenset("of in to for from at on with who which that".split())


def asks_own(trigger: str, asking: str, asked: str) -> bool:
    """Whether the words say that those who are asked serve, or answer to, the state of whoever asks.

    >>> asks_own("ordered", "the president", "the army")
    True
    >>> asks_own("urged", "the president", "the army")
    False
    >>> asks_own("urged", "the lower house", "the government")
    True

    Args:
        trigger: the words of the request.
        asking: who asks.
        asked: who is asked.
    """
    words = asked.lower().split()
    head = next((i for i, w in enumerate(words) if w in _ENDS), len(words))
    if not head or _OTHERS & set(words):
        return False
    noun = words[head - 1]
    if trigger.lower().startswith(ORDERING):
        return noun in _SERVING
    return noun in _ANSWERABLE and bool(_HOUSES & set(asking.lower().split()))
