"""Fills the slots of a frame from our own lists: `{c1}` a state, `{x2}` a voice of state 2, `{reb1}` an armed group ...

A number binds: `{c1}`, `{c1.adj}`, `{x1}` and `{mil1}` speak of one state. `{x1's}` is its possessive, `{x1?has|have}`
agrees with it, `{w1.he}` is a pronoun for it. `{topic}` without a number draws from words.txt; `{topic2}` draws again.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markup import BadMarkup

HERE = Path(__file__).parent
SLOT = re.compile(r"\{([a-z]+)(\d*)(?:\.([a-z]+))?('s)?(?:\?([^|{}]*)\|([^{}]*))?\}")
SURNAME_FIRST = frozenset("CHN KOR PRK TWN KHM".split())
REPUBLICS = frozenset(
    "AFG AGO ARG ARM AZE BOL BRA CHL COL CUB CYP ECU EGY GEO GHA GTM HTI HND IRN KAZ KEN LBR MLI MEX MOZ NIC NGA PAN PER"
    " PHL ROU RUS SEN SRB SOM ZAF KOR LKA SDN SYR TJK TUR UGA UKR USA UZB VEN YEM ZMB ZWE".split()
)
INLAND = frozenset(
    "AFG ARM AUT BLR BOL BDI TCD CHE CZE ETH HUN KAZ MLI MDA NPL NER PSE RWA SRB SSD TJK UGA UZB XKX ZMB ZWE".split()
)
UNSAID = 0.6  # how often a state that was named is not named again: "the army", "two reporters"
NEAR = 0.75  # how often the next state is a neighbour
LENDERS = frozenset(("IMF", "WBK"))
PEACEKEEPERS = frozenset("UNO EU AU NATO OSCE ECOWAS SADC".split())
YEARS = ((1803, 1899), (1520, 1790))  # of the nineteenth century, of early modern times
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True)
class State:
    code: str | None
    name: str
    adj: str
    cap: str
    town: str
    persons: tuple[str, str]
    ppl: str
    eras: str = ""


@dataclass(frozen=True)
class Filled:
    """What filled a slot, and who that is. `who`: an actor; words of other slots have neither code nor sector."""

    text: str
    plural: bool = False
    code: str | None = None
    sector: str | None = None
    who: bool = True
    male: bool = True


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    lines = (HERE / "lists" / name).read_text(encoding="utf-8").splitlines()
    return tuple(
        tuple(c.strip() for c in line.split("|")) for line in lines if line.strip() and not line.startswith("#")
    )


@cache
def states(name: str) -> tuple[State, ...]:
    found = []
    for code, state, adj, cap, town, persons, ppl, *eras in rows(name):
        man, woman = persons.split(", ")
        found.append(State(code or None, state, adj, cap, town, (man, woman), ppl, "".join(eras)))
    return tuple(found)


@cache
def words() -> dict[str, tuple[str, ...]]:
    return {first.split(":")[0]: (first.split(":", 1)[1].strip(), *rest) for first, *rest in rows("words.txt")}


class Filling:
    """One filling of one frame: draws once for each slot and remembers."""

    def __init__(self, draw: random.Random, frame: str) -> None:
        self.draw = draw
        self.states: dict[str, State] = {}
        self.drawn: dict[str, Filled] = {}
        self.named: set[str] = set()  # numbers of which something was said already
        self.era = draw.choice("AMMEEENNXQRST")
        self.inland = not re.search(
            r"\{navy|\bships?\b|\bports?\b|coast|fleet|strait|trawler|submarine|\bsea\b|islands", frame
        )  # no coast will do
        for kind, number, *_ in SLOT.findall(frame):
            if kind == "reb":
                self.draw_group(number, frame)

    def draw_group(self, number: str, frame: str) -> None:
        if "reb" + number in self.drawn:
            return
        by_code = {s.code: s for s in states("states.txt")}
        bound = any(k not in ("reb", "day") and n == number for k, n, *_ in SLOT.findall(frame))
        fit = [g for g in rows("groups.txt") if not bound or g[0] in by_code]
        fit = [g for g in fit if all(g[0] != s.code for s in self.states.values())]
        code, name, count, sector = self.draw.choice(fit)
        self.drawn["reb" + number] = Filled(name, count == "p", code, sector)
        if bound:
            self.states["c" + number] = by_code[code]

    def state(self, number: str, era: str = "c") -> State:
        if era + number not in self.states:
            taken = {s.code for s in self.states.values()} | {
                f.code for k, f in self.drawn.items() if k.startswith("reb")
            }
            names = {s.name for s in self.states.values()}
            every = states("states.txt" if era == "c" else "empires.txt")
            every = tuple(s for s in every if self.inland or s.code not in INLAND)
            if era == "h":
                every = tuple(s for s in every if self.era in s.eras)
            fit = [s for s in every if s.name not in names and (s.code is None or s.code not in taken)]
            near = self.near(era)
            close = [s for s in fit if s.code in near]
            self.states[era + number] = self.draw.choice(close if close and self.draw.random() < NEAR else fit)
        return self.states[era + number]

    def near(self, era: str) -> set[str]:
        """The neighbourhoods of the states drawn so far."""
        drawn = {s.code for k, s in self.states.items() if k.startswith("c")} if era == "c" else set()
        return {code for _, codes in rows("regions.txt") if drawn & set(codes.split()) for code in codes.split()}

    def fill(self, kind: str, number: str, part: str) -> Filled:
        if kind in ("c", "h") and part in ("", "adj", "aadj", "cap", "town", "ppl"):
            self.named.add(number)
            return self.part(self.state(number, kind), part)
        key = kind + number
        if key not in self.drawn:
            self.drawn[key] = self.draw_new(kind, number)
        filled = self.drawn[key]
        if filled.who:
            self.named.add(number)
        if part in ("he", "his", "him"):
            forms = {"he": ("he", "she"), "his": ("his", "her"), "him": ("him", "her")}[part]
            return Filled(forms[0 if filled.male else 1], False, filled.code, filled.sector)
        if part == "its":
            return Filled("their" if filled.plural else "its", who=False)
        if part == "sur":
            names = filled.text.split()
            place = 0 if filled.code in SURNAME_FIRST else -1
            titles = "President Minister Secretary Ambassador envoy spokesman spokeswoman".split()
            start = max((i + 1 for i, w in enumerate(names) if w in titles), default=0)
            return Filled(names[start:][place], False, filled.code, filled.sector, male=filled.male)
        return filled

    @staticmethod
    def part(state: State, part: str) -> Filled:
        text = {
            "": state.name,
            "adj": state.adj,
            "aadj": ("an " if state.adj[0] in "AEIO" or state.adj == "Uzbek" else "a ") + state.adj,
            "cap": state.cap,
            "town": state.town,
            "ppl": state.ppl,
        }[part]
        return Filled(text, part == "ppl", state.code, "CVL" if part == "ppl" else "GOV", part != "town")

    def draw_new(self, kind: str, number: str) -> Filled:
        pick = self.draw.choice
        if kind in ("x", "w", "g"):
            return self.voice(self.state(number), kind)
        if kind in ("hx", "hw"):
            state = self.state(number, "h")
            who = pick(state.persons) if kind == "hw" else pick((state.name, state.name, state.name, state.cap))
            return Filled(who[0].upper() + who[1:] if kind == "hw" and who[0] != "t" else who, False, state.code, "GOV")
        if kind in ("bod", "ngo", "pkb", "fin"):
            fit = [
                f for f in rows("ngos.txt" if kind == "ngo" else "bodies.txt") if kind != "pkb" or f[0] in PEACEKEEPERS
            ]
            code, name, count, sector = pick([f for f in fit if (f[0] in LENDERS) == (kind == "fin") or kind == "ngo"])
            return Filled(name, count == "p", code or None, sector)
        if kind in ("day", "month", "num", "small", "year", "old"):
            return Filled(self.number(kind), who=False)
        text = pick(words()[kind]) if kind in words() else None
        if text is None:
            raise BadMarkup(f"no slot {kind!r}")
        if "@" in text:  # "~ @SECTOR s": words about a state
            text, told = (t.strip() for t in text.split("@"))
            sector, count = told.split()
            if "~" not in text and "^" not in text:  # gunmen are nobody's until the report says so
                return Filled(text, count == "p", None, sector)
            state = self.state(number)
            bare = "^" in text or text in ("~ forces", "the ~ side")  # mean nothing without their state
            if number in self.named and not bare and self.draw.random() < UNSAID:
                text = text.replace("~ ", "")
            text = text.replace("a ~", self.part(state, "aadj").text).replace("~", state.adj)
            text = text.replace("^", state.name)
            return Filled(text, count == "p", state.code, sector)
        return Filled(text.removesuffix(" +"), text.endswith(" +"), who=False)

    def number(self, kind: str) -> str:
        if kind == "day":
            return self.draw.choice(DAYS)
        if kind == "month":
            return self.draw.choice(MONTHS)
        if kind == "num":
            return str(self.draw.choice((12, 14, 17, 23, 28, 34, 40, 45, 56, 70, 85, 120, 150, 200, 350, 600)))
        if kind == "small":
            return self.draw.choice("two three four five six seven eight nine ten".split())
        if kind == "year":
            return str(self.draw.randint(1950, 2003))
        if self.era == "A":
            return f"{self.draw.randint(190, 480)} BC"
        return str(self.draw.randint(*{"M": (1180, 1480), "X": (1914, 1945)}.get(self.era, YEARS[self.era in "ET"])))

    def voice(self, state: State, kind: str) -> Filled:
        """A government, as reports name it: `x` in any way, `w` a person with a title, `g` no person."""
        forms = "name name name name government government seat seat ministry person person".split()
        form = self.draw.choice(forms if kind == "x" else forms[:7])
        if kind == "w" or form == "person":
            male = self.draw.random() < 0.6
            name = state.persons[0 if male else 1]
            titles = [
                "Prime Minister",
                "Foreign Minister",
                "Foreign Minister",
                "Defence Minister",
                "Deputy Foreign Minister",
            ]
            if state.code in REPUBLICS:
                titles += ["President", "President"]
            if state.code == "USA":
                titles = ["Secretary of State", "President", "Defense Secretary"]
            if state.code == "GBR":
                titles = ["Prime Minister", "Foreign Secretary", "Defence Secretary"]
            title = self.draw.choice(titles)
            return Filled(
                f"{state.adj if state.code != 'USA' else 'U.S.'} {title} {name}", False, state.code, "GOV", male=male
            )
        text = {
            "name": state.name,
            "government": f"the {'U.S.' if state.code == 'USA' else state.adj} government",
            "seat": state.cap,
            "ministry": "the State Department" if state.code == "USA" else f"the {state.adj} foreign ministry",
        }[form]
        return Filled(text, False, state.code, "GOV")


def fill_frame(frame: str, draw: random.Random) -> tuple[str, dict[int, tuple[int, str | None, str | None]]]:
    """The frame with its slots filled, still marked up, and where which actor stands in it."""
    filling = Filling(draw, frame)
    out, last = "", 0
    actors: dict[int, tuple[int, str | None, str | None]] = {}
    for slot in SLOT.finditer(frame):
        out += frame[last : slot.start()]
        last = slot.end()
        kind, number, part, possessive, one, many = slot.groups()
        filled = filling.fill(kind, number, part or "")
        if one is not None:
            out += many if filled.plural else one
            continue
        text = filled.text
        if possessive:
            text += "'" if text.endswith("s") and (filled.plural or text == "the United States") else "'s"
        if begins_sentence(out):
            text = text[0].upper() + text[1:]
        if filled.who:
            actors[len(out)] = (len(text), filled.code, filled.sector)
        out += text
    out += frame[last:]
    return out, actors


def begins_sentence(before: str) -> bool:
    """Whether what comes next opens a sentence; labels and opening quotation marks do not count."""
    plain = re.sub(r"\[[^ ]* |\]", "", before)
    opened = plain.rstrip(" ").rstrip('"') if plain.endswith('"') and plain[-2:-1] in (" ", "") else plain
    opened = opened.rstrip()
    if not opened:
        return True
    ended = opened.rstrip('"')
    return ended[-1:] in (".", "!", "?") and plain != opened and not re.search(r"\b(?:[A-Z]|[MD]rs?|vs)\.$", ended)
