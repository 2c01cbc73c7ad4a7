"""What becomes of machine-written stories whose labels are weak: a PLOVER type and mode that each was asked to be of?

They are of all the world and of every kind of political news, so they show breadth. What is asked of the coder is only
what such labels can bear: do stories of deeds give a row, do stories of words stay without one, and where a mode is
one kind of deed, is a row of that kind among the story's rows, and is it the first?
"""

import gzip
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

FILE = "synthetic-news.jsonl.gz"
DEEDS = frozenset({"PROTEST", "ASSAULT", "MOBILIZE", "RETREAT"})
ARRESTED = ("COERCE", "ARREST")
WORDS = frozenset({"CONSULT", "REQUEST", "REJECT", "ACCUSE", "SUPPORT"})
PUBLISHED = "2024-06-14"
"""The stories have no day; any will do."""
CROWDS = (
    "Peaceful protest",
    "Protest with intervention",
    "Excessive force against protesters",
    "Violent demonstration",
    "Mob violence",
)
KINDS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("ASSAULT", "ABDUCT"): ("Abduction/forced disappearance",),
    ("ASSAULT", "AERIAL"): ("Air/drone strike",),
    ("ASSAULT", "DRONE"): ("Air/drone strike",),
    ("ASSAULT", "CROWD-CONTROL"): CROWDS[1:],
    ("ASSAULT", "EXPLOSIVES"): ("Remote explosive/landmine/IED", "Suicide bomb", "Grenade"),
    ("ASSAULT", "HEAVY-WEAPONS"): ("Shelling/artillery/missile attack", "Armed clash"),
    ("ASSAULT", "SEXUAL"): ("Sexual violence",),
    ("ASSAULT", "SUICIDE-ATTACK"): ("Suicide bomb",),
    ("ASSAULT", "UNCONVENTIONAL"): ("Chemical weapon",),
    ("PROTEST", "DEMO"): CROWDS,
    ("PROTEST", "OBSTRUCT"): CROWDS,
    ("PROTEST", "RIOT"): CROWDS[2:],
    ARRESTED: ("Arrests",),
    ("RETREAT", "CEASEFIRE"): ("Agreement",),
}
"""Modes that are one kind of deed, and the sub-event types of coding-rules 2 that it can be."""
Labelled = list[tuple[str, dict[str, Any], tuple[str, str]]]


def chosen(folder: Path, half: str, half_of: Callable[[str], str]) -> Labelled:
    """Return the stories of one half as records of an article, each with its type and mode ("" where it has none).

    Raises FileNotFoundError where the stories are not in the folder.
    """
    found: Labelled = []
    with gzip.open(folder / FILE, "rt", encoding="utf-8") as lines:
        for story in map(json.loads, lines):
            if half_of(story["id"]) == half:
                record = {"published": PUBLISHED, "source": "Stories", "title": "", "url": ""}
                record |= {"id": story["id"], "text": story["text"]}
                found.append((story["id"], record, (story["type"], story["mode"] or "")))
    return found


def score(gold: Labelled, rows: Mapping[str, Sequence[Mapping[str, str]]]) -> dict[str, float | int]:
    """Return the figures: how many stories of deeds have a row, of words have none, of one kind have one of it."""
    deeds = [key for key, _, label in gold if label[0] in DEEDS or label == ARRESTED]
    words = [key for key, _, label in gold if label[0] in WORDS]
    told = {key: [row["sub_event_type"] for row in found] for key, found in rows.items()}
    kinds = [(told.get(key, []), KINDS[label]) for key, _, label in gold if label in KINDS]
    first = sum(not set(kind).isdisjoint(types[:1]) for types, kind in kinds)
    among = sum(not set(kind).isdisjoint(types) for types, kind in kinds)
    return {
        "deeds": len(deeds),
        "coded": share(sum(key in rows for key in deeds), len(deeds)),
        "words": len(words),
        "quiet": share(sum(key not in rows for key in words), len(words)),
        "of one kind": len(kinds),
        "kind first": share(first, len(kinds)),
        "kind among rows": share(among, len(kinds)),
    }


def share(part: int, whole: int) -> float:
    """Return a part of a whole, 0 of nothing."""
    return part / whole if whole else 0.0
