"""Every command loads the contract, so that has to be quick and to pull in nothing heavy."""

import subprocess
import sys

LOADING = """
import sys, time
from newsledger.contract import coding, note, load
times = []
for _ in range(3):
    load.read_contract.cache_clear()
    start = time.process_time()
    load.load_contract()
    times.append(time.process_time() - start)
assert load.load_contract() is load.load_contract()
assert coding.region_of("Armenia")
heavy = {"polars", "pandera", "frictionless", "jsonschema", "typer", "rich"} & set(sys.modules)
print(min(times), sorted(heavy))
"""


def test_loading_takes_under_60_ms_and_no_heavy_import() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADING], capture_output=True, text=True, check=True, timeout=60
    )
    seconds, _, heavy = done.stdout.partition(" ")
    assert heavy.strip() == "[]"
    assert float(seconds) < 0.06


def test_row_schemas_import_pandera_only_when_asked() -> None:
    code = (
        "import sys; from newsledger.contract import rowschema, tableschema, documents, codebook;"
        "assert not {'pandera', 'frictionless', 'polars'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
