"""Casualties of an account: which tolls of the story are its own, on which side, and what they add up to."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from newsledger.coder.accounts import STRATEGIC, Account
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY
from newsledger.coder.howmany.casualties import Toll, find_tolls
from newsledger.coder.howmany.combine import UNOFFICIAL, Stated, tally
from newsledger.coder.howmany.persons import Person, person_of
from newsledger.coder.parties import CLASSES, same_party
from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.story import Story
from newsledger.contract.records import Evidence, Report

REACH = 4  # sentences behind an event in which its toll may still be told
BOMBERS = {
    "twin": 2,
    "double": 2,
    "two": 2,
    "triple": 3,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
}
MOST = 10  # bombers; a higher number is a total or counts others
HARMING = DEADLY | {"attack", "assault", "shoot", "shell", "airstrike", "bomb", "intervene-hard"}
HEARSAY = frozenset({"media", "newspapers", "reports", "rumours", "rumors", "activists", "opposition"})
SAYS = frozenset({"reported", "said", "say", "claimed", "claim", "put", "report", "suggested", "suggest"})
RETOLD = frozenset({"trial", "topic-only"})  # a crime story may tell its event only through the case
UNMEANT = frozenset(
    {
        "accident",
        "accidental",
        "accidentally",
        "misfired",
        "misfire",
        "himself",
        "herself",
        "negligent",
        "unintentionally",
    }
)
LOSING = frozenset({"lose", "loses", "lost", "losing"})
PEOPLE = frozenset({"civilians", "identity", "protesters", "crowd", "rioters"})


@dataclass(slots=True)
class Losses:
    """What an account lost: killed with low and high, injured (None: nothing said), captured, by side."""

    killed: int = 0
    low: int = 0
    high: int = 0
    injured: int | None = None
    captured: int | None = None
    vague: bool = False
    civilians: bool = False
    civilians_only: bool = False
    claimant: str = ""
    spans: list[tuple[str, int, Sentence, Toll]] = field(default_factory=list)

    def evidence(self, report: Report) -> Iterator[Evidence]:
        """Yield the evidence of the toll columns: the spans that were counted, or the convention for silence."""
        seen: set[tuple[str, int]] = set()
        for name, value, sentence, toll in self.spans:
            words = sentence.words
            start = words.start[toll.first]
            if (name, start) not in seen:
                seen.add((name, start))
                yield Evidence(
                    report.report_id,
                    name,
                    str(value),
                    sentence.part,
                    start,
                    words.end[toll.last - 1],
                    toll.rule,
                )
        for name in ("fatalities", "fatalities_low", "fatalities_high"):
            if name != "fatalities" or not any(n == "fatalities" for n, *_ in self.spans):
                value = getattr(report, name)
                yield Evidence(report.report_id, name, str(value), "derived", -1, -1, "coding-rules 5")
        if report.injuries is not None and not any(n == "injuries" for n, *_ in self.spans):
            yield Evidence(
                report.report_id, "injuries", str(report.injuries), "derived", -1, -1, "coding-rules 5"
            )


class Attribution:
    """Gives each toll of a story to the account whose event it tells.

    `crime` says that any violence is coded: a crime story tells its event through the case as well ("charged with
    killing two"), and everything that it retells so is of its main account.
    """

    def __init__(self, story: Story, crime: bool = False) -> None:
        self.story = story
        self.crime = crime
        self.scoped: dict[int, list[tuple[int, int, Frame]]] = {}
        self.told: set[tuple[int, int]] = set()  # sentences and ends of the frames that are events of now
        for frame in story.frames:
            if not frame.scope:
                self.told.add((frame.sentence.index, frame.last))
            weeded = frame.scope == "out-of-scope" and frame.detail == frame.trigger  # an everyday word alone
            if frame.scope and not weeded:
                self.scoped.setdefault(frame.sentence.index, []).append((frame.first, frame.last, frame))

    def give(self, accounts: list[Account]) -> None:
        """Add the tolls of every sentence to the accounts; those of other times and of no event go to none."""
        eligible = harmful(accounts, self.crime)
        told = {t.frame.sentence.index for a in accounts for t in a.tellings}
        lead = (t.frame.sentence for a in accounts for t in a.tellings if t.frame.sentence.kind != "headline")
        start = min((s.index for s in lead), default=REACH)
        retold: list[tuple[Sentence, Toll, Mention | None]] = []
        headed: set[tuple[str, int]] = set()
        for sentence in self.story.sentences:
            near = bool(told & set(range(sentence.index - REACH, sentence.index + 1)))
            if not near and not self.crime:
                continue
            before: Toll | None = None  # the last that is of now
            for toll in find_tolls(sentence, times=self.story.times.get(sentence.index, ())):
                if toll.aggregate:
                    continue
                harm = toll.kind in {"killed", "injured"}
                out = (
                    []
                    if before is not None and is_joined(sentence, before, toll)
                    else self.out(sentence, toll)
                )
                before = before if out else toll
                toll = self.said_once(sentence, toll, headed)
                account = (
                    self.owner(sentence, toll, eligible if harm else accounts) if near and not out else None
                )
                if account is not None:
                    account.tolls.append((sentence, toll, self.victim(sentence, toll)))
                elif (
                    harm and self.crime and (self.retells(sentence, out) if out else sentence.index <= start)
                ):
                    retold.append(
                        (
                            sentence,
                            replace(toll, retold=bool(out), adds=toll.adds and not out),
                            self.victim(sentence, toll),
                        )
                    )
        if retold and eligible:
            eligible[0].tolls = sorted([*eligible[0].tolls, *retold], key=lambda row: row[0].index)

    def said_once(self, sentence: Sentence, toll: Toll, headed: set[tuple[str, int]]) -> Toll:
        """Return a toll that does not come on top of that of the headline ("4 more killed … four more were killed")."""
        told = (toll.kind, toll.count)
        if sentence.kind == "headline":
            headed.add(told)
        return replace(toll, adds=False) if toll.adds and told in headed else toll

    def out(self, sentence: Sentence, toll: Toll) -> list[Frame]:
        """Return the frames that hold the words of a toll and are no event of now; none where an event governs them
        ("stoned a suspected thief to death")."""
        if (sentence.index, toll.first) in self.told or self.is_event(sentence, toll):
            return []
        return [
            frame
            for first, last, frame in self.scoped.get(sentence.index, ())
            if first < toll.last
            and toll.first < last
            and frame.scope not in {"negated", "demand"}
            and frame.detail != "feared"
        ]

    def is_event(self, sentence: Sentence, toll: Toll) -> bool:
        """Say whether the words of a toll hold a verb of harm that is an event of now, whatever else stands in them, or
        say in -ing what came of one ("opened fire on protesters demanding bread, injuring nine")."""
        norm = sentence.words.norm
        result = norm[toll.first].endswith("ing") and toll.first and norm[toll.first - 1] == ","
        for frame in self.story.frames:
            if frame.sentence is not sentence or frame.scope:
                continue
            if toll.first <= frame.first and frame.last <= toll.last and frame.actions & HARMING:
                return True
            if result and frame.last < toll.first and frame.voice != "noun" and frame.actions & HARMING:
                return True
        return False

    def retells(self, sentence: Sentence, frames: list[Frame]) -> bool:
        """Say whether frames out of scope tell of a crime through its case, or of a shooting by accident, in a sentence
        that tells of no older one."""
        unmeant = [
            f for f in frames if f.scope == "out-of-scope" and UNMEANT & set(f.detail.casefold().split())
        ]
        told = bool(unmeant) or any(f.scope in RETOLD for f in frames)
        return told and not any(f.scope == "background" for *_, f in self.scoped[sentence.index])

    def owner(self, sentence: Sentence, toll: Toll, accounts: list[Account]) -> Account | None:
        """Return the account of a toll: one told in its sentence, the nearest first, else the last one told before."""
        here = [
            (abs(t.frame.first - toll.first), n, a)
            for n, a in enumerate(accounts)
            for t in a.tellings
            if t.frame.sentence is sentence
        ]
        if here:
            return min(here, key=lambda row: row[:2])[2]
        if sentence.kind == "headline":
            return None
        before = [
            (sentence.index - t.frame.sentence.index, n, a)
            for n, a in enumerate(accounts)
            for t in a.tellings
            if t.frame.sentence.kind != "headline" and 0 < sentence.index - t.frame.sentence.index <= REACH
        ]
        return min(before, key=lambda row: row[:2])[2] if before else None

    def victim(self, sentence: Sentence, toll: Toll) -> Mention | None:
        """Return the mention of those whom a toll counts, if the sentence names them; "its soldiers" are somebody's."""
        if not 0 <= toll.mention < len(sentence.mentions):
            return None
        mention = sentence.mentions[toll.mention]
        if (
            mention.kind == "civilians" and sentence.words.norm[toll.first] in LOSING
        ):  # "the army lost two men"
            before = [m for m in sentence.mentions if m.last <= toll.first and "armed" in m.tags]
            return before[-1] if before else mention
        if mention.kind != "anaphor":
            return mention
        roles = [m for f in self.story.frames if f.sentence is sentence for m in (*f.agents, *f.targets)]
        return next((m for m in roles if m.first == mention.first), mention)

    @staticmethod
    def losses(account: Account, crime: bool = False) -> Losses:
        """Return what the tolls of an account add up to (coding-rules 5); of any crime if `crime`."""
        settle_adding(account)
        stated = [
            Stated(t, s.index, speaker(account, s), side_key(account, v), single(s, t))
            for s, t, v in account.tolls
        ]
        found = tally(stated, suicide=bombers(account))
        if without_dead(account) and not crime:
            return Losses(injured=found.injured, captured=found.captured)
        losses = Losses(found.killed, found.low, found.high, found.injured, found.captured)
        used = {(sentence, first) for _, sentence, first, _, _ in found.evidence}
        civilian: list[set[bool]] = []
        for sentence, toll, victims in account.tolls:
            name = {"killed": "fatalities", "injured": "injuries"}.get(toll.kind)
            if name is None or (sentence.index, toll.first) not in used:
                continue
            losses.spans.append((name, toll.count, sentence, toll))
            if toll.kind == "killed" and toll.count:
                civilian.append({m.kind in PEOPLE for m in counted(sentence, toll, victims)})
                losses.vague = losses.vague or toll.vague
                if side := side_of(account, victims):
                    losses.spans.append((f"fatalities.{side}", toll.count, sentence, toll))
                losses.claimant = losses.claimant or speaker(account, sentence)
        losses.civilians = any(True in kinds for kinds in civilian)
        losses.civilians_only = bool(civilian) and all(kinds == {True} for kinds in civilian)
        return losses


def harmful(accounts: list[Account], crime: bool) -> list[Account]:
    """Return the accounts of events that may kill and wound; all of them where none does."""
    harm = [a for a in accounts if a.decision.rule.event_type != STRATEGIC]
    if crime:
        harm = [a for a in harm if a.family == "violence"] or harm
    return harm or accounts


def is_joined(sentence: Sentence, before: Toll, toll: Toll) -> bool:
    """Say whether "and" or a comma joins a toll to the one before it ("killing four and wounding eleven")."""
    gap = sentence.words.norm[before.last : toll.first]
    return bool(gap) and len(gap) <= 2 and all(n in {"and", ",", "while"} for n in gap)


def settle_adding(account: Account) -> None:
    """Let "another man was hurt" right behind a death add to no injured: he is besides the dead."""
    for i in range(1, len(account.tolls)):
        sentence, toll, victim = account.tolls[i]
        if toll.kind == "injured" and toll.adds and account.tolls[i - 1][1].kind == "killed":
            account.tolls[i] = (sentence, replace(toll, adds=False), victim)


def without_dead(account: Account) -> bool:
    """Say whether an account is of a step that kills nobody: bodies in a mass grave or an exchange died before."""
    rule = account.decision.rule
    return rule.event_type == "Strategic developments" and rule.sub_event_type != "Disrupted weapons use"


def bombers(account: Account) -> int:
    """Return how many bombers a suicide attack had: one, unless its words name more ("twin suicide blasts")."""
    if account.decision.sub_event_type != "Suicide bomb":
        return 0
    found = 1
    hurt = [m for t in account.tellings if t.frame.actions <= DEADLY for m in t.frame.targets]
    for frame in (t.frame for t in account.tellings):
        norm = frame.sentence.words.norm
        spans = [
            s for s in frame.sentence.spans if "suicide" in {s.entry.id, s.entry.id.removesuffix("-bomb")}
        ]
        named = [BOMBERS[n] for s in spans for n in norm[max(s.first - 1, 0) : s.last] if n in BOMBERS]
        people = [
            m.count or 1
            for m in frame.agents
            if "person" in m.tags
            and m not in hurt
            and ("armed" in m.tags or m.kind == "civilians")
            and "suicide-bomb" in frame.actions
        ]
        found = max([found, *named, *people])
    return min(found, MOST)


def single(sentence: Sentence, toll: Toll) -> Person | None:
    """Return the person of whom a toll of one tells, or None."""
    if (
        toll.count != 1
        or toll.vague
        or toll.part
        or toll.retold
        or toll.rule in {"toll.number", "toll.place", "toll.bodies"}
    ):
        return None
    return person_of(sentence.words, *toll.victims)


def side_key(account: Account, victims: Mention | None) -> str:
    """Return what is the same for the same people: civilians, a state's forces, a group, or empty.

    Forces without a name ("soldiers") are those of the one side of the account that they fit.
    """
    if victims is None:
        return ""
    if victims.kind in PEOPLE:
        return "civilians" if victims.kind != "civilians" or "people" not in victims.tags else ""
    of_class = CLASSES.get(victims.kind, victims.kind)
    if not (victims.country or victims.entry):
        sides = [[m for m in side if fits(victims, m)] for side in (account.agents, account.targets)]
        fitting = [side[0] for side in sides if side]
        if not fitting and of_class in {"armed", "state"}:
            return f"{of_class} "
        if len(fitting) != 1:
            return ""
        victims = fitting[0]
    return f"{of_class} {victims.entry or victims.country}"


def counted(sentence: Sentence, toll: Toll, victims: Mention | None) -> list[Mention]:
    """Return everybody whom a toll counts: its victims, and those listed with them ("two soldiers and a child")."""
    first, last = toll.victims
    named = [m for m in sentence.mentions if m.first < last and first < m.last]
    return named if len(named) > 1 or victims is None else [victims]


def fits(victims: Mention, side: Mention) -> bool:
    """Say whether victims may be of a side: of its class, with no other name or country."""
    one, two = CLASSES.get(victims.kind, victims.kind), CLASSES.get(side.kind, side.kind)
    return one == two and same_party(victims, side)


def side_of(account: Account, victims: Mention | None) -> str:
    """Return the side of the dead: actor1, actor2, civilians, or empty."""
    if victims is None:
        return ""
    if victims.kind in PEOPLE:
        return "civilians"
    if any(same_party(victims, m) for m in account.agents) and victims.country:
        return "actor1"
    return "actor2" if any(same_party(victims, m) for m in account.targets) else ""


def speaker(account: Account, sentence: Sentence) -> str:
    """Return who states what a sentence says: the country or group of its speaker, or empty."""
    for telling in account.tellings:
        if telling.frame.sentence is sentence and telling.frame.speaker:
            return telling.frame.speaker.country or telling.frame.speaker.entry
    norm = sentence.words.norm
    if any(n in SAYS for n in norm[1:REACH]):
        return next((f"{UNOFFICIAL}{n}" for n in norm[:REACH] if n in HEARSAY), "")
    return ""
