"""What the words around a mention say of a text: sought, under negotiation, agreed, signed, broken ...

A mention hangs on a verb ("signed the pact"), on a noun that hangs on one ("rejected a call for a truce"), or is what
a word is said of ("the truce is over"). `agreement_verbs.tsv` has what each of these says; the mood of the verb
(`mood`) says whether it is done.
"""

from __future__ import annotations

from typing import Final

from dragoman.codebook.actors import find_sector
from dragoman.codebook.talks import find_agreement_verb, find_base, find_talk_noun, verb_forms
from dragoman.extract.mood import Mood, has_failed, is_bargained, is_future, is_wished, read_mood
from dragoman.extract.mood.clause import read_clause
from dragoman.extract.phrases import Tree

_NOMINAL: Final = ("NOUN", "PROPN", "DET", "PRON", "ADJ", "ADV", "NUM")
_HANGING: Final = ("nmod", "conj", "obl", "acl", "appos", "compound")
AGREEING: Final = ("agreement", "accord", "deal", "understanding")
REACHING: Final = ("agreed", "signed", "ratified")  # the later includes the earlier
_CARRIERS: Final = frozenset(
    """text version copy round kind form sort end start part element what document batch series set package
    arrangement arrangements regime""".split()
)
_ASKING: Final = frozenset("call demand request appeal plea offer proposal suggestion idea plan bid".split())
_ACCEPTING: Final = ("accept", "agree", "approve", "adopt", "endorse")
PARTS: Final = frozenset(
    """article element provision clause point item part portion chapter section detail term""".split()
)
_SOME: Final = frozenset("some several most many part certain partial".split())
REACHED: Final = frozenset(
    """agree understanding agreement reach settle resolve finalise finalize approve accept progress""".split()
)
_ONTO: Final = frozenset("on for towards toward to from over out of at upon about".split()) | {"out of"}
_ABOUT: Final = ("on", "for", "towards", "toward", "over", "about")
_HELD_AT: Final = ("at", "in", "after", "during", "following")
_BESIDE: Final = ("under", "by", "after", "before", "during", "since", "despite", "following")
_MORE: Final = frozenset("new further more renewed fresh another continued ongoing current the these those".split())
_WANTING: Final = ("call", "urge", "demand", "want", "propose")  # talks, that a text be negotiated
_TALKING: Final = ("discuss", "debate")  # of a text with a name: it is there, and talked about
_AIMING: Final = ("aim", "strive", "seek", "hope", "look", "intend", "mean")
RENEWED: Final = ("extend", "renew", "prolong", "restore", "revive", "resurrect")
_EFFORTS: Final = tuple("effort attempt bid try push talk negotiation endeavour endeavor".split())
_VAIN: Final = ("unsuccessful", "fruitless", "futile", "vain")
_REVIVING: Final = ("restore", "revive", "resurrect", "salvage", "rescue", "save")
_BARGAIN: Final = ("hammer", "thrash", "iron", "finalise", "finalize", "negotiate", "work", "draft")
_ARRIVING: Final = tuple("reach achieve conclude come arrive produce get make".split())  # "will not reach a deal"
_KEEPING: Final = ("observe", "respect", "honour", "honor", "uphold")
_HOLDING: Final = ("hold", "last", "survive", "endure")
_LEADING: Final = ("lead", "result", "end", "culminate")
_TELLING: Final = ("announce", "declare", "make", "produce", "issue")  # a plan, which binds nobody yet
_DATED: Final = ("expire", "lapse", "end")  # their present tense tells of a day to come
_CALLED: Final = ("declare", "call", "consider", "pronounce", "leave", "render", "make")
_PARTLY: Final = frozenset("partly partially part half barely hardly never not gradually".split())
_SIDES: Final = frozenset("both all two three sides parties signatories".split())
_PUTTING: Final = ("put", "affix", "append", "add", "set", "lend")  # one's name to a text
_SIGNATURES: Final = ("name", "signature", "initial", "seal", "pen")
_SPANS: Final = ("minutes", "hours", "days", "weeks", "months", "years")
_LAWS: Final = ("approve", "pass", "endorse", "adopt", "back")


def find_status(tree: Tree, n: int, kind: str = "agreement") -> str | None:
    """What the words around a mention say of the text, None where they say nothing."""
    over = _of_context(tree, n, kind)
    if over in ("violated", "collapsed", "rejected", "ratified", "partly agreed"):
        return over
    return _of_participle(tree, n, kind) or over or _of_adjective(tree, n)


def _of_adjective(tree: Tree, n: int) -> str | None:
    own = [tree.words[c] for c in tree.children(n, "amod", "compound", "acl")]
    beside = sorted(w.text.lower() for w in own if w.deprel != "acl:relcl")
    texts = [t.rpartition("-")[2] for t in beside]  # "UN-brokered"
    return next((s for t in texts if (s := find_agreement_verb(t, "own"))), None)


def _of_participle(tree: Tree, n: int, kind: str) -> str | None:
    """ "the deal reached in Lima", "a plan discussed and passed"; right behind the noun wherever the tree hangs it."""
    found = None
    behind = [n + 1] if n + 1 < len(tree.words) and tree.relation(n + 1) in ("advcl", "conj", "dep") else []
    for c in (*tree.children(n, "acl"), *[c for c in behind if tree.words[c].upos == "VERB"]):
        if tree.words[c].deprel == "acl:relcl":
            found = _of_relative(tree, c, kind) or found
            continue
        way = "subj" if tree.children(c, "nsubj") else "obj"
        for v in (c, *_then(tree, c)):
            if _is_past(tree.words[v].text.lower()) and not tree.children(v, "mark"):
                found = _later(found, find_verb_status(tree, v, way))
    return found


def _is_past(word: str) -> bool:
    return word.endswith("ed") or find_base(word) is not None


def _of_relative(tree: Tree, verb: int, kind: str) -> str | None:
    """ "a truce that collapsed", "the accord, which was signed in 1998"."""
    for c in tree.children(verb, "nsubj", "obj"):
        if tree.words[c].text.lower() in ("that", "which"):
            way = "subj" if tree.words[c].deprel == "nsubj" else "obj"
            status = find_verb_status(tree, verb, way)
            said = _in_mood(tree, verb, way, status, kind) if status else None
            return None if said in ("proposed", "standing") or (way == "subj" and said == "agreed") else said
    return None


def _later(status: str | None, then: str | None) -> str | None:
    """ "discussed and passed" is agreed; "signed and published" stays signed."""
    if status in REACHING and then in REACHING:
        return max(status, then, key=REACHING.index)
    return then or status


def _then(tree: Tree, verb: int) -> list[int]:
    """What is done to the same text after `verb`: "was discussed and passed"."""
    return [c for c in tree.children(verb, "conj") if not tree.children(c, "nsubj", "obj") and c > verb]


def _of_context(tree: Tree, n: int, kind: str) -> str | None:
    """Climbs from the mention over the nouns it hangs on to the verb."""
    own = _of_adjective(tree, n)
    i, part = n, False
    for _ in range(4):
        head = tree.words[i].head
        if head == i:
            return _of_predicate(tree, n, i) or own
        if tree.words[head].upos not in _NOMINAL or tree.relation(i) not in _HANGING:
            return _of_governor(tree, i, head, kind) or own or _of_wish(tree, i, head)
        if tree.relation(i) == "compound" and tree.words[head].text.lower() in _SPANS:
            i = head  # "broke the truce hours after", where the tree makes one noun of them
            continue
        lemma = tree.lemma(head)
        some = {tree.words[c].text.lower() for c in tree.children(head, "det", "amod", "nmod")}
        part = part or lemma in PARTS or bool((some | {tree.words[head].text.lower()}) & _SOME)
        if part and _reached_above(tree, head):
            return "partly agreed"
        named = _of_noun(tree, i, head, kind)
        if named is not None:
            return own if own == "signed" or (own and named in ("proposed", "standing")) else named
        carried = lemma in _CARRIERS or (lemma in AGREEING and tree.case(i) in ("on", "over"))
        if not (carried or part or tree.relation(i) in ("conj", "appos")):
            return own
        i = head
    return own


def _of_noun(tree: Tree, i: int, head: int, kind: str) -> str | None:
    """What the noun says that the text hangs on: "violation of", "call for", "talks on", "close to"."""
    if tree.relation(i) in ("conj", "appos") or tree.case(i) in _BESIDE:
        return None
    if (agreed := _of_decision(tree, i, head)) is not None:
        return agreed
    if _is_talked_about(tree, i, head):
        return "proposed" if _are_only_wanted(tree, i, head) else "under negotiation"
    word = tree.words[head]
    named = find_agreement_verb(word.lemma, "of") or find_agreement_verb(word.text, "of")
    if named is None and word.text.lower().endswith("ing"):
        named = find_verb_status(tree, head, "obj")  # "the breaching of the truce"
    if named in ("violated", "collapsed", "rejected", "signed", "ratified"):
        return "standing" if _is_only_feared(tree, head) else named
    if named == "proposed" and tree.lemma(head) in _ASKING:
        return _of_answer(tree, head) or named
    if named == "made":
        return "proposed" if is_wished(tree, tree.clause(head)) else "agreed"
    if named == "revived":
        return "standing" if kind == "ceasefire" else "under negotiation"
    if named == "standing":
        if _is_to_return(tree, head) or (tree.lemma(head) in PARTS and is_bargained(tree, head)):
            return "under negotiation"
        return None if kind == "settlement" else named
    return named


def _of_decision(tree: Tree, i: int, talks: int) -> str | None:
    """ "Agreed at talks in Lima to a truce": what was agreed, though the tree hangs it on the talks."""
    verb, case = tree.words[talks].head, tree.case(i)
    at = tree.relation(talks) == "obl" and tree.case(talks) in _HELD_AT and find_talk_noun(tree.words[talks].text)
    if not at or case not in ("to", "on") or tree.words[talks + 1].text.lower() == case:  # "at talks on a truce"
        return None
    status = find_verb_status(tree, verb, "obl", case) if tree.is_one(verb, ("agree",)) else None
    return _in_mood(tree, verb, "obl", status, "agreement") if status is not None else None


def _is_talked_about(tree: Tree, i: int, head: int) -> bool:
    """ "talks on a truce", "truce talks", "a round of NAFTA negotiations"."""
    talks = find_talk_noun(tree.words[head].text)
    if talks is None or talks.kind == "call":
        return False
    of = tree.relation(i) == "compound" or tree.case(i) == "of"
    return tree.case(i) in _ABOUT or (of and talks.kind in ("talks", "round"))


def _are_only_wanted(tree: Tree, i: int, talks: int) -> bool:
    """ "wanted talks on a pact", "called for talks on a truce": none are held yet, unless there are to be more."""
    verb = tree.words[talks].head
    more = any(tree.words[c].text.lower() in _MORE for c in tree.children(talks, "amod", "compound", "det"))
    if more or tree.words[i].text[:1].isupper() or tree.relation(talks) not in ("obj", "obl"):
        return False
    return (
        tree.is_one(verb, _WANTING)
        and find_verb_status(tree, verb, tree.relation(talks), tree.case(talks)) == "proposed"
    )


def _is_only_feared(tree: Tree, head: int) -> bool:
    """ "would be a breach of the truce", "a possible failure of the accord", "called for the signing of it"."""
    if any(find_agreement_verb(tree.words[c].text, "own") == "proposed" for c in tree.children(head, "amod")):
        return True
    predicate = tree.words[head].upos == "VERB" or bool(tree.children(head, "cop"))
    over = head if predicate else tree.words[head].head
    held = predicate or tree.relation(head) in ("obj", "xcomp", "nsubj") or tree.is_one(over, ("amount", "lead"))
    called = tree.relation(head) in ("obj", "obl") and find_verb_status(tree, over, tree.relation(head)) == "proposed"
    return called or (held and (is_wished(tree, over) or (head != over and tree.is_negated(over))))


def _is_to_return(tree: Tree, head: int) -> bool:
    """ "a return to full implementation of the accord": it has lapsed, and is talked about again."""
    over = tree.words[head].head
    return tree.relation(head) == "nmod" and find_agreement_verb(tree.words[over].lemma, "of") == "revived"


def _of_answer(tree: Tree, asking: int) -> str | None:
    """ "refused a demand for a truce", "accepted a call for a truce"."""
    verb = tree.words[asking].head
    said = _of_governor(tree, asking, verb, "agreement") if tree.words[verb].upos == "VERB" else None
    return said if said == "rejected" or (said == "agreed" and tree.is_one(verb, _ACCEPTING)) else None


def _of_predicate(tree: Tree, n: int, head: int) -> str | None:
    """ "the truce is over": a word that is said of the text."""
    if head == n or tree.relation(n) != "nsubj":
        return None
    word = tree.words[head]
    cases = [tree.words[c].text.lower() for c in tree.children(head, "case")]
    said = find_agreement_verb(" ".join([*cases, word.text]), "is")
    return "standing" if said == "collapsed" and tree.is_negated(head) else said


def _of_governor(tree: Tree, i: int, verb: int, kind: str) -> str | None:
    way = _find_way(tree, i, verb)
    said = _of_predicate(tree, i, verb) or (_of_label(tree, i, verb) if way == "obj" else None)
    if said is not None or way is None:
        return said
    status = find_verb_status(tree, verb, way, tree.case(i))
    if (signing := _find_signing(tree, i, verb)) is not None:
        verb, way, status = signing, "obj", "signed"
    for then in _then(tree, verb) if way != "obl" else []:
        status = _later(status, find_verb_status(tree, then, way))
    if status is None:
        return None
    return _in_mood(tree, verb, way, status, kind, tree.words[i].text[:1].isupper())


def _find_signing(tree: Tree, i: int, verb: int) -> int | None:
    """The verb of "put their names to the pact", "affixed his signature to it", "put pen to paper on it"."""
    put = tree.words[verb].head if tree.words[verb].text.lower() == "paper" else verb
    signing = tree.is_one(put, _PUTTING) and any(tree.is_one(o, _SIGNATURES) for o in tree.children(put, "obj"))
    return put if signing and tree.case(i) in ("to", "on") and tree.relation(i) in ("obl", "nmod") else None


def _of_label(tree: Tree, i: int, verb: int) -> str | None:
    """ "declared the accord dead"."""
    called = [c for c in tree.children(verb, "xcomp", "obj") if c != i] if tree.is_one(verb, _CALLED) else []
    return next((s for c in called if (s := find_agreement_verb(tree.words[c].text, "is"))), None)


def _of_wish(tree: Tree, i: int, verb: int) -> str | None:
    """A verb that says nothing of texts may still be wanted only ("to secure an accord")."""
    way = _find_way(tree, i, verb)
    if way is None or (way == "obl" and tree.case(i) not in _ABOUT):
        return None
    has = tree.is_one(verb, ("have",)) and tree.relation(verb) == "acl"  # "the first to have a treaty with X"
    return "proposed" if is_wished(tree, verb) and not has else None


def _find_way(tree: Tree, i: int, verb: int) -> str | None:
    """How a phrase stands to its verb; objects that the tree calls otherwise are objects."""
    relation, case = tree.relation(i), tree.case(i)
    if relation == "obj" or tree.words[i].deprel == "nsubj:pass":
        return "obj"
    if relation == "nsubj":
        return "subj" if not case else None
    if relation in ("xcomp", "dep", "obl", "compound") and i > verb and not case:
        return "obj"
    known = case in _ONTO or find_agreement_verb(f"{tree.lemma(verb)} {case}", "obl") is not None
    return "obl" if relation in ("obl", "nmod") and known else None


def _in_mood(tree: Tree, verb: int, way: str, status: str, kind: str, proper: bool = False) -> str | None:
    """The status that a verb gives, seen in its mood: nothing is signed by who hopes to sign."""
    mood = read_mood(tree, verb)
    if tree.is_one(verb, ("be", "exist")) and (kind == "settlement" or mood != "done"):
        return "proposed"
    if status == "standing":
        if way == "obj" and tree.is_one(verb, _KEEPING) and tree.is_negated(verb) and mood == "bargained":
            return "violated"  # "has not been observed"
        would = way == "subj" and mood in ("wished", "bargained")  # "a deal that would allow"
        return "proposed" if would else _of_upkeep(tree, verb, mood, kind)
    if status == "implemented":
        done = mood == "done" and not _is_half_done(tree, verb)
        return status if done else _of_upkeep(tree, verb, mood, kind)
    if status in ("collapsed", "violated", "rejected"):
        settled = mood == "done" or (mood == "arranged" and not is_future(tree, verb))  # "decided to scrap the accord"
        if settled and not _is_to_come(tree, verb, way):
            return status
        return None if status == "rejected" else "standing"  # what may end is there
    if status == "under negotiation":
        return "standing" if tree.is_one(verb, _TALKING) and proper else status
    if way == "subj" and status == "agreed" and tree.is_negated(verb):
        return "collapsed" if mood == "bargained" and tree.is_one(verb, _HOLDING) else None
    if mood == "refused" and not tree.is_one(verb, _ARRIVING):
        return "rejected" if way != "subj" else status
    if status == "proposed":
        return "under negotiation" if tree.is_one(verb, _AIMING) and is_bargained(tree, verb) else status
    if mood == "done":
        return _of_deed(tree, verb, status, kind)
    if status == "ratified":
        return "agreed"  # what is still to be ratified has been made
    if mood == "arranged" and (way == "subj" or status == "signed" or not is_future(tree, verb)):
        return "agreed"
    open_ = mood in ("bargained", "refused") or tree.is_one(verb, _BARGAIN)
    return "under negotiation" if open_ else "proposed"


def _of_upkeep(tree: Tree, verb: int, mood: Mood, kind: str) -> str:
    """ "monitor the truce", "extend the accord", "revive the deal"."""
    if kind in ("settlement", "plan", "draft"):
        return "under negotiation" if kind == "draft" else "proposed"
    if mood in ("wished", "bargained") and kind != "ceasefire" and tree.is_one(verb, _REVIVING):
        return "under negotiation"  # it has lapsed
    if not tree.is_one(verb, RENEWED):
        return "standing"
    if mood == "refused":
        return "rejected"
    lapsed = kind == "ceasefire" and (has_failed(tree, verb) or _is_in_vain(tree, verb))
    return "agreed" if mood == "done" else "collapsed" if lapsed else "standing"


def _is_half_done(tree: Tree, verb: int) -> bool:
    """ "Partly implemented", "is implementing", "must be implemented", "never implemented"; or by one side alone."""
    clause, beside = read_clause(tree, verb), {tree.words[c].text.lower() for c in tree.children(verb, "advmod", "obl")}
    if beside & _PARTLY or clause.unsure or clause.negated:
        return True
    doers = [] if any(tree.words[c].deprel == "nsubj:pass" for c in tree.below[verb]) else tree.subjects(verb)
    sides = {tree.words[c].text.lower() for d in doers for c in tree.under(d)} & _SIDES
    alone = bool(doers) and len(doers) < 2 and not sides
    return alone or tree.words[verb].text.lower().endswith(("ing", tree.lemma(verb)))


def _is_in_vain(tree: Tree, verb: int) -> bool:
    """ "Efforts to extend the truce failed", "talks on extending it broke down"."""
    effort = tree.words[verb].head
    over = tree.words[effort].head
    if effort == verb or not tree.is_one(effort, _EFFORTS) or tree.relation(effort) != "nsubj":
        return False
    verbal = find_verb_status(tree, over, "subj") if tree.words[over].upos == "VERB" else None
    vain = verbal == "collapsed" or tree.words[over].text.lower() in _VAIN
    return vain and not tree.is_negated(over) and not is_future(tree, over)


def _of_deed(tree: Tree, verb: int, status: str, kind: str) -> str:
    """What has been done to it: agreed, signed or ratified."""
    if status == "agreed" and tree.is_one(verb, _LEADING) and _is_open(tree, verb):
        return "proposed"  # "a truce leading to a settlement"
    if status == "agreed" and kind == "plan" and tree.is_one(verb, _TELLING):
        return "proposed"
    return "ratified" if status == "agreed" and _is_law(tree, verb, kind) else status


def _is_open(tree: Tree, verb: int) -> bool:
    """A participle that says where a thing is meant to go."""
    ing = tree.words[verb].text.lower().endswith("ing") and not tree.children(verb, "aux")
    return ing and tree.relation(verb) == "acl"


def _is_to_come(tree: Tree, verb: int, way: str) -> bool:
    """ "the truce ends on Monday", "the accord ended the war": not over yet, or something else is."""
    if way != "subj":
        return False
    word = tree.words[verb]
    present = tree.is_one(verb, _DATED) and not word.text.lower().endswith("ed")
    return present or bool(tree.children(verb, "obj", "xcomp"))


def _is_law(tree: Tree, verb: int, kind: str) -> bool:
    """A parliament that approves a treaty ratifies it."""
    if kind in ("ceasefire", "plan", "draft", "declaration", "framework", "settlement", "exchange"):
        return False
    doers = [*tree.children(verb, "nsubj"), *[c for c in tree.children(verb, "obl") if tree.case(c) == "by"]]
    return tree.is_one(verb, _LAWS) and any(find_sector(tree.words[d].text) == "LEG" for d in doers)


def find_verb_status(tree: Tree, verb: int, way: str, case: str = "") -> str | None:
    """What a verb, with its particle or preposition, says of the text that stands to it as `way`."""
    word = tree.words[verb]
    beside = [tree.words[c].text.lower() for c in tree.below[verb] if c in (verb + 1, verb + 2)]
    forms = verb_forms(word.lemma, word.text)
    tails = [*(f" {b}" for b in beside), *([f" {case}"] if case and way == "obl" else []), ""]
    return next((s for tail in tails for f in forms if (s := find_agreement_verb(f + tail, way))), None)


def _reached_above(tree: Tree, i: int) -> bool:
    """Understanding or agreement on it, above in the tree or just before it: trees often hang "on ..." too high."""
    near = [j for j in range(max(i - 8, 0), i) if tree.words[j].sentence == tree.words[i].sentence]
    above = list(tree.path_up(i))[:4]
    return any(
        tree.is_one(j, REACHED) and not tree.children(j, "det") and tree.words[j].text[:1].islower()
        for j in (*above, *near)
    )
