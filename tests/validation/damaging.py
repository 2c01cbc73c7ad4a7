"""How the tests damage a copy of a release, and renew its checksums so that only the content can tell."""

import hashlib
import json
from pathlib import Path

from newsledger.validation.findings import Findings

EVENTS = "data/events.csv"
PARQUET = "parquet/events.parquet"


def text(file: Path, old: str, new: str, count: int = 1) -> None:
    content = file.read_text(encoding="utf-8")
    assert old in content
    file.write_text(content.replace(old, new, count), encoding="utf-8", newline="")


def flip(file: Path, place: int) -> None:
    content = bytearray(file.read_bytes())
    content[place] ^= 0x01
    file.write_bytes(bytes(content))


def resealed(folder: Path) -> None:
    """Renew every checksum of a release and take it out of the index, so that only the content can tell."""
    (folder.parent / "index.json").unlink()
    for name, prefix in (("datapackage.json", ""), ("parquet/datapackage.json", "parquet/")):
        path = folder / name
        data = json.loads(path.read_text(encoding="utf-8"))
        for resource in data["resources"]:
            content = (folder / f"{prefix}{resource['path']}").read_bytes()
            resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
            if "bytes" in resource:
                resource["bytes"] = len(content)
        path.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    sums = [
        f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(folder).as_posix()}\n"
        for p in sorted(folder.rglob("*"))
        if p.is_file() and p.name != "SHA256SUMS"
    ]
    (folder / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


def has(findings: Findings, code: str, file: str, line: int | None = None, column: str | None = None) -> bool:
    return any(
        f.code == code
        and f.file == file
        and (line is None or f.line == line)
        and (column is None or f.column == column)
        for f in findings
    )
