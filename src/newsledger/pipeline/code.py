"""What do these articles report? Articles in, one `Coded` for each out."""

import gc
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from newsledger import __version__
from newsledger.contract.records import Article, Coded

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""
GAZETTEER = "gazetteer.sqlite"


class Codes(Protocol):
    """Whatever codes an article; `newsledger.coder.engine.Coder` does."""

    def code(self, article: Article) -> Coded:
        """Return the reports of an article, their evidence, and what was not coded and why."""


def load_coder(scope: str = "political", countries: tuple[str, ...] = ()) -> Codes:
    """Return the coder for a scope (`political` or `all-violence`) and the countries that a dataset covers.

    Raises ContentInvalid where a rule, a lexicon or the gazetteer is malformed.
    """
    from newsledger.coder.engine import Coder

    with _lasting():
        return Coder.load(scope, countries)


@contextmanager
def _lasting() -> Iterator[None]:
    """Spare what is made inside the walks of the garbage collector: the lexicon's many small objects live to the end,
    and looking through them again and again takes a sixth of the time of coding.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was:
            gc.enable()


def code_articles(
    articles: Sequence[Article], coder: Codes, progress: Progress | None = None
) -> Iterator[Coded]:
    """Yield what the coder says of each article, in their order; `progress` is told after each."""
    for done, article in enumerate(articles, start=1):
        yield coder.code(article)
        if progress is not None:
            progress("coding", done, len(articles))


def provenance() -> dict[str, Any]:
    """Return what a release says of how it was made: our version, the rules and the gazetteer with
    checksums.
    """
    from newsledger.coder.places.gazetteer import Gazetteer
    from newsledger.content import coder_folder

    with Gazetteer.open() as gazetteer:
        places = {
            "version": gazetteer.version(),
            "sha256": gazetteer.sha256(),
            "attribution": gazetteer.attribution(),
        }
    return {"newsledger": __version__, "rules": {"sha256": rules_hash(coder_folder())}, "gazetteer": places}


def rules_hash(folder: Path) -> str:
    """Return one SHA-256 over the YAML and JSON of `coder/`: all that decides how a sentence is coded.

    Of path and content of each file, in the order of paths, so that it is the same in a checkout and in a
    wheel.
    """
    files = {p.relative_to(folder).as_posix(): p for p in _content_files(folder)}
    return joined_hash({name: path.read_bytes() for name, path in files.items()})


def _content_files(folder: Path) -> Iterable[Path]:
    return (p for p in folder.rglob("*") if p.suffix in (".yaml", ".json") and p.is_file())


def joined_hash(contents: Mapping[str, bytes]) -> str:
    """Return the SHA-256 over named contents, by name; a name and its content cannot run into the next."""
    digest = hashlib.sha256()
    for name in sorted(contents):
        digest.update(f"{name}\0{len(contents[name])}\0".encode())
        digest.update(contents[name])
    return digest.hexdigest()
