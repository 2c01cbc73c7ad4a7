"""Mistaken: words of force in a sense of elections, of the law, of rising numbers, or in somebody's name.

"Beat her challenger by 400 votes" hurts nobody, "police confiscated two computers" is no looting, "Flood called upon an
actor" no crowd, and "intensified its air raids in recent days" tells of no raid (coding-rules 1).
"""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE, DAYS, DEADLY
from newsledger.coder.timed import TIMED, behind_time

SAID = frozenset({"said", "says", "told", "wrote", "will", "had", "has"})
VOTES = frozenset("votes vote points percent goals runs wickets seats ballots margin".split())
RIVALS = frozenset("challenger challengers incumbent opponent opponents rival rivals".split())
POLLS = frozenset(
    "votes vote election elections primary runoff ballot ballots seat poll polls office candidate".split()
)
BEATEN = frozenset({"assault", "attack", "kill", "repel", "push-back", "by-force"})
FAR = 14  # tokens between "beating" and by how many votes
LAWFUL = ("confiscat", "impound", "repossess")
OFFICERS = frozenset({"police", "prison", "government"})
HEAD = 10  # tokens behind "control" in which what is controlled stands
NO_GROUND = frozenset(
    "market markets sector trade network company firm party parliament senate congress committee supply supplies"
    " economy industry business businesses distribution shipments smuggling trafficking bank media newspaper".split()
)
SENT = ("sent", "send", "dispatch", "despatch", "deput", "rush")
ERRANDS = frozenset(
    "apprehend arrest nab catch trace track investigate probe look search inquire enquire ascertain bring fetch collect"
    " record question verify locate find".split()
)
GIVEN = 7  # tokens behind "released" in which the thing stands
THINGS = frozenset(
    "summary statement report reports video videos footage photo photos photograph photographs list lists details data"
    " figures names results communique letter letters document documents study findings film recording transcript tape"
    " cars car vehicles trucks ambulances motorcycles equipment food aid supplies medicine medicines blankets tents"
    " relief computers uniforms speech speeches verdict judgment message messages funds money cheque cheques".split()
)
DRAWN = frozenset("removed remove removes pulled pulls drew draws produced produces took takes".split())
WORN = frozenset(
    "pants waistband pocket pockets jacket coat trousers belt holster purse handbag waist backpack sleeve boot".split()
)
MORE = ("intensif", "stepped", "step", "escalat", "ramp", "increas")
RISE = 4  # tokens between "intensified" and the raids
LATELY = frozenset({"recent", "past", "last"})
SPANS = frozenset({"days", "weeks", "months", "hours"})
LOUD = 0.5  # share of words with a capital above which a sentence is written as a title


def is_mistaken(frame: Frame) -> bool:
    """Say whether a trigger is used in a sense that tells no act, by the words around it."""
    return (
        gains_no_ground(frame)
        or is_errand(frame)
        or gives_things(frame)
        or uses_tools(frame)
        or is_surname(frame)
        or wins_vote(frame)
        or is_lawful(frame)
        or draws_weapon(frame)
        or only_grows(frame)
        or only_says(frame)
    )


def only_says(frame: Frame) -> bool:
    """Say whether to protest is only to say so ("the union protested on Monday that police had beaten two members")."""
    norm = frame.sentence.words.norm
    if frame.voice == "noun" or not norm[frame.first].startswith("protest"):
        return False
    that = behind_time(norm, frame.last)
    return norm[that : that + 1] == ["that"] and TIMED.isdisjoint(norm[that + 1 : that + 2])


def is_surname(frame: Frame) -> bool:
    """Say whether a verb written with a capital inside a sentence is a name ("on Monday, Flood called upon …")."""
    words = frame.sentence.words
    if frame.form != "base" or not frame.first or not words.is_name(frame.first):
        return False
    behind = words.norm[frame.last : frame.last + 1]
    acts = bool(behind) and (behind[0].endswith("ed") or behind[0] in BE | SAID)
    if not (acts or follows_name(frame)):
        return False
    if frame.last - frame.first > 1 or words.text[frame.first].isupper() or frame.sentence.part == "title":
        return False
    if not (words.norm[frame.first - 1].isalpha() or words.norm[frame.first - 1] == ","):
        return False
    names = [words.is_name(i) for i, norm in enumerate(words.norm) if norm.isalpha()]
    return sum(names) < LOUD * len(names)


def follows_name(frame: Frame) -> bool:
    """Say whether a word written with a capital that no lexicon knows stands right before a trigger ("Shyam Rout")."""
    words, at = frame.sentence.words, frame.first - 1
    if at < 1 or not words.is_name(at) or words.text[at].isupper() or words.norm[at] in DAYS:
        return False
    sentence = frame.sentence
    ranges = [(m.first, m.last) for m in sentence.mentions]
    ranges += [(s.first, s.last) for s in sentence.spans] + [(t.first, t.last) for t in sentence.times]
    return not any(first <= at < last for first, last in ranges)


def wins_vote(frame: Frame) -> bool:
    """Say whether somebody is only beaten at the polls or in a game ("beating her challenger by 26,000 votes")."""
    norm = frame.sentence.words.norm
    if (
        frame.voice == "noun"
        or not frame.actions & BEATEN
        or not norm[frame.first].startswith(("beat", "defeat"))
    ):
        return False
    behind = norm[frame.last : frame.last + FAR]
    counted = "by" in behind and not VOTES.isdisjoint(behind)
    return counted or (not RIVALS.isdisjoint(behind[:4]) and not POLLS.isdisjoint(norm))


def is_lawful(frame: Frame) -> bool:
    """Say whether officers take things by law: that is no looting ("police confiscated two computers")."""
    word = frame.sentence.words.norm[frame.first]
    officers = bool(frame.agents) and all(m.kind in OFFICERS for m in frame.agents)
    return "loot" in frame.actions and word.startswith(LAWFUL) and officers


def gains_no_ground(frame: Frame) -> bool:
    """Say whether what is brought under control is a trade, a firm or a house of parliament and no ground ("gained
    control over the food market")."""
    norm = frame.sentence.words.norm
    if "seize-territory" not in frame.actions or "control" not in norm[frame.first : frame.last + 2]:
        return False
    behind = norm[frame.last : frame.last + HEAD]
    end = next(
        (i for i, word in enumerate(behind) if word in {",", ".", "in", "and", "from", "after"}), len(behind)
    )
    return not NO_GROUND.isdisjoint(behind[:end])


def is_errand(frame: Frame) -> bool:
    """Say whether police are only sent to look for somebody or into something ("teams have been dispatched to nab
    him")."""
    norm = frame.sentence.words.norm
    if not norm[frame.first].startswith(SENT) or not frame.actions & {"send", "move-forces", "armed-move"}:
        return False
    if not any(m.kind in OFFICERS for m in (*frame.agents, *frame.targets)):
        return False
    behind = norm[frame.last : frame.last + FAR]
    return "to" in behind[:-1] and behind[behind.index("to") + 1] in ERRANDS


def gives_things(frame: Frame) -> bool:
    """Say whether what is released or handed over is a document or goods, and neither people nor ground ("released a
    summary of the fighting", "delivered 170 patrol cars")."""
    if frame.voice == "noun" or not frame.actions & {"release", "hand-over"}:
        return False
    behind = frame.sentence.words.norm[frame.last : frame.last + GIVEN]
    stop = next(
        (i for i, word in enumerate(behind) if word in {"of", "to", "in", "on", ",", ".", "from", "for"}),
        len(behind),
    )
    return not THINGS.isdisjoint(behind[:stop])


def uses_tools(frame: Frame) -> bool:
    """Say whether something is only used, and nothing made a base of it ("using special tools, opened vaults")."""
    norm = frame.sentence.words.norm
    return (
        "convert" in frame.actions
        and not frame.weapons
        and norm[frame.first] in {"using", "use", "uses", "used"}
        and "as" not in norm[frame.last : frame.last + FAR]
    )


def draws_weapon(frame: Frame) -> bool:
    """Say whether somebody takes a weapon out of his own clothes ("took a pistol from his coat")."""
    norm = frame.sentence.words.norm
    behind = norm[frame.last : frame.last + FAR]
    if norm[frame.first] not in DRAWN or "from" not in behind:
        return False
    source = behind[behind.index("from") + 1 :][:3]
    return source[:1] in (["his"], ["her"], ["their"], ["a"], ["the"]) and not WORN.isdisjoint(source)


def only_grows(frame: Frame) -> bool:
    """Say whether a noun only tells that there is more of an act lately ("has stepped up its raids in recent days")."""
    norm = frame.sentence.words.norm
    if frame.voice != "noun" or not norm[frame.first - 1].isalpha():
        return False
    before = norm[max(0, frame.first - RISE) : frame.first]
    grows = any(word.startswith(MORE) for word in before)
    lately = any(norm[i] in LATELY and norm[i + 1 : i + 2] and norm[i + 1] in SPANS for i in range(len(norm)))
    return grows and lately and DAYS.isdisjoint(norm) and not frame.actions & DEADLY
