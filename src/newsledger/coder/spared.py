"""Events told as done although a word that recalls or tells of them stands near."""

from itertools import pairwise

from newsledger.coder.anniversary import by_doing, is_done_for
from newsledger.coder.announced import is_done_by_saying
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE, HAVE, MODALS, NTH, RELATIVE_PRONOUNS
from newsledger.coder.parties import is_state
from newsledger.coder.presumed import is_presumed
from newsledger.coder.protested import CROWD, MET, quelled, taken_from, turns
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.untold import belongs_behind, in_past

REACH = 14  # tokens that a clause cue may govern
FAR = 20  # tokens over which a protest's aims may be told
NUMERALS = frozenset(
    "two three four five six seven eight nine ten twelve twenty thirty fifty hundreds thousands dozens".split()
)
TELLING = ("document", "recount", "describ", "report", "reveal")  # words by which a crime becomes known
STEPS = frozenset(
    "agree accord surrender move-forces security-measure form-group group-change new-force set-up-base ban".split()
)
GROUND = frozenset({"withdraw", "hand-over", "unopposed", "seize-territory", "retake-territory"})
SPEAKS = frozenset({"spoke", "speaking"})  # of how many died
ROUGHLY = frozenset({"over", "at", "about", "some"})  # "at least 40"
RECORDS = frozenset("worst deadliest heaviest bloodiest highest biggest largest fiercest greatest".split())
OWNS_UP = frozenset("admitted admits admitting acknowledged acknowledges".split())
FEW = 20  # dead in one event that observers tell of
CARRIED = frozenset("out staged mounted conducted perpetrated launched planted laid".split())
ABOUT = frozenset({"demand", "protest-topic", "topic", "aftermath", "host", "commemorate"})
PRESUMING = frozenset({"topic", "host", "background", "aftermath", "commemorate"})
LOOKING = ("investigat", "prob", "look")
TESTIFYING = ("document", "recount", "describ", "record", "witness", "detail", "recall")
PICTURES = (["footage", "of"], ["video", "of"], ["videos", "of"], ["images", "of"], ["cases", "of"], ["reports", "of"],
            ["instances", "of"], ["incidents", "of"], ["photos", "of"])  # fmt: skip
INVENTED = frozenset(
    "book novel memoir film movie documentary play exhibition museum court trial tribunal prosecutor prosecutors"
    " indictment author writer historian series".split()
)
CLAUSE = 10  # tokens of a relative clause before a time in it
MAIN = frozenset({"was", "were"})  # opens the main verb of a passive
APPOSED = frozenset("who which whose one two three some most both all several many".split())
KEPT = frozenset({"foiled", "thwarted", "foiling", "thwarting", "foil", "thwart"})
MEETING = frozenset({"gather", "fill-streets", "block"})
REMEMBERED = frozenset(
    "tribute remember victims dead wreaths prayed honour honor memorial mourn survivors".split()
)
MARCHES = frozenset({"protest", "gather", "fill-streets"})
FORCES = frozenset({"police", "security", "military"})
HARMING = frozenset("kill shoot assault attack rape burn loot destroy abduct wound fire-at".split())
LEFT = frozenset("left killed claimed wounded injured caused resulted cost saw".split())


def is_number(token: str) -> bool:
    """Say whether a token is a number, and no year."""
    figure = token[:1].isdigit() and not (len(token) == 4 and token[:2] in {"19", "20"})
    return figure or token in NUMERALS


def spared(sentence: Sentence, cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a frame is told as done although a cue that recalls or tells of it stands near."""
    ident = cue.entry.id
    if ident in {"host", "topic", "background"} and told_by_survivors(sentence, cue, frame):
        return True
    norm = sentence.words.norm
    aside = closed_relative(norm, cue, frame) or open_relative(norm, cue, frame)
    aside = aside or marches_on(norm, cue, frame, frames) or past_aim(norm, cue, frame)
    if aside or (ident in PRESUMING and is_presumed(sentence, cue, frame, frames)):
        return True
    if ident in ABOUT and turns(frame) and any(f.actions & CROWD and f.last <= cue.first for f in frames):
        return True  # "a march against the killing of two boys descended into violence"
    if ident == "background" and (belongs_behind(frame, cue.first, frames) or ends_a_year(norm, cue, frame)):
        return True
    if ident == "topic" and counts_dead(sentence, cue, frames):
        return True
    if ident in {"topic", "host"} and looked_into(sentence, cue, frame):
        return True
    if testified(sentence, cue, frame, frames) or kept_from_marching(sentence, cue, frame):
        return True
    if is_made(sentence, cue, frame):
        return True
    if met_crowd(sentence, cue, frame) or (ident == "demand" and quelled(sentence, cue, frame, frames)):
        return True
    if ident == "host" and (taken_from(sentence, cue, frame, frames) or is_told_anew(norm, cue, frame)):
        return True
    if (
        ident == "background"
        and cue.first >= frame.last
        and (is_record(norm[max(0, frame.first - 3) : cue.first]) or counts(norm[frame.last : cue.last]))
    ):
        return True
    return ident == "commemorate" and on_the_day(sentence, cue, frame, frames)


def ends_a_year(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether "a year" behind an act is how long something was, not how often ("entered the port, ending a year of
    jihadist rule")."""
    return cue.first >= frame.last and norm[cue.last - 2 : cue.last + 1] == ["a", "year", "of"]


def past_aim(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether a finite verb stands behind what something was "aimed at" ("a rocket aimed at Acre was shot down"),
    and is not its aim ("talks aimed at ending")."""
    if norm[cue.first : cue.last] != ["aimed", "at"] or frame.first <= cue.last:
        return False
    finite = frame.voice != "noun" and frame.form in {"past", "part", "ed", "word"}
    return finite and not norm[cue.last].endswith("ing")


def marches_on(norm: list[str], cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a verb in -ing behind a comma goes back to those who march, past what they march about ("rallied
    against a ban on veils, hurling stones and smashing windows")."""
    if frame.form != "ing" or frame.voice == "noun" or not cue.last < frame.first:
        return False
    comma = next(
        (i for i in range(cue.last, frame.first) if norm[i] == "," and norm[i + 1].endswith("ing")), 0
    )
    inside = [f for f in frames if cue.last <= f.first < comma]
    told = not RELATIVE_PRONOUNS.isdisjoint(norm[cue.first : comma]) or any(f.form == "ing" for f in inside)
    marched = (f for f in frames if f.actions & CROWD and f.last <= cue.first and not f.scope)
    return comma > 0 and not told and any(f.voice == "active" for f in marched)


def is_made(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether what is told to come, to be tried or only announced is done by that very word."""
    return (
        is_step(sentence, cue, frame)
        or is_made_now(sentence, cue, frame)
        or is_done_by_saying(sentence, cue, frame)
    )


def is_made_now(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether it is only the beginning of what is agreed that is to come ("agreed to a truce that will begin")."""
    relative = cue.first >= frame.last and sentence.words.norm[cue.first - 1] in {"that", "which"}
    return cue.entry.id == "future" and relative and frame.light and "accord" in frame.actions


def on_the_day(sentence: Sentence, cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a frame is a march on a day of remembrance, or what is done for its sake, not those who only meet to
    remember ("survivors gathered at the wall to remember the victims")."""
    met = any(f.actions & (HARMING | MET) and f.voice != "noun" for f in frames)
    wanted = any(c.entry.id == "demand" for c in sentence.cues)
    dead = not REMEMBERED.isdisjoint(sentence.words.norm)
    if frame.actions <= MEETING and cue.first >= frame.last and dead and not met and not wanted:
        return False
    return bool(frame.actions & (CROWD | MET)) or is_done_for(sentence, cue, frame)


def is_step(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether a word that tells of an act is how it is made or known to be done: a truce or a merger is made by
    announcing it, a rally is not held by it."""
    ident, word = cue.entry.id, norm_of(sentence, cue)
    if ident in {"background", "host", "commemorate"} and "mass-grave" in frame.actions:
        return True  # whoever lies in one died long before
    if ident == "host" and word == "involved" and "symmetric" in frame.tags:
        return any("armed" in m.tags and m.last <= cue.first for m in sentence.mentions)  # "in a shootout"
    if ident == "host" and word in OWNS_UP and owned_by_group(sentence, cue):
        return True  # "the rebels admitted burning five trucks"
    if word.startswith("pardon") and "surrender" in frame.actions:
        return True  # "were pardoned after surrendering"
    return ident == "topic" and word == "announced" and bool(frame.actions & (STEPS | GROUND))


def is_record(gap: list[str]) -> bool:
    """Say whether a time behind words only says for how long something was the worst of its kind ("16 died, the highest
    toll for years")."""
    return any(n in RECORDS or (n == "most" and gap[i - 1] == "the") for i, n in enumerate(gap))


def counts(gap: list[str]) -> bool:
    """Say whether words behind an act only count it since a time ("set up its third base since May")."""
    return "since" in gap and any(
        n in NTH and before in {"its", "their", "the", "a", "his"} for before, n in pairwise(gap)
    )


def owned_by_group(sentence: Sentence, cue: Span) -> bool:
    """Say whether a group that fights stands before a cue as the one who admits an act."""
    near = (m for m in sentence.mentions if m.last <= cue.first and cue.first - m.last <= REACH)
    return any(m.kind == "group" or ("armed" in m.tags and not is_state(m)) for m in near)


def is_told_anew(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether a group tells of an act of its own that nobody told of before: it stands behind an indefinite article
    ("said its fighters carried out a suicide attack on …", not "… carried out the attack")."""
    done = norm[cue.last - 1] in CARRIED and cue.last <= frame.first
    return done and norm[cue.last : cue.last + 1] in (["a"], ["an"], ["two"], ["three"], ["several"])


def norm_of(sentence: Sentence, cue: Span) -> str:
    """Return the first word of a cue."""
    return sentence.words.norm[cue.first]


def closed_relative(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether a cue stands in a relative clause or an apposition that commas close before the main verb ("miners,
    who had asked for a rise, marched on …", "two rifles, one linked to a murder, were seized")."""
    finite = (
        in_past(frame)
        or (frame.voice == "passive" and norm[frame.first - 1] in BE)
        or (frame.voice == "active" and frame.form in {"base", "s"} and norm[frame.first - 1] == ",")
    )
    if not finite or cue.last >= frame.first:
        return False
    commas = [i for i in range(frame.first) if norm[i] == ","]
    close = [i for i in commas if i >= cue.last]
    opened = [i for i in commas if i < cue.first and norm[i + 1] in APPOSED]
    own = norm[close[-1] + 1 : frame.first] if close else []
    return bool(close and opened) and len(close) == 1 and all(n in HAVE | BE or n.endswith("ly") for n in own)


def open_relative(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether a cue is the verb of a relative clause without commas and the frame belongs to the main verb behind
    it ("a priest who denounced logging was found with a bullet in the head")."""
    if cue.last < frame.first and RELATIVE_PRONOUNS & set(norm[max(0, cue.first - CLAUSE) : cue.first]):
        own = norm[cue.last : frame.first]
        perfect = own[:1] in (["have"], ["has"]) and norm[cue.last - 1] not in MODALS
        if perfect and all(n in HAVE or n.endswith("ly") for n in own):
            return True  # "two groups that had fought for a decade have merged"
    if cue.last >= frame.first or not {"who", "which"} & set(norm[max(0, cue.first - 2) : cue.first]):
        return False
    gap = norm[cue.last : frame.first]
    be = next((i for i, n in enumerate(gap) if n in MAIN), -1)
    return be > 0 and not {"who", "which", "that", "when", "where", "whose", ","} & set(gap[:be])


def looked_into(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether a cue only says that a fight is looked into that the sentence goes on to tell of ("are investigating
    a brawl of miners and guards in which two died")."""
    norm = sentence.words.norm
    if norm[cue.first].startswith(LOOKING) and frame.voice == "noun" and "take-item" in frame.actions:
        return True  # "are looking into the find of two parcel bombs"
    if not norm[cue.first].startswith(LOOKING) or frame.voice != "noun" or not frame.agents:
        return False
    behind = norm[frame.last : frame.last + FAR]
    return any(behind[i] in {"that", "which"} and behind[i + 1] in LEFT for i in range(len(behind) - 1))


def counts_dead(sentence: Sentence, cue: Span, frames: list[Frame]) -> bool:
    """Say whether those who watch a war only count who died in it now ("documented the killing of two farmers in a
    rocket attack"); more than a few are those of months."""
    norm = sentence.words.norm
    if norm[cue.first] in SPEAKS:
        return any(is_number(n) or n in ROUGHLY for n in norm[cue.last : cue.last + 1])
    if not norm[cue.first].startswith("document"):
        return False
    behind = next((f for f in frames if cue.last <= f.first <= cue.last + 2), None)
    told = behind is not None and behind.voice == "noun" and behind.actions & {"kill", "death", "wound"}
    return bool(told) and any(m.count and m.count <= FEW for f in (behind,) if f for m in f.targets)


def told_by_survivors(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether a cue only says through whom sexual violence is known ("38 survivors of rape by militiamen")."""
    norm = sentence.words.norm
    led = norm[cue.last - 1] in {"of", "about", "for", "in"} or norm[cue.first].startswith(TELLING)
    if "rape" not in frame.actions or not led:
        return False
    if any("armed" in m.tags for m in frame.agents):
        return True
    counted = any(is_number(n) for n in sentence.words.norm[max(0, cue.first - 2) : cue.first + 1])
    return counted and any(m.tags & {"armed", "group"} for m in sentence.mentions)


def testified(sentence: Sentence, cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether witnesses, pictures or those who watch over rights tell what armed people do ("described policemen
    beating marchers", "documented cases of soldiers shooting at farmers"), not a book or a court."""
    norm = sentence.words.norm
    words = norm[cue.first : cue.last]
    if cue.entry.id not in {"topic", "host", "background"}:
        return False
    told = any(n.startswith(TESTIFYING) for n in words) or words[-2:] in PICTURES
    if not told or INVENTED & set(norm) or cue.first > frame.first:
        return False
    return any(acts_armed(f) for f in (frames if frame.actions & CROWD else [frame]) if f.first >= cue.last)


def acts_armed(frame: Frame) -> bool:
    """Say whether a verb, or a noun with "by", tells that armed people do harm to others, or meet a crowd."""
    if not frame.actions & (HARMING | MET) or not any("armed" in m.tags for m in frame.agents):
        return False
    behind = frame.sentence.words.norm[frame.last :]
    return frame.voice != "noun" or frame.form == "ing" or (behind[:1] == ["by"] and "as" not in behind)


def met_crowd(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether police who try to disperse a crowd, or a state that is accused of it, have met it with force."""
    if not frame.actions & MET or frame.voice == "noun":
        return False
    kinds = {m.kind for m in frame.agents}
    word = norm_of(sentence, cue)
    tried = cue.entry.id == "attempt" and word.startswith(("tr", "attempt"))
    accused = cue.entry.id == "host" and word == "accused"
    nobody = not kinds and "crowd-control" in frame.actions
    return (tried and (nobody or bool(kinds & FORCES))) or (
        accused and bool(kinds & (FORCES | {"government"}))
    )


def kept_from_marching(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether police keep people from a demonstration that they set out for ("foiled an attempt to march"), or this
    is how they keep them from a deed ("foiled a plot by arresting five men")."""
    if cue.entry.id == "attempt" and sentence.words.norm[cue.first] in KEPT and by_doing(frame):
        return True
    if cue.entry.id != "attempt" or sentence.words.norm[cue.first] not in KEPT or not frame.actions & MARCHES:
        return False
    return any(m.kind in FORCES for m in sentence.mentions if m.last <= cue.first)
