"""Is one text judged as a column of a release is?"""

from collections.abc import Iterator

import polars as pl
import pytest

from newsledger.contract.cell_text import unfit
from newsledger.contract.load import load_contract
from newsledger.validation.checks import run_checks

FIT = ("Daily Gazette", "Le Monde – Afrique", "-33.9", "Ağdam", "Nan", "A-1", "7News", "日本", "(AP)")
UNFIT = (
    "=1+1",
    "@handle",
    "+x",
    " -x",
    "NA",
    "None",
    "a\ufffd",
    "a\u0085",
    "\u202eb",
    "a\u061cb",
    "e\u0301",
    "\ufeffa",
)


def said(names: tuple[str, ...]) -> Iterator[bool]:
    """Yield whether the checks of a release stop at a source of each name."""
    contract = load_contract()
    for name in names:
        frame = pl.DataFrame({"name": [name], "source_scale": ["Other"]})
        yield any(f.severity == "error" for f in run_checks({"sources": frame}, contract))


@pytest.mark.parametrize(("names", "fails"), [(FIT, False), (UNFIT, True)])
def test_what_one_text_may_not_be_no_cell_may(names: tuple[str, ...], fails: bool) -> None:
    assert [bool(unfit(name)) for name in names] == [fails] * len(names)
    assert list(said(names)) == [fails] * len(names)


def test_what_cannot_be_told_apart_by_eye_is_unfit() -> None:
    assert unfit("a\u200b") == "holds a character that cannot be seen"
    assert unfit("a\u2028b") == "holds a line break"
