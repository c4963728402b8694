"""How far two independent annotations of the same reports agree, in the measure that records are scored by.

    python training/annotations/agreement.py SHARED [--json]

The second annotation is put in the shape of a record and scored against the first (`dragoman evaluate record`).
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from standoff import join

from dragoman.evaluate.annotated import record_of_annotation
from dragoman.evaluate.record_score import score_records


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(argv)
    again = {row["id"]: row for row in join(args.shared, part="again")}
    first = [row for row in join(args.shared) if row["id"] in again]
    figures = score_records(first, [record_of_annotation(again[row["id"]]) for row in first])
    if args.json:
        print(json.dumps(figures))
        return 0
    for name, values in figures.items():
        print(f"{name:22}", "  ".join(f"{k}={v:.3f}" if isinstance(v, float) else f"{k}={v}" for k, v in values.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
