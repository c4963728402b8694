"""Words with exact offsets, split as Universal Dependencies' English Web Treebank and GUM split them.

Contractions and possessives come apart ("do|n't", "can|not", "Baku|'s"), punctuation stands alone,
hyphenated words are split at their hyphens ("five|-|day", "U.S.|-|backed") unless the first part is a
prefix ("anti-ballistic"), and abbreviations keep their dot ("Mr.", "Va.", "a.m."). Own rules, read off
the training parts of both treebanks; where the two differ, the commoner habit of both together was taken.
"""

from __future__ import annotations

import re
from typing import Final

# Always an abbreviation: no sentence ends here, whatever follows.
TITLES: Final = frozenset(
    """Mr GEN SEN REP GOV LT COL DR MR MRS MS Cal Mrs Ms Mx Messrs Dr Drs Prof Profs Rev Fr Msgr Gen Lt Col Maj Capt Cpt Cmdr Cdr Sgt Cpl Pvt Pfc Adm
    Brig Sen Sens Rep Reps Gov Govs Pres Amb Hon Supt Insp Det Mme Mlle St Ste Ft Mt Sir vs Vs v cf viz ca
    approx Fig Figs Art Arts Sec Secs Nos Vol Ch Pt Op incl Incl est tel Tel Res Doc Asst Assoc Dep Ass't
    Attys Atty Sra Sr Sheik Abp Bp Cllr Ald Spc SSgt TSgt MSgt Comdr Gens Cols Lts Capts""".split()
)
# An abbreviation that can also end a sentence: what follows decides.
ENDABLE: Final = frozenset(
    """Inc Corp Co Cos Ltd Plc Bros Jr Esq etc al Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues
    Wed Thu Thur Thurs Fri Ave Blvd Rd Hwy Dept Univ Assn Bldg Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind
    Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo Ph.D M.D Ed
    ed eds Md Mfg Intl Natl Govt govt dept min max avg Hon'ble bln mln bn yr hrs ft""".split()
)
ABBREVIATIONS: Final = TITLES | ENDABLE
_PREFIXES: Final = frozenset(
    """non e re co anti mid pre pro cross post over semi ex sub multi counter mini neo inter intra ultra un socio
    psycho micro super trans arch proto quasi pseudo geo eco bio electro extra""".split()
)
_CLITICS: Final = re.compile(r"(?:['’`]|&#39;)(?:s|m|d|ll|re|ve)$", re.IGNORECASE)
_NOT: Final = re.compile(r"n['’`]t$", re.IGNORECASE)
_BARE_NOT: Final = re.compile(r"(?:do|did|does|is|was|could|would|have|has|are|were|should)nt$", re.IGNORECASE)
_FUSED: Final = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "lemme": 3, "gimme": 3}
_UNIT: Final = re.compile(
    r"(\d)(m|bn|b|k|km|mn|pm|am|p\.m\.|a\.m\.|kg|mm|cm|mph|kph|hrs?|mins?|lbs?|ft|tn|GMT|KB|MB|GB|K|M|B|PM|AM|C|F)$"
)

_LETTER: Final = r"[^\W\d_\u0300-\u036f][\u0300-\u036f]*"
_WORD: Final = rf"(?:{_LETTER})+"
_MASTER: Final = re.compile(
    rf"""
      (?P<link>(?:https?|ftp)://[^\s<>"“”]+ | www\.[^\s<>"“”]+
             | [\w.+%-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,8}}
             | (?:[\w-]{{1,64}}\.){{1,4}}(?:com|org|net|gov|edu|int|info|Com|pdf|docx?|DOC|xlsx?|XLS|html?|txt|jpg)\b(?:/[^\s<>"“”]*)? )
    | (?P<handle>[@\#]\w*[^\W\d]\w*)
    | (?P<dotted>(?:[^\W\d_]\.){{2,12}}(?:[A-Z](?![^\W\d_]))? | [A-Z]\.[A-Z](?![\w.]) | Ph\.D\.? | Hon['’]ble)
    | (?P<number>\d+(?:-\d+){{2,4}}(?![\w-]) | \d{{3}}-\d{{4}}(?![\w-])
             | (?:(?<![\w.])\.)?\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s)(?![^\W\d_]))? )
    | (?P<word>(?:{_WORD}|\d)(?:[\w\u0300-\u036f] | ['’](?=[^\W\d_]) | (?<=[A-Z])&(?=[A-Z]))*)
    | (?P<clitic>['’](?:s|m|d|ll|re|ve|S|M|D|LL|RE|VE)(?!\w) | ['’]\d\d(?:s)?(?!\w))
    | (?P<run>[;:]-?[)(D](?![\w)]) | \.{{2,}} | …+ | [!?]{{2,}} | '' | `` | _{{2,}} | \${{2,}} | <<+ | >>+ | \.[?!]+ | \*{{2,}} | [-=]{{2,}} | ~{{2,}} )
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_TRAILING: Final = ".,;:!?'’\")]}…"


def split_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Offsets into `text` of the words of the sentence `start:end`, in order, without overlap.

    Every character that is not white space belongs to exactly one word. Takes time linear in `end - start`.

    >>> [("Baku can't wait.")[a:b] for a, b in split_words("Baku can't wait.", 0, 16)]
    ['Baku', 'ca', "n't", 'wait', '.']
    """
    words: list[tuple[int, int]] = []
    position = start
    while match := _MASTER.search(text, position, end):
        first, last = match.span()
        kind = match.lastgroup
        if kind == "link":
            last = _trim_link(text, first, last)
            words.append((first, last))
        elif kind == "number":
            words.append((first, last))
        elif kind == "word":
            last = _take_word(text, first, last, end, words)
        else:
            words.append((first, last))
        position = last
    return words


def _trim_link(text: str, first: int, last: int) -> int:
    """A link does not end in punctuation: that is the sentence's."""
    while last > first + 1 and text[last - 1] in _TRAILING:
        last -= 1
    return last


def _take_word(text: str, first: int, last: int, end: int, words: list[tuple[int, int]]) -> int:
    """Append the word at `first:last`, split or lengthened; the offset to go on from."""
    word = text[first:last]
    if last < end and text[last] == ".":
        initial = last - first == 1 and word.isupper() and _goes_on(text, last + 1, end)
        if initial or (word in ABBREVIATIONS and not (word in ("al", "ed", "max", "min") and word == "Mar")):
            words.append((first, last + 1))
            return last + 1
        if word in ("No", "no", "p", "pp", "c") and re.match(r"\.\s?\d", text[last : last + 3]):
            words.append((first, last + 1))
            return last + 1
    if last < end - 1 and text[last] == "-" and word.lower() in _PREFIXES and text[last + 1].isalpha():
        tail = _MASTER.match(text, last + 1, end)
        if tail and tail.lastgroup == "word":
            stop = tail.end()
            cut = _clitic_at(text[first:stop])
            words.append((first, first + cut))
            if first + cut < stop:
                words.append((first + cut, stop))
            return stop
    cut = _clitic_at(word)
    words.append((first, first + cut))
    if first + cut < last:
        words.append((first + cut, last))
    return last


def _goes_on(text: str, position: int, end: int) -> bool:
    """An initial is followed by more of the name inside its sentence."""
    rest = text[position : min(position + 3, end)].lstrip()
    return bool(rest) and (rest[0].isalpha() or rest[0].isdigit())


def _clitic_at(word: str) -> int:
    """Where the clitic of `word` begins; its length where it has none."""
    lower = word.lower()
    if lower in _FUSED:
        return _FUSED[lower]
    for pattern in (_NOT, _CLITICS):
        if (match := pattern.search(word)) and match.start() > 0:
            return match.start()
    if _BARE_NOT.match(word):
        return len(word) - 2
    if word[0].isdigit() and (unit := _UNIT.search(word)):
        return unit.start(2)
    return len(word)
