"""How well and how fast are places found? Toponyms of news, cold look-ups, and their share of the coder's time.

Toponyms are listed as `newsledger places --articles` does, and held against the marked ones of the development data
(`score.py` there); without them only the speed is measured.
"""

import csv
import random
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from benchmarks.coder import news, tell
from benchmarks.scores import DEV_DATA, HALVES, as_article, scorer
from newsledger import content
from newsledger.contract.records import Article

NAMES = 7_500  # names looked up for the first time
ROUNDS = 3  # with a newly opened gazetteer, of which the best counts
EVERY = 37  # of the places, one in so many lends its name; towns as large as below lend theirs, too
TOWN = 20_000  # people
TARGETS: Mapping[str, Callable[[float], bool]] = {
    "reading: within 25 km of those found": lambda v: v >= 0.75,
    "checking: within 25 km of those found": lambda v: v >= 0.75,
    "reading: within 161 km of those found": lambda v: v >= 0.88,
    "checking: within 161 km of those found": lambda v: v >= 0.88,
    "reading: found and within 161 km, F1": lambda v: v >= 0.65,
    "checking: found and within 161 km, F1": lambda v: v >= 0.65,
    "microseconds a name, cold": lambda v: v <= 30,
    "cost added to the coder": lambda v: v <= 0.25,
}


def run() -> dict[str, float]:
    """Measure everything and return the figures by name."""
    figures = toponyms() if (DEV_DATA / "score.py").is_file() else {}
    return figures | look_up() | share()


def toponyms() -> dict[str, float]:
    """Return how many marked toponyms are found, and how near, for both halves of the data."""
    from newsledger.coder.knowledge import Knowledge
    from newsledger.coder.where.listing import places_of_article

    csv.field_size_limit(10**9)
    module, knowledge = scorer(DEV_DATA), Knowledge.load()
    figures: dict[str, float] = {}
    for half in HALVES:
        gold = module.chosen("toponyms", half)
        rows: dict[str, list[dict[str, Any]]] = {}
        for _, record, _ in gold:
            article = as_article(record)
            found = places_of_article(article, knowledge.gazetteer, knowledge, knowledge.pages)
            rows[article.id] = [
                {"start": p.start, "end": p.end, "latitude": p.latitude, "longitude": p.longitude}
                for p in found
            ]
        told = module.score_toponyms(gold, rows)
        figures[f"{half}: found"] = told["recall"]
        figures[f"{half}: within 25 km of those found"] = told["km25_of_seen"]
        figures[f"{half}: within 161 km of those found"] = told["km161_of_seen"]
        figures[f"{half}: found and within 161 km, F1"] = told["f1_161"]
    return figures


def look_up() -> dict[str, float]:
    """Return the milliseconds to open the gazetteer and the microseconds of a name's first look-up."""
    from newsledger.coder.places.gazetteer import Gazetteer

    path = content.coder_folder() / "places" / "gazetteer.sqlite"
    with sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True) as file:
        query = f"select name from place where id % {EVERY} = 0 or population > {TOWN} order by id"
        names = sorted({str(name) for (name,) in file.execute(query)})
    random.Random(1).shuffle(names)
    opened, spent = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        with Gazetteer.open() as gazetteer:
            opened.append(time.perf_counter() - start)
            start = time.process_time()
            for name in names[:NAMES]:
                gazetteer.find(name)
            spent.append(time.process_time() - start)
    return {"milliseconds to open": 1e3 * min(opened), "microseconds a name, cold": 1e6 * min(spent) / NAMES}


def share() -> dict[str, float]:
    """Return the time that places take for a second of the coder's other work."""
    from newsledger.coder.whereabouts import Whereabouts
    from newsledger.pipeline.code import load_coder

    texts, _ = news()
    coder = load_coder()
    articles = [Article(str(n), t, date(2024, 6, 14), "Bench", language="en") for n, t in enumerate(texts)]
    work(coder, articles[:30])
    clock = _Clock()
    kept = {name: getattr(Whereabouts, name) for name in ("__init__", "of", "context")}
    try:
        for name, function in kept.items():
            setattr(Whereabouts, name, clock.timed(function))
        start = time.process_time()
        work(coder, articles)
        whole = time.process_time() - start
    finally:
        for name, function in kept.items():
            setattr(Whereabouts, name, function)
    tell(f"places: {clock.spent:.2f} s of {whole:.2f} s of processor time")
    return {"cost added to the coder": clock.spent / (whole - clock.spent)}


def work(coder: Any, articles: Iterable[Article] | Sequence[Article]) -> None:
    """Code articles."""
    for article in articles:
        coder.code(article)


class _Clock:
    """Adds up the processor time of functions; one that another of them calls is not counted twice."""

    def __init__(self) -> None:
        self.spent = 0.0
        self.running = False

    def timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return `function` with its time counted."""

        def measured(*arguments: Any, **options: Any) -> Any:
            if self.running:
                return function(*arguments, **options)
            self.running, start = True, time.process_time()
            try:
                return function(*arguments, **options)
            finally:
                self.running = False
                self.spent += time.process_time() - start

        return measured
