"""How does a dataset begin? With a recipe, two example articles, a place for corrections, and a workflow."""

from pathlib import Path
from string import Template

from newsledger import __version__
from newsledger.contract.load import load_contract
from newsledger.errors import UsageError
from newsledger.pipeline.put import new_folder
from newsledger.publish.load import NAME

STARTER = Path(__file__).parent / "starter_files"
FILES = {
    "dataset.yaml": "dataset.yaml",
    "corrections.yaml": "corrections.yaml",
    "articles/gazette-2024-05-15.md": "articles/gazette-2024-05-15.md",
    "articles/wire-2024-05-16.md": "articles/wire-2024-05-16.md",
    "validate.yaml": ".github/workflows/validate.yaml",
}
"""The files of the starter, and where they go in the dataset."""
LONGEST = 80
"""Characters that dataset.schema.json allows a name."""


def start_dataset(folder: Path) -> list[Path]:
    """Make a dataset in `folder`, which must not be there yet or be empty, and return its files.

    The folder's name becomes the dataset's. Raises UsageError if it cannot, or if something is there already.
    """
    name = folder.absolute().name
    if not NAME.fullmatch(name) or len(name) > LONGEST:
        raise UsageError(
            "is no name for a dataset",
            value=name,
            expected=f"small letters and digits, as sahel-2024, at most {LONGEST} of them",
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError("is there already", file=folder, expected="a new folder")
    values = {
        "name": name,
        "title": name.replace("-", " ").replace("_", " ").capitalize(),
        "schema": load_contract().version,
        "version": __version__,
    }
    folder.absolute().parent.mkdir(parents=True, exist_ok=True)
    with new_folder(folder) as aside:
        for source, target in FILES.items():
            text = Template((STARTER / source).read_text(encoding="utf-8")).substitute(values)
            (aside / target).parent.mkdir(parents=True, exist_ok=True)
            (aside / target).write_text(text, encoding="utf-8", newline="\n")
    return [folder / target for target in FILES.values()]
