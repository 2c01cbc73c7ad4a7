"""May this record come in? article.schema.json judges; this module says in plain words what is wrong."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from newsledger.contract.cell_text import LIST, unfit
from newsledger.contract.records import Article
from newsledger.errors import ArticleInvalid, ArticleUnreadable
from newsledger.reader.clean import clean_line, clean_text, has_control
from newsledger.reader.found import Raw
from newsledger.reader.limits import MAX_FIELD, MAX_TEXT

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

FIELDS: Final = ("id", "text", "published", "source", "title", "url", "language", "source_scale", "dateline")
REQUIRED: Final = FIELDS[:4]

_DATE: Final = "a date as 2022-09-13, or an RFC 3339 time as 2022-09-13T21:30:00+04:00"
_EXPECTED: Final = {
    "id": "text that names this article and no other",
    "text": "the text of the article",
    "published": _DATE,
    "source": "the name of the source as text",
    "language": "a language tag as en or pt-BR",
    "url": "a web address",
}
CELLS: Final = ("id", "source", "url", "language")
"""Fields that a release holds as they are."""
_IN_CELLS: Final = {
    "id": "letters, digits and marks, in Unicode normal form C",
    "source": "the name of a source in letters, digits and marks that can be seen, or several joined by '; '",
    "url": "an address as https://example.org/2022/09/14/shelling",
}
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+-]*):(?![0-9])")  # not the port in localhost:8080
_WEB: Final = frozenset({"http", "https"})
_OFFSET: Final = re.compile(r"(?:[Zz]|[+-][0-9]{2}:[0-9]{2})$")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EARLIEST: Final = date(1900, 1, 1)  # the minimum of the column published in the table articles
_KINDS: Final = {dict: "an object", list: "a list", int: "a number", float: "a number", bool: "true or false"}


class Door:
    """Turns raw records into articles, or says why not; holds the compiled schema."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        """Compile `schema`, a JSON Schema (2020-12) of an article with the formats date and date-time."""
        from jsonschema import Draft202012Validator, FormatChecker

        checker = FormatChecker(["date", "date-time"])
        self._validator = Draft202012Validator(schema, format_checker=checker)

    def article(self, raw: Raw) -> Article:
        """Return the article of a record; its texts are cleaned (`clean_text`).

        An empty value is absent. `published` becomes the date in the time's own offset, and a time is kept in
        `published_time`. Raises ArticleInvalid, naming the first field in the order of `FIELDS` that breaks
        the schema, and ArticleUnreadable where a value is too long.
        """
        values = {name: _cleaned(raw, name) for name in FIELDS if name in raw.values}
        values = {name: value for name, value in values.items() if value != ""}
        errors = sorted(self._validator.iter_errors(values), key=_rank)
        if errors:
            raise self._explained(errors[0], values, raw)
        for name in CELLS:
            if name in values and (wrong := _unfit(name, values[name])):
                raise _refused(wrong, _IN_CELLS.get(name, _EXPECTED[name]), name, values[name], raw)
        published = values.pop("published")
        extra = {key: value for key, value in raw.values.items() if key not in FIELDS}
        day = date.fromisoformat(published[:10])
        if day < _EARLIEST:
            raise _refused("is too early", "a day from 1900 on", "published", published, raw)
        if len(published) > len("2022-09-13"):
            values["published_time"] = published
        return Article(**values, published=day, extra=extra, file=raw.file, line=raw.line)

    def _explained(self, error: "ValidationError", values: Mapping[str, Any], raw: Raw) -> ArticleInvalid:
        if error.validator == "required":
            missing = [name for name in REQUIRED if name not in values]
            several = len(missing) > 1
            return ArticleInvalid(
                "are missing" if several else "is missing",
                file=raw.file,
                line=raw.line,
                field=", ".join(missing),
                expected=None if several else _EXPECTED[missing[0]],
            )
        name = str(error.path[0])
        message, expected = _words(error, name, values[name])
        return _refused(message, expected, name, values[name], raw)


def _cleaned(raw: Raw, name: str) -> Any:
    value = raw.values[name]
    if not isinstance(value, str):
        return value
    line = raw.lines.get(name, raw.line)
    limit = MAX_TEXT if name == "text" else MAX_FIELD
    if len(value) > limit:
        message = f"has {len(value):,} characters"
        expected = f"at most {limit:,}"
        raise ArticleUnreadable(message, file=raw.file, line=line, field=name, expected=expected)
    if name == "text":
        cleaned = clean_text(value)
        return cleaned if cleaned.strip() else ""
    if name == "id" and has_control(value.strip()):
        raise _refused("holds a control character", "letters, digits and marks", name, value, raw)
    return clean_line(value)


def _unfit(name: str, value: str) -> str:
    """Return why a value cannot stand in the tables of a release; empty if it can."""
    if name == "source" and ";" in value:
        parts = value.split(LIST)
        if len(set(parts)) < len(parts) or any(
            ";" in part or part != part.strip() or not part for part in parts
        ):
            return "holds a semicolon, which parts different names of sources and has one space behind it"
        return next(filter(None, map(unfit, parts)), "")
    if name == "url" and (scheme := _SCHEME.match(value)) and scheme[1].lower() not in _WEB:
        return "is no address of the web"
    return unfit(value)


def _refused(message: str, expected: str | None, name: str, value: object, raw: Raw) -> ArticleInvalid:
    line = raw.lines.get(name, raw.line)
    return ArticleInvalid(message, file=raw.file, line=line, field=name, value=value, expected=expected)


def _rank(error: "ValidationError") -> tuple[int, int, str]:
    """Order errors: missing fields first, then by field; a wrong type before what follows from it."""
    if not error.path:
        return (-1, 0, error.message)
    name = str(error.path[0])
    place = FIELDS.index(name) if name in FIELDS else len(FIELDS)
    return (place, 0 if error.validator == "type" else 1, error.message)


def _words(error: "ValidationError", name: str, value: object) -> tuple[str, str | None]:
    """Return what is wrong with a value, and what was expected."""
    expected = _EXPECTED.get(name, "text")
    if not isinstance(value, str):
        return f"is {_KINDS.get(type(value), 'no text')}", expected
    if name == "published":
        return _date_words(value), _DATE
    if error.validator == "enum":
        terms: Any = error.validator_value
        return "is not in the list", "one of " + ", ".join(term for term in terms if term)
    if error.validator == "maxLength":
        return f"has {len(value):,} characters", f"at most {error.validator_value:,}"
    return "is malformed", expected if name in _EXPECTED else f"{error.validator} {error.validator_value}"


def _date_words(value: str) -> str:
    if not _DAY.match(value):
        return "is neither a date nor a time"
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return "is no day of the calendar"
    if _OFFSET.search(value):
        return "is no RFC 3339 time: hours go to 23, minutes and seconds to 59"
    return "is no RFC 3339 time (is the offset missing?)"
