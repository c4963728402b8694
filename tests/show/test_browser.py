"""The page in a real browser, headless: rows and words lead to each other, nothing of a report runs or is fetched.

Needs Chromium and its driver (Debian: chromium, chromium-driver) and selenium; skipped where they are missing.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.show.page import render_page

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no Chromium with its driver on this machine"),
]

Record = dict[str, Any]
Open = Callable[..., Any]
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--window-size=1280,800"),
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=DRIVER, env=os.environ))
    yield driver
    driver.quit()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Open:
    def open_page(record: Record, *, script: bool = True, width: int = 1280) -> Any:
        file = tmp_path / "page.html"
        file.write_text(render_page(record), encoding="utf-8", newline="\n")
        browser.get_log("performance")
        browser.get_log("browser")
        browser.set_window_size(width, 800)
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not script})
        # where somebody asks for less motion the page goes places at once, which is also easier to wait for
        less_motion = {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", less_motion)
        browser.get(file.as_uri())
        return browser

    return open_page


def target(browser: Any) -> str | None:
    """The id of what is the target now, if it is to be seen."""
    found = browser.execute_script(
        """const t = document.querySelector(':target'); if (!t) return null;
        const box = (t.querySelector('.seg') || t).getBoundingClientRect();
        const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        return seen ? t.id : 'unseen ' + t.id;"""
    )
    return None if found is None else str(found)


def settle(browser: Any) -> None:
    """Waits until nothing scrolls any more."""
    browser.execute_async_script(
        """const done = arguments[0]; let last = null, still = 0;
        const look = () => {
          const now = [scrollY, document.querySelector('.report').scrollTop,
                       document.querySelector('.record').scrollTop].join();
          still = now === last ? still + 1 : 0; last = now;
          if (still > 5) done(); else setTimeout(look, 20);
        }; look();"""
    )


def make_long(record: Record) -> Record:
    """The same record over a text of many screens, so that going somewhere means scrolling."""
    record["report"]["text"] += "\n\nAnd so the day went on, without news." * 200
    start = len(record["report"]["text"])
    record["report"]["text"] += "Marovia demands the opening of the pass."
    words = {"text": "Marovia demands the opening of the pass", "span": [start, start + 39]}
    last = {**record["positions"][0], "id": "last", "evidence": [words], "issue": words}
    record["positions"] += [{**record["positions"][0], "id": f"p{n}"} for n in range(30)] + [last]
    return record


@pytest.mark.parametrize("width", [1280, 400])
def test_rows_and_words_lead_to_each_other(open_page: Open, record: Record, width: int) -> None:
    browser = open_page(make_long(record), width=width)
    rows = browser.find_elements("css selector", ".row")
    assert len(rows) == 39
    last = rows[-1].get_attribute("id")[2:]
    browser.execute_script("arguments[0].querySelector('.head').click()", rows[-1])
    settle(browser)
    assert target(browser) == f"w-{last}"
    # the words are lit, and so is the row
    lit = "return getComputedStyle(document.querySelector(arguments[0])).getPropertyValue(arguments[1])"
    plain = browser.execute_script(lit, ".row:not(.l-positions)", "background-color")
    assert browser.execute_script(lit, f"#r-{last}", "background-color") != plain
    # and back, by a click on the words
    browser.find_element("css selector", f"#w-{last} .seg").click()
    settle(browser)
    assert target(browser) == f"r-{last}"
    # the way back of the browser itself
    browser.back()
    settle(browser)
    assert target(browser) == f"w-{last}"


def test_words_of_several_rows_lead_to_each_in_turn(open_page: Open, record: Record) -> None:
    browser = open_page(record)
    seg = browser.find_element("css selector", ".seg.e1.s1")
    seen = []
    for _ in range(3):
        seg.click()
        settle(browser)
        seen.append(target(browser))
    assert seen == ["r-e1", "r-s1", "r-e1"]
    # a layer that is put out is passed over
    browser.find_element("css selector", "#on-events").click()
    seg.click()
    settle(browser)
    assert target(browser) == "r-s1"


def test_works_without_script(open_page: Open, record: Record) -> None:
    browser = open_page(make_long(record), script=False)
    name = "p31"
    browser.find_element("css selector", f"#r-{name} .label").click()
    assert browser.current_url.endswith(f"#w-{name}")
    browser.find_element("css selector", f"#w-{name} .seg").click()
    assert browser.current_url.endswith(f"#r-{name}")


def test_keys_go_from_row_to_row(open_page: Open, record: Record) -> None:
    browser = open_page(record)
    body = browser.find_element("css selector", "body")
    seen = []
    for key in "jjkwr":
        webdriver.ActionChains(browser).send_keys(key).perform()
        settle(browser)
        seen.append(target(browser))
    assert body
    assert seen == ["r-m0", "r-m1", "r-m0", "w-m0", "r-m0"]


def test_every_part_can_be_reached_by_tab_and_enter(open_page: Open, record: Record) -> None:
    browser = open_page(record)
    label = browser.find_element("css selector", "#r-s0 .label")
    label.send_keys(webdriver.Keys.ENTER)
    settle(browser)
    assert target(browser) == "w-s0"
    webdriver.ActionChains(browser).send_keys(webdriver.Keys.ENTER).perform()  # the focus went to the words
    settle(browser)
    assert target(browser) == "r-s0"


def test_side_by_side_the_other_side_comes_along(open_page: Open, record: Record) -> None:
    browser = open_page(make_long(record))
    browser.execute_script("location.hash = 'r-p31'")
    settle(browser)
    box = browser.execute_script("return document.querySelector('#w-p31 .seg').getBoundingClientRect().top")
    assert 0 < box < 800


def test_a_layer_can_be_put_out(open_page: Open, record: Record) -> None:
    browser = open_page(record)
    look = "return getComputedStyle(document.querySelector('.seg.e0')).backgroundImage"
    before = browser.execute_script(look)
    browser.find_element("css selector", "#on-events").click()
    assert browser.execute_script(look) != before
    browser.find_element("css selector", "#on-events").click()
    assert browser.execute_script(look) == before


HOSTILE = (
    "<script>window.owned = 1</script><img src=http://evil.test/x onerror=window.owned=1></style><style>*{color:red}"
    "</article><svg onload=window.owned=1><a href=javascript:window.owned=1>x</a>\"' onclick=window.owned=1 "
    "<link rel=stylesheet href=http://evil.test/y><iframe srcdoc='<script>parent.owned=1</script>'></iframe> \u202eend"
)


def test_nothing_of_a_hostile_report_runs_or_is_fetched(open_page: Open, record: Record) -> None:
    report, start = record["report"], len(record["report"]["text"])
    report |= {
        "text": report["text"] + HOSTILE,
        "title": HOSTILE,
        "outlet": HOSTILE,
        "url": "javascript:window.owned=1",
    }
    span = {"text": HOSTILE, "span": [start, start + len(HOSTILE)]}
    record["statements"][0] |= {"content": [span], "cue": span, "channel": HOSTILE}
    record["events"][0] |= {"why": HOSTILE, "evidence": [span]}
    browser = open_page(record)
    for row in browser.find_elements("css selector", ".row .head"):
        row.click()
    settle(browser)
    assert browser.execute_script("return window.owned") is None
    shown = browser.execute_script("return document.querySelector('article').textContent")
    assert shown == report["text"].replace("\u202e", "\ufffd")
    asked = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    urls = [m["params"]["request"]["url"] for m in asked if m["method"] == "Network.requestWillBeSent"]
    assert urls, "the page itself should be among them"
    assert {url.partition(":")[0] for url in urls} <= {"file", "data"}
    assert [e["message"] for e in browser.get_log("browser") if e["level"] == "SEVERE"] == []


def test_text_is_kept_to_the_character(open_page: Open, record: Record) -> None:
    text = "\n\n One\r\nline,\ttwo  blanks\u00a0\u2028and\ra\fpage &amp; <b> \U0001f54a e\u0301 \u0915\u094d\u200d\n\n"
    record = {"report": {**record["report"], "text": text}} | {k: [] for k in record if k != "report"}
    browser = open_page(record)
    assert browser.execute_script("return document.querySelector('article').textContent") == text


@pytest.mark.parametrize("width", [1280, 760, 360])
def test_nothing_sticks_out_at_the_side(open_page: Open, record: Record, width: int) -> None:
    record["report"] |= {"title": "x" * 200, "text": record["report"]["text"] + "y" * 300}
    browser = open_page(record, width=max(width, 500))
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    )
    try:
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
