"""Protested: what a sentence about a demonstration tells besides: whom it is for, what it becomes, who is led off.

Scope asks these questions of single frames (coding-rules 1, 2.4).
"""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE, MET_BY_POLICE, before_verb
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.untold import in_past

HARMS = frozenset({"abduct", "kill", "bomb", "assault", "suicide-bomb", "shell", "grenade"})
CROWD = frozenset({"protest", "protest-people", "gather", "block", "riot", "mob", "brawl", "fill-streets"})
MET = MET_BY_POLICE | {"hold-back", "take-off", "ram"}
VIOLENT = frozenset(
    "attack kill shoot abduct rape bomb suicide-bomb assault clash grenade riot mob shell airstrike wound".split()
)
VERDICTS = frozenset(
    "conviction convictions sentencing indictment trial sentence sentences jailing imprisonment acquittal"
    " verdict".split()
)
GATHERINGS = frozenset(
    "it they things events celebrations celebration match game derby funeral procession parade festival eviction"
    " operation standoff strike blockade brawl argument dispute quarrel tension tensions situation scene event"
    " campaign campaigning electioneering election elections poll polls voting vote hearing convention congress primary"
    " concert meeting vigil crowd crowds protesters demonstrators anger action demonstration demonstrations rally"
    " rallies march marches protest protests".split()
)
VIOLENTLY = frozenset(
    "into in over violent violently ugly bloody chaotic nasty hand control sour deadly rowdy confrontational"
    " destructive as when after".split()
)
TURNS = frozenset(
    "turned turns turning ended ends lapsed slid evolved got went gets goes broke descended descends became becomes"
    " escalated degenerated spiralled spiraled erupted boiled boils took devolved deteriorated gave dissolved exploded"
    " spilled developed morphed".split()
)
# words by which people protest on paper only
BY_WORD = frozenset(
    "called announced declared threatened statement letter memorandum petition resigned resignation boycotted"
    " boycott strike bandh hartal shutdown wrote filed submitted issued tweeted lawsuit recalled recalls recalling"
    " expelled expels expelling summoned summons summoning severed".split()
)
# what is done in protest by those who stand in no street: they leave a post or a house, work or eat no more
LEFT_POST = frozenset(
    "resigned resigns resign resigning resignation quit quits quitting boycotted boycotts boycott boycotting abstained"
    " abstains suspended suspends withdrew cancelled canceled recalled returned himself herself"
    " refused refuse refusing strike strikes hunger fast fasting"
    " starving starved".split()
)
WALKED = frozenset("walked walks walk walking stormed storms storming marched filed trooped stalked".split())
HOUSES = frozenset(
    "parliament chamber assembly senate congress house session sitting sittings meeting debate talks conference council"
    " knesset bundestag duma lok rajya sabha legislature plenary summit hall courtroom negotiations".split()
)
# verbs by which demonstrators mean to do what they have not done, and what tells that they are at it
INTENT = tuple("plan will vow threat prepar intend expect set due going pledg promis gear is are".split())
ONGOING = frozenset({"not", "continue", "stay", "remain", "keep", "until", "resume"})
OTHERS = frozenset(
    {",", "and", "who", "that", "which", "they", "he", "she", "it", "as", "while", "but", '"', "—", ";"}
)
AHEAD = 9  # tokens between demonstrators and what they mean to do
NAMED = 2  # tokens between "said" and the demonstrator who said it
APPOSED = 4  # tokens between "a" and those whom an apposition tells of
OBJECT = 3  # tokens between "protest" and the noun that it acts upon
NEAR = 12  # tokens before "protesting" in which a call or a statement stands


def turns(frame: Frame) -> bool:
    """Say whether a frame is a main verb by which a demonstration becomes a riot ("turned violent")."""
    words = frame.sentence.words.norm[frame.first : frame.last]
    return "riot" in frame.actions and words[0] in TURNS and bool(VIOLENTLY & set(words))


def of_crowd(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether it is a gathering of people that turns violent, not a country or a debate."""
    crowd = any(
        f.actions & (CROWD | {"gather", "strike", "unrest"}) and f.first < frame.first for f in frames
    )
    return crowd or bool(GATHERINGS & set(sentence.words.norm[: frame.first]))


def taken_from(sentence: Sentence, cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether police lead people off while they take part in a demonstration ("detained a man taking part in a
    protest"; not "jailed for taking part in")."""
    norm = sentence.words.norm
    joins = norm[cue.first] in {"participating", "taking", "attending", "joining"}
    reason = cue.first > 0 and norm[cue.first - 1] in {"for", "of", "with"}
    met = any(f.actions & (MET | {"arrest"}) and f.last <= cue.first and not f.scope for f in frames)
    return joins and not reason and met and bool(frame.actions & CROWD)


def is_verdict(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether a noun of the courts behind a main verb is only what the crowd is angry about ("burned two buses
    during a protest against the conviction of …")."""
    verdict = sentence.words.norm[cue.first] in VERDICTS or sentence.words.norm[cue.last - 1] in VERDICTS
    return verdict and in_past(frame) and (cue.first > frame.last or opens_with(sentence, cue, frame))


def opens_with(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether a verdict is only what a sentence opens with ("after the sentencing of A, crowds burned …")."""
    norm = sentence.words.norm
    opening = {"after", "following", "over"} & set(norm[max(0, cue.first - 3) : cue.first])
    return bool(opening) and "," in norm[cue.last : frame.first]


def charged(frame: Frame) -> bool:
    """Say whether a verb in -ing tells what people are tried for ("convicted for protesting", "by blocking a road")."""
    norm = frame.sentence.words.norm
    before = norm[frame.first - 1] if frame.first else ""
    street = any(m.last == frame.first and "person" in m.tags for m in frame.sentence.mentions)
    return frame.form == "ing" and before not in BE and not street


def quelled(sentence: Sentence, cue: Span, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a riot is what guards or police are putting down ("fired rounds to quell a riot")."""
    words = sentence.words.norm[cue.first : cue.last]
    if not frame.actions & {"riot", "brawl", "mob", "unrest", "break-in"} or words[:1] != ["to"]:
        return False
    forces = {"police", "military", "security", "prison"}
    acting = (f for f in frames if f.last <= cue.first and f is not frame)
    return any(m.kind in forces for f in acting for m in f.agents)


def resumes(before: Frame, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a comma and -ing go back to the main verb, past what people protest ("fired at traders protesting
    raids, killing three")."""
    norm = frame.sentence.words.norm
    if frame.form != "ing" or norm[frame.first - 1] != "," or not frame.agents:
        return False
    mains = (f for f in frames if f.last <= before.first and not f.scope and in_past(f))
    return any(f.agents == frame.agents for f in mains)


def is_cause(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a passive only tells of those for whom a crowd is out ("relatives of a boy who was kidnapped blocked
    the road")."""
    if frame.voice != "passive" or not frame.actions & (VIOLENT | {"arrest"}):
        return False
    if is_mourned(sentence, frame, frames):
        return True
    norm = sentence.words.norm
    at = before_verb(norm, frame.first)
    if norm[at] != "who":
        return False
    head = [m for m in sentence.mentions if m.last <= at]
    street = bool(head) and head[-1].kind in {"protesters", "rioters", "crowd"}
    main = next((f for f in frames if f.actions & CROWD and f.first > frame.last and not f.scope), None)
    return (
        not street and main is not None and not {"as", "while", "when"} & set(norm[frame.last : main.first])
    )


def is_mourned(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a participle only tells more of him for whom a crowd is out ("marched over the death of A, a boy shot
    dead by police")."""
    norm = sentence.words.norm
    victim = next((m for m in frame.targets if m.last == frame.first), None)
    if victim is None:
        return False
    at = next(
        (i for i in range(victim.first, max(0, victim.first - APPOSED), -1) if norm[i] in {"a", "an"}), 0
    )
    crowd = any(f.actions & CROWD and f.last <= at for f in frames)
    return crowd and norm[at - 1] == "," and norm[at - 2] not in {"after", "when"}


def speaks(sentence: Sentence, frame: Frame) -> bool:
    """Say whether one demonstrator is only named as the one who speaks ("…," said one protester)."""
    if frame.actions != {"protest-people"} or frame.form != "noun":
        return False
    return any(0 <= frame.first - s.last <= NAMED or s.first == frame.last for s in sentence.speech)


def looks_ahead(sentence: Sentence, frame: Frame) -> bool:
    """Say whether demonstrators are only named as those who mean to march ("protesters in Rome plan to gather on
    Sunday"), not as those who go on with it ("protesters vowed to stay")."""
    if frame.actions != {"protest-people"}:
        return False
    norm = sentence.words.norm
    cue = next((s for s in sentence.cues if s.entry.id == "future" and s.first >= frame.last), None)
    if cue is None or cue.first - frame.last > AHEAD or not norm[cue.first].startswith(INTENT):
        return False
    gap = norm[frame.last : cue.first]
    told = any(frame.last <= s.first < cue.first and s.entry.form != "noun" for s in sentence.acts)
    on = ONGOING.isdisjoint(norm[cue.last : cue.last + AHEAD])
    return not told and OTHERS.isdisjoint(gap) and on


def by_word(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether people protest by a call or a statement only ("called a strike, protesting the arrests")."""
    norm = sentence.words.norm
    told = norm[frame.first] == "protesting" or norm[frame.first : frame.first + 2] == ["to", "protest"]
    posted = norm[frame.first : frame.first + 2] == ["in", "protest"] and leaves_post(norm, frame.first)
    if frame.actions != {"protest"} or not (told or posted):
        return False
    if any(f.actions & (CROWD | MET) and f is not frame for f in frames):
        return False
    reach = 0 if norm[frame.first] == "to" else max(0, frame.first - NEAR)
    return posted or bool(BY_WORD & set(norm[reach : frame.first]))


def leaves_post(norm: list[str], at: int) -> bool:
    """Say whether people only leave a post or a house, or stop work or eating, before token `at` ("walked out of
    parliament in protest", "went on hunger strike in protest")."""
    before = norm[max(0, at - NEAR) : at]
    if LEFT_POST & set(before):
        return True
    out = next((i for i, n in enumerate(before) if n in WALKED and before[i + 1 : i + 2] == ["out"]), None)
    return out is not None and bool(HOUSES & set(before[out:]))


def beside_crowd(sentence: Sentence, frame: Frame, frames: list[Frame]) -> str:
    """Return why a frame in a sentence about a crowd tells of nothing that happened then, or empty."""
    if turns(frame) and not of_crowd(sentence, frame, frames):
        return "figure-of-speech"
    if looks_ahead(sentence, frame):
        return "future"
    about = is_cause(sentence, frame, frames) or by_word(sentence, frame, frames) or speaks(sentence, frame)
    about = about or is_motive(sentence, frame, frames)
    return "topic-only" if about or protested_against(sentence, frame, frames) else ""


def is_motive(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether "in protest" only tells why somebody was harmed: nobody marched ("kidnapped in protest at the
    visit")."""
    if frame.actions != {"protest"} or sentence.words.norm[frame.first : frame.first + 2] != [
        "in",
        "protest",
    ]:
        return False
    return any(
        f.last <= frame.first and not f.scope and f.actions & HARMS and not f.actions & CROWD for f in frames
    )


def protested_against(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a noun is the very thing that people protest ("to protest the killing of a woman")."""
    norm = sentence.words.norm
    if frame.voice != "noun" or frame.actions & CROWD:
        return False
    verb = next((f for f in frames if f.actions == {"protest"} and 0 <= frame.first - f.last <= OBJECT), None)
    if verb is None or norm[verb.last - 1] not in {"protest", "protesting", "protested", "protests"}:
        return False
    return verb.voice != "noun" or norm[verb.first] == "to"
