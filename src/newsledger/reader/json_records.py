"""Which articles does a JSON file hold? JSONL has an object per line; .json one object, or a list of them."""

from collections.abc import Generator, Iterator
from pathlib import Path

from newsledger.errors import ArticleUnreadable
from newsledger.reader.bytes_in import BOM, cannot_open, decode, lines_of, read_text, utf16
from newsledger.reader.found import Found, Raw
from newsledger.reader.json_values import NotTaken, parse_value, parse_whole, skip_blanks
from newsledger.reader.limits import MAX_DOCUMENT, MAX_RECORD

_KINDS = {
    list: "a list",
    str: "text",
    int: "a number",
    float: "a number",
    bool: "true or false",
    type(None): "null",
}


def read_jsonl(path: Path) -> Generator[Found, None, None]:
    """Yield a record or a problem for each line of a JSONL file that is not blank; `line` is its number.

    After a problem the next line is read, save where the whole file is UTF-16 or cannot be opened.
    """
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(lines_of(stream, MAX_RECORD), start=1):
                if line is None:
                    expected = f"at most {MAX_RECORD:,} bytes"
                    yield ArticleUnreadable("the line is too long", file=path, line=number, expected=expected)
                    continue
                if number == 1 and (problem := utf16(line, path)):
                    yield problem
                    return
                # Files that were joined have a byte order mark in their middle too.
                bare = line.removeprefix(BOM)
                if bare.strip():
                    yield _line(bare, path, number)
    except OSError as error:
        yield cannot_open(path, error)


def _line(line: bytes, path: Path, number: int) -> Found:
    text = decode(line, path, number)
    if isinstance(text, ArticleUnreadable):
        return text
    expected = "one JSON object per line"
    try:
        value = parse_whole(text)
    except NotTaken as error:
        where = "" if error.position is None else f" (character {error.position + 1})"
        return ArticleUnreadable(f"{error}{where}", file=path, line=number, expected=expected)
    return _record(value, path, number, expected)


def read_json(path: Path) -> Generator[Found, None, None]:
    """Yield a record or a problem for each object of a .json file; `line` is where the object begins.

    A list is read object by object. Where it breaks, one problem is yielded and the rest is not read.
    """
    text = read_text(path, MAX_DOCUMENT)
    if isinstance(text, ArticleUnreadable):
        yield text
        return
    start = skip_blanks(text, 0)
    if start == len(text):
        return
    try:
        if text[start] != "[":
            value = parse_whole(text)
            yield _record(value, path, text.count("\n", 0, start) + 1, "an object, or a list of objects")
        else:
            for value, line in _items(text, start):
                yield _record(value, path, line, "an object for each article")
    except NotTaken as error:
        line, place = None, ""
        if error.position is not None:
            line = text.count("\n", 0, error.position) + 1
            place = f" (character {error.position - text.rfind(chr(10), 0, error.position)} of the line)"
        yield ArticleUnreadable(f"{error}{place}", file=path, line=line, expected="a list of JSON objects")


def _items(text: str, bracket: int) -> Iterator[tuple[object, int]]:
    """Yield the values of the list that opens at `bracket` with their lines, 1-based."""
    position = skip_blanks(text, bracket + 1)
    line = text.count("\n", 0, position) + 1
    closed = text.startswith("]", position)
    while not closed:
        try:
            value, end = parse_value(text, position)
        except NotTaken as error:
            raise NotTaken(str(error), position if error.position is None else error.position) from error
        yield value, line
        after = skip_blanks(text, end)
        closed = text.startswith("]", after)
        if not closed and not text.startswith(",", after):
            raise NotTaken("is not JSON: a comma or the end of the list is missing", after)
        if not closed:
            begin, position = position, skip_blanks(text, after + 1)
            line += text.count("\n", begin, position)
        else:
            position = after
    rest = skip_blanks(text, position + 1)
    if rest != len(text):
        raise NotTaken("is not JSON: something follows the list", rest)


def _record(value: object, path: Path, line: int, expected: str) -> Found:
    if not isinstance(value, dict):
        return ArticleUnreadable(f"is {_KINDS[type(value)]}", file=path, line=line, expected=expected)
    values = {key: inner for key, inner in value.items() if inner is not None}
    return Raw(values, str(path), line)
