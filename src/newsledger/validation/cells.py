"""Is the text of a cell clean? Words of the checks that look at one text cell at a time, in every text
column.
"""

from collections.abc import Callable, Iterator, Mapping

import polars as pl

from newsledger.contract.cell_text import BROKEN, DIRECTION, FIRST, FORMULA, NUMBER
from newsledger.contract.missing import MISSING_WORDS
from newsledger.errors import ContentInvalid
from newsledger.validation.words import ROW, Asked, Failing, Word


def _formula(cell: pl.Expr) -> pl.Expr:
    """A spreadsheet would execute it; plain numbers such as -33.9 are none."""
    return cell.str.slice(0, FIRST).str.contains(FORMULA) & ~cell.str.contains(NUMBER)


def _missing_word(cell: pl.Expr) -> pl.Expr:
    return cell.is_in(MISSING_WORDS)


def _broken(cell: pl.Expr) -> pl.Expr:
    """What is left of text that was decoded by the wrong table."""
    return cell.str.contains(BROKEN)


def _direction(cell: pl.Expr) -> pl.Expr:
    return cell.str.contains(DIRECTION)


def _doubled_space(cell: pl.Expr) -> pl.Expr:
    return cell.str.contains(r"\s\s")


def _not_composed(cell: pl.Expr) -> pl.Expr:
    return cell != cell.str.normalize("NFC")


def _beyond_ascii(cell: pl.Expr) -> pl.Expr:
    """Few cells are; the others need not be looked at for what only such characters can be."""
    return cell.str.len_bytes() != cell.str.len_chars()


FORMS: Mapping[str, Callable[[pl.Expr], pl.Expr]] = {
    "formula": _formula,
    "missing word": _missing_word,
    "broken character": _broken,
    "direction mark": _direction,
    "doubled space": _doubled_space,
    "not NFC": _not_composed,
}
BEYOND_ASCII = frozenset({"not NFC", "broken character", "direction mark"})
"""Forms that no cell of ASCII characters has."""


def text(asked: Asked) -> Iterator[Failing]:
    """Cells of text must not be of a form: `using: {never: formula}`, but for the columns in `except`."""
    form = asked.get("never", str)
    if form not in FORMS:
        raise ContentInvalid("unknown form", field="using.never", value=form, expected=", ".join(FORMS))
    spared = asked.using.get("except") or ()
    columns = [
        c.name
        for c in asked.table.columns
        if c.type == "string" and asked.has(c.name) and c.name not in spared
    ]
    for name in columns:
        if asked.frame.schema[name] != pl.String:
            continue
        cells = asked.frame
        if form in BEYOND_ASCII:
            cells = cells.filter(_beyond_ascii(pl.col(name)).fill_null(value=False))
        bad = cells.filter(FORMS[form](pl.col(name)).fill_null(value=False))
        yield Failing(name, bad.with_columns(pl.col(name).alias("value")))


def list_form(asked: Asked) -> Iterator[Failing]:
    """Cells with several values must be well-formed: no empty, repeated or padded value, no separator at an
    end.
    """
    for column in asked.table.columns:
        if not column.separator or not asked.has(column.name):
            continue
        parts = pl.col(column.name).str.split(column.separator)
        element = pl.element()
        dirty = parts.list.eval((element == "") | (element != element.str.strip_chars())).list.any()
        loose = pl.lit(value=False)
        if (bare := column.separator.strip()) != column.separator:
            loose = parts.list.eval(element.str.contains(bare, literal=True)).list.any()
        twice = parts.list.n_unique() != parts.list.len()
        bad = asked.frame.filter((dirty | twice | loose).fill_null(value=False))
        yield Failing(column.name, bad.with_columns(pl.col(column.name).alias("value")))


def point(asked: Asked) -> Iterator[Failing]:
    """Coordinates must be a place: both or none, and never 0, 0, which stands for a place that was not
    found.
    """
    if not asked.has("latitude", "longitude"):
        return
    lat, lon = pl.col("latitude"), pl.col("longitude")
    half = lat.is_null() != lon.is_null()
    nowhere = (lat.abs() < 0.0001) & (lon.abs() < 0.0001)
    yield Failing(
        "latitude",
        asked.frame.filter(half | nowhere.fill_null(value=False)).select(ROW, pl.all().exclude(ROW)),
    )


WORDS: Mapping[str, Word] = {"text": text, "list_form": list_form, "point": point}
