"""Writes frames.jsonl and free.jsonl from frames/*.txt, free/*.txt and lists/: `python make.py [--out FOLDER]`.

The same sources give the same bytes: every draw is seeded by the frame itself, so that a frame that is
altered or added leaves the sentences of the others as they were.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import random
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from item import Item, build_item  # noqa: E402
from markup import BadMarkup, Header, read_header, read_marks  # noqa: E402
from slots import SLOT, fill_frame  # noqa: E402

TRIES = 40  # draws before a frame with few values is content with fewer sentences


def read_lines(folder: str) -> Iterator[tuple[str, str]]:
    """Header and body of each line; `## words` sets header words for the lines after it, `#` alone is a comment."""
    for path in sorted((HERE / folder).glob("*.txt")):
        common = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("##"):
                common = line[2:].strip()
            elif line.strip() and not line.startswith("# "):
                if " | " not in line and not line.startswith("| "):
                    raise BadMarkup(f"{path.name}:{number}: no header: {line!r}")
                header, body = line.split("| ", 1)
                yield f"{common} {header}".strip(), body.strip().replace("\\n", "\n")


def make_frames() -> list[Item]:
    items: list[Item] = []
    seen: set[str] = set()
    for words, frame in read_lines("frames"):
        header = read_header(words)
        draw = random.Random(f"{words}|{frame}")
        made = 0
        for _ in range(TRIES if SLOT.search(frame) else 1):
            marked, actors = fill_frame(frame, draw)
            text, marks = read_marks(capital(marked), actors)
            dated = dataclasses.replace(header, published=header.published or a_date(header, draw))
            if text not in seen:
                seen.add(text)
                item = build_item(f"w{len(items) + 1:05}", "frame", dated, set_quotes(text, draw), marks)
                item["tags"].append(
                    f"frame:{zlib.crc32(frame.encode()):08x}"
                )  # to keep one frame on one side of a split
                items.append(item)
                made += 1
            if made == header.most:
                break
    return items


def make_free() -> list[Item]:
    items: list[Item] = []
    for words, body in read_lines("free"):
        text, marks = read_marks(body)
        draw = random.Random(body)
        items.append(build_item(f"w{len(items) + 10001:05}", "free", read_header(words), set_quotes(text, draw), marks))
    return items


def capital(marked: str) -> str:
    """The frame may begin with a small letter of its own; slots are capital already."""
    start = 0
    while marked.startswith("[", start):
        start = marked.index(" ", start) + 1
    return marked[:start] + marked[start : start + 1].upper() + marked[start + 1 :]


def a_date(header: Header, draw: random.Random) -> str | None:
    if "chronicle" in header.tags or "historical" in {a for _, _, aux, _ in header.events for a in aux}:
        return None
    return f"{draw.randint(1985, 2024)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"


def set_quotes(text: str, draw: random.Random) -> str:
    """Half of the texts have printers' quotation marks; one letter for another, so that offsets stand."""
    if draw.random() < 0.5:
        return text
    out: list[str] = []
    opened = False
    for i, letter in enumerate(text):
        if letter == '"':
            opened = not opened
            letter = "“" if opened else "”"
        elif letter == "'":
            letter = "‘" if i == 0 or text[i - 1] in ' ("\n' else "’"
        out.append(letter)
    return "".join(out)


def write_items(items: list[Item], path: Path) -> None:
    with path.open("w", encoding="utf-8") as out:
        for item in items:
            out.write(json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE)
    folder = parser.parse_args().out
    for name, items in (("frames", make_frames()), ("free", make_free())):
        write_items(items, folder / f"{name}.jsonl")
        print(f"{name}.jsonl: {len(items)} items")


if __name__ == "__main__":
    main()
