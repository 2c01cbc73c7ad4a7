"""What tests of the whole coder may use: one coder for each scope, and short stories told and coded."""

import pytest
from tests.coder.told import Code, Read, article

from newsledger.coder.engine import Coder
from newsledger.coder.reading import Reading
from newsledger.contract.records import Coded


@pytest.fixture(scope="session")
def coders() -> dict[str, Coder]:
    political = Coder.load()
    return {"political": political, "all-violence": Coder(political.knowledge, "all-violence")}


@pytest.fixture(scope="session")
def code(coders: dict[str, Coder]) -> Code:
    """Code a story: `code(text, title=…, published=…, scope=…, language=…)`."""

    def run(text: str, *, scope: str = "political", **given: object) -> Coded:
        return coders[scope].code(article(text, **given))  # type: ignore[arg-type]

    return run


@pytest.fixture(scope="session")
def read(coders: dict[str, Coder]) -> Read:
    """Read a story up to its accounts."""

    def run(text: str, *, scope: str = "political", **given: object) -> Reading:
        return coders[scope].read(article(text, **given))  # type: ignore[arg-type]

    return run
