"""Which pages are made from the program? The codebook, the catalogue of errors, and who checks what."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import newsledger
from newsledger.content import schema_folder
from newsledger.contract.codebook import write_docs
from newsledger.errors import NewsledgerError, catalogue
from newsledger.pipeline.generated import bring_up_to_date


def write_pages(check: bool) -> list[Path]:
    """Return the pages that are out of date; unless `check`, bring them up to date.

    The pages of docs/ belong to a checkout; an installed package has none.
    """
    stale = write_docs(check)
    folder = schema_folder().parent / "docs"
    if not folder.is_dir():
        return stale
    for name, text in pages(folder):
        if not bring_up_to_date(folder / name, text, write=not check):
            stale.append(folder / name)
    return stale


def pages(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each page of docs/, the folder, that is made."""
    from newsledger.contract.load import load_contract
    from newsledger.validation.error_page import EXAMPLES, error_page, read_examples
    from newsledger.validation.validators_page import validators_page

    yield "errors.md", error_page(every_error(), read_examples(folder / EXAMPLES))
    yield "validators.md", validators_page(load_contract())


def every_error() -> list[type[NewsledgerError]]:
    """Return all error classes of the program, by code; every module is imported for that.

    Modules that need a package which is not installed are left out.
    """
    for module in pkgutil.walk_packages(newsledger.__path__, "newsledger."):
        if module.name.endswith("__main__"):
            continue
        try:
            importlib.import_module(module.name)
        except ModuleNotFoundError as absent:
            if (absent.name or "").startswith("newsledger"):
                raise
    ours = [e for e in catalogue() if e.__module__.startswith("newsledger.")]
    return [e for e in ours if e is not NewsledgerError]
