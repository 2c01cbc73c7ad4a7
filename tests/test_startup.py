"""Does help come at once, and does every command say what it does?"""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperGroup

from newsledger.cli.app import app

HEAVY = ("polars", "pandera", "frictionless", "jsonschema", "numpy", "rich", "yaml")
README = Path(__file__).resolve().parent.parent / "README.md"


def commands() -> Iterator[tuple[str, str]]:
    """Every command with its help, sub-commands too."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from ((f"{name} {sub}", inner.help or "") for sub, inner in command.commands.items())
        else:
            yield name, command.help or ""


def test_the_command_line_loads_nothing_heavy() -> None:
    script = "import json, sys, newsledger.cli.app; print(json.dumps(sorted(sys.modules)))"
    loaded = json.loads(subprocess.check_output([sys.executable, "-c", script], text=True))
    assert not set(HEAVY) & set(loaded)


def test_the_coder_loads_neither_pandera_nor_frictionless_nor_the_command_line() -> None:
    script = "import json, sys, newsledger.coder.engine; print(json.dumps(sorted(sys.modules)))"
    loaded = json.loads(subprocess.check_output([sys.executable, "-c", script], text=True))
    assert not {"pandera", "frictionless", "typer", "rich", "polars", "numpy"} & set(loaded)


def test_help_answers_in_half_a_second() -> None:
    def seconds() -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "newsledger", "--help"], check=True, capture_output=True)
        return time.perf_counter() - start

    assert min(seconds() for _ in range(3)) < 0.5  # the best of three, since the machine may be busy


@pytest.mark.parametrize(("name", "told"), list(commands()), ids=[n for n, _ in commands()])
def test_every_command_has_help_with_an_example_of_itself(name: str, told: str) -> None:
    assert len(told.splitlines()[0]) > 15
    assert re.search(rf"Examples?:\n\s+newsledger {name}\b", told), told


@pytest.mark.skipif(
    not README.is_file() or "\n## Commands\n" not in README.read_text("utf-8"),
    reason="README.md has no section Commands",
)
def test_every_command_is_documented_in_the_readme() -> None:
    section = README.read_text("utf-8").split("\n## Commands\n")[1].split("\n## ")[0]
    documented = set(re.findall(r"`newsledger ([a-z]+)", section))
    assert {name.split()[0] for name, _ in commands()} <= documented
