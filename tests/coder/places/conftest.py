"""The shipped gazetteer, opened once for all tests of places."""

from collections.abc import Iterator

import pytest

from newsledger.coder.places.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as found:
        yield found
