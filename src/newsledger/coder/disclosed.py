"""Disclosed: sexual violence and poison gas that a story tells only by the way in which it became known.

Rape is seldom told like a battle. It becomes known through an accusation, an inquiry, a count of cases, a charge, and
a word of these takes its sentence out of scope. Where a story tells nothing else, what its opening says so of
soldiers, policemen, gangs or several men, or of many victims, is an event all the same (coding-rules 2.3). The case of
one private person stays plain crime, and so do verdicts, laws, campaigns and speeches (coding-rules 1).
"""

from collections.abc import Mapping, Sequence

from newsledger.coder.accounts import Telling
from newsledger.coder.dated import Dated
from newsledger.coder.event_types import CHANGE
from newsledger.coder.frames import Frame
from newsledger.coder.political import GANG, is_private
from newsledger.coder.protested import CROWD
from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.story import Story

DISCLOSED = frozenset({"rape", "chemical"})  # what inquiries bring to light long after
HABIT = "used to"
OPENING = 3  # sentences of the text in which a story says what it is about
# how words begin in whose company it is only the matter of a verdict, a law, a campaign, a speech or a show
ASIDE = tuple(
    "condemn denounc deplor urg vow pledg promis apolog acquit convict sentenc jailed reject deni deny refut dismiss"
    " criminali outlaw legali eradicat combat tackl prevent sanction blacklist honour honor award nobel prize guilty"
    " verdict legislat awareness workshop seminar conference summit hotline helpline envoy statistic hollywood film"
    " movie actress actor director producer singer comedian footballer coach church diocese archdiocese vatican bishop"
    " novel theatre resolution icc hague tribunal historian archive memoir".split()
)
# phrases that do the same
PHRASES = (
    ("called", "for"), ("calls", "for"), ("calling", "for"), ("call", "for"), ("called", "on"), ("calls", "on"),
    ("calling", "on"), ("law", "on"), ("laws", "on"), ("bill", "on"), ("bill", "to"), ("law", "to"),
    ("policy", "on"), ("campaign", "against"), ("fight", "against"),
    ("zero", "tolerance"), ("special", "representative"), ("world", "day"),
    ("international", "day"), ("their", "call"), ("on", "the", "rise"), ("in", "prison"), ("in", "jail"),
    ("years", "ago"), ("decades", "ago"),
    ("on", "trial"), ("stand", "trial"), ("trial", "of"), ("hear", "the", "case"), ("hearing", "the", "case"),
)  # fmt: skip
# reasons for being out of scope that may only say how it became known
KNOWN = frozenset({"topic-only", "background", "trial", "out-of-scope"})
CRIME = "plain crime"
PERHAPS = frozenset({"may", "might", "could"})
SUFFERED = frozenset({"victims", "survivors"})
LAW = frozenset({"police", "government", "state"})  # who look into a deed more often than do it
HELD_TO_IT = frozenset({"accused", "charged", "indicted", "suspended", "investigated"})
ATROCITIES = frozenset({"kill", "burn", "loot"})
OLD = 10  # years after which what becomes known is history
AHEAD = 4  # tokens behind those named first in which they are said to be held to it


def set_aside(story: Story) -> None:
    """Take sexual violence out of scope of which a sentence names nobody and that is the matter of a law or a speech
    ("a bill to punish rape with death")."""
    for frame in story.frames:
        nobody = not frame.agents and not frame.targets and frame.voice == "noun"
        if (
            "rape" in frame.actions
            and not frame.scope
            and nobody
            and only_spoken_of(frame.sentence.words.norm)
        ):
            frame.scope, frame.detail = "topic-only", frame.trigger


def reopen(story: Story, tellings: Sequence[Telling]) -> bool:
    """Put disclosed sexual violence of a story back in scope; say whether there is any.

    `tellings` are what the story tells so far: only postings of forces leave room for it.
    """
    if any(t.decision.sub_event_type != CHANGE for t in tellings):
        return False
    told = [f for f in story.frames if f.actions & DISCLOSED and f.scope and is_disclosed(f, story)]
    for frame in told:
        frame.scope = frame.detail = ""
    return bool(told)


def days(story: Story, dated: Mapping[int, Dated], default: Dated) -> dict[int, Dated]:
    """Return the day of the story for sexual violence of which only a vague time is told ("over two decades")."""
    frames = enumerate(story.frames)
    vague = (n for n, f in frames if f.actions & DISCLOSED and not f.scope and dated[n].when.date is None)
    return dict.fromkeys(vague, default)


def is_disclosed(frame: Frame, story: Story) -> bool:
    """Say whether a frame out of scope tells of sexual violence or gas that only becomes known, and no habit of old."""
    sentence = frame.sentence
    body = story.body
    if frame.detail.casefold() == HABIT:
        return False
    if sentence.index not in body[:OPENING] or frame.detail == CRIME or not may_be_known(frame):
        return False
    if names_old_year(sentence.words.norm, story.article.published.year) or is_plainly_old(frame):
        return False
    if only_spoken_of(sentence.words.norm) or among_atrocities(frame, story):
        return False
    if any(f.sentence is sentence and f.actions & (CROWD - {"fill-streets"}) for f in story.frames):
        return False  # a march against it
    if doers(frame):
        return True
    if frame.scope == "trial":
        return False
    if set(frame.trigger.casefold().split()) & SUFFERED:
        return True  # "most rape victims described …"
    grave = frame.trigger.casefold().startswith(GANG) and bool(frame.targets)
    grave = grave or (bool(frame.targets) and several_held(sentence, story))
    return grave or any(is_many(m) for m in frame.targets)


def among_atrocities(frame: Frame, story: Story) -> bool:
    """Say whether a noun only stands in a list of what a war has brought ("fled killings, rapes and arson")."""
    if frame.voice != "noun" or frame.targets:
        return False
    beside = (f for f in story.frames if f.sentence is frame.sentence and f.scope == frame.scope)
    return any(f.voice == "noun" and f.actions & ATROCITIES for f in beside)


def is_plainly_old(frame: Frame) -> bool:
    """Say whether a verb tells of other times and nobody is said to tell of it ("soldiers raped women in 2018")."""
    return frame.scope == "background" and frame.voice == "active" and not frame.sentence.speech


def names_old_year(norm: list[str], now: int) -> bool:
    """Say whether a sentence names a year long before a story ("raped in the town in 1945")."""
    return any(n.isdigit() and len(n) == 4 and 1900 < int(n) < now - OLD for n in norm)


def several_held(sentence: Sentence, story: Story) -> bool:
    """Say whether several people are arrested in a sentence ("four suspects were arrested over a rape")."""
    held = (f for f in story.frames if f.sentence is sentence and "arrest" in f.actions)
    return any((m.count or 1) > 1 for f in held for m in f.targets)


def only_spoken_of(norm: list[str]) -> bool:
    """Say whether the words of a sentence make what it names the matter of a verdict, a law, a speech or a show."""
    if any(n.startswith(ASIDE) for n in norm):
        return True
    return any(tuple(norm[i : i + len(p)]) == p for p in PHRASES for i in range(len(norm)) if norm[i] == p[0])


def may_be_known(frame: Frame) -> bool:
    """Say whether the reason why a frame is out of scope leaves open that it happened ("may have been groped")."""
    if frame.scope in KNOWN:
        return True
    before = frame.sentence.words.norm[max(0, frame.first - 4) : frame.first]
    return frame.scope in {"future", "hypothetical"} and "have" in before and bool(PERHAPS & set(before))


def doers(frame: Frame) -> list[Mention]:
    """Return those who did it by what the sentence says: its agents, if none is one private person, else the armed
    people named in it, police and officials only where they are accused of it themselves."""
    if frame.agents and all(not is_private(m) for m in frame.agents):
        return frame.agents
    sentence = frame.sentence
    return [
        m
        for m in sentence.mentions
        if "armed" in m.tags and (m.kind not in LAW or is_held_to_it(sentence, m))
    ]


def is_held_to_it(sentence: Sentence, mention: Mention) -> bool:
    """Say whether people open a sentence that says what they are accused of ("two policemen accused of …")."""
    ahead = sentence.words.norm[mention.last : mention.last + AHEAD]
    return mention.first <= 2 and not HELD_TO_IT.isdisjoint(ahead)


def is_many(mention: Mention) -> bool:
    """Say whether a mention is of more than one person."""
    return "plural" in mention.tags or (mention.count or 1) > 1
