"""Where the content lives that experts edit: schema/, coder/ and validation/checks/.

The only module that knows. In a wheel the content lies in the package as `_content`; in a checkout it lies at the
top level of the repository, two folders above the package.
"""

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent


@cache
def root() -> Path:
    """Return the folder that holds `schema/`, `coder/` and `validation/checks/`."""
    shipped = PACKAGE / "_content"
    return shipped if shipped.is_dir() else PACKAGE.parent.parent


def schema_folder() -> Path:
    """Return the folder of contract versions, `schema/`."""
    return root() / "schema"


def coder_folder() -> Path:
    """Return the folder of rules, lexicon and places, `coder/`."""
    return root() / "coder"


def checks_folder() -> Path:
    """Return the folder of plausibility checks, `validation/checks/`."""
    return root() / "validation" / "checks"
