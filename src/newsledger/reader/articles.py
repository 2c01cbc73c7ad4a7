"""Which articles do these paths hold? The way in: every file kind, one order, ids that stand once."""

import warnings
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from newsledger.contract.records import Article
from newsledger.errors import (
    ArticleInvalid,
    DataInvalid,
    NewsledgerError,
    NoArticles,
    PathMissing,
    UsageError,
    shown,
)
from newsledger.reader.csv_rows import read_csv
from newsledger.reader.door import FIELDS, REQUIRED, Door
from newsledger.reader.folders import files_below, is_sidecar, read_sidecar
from newsledger.reader.found import Found, Raw
from newsledger.reader.json_records import read_json, read_jsonl
from newsledger.reader.limits import MAX_WARNINGS
from newsledger.reader.parquet_rows import read_parquet
from newsledger.reader.problems import FileNotRead, KeyUnknown
from newsledger.reader.text_files import TEXT_ENDINGS, read_text_file

RECORD_ENDINGS: Final = (".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet")
_KINDS: Final = ", ".join((*RECORD_ENDINGS, *TEXT_ENDINGS))
OnProblem = Callable[[NewsledgerError], None]


def read_articles(
    paths: Sequence[Path], *, keep_going: bool = False, on_problem: OnProblem | None = None
) -> list[Article]:
    """Return the articles of all `paths`; see `iter_articles`."""
    return list(iter_articles(paths, keep_going=keep_going, on_problem=on_problem))


def iter_articles(
    paths: Sequence[Path], *, keep_going: bool = False, on_problem: OnProblem | None = None
) -> Iterator[Article]:
    """Yield the articles of files and folders, in the order of `paths`, and in them of lines or file paths.

    Texts are cleaned (`newsledger.reader.clean`): line ends become LF and other control characters spaces.
    Offsets and `text_sha256` refer to the cleaned text. Keys that an article does not have are kept in
    `Article.extra`.

    `on_problem` is told, once for each key, of unknown keys (KeyUnknown) and, once for each ending, of files
    in folders that are not read (FileNotRead). With `keep_going` it is also told of each bad record, which is
    then skipped. Without `on_problem`, `warnings.warn` says the same.

    Raises PathMissing for a path that does not exist (before anything is read), UsageError for a kind of file
    that is not read or for no path at all, NoArticles where a file, a folder or, with `keep_going`, all input
    holds no article, ExtraMissing for HTML without trafilatura, and without `keep_going` ArticleUnreadable or
    ArticleInvalid at the first bad record, an id that stands a second time in any of the inputs among them.
    """
    if not paths:
        raise UsageError("no articles are named", expected="a file or folder")
    for path in paths:
        _check_path(path)
    return _Reading(keep_going, on_problem or _warn).articles(paths)


def _warn(problem: NewsledgerError) -> None:
    warnings.warn(str(problem), UserWarning, stacklevel=2)


def _check_path(path: Path) -> None:
    try:
        known = path.is_dir() or path.is_file()
    except (OSError, ValueError):
        known = False
    if not known:
        raise PathMissing("no such file or folder", file=path)
    if not path.is_dir() and path.suffix.lower() not in (*RECORD_ENDINGS, *TEXT_ENDINGS):
        raise UsageError(
            f"cannot be read by its ending {shown(path.suffix)}", file=path, expected=f"one of {_KINDS}"
        )


class _Reading:
    """One reading of all inputs: what was seen so far, and whom to tell."""

    def __init__(self, keep_going: bool, tell: OnProblem) -> None:
        self._keep_going = keep_going
        self._tell = tell
        self._ids: dict[str, str] = {}
        self._keys: set[str] = set()
        self._endings: set[str] = set()
        self._skipped = 0

    def articles(self, paths: Sequence[Path]) -> Iterator[Article]:
        from newsledger.contract.documents import document_schema

        door = Door(document_schema("article"))
        for path in paths:
            before = len(self._ids) + self._skipped
            with closing(self._of_folder(path) if path.is_dir() else _of_file(path)) as everything:
                for found in everything:
                    try:
                        article = self._admitted(door, found)
                    except DataInvalid as problem:
                        self._skip(problem)
                    else:
                        yield article
            if len(self._ids) + self._skipped == before:
                self._skip(_nothing_in(path))
        if not self._ids:
            raise NoArticles("no article could be read", expected="at least one good record")

    def _skip(self, problem: DataInvalid) -> None:
        if not self._keep_going:
            raise problem
        self._skipped += 1
        self._tell(problem)

    def _admitted(self, door: Door, found: Found) -> Article:
        if not isinstance(found, Raw):
            raise found
        article = door.article(found)
        place = f"{article.file}:{article.line}"
        if article.id in self._ids:
            raise ArticleInvalid(
                "stands a second time",
                file=article.file,
                line=found.lines.get("id", article.line),
                field="id",
                value=article.id,
                expected=f"an id of its own; the first is at {self._ids[article.id]}",
            )
        self._ids[article.id] = place
        for key in article.extra:
            if key not in self._keys and len(self._keys) <= MAX_WARNINGS:
                self._name_key(key, found)
        return article

    def _name_key(self, key: str, raw: Raw) -> None:
        self._keys.add(key)
        if len(self._keys) <= MAX_WARNINGS:
            message = f"the key {shown(key)} is not known; it is kept, and nothing reads it"
        else:
            message = "there are more keys that are not known; they are kept, and not named here"
        known = f"one of {', '.join(FIELDS)}"
        self._tell(KeyUnknown(message, file=raw.file, line=raw.lines.get(key, raw.line), expected=known))

    def _of_folder(self, folder: Path) -> Generator[Found, None, None]:
        sidecar = read_sidecar(folder)
        yield from sidecar.problems
        for path in files_below(folder):
            if not isinstance(path, Path):
                yield path
            elif path.suffix.lower() in TEXT_ENDINGS:
                row = sidecar.rows.get(path)
                if row is None and path.stem.upper() == "README":
                    continue
                yield from _of_text(path, row)
            elif path.suffix.lower() in RECORD_ENDINGS:
                if not is_sidecar(path):
                    yield from _of_file(path)
            elif path.suffix.lower() not in self._endings:
                self._endings.add(path.suffix.lower())
                message = f"files that end in {shown(path.suffix)} are not read"
                self._tell(FileNotRead(message, file=path, expected=f"one of {_KINDS}"))


def _nothing_in(path: Path) -> NoArticles:
    if path.is_dir():
        return NoArticles("the folder holds no article", file=path, expected=f"files that end in {_KINDS}")
    return NoArticles("the file holds no article", file=path, expected="at least one record")


def _of_file(path: Path) -> Generator[Found, None, None]:
    ending = path.suffix.lower()
    if ending in (".jsonl", ".ndjson"):
        return read_jsonl(path)
    if ending == ".json":
        return read_json(path)
    if ending == ".parquet":
        return read_parquet(path, REQUIRED)
    if ending in (".csv", ".tsv"):
        return read_csv(path, REQUIRED)
    return _of_text(path, None)


def _of_text(path: Path, row: Raw | None) -> Generator[Found, None, None]:
    found = read_text_file(path, row.values if row else {})
    if found is not None:
        yield found
    else:
        yield _nothing_in(path)
