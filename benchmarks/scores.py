"""How good is the coder? Codes the development data and the gold, and writes the table of validation/SCORES.md.

    python -m benchmarks.scores [SET …] [--half reading] [--write] [--out FOLDER]

The data are third-party texts that stay outside the project. They are looked for where NEWSLEDGER_DEV_DATA says, or
beside the checkout; `score.py` there says what is counted. A record belongs to the reading half, which people may
read, or to the checking half, which nobody does.
"""

import argparse
import csv
import importlib.util
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.conftest import dev_data_folder

from benchmarks import stories
from benchmarks.merging import Rows, event_rows, given_rows
from newsledger.coder.engine import Coder
from newsledger.coder.where.listing import places_of_articles
from newsledger.contract.records import Article, Coded
from newsledger.pipeline.scored_tables import as_text

ROOT = Path(__file__).resolve().parent.parent
DEV_DATA = dev_data_folder()
BOARD = ROOT / "validation" / "SCORES.md"
READINGS = tuple(
    ROOT / "validation" / f"{name}.md" for name in ("rows-judged", "errors-read", "errors-places")
)  # kept by hand
GOLD = ROOT / "validation" / "gold"
HALVES = ("reading", "checking")
DATE = "INCIDENT: DATE"
Figures = Mapping[str, float | int]
Maker = Callable[[Sequence[Article], Coder], Rows]
GivenMaker = Callable[[Sequence[Article], Coder, Sequence[Any]], Rows]


@dataclass(frozen=True, slots=True)
class Set:
    """One set of the development data: its name, its text in a word, the scope, how rows are made.

    `given` makes them with the labels at hand, where some facts are taken from these.
    """

    name: str
    text: str
    scope: str
    rows: Maker
    given: GivenMaker | None = None


def report_rows(articles: Sequence[Article], coder: Coder) -> Rows:
    """Return the reports of each article in the order of salience, every cell as text."""
    return {a.id: rows for a in articles if (rows := cells(coder.code(a)))}


def cells(coded: Coded) -> list[dict[str, str]]:
    """Return the reports of an article with every cell as text, as `newsledger code` writes them."""
    return [{k: as_text(v) for k, v in asdict(report).items()} for report in coded.reports]


def place_rows(articles: Sequence[Article], coder: Coder) -> Rows:
    """Return the places found in each article's text, as `newsledger places --articles` lists them: start, end,
    latitude, longitude."""
    known = coder.knowledge
    found: Rows = {}
    for place in places_of_articles(articles, known.gazetteer, known, known.pages):
        row = {"start": place.start, "end": place.end}
        point = {"latitude": place.latitude, "longitude": place.longitude}
        found.setdefault(place.article_id, []).append({k: str(v) for k, v in (row | point).items()})
    return found


SETS = (
    Set("snippets", "news sentences, 25 types or none", "political", report_rows),
    Set("wire", "wire stories of 1988-90, upper case", "political", report_rows),
    Set("south-asia", "news summaries, India and Pakistan", "political", report_rows),
    Set("incidents", "local news of shootings", "all-violence", report_rows),
    Set("syria", "articles of 15 outlets on Syria", "political", report_rows),
    Set("toponyms", "news with marked place names", "political", place_rows),
    Set("merge", "local news of shootings, reports merged into events", "all-violence", event_rows),
    Set("merge-given", "the same, with day, place and toll given", "all-violence", event_rows, given_rows),
    Set("stories", "machine-written stories, weak labels", "political", report_rows),
)


def scorer(folder: Path) -> ModuleType:
    """Return `score.py` of the development data as a module; FileNotFoundError if it is not there."""
    path = folder / "score.py"
    spec = importlib.util.spec_from_file_location("development_score", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise FileNotFoundError(f"no score.py in {folder}; set NEWSLEDGER_DEV_DATA")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def possible(gold: Any) -> Any:
    """Return the incidents of a wire story without dates that no calendar has ("31 NOV 89"): they count as undated."""
    if not isinstance(gold, list) or not all(isinstance(g, dict) for g in gold):
        return gold
    return [{k: v for k, v in g.items() if k != DATE or is_calendar(str(v))} for g in gold]


def is_calendar(text: str) -> bool:
    """Say whether every "31 JAN 89" in a text is a day."""
    try:
        for day in re.findall(r"\d{1,2} [A-Z]{3} \d{2}", text):
            datetime.strptime(day, "%d %b %y")
    except ValueError:
        return False
    return True


def as_article(record: Mapping[str, Any]) -> Article:
    """Return a record of score.py as an article; a missing day becomes the last of 2013."""
    published = date.fromisoformat(record["published"] or "2013-12-31")
    return Article(
        record["id"],
        record["text"],
        published,
        record["source"],
        record["title"],
        record["url"],
        language="en",
    )


def measure(wanted: Set, module: ModuleType, halves: Iterable[str], out: Path | None) -> dict[str, Figures]:
    """Return the figures of one set by half; `out` gets the rows as CSV, for `score.py score`."""
    coder = Coder.load(wanted.scope)
    told = {}
    for half in halves:
        gold, count = labelled(wanted.name.removesuffix("-given"), module, half)
        articles = [as_article(record) for _, record, _ in gold]
        labels = [g for _, _, g in gold]
        rows = wanted.given(articles, coder, labels) if wanted.given else wanted.rows(articles, coder)
        told[half] = count(gold, rows)
        figures = "  ".join(f"{name} {shown(value)}" for name, value in told[half].items())
        print(f"{wanted.name} ({half}): {figures}", flush=True)
        if out is not None:
            write_rows(out / f"{wanted.name}-{half}.csv", rows)
    return told


def labelled(name: str, module: ModuleType, half: str) -> tuple[list[Any], Callable[[Any, Any], Figures]]:
    """Return the records of a set's half with their labels, and the function that counts rows against them."""
    if name == "stories":
        return stories.chosen(DEV_DATA, half, module.half), stories.score
    source = "incidents" if name == "merge" else name
    gold = [(key, record, possible(g)) for key, record, g in module.chosen(source, half)]
    return gold, getattr(module, f"score_{name.replace('-', '_')}")


def write_rows(path: Path, rows: Rows) -> None:
    """Write rows by article as one CSV."""
    flat = [{"article_id": article} | row for article, found in rows.items() for row in found]
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(flat[0]) if flat else ["article_id"])
        writer.writeheader()
        writer.writerows(flat)


def gold_rows() -> list[str]:
    """Return a line for each column of the gold of the sample dataset, as `newsledger score` counts it."""
    from newsledger.pipeline.score import score
    from newsledger.reader import read_articles

    coder = Coder.load()
    articles = read_articles([ROOT / "datasets" / "south-caucasus" / "articles"])
    rows = {a.id: cells(coder.code(a)) for a in articles}
    path = ROOT / "build" / "scores" / "gold.csv"
    write_rows(path, rows)
    found = score(path, GOLD)
    head = f"{found.found} of {found.gold} hand-coded rows found, {found.ours} reports on their articles."
    lines = [head, "", "| column | agree | rows | share |", "|---|--:|--:|--:|"]
    return lines + [f"| {k} | {a.right} | {a.total} | {a.share:.3f} |" for k, a in found.fields.items()]


def shown(value: float | int | None) -> str:
    """Return a figure as it stands in the table."""
    return "–" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def table(results: Mapping[str, Mapping[str, Figures]]) -> list[str]:
    """Return the lines of the table: one for each figure of each set, reading and checking half apart."""
    lines = ["| set | text | figure | reading half | checking half |", "|---|---|---|--:|--:|"]
    for wanted in SETS:
        told = results.get(wanted.name, {})
        for name in next(iter(told.values()), {}):
            both = (shown(told.get(half, {}).get(name)) for half in HALVES)
            lines.append(f"| {wanted.name} | {wanted.text} | {name} | {' | '.join(both)} |")
    return lines


def page(results: Mapping[str, Mapping[str, Figures]], day: date) -> str:
    """Return the page validation/SCORES.md."""
    about = "\n\n".join(path.read_text("utf-8").strip() for path in READINGS if path.is_file())
    return "\n".join(
        [
            "# How right the coder is",
            "",
            f"Measured on {day.isoformat()} with `python -m benchmarks.scores --write`; not written by hand.",
            "",
            "The sets are third-party texts that stay outside the project (NEWSLEDGER_DEV_DATA says where they are),",
            "with labels of other people. Rules were written against the texts of the reading half alone; which sums of",
            "dead are too bold was told by counts of both halves (how often each kind was right). An article counts by",
            "its first report, its main event; figures are shares of 1, but for those that count records. The labels of the",
            "stories are weak: what each was asked to be about, and nobody looked whether it is (`benchmarks/stories.py`).",
            "",
            *table(results),
            "",
            "## The sample dataset",
            "",
            "Against `validation/gold`, which says itself what it is worth (`validation/gold/README.md`).",
            *gold_rows(),
            *(["", about] if about else []),
            "",
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the sets named, or all; print their figures, and with --write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scores", description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(s.name for s in SETS))
    parser.add_argument("--half", choices=HALVES, help="only this half")
    parser.add_argument("--write", action="store_true", help="write validation/SCORES.md (all sets)")
    parser.add_argument("--out", type=Path, help="a folder for the rows as CSV")
    parser.add_argument("--date", type=date.fromisoformat, default=date.today(), help="the day on the page")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.sets) - {s.name for s in SETS}:
        parser.error(f"no set {', '.join(sorted(unknown))}")
    if asked.write and (asked.sets or asked.half):
        parser.error("--write takes all sets and both halves")
    module = scorer(DEV_DATA)
    csv.field_size_limit(10**9)
    results = {}
    for wanted in SETS:
        if asked.sets and wanted.name not in asked.sets:
            continue
        results[wanted.name] = measure(wanted, module, [asked.half] if asked.half else HALVES, asked.out)
    if asked.write:
        BOARD.write_text(page(results, asked.date), encoding="utf-8")
        print(f"written: {BOARD.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
