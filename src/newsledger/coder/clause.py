"""The clause: boundaries, mentions, speakers and prepositions of a sentence, as roles see it."""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import (
    BE,
    DAYS,
    HAPPENS,
    HAVE,
    LEADING,
    NO_NAME,
    NUMBERS,
    OPENING,
    PREPOSITIONS,
    PRONOUNS,
    QUANTITY,
    counts,
    is_told_of,
)
from newsledger.coder.holders import is_holder
from newsledger.coder.sentence import HARD, clause_marks
from newsledger.coder.spans import PEOPLE, Mention, Sentence, Span

BOUNDS = HARD - {"."}  # a point within a sentence ends an abbreviation ("on Nov. 12")
ROUGH = (["at", "least"], ["at", "most"])  # before a number
AMOUNTS = frozenset("dozens scores hundreds thousands tens lots crowd crowds mob mobs group groups".split())
OWNERS = frozenset("his her its their".split())
ROUGHLY = frozenset({"around", "about", "over", "under", "between", "above", "beyond"})
GOVERNING = frozenset(
    "housing hosting carrying containing transporting sheltering guarding escorting representing ferrying holding"
    " overseeing employing".split()
)
HIRED = frozenset("the a suspected hired paid unknown unidentified alleged presumed masked armed".split())
HANDS = frozenset({"hands", "bullets", "guns", "knives", "machetes"})
FACTIONS = frozenset(
    "coalition alliance wing wings faction factions branch branches splinter factional camps elements"
    " front fronts column columns cell cells squad squads command commando commandos".split()
)
RANKS = frozenset({"col", "gen", "lt", "maj", "capt", "sgt", "brig", "cmdr", "adm"})  # before a name
WHEN = DAYS | {"today", "yesterday", "on", "late", "earlier"}
CRAFT = frozenset(
    "drone drones jet jets warplane warplanes aircraft plane planes helicopter helicopters gunship gunships tank"
    " tanks vehicle vehicles truck trucks pickup convoy patrol vessel boat unit units artillery bomber bombers"
    " fighters".split()
)
NAME = 5  # tokens of one name
ASIDE = 14  # tokens of an aside that tells who some people are
AND_REACH = 6  # tokens between ", and" and those whom it adds
AMOUNT_WORDS = QUANTITY | NUMBERS  # words that count
PARTS_OF = FACTIONS | CRAFT  # what is of somebody who acts in it


class Clause:
    """A sentence as roles see it: boundaries, mentions, speakers."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.norm = sentence.words.norm
        self.marks = clause_marks(sentence.words)
        self.mentions = sentence.mentions
        self.cues = sentence.cues
        self.speakers = self.find_speakers()

    def find_speakers(self) -> list[Mention]:
        """Return the mentions that speak: before or after a verb of saying, or behind "according to"."""
        found = []
        for cue in self.cues:
            if "speech" not in cue.entry.tags or is_told_of(self.norm, cue.first) or self.is_accused(cue):
                continue
            before = self.last_before(cue.first, 8)
            quoted = cue.first > 0 and self.norm[cue.first - 1] in {",", '"'}
            quoted = quoted and "that" not in self.norm[cue.last - 1 : cue.last + 1]
            after = next((m for m in self.mentions if cue.last <= m.first <= cue.last + 2), None)
            if self.norm[cue.first] == "according" or (quoted and after is not None):
                reach = self.named_until(cue.last, cue.last + 6)
                before = next((m for m in self.mentions if cue.last <= m.first <= reach), None)
            if before is not None and before not in found and "thing" not in before.tags:  # guns say nothing
                found.append(before)
        return found

    def named_until(self, first: int, last: int) -> int:
        """Return how far behind "according to" its speaker may stand: up to the comma behind a plain word ("according
        to local sources, students burned …"), past one behind a name ("according to Ali Sow, an officer, …")."""
        words = self.sentence.words
        commas = (i for i in range(first + 1, last) if self.norm[i : i + 1] == [","])
        return next((i for i in commas if not words.is_name(i - 1)), last)

    def is_accused(self, cue: Span) -> bool:
        """Say whether whoever stands before a cue is accused and does not speak ("a man accused of theft")."""
        behind = self.norm[cue.last - 1 : cue.last + 1]
        at = cue.last
        while self.norm[at : at + 1] and self.norm[at] in WHEN:
            at += 1
        if self.norm[at : at + 2] in (["to", "have"], ["to", "be"]):
            return True  # "a man alleged to have stolen", "troops claimed today to have taken the base"
        return "accusation" in cue.entry.tags and bool({"of", "for", "by"} & set(behind))

    def last_before(self, at: int, reach: int) -> Mention | None:
        """Return the mention that ends last before token `at`, within `reach` tokens and the same statement."""
        for m in reversed(self.mentions):
            if m.last <= at:
                joined = self.norm[m.last : m.last + 1] == ["and"]  # "officials and a rights group said"
                marked = any(self.marks[m.last + joined : at])
                if at - m.last > reach or marked:
                    return None
                if set(self.norm[m.last : at]) & PRONOUNS:  # "three men they accused": those men say nothing
                    return None
                return m
        return None

    def hard_between(self, first: int, last: int) -> bool:
        """Say whether a hard boundary stands in tokens `first` to `last`."""
        return not BOUNDS.isdisjoint(self.norm[first:last])

    def preposition(self, mention: Mention) -> str:
        """Return the preposition that governs a mention, looking past articles and adjectives, or empty."""
        i = mention.first - 1
        reach = 5 if i > 1 and self.norm[i] == "'s" else 3  # "fired by the country's Shiite rebels"
        while reach and i >= 0 and not self.marks[i]:
            if i > 1 and (
                self.norm[i - 1 : i + 1] in ROUGH or (self.norm[i - 1] in AMOUNTS and self.norm[i] == "of")
            ):
                i -= 2  # "by a crowd of about 90 hooded men", "by at least six"
                continue
            if self.norm[i] in PREPOSITIONS and not self.is_rough(i):
                return self.norm[i]
            reach -= not (self.norm[i][0].isdigit() or self.is_rough(i))
            i -= 1
        return ""

    def name_end(self, mention: Mention) -> int:
        """Return the end of a mention and of the name that one person bears behind it ("Judge Ana Ruiz, 45")."""
        last = mention.last
        if "person" not in mention.tags or "plural" in mention.tags:
            return last
        while last < len(self.norm) and last - mention.last < NAME and self.is_name(last):
            last += 1
        aged = last > mention.last and self.norm[last : last + 1] == [","] and self.norm[last + 1 : last + 2]
        return last + 2 if aged and aged[0].isdigit() else last

    def is_name(self, at: int) -> bool:
        """Say whether token `at` is written as a name and is no word that the lexicon knows."""
        words = self.sentence.words
        if not words.is_name(at) or not words.text[at][1:].islower() | words.text[at][1:].isupper():
            return False
        if words.norm[at] in NO_NAME or any(m.first <= at < m.last for m in self.mentions):
            return False
        return not any(s.first == at for s in (*self.sentence.acts, *self.cues))

    def is_rough(self, at: int) -> bool:
        """Say whether a preposition only makes a number rough ("around 200 people", "up to 30", "close to 40")."""
        follows = [n for n in self.norm[at + 1 : at + 3] if n not in {"a", "an"}]
        if not follows or not (follows[0][0].isdigit() or follows[0] in AMOUNT_WORDS):
            return False
        before = self.norm[at - 1] if at else ""
        if (
            self.norm[at] == "between"
        ):  # "between 50 and 60 people", not "between two clans", "between gang members and …"
            return self.norm[at + 2 : at + 3] == ["and"] and self.is_number(at + 1) and self.is_number(at + 3)
        return self.norm[at] in ROUGHLY or (self.norm[at] == "to" and before in {"up", "close", "near"})

    def is_number(self, at: int) -> bool:
        """Say whether a number stands at a token, in figures or words."""
        return at < len(self.norm) and (self.norm[at][0].isdigit() or self.norm[at] in NUMBERS | QUANTITY)

    def is_subject(self, mention: Mention) -> bool:
        """Say whether a mention can be a subject: free of a preposition, or counted ("dozens of protesters")."""
        i = mention.first - 1
        if i > 0 and self.norm[i] in {"or", "and"}:
            joined = next((m for m in self.mentions if m.last == i), None)
            if joined is not None and self.preposition(joined) in {"by", "with"}:
                return False  # "raped by policemen or soldiers", "rebels with wives and children gave up"
            if joined is None and "with" in self.norm[max(0, i - 3) : i]:
                return False  # "came with car bombs and gunmen and overran it"
        while i >= 0 and (
            self.norm[i] in LEADING
            or self.norm[i][0].isdigit()
            or self.norm[i] in NUMBERS
            or self.is_rough(i)
            or self.norm[i] in RANKS
            or (self.norm[i] == "." and i and self.norm[i - 1] in RANKS)
            or (self.norm[i] == "capital" and mention.kind == "state")  # "citizens in the capital A marched"
        ):
            i -= 1
        if mention.kind == "government" and self.is_of_name(i):
            return False
        if i < 0 or self.norm[i] not in PREPOSITIONS:
            return not self.belongs(i) and not self.is_object(i) and not self.acted_on(i, mention)
        counted = self.norm[i - 1] in AMOUNT_WORDS or self.norm[i - 1].isdigit()
        # "two wings of the SPLA", "a drone of the army"
        craft = any(
            s.last == i and s.entry.kind == "weapon" for s in self.sentence.things
        )  # "an Antonov of …"
        parted = (craft or self.norm[i - 1] in PARTS_OF) and "armed" in mention.tags
        living = mention.kind == "state" and self.norm[i - 1] == "residents"  # "residents of a Malian hamlet"
        return self.norm[i] == "of" and i > 0 and (counted or parted) and not living

    def is_of_name(self, at: int) -> bool:
        """Say whether a name that a preposition governs ends at token `at` ("traders of Zurmi local government")."""
        first = at
        while first > 0 and at - first < 3 and self.sentence.words.is_name(first):
            first -= 1
        return 0 < first < at and self.norm[first] in {"of", "with", "by", "against"}

    def is_object(self, at: int) -> bool:
        """Say whether token `at`, right before a mention, is an infinitive or a participle that governs it ("fighting
        to overthrow the president", "a prison housing 5,000 inmates")."""
        return self.norm[at] in GOVERNING or (
            at > 0 and self.norm[at - 1] == "to" and self.norm[at].isalpha() and self.norm[at] not in BE
        )

    def acted_on(self, at: int, mention: Mention) -> bool:
        """Say whether a past tense behind a pause stands at token `at`, before an article and the mention: its object
        ("stopped a bus, separated the Christians and …")."""
        if at < 1 or not self.norm[at].endswith("ed") or self.norm[at - 1] not in {",", "and", "then"}:
            return False
        return self.norm[at + 1 : at + 2] == ["the"] and at + 1 < mention.first

    def belongs(self, at: int) -> bool:
        """Say whether an "of" right behind other people stands at token `at` or shortly before it.

        A mention behind it only says whose they are ("supporters of the jailed politician").
        """
        for i in range(at, max(0, at - 3), -1):
            if self.marks[i] or self.norm[i] in BE or self.norm[i] in HAVE:
                return False
            if self.norm[i] in PREPOSITIONS:
                owned = any(m.last == i and m.kind in PEOPLE for m in self.mentions)
                return self.norm[i] == "of" and owned and self.norm[i - 1] not in QUANTITY
        return False


def clause_of(clause: Clause, first: int, last: int) -> tuple[int, int]:
    """Return the token range around a trigger up to hard boundaries and to the next statement."""
    left = first
    while left > 0 and clause.norm[left - 1] not in BOUNDS and clause.norm[left - 1] not in OPENING:
        left -= 1
    right = last
    while right < len(clause.norm) and clause.norm[right] not in BOUNDS:
        if clause.norm[right] in OPENING and right > last + 1 and not counts(clause.norm, right):
            break
        right += 1
    return left, right


def coordinated_left(clause: Clause, mention: Mention) -> list[Mention]:
    """Return a mention with those joined to its left by "and" or commas, in order."""
    found, aside = [mention], aside_before(clause, mention)
    for m in reversed(clause.mentions):
        if m.last > found[0].first or (len(found) == 1 and 0 < aside < m.last):
            continue
        if len(found) == 1 and aside and clause.name_end(m) == aside:
            found.insert(0, m)
            continue
        gap = clause.norm[clause.name_end(m) : found[0].first]
        joined = gap and len(gap) <= 4 and gap[0] in {"and", ",", "or"} and not set(gap) & PREPOSITIONS
        joined = joined or (bool(gap) and gap[0] == "and" and gap[-2:-1] == ["of"] and gap[-1] in OWNERS)
        if not joined or m in clause.speakers:
            break
        if gap[0] == "," and len(found) == 1 and m.first > 1:
            break  # "after the pullout of soldiers, rebels …": two with a comma alone are no list
        if list(gap) == [","] and clause.preposition(m) == "by" and clause.preposition(found[0]) != "by":
            break  # "angry over the killing of a boy by police, residents …"
        found.insert(0, m)
    return found


def aside_before(clause: Clause, mention: Mention) -> int:
    """Return where an aside begins that ends right before a mention with ", and" and only tells who some of the people
    before it are ("four soldiers, including an officer, and a teacher", "three men, two of them guards, and a girl"),
    or 0."""
    norm = clause.norm
    end = next(
        (i for i in range(mention.first - 1, max(0, mention.first - AND_REACH), -1) if norm[i] == ","), 0
    )
    if not end or norm[end + 1] != "and" or set(norm[end + 2 : mention.first]) & PREPOSITIONS:
        return 0
    begin = next((i for i in range(end - 1, max(0, end - ASIDE), -1) if norm[i] == ","), 0)
    inside = norm[begin + 1 : end]
    opens = inside[:1] in (["including"], ["among"], ["mostly"]) or inside[-2:] == ["among", "them"]
    opens = opens or inside[1:3] in (["of", "them"], ["of", "whom"])
    acts = any(begin < s.first < end for s in clause.sentence.acts if s.entry.form in {"past", "s"})
    return begin if begin and opens and not acts else 0


def coordinated_right(clause: Clause, mention: Mention, limit: int) -> list[Mention]:
    """Return a mention with those joined to its right by "and" or commas, in order, up to token `limit`."""
    found = [mention]
    for m in clause.mentions:
        if m.first < found[-1].last or m.first >= limit:
            continue
        end = clause.name_end(found[-1])
        gap = clause.norm[end : m.first]
        if (
            not gap
            or any(end <= s.first < m.first for s in clause.sentence.acts)
            or len(gap) > 5
            or gap[0] not in {"and", ",", "or", "including"}
            or set(gap) & PREPOSITIONS
            or (m in clause.speakers and "," in gap)
        ):
            break  # "shooting residents and stealing cows, the police said"
        found.append(m)
    between = clause.norm[mention.last : found[-1].first]
    listed = found[-1].count or {"and", "or", "including", "mostly", "mainly"} & set(between)
    return found if listed else [mention]  # "after the murder of a girl, a crowd …": no list


def after_preposition(clause: Clause, frame: Frame, wanted: set[str]) -> list[Mention]:
    """Return the mentions behind one of the prepositions `wanted`, to the right of the trigger in its clause."""
    for m in clause.mentions:
        if frame.last <= m.first < frame.clause[1] and clause.preposition(m) in wanted:
            if clause.hard_between(frame.last, m.first) or far_off(clause, frame, m):
                return []
            if is_holder(clause.norm, frame.last, m.first):
                continue
            return coordinated_right(clause, m, frame.clause[1])
    return []


def at_hands(clause: Clause, frame: Frame) -> list[Mention]:
    """Return those through whom people died ("met their death at the hands of gunmen", "fell to the bullets of …")."""
    for m in clause.mentions:
        if frame.first <= m.first < frame.clause[1] and "armed" in m.tags:
            before = [n for n in clause.norm[max(0, m.first - 4) : m.first] if n not in HIRED]
            if before[-1:] == ["of"] and before[-2:-1] and before[-2] in HANDS:
                return coordinated_right(clause, m, frame.clause[1])
    return []


def far_off(clause: Clause, frame: Frame, mention: Mention) -> bool:
    """Say whether another statement stands between a noun and a mention, so that its preposition is not the noun's."""
    if frame.voice != "noun":
        return False
    gap = clause.norm[frame.last : mention.first]
    aims = (s for s in clause.sentence.acts if s.entry.form == "base")
    if any(frame.last < s.first < mention.first and clause.norm[s.first - 1] == "to" for s in aims):
        return True  # "tear gas to disperse a march for the release of students"
    if clause.preposition(mention) in {"of", "from"} and any(
        s.entry.form in {"past", "ed", "s"} and frame.last <= s.first < mention.first
        for s in clause.sentence.acts
    ):
        return True  # "a stone-throwing spree and set ablaze the shops of traders"
    happened = frozenset() if {"between", "among", "involving"} & set(gap) else HAPPENS
    relative = frozenset() if "between" in gap[-2:] and gap[:1] in (["that"], ["which"]) else {"that"}
    verbs = frozenset() if "between" in gap[1:4] else BE | HAVE  # "fighting was underway between"
    return "," in gap or bool(
        set(gap) & (verbs | happened | relative | {"despite", "said", "following", "after"})
    )
