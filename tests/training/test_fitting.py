"""The tools that fit weights run, on two reports of our own, and print weights that the package could hold."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[2] / "tools"
STORY = (
    "The foreign minister of Samoa met the president of Fiji in Suva on Monday. She thanked him for the ships. "
    "The minister urged restraint at sea. Fiji accused Tonga of taking two boats on Sunday. Tonga rejected the charge. "
    "Samoa promised to send observers to the talks next week. Tonga thanked Samoa and accused Fiji of piracy."
)


def event(category: str, sources: list[str], targets: list[str], evidence: str, trigger: str) -> dict[str, object]:
    return {
        "plover": category,
        "sources": sources,
        "targets": targets,
        "evidence": evidence,
        "trigger": trigger,
        "aux": [],
    }


EVENTS = [
    event("CONSULT", ["WSM", "FJI"], [], "met the president of Fiji in Suva on Monday", "met"),
    event("SUPPORT", ["WSM"], ["FJI"], "She thanked him for the ships", "thanked"),
    event("REQUEST", ["WSM"], ["FJI"], "The minister urged restraint at sea", "urged"),
    event("ACCUSE", ["FJI"], ["TON"], "Fiji accused Tonga of taking two boats on Sunday", "accused"),
    event("REJECT", ["TON"], ["FJI"], "Tonga rejected the charge", "rejected"),
    event("AGREE", ["WSM"], [], "Samoa promised to send observers to the talks next week", "promised"),
    event("SUPPORT", ["TON"], ["WSM"], "Tonga thanked Samoa", "thanked"),
    event("ACCUSE", ["TON"], ["FJI"], "accused Fiji of piracy", "accused"),
]


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gold")
    for number, text in enumerate((STORY, STORY.replace("Samoa", "Palau"))):
        events = json.loads(json.dumps(EVENTS).replace("WSM", "PLW") if number else json.dumps(EVENTS))
        row = {"id": str(number), "date": "2021-03-04", "text": text, "events": events}
        (folder / f"{number:02}.json").write_text(json.dumps(row), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("tool", "options", "sets", "reason"),
    [
        ("fit_sides.py", ["--sample", "2"], 2, "given"),
        ("fit_directed.py", [], 1, "nobody"),
        ("fit_confidence.py", ["--written", "3"], 1, "always"),
    ],
)
def test_a_tool_prints_weights(gold: Path, tool: str, options: list[str], sets: int, reason: str) -> None:
    pytest.importorskip("onnxruntime")
    ran = subprocess.run(
        [sys.executable, str(TOOLS / tool), str(gold), *options], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    printed = [json.loads(line) for line in ran.stdout.splitlines() if line.startswith("{")]
    assert len(printed) == sets
    assert all(reason in weights and set(map(type, weights.values())) <= {float, int} for weights in printed)
