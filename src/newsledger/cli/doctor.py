"""`newsledger doctor`: what is installed, and is it whole?"""

import platform
import sys

from newsledger.cli.console import remark, say

LIBRARIES = (
    "polars", "pandera", "frictionless", "jsonschema", "PyYAML", "shapely", "typer", "rich", "markdown-it-py",
    "XlsxWriter", "resvg-py",
)  # fmt: skip
EXTRAS = {"trafilatura": "reads HTML: pip install 'newsledger[html]'",
          "duckdb": "exports to DuckDB: pip install 'newsledger[duckdb]'",
          "adbc-driver-postgresql": "exports to PostgreSQL: pip install 'newsledger[postgres]'",
          "lemminflect": "makes inflections: pip install 'newsledger[lexicon]'"}  # fmt: skip


def doctor() -> None:
    """Say what is installed and whether it is whole: libraries, contract, rules, gazetteer; and where the cache is.

    \b
    Example:
      newsledger doctor
    """
    import typer

    from newsledger import __version__, content
    from newsledger.errors import NewsledgerError

    say(f"newsledger {__version__}")
    say(f"Python {platform.python_version()} on {platform.system()}: {sys.executable}")
    _libraries()
    say(f"content: {content.root()}")
    say(_cache())
    whole = True
    for look in (_contract, _rules, _gazetteer, _checks):
        try:
            say(look())
        except NewsledgerError as error:
            whole = False
            remark(f"error {error.code}: {error}")
    if not whole:
        raise typer.Exit(2)
    say("all is well")


def _libraries() -> None:
    from importlib.metadata import PackageNotFoundError, version

    for name in (*LIBRARIES, *EXTRAS):
        try:
            say(f"  {name} {version(name)}")
        except PackageNotFoundError:
            say(f"  {name} is not installed{f' ({EXTRAS[name]})' if name in EXTRAS else ''}")


def _cache() -> str:
    from newsledger import kept

    folder = kept.folder()
    if folder is None:
        return f"cache of parsed content: none ({kept.VARIABLE} is empty, or there is no home folder)"
    sizes = [file.stat().st_size for file in folder.glob("*.json")]
    return f"cache of parsed content: {folder}, {len(sizes)} files, {sum(sizes) / 1e6:.1f} MB"


def _contract() -> str:
    from newsledger.contract.load import load_contract, versions

    contract = load_contract()
    tables = sum(not name.startswith("terms/") for name in contract.tables)
    known = ", ".join(versions())
    return f"schema {contract.version} (of {known}): {tables} tables, {len(contract.terms)} closed lists"


def _rules() -> str:
    from newsledger.coder.rules import Rules
    from newsledger.content import coder_folder
    from newsledger.pipeline.code import rules_hash

    return f"rules: {len(Rules.load().all)}, with lexicon sha256 {rules_hash(coder_folder())[:16]}…"


def _gazetteer() -> str:
    from newsledger.coder.places.gazetteer import Gazetteer

    with Gazetteer.open() as gazetteer:
        return f"gazetteer: {gazetteer.version()}, sha256 {gazetteer.sha256()[:16]}…"


def _checks() -> str:
    from newsledger.validation.checks import load_checks

    return f"checks: {len(load_checks())}"
