"""What is looked up: categories, actors, offices, places, and the lexicon of event frames. Tables and their loaders."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

RELEASE = "2026.11"


@cache
def version() -> str:
    """Release and content of the tables: any changed cell is another version, and reports are coded anew."""
    digest = hashlib.sha256()
    for file in sorted((files(__name__) / "data").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".tsv"):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return f"{RELEASE}+{digest.hexdigest()[:8]}"
