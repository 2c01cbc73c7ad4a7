"""Anaphora: "the two sides", "the enemy" and "its soldiers" stand for actors that the story named before."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsledger.coder.frames import Frame
from newsledger.coder.parties import is_state
from newsledger.coder.spans import STATE, Mention, Sentence
from newsledger.coder.story import Story

SIDES = STATE | {"group"}
KNOWN = frozenset({"the", "these", "those", "same"})  # articles of somebody who was told of before
MEN = frozenset({"men", "individuals", "persons", "youths"})
OFFICERS = frozenset({"military", "police", "government"})
# whose they are "its" and "their" tell
FIGHTERS = frozenset("members member cadres cadre comrades men fighters".split())
CIVIL = frozenset({"civilian", "civilians", "unarmed"})
SAYING = 3  # tokens between who says something and the verb
ARMED = frozenset({"military", "police", "group", "armed", "gang"})
TITLE = 8  # tokens between an officer and the verb of saying
BACK = 4  # sentences in which "the group" was named


def resolve(story: Story) -> None:
    """Replace anaphoric mentions in the roles of all frames by what they stand for.

    The two parties of a story are the first two different states or groups that it names as anything but a bystander,
    counted by how often they are named; "own" forces belong to the subject of their sentence, else to
    that of the sentence before; "the group" is the armed group named last, and nobody where there is none.
    """
    give_speakers(story)
    parties = find_parties(story)
    last: Mention | None = None
    acted: Mention | None = None
    by_sentence: dict[int, list[Frame]] = {}
    for frame in story.frames:
        by_sentence.setdefault(frame.sentence.index, []).append(frame)
    bodies = armed_bodies(story)
    for sentence in story.sentences:
        officer = "our" in sentence.words.norm and any(
            has_officer(s) for s in story.sentences[max(0, sentence.index - 1) : sentence.index + 1]
        )
        for frame in by_sentence.get(sentence.index, ()):
            agents, targets = in_full(frame.agents, bodies), in_full(frame.targets, bodies)
            if acted is not None and is_local(frame.speaker):
                agents = [standing_in(m, acted) if "enemy" in m.tags else m for m in agents]
            unclear = any(m.kind == "anaphor" for m in (*agents, *targets))
            pair = (sides_before(frame, by_sentence[sentence.index]) if unclear else []) or parties
            known = last
            if officer and last is not None and not is_state(last):
                agents, targets, known = of_forces(agents), of_forces(targets), None
            frame.agents = [
                x
                for m in of_whom(agents, sentence, known)
                for x in meant(m, pair, leader(m, owner(frame, m, known), pair))
            ]
            frame.targets = [
                x
                for m in of_whom(targets, sentence, known)
                for x in meant(m, pair, leader(m, owner(frame, m, known), pair))
            ]
            pair_up(frame)
            acted = next((m for m in frame.agents if m.kind in SIDES and (m.country or m.entry)), acted)
            if frame.speaker is not None and not frame.speaker.country:
                # "A attacked B, its ministry said": the side that was attacked complains
                hit = next((m for m in frame.targets if m.kind in SIDES and m.country), last)
                frame.speaker = meant(frame.speaker, parties, hit)[0]
            if frame.speaker is not None and "body" in frame.speaker.tags:
                frame.speaker = next(iter(in_full([frame.speaker], bodies)), None)
        subject = (m for m in sentence.mentions if m.kind in SIDES and (m.country or m.entry))
        last = next(subject, last)


def sides_before(frame: Frame, here: Sequence[Frame]) -> list[Mention]:
    """Return the two who fight in the statement before a frame ("clashes of A and B, with dead on both sides")."""
    for other in here:
        if other.last <= frame.first and other.agents and other.targets:
            two = [other.agents[0], other.targets[0]]
            if all("armed" in m.tags and m.kind != "anaphor" for m in two):
                return two
    return []


def armed_bodies(story: Story) -> dict[tuple[int, int], Mention]:
    """Return the armed group, the one named last, for which each "the group" stands, by sentence and token."""
    found: dict[tuple[int, int], Mention] = {}
    last: Mention | None = None
    for sentence in story.sentences:
        for m in sentence.mentions:
            if "body" not in m.tags:
                last = m if m.kind == "group" and "armed" in m.tags and not m.tags & STATE else last
            elif last is not None and m.sentence - last.sentence <= BACK and not is_of(sentence, m):
                found[m.sentence, m.first] = last
    return found


def is_local(speaker: Mention | None) -> bool:
    """Say whether an official of no named state speaks, as of what befell his town: the enemy is who did it."""
    return speaker is not None and speaker.kind == "government" and not speaker.country


def is_of(sentence: Sentence, mention: Mention) -> bool:
    """Say whether "the group" is one of people told behind it ("the group of miners", "the group, which …")."""
    return sentence.words.norm[mention.last : mention.last + 1] in (["of"], ["for"], ["who"], ["that"])


def in_full(mentions: list[Mention], bodies: Mapping[tuple[int, int], Mention]) -> list[Mention]:
    """Return mentions with the armed group in the place of "the group"; without it where there is none."""
    named = ((m, bodies.get((m.sentence, m.first)) if "body" in m.tags else m) for m in mentions)
    return [m if party is m else standing_in(m, party) for m, party in named if party is not None]


def give_speakers(story: Story) -> None:
    """Let a surname speak for the official it was introduced with ("minister A. Aliyev said … Aliyev also said")."""
    known: dict[str, Mention] = {}
    for sentence in story.sentences:
        words = sentence.words
        for m in sentence.mentions:
            last = m.last
            while (
                last < len(words) and words.is_name(last) and words.norm[last].isalpha() and last - m.last < 4
            ):
                last += 1
            if m.kind == "government" and m.country and last > m.last and not story.upper:
                known[words.norm[last - 1]] = m
        cues = sentence.speech
        for frame in story.frames:
            if frame.sentence is sentence and frame.speaker is None:
                before = [words.norm[i] for c in cues for i in range(max(0, c.first - 3), c.first)]
                frame.speaker = next((known[n] for n in before if n in known), None)


def key(mention: Mention) -> tuple[str, str]:
    """Return what makes a mention one party: a named group, else its country."""
    return ("group", mention.entry) if mention.kind == "group" else ("state", mention.country)


def find_parties(story: Story) -> list[Mention]:
    """Return the two parties of a story: those most often in a role, then those most often named."""
    weight: dict[tuple[str, str], float] = {}
    first: dict[tuple[str, str], Mention] = {}
    for sentence in story.sentences:
        for m in sentence.mentions:
            if m.kind in SIDES and (key(m)[1] or m.kind == "military") and "ally" not in m.tags:
                weight[key(m)] = weight.get(key(m), 0) + 1
                first.setdefault(key(m), m)
    for frame in story.frames:
        for m in frame.agents + frame.targets:
            if key(m) in first and not frame.scope:
                weight[key(m)] = weight.get(key(m), 0) + 5
    order = list(first)
    # "The army" is a side of its own only where a story does not name two others, one of which it may belong to.
    ranked = sorted(weight, key=lambda k: (not k[1], -weight[k], order.index(k)))
    joint = {k for f in story.frames if is_joint(f, ranked[:1]) for k in map(key, f.agents)}
    ranked = ranked[:1] + [k for k in ranked[1:] if k not in joint]
    return [first[k] for k in ranked[:2]]


def is_joint(frame: Frame, ranked: Sequence[tuple[str, str]]) -> bool:
    """Say whether the first party of a story acts in a frame together with others, so that they are on its side ("A
    and B raids killed nine")."""
    acting = {key(m) for m in frame.agents}
    mutual = any(m.kind == "anaphor" or key(m) in acting for m in frame.targets)  # "killed each other"
    mutual = mutual or "symmetric" in frame.tags
    apart = len({m.first for m in frame.agents}) > 1  # not "both sides used artillery"
    return apart and not mutual and any(key(m) in ranked for m in frame.agents)


def meant(mention: Mention, parties: list[Mention], before: Mention | None) -> list[Mention]:
    """Return what a mention stands for; one that cannot be resolved stays as it is."""
    if mention.kind != "anaphor":
        if "own" in mention.tags and not mention.country and before is not None:
            return [replace(mention, country=before.country, entry=mention.entry or before.entry)]
        return [mention]
    if "pair" in mention.tags and len(parties) == 2:
        return [standing_in(mention, p) for p in parties]
    if "enemy" in mention.tags and before is not None and len(parties) == 2:
        other = [p for p in parties if key(p) != key(before)]
        return [standing_in(mention, p) for p in other[:1]]
    if "own" in mention.tags and before is not None:
        return [standing_in(mention, before)]
    if {"own", "military"} <= mention.tags:
        return [replace(mention, kind="military")]
    if {"own", "rebel"} <= mention.tags:
        return [replace(mention, kind="armed")]
    return [mention]


def of_whom(mentions: list[Mention], sentence: Sentence, last: Mention | None) -> list[Mention]:
    """Return mentions with the armed people who are the subject of a sentence, or of the one before (`last`), in the
    place of "its members" or "their cadres"."""
    return [
        its_fighters(m, sentence, last) if "own" in m.tags and m.kind == "civilians" else m for m in mentions
    ]


def its_fighters(mention: Mention, sentence: Sentence, last: Mention | None) -> Mention:
    """Return "its members" as the armed people whose they are; others as they are."""
    if mention.sentence != sentence.index or sentence.words.norm[mention.last - 1] not in FIGHTERS:
        return mention
    before = [m for m in sentence.mentions if m.last <= mention.first and "own" not in m.tags]
    told = [c.first for c in sentence.speech if c.first < mention.first]
    if told:  # "the LTTE said that its members": whose the speaker's verb is
        before = [m for m in before if 0 <= told[-1] - m.last <= SAYING][-1:]
    whose = before[0] if before else (None if told else last)
    if whose is None or whose.kind not in ARMED or "armed" not in whose.tags:
        return mention
    theirs = standing_in(replace(mention, tags=mention.tags - CIVIL), whose)
    return replace(theirs, kind=whose.kind) if whose.kind == "police" else theirs


def owner(frame: Frame, mention: Mention, last: Mention | None) -> Mention | None:
    """Return whose "its soldiers" are: those of the subject of the sentence, else of the one before (`last`).

    "Our soldiers" are the speaker's.
    """
    first_person = mention.first > 0 and frame.sentence.words.norm[mention.first - 1] == "our"
    if first_person and frame.speaker is not None and (frame.speaker.country or frame.speaker.entry):
        return frame.speaker
    named = (
        m
        for m in frame.sentence.mentions
        if m.kind in SIDES and (m.country or m.entry) and "own" not in m.tags
    )
    return next((m for m in named if m.first < mention.first), last)


def of_forces(mentions: list[Mention]) -> list[Mention]:
    """Return mentions with the forces of the state in the place of "our patrols"."""
    return [
        replace(m, kind="military", tags=(m.tags | {"armed"}) - {"own"})
        if m.kind == "anaphor" and "own" in m.tags
        else m
        for m in mentions
    ]


def has_officer(sentence: Sentence) -> bool:
    """Say whether somebody of the state speaks in a sentence ("…, an army general said", "said a soldier")."""
    said = [(c.first, c.last) for c in sentence.speech]
    return any(
        m.kind in OFFICERS
        and any(0 <= first - m.last <= TITLE or m.first - last in (0, 1) for first, last in said)
        for m in sentence.mentions
    )


def leader(mention: Mention, before: Mention | None, parties: list[Mention]) -> Mention | None:
    """Return whose somebody's own people are: rebels ("our rebels") never a state's, but those of the group
    among the parties, where there is one."""
    if "rebel" not in mention.tags or before is None or not is_state(before):
        return before
    return next((p for p in parties if p.kind == "group"), None)


def standing_in(mention: Mention, party: Mention) -> Mention:
    """Return a party at the place where it is referred to."""
    kind = "military" if is_state(party) else party.kind
    tags = (party.tags | mention.tags | {"armed"}) - {"pair", "enemy", "own", "anaphor", "body"}
    return replace(mention, kind=kind, country=party.country, entry=party.entry, tags=tags)


def the_same(mention: Mention, index: int, actors: Sequence[Mention], story: Story) -> Mention:
    """Return "the men" as the armed people who acted last, in sentence `index`, if no others were called by that word
    since."""
    norm = story.sentences[mention.sentence].words.norm
    word = norm[mention.last - 1]
    known = bool(KNOWN & set(norm[max(mention.first - 2, 0) : mention.first + 1]))
    if mention.kind != "civilians" or word not in MEN or not known:
        return mention
    armed = [m for m in actors if m.kind in {"armed", "gang", "group"}]
    if not armed or mention.sentence <= index:
        return mention
    others = any(
        word in (norm := s.words.norm)
        and not any(norm[m.last - 1] == word for m in armed if m.sentence == s.index)
        for s in story.sentences[index : mention.sentence]
    )
    return mention if others else standing_in(mention, armed[0])


def pair_up(frame: Frame) -> None:
    """Split two parties that stand in one role of a symmetric action over both roles ("dead on both sides")."""
    named = any(m.country or m.entry or m.kind not in {"anaphor", "civilians"} for m in frame.targets)
    if "symmetric" in frame.tags and len(frame.agents) == 2 and not named:
        frame.agents, frame.targets = frame.agents[:1], frame.agents[1:]
        return
    agents, targets = ({(key(m), m.kind) for m in side} for side in (frame.agents, frame.targets))
    if frame.actions <= {"death"} and agents <= targets:
        frame.agents = []
