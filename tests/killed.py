"""The process that the tests of a killed run fork: it has loaded once what every run needs.

Checking tables and packages only reads them, so these runs leave the checks out: there is nothing to break off, and
they take most of the time. Nor are pictures drawn (though their files are written), and rules and gazetteer are not
hashed: the coder of these runs has none.
"""

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from newsledger.contract.load import load_contract
from newsledger.errors import ReleaseExists
from newsledger.pipeline import publish as whole_way
from newsledger.publish import release
from newsledger.publish.page import write as page
from newsledger.publish.place import RootInUseError
from newsledger.validation.findings import Findings
from tests.pipeline.telling import TellingCoder

STEPS = (
    "os.rename",
    "os.mkdir",
    "os.remove",
    "os.rmdir",
    "os.truncate",
    "shutil.rmtree",
    "shutil.copytree",
    "open",
)
ALLOWED = {"rows-changed": "a small dataset", "ids-lost": "a small dataset"}

load_contract()


def _unread(*_: Any, **__: Any) -> Findings:
    return Findings()


def _undrawn(*_: Any, **__: Any) -> str:
    return "<svg/>"


LEFT_OUT = (
    *(
        (release, name, _unread)
        for name in ("check_table", "check_references", "run_checks", "check_package")
    ),
    *((page, name, _undrawn) for name in ("map_picture", "timeline_picture")),
    (page, "as_png", str.encode),
    (whole_way, "provenance", dict),
)


class Steps:
    """Counts the steps of a process that change the disk, and ends it without a word before the one it is told."""

    def __init__(self, root: Path, deadly: int | None) -> None:
        self.root, self.deadly = str(root), deadly
        self.taken: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """Be told of an audit event (see `sys.addaudithook`)."""
        if event not in STEPS or not str(arguments[0]).startswith(self.root):
            return
        if event == "open" and not (
            isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        ):
            return
        self.taken.append(event)
        if len(self.taken) == self.deadly:
            os.kill(os.getpid(), signal.SIGKILL)


def run(dataset: Path, answer: Path, deadly: int | None = None) -> None:
    """Publish, and write down how it ended and what steps it took."""
    steps = Steps(dataset / "releases", deadly)
    sys.addaudithook(steps)
    for module, name, instead in LEFT_OUT:
        setattr(module, name, instead)
    try:
        state = whole_way.publish(dataset, whole_way.Wishes(allow=ALLOWED), coder=TellingCoder()).state
    except (ReleaseExists, RootInUseError) as problem:
        state = problem.code
    answer.write_text(json.dumps({"state": state, "steps": steps.taken}), encoding="utf-8")
