"""Does a refusal of the system name the path that the user named, in words?"""

import errno
import shutil
from pathlib import Path

import polars as pl
import pytest

from newsledger.errors import RowsInvalid, SystemRefused
from newsledger.writing import refused, writing


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "no room left"), (errno.EROFS, "read-only"), (errno.ENAMETOOLONG, "name is too long")],
)
def test_a_refusal_without_a_file_is_about_the_path_that_was_named(number: int, words: str) -> None:
    with pytest.raises(SystemRefused, match=f"out.csv: .*{words}") as caught, writing(Path("out.csv")):
        raise OSError(number, "as the system says it")
    assert caught.value.exit_code == 2


def test_a_file_made_aside_is_told_as_the_path_it_would_become(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    with pytest.raises(SystemRefused) as caught, writing(out):
        raise OSError(errno.ENOSPC, "full", str(tmp_path / ".newsledger-abc" / "out.csv"))
    assert caught.value.file == str(out)


def test_a_file_elsewhere_is_told_itself(tmp_path: Path) -> None:
    with pytest.raises(SystemRefused) as caught, writing(tmp_path / "out" / "out.csv"):
        raise OSError(errno.EACCES, "denied", str(tmp_path / "articles.jsonl"))
    assert caught.value.file == str(tmp_path / "articles.jsonl")


def test_errors_that_shutil_puts_together_keep_their_reason() -> None:
    with pytest.raises(SystemRefused, match="larger than is allowed"), writing(Path("releases")):
        raise shutil.Error([("a", "b", "[Errno 27] File too large: 'b'")])


def test_what_a_library_says_of_the_system_in_its_own_words_is_understood() -> None:
    with pytest.raises(SystemRefused, match="no room left"), writing(Path("r.parquet")):
        raise pl.exceptions.ComputeError("parquet: underlying IO error: No space left (os error 28)")


def test_other_errors_stay_what_they_are(tmp_path: Path) -> None:
    for error in (
        ZeroDivisionError("x"),
        RowsInvalid("x"),
        pl.exceptions.ComputeError("x"),
        OSError(9999, "x"),
    ):
        with pytest.raises(type(error), match="x"), writing(tmp_path / "out"):
            raise error
    assert refused(BrokenPipeError(errno.EPIPE, "gone")) is None
    assert list(tmp_path.iterdir()) == []
