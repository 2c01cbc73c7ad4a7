"""How is an event told in a sentence? The house form of `notes` (coding-rules 6).

Written from coded facts alone, so that a note never carries an article's wording. The verb phrases are data
of the closed list sub-event-type.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from newsledger.contract.load import load_contract

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SMALL = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
REGIME_YEARS = re.compile(r" \(\d{4}-(?:\d{4})?\)")
QUALIFIER = re.compile(r" \([^()]*\)$")
CROWDS = ("Protesters", "Rioters", "Civilians")
OFFICES = (
    "Government of",
    "Ministry of",
    "Defence Ministry",
    "Defense Ministry",
    "Prime Minister",
    "President of",
)
UNKNOWN_CROWD = "no report"  # the value of the tag crowd size where none is given
PLACE_WORDS = {1: "in", 2: "near", 3: "in the wider area of"}
IMPRECISE = {2: "week of", 3: "month of"}
INTERVENED = ("Protest with intervention", "Excessive force against protesters")


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """What a note is written from; names as in the columns of reports and events.

    `fatalities` is the stated count; where several rows share it, `shared_rows` is how many, `shared_over`
    what they are ("places", "days", "places and days"), and `share` this row's part once the ledger has
    divided it. `weapons` are nouns as they stand after "with" ("artillery", "drones"). None or 0 says that
    nothing is reported.
    """

    event_date: date
    sub_event_type: str
    actor1: str
    location: str
    country: str
    time_precision: int = 1
    actor2: str = ""
    admin1: str = ""
    geo_precision: int = 1
    assoc_actor_1: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    fatalities: int = 0
    fatalities_high: int | None = None
    claimant: str = ""
    shared_rows: int = 1
    shared_over: str = "places"
    share: int | None = None
    injuries: int | None = None
    captured: int | None = None
    civilians_hit: bool = False
    crowd: str = ""
    status: str = "reported"


def note(facts: NoteFacts) -> str:
    """Return one or two sentences in house form (coding-rules 6); KeyError if the type is unknown."""
    told = f"{_when(facts)}, {_deed(facts)} {_where(facts)}"
    if facts.weapons:
        told += f", with {joined(facts.weapons)}"
    told += _claim(facts)
    rest = "; ".join(part for part in (_deaths(facts), _others(facts)) if part)
    return f"{told}. {rest[0].upper()}{rest[1:]}." if rest else f"{told}."


def joined(words: tuple[str, ...]) -> str:
    """Return an English list: "a", "a and b", "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


@lru_cache(maxsize=65536)
def short_name(actor: str) -> str:
    """Return an actor's name as it stands within a sentence: without regime years, country and abbreviation.

    "Military Forces of Armenia (2018-)" is "Military Forces of Armenia", "Civilians (Armenia)" is
    "civilians", "Unidentified Gang (Haiti)" is "an unidentified gang", "ABC: A Big Coalition" is "A Big
    Coalition".
    """
    name = QUALIFIER.sub("", REGIME_YEARS.sub("", actor))
    if name.startswith("Unidentified "):
        return f"an {name.lower()}"
    if name in CROWDS:
        return name.lower()
    if name.startswith(OFFICES):
        return f"the {name}"
    return name.partition(": ")[2] or name


def _when(facts: NoteFacts) -> str:
    day = facts.event_date
    shown = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    if facts.time_precision in IMPRECISE:
        return f"Around {shown} ({IMPRECISE[facts.time_precision]})"
    return f"On {shown}"


def _deed(facts: NoteFacts) -> str:
    """Return subject, verb and object; a crowd that others acted on is told as the object, whichever actor it
    is.
    """
    agent, target = facts.actor1, facts.actor2
    crowd_first = agent.startswith("Protesters")
    if target and facts.sub_event_type in INTERVENED and crowd_first and not target.startswith("Protesters"):
        agent, target = target, agent
    if facts.sub_event_type == "Peaceful protest" and not crowd_first and target.startswith("Protesters"):
        agent, target = target, agent
    verbs = _verbs(facts.sub_event_type)
    if not target:
        return f"{_subject(agent, facts)} {verbs['alone']}"
    phrase = str(verbs["verb"])
    if target.startswith("Civilians"):
        phrase = str(verbs.get("verb_civilians", phrase))
    shown = short_name(target)
    if shown == short_name(agent):
        shown = (
            f"other {shown}"
            if shown in ("protesters", "rioters", "civilians")
            else f"another part of {shown}"
        )
        shown = shown.replace("another part of an unidentified", "another unidentified")
    return f"{_subject(agent, facts)} {phrase.replace('{target}', shown)}"


@cache
def _verbs(sub_event_type: str) -> Mapping[str, object]:
    return load_contract().term("sub-event-type", sub_event_type).data


def _subject(agent: str, facts: NoteFacts) -> str:
    members = tuple(short_name(a) for a in facts.assoc_actor_1)
    if not members or agent != facts.actor1:
        return short_name(agent)
    if agent.startswith(CROWDS):
        return f"{short_name(agent)}, among them {joined(members)},"
    return f"{short_name(agent)}, with {joined(members)},"


def _where(facts: NoteFacts) -> str:
    if not facts.location.strip():
        return f"in {facts.country}" if facts.country else "at a place not named"
    common_noun = facts.location.split()[-1].islower()
    word = PLACE_WORDS[facts.geo_precision]
    place = f"in the {facts.location}" if common_noun else f"{word} {facts.location}"
    known = [n for n in (facts.admin1, facts.country) if n and n != facts.location]
    # a border area names both countries already; the one coded still has to be said
    return f"{place} ({', '.join(known)})" if known else place


def _claim(facts: NoteFacts) -> str:
    if facts.status == "reported":
        return ""
    told = f", as claimed by {short_name(facts.claimant) if facts.claimant else 'one side'}"
    return f"{told} and denied by another" if facts.status == "disputed" else told


def _deaths(facts: NoteFacts) -> str:
    if not facts.fatalities and not facts.fatalities_high:
        return ""
    told = f"{facts.fatalities} {'fatality' if facts.fatalities == 1 else 'fatalities'} reported"
    if facts.claimant and facts.status == "reported":
        told += f" by {short_name(facts.claimant)}"
    if facts.shared_rows > 1:
        many = SMALL[facts.shared_rows] if facts.shared_rows < len(SMALL) else str(facts.shared_rows)
        told += f" over {many} {facts.shared_over}, divided evenly"
        if facts.share is not None:
            told += f" ({facts.share} counted here)"
    if facts.fatalities_high is not None and facts.fatalities_high > facts.fatalities:
        told += f", up to {facts.fatalities_high} by the highest count"
    return told


def _others(facts: NoteFacts) -> str:
    parts: list[str] = []
    if facts.injuries:
        parts.append(f"{facts.injuries} injured")
    if facts.captured:
        parts.append(f"{facts.captured} captured")
    if facts.civilians_hit:
        parts.append("civilians among those hit")
    if facts.crowd and facts.crowd != UNKNOWN_CROWD:
        parts.append(f"crowd size {facts.crowd}")
    return ", ".join(parts)
