"""Which reports are one event, and is it the event that was published before?"""

from newsledger.ledger.changes import apply_changes, change_class, undo_changes
from newsledger.ledger.corrections import Correction, read_corrections
from newsledger.ledger.diff import Difference, diff
from newsledger.ledger.ledger import Ledger, build_ledger
from newsledger.ledger.previous import PreviousRelease

__all__ = [
    "Correction",
    "Difference",
    "Ledger",
    "PreviousRelease",
    "apply_changes",
    "build_ledger",
    "change_class",
    "diff",
    "read_corrections",
    "undo_changes",
]
