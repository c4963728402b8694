"""Many reports: coded on one machine, and added to a record."""

from __future__ import annotations

from dragoman.run.add import Added, add_reports
from dragoman.run.many import Failure, code_many

__all__ = ["Added", "Failure", "add_reports", "code_many"]
