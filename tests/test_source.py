"""Does the source keep what no linter of ours looks for?"""

import ast
from collections import Counter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "newsledger"
MODULES = sorted(SOURCE.rglob("*.py"))


def twice(source: str) -> list[str]:
    """Return the names that the top level of a module gives a value more than once."""
    targets = [
        target.id
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    ]
    return sorted(name for name, times in Counter(targets).items() if times > 1)


def test_a_name_set_twice_is_seen() -> None:
    assert twice("A = 1\nB: int = 2\nA = 3\n") == ["A"]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_no_module_sets_a_constant_twice(path: Path) -> None:
    assert twice(path.read_text("utf-8")) == []
