"""For every test: a busy machine makes no property fail, and a run repeats itself.

The examples of a property are the same on every run, so that a change fails for what it changed; `pytest
--hypothesis-profile explore` draws new ones, and what they find is kept beside the property as an `@example`.
"""

import time

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("repeat", settings.get_profile("explore"), derandomize=True)
settings.load_profile("repeat")


@pytest.fixture
def quickest():
    """Seconds of processor time that some work takes: of a loaded machine the quietest of three moments."""

    def measure(work):
        def take():
            begun = time.process_time()
            work()
            return time.process_time() - begun

        return min(take() for _ in range(3))

    return measure
