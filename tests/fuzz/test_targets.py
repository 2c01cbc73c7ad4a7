"""Each target takes whole, cut and hostile bytes; where atheris is installed it looks for more by itself."""

import random
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.fuzz.effort import cases, seed
from tests.fuzz.targets import TARGETS
from tests.fuzz.test_fuzz_loaders import mutated

SEEDS = {
    "yaml": b"name: sahel\nlicence: {name: CC0-1.0}\narticles: [a, b]\n",
    "descriptor": b'{"name": "p", "resources": [{"name": "t", "path": "t.csv", "hash": "sha256:0"}]}',
    "table": b'a,b,c\n1,2022-09-13,"x, y"\n-4.5,true,\xc3\xa9\n',
    "archive": b"PK\x05\x06" + b"\x00" * 18,
    "articles": b'\x00{"id": "a", "text": "Shells fell.", "published": "2022-09-14", "source": "Gazette"}\n',
    "text": "NIAMEY, 3 September – Two days ago 1,000 people, “at least half of them” armed, …\n".encode(),
}


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_takes_whatever_bytes(name: str, tmp_path: Path) -> None:
    chance = random.Random(seed(5))
    for content in [SEEDS[name], *(mutated(SEEDS[name], chance) for _ in range(cases(60)))]:
        TARGETS[name](tmp_path, content)


@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is not installed")
@pytest.mark.parametrize("name", TARGETS)
def test_coverage_guided(name: str, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "seed").write_bytes(SEEDS[name])
    command = [sys.executable, "-m", "tests.fuzz.coverage_guided", name]
    options = [f"-runs={cases(2000)}", f"-artifact_prefix={tmp_path}/", str(tmp_path / "corpus")]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
