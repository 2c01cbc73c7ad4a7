"""Fuzzing that looks for new ways through the program: `python -m tests.fuzz.coverage_guided TARGET [OPTION …]`.

The options are those of libFuzzer. It needs the package atheris, which has no wheels for every system and is in no
extra: `pip install atheris`. What it finds is written as `crash-…` into the working folder.
"""

import sys
import tempfile
from importlib import import_module
from pathlib import Path


def main(arguments: list[str]) -> None:
    """Fuzz the target that is named first; the rest is for libFuzzer, such as -max_total_time=60."""
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["newsledger"]):
        targets = import_module("tests.fuzz.targets").TARGETS
    if not arguments or arguments[0] not in targets:
        sys.exit(f"one of {', '.join(targets)}")
    name, *options = arguments
    folder = Path(tempfile.mkdtemp(prefix="newsledger-fuzz-"))
    atheris.Setup([name, *options], lambda content: targets[name](folder, content))
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
