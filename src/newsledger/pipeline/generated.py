"""Is a generated file up to date? Compares, and writes if it should."""

from pathlib import Path


def bring_up_to_date(path: Path, text: str, *, write: bool) -> bool:
    """Return whether the file at `path` already held `text`; if not and `write`, it does so afterwards."""
    wanted = text.encode()
    if path.is_file() and path.read_bytes() == wanted:
        return True
    if write:
        path.write_bytes(wanted)
    return False
