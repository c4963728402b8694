"""How names are compared: without accents, case and leading article."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ə": "a", "ß": "ss"})


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """A name without accents and case."""
    name = name.translate(_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()


def actor_key(name: str) -> str:
    """A name as the index knows it: straight apostrophes, no accents, no leading article, case kept."""
    key = name
    if not name.isascii():
        key = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        key = key.replace("’", "'").replace("‘", "'").replace("‑", "-")
    return key[4:] if key[:4].lower() == "the " else key


def singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
