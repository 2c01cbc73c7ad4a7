"""Losses: what do the tolls of an account add up to, by side and with the words as evidence (coding-rules 5)?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from newsledger.coder.accounts import Account
from newsledger.coder.event_types import DISRUPTED, STRATEGIC
from newsledger.coder.grammar import DEADLY
from newsledger.coder.howmany.claims import UNOFFICIAL
from newsledger.coder.howmany.combine import tally
from newsledger.coder.howmany.culprits import shot_before_suicide
from newsledger.coder.howmany.persons import Person, person_of
from newsledger.coder.howmany.stated import Stated
from newsledger.coder.howmany.toll import Toll
from newsledger.coder.howmany.usable import without_died
from newsledger.coder.spans import PEOPLE, Mention, Sentence
from newsledger.coder.victims import counted, is_mixed, of_attackers, of_culprit, side_of, side_of_toll
from newsledger.contract.records import Evidence, Report

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
CHEMICAL = "Chemical weapon"
SELF_KILLED = frozenset({"bomber", "bombers"})
CHOKING = ("suffocat", "asphyxiat", "chok")
CREW = 6  # people who blow themselves up together; more of them only came along ("some thirty gunmen")
MOST = 10  # bombers; a higher number is a total or counts others
GIVES = frozenset("gave give gives put puts".split())
TOLLS = frozenset({"toll", "figure", "count", "tally", "losses"})
NUMBER = 5  # tokens from such a verb to "toll"
HEARSAY = frozenset({"media", "newspapers", "reports", "rumours", "rumors", "activists", "opposition"})
TO_HAVE = ["to", "have"]
SAYS = frozenset(
    "reported said say says claimed claim claims put puts report reports suggested suggest suggests counted spoke"
    " speaks".split()
)
FORCES = ("police", "state", "military")
AGAINST = frozenset({"but", "while", "whereas", "although", "though"})
SPOKEN = 4  # tokens at the head of a sentence in which its speaker stands


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


def losses_of(account: Account, crime: bool = False) -> Losses:
    """Return what the tolls of an account add up to (coding-rules 5); of any crime if `crime`."""
    settle_adding(account)
    settle_slain(account)
    suicide = bombers(account)
    stated = [
        Stated(
            t,
            s.index,
            teller(account, s, t),
            counted_side(account, s, t, v, crime),
            single(s, t),
            of_attackers(s, t),
            crime and of_culprit(s, t),
        )
        for s, told, v in account.tolls
        for t in (choked(account, told, s.words.norm[told.first : told.last]),)
        if told.count > suicide
        or SELF_KILLED.isdisjoint(s.words.norm[slice(*told.victims)])  # counted already
    ]
    stated = without_died(stated)
    found = tally(stated, suicide=suicide)
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


def choked(account: Account, toll: Toll, words: Sequence[str]) -> Toll:
    """Return a toll of those who "suffocated" of a gas as one of the injured, where nobody is said to have died."""
    if account.decision.sub_event_type != CHEMICAL or toll.kind != "killed":
        return toll
    spared = any(t.kind == "killed" and not t.count for _, t, _ in account.tolls)
    return replace(toll, kind="injured") if spared and any(n.startswith(CHOKING) for n in words) else toll


def counted_side(
    account: Account, sentence: Sentence, toll: Toll, victims: Mention | None, crime: bool
) -> str:
    """Return the side that a toll counts; in a crime story only the police stand apart from the rest."""
    if crime and is_mixed(account, sentence, toll):
        return ""
    key = side_of_toll(account, sentence, toll, victims)
    return key if not (crime and key) or key.startswith(FORCES) else "civilians"


def settle_adding(account: Account) -> None:
    """Let "another man was hurt" right behind a death add to no injured: he is besides the dead; and let "another man
    died" behind a sentence of the injured alone add to no dead."""
    dead = {s.index for s, t, _ in account.tolls if t.kind == "killed"}
    for i in range(1, len(account.tolls)):
        (before, last, _), (sentence, toll, victim) = account.tolls[i - 1 : i + 1]
        only_hurt = before.index not in dead and sentence.index - before.index == 1
        if (last.kind, toll.kind) == ("killed", "injured"):
            apart = toll.adds
        elif (last.kind, toll.kind) == ("injured", "killed"):
            apart = toll.adds and toll.besides and only_hurt
        else:
            apart = False
        if apart:
            account.tolls[i] = (sentence, replace(toll, adds=False), victim)


def settle_slain(account: Account) -> None:
    """Let those whom somebody shot before he took his own life be killed, where nobody is said to live."""
    at = shot_before_suicide([(s.index, t) for s, t, _ in account.tolls])
    if at >= 0:
        sentence, toll, victim = account.tolls[at]
        account.tolls[at] = (sentence, replace(toll, kind="killed", weak=False), victim)


def without_dead(account: Account) -> bool:
    """Say whether an account is of a step that kills nobody: bodies in a mass grave or an exchange died before."""
    rule = account.decision.rule
    return rule.event_type == STRATEGIC and rule.sub_event_type != DISRUPTED


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
            and (m.count or 1) <= CREW
        ]
        found = max([found, *named, *people])
    return min(found, MOST)


def single(sentence: Sentence, toll: Toll) -> Person | None:
    """Return the person of whom a toll of one tells, or None."""
    if (
        toll.count != 1
        or toll.vague
        or (toll.part and toll.rule != "toll.pronoun")
        or toll.retold
        or toll.rule in {"toll.number", "toll.place", "toll.bodies", "toll.charges"}
    ):
        return None
    return person_of(sentence.words, *toll.victims)


def teller(account: Account, sentence: Sentence, toll: Toll) -> str:
    """Return who states a toll: the speaker of its own clause where the sentence has two, else that of the sentence."""
    norm = sentence.words.norm
    others = [
        t
        for s, t, _ in account.tolls
        if s is sentence and t.kind == toll.kind and t is not toll and not t.part
    ]
    breaks = [i for i in range(1, len(norm)) if norm[i] == ";" or (norm[i - 1] == "," and norm[i] in AGAINST)]
    split = [i for i in breaks for t in others if (t.first < i) != (toll.first < i)]
    if split:
        start = max((i + 1 for i in breaks if i < toll.first), default=0)
        said = [i for i in range(start + 1, toll.first) if norm[i] in SAYS and toll.first - i < SPOKEN]
        if said:
            return norm[said[-1] - 1]
    return speaker(account, sentence)


def speaker(account: Account, sentence: Sentence) -> str:
    """Return who states what a sentence says: the country or group of its speaker, or empty."""
    norm = sentence.words.norm
    for frame in (t.frame for t in account.tellings if t.frame.sentence is sentence):
        if frame.speaker:
            return frame.speaker.country or frame.speaker.entry or armed(frame.speaker)
        if frame.agents and norm[max(0, frame.first - len(TO_HAVE)) : frame.first] == TO_HAVE:
            doer = frame.agents[0]  # "the rebels claimed to have killed fifteen"
            return doer.country or doer.entry or armed(doer)
    if who := giver(norm):
        return who
    if any(n in SAYS for n in norm[1:SPOKEN]):
        return next((f"{UNOFFICIAL}{n}" for n in norm[:SPOKEN] if n in HEARSAY), "")
    return ""


def armed(mention: Mention) -> str:
    """Return a word for unnamed people under arms who are no state's, whose numbers are not those of officials."""
    return mention.kind if mention.kind in {"armed", "gang"} else ""


def giver(norm: Sequence[str]) -> str:
    """Return the word for those who give a number of their own ("rescuers put the toll at 23"), or empty."""
    for i in range(1, len(norm)):
        if norm[i] in GIVES and not TOLLS.isdisjoint(norm[i + 1 : i + NUMBER]):
            return norm[i - 1] if norm[i - 1] not in {"which", "that", "and", ","} else ""
    return ""
