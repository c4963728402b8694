"""Mood: whether what a verb tells of took place, is to come, is wanted, or is denied.

`clause.py` reads what stands in the verb's own clause, once for all. Two questions are asked of it and of the words
above: what a deed done to a text comes to (`deeds.py`: done, wished, bargained over, arranged, refused), and how far
talks have come (`course.py`: held, under way, planned, or not asserted). They part where texts and talks do: who agrees
to sign has agreed, who agrees to meet has yet to meet.
"""

from dragoman.extract.mood.clause import Clause, read_clause
from dragoman.extract.mood.course import read_course
from dragoman.extract.mood.deeds import Mood, has_failed, is_bargained, is_future, is_wished, read_mood

__all__ = [
    "Clause",
    "Mood",
    "has_failed",
    "is_bargained",
    "is_future",
    "is_wished",
    "read_clause",
    "read_course",
    "read_mood",
]
