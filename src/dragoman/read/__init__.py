"""Sources -> Reports: plain text, web pages, JSON Lines, folders, stdin."""

from __future__ import annotations

from dragoman.read.html import read_html
from dragoman.read.jsonl import parse_fields, read_json, read_jsonl, read_object
from dragoman.read.sources import read_source, read_sources
from dragoman.read.text import read_text, split_header

__all__ = [
    "parse_fields",
    "read_html",
    "read_json",
    "read_jsonl",
    "read_object",
    "read_source",
    "read_sources",
    "read_text",
    "split_header",
]
