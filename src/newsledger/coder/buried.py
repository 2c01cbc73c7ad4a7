"""Buried: what a story mentions in passing, far behind its opening or beside the theme that its opening names.

News tells its event first. Where the headline and the first sentences tell none, a march, a deal or a theft named
further down is background or an everyday sense of the word. Where the opening tells of a verdict, an accident,
sanctions or a death in bed, undated bloodshed further down is the history of that (coding-rules 1).
"""

from newsledger.coder.accounts import Telling
from newsledger.coder.event_types import DISRUPTED, RIOTS, STRATEGIC
from newsledger.coder.grammar import MONTHS
from newsledger.coder.kinds import tags_of
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.story import Story

OPENING = 2  # sentences of the text in which a story tells its event
LONG = 4  # sentences of the text from which on a story has more than an opening
MILD_TYPES = frozenset({STRATEGIC, RIOTS})
MILD_SUB_TYPES = frozenset({"Peaceful protest"})
HISTORY = 3652  # days after which what a story dates is history whatever its theme
OLD = 30  # days before the story was published; what is older is the history of its theme
THEMES = frozenset({"commemorate", "trial", "accident", "mishap", "fiction", "games", "theme", "prosecution"})
MISFORTUNE = frozenset({"accident", "mishap", "fiction", "games", "weather", "traffic"})
DISASTERS = frozenset({"weather", "traffic"})  # blockers that name the theme as well ("hit by floods")
STREET = frozenset({"Protests"})
HURT = frozenset({"kill", "assault", "mob", "wound", "death"})
OLD_WAR = "old-war"
MONTH = 3  # the precision of a month (codebook 4)
FIGHTERS = frozenset({"group", "gang", "communal", "military", "armed", "rebel", "militia"})


def weed(tellings: list[Telling], story: Story) -> list[Telling]:
    """Return the tellings that a story does more than mention; the others are put out of scope as background."""
    passing = in_passing(tellings, story)
    theme = "" if passing else theme_of(tellings, story)
    told = old_war(tellings, story)
    kept = []
    for telling in tellings:
        age = (story.article.published - telling.dated.day).days
        old = age > HISTORY or is_memory(telling, told) or is_vague_aside(telling, tellings)
        if passing or old or (theme and is_aside(telling, theme, story)):
            telling.frame.scope, telling.frame.detail = "background", telling.frame.trigger
        else:
            kept.append(telling)
    return kept


def old_war(tellings: list[Telling], story: Story) -> int | None:
    """Return the first sentence that names a war of long ago, in a story that dates nothing it tells; else None."""
    if any(t.dated.own for t in tellings):
        return None
    for sentence in story.sentences:
        if any(c.entry.id == OLD_WAR for c in sentence.cues):
            return sentence.index
    return None


def is_vague_aside(telling: Telling, tellings: list[Telling]) -> bool:
    """Say whether an act of some day before, told by no month's name, stands behind one of a day, as its background
    ("On Wednesday …. Earlier this month a car bomb at the embassy left fifty dead")."""
    dated = telling.dated
    if not dated.own or dated.when.precision < MONTH or dated.sentence is None:
        return False
    if not MONTHS.isdisjoint(dated.sentence.words.norm[dated.first : dated.last]):
        return False
    at = telling.frame.sentence.index
    return any(
        t.frame.sentence.index < at
        and t.dated.own
        and t.dated.when.precision == 1
        and t.dated.day > telling.dated.day
        for t in tellings
    )


def is_memory(telling: Telling, told: int | None) -> bool:
    """Say whether bloodshed or a step is told behind the name of a war of long ago ("a veteran remembered how …")."""
    if told is None or telling.frame.sentence.index < told:
        return False
    rule = telling.decision.rule
    spared = rule.event_type in STREET | {RIOTS} or rule.sub_event_type == DISRUPTED
    found = "bomb" in telling.frame.trigger.casefold() and "bombing" not in telling.frame.actions
    return not spared and not found  # a bomb of that war still goes off


def in_passing(tellings: list[Telling], story: Story) -> bool:
    """Say whether all that a story tells is mild and stands far behind its opening."""
    body = story.body
    if len(body) < LONG or not tellings:
        return False
    late = body[OPENING]
    return all(t.frame.sentence.index >= late and is_mild(t) for t in tellings)


def theme_of(tellings: list[Telling], story: Story) -> str:
    """Return the cue by which an opening that tells no event names another theme, or empty."""
    opening = opens(story)
    told = {t.frame.sentence.index for t in tellings}
    if not opening or any(s.index in told for s in opening):
        return ""
    return next((c.entry.id for s in opening for c in s.spans if names_theme(c)), "")


def names_theme(span: Span) -> bool:
    """Say whether a cue, or a phrase that is no trigger, says what a story is about."""
    cue = span.entry.kind == "cue" and span.entry.id in THEMES
    return cue or (span.entry.kind == "blocker" and span.entry.id in DISASTERS)


def opens(story: Story) -> list[Sentence]:
    """Return the headline and the first sentence of the text of a story."""
    first = next(iter(story.body), -1)
    return [s for s in story.sentences if s.index <= first and s.kind in {"body", "headline"}]


def is_aside(telling: Telling, theme: str, story: Story) -> bool:
    """Say whether a telling is only the history or the surroundings of the theme of its story."""
    if (story.article.published - telling.dated.day).days > OLD:
        return True
    event = telling.decision.rule.event_type
    if theme in {"fiction", "games"} or "bomb" in telling.frame.trigger.casefold():
        return is_mild(telling)
    if theme in MISFORTUNE and event == STRATEGIC:
        return True  # soldiers sent to help
    if theme in MISFORTUNE and event in STREET:
        return not telling.dated.own and not telling.exact
    if theme in MISFORTUNE:
        return not tags_of([*telling.frame.agents, *telling.frame.targets], "") & FIGHTERS
    return is_mild(telling) or not telling.dated.own


def is_mild(telling: Telling) -> bool:
    """Say whether a telling is of a step, a peaceful crowd or a brawl, in which nobody is hurt by arms."""
    rule = telling.decision.rule
    if rule.event_type == RIOTS and telling.frame.actions & HURT and telling.frame.agents:
        return False  # a mob that beats somebody
    return rule.event_type in MILD_TYPES or rule.sub_event_type in MILD_SUB_TYPES
