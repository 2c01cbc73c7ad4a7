from datetime import date

import pytest

from newsledger.errors import ReleaseExists, UsageError
from newsledger.publish.version import checked_class, checked_version, is_version, next_version


@pytest.mark.parametrize(
    ("day", "taken", "wanted"),
    [
        (date(2022, 9, 30), [], "2022.9.0"),
        (date(2022, 9, 30), ["2022.9.0", "2022.9.10", "2022.9.9"], "2022.9.11"),
        (date(2022, 10, 1), ["2022.9.3"], "2022.10.0"),
        (date(2022, 8, 1), ["2022.9.3"], "2022.9.4"),
        (date(2023, 1, 1), ["2022.12.0"], "2023.1.0"),
    ],
)
def test_versions_count_within_their_month_and_never_run_backwards(
    day: date, taken: list[str], wanted: str
) -> None:
    assert next_version(day, taken) == wanted


@pytest.mark.parametrize(
    "text", ["2022.09.0", "2022.13.0", "2022.9", "2022.9.01", "v2022.9.0", "2022.9.0\n", "../x"]
)
def test_what_is_no_version(text: str) -> None:
    assert not is_version(text)
    with pytest.raises(UsageError):
        checked_version(text, [])


def test_a_taken_or_older_version_is_refused() -> None:
    with pytest.raises(ReleaseExists):
        checked_version("2022.9.1", ["2022.9.1"])
    with pytest.raises(UsageError, match=r"after 2022\.10\.0"):
        checked_version("2022.9.5", ["2022.9.1", "2022.10.0"])
    assert checked_version("2022.10.1", ["2022.9.1", "2022.10.0"]) == "2022.10.1"


def test_a_class_may_be_graver_and_never_milder() -> None:
    assert checked_class(None, "extension") == "extension"
    assert checked_class("breaking", "correction") == "breaking"
    with pytest.raises(UsageError, match="graver"):
        checked_class("extension", "correction")
    with pytest.raises(UsageError, match="unknown class"):
        checked_class("patch", "extension")
