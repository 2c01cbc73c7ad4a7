"""What does one piece of work cost? Seconds and peak memory, each piece in a process of its own."""

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from math import log
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

BYTES = 1 if sys.platform == "darwin" else 1024  # the unit of ru_maxrss


@dataclass(frozen=True, slots=True)
class Cost:
    """What a piece of work took: seconds on the clock and of the processor, the peak of memory in MB, its result."""

    seconds: float
    processor: float
    megabytes: float
    result: Any

    def __str__(self) -> str:
        return f"{self.seconds:7.1f} s ({self.processor:6.1f} s of processor)  {self.megabytes:6.0f} MB"


def cost(work: Callable[..., Any], *arguments: Any) -> Cost:
    """Return what `work(*arguments)`, a function of a module, costs in a new process; RuntimeError if it fails."""
    near, far = get_context("spawn").Pipe(duplex=False)
    process = get_context("spawn").Process(target=_run, args=(far, work, arguments))
    process.start()
    far.close()
    try:
        found: Cost = near.recv()
    except EOFError:
        raise RuntimeError(f"{work.__name__} failed") from None
    finally:
        process.join()
    return found


def _run(answer: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    start, processor = time.perf_counter(), time.process_time()
    result = work(*arguments)
    seconds, processor = time.perf_counter() - start, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES / 1e6
    answer.send(Cost(seconds, processor, peak, result))


def growth(small: int, large: int, cheap: float, dear: float) -> str:
    """Return how a cost grew between two sizes, beside what n log n would have cost."""
    linearithmic = large * log(large) / (small * log(small))
    return f"× {dear / cheap:.1f} for × {large / small:.1f} the size; n log n is × {linearithmic:.1f}"
