"""The engine: one article in, its reports with evidence and all that was not coded out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from newsledger.coder import (
    again,
    anaphora,
    borne,
    buried,
    disclosed,
    everyday,
    namesakes,
    pronouns,
    referred,
    responsibility,
    unspecific,
)
from newsledger.coder.accounts import OWN, Account, Telling
from newsledger.coder.belonging import without_parts
from newsledger.coder.casualty import RETOLD, Attribution
from newsledger.coder.crowds import crowd_size
from newsledger.coder.dated import Dated, Dating
from newsledger.coder.decide import Decision, decide, possible
from newsledger.coder.event_types import DISRUPTED, STRATEGIC
from newsledger.coder.features import beside, features, placed
from newsledger.coder.folding import fold_deaths
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY
from newsledger.coder.ingeneral import in_general
from newsledger.coder.joining import gather
from newsledger.coder.knowledge import Knowledge
from newsledger.coder.losses import losses_of
from newsledger.coder.political import LAWFUL, is_plain_crime
from newsledger.coder.reports import Facts, active_days, write_report
from newsledger.coder.retold import fold_retold
from newsledger.coder.rules import KEYS
from newsledger.coder.salience import by_salience
from newsledger.coder.sides.pairing import Pairing
from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.standing import standing
from newsledger.coder.story import Story, is_english, read_story
from newsledger.coder.summed import without_sums
from newsledger.coder.surroundings import contexts
from newsledger.coder.untold import has_effect, points_back, with_harm
from newsledger.coder.where.event import EventPlace
from newsledger.coder.whereabouts import Whereabouts
from newsledger.coder.who.naming import Actors
from newsledger.contract.records import Article, Coded, Uncoded

AT_HOME = frozenset({"Arrests", DISRUPTED})  # what a state does on its side of a border
SCOPES = ("political", "all-violence")


@dataclass
class Reading:
    """An article as the coder has read it: for `explain` and for writing the reports."""

    story: Story
    where: Whereabouts
    decisions: dict[int, Decision] = field(default_factory=dict)
    dated: dict[int, Dated] = field(default_factory=dict)
    places: dict[int, list[EventPlace]] = field(default_factory=dict)
    accounts: list[Account] = field(default_factory=list)
    named: frozenset[int] = frozenset()  # the ids of frames that the story only refers to

    @cached_property
    def parties(self) -> list[Mention]:
        """The two states or groups that fight in the story, for "both sides"."""
        return anaphora.find_parties(self.story)

    @cached_property
    def states(self) -> frozenset[str]:
        """The countries whose states the story names."""
        return states_in(self.story.sentences, self.where.knowledge.actors)


@dataclass(frozen=True)
class Coder:
    """Codes articles. One instance may code any number; nothing of an article stays in it.

    `scope` is `political` (the default: plain crime is left out) or `all-violence`; `countries` are those that the
    dataset covers, as evidence for places (coding-rules 1).
    """

    knowledge: Knowledge
    scope: str = "political"
    countries: tuple[str, ...] = ()

    @classmethod
    def load(cls, scope: str = "political", countries: tuple[str, ...] = ()) -> "Coder":
        """Load lexicon, rules, actors and gazetteer; raises `ContentInvalid` if any of them is malformed."""
        if scope not in SCOPES:
            raise ValueError(f"scope is {scope!r}; expected one of {', '.join(SCOPES)}")
        return cls(Knowledge.load(), scope, countries)

    def code(self, article: Article) -> Coded:
        """Return the reports of an article, the main event first, their evidence, and what was not coded and why."""
        coded = Coded(article)
        if not is_english(article):
            coded.uncoded.append(
                Uncoded(article.id, "record", -1, -1, "article", "language", article.language)
            )
            return coded
        reading = self.read(article)
        for number, account in enumerate(reading.accounts, 1):
            self.write(reading, account, number, coded)
        coded.uncoded.extend(uncoded(reading))
        coded.uncoded.sort(key=lambda u: (u.part, u.start, u.trigger))
        return coded

    def read(self, article: Article) -> Reading:
        """Read an article up to its accounts, ordered by salience."""
        story = read_story(article, self.knowledge)
        anaphora.resolve(story)
        borne.resolve(story)
        pronouns.resolve(story, self.knowledge.actors.catalogue.groups)
        again.take_over(story.frames)
        everyday.weed(story)
        disclosed.set_aside(story)
        dating = Dating(story)
        dated = dating.date_all()
        where = Whereabouts(story, self.knowledge, self.countries)
        namesakes.tell_apart(story, self.knowledge.actors, where.country)
        reading = Reading(story, where, dated=dated)
        tellings = self.tell(reading)
        if self.scope == "political" and disclosed.reopen(story, tellings):
            dated.update(disclosed.days(story, dated, dating.whole.default()))
            tellings = self.tell(reading)
        if self.scope == "political":
            alone = all(t.decision.rule.event_type == STRATEGIC for t in tellings)
            named = referred.reopen(story, dating.times, dated, dating.whole.default() if alone else None)
            reading.named = frozenset(map(id, named))
            tellings = self.tell(reading) if named else tellings
        if not tellings and self.scope == "all-violence":
            for frame in story.frames:
                frame.scope = "" if frame.scope in RETOLD else frame.scope
            tellings = self.tell(reading)
        accounts = gather(by_weight(tellings))
        if self.scope == "political":
            accounts = unspecific.weed(fold_retold(accounts), story)
        accounts = by_salience(without_parts(fold_deaths(accounts)), story, self.scope)
        reading.accounts = sorted(
            accounts, key=lambda a: all(id(t.frame) in reading.named for t in a.tellings)
        )
        responsibility.attribute(reading.accounts, story)
        Attribution(story, self.scope == "all-violence").give(reading.accounts)
        reading.accounts = without_sums(reading.accounts)
        return reading

    def tell(self, reading: Reading) -> list[Telling]:
        """Return the tellings of all frames in scope that a rule codes."""
        story = reading.story
        found = (self.telling(reading, number) for number in range(len(story.frames)))
        tellings = [t for t in found if t is not None]
        free_tolls(story.frames, tellings)
        if tellings and all(
            points_back(t.frame)
            and not (t.exact or t.dated.own or has_effect(t.frame) or with_harm(t.frame, story.frames))
            for t in tellings
        ):  # it is spoken of and never told
            for telling in tellings:
                telling.frame.scope, telling.frame.detail = "topic-only", telling.frame.trigger
            tellings = []
        if self.scope == "political":
            tellings = buried.weed(tellings, story)
        return headed(tellings, story.frames)

    def telling(self, reading: Reading, number: int) -> Telling | None:
        """Return the telling of one frame, or None; why a frame in scope is none after all is noted on it."""
        story, where, frame, dated = (
            reading.story,
            reading.where,
            reading.story.frames[number],
            reading.dated[number],
        )
        if frame.scope:
            return None
        if dated.when.date is None:
            frame.scope = "no-date"
            return None
        known = self.features(story.frames, number, dated.own, id(frame) in reading.named)
        rules = possible(self.knowledge.rules, known)
        if not rules:
            where.pass_over(frame)
            return None
        known = {key: known[key] for key in KEYS}
        places = where.of(frame)
        reading.places[number] = places
        decision = decide(rules, in_place(frame, known, places, where))
        if decision is None:
            return None
        if frame.sentence.index and in_general(frame) and not (dated.own or named_here(places)):
            frame.scope, frame.detail = "background", frame.trigger
            return None
        if self.scope == "political" and is_plain_crime(frame, decision, story):
            frame.scope, frame.detail = "out-of-scope", disclosed.CRIME
            return None
        reading.decisions[number] = decision
        return Telling(frame, decision, dated, places)

    def features(
        self, frames: list[Frame], number: int, own_day: bool, only_named: bool
    ) -> Mapping[str, frozenset[str]]:
        """Return the features of one frame beside the others of its sentence, wherever it happened."""
        told = {self.scope} | ({"dated"} if own_day else set()) | ({"referred"} if only_named else set())
        return features(
            frames[number],
            lambda: beside(frames, number),
            lambda: contexts(frames, number) | told,
            "",
            self.knowledge.actors.catalogue.usual.shelling,
        )

    def write(self, reading: Reading, account: Account, number: int, coded: Coded) -> None:
        """Write the reports of one account: one for each place and day."""
        side = side_of_border(reading, account)
        places: list[EventPlace | None] = [reading.where.along_border(p, side) for p in account.places]
        places = places or [None]
        days = list(active_days(account))
        losses = losses_of(account, self.scope == "all-violence")
        actors = self.knowledge.actors
        told = [*(t.frame.sentence for t in account.tellings), *(s for s, *_ in account.tolls)]
        states = states_in(told, actors)
        home = places[0].resolved.country if places[0] else self.country_of(reading, account, reading.states)
        claimant, status = standing(account, reading.story, actors, home)
        shared = len(places) * len(days) > 1 and (losses.high > 0 or bool(losses.injured))
        for count, (place, day) in enumerate(product(places, days), 1):
            country = place.resolved.country if place else self.country_of(reading, account, reading.states)
            admin1 = place.resolved.admin1 if place else ""
            facts = Facts(
                reading.story.article,
                reading.story.sentences,
                f"{reading.story.article.id}:{number}-{count}",
                account,
                place,
                day,
                Pairing(
                    actors, account, country, day, reading.parties, states, reading.states, admin1
                ).sides(),
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

    def country_of(self, reading: Reading, account: Account, named: frozenset[str]) -> str:
        """Return the country of an account without a place: that whose forces act, that of its sentences, that whose
        police they name, that of its people, that of the story; `named` are all that the story names."""
        beside = (m for t in account.tellings for m in t.frame.sentence.mentions)
        return (
            next((m.country for m in account.agents if m.kind in LAWFUL and m.country), "")
            or reading.where.land([t.frame.sentence for t in account.tellings])
            or next((m.country for m in beside if m.kind == "police" and m.country), "")
            or self.fallback_country(account, named)
            or reading.where.country
        )

    def fallback_country(self, account: Account, named: frozenset[str]) -> str:
        """Return the country of an account without a place: that of its actors, the one home of its group, the only
        one that the story names, the first that its sentences name, or empty."""
        people = (*account.agents, *account.targets)
        groups = self.knowledge.actors.catalogue.groups
        victims = [m for m in account.targets if m.kind in {"civilians", "identity"}]  # they were at home
        own = next((m.country for m in (*victims, *people) if m.country), "")
        homes = (groups[m.entry].countries for m in people if m.entry in groups)
        beside = (m.country for t in account.tellings for m in t.frame.sentence.mentions if m.country)
        return (
            own
            or next((h[0] for h in homes if len(h) == 1), "")
            or (min(named) if len(named) == 1 else "")
            or next(beside, "")
        )

    @cached_property
    def gazetteer_version(self) -> str:
        """The version of the gazetteer in use."""
        return self.knowledge.gazetteer.version()


def side_of_border(reading: Reading, account: Account) -> str:
    """Return the country on whose side of a border an account lies: that of those who were hit, or of its sentences."""
    sentences = [t.frame.sentence for t in account.tellings]
    side = next((m.country for m in account.targets if m.country), "") or reading.where.land(sentences)
    if not side and account.decision.sub_event_type in AT_HOME:
        side = next((m.country for s in sentences for m in s.mentions if m.country), "")
    return side


def in_place(
    frame: Frame, known: Mapping[str, frozenset[str]], places: list[EventPlace], where: Whereabouts
) -> Mapping[str, frozenset[str]]:
    """Return the features of a frame seen at its place."""
    country = places[0].resolved.country if places else where.country
    context = where.context(frame)
    return placed(frame, known, context | {"placed"} if named_here(places) else context, country)


def named_here(places: list[EventPlace]) -> bool:
    """Say whether the frame's own sentence names one of its places."""
    return any(p.rule in OWN for p in places)


def free_tolls(frames: list[Frame], tellings: list[Telling]) -> None:
    """Put the dead back in scope who would be plain crime alone but stand beside what killed them."""
    told = {t.frame.sentence.index for t in tellings}
    for frame in frames:
        at = frame.sentence.index
        near = at in told or (not frame.agents and bool(told & {at - 1, at - 2}))
        if frame.detail == disclosed.CRIME and frame.actions <= DEADLY and near:
            frame.scope = frame.detail = ""


def headed(tellings: list[Telling], frames: list[Frame]) -> list[Telling]:
    """Let the heading of a note ("Looting: …") decide what everything told in its sentence is.

    Whoever acts in the sentence acts in what the heading names.
    """
    for head in (t.frame for t in tellings if is_heading(t.frame) and not t.frame.agents):
        acting = next((f for f in frames if f.sentence is head.sentence and f.agents), None)
        if acting is not None:
            head.agents, head.targets = list(acting.agents), list(head.targets or acting.targets)
    heads = {id(t.frame.sentence): t.decision for t in tellings if is_heading(t.frame)}
    for telling in tellings:
        telling.decision = heads.get(id(telling.frame.sentence), telling.decision)
    return tellings


def is_heading(frame: Frame) -> bool:
    """Say whether a trigger opens its sentence before a colon."""
    return frame.first == 0 and frame.sentence.words.norm[frame.last : frame.last + 1] == [":"]


def states_in(sentences: list[Sentence], actors: Actors) -> frozenset[str]:
    """Return the countries and states in fact that the mentions of sentences name, by themselves or by their forces."""
    mentions = [m for s in sentences for m in s.mentions]
    groups = actors.catalogue.groups
    forces = (groups[m.entry].countries[0] for m in mentions if m.entry in groups and groups[m.entry].body)
    return frozenset({*(m.country for m in mentions if m.country), *forces})


def by_weight(tellings: list[Telling]) -> list[Telling]:
    """Return the tellings of the text before those of headlines, so that a headline joins what the text tells."""
    return sorted(tellings, key=lambda t: t.frame.sentence.kind == "headline")


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
        reason, detail = (frame.scope, frame.detail) if frame.scope else ("no-rule", "")
        rows.append(
            Uncoded(
                story.article.id, frame.sentence.part, frame.start, frame.end, frame.trigger, reason, detail
            )
        )
    return rows
