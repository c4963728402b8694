"""Coders made up for the tests of running; processes import them from here."""

from __future__ import annotations

import os
import time

from dragoman.errors import ModelMissing, NotEnglish
from dragoman.records import CodedReport, Report, Rows


def make_report(number: int, word: str = "fine") -> Report:
    return Report(text=f"Report {number} is {word}. The envoys met on Monday.", origin=f"{number}.txt")


def code(report: Report) -> CodedReport:
    if "slow" in report.text:
        time.sleep(0.2)
    if "broken" in report.text:
        raise ValueError("something\nwent wrong")
    if "German" in report.text:
        raise NotEnglish(report.origin, "it is not in English.")
    if "deadly" in report.text:
        os._exit(11)
    if "modelless" in report.text:
        raise ModelMissing("here", "no model.")
    return CodedReport(report, ((0, len(report.text)),), Rows(), model="m/1", codebook="c/1")


def code_differently(report: Report) -> CodedReport:
    return CodedReport(report, (), Rows(), model="m/2", codebook="c/1")
