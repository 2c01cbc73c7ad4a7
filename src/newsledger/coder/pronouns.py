"""Pronouns: whom "it", "they" and "the militants" stand for in what a sentence tells of an act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newsledger.coder.anaphora import KNOWN, SIDES, standing_in, the_same
from newsledger.coder.apart import Apart
from newsledger.coder.foes import KINDS, Foes, find_foes
from newsledger.coder.frames import Frame, taken_over
from newsledger.coder.grammar import ADVERBS, BE, DEADLY, FORCE, HAVE
from newsledger.coder.responsibility import memberships
from newsledger.coder.spans import CROWDS, PRIVATE, Mention, Sentence
from newsledger.coder.story import Story
from newsledger.coder.them import FORCES, crowd_met, met
from newsledger.coder.who.catalogue import Group

SUBJECTS = frozenset({"it", "they", "we"})
ABLE = frozenset("to able managed manages unable succeeded in".split())
BEGUN = frozenset("begun began begin started start completed finished continued kept resumed stopped".split())
ACTING = SIDES | {"armed", "gang", "communal", "mission", "security", "crowd", "protesters", "rioters"}
LENT = 15  # tokens between a verb and a noun that tells how it was done
TIED = frozenset({"linked", "tied", "affiliated", "allied", "aligned", "ties", "links"})
OWN_PEOPLE = frozenset(
    "rebels militants gunmen fighters insurgents jihadists extremists terrorists assailants attackers"
    " guerrillas".split()
)
MANY_ACTS = frozenset(
    {"most", "many", "numerous", "similar", "several", "frequent", "frequently", "often", "regularly"}
)
BLAME = frozenset({"blamed", "accused", "responsible", "suspected", "behind"})
TIES = 10  # tokens between such a word and a group
OPENING = 2  # sentences in which the army of a story is named
BACK = 2  # sentences in which the subject of "they" is looked for
# words for those who fight for a group, not for whoever attacked
UNKNOWN = frozenset({"unidentified", "unknown", "unnamed"})
FIGHTERS = frozenset({"fighter", "militant", "insurgent", "jihadist", "islamist", "extremist", "combatant"})
COMMUNAL = "identity-militia"
# words that take up a name in its own sentence ("the TPNPB said the armed group had …")
BODY = frozenset({"group", "movement", "outfit", "organization", "organisation", "faction"})
DEEDS = FORCE | DEADLY | {"abduct", "rape", "assault", "riot", "seize-territory"}  # what is told of others


def resolve(story: Story, known: Mapping[str, Group] | None = None) -> None:
    """Give acts with a bare pronoun as their subject the actor that it stands for, and "the militants" their name.

    "It" is whoever says the sentence ("the army said it had …"), else whoever acted last; "the militants" are the one
    group that the story has named until then, "rebels" and "a militia" the one of their kind that it names at all;
    `known` are the groups by id, to tell whether "Sudanese rebels" may be it.
    Runs after the named parties are known (`anaphora.resolve`).
    """
    acting: tuple[int, list[Mention]] = (-BACK - 1, [])
    saying = marched = acting
    groups: dict[str, Mention] = {}
    foes = find_foes(story.frames)
    only = only_ones(story, known or {}, foes)
    apart = Apart(story) if only else None
    members = belonging(story)
    host = one_army(story)
    at = 0
    for frame in story.frames:
        for sentence in story.sentences[at : frame.sentence.index + 1]:
            groups = groups_in(sentence) | groups
        at = max(at, frame.sentence.index + 1)
        if (token := pronoun(frame)) >= 0:
            frame.agents = spoken_for(frame, token, saying if goes_on_saying(frame, token) else acting)
            lend(frame, story)
        frame.agents = [
            the_same(m, *acting, story) if acting[0] >= m.sentence - BACK else m for m in frame.agents
        ]
        frame.targets = frame.targets or met(frame) or crowd_met(frame, marched)
        if host:
            frame.agents = [of_host(m, host) for m in frame.agents]
            frame.targets = [of_host(m, host) for m in frame.targets]
        if len(groups) == 1:
            give_name(frame, next(iter(groups.values())), story, foes)
        if members:
            frame.agents = [member_of(m, members, story) for m in frame.agents]
            frame.targets = [member_of(m, members, story) for m in frame.targets]
        if only and apart is not None:
            agents = [one_of(m, only, story, apart, frame.targets) for m in frame.agents]
            frame.targets = [one_of(m, only, story, apart, frame.agents) for m in frame.targets]
            frame.agents = agents
        if frame.speaker is not None and frame.speaker.kind in ACTING:
            saying = (frame.sentence.index, [frame.speaker])
        if not frame.scope and frame.agents and ("protest" in frame.actions or is_crowd(frame.agents)):
            marched = (frame.sentence.index, frame.agents)
        if not frame.scope and any(m.kind in ACTING for m in frame.agents):
            acting = (frame.sentence.index, frame.agents)


def is_crowd(mentions: Sequence[Mention]) -> bool:
    """Say whether those who act are a crowd, whatever it does ("demonstrators stormed the parliament")."""
    return all(m.kind in CROWDS for m in mentions)


def give_name(frame: Frame, group: Mention, story: Story, foes: Foes) -> None:
    """Give unnamed armed people of a frame ("the militants") the name of the one group that a story has named; `foes`
    are those whom it fights."""
    apart = {kind for entry, kind in foes if entry == group.entry}
    frame.agents = [m if m.tags & apart else named(m, group, story) for m in frame.agents]
    frame.targets = [m if m.tags & apart else named(m, group, story) for m in frame.targets]


def groups_in(sentence: Sentence) -> dict[str, Mention]:
    """Return the first mention of each armed group that a sentence names, by the group's id."""
    armed = (m for m in reversed(sentence.mentions) if m.kind == "group" and not m.tags & FORCES)
    return {m.entry: m for m in armed if not is_tied(sentence, m)}


def lend(frame: Frame, story: Story) -> None:
    """Give the nouns behind a verb of "it" or "they" its actor ("it had killed him in an air strike")."""
    for other in story.frames:
        behind = other.sentence is frame.sentence and 0 <= other.first - frame.last <= LENT
        if behind and other.voice == "noun" and not other.agents and "symmetric" not in other.tags:
            other.agents = list(frame.agents)


def one_army(story: Story) -> str:
    """Return the state whose army acts in the opening of a story that names no other's, or empty: "the army" is its."""
    armies = [m for s in story.sentences for m in s.mentions if m.kind == "military" and m.country]
    if len({m.country for m in armies}) != 1:
        return ""
    acting = (
        m for f in story.frames if f.sentence.index <= OPENING for m in f.agents if m.kind == "military"
    )
    return next((m.country for m in acting if m.country and "thing" not in m.tags), "")


def of_host(mention: Mention, country: str) -> Mention:
    """Return "the army", whose country no word tells, as that of a state."""
    bare = (
        mention.kind == "military"
        and not mention.country
        and not mention.entry
        and "thing" not in mention.tags
    )
    return replace(mention, country=country) if bare else mention


def pronoun(frame: Frame) -> int:
    """Return the token of "it" or "they" if it is the subject of an active verb that has no other, else -1."""
    if frame.agents or frame.voice != "active":
        return -1
    norm = frame.sentence.words.norm
    at = frame.first - 1
    if frame.form == "ing" and norm[at] in BEGUN:
        at -= 1  # "they have begun withdrawing tanks"
    able = ABLE if frame.form in {"base", "ing"} else frozenset()
    while at >= 0 and (norm[at] in BE | HAVE | ADVERBS | able or norm[at].endswith("ly")):
        at -= 1
    return at if at >= 0 and norm[at] in SUBJECTS else -1


def goes_on_saying(frame: Frame, at: int) -> bool:
    """Say whether whoever spoke in the sentence before speaks on ("They also said they seized arms")."""
    norm = frame.sentence.words.norm
    return any(norm[at] in norm[max(0, s.first - 2) : s.last] for s in frame.sentence.speech if s.last <= at)


def spoken_for(frame: Frame, at: int, acting: tuple[int, list[Mention]]) -> list[Mention]:
    """Return whom the pronoun at token `at` stands for: who speaks, else who acted last nearby."""
    speaker = frame.speaker
    if speaker is not None and speaker.kind in PRIVATE and frame.actions & DEEDS:
        speaker = None  # "residents said they burned the huts": those of whom the residents tell
    if frame.sentence.words.norm[at] == "we":  # those who say so, wherever they are named
        return [speaker] if speaker is not None and speaker.kind in ACTING else []
    many = frame.sentence.words.norm[at] == "they"
    one = speaker is not None and many and "plural" not in speaker.tags and speaker.kind in PRIVATE
    if speaker is not None and not one and speaker.sentence == frame.sentence.index and speaker.last <= at:
        return [speaker] if speaker.kind in ACTING else []
    index, actors = acting
    if not 0 <= frame.sentence.index - index <= BACK:
        return []
    if many and len(actors) == 1 and is_one_person(actors[0]):
        return []  # "the deputy arrived … they shot him"
    return taken_over(actors, frame.sentence, at, at + 1)


def is_one_person(mention: Mention) -> bool:
    """Say whether a mention is of one person who is nobody's force."""
    single = "person" in mention.tags and "plural" not in mention.tags and (mention.count or 1) == 1
    return single and mention.kind in PRIVATE | {"government"}


@dataclass(frozen=True, slots=True)
class Only:
    """The one group of its kind that a story names: its first mention, its homes, and the words for its people."""

    group: Mention
    homes: frozenset[str]
    nouns: frozenset[str]


def only_ones(story: Story, known: Mapping[str, Group], foes: Foes) -> dict[str, Only]:
    """Return the one rebel group and the one militia of a story that names just one armed group of that kind, and
    under "" the one armed group of any kind."""
    found: dict[str, dict[str, list[Mention]]] = {}
    for sentence in story.sentences:
        for m in sentence.mentions:
            if m.kind == "group" and m.entry and not m.tags & FORCES and not is_tied(sentence, m):
                kinds = KINDS & m.tags | ({"militia"} if COMMUNAL in m.tags else frozenset())
                for kind in ("", *sorted(kinds)):
                    found.setdefault(kind, {}).setdefault(m.entry, []).append(m)
    return {
        kind: only_one(next(iter(groups.values())), story, known)
        for kind, groups in found.items()
        if len(groups) == 1 and (next(iter(groups)), kind) not in foes
    }


def is_tied(sentence: Sentence, mention: Mention) -> bool:
    """Say whether a group is only one that others are tied to ("raids tied to the front and the brigade"), or that is
    blamed for much of what happens.

    Fighters who are tied to a group are its own ("rebels tied to the front killed …").
    """
    norm = sentence.words.norm
    if not MANY_ACTS.isdisjoint(norm) and not BLAME.isdisjoint(norm):
        return True  # "a group blamed for most attacks in the region"
    for i in range(max(1, mention.first - TIES), mention.first):
        if norm[i] in TIED and norm[i + 1] in {"to", "with"}:
            return norm[i - 1] not in OWN_PEOPLE
    return False


def only_one(mentions: list[Mention], story: Story, known: Mapping[str, Group]) -> Only:
    """Return the group of some mentions with what is known of it."""
    ids = mentions[0].entry.split("|")
    homes = frozenset(country for i in ids if i in known for country in known[i].countries)
    norms = ((m, story.sentences[m.sentence].words.norm) for m in mentions if "person" in m.tags)
    nouns = frozenset(stem(norm[i]) for m, norm in norms for i in range(m.first, m.last))
    return Only(mentions[0], homes, nouns)


def belonging(story: Story) -> dict[str, Mention]:
    """Return whose the people of a noun are, where a story says so ("the bandits were from X")."""
    found: dict[str, Mention] = {}
    for sentence in story.sentences:
        for noun, owner in memberships(sentence):
            found.setdefault(stem(noun), owner)
    return found


def member_of(mention: Mention, members: Mapping[str, Mention], story: Story) -> Mention:
    """Return unnamed armed people as those whose the story says that they are."""
    if mention.kind not in {"armed", "gang"} or mention.entry or mention.country:
        return mention
    owner = members.get(stem(story.sentences[mention.sentence].words.norm[mention.last - 1]))
    return standing_in(mention, owner) if owner is not None else mention


def stem(word: str) -> str:
    """Return a noun without its plural ("rebels", "gunmen")."""
    return word[:-3] + "man" if word.endswith("men") else word.removesuffix("s")


def one_of(
    mention: Mention, only: Mapping[str, Only], story: Story, apart: Apart, others: Sequence[Mention] = ()
) -> Mention:
    """Return unnamed rebels, or an unnamed militia, as the one of their kind that the story names; others where the
    story calls a group's people by their very word ("gunmen … gunmen from the X cartel"), or where it names but one
    group for its fighters. `others` are those on the other side of the act."""
    if mention.kind not in {"armed", "gang"} or mention.entry or "backed" in mention.tags:
        return mention
    if not UNKNOWN.isdisjoint(
        story.sentences[mention.sentence].words.norm[max(0, mention.first - 1) : mention.last]
    ):
        return mention  # "unidentified militants" are nobody's
    kind = next((k for k in sorted(KINDS) if k in mention.tags), "")
    one = only.get(kind)
    if one is None or (mention.country and mention.country not in one.homes):
        return mention
    if apart.is_apart(mention, one.group):
        return mention
    word = stem(story.sentences[mention.sentence].words.norm[mention.last - 1])
    against = any(m.entry == one.group.entry for m in others)
    same = (
        "person" in mention.tags
        and not against
        and (word in one.nouns or (word in FIGHTERS and COMMUNAL not in one.group.tags))
    )
    return standing_in(mention, one.group) if kind or same else mention


def named(mention: Mention, group: Mention, story: Story) -> Mention:
    """Return "the militants" as the group that a sentence before named; others as they are."""
    words = story.sentences[mention.sentence].words
    again = mention.kind == "gang" and words.norm[max(mention.first - 2, 0) : mention.first] == [
        "the",
        "same",
    ]
    if not again and mention.kind != "armed":
        return mention
    if mention.country or mention.entry or mention.sentence < group.sentence:
        return mention
    if mention.sentence == group.sentence and (
        mention.first < group.last or not BODY & set(words.norm[mention.first : mention.last])
    ):
        return mention
    known = bool(KNOWN & set(words.norm[max(mention.first - 1, 0) : mention.first + 1]))
    if COMMUNAL in group.tags and "militia" not in mention.tags:
        return mention  # "the suicide bomber" is of no tribe's own guard
    return standing_in(mention, group) if known else mention
