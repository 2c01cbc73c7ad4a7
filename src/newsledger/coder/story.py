"""The story: an article as sentences with spans, mentions and frames, each judged for scope."""

from dataclasses import dataclass, field, replace

from newsledger.coder.announced import declare
from newsledger.coder.arrived import lend_doers
from newsledger.coder.coordinated import in_statements
from newsledger.coder.frames import Frame
from newsledger.coder.knowledge import Knowledge
from newsledger.coder.lent import lend_strike, lend_weapons
from newsledger.coder.misread import free_mentions, parted, without_names, without_times
from newsledger.coder.page import Page
from newsledger.coder.plaintext import plain
from newsledger.coder.roles import find_frames
from newsledger.coder.scope import judge
from newsledger.coder.searched import belong_to_arrest
from newsledger.coder.sentence import sentences
from newsledger.coder.spans import BODIES, Sentence, Span
from newsledger.coder.stopped import stop_in_flight
from newsledger.coder.untold import points_back
from newsledger.coder.when import TimeExpression, find_times
from newsledger.coder.who.unlisted import Unlisted
from newsledger.coder.words import split_words
from newsledger.contract.records import Article, Uncoded

NOT_TEXT = {"boilerplate": "boilerplate", "caption": "caption", "headline-list": "headline-list"}
ENGLISH = frozenset(
    "the of to and in a that is was for on with as by at from it are an were has have be this which said after his"
    " he but not or their they been who will had its i one two".split()
)
SAMPLE = 400  # words looked at to tell the language
ENOUGH = 25  # words; shorter texts are taken to be English unless the record says otherwise
SHARE = 0.12  # of function words in English text; other languages stay below 0.06
BODY = 4  # tokens of a name behind a year
RETOLD = 2  # sentences behind an accident in which it is told further
FREQUENT = "etaoinshr"  # the letters that English uses most
MISFORTUNES = frozenset({"accident", "mishap"})
HARM = frozenset({"kill", "death", "wound"})
SHOT = ("shoot", "shot", "gun", "discharg")
ABOARD = frozenset({"aboard", "onboard", "board"})
TRIED = frozenset({"artillery", "drone", "air"})
FIRED = frozenset({"shell", "launch", "airstrike", "attack", "land", "bomb", "destroy"})


@dataclass(slots=True)
class Story:
    """One article, read: `sentences` of the text proper (the title first, if it is not in the text), their frames
    and times by sentence index, and the triggers of page furniture as `uncoded`."""

    article: Article
    page: Page
    upper: bool
    sentences: list[Sentence] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    times: dict[int, list[TimeExpression]] = field(default_factory=dict)
    uncoded: list[Uncoded] = field(default_factory=list)

    @property
    def body(self) -> list[int]:
        """The indices of the sentences of the text, without title, headlines and captions."""
        return [s.index for s in self.sentences if s.kind == "body"]


def read_story(article: Article, knowledge: Knowledge) -> Story:
    """Read an article: page, sentences, one lexicon pass, mentions, frames and their scope."""
    text, title = plain(article.text), plain(article.title)
    page = knowledge.pages.read(text.text, title.text)
    story = Story(article, text.restored(page), in_capitals(article.text[:2000]))
    bodies = Unlisted()
    for sentence in in_statements(all_sentences(title.text, page, knowledge), knowledge.scan):
        (title if sentence.part == "title" else text).restore(sentence)
        times = [
            t
            for t in find_times(sentence.words)
            if not (names_event(sentence, t, article) or names_body(sentence, t, knowledge))
        ]
        spans = without_names(sentence, knowledge.scan(parted(sentence.words.norm, times)))
        if not story.upper:
            spans = bodies.read(sentence, spans)
        if sentence.kind in NOT_TEXT:
            sentence.take(spans)
            story.uncoded.extend(furniture(article, sentence))
            continue
        sentence.index = len(story.sentences)
        if times:
            story.times[sentence.index] = sentence.times = times
            spans = without_times(spans, times)
        sentence.take(spans)
        sentence.mentions = free_mentions(sentence)
        for mention in sentence.mentions:
            mention.sentence = sentence.index
        story.sentences.append(sentence)
        if sentence.acts:
            frames = find_frames(sentence)
            if sentence.index:
                lend_weapons(story.sentences[-2], story.frames, frames)
                lend_strike(story.frames, frames)
                lend_doers(story.frames, frames)
            judge(sentence, frames)
            retell(story.frames, frames)
            wrecked(story, frames)
            excuse(story.frames, frames)
            clear_up(story.frames, frames)
            if sentence.index:
                tested(story.sentences[-2], frames)
            stop_in_flight(story.frames, frames)
            declare(frames)
            belong_to_arrest(frames)
            story.frames.extend(frames)
    return story


def names_event(sentence: Sentence, time: TimeExpression, article: Article) -> bool:
    """Say whether a year is only part of the name of an event of the year of writing ("the 2011 Clean Vote rally")."""
    words = sentence.words
    if time.kind != "year" or time.year != article.published.year or time.last >= len(words):
        return False
    return words.norm[time.first] in {"the", "a"} and words.text[time.last][:1].isupper()


def names_body(sentence: Sentence, time: TimeExpression, knowledge: Knowledge) -> bool:
    """Say whether a year or day opens the name of a group ("the 1920 Revolution Brigades")."""
    norm, last = sentence.words.norm, time.last
    if not sentence.words.is_name(last) or not any(n.isdecimal() for n in norm[time.first : last]):
        return False
    named = knowledge.scan(norm[time.first : last + BODY])
    return any(s.entry.kind in BODIES and time.first + s.first < last < time.first + s.last for s in named)


def in_capitals(text: str) -> bool:
    """Say whether more than four in five letters of a text are capitals, as in old wire copy."""
    if sum(map(text.count, FREQUENT)) * 5 >= len(text):  # small letters enough, whatever the others are
        return False
    return sum(map(str.isupper, text)) > 0.8 * sum(map(str.isalpha, text))


def retell(before: list[Frame], frames: list[Frame]) -> None:
    """Take "the explosion" out of scope where the sentence before told it as an accident."""
    for frame in frames:
        if frame.scope or not frame.actions & {"bomb", "shell"}:
            continue
        if not points_back(replace(frame, light=False)):  # "the explosion occurred at night"
            continue
        known = [
            f
            for f in before
            if 0 < frame.sentence.index - f.sentence.index <= RETOLD and f.actions & {"bomb", "shell"}
        ]
        if claimed(frame, known):
            frame.scope, frame.detail = "topic-only", frame.trigger
        elif known and all(f.scope == "out-of-scope" or "pyrotechnic" in f.objects for f in known):
            frame.scope, frame.detail = "out-of-scope", known[-1].detail or known[-1].trigger


def wrecked(story: Story, frames: list[Frame]) -> None:
    """Take deaths of nobody's doing out of scope right behind an accident ("A bus fell into a gorge. All eight soldiers
    on board were killed")."""
    if not frames or not all(
        f.actions & HARM and not f.agents and not f.weapons for f in frames if not f.scope
    ):
        return
    here = frames[0].sentence
    for before in story.sentences[max(here.index - RETOLD, 0) : here.index]:
        cue = next((c for c in before.cues if c.entry.id in MISFORTUNES), None)
        if cue is None or (here.times and ABOARD.isdisjoint(here.words.norm)):
            continue
        told = any(f.sentence is before and not f.scope for f in story.frames)
        if told or any(n.startswith(SHOT) for n in before.words.norm):
            continue
        for frame in frames:
            if not frame.scope:
                frame.scope, frame.detail = "out-of-scope", before.text_of(cue.first, cue.last)


def excuse(before: list[Frame], frames: list[Frame]) -> None:
    """Take an explosion of nobody's doing out of scope where the next sentence tells that it was an accident ("The
    blast, the result of faulty pipes, …")."""
    causes = [f for f in frames if f.scope == "out-of-scope" and "bomb" in f.actions and f.voice == "noun"]
    if not causes:
        return
    for frame in before:
        near = causes[0].sentence.index - frame.sentence.index == 1
        if near and not frame.scope and "bomb" in frame.actions and not (frame.agents or frame.weapons):
            frame.scope, frame.detail = "out-of-scope", causes[0].detail


def claimed(frame: Frame, known: list[Frame]) -> bool:
    """Say whether a group only repeats in its own words the attack that it has claimed ("The bombing was carried out by
    our men")."""
    behind = frame.sentence.words.norm[frame.last :]
    owned = any(behind[i : i + 2] == ["carried", "out"] for i in range(len(behind)))
    return owned and bool(known) and all(f.scope == "topic-only" for f in known)


def clear_up(before: list[Frame], frames: list[Frame]) -> None:
    """Take bombs that were set off out of scope where the sentence before tells that bombs were made safe ("Forty bombs
    were defused. Twelve were detonated in Hit, the others in Baiji")."""
    if any(f.actions & {"kill", "wound", "death"} and (f.targets or f.agents) for f in frames):
        return
    for frame in frames:
        if frame.scope or frame.agents or frame.targets or frame.voice != "passive":
            continue
        if "bomb" not in frame.actions and not frame.trigger.casefold().startswith("neutrali"):
            continue
        last = [f for f in before if frame.sentence.index - f.sentence.index == 1 and not f.scope]
        if any("disrupt-weapon" in f.actions and f.voice != "noun" for f in last):
            frame.scope, frame.detail = "topic-only", frame.trigger


def tested(before: Sentence, frames: list[Frame]) -> None:
    """Take what a missile hits out of scope where the sentence before tells of a test or a drill and nobody is hit."""
    test = next((s for s in before.cues if s.entry.id == "trial-run"), None)
    if test is None or any(
        "armed" in m.tags and "state" not in m.tags for f in frames for m in f.agents + f.targets
    ):
        return
    for frame in frames:
        if not frame.scope and not frame.targets and frame.weapons & TRIED and frame.actions & FIRED:
            frame.scope, frame.detail = "out-of-scope", before.text_of(test.first, test.last)


def all_sentences(title: str, page: Page, knowledge: Knowledge) -> list[Sentence]:
    """Return the sentences of title and text; a title that the text repeats is not read twice."""
    body_start = page.dateline.end if page.dateline else 0
    found = sentences(page.lines, knowledge.pages.abbreviations, body_start)
    if title and not any(x.kind == "headline" for x in page.lines):
        words = split_words(title)
        if len(words):
            found.insert(0, Sentence(words, -1, 0, "title", "headline"))
    return [s for s in found if len(s.words)]


def furniture(article: Article, sentence: Sentence) -> list[Uncoded]:
    """Return an uncoded row for each trigger in a line that is no text of the article."""
    return [
        Uncoded(
            article.id,
            sentence.part,
            sentence.words.start[s.first],
            sentence.words.end[s.last - 1],
            sentence.text_of(s.first, s.last),
            NOT_TEXT[sentence.kind],
        )
        for s in first_of_each(sentence)
    ]


def first_of_each(sentence: Sentence) -> list[Span]:
    """Return the action spans of a sentence, one for each token range."""
    seen: dict[int, Span] = {}
    for span in sentence.acts:
        seen.setdefault(span.first, span)
    return list(seen.values())


def is_english(article: Article) -> bool:
    """Say whether an article is in English: by its own word for it, else by the share of English function words."""
    if article.language:
        return article.language.casefold().startswith(("en", "english"))
    tokens = [n for n in split_words(article.text[: SAMPLE * 8]).norm if n.isalpha()][:SAMPLE]
    if len(tokens) < ENOUGH:
        return not tokens or any(t.isascii() for t in tokens)
    return sum(t in ENGLISH for t in tokens) > SHARE * len(tokens)
