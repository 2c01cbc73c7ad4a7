"""Theme: what a trigger acts upon: a thing ("seized two pistols"), or people whom a pronoun names ("shot him")."""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE, HAVE, PREPOSITIONS, QUANTITY, before_auxiliaries
from newsledger.coder.kinds import NONE
from newsledger.coder.spans import Span
from newsledger.coder.timed import behind_time
from newsledger.coder.withwhat import subject_start

HELD_THINGS = frozenset({"weapons", "traffic", "crewed"})  # what is controlled and is no ground
SITES = frozenset(
    "camp camps base bases post posts outpost outposts stronghold strongholds position positions".split()
)
THEME_GAP = 6  # words between a verb and a thing that it acts upon ("seized a large number of old rifles")
CONTAINERS = frozenset(
    "crate crates box boxes bag bags truck lorry car vehicle van boat dhow package parcel suitcase"
    " backpack drum barrel container containers can cans tin tins jar jars jerrycan jerrycans sack"
    " sacks cylinder cylinders store stash hoard dump bunker hideout holdall holdalls rucksack"
    " rucksacks trunk cache depot consignment shipment load stocked filled packed loaded stuffed"
    " stacked crammed piled brimming laden bursting place places pit hole cellar shed parcels packages suitcases"
    " backpacks drums barrels cars vehicles vans trucks lorries boats envelopes envelope letters bottles"
    " bottle vest armed fitted rigged"
    " primed wired".split()
)
CLAUSES = frozenset("which where who when while before after as but".split())
SEEMS = frozenset({"be", "like"})
SEEMING = 7  # words of "what … be"
NUMBERS = QUANTITY | {"a", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty"}
OPENERS = frozenset({"also", "meanwhile", "among", "additionally", "later"})
PLACING = frozenset({"to", "in", "at", "from", "near", "inside", "during", "outside", "under", "behind"})
PLACE_GAP = 16  # words between a verb of finding and its object behind a place
ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its"})
RELATIVE = 4  # tokens of "that had been"
OWNED = 4  # tokens from "of" to the thing that tells whose people are meant
ABOARD = frozenset({"into", "onto", "aboard", "inside", "on"})
MEANS = frozenset({"with", "by", "against", "after"})
AMONG = ["among", "other", "things"]
ALONE = frozenset({"he", "she"})
TAKING = frozenset({"take", "hold", "capture", "carry-off"})
PRONOUNS_HELD = frozenset({"him", "her", "them"})
# words behind "her" that show it is no owner ("took her away", not "took her bag")
AFTER_HELD = frozenset(
    "and in at on to with from off away into outside near before after while as by for inside".split()
)

HELD_GROUND = frozenset({"territory", "installation"})


def theme(frame: Frame) -> frozenset[str]:
    """Return the ids of the things that a trigger itself acts upon: the object of an active verb, the subject of a
    passive one, what stands behind "of" after a noun; never those of another phrase of the clause."""
    words = frame.sentence.words.norm
    people = [m for m in frame.sentence.mentions if "person" in m.tags and m.last - m.first > 1]
    spans = frame.sentence.things
    spans = [
        s for s in spans if not any(m.first <= s.first and s.last < m.last for m in people)
    ]  # "aid workers"
    if frame.voice == "passive":
        start = subject_start(frame)
        return frozenset(
            thing(s)
            for s in spans
            if s.first < frame.first
            if heads_clause(frame, words, s)
            or (
                start <= s.first
                and not is_governed(words, s.first, frame.first)
                and not tells_whose(frame, s)
            )
        )
    if (held := behind_be(frame, words)) > 0:
        return frozenset(thing(s) for s in spans if held <= s.first < held + THEME_GAP)
    if displaced(frame, words):
        return frozenset(thing(s) for s in spans if is_counted_behind(frame, words, s))
    found: set[str] = set()
    end = behind_seeming(words, behind_time(words, frame.last))
    for span in spans:
        if span.first < frame.last or span.first >= frame.clause[1]:
            continue
        between = words[end : span.first]
        if between[:1] == ["with"] and words[end - 1] in CONTAINERS:
            between = between[1:]  # the container is a thing, too
        if len(between) > THEME_GAP or any(leaves_theme(between, i) for i in range(len(between))):
            break
        found.add(thing(span))
        end = span.last
    taken = [m for m in frame.targets if frame.last <= m.first and m in frame.sentence.mentions]
    if any("site" in m.tags or words[m.last - 1] in SITES for m in taken):
        found.add("installation")  # "captured a rebel camp": the word is a mention and no object
    named = words[frame.last : frame.last + 1] not in (["it"], ["them"])
    joined = "and" in words[max(0, frame.first - 2) : frame.first]
    if not named and joined and not found and spans and spans[0].last <= frame.first:
        found |= {thing(spans[0])} & HELD_GROUND  # "stormed the base with car bombs and overran it"
    if named and "control" in words[frame.first : frame.last] and not found & HELD_THINGS:
        return frozenset(found - {"property"} | {"territory"})  # "took control of the farms": of the ground
    return frozenset(found)


def heads_clause(frame: Frame, words: list[str], span: Span) -> bool:
    """Say whether a passive stands in the clause on a thing ("aboard a helicopter that was shot down")."""
    gap = words[span.last : frame.first]
    return len(gap) > 1 and gap[0] in {"that", "which"} and gap[1] in BE | HAVE and len(gap) <= RELATIVE


def behind_seeming(words: list[str], at: int) -> int:
    """Return the token behind words that only leave open what a thing is ("what appeared to be two pistols"), or that
    more was taken ("seized, among other things, two pistols")."""
    comma = words[at : at + 1] == [","]
    if words[at + comma : at + comma + 3] == AMONG:
        at += comma + 3
        return at + (words[at : at + 1] == [","])
    if words[at : at + 1] != ["what"]:
        return at
    return next((i + 1 for i in range(at + 1, min(at + SEEMING, len(words))) if words[i] in SEEMS), at)


def behind_be(frame: Frame, words: list[str]) -> int:
    """Return the token behind "was" or "were" where a verb of finding opens its sentence before its subject ("Also
    seized at the house were two pistols"), or 0."""
    opens = frame.first == 0 or (frame.first == 1 and words[0] in OPENERS)
    if not opens or "take-item" not in frame.actions or frame.form not in {"past", "ed", "part"}:
        return 0
    for i in range(frame.last, min(len(words), frame.last + 10)):
        if words[i] in {"was", "were"}:
            return i + 1
        if words[i] == ",":
            break
    return 0


def displaced(frame: Frame, words: list[str]) -> bool:
    """Say whether a verb of finding has the place before its object ("dug up in a yard near Bria two rockets")."""
    finds = frame.voice == "active" and "take-item" in frame.actions and frame.form in {"past", "ed", "s"}
    return finds and words[frame.last : frame.last + 1] != [] and words[frame.last] in PLACING


def is_counted_behind(frame: Frame, words: list[str], span: Span) -> bool:
    """Say whether a thing behind a verb and a place is told with its number or article, and no comma between."""
    if not frame.last < span.first < min(frame.clause[1], frame.last + PLACE_GAP):
        return False
    before = words[max(frame.last, span.first - 3) : span.first]
    counted = any(w in NUMBERS or w == "an" or w[:1].isdigit() for w in before)
    return counted and "," not in words[frame.last : span.first]


def tells_whose(frame: Frame, span: Span) -> bool:
    """Say whether a thing only tells which people are meant ("the crew of a tanker were taken away")."""
    words = frame.sentence.words.norm
    people = (m.last for m in frame.sentence.mentions if "person" in m.tags and m.last < span.first)
    return any("of" in words[at - 1 : at + 1] and span.first - at <= OWNED for at in people)


def is_governed(words: list[str], at: int, verb: int = 0) -> bool:
    """Say whether a word of means or cause governs the thing at a token before a verb ("with guns and mortars")."""
    before = at - 1
    while before > 0 and words[before] in ARTICLES:
        before -= 1
    if before >= 0 and words[before] in ABOARD:
        return True  # "was put on a minibus and driven away"
    for i in range(at - 1, max(-1, at - 7), -1):
        if words[i] in {",", ":", ";", "who", "which"}:
            return False
        if words[i] == "with" and i and words[i - 1] in CONTAINERS:
            return False  # "a store with rifles was found"
        if words[i] in MEANS:
            return words[i] != "after" or verb < 1 or words[verb - 1] not in BE  # "after a bomb was found"
    return False


def thing(span: Span) -> str:
    """Return what a span names as a thing: a weapon is one of the weapons, whatever it is used for."""
    if span.entry.kind == "weapon":
        return "other" if span.entry.id in {"riot-control", "blunt", "blade"} else "weapons"
    return span.entry.id


def leaves_theme(between: list[str], at: int) -> bool:
    """Say whether a word leads away from what a verb acts upon: a preposition other than "of" or one before a day."""
    following = between[at + 1] if at + 1 < len(between) else ""
    timed = between[at] == "on" and bool(following)
    if between[at] == "," and (following.endswith("ing") or following in CLAUSES):
        return True  # "captured the town, prompting schools to close"
    if between[at] == "with" and at and between[at - 1] in CONTAINERS:
        return False  # "dug up a crate with thirty shells"
    counted = between[at] in {"about", "around", "over"} and (following[:1].isdigit() or following in NUMBERS)
    return between[at] in PREPOSITIONS and between[at] != "of" and not timed and not counted


def pronoun(frame: Frame) -> frozenset[str]:
    """Return `pronoun` where the object of an active verb is "him", "her" or "them", whom no word names here, or the
    subject of a passive "nine of them", of taking somebody away "he" or "she"."""
    norm, at = frame.sentence.words.norm, frame.last
    if frame.voice == "passive":
        subject = before_auxiliaries(norm, frame.first)
        alone = norm[subject] in ALONE and subject < frame.first - 1 and bool(frame.actions & TAKING)
        several = norm[subject - 1 : subject + 1] == ["of", "them"]
        return frozenset({"pronoun"}) if alone or several else NONE
    if norm[at : at + 1] and norm[at] in {"at", "on", "upon"}:
        at += 1
    if norm[at + 1 : at + 3] == ["of", "them"] and (norm[at][0].isdigit() or norm[at] in NUMBERS):
        at += 2  # "shot nine of them"
    if frame.voice != "active" or norm[at : at + 1] == [] or norm[at] not in PRONOUNS_HELD:
        return NONE
    owner = norm[at] == "her" and norm[at + 1 : at + 2] and norm[at + 1][0].isalpha()
    return NONE if owner and norm[at + 1] not in AFTER_HELD else frozenset({"pronoun"})
