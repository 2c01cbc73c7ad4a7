"""Reports: an account becomes one row for each of its places and days, each value with its evidence."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from newsledger.coder.accounts import Account
from newsledger.coder.event_types import DEMONSTRATIONS
from newsledger.coder.losses import Losses
from newsledger.coder.sides.side import Side
from newsledger.coder.spans import Sentence
from newsledger.coder.where.event import EventPlace
from newsledger.contract import coding
from newsledger.contract.note import NoteFacts, note
from newsledger.contract.records import Article, Evidence, Report

LONGEST = 7  # days; a longer range of active days is not believed to be told day by day
PLACE_MARKS = {
    "where.clause": "",
    "where.sentence": "",
    "where.previous": "place-elsewhere",
    "where.named-later": "place-elsewhere",
    "where.article": "place-elsewhere",
    "where.title": "place-elsewhere",
    "where.dateline": "place-dateline",
}
WEAPON_NAMES = {"artillery": "artillery", "air": "aircraft", "drone": "drones", "small-arms": "small arms"}


@dataclass(slots=True)
class Facts:
    """All that is needed to write the reports of one account at one place and day."""

    article: Article
    sentences: list[Sentence]
    number: str
    account: Account
    place: EventPlace | None
    day: date
    sides: tuple[Side, Side]
    losses: Losses
    shared: bool
    claimant: str
    status: str
    crowd: str = ""
    country: str = ""  # where no place is named: that of the actors
    marks: set[str] = field(default_factory=set)


def active_days(account: Account) -> Iterator[date]:
    """Yield the days of an account: its one day, those of a list, or every day of a range that is meant day by day."""
    when = account.when.when
    yield account.when.day
    yield from sorted({*account.when.others} - {account.when.day})
    if when.each and when.end_date is not None:
        span = (when.end_date - account.when.day).days
        for n in range(1, min(span, LONGEST) + 1):
            yield account.when.day + timedelta(n)


def precision(account: Account) -> int:
    """Return the time_precision of an account's rows: each day of a range that is spread is known."""
    when = account.when.when
    return 1 if when.each and when.end_date is not None else when.precision


def write_report(facts: Facts) -> tuple[Report, list[Evidence]]:
    """Return one report and its evidence."""
    account, (one, two) = facts.account, facts.sides
    rule = account.decision.rule
    place = facts.place.resolved if facts.place else None
    main = account.tellings[0].frame
    marks = facts.marks | marks_of(facts)
    report = Report(
        report_id=facts.number,
        article_id=facts.article.id,
        event_date=facts.day,
        time_precision=precision(account),
        disorder_type=coding.disorder_type(rule.sub_event_type),
        event_type=rule.event_type,
        sub_event_type=rule.sub_event_type,
        actor1=one.name,
        assoc_actor_1="; ".join(one.assoc),
        inter1=one.inter,
        actor2=two.name,
        assoc_actor_2="; ".join(two.assoc),
        inter2=two.inter,
        interaction=coding.interaction(one.inter, two.inter),
        civilian_targeting=coding.civilian_targeting(
            rule.event_type, rule.sub_event_type, one.inter, two.inter, facts.losses.civilians_only
        ),
        iso=place.iso if place else None,
        region=place.region if place else "",
        country=place.country if place else facts.country,
        admin1=place.admin1 if place else "",
        admin2=place.admin2 if place else "",
        admin3=place.admin3 if place else "",
        location=place.location if place else "",
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        geo_precision=place.geo_precision if place else 3,
        source=facts.article.source,
        source_scale=facts.article.source_scale or "Other",
        notes="",
        fatalities=facts.losses.killed,
        tags=tags(facts),
        fatalities_low=facts.losses.low,
        fatalities_high=facts.losses.high,
        injuries=facts.losses.injured,
        toll_group=f"{facts.article.id}:{facts.number.rsplit('-', 1)[0].rsplit(':', 1)[-1]}"
        if facts.shared
        else "",
        claimant=facts.claimant,
        status=facts.status,
        rule=rule.id,
        quote_start=main.sentence.start if main.sentence.part == "text" else -1,
        quote_end=main.sentence.end if main.sentence.part == "text" else -1,
        confidence=coding.confidence(sorted(m for m in marks if m)),
    )
    report.notes = note(note_facts(facts, report))
    return report, list(evidence(facts, report))


def marks_of(facts: Facts) -> set[str]:
    """Return the factors of confidence that apply to a report (coding-rules 8)."""
    account = facts.account
    main = account.tellings[0].frame
    found = {account.when.mark}
    if facts.place is not None:
        found.add(PLACE_MARKS.get(facts.place.rule, "place-elsewhere"))
        if facts.place.resolved.geo_precision > 1:
            found.add("place-imprecise")
    if any(s.inferred for s in facts.sides):
        found.add("actor-unnamed")
    if main.inherited:
        found.add("role-inferred")
    if main.voice == "noun":
        found.add("trigger-noun")
    if main.sentence.kind == "headline":
        found.add("trigger-title")
    if facts.losses.vague:
        found.add("toll-word")
    if facts.shared:
        found.add("toll-shared")
    if facts.status != "reported":
        found.add(facts.status)
    return found


def tags(facts: Facts) -> str:
    """Return the tags of a report: the crowd size of every demonstration, sexual violence (coding-rules 6)."""
    rule = facts.account.decision.rule
    found = []
    if rule.event_type in DEMONSTRATIONS:
        found.append(f"crowd size={facts.crowd or 'no report'}")
    if rule.sub_event_type == "Sexual violence":
        found.append("sexual violence")
    return "; ".join(found)


def note_facts(facts: Facts, report: Report) -> NoteFacts:
    """Return what the note of a report is written from; nothing in it is the article's wording."""
    weapons = sorted({w for t in facts.account.tellings for w in t.frame.weapons} & set(WEAPON_NAMES))
    return NoteFacts(
        event_date=report.event_date,
        sub_event_type=report.sub_event_type,
        actor1=report.actor1,
        location=report.location or report.country or "an unnamed place",
        country=report.country,
        time_precision=report.time_precision,
        actor2=report.actor2,
        admin1=report.admin1,
        geo_precision=report.geo_precision,
        assoc_actor_1=tuple(facts.sides[0].assoc),
        weapons=tuple(WEAPON_NAMES[w] for w in weapons),
        fatalities=report.fatalities,
        fatalities_high=report.fatalities_high,
        claimant=facts.losses.claimant or report.claimant,
        shared_rows=max(len(facts.account.places), 1) if facts.shared else 1,
        injuries=report.injuries,
        captured=facts.losses.captured,
        civilians_hit=facts.losses.civilians,
        crowd=facts.crowd,
        status=report.status,
    )


def evidence(facts: Facts, report: Report) -> Iterator[Evidence]:
    """Yield a row for every value of a report: the span it was read from, or the convention it follows from."""
    account = facts.account
    main = account.tellings[0].frame
    when = account.when
    given = {"source": facts.article.source, "source_scale": report.source_scale}
    for name, value in given.items():
        yield Evidence(report.report_id, name, value, "record", -1, -1, "article")
    yield span_of(
        report, "event_date", str(report.event_date), when.sentence, when.first, when.last, when.when.rule
    )
    decided = next(t for t in account.tellings if t.decision is account.decision)
    for field_name in ("event_type", "sub_event_type"):
        value = getattr(report, field_name)
        yield span_of(
            report,
            field_name,
            value,
            decided.frame.sentence,
            decided.frame.first,
            decided.frame.last,
            report.rule,
        )
    for field_name, side in zip(("actor1", "actor2"), facts.sides, strict=True):
        if side.name:
            mention = side.mention
            sentence = facts.sentences[mention.sentence] if mention and mention.sentence >= 0 else None
            first, last = (mention.first, mention.last) if mention else (0, 0)
            rule = "who.named" if sentence else "who.inferred"
            yield span_of(report, field_name, side.name, sentence, first, last, rule)
    yield from place_evidence(facts, report)
    yield from facts.losses.evidence(report)
    if report.quote_start >= 0:
        text = main.sentence
        yield Evidence(
            report.report_id, "notes", report.notes, "text", text.start, text.end, "coding-rules 6"
        )
    yield from derived(report)


def place_evidence(facts: Facts, report: Report) -> Iterator[Evidence]:
    """Yield the evidence of the location, and of what the gazetteer says of it."""
    if facts.place is None:
        if report.country:
            yield Evidence(report.report_id, "country", report.country, "derived", -1, -1, "where.actors")
        return
    mention, at = facts.place.mention, facts.place.sentence
    sentence = facts.sentences[at] if 0 <= at < len(facts.sentences) else None
    yield span_of(
        report, "location", report.location, sentence, mention.first, mention.last, facts.place.rule
    )
    for name in (
        "iso",
        "region",
        "country",
        "admin1",
        "admin2",
        "admin3",
        "latitude",
        "longitude",
        "geo_precision",
    ):
        value = getattr(report, name)
        if value not in ("", None):
            yield Evidence(report.report_id, name, str(value), "derived", -1, -1, facts.place.resolved.rule)


DERIVED = {
    "time_precision": "coding-rules 4",
    "disorder_type": "coding-rules 2",
    "inter1": "coding-rules 3",
    "inter2": "coding-rules 3",
    "assoc_actor_1": "coding-rules 3",
    "assoc_actor_2": "coding-rules 3",
    "interaction": "coding-rules 3",
    "civilian_targeting": "coding-rules 3",
    "tags": "coding-rules 6",
    "status": "coding-rules 6",
    "claimant": "coding-rules 6",
    "toll_group": "coding-rules 5",
    "confidence": "coding-rules 8",
}


def derived(report: Report) -> Iterator[Evidence]:
    """Yield the evidence of the values that follow from others."""
    for name, rule in DERIVED.items():
        value = getattr(report, name)
        if value != "":
            yield Evidence(report.report_id, name, str(value), "derived", -1, -1, rule)


def span_of(
    report: Report, name: str, value: str, sentence: Sentence | None, first: int, last: int, rule: str
) -> Evidence:
    """Return the evidence of a value: tokens `first` to `last` of a sentence, or derived if there is none."""
    if sentence is None or last <= first:
        return Evidence(report.report_id, name, value, "derived", -1, -1, rule)
    words = sentence.words
    return Evidence(
        report.report_id, name, value, sentence.part, words.start[first], words.end[last - 1], rule
    )
