"""Is it English? A cheap check by letters and function words; a guard, not a language identifier."""

from __future__ import annotations

import re

from dragoman.errors import NotEnglish

# words of English that are no word of the languages below, nor nearly
ENGLISH_WORDS = """
    the of and to that for with said by from has have had his were which this will been not are be it but at they who
    its would their after could should there when than also what into about other between our your you she her him
    more while during before against over under because these those being does did where how both
"""
# the commonest words of the languages that news in Latin letters comes in, those left out that English has too
OTHER_WORDS = {
    "German": "der das und ist nicht ein eine einen von zu mit auf für dem des sich auch wird werden bei nach",
    "French": "le les des et est une dans pour que qui sur pas au aux du avec ce sont",
    "Spanish": "el los las y que una por con para del se su es como más al lo la de",
    "Italian": "il di che è un della sono con non nel gli alla dei anche",
    "Portuguese": "os um uma não em com na dos da ao pela são",
    "Dutch": "het een van dat niet zijn op te voor aan ook",
    "Swedish, Danish, Norwegian": "och att det som på är av för inte med har till",
    "Turkish": "ve bir bu için ile olarak olan çok daha",
    "Indonesian, Malay": "yang dan dengan untuk dari ini itu pada tidak dalam",
    "Swahili": "ya wa kwa katika ni za cha",
    "Polish": "w z się nie że jest od oraz",
    "Hungarian": "és hogy az nem egy ez",
    "Romanian": "și este în cu pe din care nu",
    "Uzbek": "va bilan uchun",
}
# words of English that are words of others too: each counts half
SHARED_WORDS = frozenset("on in by is was were an".split())
ENGLISH = frozenset(ENGLISH_WORDS.split())
OTHERS = frozenset(word for words in OTHER_WORDS.values() for word in words.split())

WORD = re.compile(r"[^\W\d_]+")
LAST_LATIN = "\u0250"  # below it stand the letters of western, central and northern Europe
SAMPLE = 200_000  # characters looked at
ENOUGH = 20  # words from which the share of function words says something
SHARE = 0.012  # of English prose it is .25 to .45; of tables of names and numbers, .015


def check_english(text: str, where: object) -> None:
    """Raise NotEnglish where `text` has hardly a Latin letter or its commonest words are another language's.

    >>> check_english("The ministers met on Monday.", "x.txt")
    """
    sample = text if len(text) <= SAMPLE else text[:SAMPLE]
    words = WORD.findall(sample.lower())
    letters = sum(map(len, words))
    if not letters:
        raise NotEnglish(where, "there is no word in it.")
    latin = sum(c < LAST_LATIN for w in words for c in w)
    if latin < 0.6 * letters:
        raise NotEnglish(where, "it is not in English, and only English is read.")
    english = sum(w in ENGLISH for w in words) + sum(w in SHARED_WORDS for w in words) / 2
    other = sum(w in OTHERS for w in words)
    if other > 2 * english or (len(words) >= ENOUGH and english < SHARE * len(words)):
        raise NotEnglish(where, "it is not in English, and only English is read.")
