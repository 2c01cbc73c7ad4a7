"""What does a Parquet file hold? Read only after a process of its own has shown that it can be."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import polars as pl

_MAGIC: Final = b"PAR1"
_SMALLEST: Final = 12
_DECODER: Final = "newsledger.validation.parquet_decoder"
_PATIENCE: Final = 60.0
_BYTES_A_SECOND: Final = 4_000_000
"""How slowly a file may be decoded before we give up; a laptop manages fifty times as much."""


class Undecodable(ValueError):
    """A Parquet file that cannot be decoded; the text says why."""


def read_parquet(path: Path) -> pl.DataFrame:
    """Return a Parquet file, also one of strangers, as a frame; Undecodable says why it cannot be read."""
    if problem := decodable([path])[path]:
        raise Undecodable(problem)
    return read_proven(path)


def read_proven(path: Path) -> pl.DataFrame:
    """Return a Parquet file that `decodable` found no problem in as a frame; Undecodable if it is gone
    since.
    """
    try:
        return pl.read_parquet(path, glob=False, hive_partitioning=False)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as problem:
        raise Undecodable(_first_line(problem)) from None


def decodable(paths: Sequence[Path]) -> Mapping[Path, str]:
    """Return for each file why it cannot be decoded, an empty text where it can.

    All files are tried in one process; where one of them ends it, the rest get another.
    """
    verdicts = {path: _outside(path) for path in paths}
    waiting = [path for path in paths if not verdicts[path]]
    while waiting:
        told = list(_asked(waiting))
        for path, line in zip(waiting, told, strict=False):
            verdicts[path] = str(line.get("error", ""))
        waiting = waiting[len(told) :]
        if waiting:
            verdicts[waiting[0]] = "the decoder broke off"
            del waiting[0]
    return verdicts


def _outside(path: Path) -> str:
    """Return why the ends of a file already show that it is no Parquet."""
    try:
        with path.open("rb") as stream:
            start = stream.read(4)
            size = stream.seek(0, 2)
            stream.seek(max(size - 4, 0))
            end = stream.read(4)
    except OSError as problem:
        return _first_line(problem)
    return "" if start == end == _MAGIC and size >= _SMALLEST else "it is no Parquet, or is cut off"


def _asked(paths: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """Yield what the decoder said of each file, as far as it came."""
    seconds = _PATIENCE + sum(p.stat().st_size for p in paths) / _BYTES_A_SECOND
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module; each path is one argument
            [sys.executable, "-P", "-m", _DECODER, *(str(p.absolute()) for p in paths)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=own_environment(),
            timeout=seconds,
            check=False,
        )
        output = done.stdout
    except subprocess.TimeoutExpired as late:
        output = late.stdout or b""
    for line in output.splitlines(keepends=True):
        if line.endswith(b"\n"):
            yield json.loads(line)


def own_environment() -> dict[str, str]:
    """Return the environment of a process that runs a module of ours, wherever the package lies."""
    here = str(Path(__file__).parents[2])
    inherited = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([here, inherited] if inherited else [here])}


def _first_line(problem: BaseException) -> str:
    return (str(problem).splitlines() or [type(problem).__name__])[0][:200]
