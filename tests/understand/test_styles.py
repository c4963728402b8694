"""Names behind a style: they head the phrase, and the style names nobody. Sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.contract import record_of
from dragoman.pipeline import code_report
from dragoman.records import Report
from dragoman.understand import understand


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("The Secretary-General met with H.E. Ms. Anna Holm, Minister for Foreign Affairs of Iceland.", "Anna"),
        ("Readout of the Secretary-General's meeting with H.E. Mr. Paul Okoro, President of Ghana", "Paul"),
        ("The Secretary-General met today with H.E. Mr. Paul Okoro, President of the Republic of Ghana.", "Paul"),
        ("She met H.E. President Ida Wagner of Austria.", "President"),
        ("H.E. the President of Ghana met the envoy in Accra.", "President"),
        ("The envoy met the president in Accra.", None),
    ],
)
def test_a_style_hangs_on_the_name(text: str, head: str | None) -> None:
    reading = understand(Report(text, date(2010, 5, 5)))
    styles = [w for w in reading.words if w.text == "H.E."]
    assert not styles or head in {reading.words[w.head].text for w in styles}
    assert "H.E." not in {text[n.start : n.end] for n in reading.names}
    for w in reading.words:  # still one tree
        seen = {w.index}
        while reading.words[w.head].index != w.index:
            w = reading.words[w.head]
            assert w.index not in seen
            seen.add(w.index)


def test_whoever_is_met_has_a_name() -> None:
    text = (
        "Readout of the Secretary-General's meeting with H.E. Ms. Anna Holm, Minister for Foreign Affairs of Iceland\n\n"
        "The Secretary-General met with H.E. Ms. Anna Holm, Minister for Foreign Affairs of Iceland. The Secretary-General "
        "thanked Iceland for its support to the United Nations."
    )
    (met,) = record_of(code_report(Report(text, date(2010, 5, 5))))["meetings"]
    assert [(p["entity"]["code"], p["entity"]["name"]) for p in met["participants"]][1:] == [("ISL", "Anna Holm")]
