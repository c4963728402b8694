"""What a web page says, got out of its HTML by trafilatura; also the child process in which big pages are read.

HTML parsers take time that grows with the square of a tag's attributes, and library calls cannot be
stopped. So `read_html` hands every page big enough for that to a child process (this file, run as a
program), kills it when its time is over, and starts another for the next page.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, TypedDict

SECONDS = 10.0  # for one page; an ordinary one takes some 5 ms
MEMORY = 2 * 1024**3  # bytes of address space, where the system can hold a process to that
DEEPEST = 250  # the parser silently drops what is nested deeper than 255


class Page(TypedDict, total=False):
    """What a page gave; `trouble` says why it gave nothing."""

    text: str | None
    title: str | None
    published: str | None
    outlet: str | None
    author: str | None
    url: str | None
    trouble: str


def extract_page(html: str) -> Page:
    """Main text, title, day of publication (YYYY-MM-DD), outlet, author and address of one page."""
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    tree = trafilatura.load_html(html)
    if tree is None:
        return {"trouble": "it is no HTML page."}
    if _depth(tree) >= DEEPEST:
        return {"trouble": f"its tags are nested deeper than {DEEPEST}, and what lies deeper would be lost."}
    found = trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        # max_date keeps the clock out of it
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2100-01-01"},
    )
    if found is None:
        return {"trouble": "there is no main text in the page."}
    page = found if isinstance(found, dict) else found.as_dict()
    return {
        "text": _drop_title(page.get("text"), page.get("title")),
        "title": page.get("title"),
        "published": page.get("date"),
        "outlet": page.get("sitename"),
        "author": page.get("author"),
        "url": page.get("url"),
    }


def _drop_title(text: str | None, title: str | None) -> str | None:
    """The text without its first line where that is the title over again: titles carry no rows."""
    first, _, rest = (text or "").partition("\n")
    return rest if title and rest and first.strip().lower() == title.strip().lower() else text


def _depth(tree: object) -> int:
    from lxml import etree  # type: ignore[import-untyped]

    deepest = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


# ---------------------------------------------------------------- the child process


class PageReader:
    """One child process that reads pages, started when first needed and again after each that was killed."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def read(self, html: str, *, seconds: float = SECONDS) -> Page:
        """`extract_page(html)`, or a `trouble` where it took too long or broke its process."""
        with self._lock:
            child = self._child or self._start()
            assert child.stdin and child.stdout
            late = threading.Event()

            def stop() -> None:
                late.set()
                child.kill()

            timer = threading.Timer(seconds, stop)
            timer.start()
            try:
                _send(child.stdin, html.encode("utf-8", "surrogatepass"))
                answer = _receive(child.stdout)
            except (OSError, ValueError):
                answer = None
            finally:
                timer.cancel()
            if answer is None or late.is_set():
                self._stop()
            if answer is None:
                took = f"it took longer than {seconds:g} s to read" if late.is_set() else "it broke the reader"
                return {"trouble": f"{took}: too big or broken for a page. Save its text alone."}
            page: Page = json.loads(answer)
            return page

    def _start(self) -> subprocess.Popen[bytes]:
        package = Path(__file__).resolve().parents[2]
        paths = [str(package), *filter(None, [os.environ.get("PYTHONPATH")])]
        self._child = subprocess.Popen(
            [sys.executable, "-m", "dragoman.read.page"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )
        return self._child

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe:
                    with suppress(OSError):  # what was still to be sent to a dead process
                        pipe.close()


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(struct.pack(">Q", len(message)) + message)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes | None:
    head = pipe.read(8)
    if len(head) < 8:
        return None
    (length,) = struct.unpack(">Q", head)
    message = pipe.read(length)
    return message if len(message) == length else None


def serve_pages() -> None:
    """Read pages from stdin and answer on stdout until stdin ends."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # a system without such limits: the time limit remains
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    while (message := _receive(source)) is not None:
        try:
            page = extract_page(message.decode("utf-8", "surrogatepass"))
        except Exception as error:  # noqa: BLE001 - whatever a hostile page brings about
            page = {"trouble": f"the page cannot be parsed ({type(error).__name__})."}
        _send(sink, json.dumps(page).encode("ascii"))


if __name__ == "__main__":
    serve_pages()
