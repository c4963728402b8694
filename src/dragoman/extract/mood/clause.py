"""What stands in the clause of one verb: its auxiliaries, what opens it, its form, whether it is negated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dragoman.extract.phrases import Tree

WILL: Final = frozenset("will shall ’ll 'll wo".split())
WOULD: Final = frozenset("would ’d 'd".split())
UNSURE: Final = frozenset("may might could should can must ought".split())
BEING: Final = frozenset("is are am 's 're ’s ’re".split())
_IS: Final = frozenset("is are was were".split())
_OPEN: Final = frozenset("if unless whether until lest".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a verb's clause in small letters: `auxiliaries`, `copulas`, and the `marks` that open it ("to",
    "after", "if"). A prepositional mark of a gerund ("after meeting") is a mark."""

    verb: str
    auxiliaries: frozenset[str]
    copulas: frozenset[str]
    marks: frozenset[str]
    negated: bool

    @property
    def helpers(self) -> frozenset[str]:
        return self.auxiliaries | self.copulas | self.marks

    @property
    def will(self) -> bool:
        """Told of as to come: "will sign"."""
        return bool(self.helpers & WILL)

    @property
    def would(self) -> bool:
        return bool(self.helpers & WOULD)

    @property
    def unsure(self) -> bool:
        """Possible, allowed or owed: "may sign", "must sign"."""
        return bool(self.helpers & UNSURE)

    @property
    def infinitive(self) -> bool:
        return "to" in self.marks

    @property
    def is_to(self) -> bool:
        """Fixed to be done: "is to sign", "were to meet"."""
        return self.infinitive and bool((self.auxiliaries | self.copulas) & _IS)

    @property
    def ing(self) -> bool:
        return self.verb.endswith("ing")

    @property
    def going_on(self) -> bool:
        """ "Is meeting", the tree taking "is" for an auxiliary or a copula."""
        return self.ing and bool((self.auxiliaries | self.copulas) & BEING)

    @property
    def open(self) -> bool:
        """Left open by what opens it: "if they meet", "until they sign"."""
        return bool(self.marks & _OPEN)


def read_clause(tree: Tree, verb: int) -> Clause:
    """The clause of a verb, or of a noun or adjective that is said of somebody."""
    own = {r: frozenset(tree.words[c].text.lower() for c in tree.children(verb, r)) for r in ("aux", "cop", "mark")}
    return Clause(tree.words[verb].text.lower(), own["aux"], own["cop"], own["mark"], tree.is_negated(verb))
