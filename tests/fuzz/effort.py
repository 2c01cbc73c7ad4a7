"""How many cases does a fuzz test try? Few, and the same every time, so that a build means the same every day.

`NEWSLEDGER_FUZZ=100 pytest tests/fuzz` tries a hundred times as many, others every time.
"""

import os

from hypothesis import HealthCheck, settings

TIMES = int(os.environ.get("NEWSLEDGER_FUZZ", "1"))


def cases(few: int) -> int:
    """Return how many cases are tried where `few` are in every build."""
    return few * TIMES


def examples(few: int) -> settings:
    """Return the settings of a test that tries `few` examples in every build."""
    return settings(
        max_examples=cases(few),
        deadline=None,
        derandomize=TIMES == 1,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def seed(number: int) -> int | None:
    """Return the seed of a test that makes its cases by itself: `number` in every build, else none."""
    return number if TIMES == 1 else None
