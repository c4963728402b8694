"""What is looked up: categories, actors, offices, places, and the lexicon of event frames. Tables and their loaders."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from dragoman.codebook.own import digest_own, own_folder
from dragoman.codebook.scores import chosen_table
from dragoman.codebook.tables import codebook_folder, digest_folder

RELEASE = "2026.11"


def version() -> str:
    """Release and content of the tables, the user's own included: any changed cell is another version, and reports are
    coded anew."""
    return _version(own_folder(), codebook_folder(), chosen_table())


@cache
def _version(folder: str, _tables: str, scores: str) -> str:
    digest = hashlib.sha256()
    for file in sorted((files(__name__) / "data").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".tsv"):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    digest.update(digest_own(folder))
    digest.update(digest_folder())
    digest.update(scores.encode())
    return f"{RELEASE}+{digest.hexdigest()[:8]}"
