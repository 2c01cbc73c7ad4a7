"""Casualties: which tolls of a story are an account's own, and whom do they count (coding-rules 5)?"""

import sys
from collections.abc import Iterator
from dataclasses import replace

from newsledger.coder.accounts import Account
from newsledger.coder.event_types import STRATEGIC
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY
from newsledger.coder.howmany.casualties import UNMEANT, tolls_of
from newsledger.coder.howmany.numbers import find_numbers
from newsledger.coder.howmany.toll import Toll
from newsledger.coder.howmany.vocabulary import WordList, grammar, people
from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.story import Story
from newsledger.coder.summed import roundups
from newsledger.coder.victims import sayer

REACH = 4  # sentences behind an event in which its toll may still be told
FAR = 8  # … in a crime story, which tells of one event
HARMING = DEADLY | {"attack", "assault", "shoot", "shell", "airstrike", "bomb", "intervene-hard"}
BEFORE = 3  # sentences before "the friends" in which it may be told how many they are
RETOLD = frozenset({"trial", "topic-only"})  # a crime story may tell its event only through the case
# words of a cue that tells of an accident, or of what somebody did to himself
UNINTENDED = UNMEANT | frozenset("accident misfired misfire himself herself negligent".split())
# rules of tolls that state the dead of a case: whose death somebody answers for, and how many counts of it
OF_CASES = frozenset({"toll.death-of", "toll.charges", "toll.fold"})
# details of a frame out of scope whose dead count all the same ("the army admitted that two soldiers had died")
ADMITTED = frozenset({"feared", "admitted", "admits", "acknowledged", "acknowledges", "conceded", "concedes"})
REST = frozenset({"others", "rest"})
ABOARD = frozenset({"aboard", "inside", "passengers", "occupants", "members"})  # behind a number of people
ASIDE = frozenset({"after", "following", "follows", "followed"})
FAR_ASIDE = 12  # tokens between "after" and a cue of another crime
OLD = frozenset({"the", "he", "she", "they", "him", "her", "his", "their"})
LOSING = frozenset({"lose", "loses", "lost", "losing"})
Told = tuple[Sentence, Toll, Mention | None]  # the last: the victims

OTHERS = frozenset({"similar", "previous", "separate"})  # acts that are not the one told
OPENING = 5  # tokens of a sentence in which it says that it turns to them


class Attribution:
    """Gives each toll of a story to the account whose event it tells.

    `crime` says that any violence is coded: a crime story tells its event through the case as well ("charged with
    killing two"), and everything that it retells so is of its main account.
    """

    def __init__(self, story: Story, crime: bool = False) -> None:
        self.story = story
        self.crime = crime
        self.reach = FAR if crime else REACH
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
        start = min((s.index for s in lead), default=self.reach)
        retold: list[Told] = []
        headed: set[tuple[str, int]] = set()
        beyond = self.beyond(start)
        summed = frozenset() if self.crime else roundups(self.story, accounts)
        for sentence in self.story.sentences:
            if sentence.index in summed:
                continue
            near = not told.isdisjoint(range(sentence.index - self.reach, sentence.index + 1))
            if (not near and not self.crime) or sentence.index >= beyond:
                continue
            for toll, out in self.tolls(sentence):
                harm = toll.kind in {"killed", "injured"}
                toll = self.said_once(sentence, toll, headed)
                if self.crime and sentence.kind == "subhead":
                    toll = replace(toll, early=True)  # it may be a link to another story
                account = (
                    self.owner(sentence, toll, eligible if harm else accounts) if near and not out else None
                )
                if account is not None:
                    account.tolls.append((sentence, toll, self.victim(sentence, toll)))
                elif (
                    harm
                    and self.crime
                    and (self.retells(sentence, out) if out else sentence.index <= start)
                    and not self.of_other_day(sentence, eligible)
                ):
                    again = replace(toll, retold=bool(out), adds=toll.adds and not out)
                    retold.append((sentence, again, self.victim(sentence, toll)))
        if retold and eligible:
            eligible[0].tolls = sorted([*eligible[0].tolls, *retold], key=lambda row: row[0].index)

    def beyond(self, start: int) -> int:
        """Return the first sentence of a crime story that turns to another crime than the one told from `start` on."""
        cues, openings = grammar()["elsewhere"], grammar()["turns"]
        turns = (
            s.index
            for s in self.story.sentences
            if s.index > start
            and (turns_at(s.words.norm, cues) or (openings.anywhere(s.words.norm, 0, 1) and tells_of_new(s)))
        )
        return next(turns, sys.maxsize) if self.crime else sys.maxsize

    def tolls(self, sentence: Sentence) -> Iterator[tuple[Toll, list[Frame]]]:
        """Yield the tolls of a sentence, totals left out, each with the frames out of scope that hold it: what is
        joined to a toll of now is of now."""
        before: Toll | None = None  # the last that is of now
        for found in tolls_of(sentence, self.story.times.get(sentence.index, ())):
            toll = self.of_rest(sentence, self.of_those(sentence, found) if self.crime else found)
            if toll.aggregate or (toll.rule in OF_CASES and not self.crime):
                continue  # whom a state mourns or avenges died in no event of now
            joined = before is not None and is_joined(sentence, before, toll)
            out = [] if joined or toll.alive else self.out(sentence, toll)
            before = before if out else toll
            yield toll, out

    def of_those(self, sentence: Sentence, toll: Toll) -> Toll:
        """Return a toll of "the friends" with the number of the two friends told of in the sentences before."""
        norm, (first, last) = sentence.words.norm, toll.victims
        if not toll.vague or toll.few or norm[first] != "the":
            return toll
        for before in self.story.sentences[max(sentence.index - BEFORE, 0) : sentence.index][::-1]:
            for number in find_numbers(before.words, self.story.times.get(before.index)):
                same = norm[last - 1] in before.words.norm[number.last : number.last + 3]
                if same and number.exact and number.value > 1:
                    count = number.value
                    return replace(toll, count=count, low=count, high=count, vague=False, definite=True)
        return toll

    def of_rest(self, sentence: Sentence, toll: Toll) -> Toll:
        """Return a toll of "the others" or "the rest" with the number of those told of together, less the dead of this
        sentence ("Of the nine aboard, three died and the others were hurt", "Five were attacked. One died; the …")."""
        norm, (first, last) = sentence.words.norm, toll.victims
        if not toll.vague or norm[last - 1] not in REST or "the" not in norm[max(first - 1, 0) : last]:
            return toll
        dead = sum(t.count for t in tolls_of(sentence) if t.kind == "killed" and t.last <= toll.first)
        for told in self.story.sentences[max(sentence.index - 1, 0) : sentence.index + 1][::-1]:
            for number in find_numbers(told.words, self.story.times.get(told.index)):
                here = told is not sentence or number.last <= toll.first
                noun = told.words.norm[number.last : number.last + 2]
                many = not (people().many | ABOARD).isdisjoint(noun)
                if here and many and number.exact and number.value > dead > 0:
                    count = number.value - dead
                    return replace(toll, count=count, low=count, high=count, vague=False, weak=False)
        return toll

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
            and frame.detail not in ADMITTED
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
            f for f in frames if f.scope == "out-of-scope" and UNINTENDED & set(f.detail.casefold().split())
        ]
        told = bool(unmeant) or any(f.scope in RETOLD for f in frames)
        return told and not any(f.scope == "background" for *_, f in self.scoped[sentence.index])

    def of_other_day(self, sentence: Sentence, accounts: list[Account]) -> bool:
        """Say whether a sentence names by its full date another day than that of the story.

        "Charged in the double homicide of June 21, 2021".
        """
        if not accounts or accounts[0].when.when.date is None:
            return False
        day = accounts[0].when.when.date
        times = self.story.times.get(sentence.index, ())
        told = [(t.year, t.month, t.day) for t in times if t.kind == "day" and t.year and t.month and t.day]
        return bool(told) and (day.year, day.month, day.day) not in told

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
            if (t.frame.sentence.kind != "headline" or only_headed(accounts))
            and 0 < sentence.index - t.frame.sentence.index <= self.reach
            and (self.crime or not is_of_another_time(sentence, a))
        ]
        return min(before, key=lambda row: row[:2])[2] if before else None

    def victim(self, sentence: Sentence, toll: Toll) -> Mention | None:
        """Return the mention of those whom a toll counts, if the sentence names them; "its soldiers" are somebody's."""
        mention = sentence.mentions[toll.mention] if 0 <= toll.mention < len(sentence.mentions) else None
        if (mention is None or mention.kind == "civilians") and sentence.words.norm[toll.first] in LOSING:
            return loser(sentence, toll) or mention
        if mention is None:
            return None
        if mention.kind != "anaphor":
            return mention
        roles = [m for f in self.story.frames if f.sentence is sentence for m in (*f.agents, *f.targets)]
        return next((m for m in roles if m.first == mention.first), mention)


def loser(sentence: Sentence, toll: Toll) -> Mention | None:
    """Return the side that lost somebody ("the army lost two men, the rebels lost eight"), if one is named before."""
    if {"it", "they"} & set(sentence.words.norm[max(toll.first - 2, 0) : toll.first]):
        return sayer(sentence, toll.first)  # "the group said that it had lost four men"
    return next((m for m in reversed(sentence.mentions) if m.last <= toll.first and "armed" in m.tags), None)


def is_of_another_time(sentence: Sentence, account: Account) -> bool:
    """Say whether a sentence behind an event tells of another month, or of an act like it at another time ("A similar
    attack in April left nine dead")."""
    day = account.when.when.date
    if day is None or not sentence.times:
        return False
    months = {t.month for t in sentence.times if t.kind == "month" and t.month and not t.since}
    return bool(months - {day.month}) or not OTHERS.isdisjoint(sentence.words.norm[:OPENING])


def only_headed(accounts: list[Account]) -> bool:
    """Say whether a story has one event, which only its headline tells: the text adds its dead ("Two were killed")."""
    return len(accounts) == 1 and all(t.frame.sentence.kind == "headline" for t in accounts[0].tellings)


def harmful(accounts: list[Account], crime: bool) -> list[Account]:
    """Return the accounts of events that may kill and wound; all of them where none does."""
    harm = [a for a in accounts if a.decision.rule.event_type != STRATEGIC]
    if crime:
        harm = [a for a in harm if a.family == "violence"] or harm
    return harm or accounts


def turns_at(norm: list[str], cues: WordList) -> bool:
    """Say whether a cue of another crime stands in a sentence, and not only as what came before the one told ("happened
    a day after three people were hurt in a separate shooting")."""
    at = next((i for i in range(len(norm)) if cues.at(norm, i)), -1)
    return at >= 0 and ASIDE.isdisjoint(norm[max(at - FAR_ASIDE, 0) : at])


def tells_of_new(sentence: Sentence) -> bool:
    """Say whether a sentence counts people who are not told of before ("Earlier Sunday, a man was shot")."""
    return any(
        toll.kind in {"killed", "injured"}
        and not toll.definite
        and sentence.words.norm[toll.victims[0]] not in OLD
        and toll.rule in {"toll.subject", "toll.object"}
        for toll in tolls_of(sentence)
    )


def is_joined(sentence: Sentence, before: Toll, toll: Toll) -> bool:
    """Say whether "and" or a comma joins a toll to the one before it ("killing four and wounding eleven")."""
    gap = sentence.words.norm[before.last : toll.first]
    return bool(gap) and len(gap) <= 2 and all(n in {"and", ",", "while"} for n in gap)
