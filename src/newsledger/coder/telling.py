"""What does each frame of a story tell? The decision of the rules, with its day and places, or why there is none."""

from collections.abc import Mapping

from newsledger.coder import buried, disclosed
from newsledger.coder.accounts import OWN, Telling
from newsledger.coder.decide import decide, possible
from newsledger.coder.features import beside, features, placed
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY
from newsledger.coder.ingeneral import in_general
from newsledger.coder.political import is_plain_crime
from newsledger.coder.reading import Reading
from newsledger.coder.rules import KEYS
from newsledger.coder.summed import without_totals
from newsledger.coder.surroundings import contexts
from newsledger.coder.untold import has_effect, points_back, with_harm
from newsledger.coder.where.event import EventPlace
from newsledger.coder.whereabouts import Whereabouts

STREET = frozenset({"protest", "riot"})  # what a shooting is none of ("fired at a van, striking two")


def tell(reading: Reading) -> list[Telling]:
    """Return the tellings of all frames in scope that a rule codes."""
    story = reading.story
    found = (telling_of(reading, number) for number in range(len(story.frames)))
    tellings = [t for t in found if t is not None]
    tellings = without_totals(tellings)
    free_tolls(story.frames, tellings)
    if tellings and all(
        points_back(t.frame)
        and not (t.exact or t.dated.own or has_effect(t.frame) or with_harm(t.frame, story.frames))
        for t in tellings
    ):  # it is spoken of and never told
        for telling in tellings:
            telling.frame.scope, telling.frame.detail = "topic-only", telling.frame.trigger
        tellings = []
    if reading.scope == "political":
        tellings = buried.weed(tellings, story)
    return headed(tellings, story.frames)


def telling_of(reading: Reading, number: int) -> Telling | None:
    """Return the telling of one frame, or None; why a frame in scope is none after all is noted on it."""
    story, where, frame, dated = (
        reading.story,
        reading.where,
        reading.story.frames[number],
        reading.dated[number],
    )
    if frame.scope:
        return None
    if dated.when.date is None:
        frame.scope = "no-date"
        return None
    known = features_of(reading, number)
    rules = possible(where.knowledge.rules, known)
    if not rules:
        where.pass_over(frame)
        return None
    known = {key: known[key] for key in KEYS}
    places = where.of(frame)
    reading.places[number] = places
    decision = decide(rules, in_place(frame, known, places, where))
    if decision is None:
        return None
    if frame.sentence.index and in_general(frame) and not (dated.own or named_here(places)):
        frame.scope, frame.detail = "background", frame.trigger
        return None
    if reading.scope == "political" and is_plain_crime(frame, decision, story):
        frame.scope, frame.detail = "out-of-scope", disclosed.CRIME
        return None
    reading.decisions[number] = decision
    return Telling(frame, decision, dated, places)


def features_of(reading: Reading, number: int) -> Mapping[str, frozenset[str]]:
    """Return the features of one frame beside the others of its sentence, wherever it happened."""
    frames = reading.story.frames
    told = {reading.scope}
    if reading.dated[number].own:
        told.add("dated")
    if id(frames[number]) in reading.named:
        told.add("referred")
    shot = id(frames[number]) in reading.shot
    if shot:
        told.add("harmed")
    return features(
        frames[number],
        lambda: beside(frames, number),
        lambda: contexts(frames, number) - (STREET if shot else frozenset()) | told,
        "",
        reading.where.knowledge.actors.catalogue.usual.shelling,
    )


def by_weight(tellings: list[Telling]) -> list[Telling]:
    """Return the tellings of the text before those of headlines, so that a headline joins what the text tells."""
    return sorted(tellings, key=lambda t: t.frame.sentence.kind == "headline")


def in_place(
    frame: Frame, known: Mapping[str, frozenset[str]], places: list[EventPlace], where: Whereabouts
) -> Mapping[str, frozenset[str]]:
    """Return the features of a frame seen at its place."""
    country = places[0].resolved.country if places else where.country
    context = where.context(frame)
    return placed(frame, known, context | {"placed"} if named_here(places) else context, country)


def named_here(places: list[EventPlace]) -> bool:
    """Say whether the frame's own sentence names one of its places."""
    return any(p.rule in OWN for p in places)


def free_tolls(frames: list[Frame], tellings: list[Telling]) -> None:
    """Put the dead back in scope who would be plain crime alone but stand beside what killed them."""
    told = {t.frame.sentence.index for t in tellings}
    for frame in frames:
        at = frame.sentence.index
        near = at in told or (not frame.agents and bool(told & {at - 1, at - 2}))
        if frame.detail == disclosed.CRIME and frame.actions <= DEADLY and near:
            frame.scope = frame.detail = ""


def headed(tellings: list[Telling], frames: list[Frame]) -> list[Telling]:
    """Let the heading of a note ("Looting: …") decide what everything told in its sentence is.

    Whoever acts in the sentence acts in what the heading names.
    """
    for head in (t.frame for t in tellings if is_heading(t.frame) and not t.frame.agents):
        acting = next((f for f in frames if f.sentence is head.sentence and f.agents), None)
        if acting is not None:
            head.agents, head.targets = list(acting.agents), list(head.targets or acting.targets)
    heads = {id(t.frame.sentence): t.decision for t in tellings if is_heading(t.frame)}
    for telling in tellings:
        telling.decision = heads.get(id(telling.frame.sentence), telling.decision)
    return tellings


def is_heading(frame: Frame) -> bool:
    """Say whether a trigger opens its sentence before a colon."""
    return frame.first == 0 and frame.sentence.words.norm[frame.last : frame.last + 1] == [":"]
