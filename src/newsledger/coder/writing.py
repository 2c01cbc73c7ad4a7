"""What is written of a story: a report for each place and day of an account, and a row for all that was not coded."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import product

from newsledger.coder.accounts import Account
from newsledger.coder.crowds import crowd_size
from newsledger.coder.event_types import BATTLES, DISRUPTED, EXPLOSIONS
from newsledger.coder.kinds import is_national
from newsledger.coder.losses import losses_of
from newsledger.coder.political import LAWFUL
from newsledger.coder.reading import Reading, states_in
from newsledger.coder.reports import Facts, active_days, write_report
from newsledger.coder.sides.pairing import Pairing
from newsledger.coder.sides.side import Side
from newsledger.coder.spans import Mention
from newsledger.coder.standing import standing
from newsledger.coder.where.event import EventPlace
from newsledger.coder.who.catalogue import Group
from newsledger.contract.missing import as_said
from newsledger.contract.records import Coded, Uncoded

FOUGHT = frozenset({BATTLES, EXPLOSIONS})
AT_HOME = frozenset({"Arrests", DISRUPTED})  # what a state does on its side of a border


def write(reading: Reading, account: Account, number: int, coded: Coded) -> None:
    """Write the reports of one account: one for each place and day."""
    side = side_of_border(reading, account)
    places: list[EventPlace | None] = [reading.where.along_border(p, side) for p in account.places]
    places = places or [None]
    days = list(active_days(account))
    losses = losses_of(account, reading.scope == "all-violence")
    actors = reading.where.knowledge.actors
    home = places[0].resolved.country if places[0] else country_of(reading, account)
    claimant, status = standing(account, reading.story, actors, home)
    shared = len(places) * len(days) > 1 and (losses.high > 0 or bool(losses.injured))
    for count, (place, day) in enumerate(product(places, days), 1):
        country = place.resolved.country if place else country_of(reading, account)
        facts = Facts(
            reading.story.article,
            reading.story.sentences,
            f"{reading.story.article.id}:{number}-{count}",
            account,
            place,
            day,
            pair_at(reading, account, place, day),
            losses,
            shared,
            claimant,
            status,
            crowd_size(account),
            country,
        )
        report, evidence = write_report(facts)
        coded.reports.append(report)
        coded.evidence.extend(evidence)


def pair_at(reading: Reading, account: Account, place: EventPlace | None, day: date) -> tuple[Side, Side]:
    """Return actor1 and actor2 of an account at one of its places on one of its days."""
    actors = reading.where.knowledge.actors
    country = place.resolved.country if place else country_of(reading, account)
    admin1 = place.resolved.admin1 if place else ""
    told = [*(t.frame.sentence for t in account.tellings), *(s for s, *_ in account.tolls)]
    states = states_in(told, actors)
    return Pairing(actors, account, country, day, reading.parties, states, reading.states, admin1).sides()


def country_of(reading: Reading, account: Account) -> str:
    """Return the country of an account without a place: that whose forces act, that of its sentences, that whose
    police they name, that of its people, that of the story."""
    beside = (m for t in account.tellings for m in t.frame.sentence.mentions)
    groups = reading.where.knowledge.actors.catalogue.groups
    acting = (m for m in account.agents if m.kind in {"military", "state"} or is_national(m))
    armies = {m.country for m in acting if m.country}
    abroad = {country for country in armies if is_abroad(country, account.targets, groups)}
    if abroad:
        story = reading.where.country if reading.where.country not in abroad else ""
        homes = [groups[m.entry].countries[0] for m in account.targets if m.entry in groups]
        return reading.where.land([t.frame.sentence for t in account.tellings]) or story or homes[0]
    if account.decision.rule.event_type in FOUGHT and (front := front_of(reading, armies)):
        story = reading.where.country if reading.where.country not in armies else ""
        return reading.where.land([t.frame.sentence for t in account.tellings]) or story or front
    return (
        next((m.country for m in account.agents if m.kind in LAWFUL and m.country), "")
        or reading.where.land([t.frame.sentence for t in account.tellings])
        or next((m.country for m in beside if m.kind == "police" and m.country), "")
        or fallback_country(account, reading.states, reading.where.knowledge.actors.catalogue.groups)
        or reading.where.country
    )


def front_of(reading: Reading, armies: set[str]) -> str:
    """Return the one country in which the army of a state fights abroad, or empty: that of two states at war with each
    other where their forces are known to meet."""
    catalogue, day = reading.where.knowledge.actors.catalogue, reading.story.article.published
    if len(armies) != 1:
        return ""
    (army,) = armies
    fronts = catalogue.abroad.fronts(armies, day)
    met = {country for country in fronts if catalogue.usual.opponent(country, army, day)}
    found = met or {country for country in fronts if army not in catalogue.abroad.fronts([country], day)}
    return min(found) if len(found) == 1 else ""


def is_abroad(country: str, targets: Sequence[Mention], groups: Mapping[str, Group]) -> bool:
    """Say whether forces of a country act upon a group that has its homes in others: an American strike on a group of
    Syria and Iraq is none in the United States."""
    homes = [groups[m.entry].countries for m in targets if m.entry in groups]
    return bool(homes) and all(found and country not in found for found in homes)


def fallback_country(account: Account, named: frozenset[str], groups: Mapping[str, Group]) -> str:
    """Return the country of an account without a place: that of its actors, the one home of its group, the only
    one of the `named` ones of the story, the first that its sentences name, or empty."""
    people = (*account.agents, *account.targets)
    victims = [m for m in account.targets if m.kind in {"civilians", "identity"}]  # they were at home
    own = next((m.country for m in (*victims, *people) if m.country and m.kind != "group"), "")
    homes = (groups[m.entry].countries for m in people if m.entry in groups)
    beside = (m.country for t in account.tellings for m in t.frame.sentence.mentions if m.country)
    return (
        own
        or next((h[0] for h in homes if len(h) == 1), "")
        or (min(named) if len(named) == 1 else "")
        or next(beside, "")
    )


def side_of_border(reading: Reading, account: Account) -> str:
    """Return the country on whose side of a border an account lies: that of those who were hit, or of its sentences."""
    sentences = [t.frame.sentence for t in account.tellings]
    side = next((m.country for m in account.targets if m.country), "") or reading.where.land(sentences)
    if not side and account.decision.sub_event_type in AT_HOME:
        side = next((m.country for s in sentences for m in s.mentions if m.country), "")
    return side


def uncoded(reading: Reading) -> list[Uncoded]:
    """Return a row for every trigger that gave no report: out of scope, without a rule, or page furniture."""
    story = reading.story
    rows = list(story.uncoded)
    spent = {id(s) for a in reading.accounts for s, *_ in a.tolls}
    for number, frame in enumerate(story.frames):
        if not frame.scope and (number in reading.decisions or id(frame.sentence) in spent):
            continue
        if "weak" in frame.tags:
            continue
        reason, detail = (frame.scope, as_said(frame.detail)) if frame.scope else ("no-rule", "")
        rows.append(
            Uncoded(
                story.article.id, frame.sentence.part, frame.start, frame.end, frame.trigger, reason, detail
            )
        )
    return rows
