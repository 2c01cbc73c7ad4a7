"""In general: what is done again and again, what a war has done until now, what is done to people at large.

None of it is an event of one day (coding-rules 1).
"""

from itertools import pairwise

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import (
    ADVERBS,
    DAYS,
    HAVE,
    MODALS,
    NUMBERS,
    QUANTITY,
    RELATIVE_PRONOUNS,
    before_adverbs,
)
from newsledger.coder.ground import taken_in_year
from newsledger.coder.presumed import has_day
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.untold import ACTS, SAME, STREET

THOUSAND, COUNTED, SINCE = 1000, 6, 10  # a number of things; tokens before their verb; tokens behind it
RECORD = 16  # tokens from "that" to what a group has done
BODIES = frozenset("group armed gang government military police state".split())
GROUPS = frozenset(
    "group organisation organization movement faction militia network outfit cell gang".split()
)
MASSES = frozenset({"thousands", "millions"})
WITH_BASE = MODALS | {"to", "not", "and", "or", ","}
ANYBODY = (["anyone"], ["anybody"], ["everyone"], ["whoever"])
OFTEN = frozenset(
    "often frequently regularly routinely occasionally sometimes usually typically traditionally".split()
)
NEVER = (["do", "not"], ["does", "not"])  # behind what is not done in general ("air raids do not reach …")
REASON = 16  # tokens between "because of" and a noun
REASONS = frozenset({("because", "of"), ("due", "to"), ("owing", "to"), ("account", "of")})
COUNTS = NUMBERS | {"several", "two", "both", "these"}
SEVERAL = frozenset("several various different separate multiple numerous similar".split())
SUMMED = 6  # tokens behind a count of the dead in which it is said to be that of several events
STEADILY = frozenset({"continuously", "continually", "constantly", "systematically", "persistently"})
SINCE = 8  # tokens between "since" and the day on which something began
BEGAN = frozenset({"began", "begun", "started", "launched", "erupted", "broke"})
WAR_REACH = 12  # tokens between a war and what it has done
# what changes the course of a war, so that people tell what has been since
COURSE = frozenset(
    "agree accord deal-made coup attack clash fight fight-told clash-told seize-territory retake-territory withdraw"
    " take group-change".split()
)
ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth latest".split())
SUCH = frozenset("such major deadly big large similar serious".split())
WORLD = frozenset({"worldwide", "globally", "world-wide", "internationally"})
LONG = frozenset("since years year decade decades months insurgency".split())
WARS = frozenset("conflict conflicts war wars insurgency rebellion uprising".split())
VIOLENCE = frozenset(
    "violence fighting unrest bloodshed strife hostilities turmoil insurrection revolt feud crisis".split()
)
TOLLS = frozenset({"kill", "death", "wound", "displace", "destroy"})


def since_when(frame: Frame) -> bool:
    """Say whether a clause with "since" tells from when on something has gone on ("has seen less violence since the
    cleric declared a truce")."""
    norm = frame.sentence.words.norm
    if frame.voice == "noun" or not frame.actions & COURSE or "since" not in norm[1 : frame.first]:
        return False
    at = max(i for i in range(1, frame.first) if norm[i] == "since")
    between = norm[at + 1 : frame.first]
    plain = bool(between) and not any(n in HARD or n in {",", "and", "but", "that", "which"} for n in between)
    timed = any(t.first in {at, at + 1} for t in frame.sentence.times)
    return plain and not timed and norm[at - 1] not in HAVE and not HAVE.isdisjoint(norm[:at])


def in_thousands(frame: Frame) -> bool:
    """Say whether the perfect counts thousands of things since some day ("more than 28,000 houses have been burned
    since the generals took power"): that is the sum of a war."""
    norm, at = frame.sentence.words.norm, frame.first
    perfect = norm[max(at - 2, 0) : at] in (["have", "been"], ["has", "been"])
    if frame.voice != "passive" or not perfect or "since" not in norm[frame.last : frame.last + SINCE]:
        return False
    counted = (n.replace(",", "") for n in norm[max(at - COUNTED, 0) : at])
    return any(n.isdecimal() and int(n) >= THOUSAND for n in counted)


def of_series(frame: Frame) -> bool:
    """Say whether a noun only counts the event told before it among others ("…, in the fourth such attack this
    month")."""
    norm, at = frame.sentence.words.norm, frame.first - 1
    if frame.voice != "noun" or frame.agents:
        return False
    while at > 0 and norm[at] in SUCH:
        at -= 1
    return at > 1 and norm[at] in ORDINALS and norm[at - 2 : at] == ["in", "the"]


def in_general(frame: Frame) -> bool:
    """Say whether a verb tells what is done again and again ("has often clashed"), or a passive what is done to people
    in general: uncounted, now or until now ("are murdered")."""
    norm = frame.sentence.words.norm
    beside = {*norm[max(0, frame.first - 1) : frame.first], *norm[frame.last : frame.last + 1]}
    if frame.voice != "noun" and OFTEN & beside:
        return not frame.actions & STREET
    if frame.voice == "noun" and (suffered_often(frame) or norm[frame.last : frame.last + 2] in NEVER):
        return True
    if frame.form == "ing" and STEADILY & beside and frame.actions & ACTS:
        return True  # "were continuously targeting civilians"
    if frame.voice == "active":
        return goes_on(norm, frame)
    if frame.voice != "passive" or not frame.actions & ACTS:
        return False
    if not frame.targets and thousands(norm, frame.first):
        return True
    if not frame.targets:  # "its leaders who it said have vanished or been killed"
        before = norm[max(0, frame.first - 10) : frame.first]
        return (
            norm[frame.first - 1] == "been" and "who" in before and not any(n[:1].isdigit() for n in before)
        )
    perfect = norm[frame.first - 1] in {"been", "being"} or norm[frame.first - 1] == "are"
    toll = bool(frame.actions & TOLLS)
    return perfect and all(uncounted(norm, m) or (toll and in_masses(norm, m)) for m in frame.targets)


def suffered_often(frame: Frame) -> bool:
    """Say whether a noun is that by which something is done again and again ("is routinely hit in raids by jets")."""
    norm = frame.sentence.words.norm
    return any(
        norm[s.first - 1] in OFTEN
        and norm[s.last] in {"in", "by", "with"}
        and HARD.isdisjoint(norm[s.last : frame.first])
        for s in frame.sentence.acts
        if 0 < s.first < s.last < frame.first
    )


def describes_fighters(frame: Frame) -> bool:
    """Say whether a verb of fighting only tells who somebody is ("the group, which has fought the army", "freed
    two of the guerrillas fighting the army")."""
    sentence, norm, at = frame.sentence, frame.sentence.words.norm, frame.first - 1
    if frame.voice != "active" or not frame.actions & {"fight", "clash"} or has_day(sentence, frame, None):
        return False
    subject = next((m for m in sentence.mentions if m.last == frame.first and "armed" in m.tags), None)
    if subject is not None and norm[frame.first].endswith("ing"):
        return any(s.entry.form in {"past", "ed"} and s.last <= subject.first for s in sentence.acts)
    while at > 0 and norm[at] in ADVERBS:
        at -= 1
    told = at > 0 and norm[at] in HAVE | {"is", "are", "been"}
    return told and bool(RELATIVE_PRONOUNS & set(norm[max(0, at - 2) : at]))


def in_masses(norm: list[str], mention: Mention) -> bool:
    """Say whether a mention is of thousands, as only the toll of a war is told ("thousands have been killed")."""
    return (mention.count or 0) >= 1000 or bool(MASSES & set(norm[max(0, mention.first - 3) : mention.last]))


def thousands(norm: list[str], at: int) -> bool:
    """Say whether "thousands" alone are the subject of a passive ("thousands have been killed since")."""
    start = max(0, at - 6)
    said = next((i for i in range(at - 1, start - 1, -1) if norm[i] in MASSES), -1)
    return said >= 0 and all(n in HAVE | ADVERBS | {"been", "also"} for n in norm[said + 1 : at])


def goes_on(norm: list[str], frame: Frame) -> bool:
    """Say whether an active verb tells what has been done to many or goes on ("have tortured civilians", "is fighting
    an insurgency")."""
    before = before_adverbs(norm, frame.first)
    if frame.form == "base" and norm[before] not in WITH_BASE and frame.first > 0:
        whom = norm[frame.last : frame.last + 1]
        people = bool(frame.targets) and all(uncounted(norm, m) for m in frame.targets)
        return bool(frame.actions & ACTS) and (whom in ANYBODY or people) and norm[frame.first] not in SAME
    if norm[before] in {"have", "has"}:
        many = bool(frame.targets) and all(uncounted(norm, m) for m in frame.targets)
        return many and bool(frame.actions & ACTS) and frame.form != "base"
    return (
        frame.form == "ing"
        and (norm[before] in {"is", "are"} or (norm[before] == "been" and bool(LONG & set(norm))))
        and bool(frame.actions & {"fight", "clash"})
    )


def uncounted(norm: list[str], mention: Mention) -> bool:
    """Say whether a mention is a bare plural: many people, and no word of how many or which."""
    before = set(norm[max(0, mention.first - 3) : mention.first])
    few = before & (QUANTITY | NUMBERS | {"several", "few", "the", "these"}) - {"many", "members", "all"}
    figure = any(n[:1].isdigit() for n in norm[max(0, mention.first - 2) : mention.first])
    return "plural" in mention.tags and mention.count is None and not few and not figure


def of_record(frame: Frame) -> bool:
    """Say whether a clause on a group tells what it is known for ("a group that carried out several bombings in the
    south", "A, which has pledged allegiance to B"), with no day and no toll."""
    norm = frame.sentence.words.norm
    several = frame.voice == "noun" and frame.form == "nouns" and bool(frame.actions & ACTS)
    sworn = frame.voice == "active" and "form-group" in frame.actions and norm[frame.first - 1] in HAVE
    if not (several or sworn) or any(m.count for m in frame.targets):
        return False
    if has_day(frame.sentence, frame, norm.index(",", frame.last) if "," in norm[frame.last :] else None):
        return False
    who = next(
        (i for i in range(frame.first - 1, max(0, frame.first - RECORD), -1) if norm[i] in RELATIVE_PRONOUNS),
        0,
    )
    commas = (i for i in range(who + 1, frame.first) if norm[i] == ",")
    if who < 1 or not HARD.isdisjoint(norm[who : frame.first]) or any(norm[i + 1] != "and" for i in commas):
        return False
    head = who - (norm[who - 1] == ",")
    named = any(m.last == head and m.kind == "group" for m in frame.sentence.mentions)
    return named or norm[head - 1] in GROUPS


def of_reasons(frame: Frame) -> bool:
    """Say whether a plural names acts only as the reason of a feeling or a step ("is hated because of the killings
    carried out by its men"), with no day and no number."""
    norm = frame.sentence.words.norm
    if frame.voice != "noun" or frame.form != "nouns" or not frame.actions & ACTS:
        return False
    if any(m.count for m in (*frame.targets, *frame.agents)) or has_day(frame.sentence, frame):
        return False
    before = norm[max(0, frame.first - REASON) : frame.first]
    at = next((i for i in range(len(before) - 1, 0, -1) if (before[i - 1], before[i]) in REASONS), 0)
    return at > 0 and HARD.isdisjoint(before[at:]) and COUNTS.isdisjoint(before[-2:])


def of_many_events(frame: Frame) -> bool:
    """Say whether a count of weeks sums up several events ("this week about 40 died in various attacks"), or a plural
    those that a group is known for or that are only reasons."""
    if of_record(frame) or of_reasons(frame) or describes_fighters(frame) or taken_in_year(frame):
        return True
    norm = frame.sentence.words.norm
    behind = norm[frame.last : frame.last + SUMMED]
    several = any(a in {"in", "by"} and b in SEVERAL for a, b in pairwise(behind))
    weeks = bool({"week", "weeks", "fortnight", "month", "months"} & set(norm))
    return bool(frame.actions & TOLLS) and several and weeks


def of_a_war(frame: Frame) -> bool:
    """Say whether a frame counts what a war has done until now ("the war has killed 900 and displaced thousands", "to
    end violence that has killed hundreds")."""
    if not frame.actions & TOLLS:
        return False
    norm = frame.sentence.words.norm
    if frame.voice != "noun" and (in_which(norm, frame.first) or until_now(norm, frame)):
        return True
    for i in range(frame.first - 1, max(0, frame.first - WAR_REACH), -1):
        if norm[i] in HARD:
            return False
        if norm[i] in HAVE:
            told_of = norm[i - 1] in {"that", "which"}
            head = norm[i - 1 - told_of]
            return head in WARS or (told_of and head in VIOLENCE and DAYS.isdisjoint(norm[frame.last :]))
    return False


def until_now(norm: list[str], frame: Frame) -> bool:
    """Say whether the present perfect tells what a war has cost so far ("people have been killed in the conflict")."""
    perfect = norm[frame.first - 1] in {"been", "have", "has"} and norm[frame.first - 2] != "had"
    behind = norm[frame.last : frame.last + WAR_REACH]
    wars = [i for i, word in enumerate(behind) if word in WARS]
    if not wars or not HARD.isdisjoint(behind[: wars[0]]):
        return False
    if "result" in behind[: wars[0]]:  # "40 were killed as a result of the war"
        return DAYS.isdisjoint(norm)
    if not perfect:
        return False
    return not {"in", "over", "during", "by"}.isdisjoint(behind[: wars[0]]) and DAYS.isdisjoint(norm)


def in_which(norm: list[str], at: int) -> bool:
    """Say whether a clause tells what was suffered in a war as a whole ("a war in which 3,000 people died")."""
    opened = next((i for i in range(at - 1, max(0, at - WAR_REACH), -1) if norm[i] == "which"), 0)
    if opened < 2 or norm[opened - 1] not in {"in", "during"}:
        return False
    return not WARS.isdisjoint(norm[max(0, opened - WAR_REACH) : opened - 1])


def worldwide(frame: Frame) -> bool:
    """Say whether a verb of death counts those of the whole world ("42 killed worldwide")."""
    behind = frame.sentence.words.norm[frame.last : frame.last + 3]
    if not frame.actions & TOLLS or not behind:
        return False
    return behind[0] in WORLD or (
        behind[0] in {"across", "around"} and behind[1:] in (["the", "world"], ["the", "globe"])
    )


def habitual(frame: Frame) -> bool:
    """Say whether a verb tells in the present tense what people do who are described ("gangs who raid villages")."""
    norm = frame.sentence.words.norm
    at = frame.first - 1
    if norm[frame.first] in {"is", "are"} and at > 0 and norm[at] in {"which", "that"}:
        return True  # "the port, which is under the control of rebels"
    if at > 1 and norm[at] in ADVERBS | OFTEN:
        at -= 1
    if at <= 0 or norm[at] not in {"who", "that", "which"} or norm[frame.first] in SAME:
        return False
    if any(s.first == frame.first and s.entry.form == "s" for s in frame.sentence.acts):
        return of_group_in_general(frame, at)
    return any(s.first == frame.first and s.entry.form == "base" for s in frame.sentence.acts)


def of_group_in_general(frame: Frame, at: int) -> bool:
    """Say whether a clause whose pronoun stands at token `at` tells what a group does as a rule ("a rebel group that
    attacks villages"): to a bare plural, and not what a bomb or one man just did."""
    norm = frame.sentence.words.norm
    head = at - (norm[at - 1] == ",")
    group = any(m.last == head and m.kind in BODIES for m in frame.sentence.mentions)
    behind = norm[frame.last : frame.last + 2]
    return group and (behind == ["the", "people"] or (bool(behind) and behind[0].endswith("s")))


def begun_since(sentence: Sentence, at: int) -> bool:
    """Say whether a time at token `at` is that of what something is counted from ("since the siege began on")."""
    norm = sentence.words.norm[max(0, at - SINCE) : at]
    if "since" not in norm:
        return False
    behind = norm[norm.index("since") :]
    began = [
        n for n, after in zip(behind, [*behind[1:], ""], strict=True) if after != "fire"
    ]  # "opened fire"
    return not BEGAN.isdisjoint(began)
