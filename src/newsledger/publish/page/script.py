"""How do data reach the page? As script files, the only form that opens from a disk under a strict policy.

A page opened by `file://` may not fetch JSON, and its Content-Security-Policy allows no inline script. Each
piece of data is therefore a file of its own that hands one JSON value to `newsledger.arrive`.
"""

import json
from pathlib import Path
from typing import Any


def as_script(kind: str, number: int, value: Any) -> str:
    """Return the script that hands over `value`: ASCII only, and no character that could end a script or a
    line.
    """
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":")).replace(
        "<", r"\u003c"
    )
    return f'newsledger.arrive("{kind}",{number},{text});\n'


def write_script(folder: Path, name: str, kind: str, number: int, value: Any) -> None:
    """Write the script `name` into `folder`; see `as_script`."""
    (folder / name).write_text(as_script(kind, number, value), encoding="ascii", newline="\n")
