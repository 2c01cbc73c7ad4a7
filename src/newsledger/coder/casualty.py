"""Casualties of an account: which tolls of the story are its own, on which side, and what they add up to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsledger.coder.accounts import STRATEGIC, Account
from newsledger.coder.howmany.casualties import Toll, find_tolls
from newsledger.coder.howmany.combine import Stated, tally
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
    """Gives each toll of a story to the account whose event it tells."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.scoped: dict[int, list[tuple[int, int, str]]] = {}
        for frame in story.frames:
            weeded = frame.scope == "out-of-scope" and frame.detail == frame.trigger  # an everyday word alone
            if frame.scope and not weeded:
                row = (frame.first, frame.last, frame.scope)
                self.scoped.setdefault(frame.sentence.index, []).append(row)

    def give(self, accounts: list[Account]) -> None:
        """Add the tolls of every sentence to the accounts; those of other times and of no event go to none."""
        eligible = [a for a in accounts if a.decision.rule.event_type != STRATEGIC] or accounts
        told = {t.frame.sentence.index for a in accounts for t in a.tellings}
        for sentence in self.story.sentences:
            if not told & set(range(sentence.index - REACH, sentence.index + 1)):
                continue
            for toll in find_tolls(sentence, times=self.story.times.get(sentence.index, ())):
                if toll.aggregate or self.is_out(sentence, toll):
                    continue
                account = self.owner(
                    sentence, toll, eligible if toll.kind in {"killed", "injured"} else accounts
                )
                if account is not None:
                    account.tolls.append((sentence, toll, self.victim(sentence, toll)))

    def is_out(self, sentence: Sentence, toll: Toll) -> bool:
        """Say whether the words of a toll belong to a frame that is no event of now."""
        return any(
            first < toll.last and toll.first < last and reason not in {"negated", "demand"}
            for first, last, reason in self.scoped.get(sentence.index, ())
        )

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
    def losses(account: Account) -> Losses:
        """Return what the tolls of an account add up to (coding-rules 5)."""
        stated = [Stated(t, s.index, speaker(account, s), side_key(account, v)) for s, t, v in account.tolls]
        found = tally(stated, suicide=bombers(account))
        if without_dead(account):
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


def without_dead(account: Account) -> bool:
    """Say whether an account is of a step that kills nobody: bodies in a mass grave or an exchange died before."""
    rule = account.decision.rule
    return rule.event_type == "Strategic developments" and rule.sub_event_type != "Disrupted weapons use"


def bombers(account: Account) -> int:
    """Return how many bombers a suicide attack had: one, unless its words name more ("twin suicide blasts")."""
    if account.decision.sub_event_type != "Suicide bomb":
        return 0
    found = 1
    for frame in (t.frame for t in account.tellings):
        norm = frame.sentence.words.norm
        spans = [
            s for s in frame.sentence.spans if "suicide" in {s.entry.id, s.entry.id.removesuffix("-bomb")}
        ]
        named = [BOMBERS[n] for s in spans for n in norm[max(s.first - 1, 0) : s.last] if n in BOMBERS]
        people = [
            m.count or 1 for m in frame.agents if "person" in m.tags and "suicide-bomb" in frame.actions
        ]
        found = max([found, *named, *people])
    return min(found, MOST)


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
    return ""
