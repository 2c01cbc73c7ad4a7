"""The same input gives the same bytes: elsewhere, in another process, locale and time zone, in another order.

And what was published can be made again: the newest release of every dataset of this repository is rebuilt from its
own reports, the older ones are held against their checksums.
"""

import json
import os
import random
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import polars as pl
import pytest

from newsledger.contract.load import load_contract
from newsledger.pipeline.publish import Wishes, publish
from newsledger.publish.index import read_index, with_entry, write_index
from newsledger.publish.load import release_facts
from newsledger.publish.version import parts
from newsledger.publish.write import read_csv, read_parquet
from newsledger.validation.checksums import check_index, check_sums
from newsledger.validation.sameness import content_hash

REPOSITORY = Path(__file__).resolve().parent.parent
DATASETS = REPOSITORY / "datasets"
SAMPLE = DATASETS / "south-caucasus"
RELEASES = sorted(
    (p.parent for p in DATASETS.glob("*/releases/*/datapackage.json")),
    key=lambda p: (p.parent, parts(p.name)),
)
NEWEST = sorted({p.parent: p for p in RELEASES}.values())
SURROUNDINGS = (
    {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "1"},
    {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711"},
    {"LC_ALL": "de_DE.UTF-8", "TZ": "America/Caracas", "PYTHONHASHSEED": "99", "POLARS_MAX_THREADS": "1"},
)


def files(folder: Path) -> dict[str, str]:
    """Return the checksum of every file below a folder."""
    found = sorted(p for p in folder.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): sha256(p.read_bytes()).hexdigest() for p in found}


def newsledger(*arguments: str, cwd: Path, **surroundings: str) -> None:
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "newsledger", *arguments]
    done = subprocess.run(
        command,
        cwd=cwd,
        env=os.environ | surroundings,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr


def shuffled(dataset: Path, seed: int) -> None:
    """Turn a dataset's folder of articles into one JSONL file whose lines stand in another order."""
    from newsledger.reader import read_articles

    records = []
    for a in read_articles([dataset / "articles"]):
        kept = {"id": a.id, "text": a.text, "source": a.source, "title": a.title, "url": a.url}
        kept |= {"language": a.language, "source_scale": a.source_scale, "dateline": a.dateline}
        kept["published"] = a.published_time or a.published.isoformat()
        records.append({k: v for k, v in kept.items() if v})
    random.Random(seed).shuffle(records)
    shutil.rmtree(dataset / "articles")
    (dataset / "articles").mkdir()
    text = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)
    (dataset / "articles" / "all.jsonl").write_text(text, encoding="utf-8")
    recipe = dataset / "dataset.yaml"
    told = recipe.read_text(encoding="utf-8").replace("articles: articles", "articles: articles/all.jsonl")
    recipe.write_text(told, encoding="utf-8")


def copied(folder: Path) -> Path:
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("releases"))
    return folder


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a releases root with the sample published into it, in the first of the surroundings."""
    home = tmp_path_factory.mktemp("plain")
    copied(home / "sample")
    newsledger("publish", "sample", "--out", "releases", cwd=home, **SURROUNDINGS[0])
    return home / "releases"


def test_another_folder_process_locale_and_zone_give_the_same_bytes(plain: Path, tmp_path: Path) -> None:
    home = tmp_path / "Ordner ß"
    copied(home / "data set")
    newsledger("publish", "data set", "--out", "out", cwd=home, **SURROUNDINGS[1])
    assert files(home / "out") == files(plain)


def test_another_order_of_the_articles_gives_the_same_bytes(plain: Path, tmp_path: Path) -> None:
    dataset = copied(tmp_path / "sample")
    shuffled(dataset, 7)
    newsledger("publish", ".", "--out", "../out", cwd=dataset, **SURROUNDINGS[2])
    assert files(tmp_path / "out") == files(plain)


def test_csv_and_parquet_of_a_release_have_one_content(plain: Path) -> None:
    (folder,) = (p for p in plain.iterdir() if p.is_dir())
    facts = release_facts(folder)
    contract = load_contract(facts.schema)
    assert set(facts.table_hashes) == set(facts.counts)
    for name, stated in facts.table_hashes.items():
        table = contract.tables[name]
        assert content_hash(read_csv(folder / "data" / f"{name}.csv", table), table) == stated
        assert content_hash(read_parquet(folder / "parquet" / f"{name}.parquet", table), table) == stated


@pytest.mark.parametrize("release", NEWEST, ids=lambda p: f"{p.parent.parent.name}-{p.name}")
def test_the_newest_release_is_rebuilt_from_its_own_reports(release: Path, tmp_path: Path) -> None:
    """Better rules may change what articles say, but never what was published: nothing is coded again.

    Documents may come to be worded otherwise and Parquet to be written otherwise by another polars, so that the
    CSV files are compared byte by byte and everything else by its content.
    """
    dataset = release.parent.parent
    root = shutil.copytree(dataset, tmp_path / "d", ignore=shutil.ignore_patterns("releases")) / "releases"
    root.mkdir()
    facts = release_facts(release)
    index = read_index(release.parent)
    for entry in index["releases"]:
        if parts(entry["version"]) < parts(release.name):
            shutil.copytree(release.parent / entry["version"], root / entry["version"])
            write_index(root, with_entry(read_index(root), index["name"], entry))
    wishes = Wishes(
        version=facts.version,
        day=facts.day,
        change_class=facts.change_class,
        allow=facts.gates,
        reports=release,
    )
    again = publish(root.parent, wishes)
    assert again.state == "published"
    assert files(again.folder / "data") == files(release / "data")
    rebuilt = release_facts(again.folder)
    assert (rebuilt.content_hash, rebuilt.table_hashes) == (facts.content_hash, facts.table_hashes)
    assert (rebuilt.day, rebuilt.change_class, rebuilt.previous) == (
        facts.day,
        facts.change_class,
        facts.previous,
    )


@pytest.mark.parametrize("release", RELEASES, ids=lambda p: f"{p.parent.parent.name}-{p.name}")
def test_what_was_published_is_what_the_index_says(release: Path) -> None:
    findings = [*check_sums(release), *check_index(release, release.parent / "index.json")]
    assert findings == []
    stated = {r["version"]: r for r in read_index(release.parent)["releases"]}[release.name]
    events = pl.read_parquet(release / "parquet" / "events.parquet")
    assert stated["counts"]["events"] == events.height
    assert stated["content_hash"] == release_facts(release).content_hash
