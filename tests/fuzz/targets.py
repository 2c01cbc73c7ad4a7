"""What takes bytes of strangers: each function reads them and may raise nothing that is no error of the catalogue."""

import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import rmtree
from types import MappingProxyType
from typing import Final

import polars as pl

from newsledger.coder.howmany.numbers import find_numbers
from newsledger.coder.page import PageReader
from newsledger.coder.when.expressions import find_times
from newsledger.coder.words import split_words
from newsledger.errors import NewsledgerError
from newsledger.reader import iter_articles
from newsledger.validation.archive import ArchiveRefused, unpacked
from newsledger.validation.checksums import check_index, check_sums
from newsledger.validation.descriptor_file import DescriptorUnreadable, read_descriptor
from newsledger.validation.dialect import read_dialect
from newsledger.validation.lint import lint
from newsledger.validation.typed import FORMS, parsed, read_text
from newsledger.validation.yaml_lines import YamlRefused, read_yaml_lines

Target = Callable[[Path, bytes], None]
PAGES: Final = PageReader.load()


def _put(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def yaml(folder: Path, content: bytes) -> None:
    """Read a YAML file."""
    with contextlib.suppress(YamlRefused):
        read_yaml_lines(_put(folder, "x.yaml", content))


def descriptor(folder: Path, content: bytes) -> None:
    """Read a descriptor and what lies beside it."""
    for name in ("SHA256SUMS", "index.json", "datapackage.json"):
        path = _put(folder, name, content)
    list(check_sums(folder))
    list(check_index(folder, folder / "index.json"))
    with contextlib.suppress(DescriptorUnreadable):
        list(lint(read_descriptor(path), ours=True))


def table(folder: Path, content: bytes) -> None:
    """Read a CSV file, and every cell as a date and a number."""
    told = read_dialect(_put(folder, "x.csv", content), strict=False)
    assert told.readable or told.findings
    if told.readable:
        frame = read_text(told)
        assert (frame.height, tuple(frame.columns)) == (told.rows, told.header)
        for kind in FORMS:
            frame.select(parsed(pl.all(), kind))


def archive(folder: Path, content: bytes) -> None:
    """Unpack an archive."""
    rmtree(folder / "aside", ignore_errors=True)
    (folder / "aside").mkdir()
    with contextlib.suppress(ArchiveRefused):
        unpacked(_put(folder, "x.zip", content), folder / "aside", always_fine=1_000_000)


def articles(folder: Path, content: bytes) -> None:
    """Read articles; the first byte chooses the form of the file."""
    ending = (".jsonl", ".json", ".csv", ".md", ".txt")[content[0] % 5 if content else 0]
    path = _put(folder, f"a{ending}", content[1:])
    with contextlib.suppress(NewsledgerError):
        list(iter_articles([path], keep_going=True, on_problem=lambda _: None))


def text(_folder: Path, content: bytes) -> None:
    """Read the page, the times and the numbers of a text."""
    told = content.decode("utf-8", errors="replace")
    PAGES.read(told, told[:100])
    words = split_words(told)
    find_numbers(words, find_times(words))


TARGETS: Mapping[str, Target] = MappingProxyType(
    {t.__name__: t for t in (yaml, descriptor, table, archive, articles, text)}
)
