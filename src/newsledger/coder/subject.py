"""The subject: who does what a verb tells, among the mentions before it."""

from newsledger.coder.apposed import behind_name, told_of
from newsledger.coder.clause import Clause, coordinated_left
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import (
    ADVERBS,
    BE,
    DAYS,
    HAVE,
    INHERIT,
    NUMBERS,
    OPENING,
    PREPOSITIONS,
    before_auxiliaries,
)
from newsledger.coder.heads import (
    ARTICLES,
    FINITE,
    apposed_head,
    describes,
    doing,
    event_doers,
    overcome,
    relative_head,
    searching,
)
from newsledger.coder.inherited import (
    STREET,
    addressed,
    by_means,
    carried,
    inherit,
    is_made_to,
    of_deed,
    of_thing,
    shares_subject,
)
from newsledger.coder.meant_for import hit_by_thing
from newsledger.coder.ownsubject import is_unlisted, of_shell, owns_object
from newsledger.coder.parted import behind_relative
from newsledger.coder.partof import is_part
from newsledger.coder.sentence import HARD, SOFT
from newsledger.coder.spans import Mention
from newsledger.coder.wanting import demanding

MEANS = frozenset({"using", "employing", "wielding"})
SELF_MOVING = frozenset({"air", "drone", "artillery"})  # weapons that may be the subject of a verb
BOMBS = frozenset({"ied", "grenade", "air-bomb"})  # and those that may explode ("a roadside bomb exploded")
WHEN = DAYS | frozenset(
    "last this week month year night yesterday today on in days weeks months hours earlier ago two three".split()
)  # words of time between "who" and its verb ("rebels, who last month freed …")
TOLD_OF = frozenset(
    "cases instances reports incidents accounts footage video videos images pictures photos evidence report case"
    " allegations accusations testimony testimonies".split()
)
TRIED = frozenset(
    {"tried", "attempted", "managed", "sought", "trying", "to"}
)  # "a man who tried to break into …"
SAYING = frozenset(
    "they he she say says said believe believed allege alleged claim claimed".split()
)  # "who they say"
ALONE = frozenset({"he", "she"})
SOME = frozenset("several some many others dozens scores hundreds few".split())
ON = frozenset({"on", "during"})
MANY = frozenset({"police", "military", "government", "state", "group"})
AMOUNT = 5  # tokens of a number between "with" and people
TOLD_REACH = 4  # tokens between a verb of saying and "he" or "she"


def find_subject(clause: Clause, frame: Frame, before: list[Frame]) -> list[Mention]:
    """Return the subject of a verb, coordinated mentions included, or that of the verb before it."""
    at = frame.first
    if (
        of_nobody(clause, at)
        or of_clause(clause, at)
        or of_shell(clause, at)
        or of_thing(clause, frame, before)
        or (frame.voice == "passive" and spoken_of(clause, at))
    ):
        return []
    if (single := one_told_of(clause, at)) is not None:
        return single
    if frame.voice == "passive" and (hit := told_of(clause, at) or beside_it(clause, at)) is not None:
        return coordinated_left(clause, hit)
    if (known := carried(clause, frame, before)) is not None:
        frame.inherited = True
        return known
    if acts_by_itself(clause, frame):
        return []
    if (doers := event_doers(clause, frame, before)) is not None:
        return doers
    if (known := by_means(clause, frame, before)) is not None:
        frame.inherited = True
        return known
    if (deed := of_deed(clause, frame, before)) is not None:
        return list(deed.agents)
    head = doing(clause, frame, before[-1] if before else None) or searching(clause, frame, before)
    head = head or demanding(clause, frame)
    if head is None and (known := behind_relative(clause, frame)) is not None:
        return known
    if head is not None:
        return coordinated_left(clause, head)
    if not frame.actions <= {"death"} and is_unlisted(clause, before_auxiliaries(clause.norm, at)):
        return []
    found = agreeing(clause, at, nearest_subject(clause, frame, before))
    return inherit(clause, frame, before) if found is None else found


def nearest_subject(clause: Clause, frame: Frame, before: list[Frame]) -> list[Mention] | None:
    """Return the nearest mentions before a verb that can be its subject, nobody where a thing acts, None for none."""
    at = frame.first
    previous = before[-1] if before else None
    described = describes(clause, previous) if frame.form != "ing" else None
    for m in reversed(clause.mentions):
        if m.last > at or m is described:
            continue
        if clause.hard_between(m.last, at):
            break
        if opens_relative(clause, m, at) or demonstrating(frame, m):
            return coordinated_left(clause, m)
        if stands_aside(clause, m, at) or is_made_to(clause, m, frame) or owns_object(clause, m, at):
            continue
        if previous is not None and previous.voice == "active" and inside(m, previous):
            continue  # "overpowered guards, tore down the fence"
        if described is None and stands_before(clause, m, previous, frame):
            break
        if m.first >= (previous.last if previous else 0) and not new_subject(clause, m, frame, previous):
            continue
        if overcome(clause, m, at):
            continue
        if clause.is_subject(m):
            if hit_by_thing(clause, m, before):
                return []
            return coordinated_left(clause, relative_head(clause, m, before) or apposed_head(clause, m, at))
    return None


def inside(mention: Mention, frame: Frame) -> bool:
    """Say whether a mention is a part of a trigger of more words than its own ("overpowered guards")."""
    return frame.first < mention.first and mention.last <= frame.last


def stands_before(clause: Clause, mention: Mention, previous: Frame | None, frame: Frame) -> bool:
    """Say whether a mention stands before the verb before, whose subject a verb shares and so takes over."""
    if previous is None or not mention.last <= previous.first < frame.first:
        return False
    if previous.voice == "noun" and clause.norm[mention.last] in ON and not previous.light:
        return False  # "soldiers on a combing operation reportedly beat villagers"
    return shares_subject(clause, previous, frame)


def beside_it(clause: Clause, at: int) -> Mention | None:
    """Return those to whom something was done beside what a statement tells (", with at least 20 soldiers killed")."""
    for m in clause.mentions:
        if m.last == at and (norm := clause.norm[max(0, m.first - AMOUNT) : m.first]):
            opened = max((i for i, n in enumerate(norm) if n == "with"), default=-1)
            between = norm[opened + 1 :]
            if opened >= 0 and "," not in between and (SOFT | HARD).isdisjoint(between):
                return m
    return None


def of_nobody(clause: Clause, at: int) -> bool:
    """Say whether the subject of a verb is nobody in particular ("those who shelled", "a group who were blocking")."""
    i = before_auxiliaries(clause.norm, at)
    if i > 1 and clause.norm[i] in {"who", "that"} and clause.norm[i - 1] in {"group", "groups", "party"}:
        return not any(m.last == i for m in clause.mentions)
    return (
        at > 1
        and clause.norm[at - 1] == "who"
        and clause.norm[at - 2] in {"those", "anyone", "everyone", "all"}
    )


def spoken_of(clause: Clause, at: int) -> bool:
    """Say whether the subject of a passive verb is a pronoun for people told of before ("three of them were shot")."""
    i = before_auxiliaries(clause.norm, at)
    if i == at - 1 and i > 0 and clause.norm[i - 1] == "the":
        return clause.norm[i].isdigit() or clause.norm[i] in NUMBERS  # "police said the 20 killed included …"
    if i < 1 or i == at - 1:
        return False
    counted = clause.norm[i] in SOME or clause.norm[i].isdigit() or clause.norm[i] in NUMBERS
    if counted and clause.norm[i - 1] in {"and", ",", ";", "while", "with"}:
        return True  # "police opened the road and three were arrested"
    return clause.norm[i] == "them" and clause.norm[i - 1] == "of"


def one_told_of(clause: Clause, at: int) -> list[Mention] | None:
    """Return whom "he" or "she" stands for as the subject of a verb behind a verb of saying ("a student told police
    that she was raped"): the last single person before, never the police; None where the subject is no such word."""
    i = before_auxiliaries(clause.norm, at)
    if i < 2 or clause.norm[i] not in ALONE:
        return None
    told = next((c for c in reversed(clause.cues) if c.last <= i and "speech" in c.entry.tags), None)
    if told is None or i - told.last > TOLD_REACH:
        return None
    for m in reversed(clause.mentions):
        if m.last <= told.first and "plural" not in m.tags and m.kind not in MANY and (m.count or 1) == 1:
            return [m]
    return None


def agreeing(clause: Clause, at: int, found: list[Mention] | None) -> list[Mention] | None:
    """Return the subject of a verb behind "they": where one person was found, the last people before that are many
    ("bandits made a man watch as they raped his wife")."""
    i = before_auxiliaries(clause.norm, at)
    if found is None or len(found) != 1 or clause.norm[i] != "they" or "plural" in found[0].tags:
        return found
    if (found[0].count or 1) > 1 or found[0].kind in MANY:
        return found
    many = [m for m in clause.mentions if m.last <= i and ("plural" in m.tags or (m.count or 1) > 1)]
    return many[-1:] or found


def stands_aside(clause: Clause, mention: Mention, at: int) -> bool:
    """Say whether a mention is no subject of the verb at `at`: it only helps, or only speaks."""
    if is_part(clause, mention) or faced(clause, mention) or addressed(clause, mention):
        return True
    opens = at > 0 and clause.norm[at - 1] == "and" and mention is clause.mentions[0]
    return "ally" in mention.tags or (  # "militants declared the town an emirate and opened a court"
        mention in clause.speakers and not opens and not follows_directly(clause, mention, at)
    )


def faced(clause: Clause, mention: Mention) -> bool:
    """Say whether a mention is the house before which people stand ("the sit-in before the energy ministry")."""
    if mention.kind not in {"government", "state"}:
        return False
    return "before" in clause.norm[max(0, mention.first - 2) : mention.first]


def demonstrating(frame: Frame, mention: Mention) -> bool:
    """Say whether a verb in -ing right behind people says that they demonstrate ("fired at traders protesting …"), or
    a participle that they stand together ("turned hoses on people gathered outside")."""
    street = frame.form == "ing" and bool(frame.actions & STREET)
    street = street or (frame.actions == {"gather"} and frame.form in {"ed", "past"})
    before = frame.sentence.words.norm[max(0, mention.first - 2) : mention.first]
    told = before[-1:] == ["with"]  # "with youths clashing"
    told = told or (before[-1:] == ["of"] and before[0] in TOLD_OF)  # "cases of soldiers shooting"
    told = told and frame.form == "ing"
    return (street or told) and mention.last == frame.first and "person" in mention.tags


def acts_by_itself(clause: Clause, frame: Frame) -> bool:
    """Say whether the subject right before a verb is an aircraft or a gun that nobody is named with ("the helicopters
    attacked")."""
    at = frame.first
    while at and (clause.norm[at - 1] in ADVERBS or clause.norm[at - 1].endswith("ly")):
        at -= 1
    things = SELF_MOVING | BOMBS if "bomb" in frame.actions else SELF_MOVING
    gun = next((s for s in clause.sentence.spans if s.last == at and s.entry.id in things), None)
    if gun is None or frame.voice != "active" or frame.form not in FINITE:
        return False
    before = gun.first - 1 - (clause.norm[gun.first - 1] in ARTICLES)
    listed = (
        before > 0 and clause.norm[before] == "and" and any(s.last == before for s in clause.sentence.things)
    )
    governed = gun.first > 0 and (clause.norm[before] in PREPOSITIONS or listed)
    owned = any(gun.first - 2 <= m.last <= gun.first or m.first < gun.last <= m.last for m in clause.mentions)
    return not governed and not owned


def opens_relative(clause: Clause, mention: Mention, at: int) -> bool:
    """Say whether a verb stands in a clause on a mention, whatever governs it ("fired at youths who threw stones")."""
    gap = [n for n in clause.norm[behind_name(clause, mention, at) : at] if n != ","]
    plain = all(
        n in BE or n in HAVE or n in ADVERBS or n in WHEN | TRIED | SAYING or n.endswith("ly")
        for n in gap[1:]
    )
    return bool(gap) and gap[0] in {"who", "which", "that"} and plain


def of_clause(clause: Clause, at: int) -> bool:
    """Say whether ", which" takes up what was told before and not the person named last ("…, which was crushed")."""
    i = before_auxiliaries(clause.norm, at)
    if i < 2 or clause.norm[i - 1 : i + 1] != [",", "which"]:
        return False
    last = next((m for m in clause.mentions if m.last == i - 1), None)
    return last is not None and "person" in last.tags and "plural" not in last.tags and (last.count or 1) == 1


def follows_directly(clause: Clause, mention: Mention, at: int) -> bool:
    """Say whether a verb follows a mention with nothing but auxiliaries, adverbs and words of time between."""
    gap = clause.norm[mention.last : at]
    return all(n in BE or n in HAVE or n in ADVERBS or n in WHEN or n.endswith("ly") for n in gap)


def new_subject(clause: Clause, m: Mention, frame: Frame, previous: Frame | None) -> bool:
    """Say whether a mention behind the previous verb starts a statement of its own rather than being its object."""
    if previous is None:
        return True
    gap = clause.norm[m.last : frame.first]
    if clause.norm[frame.first] in MEANS and not gap:
        return False  # "ambushed a convoy using mines": who ambushed used them
    if m in previous.targets and any(g in INHERIT for g in gap) and not any(g in OPENING for g in gap):
        return False
    opened = any(clause.marks[i] for i in range(previous.last, m.first))
    opened = opened or any(  # "villagers fleeing X said soldiers had burnt it"
        "speech" in c.entry.tags and previous.last <= c.first < m.first for c in clause.cues
    )
    return opened or m in previous.targets or previous.voice == "noun"
