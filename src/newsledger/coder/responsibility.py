"""Responsibility: who says that the act was his own, and on whom do others lay it (coding-rules 3)?"""

from collections.abc import Iterator, Sequence
from functools import cache

from newsledger.coder.accounts import Account
from newsledger.coder.alternatives import spelt_all
from newsledger.coder.dated import CLAIM
from newsledger.coder.event_types import LOOTING
from newsledger.coder.lexicon import read_yaml
from newsledger.coder.selfnamed import claimant, quoted, self_named
from newsledger.coder.spans import Entry, Mention, Sentence, Span
from newsledger.coder.story import Story
from newsledger.coder.trie import Trie
from newsledger.coder.who.nouns import CAUSES
from newsledger.coder.who.vocabulary import folder
from newsledger.coder.words import phrase

ATTRIBUTION = "attribution"
WORDS = "attribution.yaml"
NAMED = frozenset({"group", "gang", "communal"})
STATES = frozenset({"military", "police", "state"})  # they may be blamed, and never claim
FORCES = frozenset({"military", "police"})
BELONGING = frozenset({"belonged", "belong", "belonging", "members", "member"})
DENIALS = frozenset(
    {"no", "not", "nobody", "neither", "nor", "n't", "denied", "denies", "deny", "none", "without", ";"}
)
# words that speak of what somebody does time and again, and not of the event told
HABIT = frozenset(
    "similar previous previously past other several numerous dozens scores series string wave spate frequent frequently"
    " often usually regularly repeatedly routinely sporadic years decade decades most many such various earlier"
    " 1980s 1990s 2000s insurgency war conflict rebellion".split()
)
UNREAL = frozenset({"if", "whether", "unless", "would", "could"})
# what somebody is "responsible" for that is no attack
DUTIES = frozenset(
    "security protecting safety guarding defence defense maintaining order training management running".split()
)
ACCUSED_OF = frozenset(
    "the this that being carrying perpetrating staging conducting orchestrating masterminding planting mounting"
    " launching involvement ordering planning committing responsibility killing murdering shooting bombing attacking"
    " having".split()
)
MANY = frozenset(
    "attacks bombings blasts killings explosions raids strikes ambushes both incidents assaults murders".split()
)
THEY = frozenset({"they", "them", "who", "he", "themselves", "himself", "group", "band", "squad"})
OWN = frozenset(
    {"themselves", "they", "claimed", "claiming"}
)  # of words of belonging: who says it of himself
MEN = frozenset({"men", "individuals", "people", "persons", "youths"})
DOERS = 6  # tokens between "by" and words that tell whose people they are
CALLING = frozenset({"itself", "themselves", "called", "unknown", "styled"})
SAYS = frozenset(
    "said says claimed claims told telephoned phoned called announced admitted wrote stated".split()
)
REACH = 8  # tokens between a name and the words of claiming
NEXT = 5  # tokens between the words of blaming and the name
FAR = 8  # sentences between an event and the claim of it
NEAR = 4  # sentences between an event and the blame for it
AROUND = 6  # tokens on either side in which words of habit stand


def attribute(accounts: Sequence[Account], story: Story) -> None:
    """Let a named actor that claims an act, or that it is laid on, be the agent of the event told last before.

    Only a violent event that no name has is given one; where the sentence itself tells an event, that one is meant.
    A claim of "the attacks" is one of all of them.
    """
    if not any(is_open(a) for a in accounts):
        return
    free(accounts, story)
    announce(accounts)
    for sentence in story.sentences:
        for actor, reach in laid_on(sentence):
            open_ones = [a for a in accounts if is_open(a) and not is_hit(a, actor)]
            gaps = [
                (sentence.index - t.frame.sentence.index, n)
                for n, a in enumerate(open_ones)
                for t in a.tellings
                if t.frame.sentence.kind != "headline"
            ]  # what was told before the claim, rather than what follows it
            near = [(gap < 0, abs(gap), n) for gap, n in gaps if abs(gap) <= reach]
            meant = near if MANY & set(sentence.words.norm) else sorted(near)[:1]
            for n in sorted({n for _, _, n in meant}):
                open_ones[n].agents = [actor]


def announce(accounts: Sequence[Account]) -> None:
    """Let a military abroad that says who died in an air strike be who flew it ("the U.S. military said two militants
    were killed in an air strike in Somalia")."""
    for account in accounts:
        if account.agents or account.family != "violence":
            continue
        for telling in account.tellings:
            speaker = telling.frame.speaker
            if speaker is None or speaker.kind != "military" or "airstrike" not in telling.frame.actions:
                continue
            abroad = all(p.resolved.country != speaker.country for p in account.places)
            if speaker.country and abroad and not is_hit(account, speaker):
                account.agents = [speaker]
                break


def free(accounts: Sequence[Account], story: Story) -> None:
    """Let a group that releases people be who had abducted them ("the engineers were released by the X guerrillas")."""
    for frame in story.frames:
        captors = [m for m in frame.agents if m.kind in NAMED and m.entry and not m.tags & STATES]
        if "release" not in frame.actions or not captors or any("armed" in m.tags for m in frame.targets):
            continue
        for account in accounts:
            taken = any("abduct" in t.frame.actions for t in account.tellings)
            if taken and is_open(account) and not is_hit(account, captors[0]):
                account.agents = captors[:1]


def is_open(account: Account) -> bool:
    """Say whether an account tells of violence or of arson by nobody with a name."""
    harm = account.family == "violence" or account.family.endswith(LOOTING)
    return harm and unnamed(account.agents)


def is_hit(account: Account, actor: Mention) -> bool:
    """Say whether an account tells of what was done to the very actor."""
    return any(
        m.kind == actor.kind and m.entry == actor.entry and m.country == actor.country
        for m in account.targets
    )


@cache
def attribution_words() -> Trie:
    """Return the words of blaming of coder/lexicon/who/attribution.yaml."""
    trie = Trie()
    for record in read_yaml(folder() / WORDS)["entries"]:
        entry = Entry(ATTRIBUTION, record["id"], "word")
        for text in spelt_all(record["words"], folder() / WORDS):
            trie.add(phrase(str(text)), entry)
    return trie


def laid_on(sentence: Sentence) -> Iterator[tuple[Mention, int]]:
    """Yield who a sentence says an act was by, with the sentences over which the act is looked for."""
    for cue in (c for c in sentence.cues if c.entry.id == CLAIM):
        if who := named_before(sentence, cue, NAMED) or unlisted(sentence, cue):
            yield who, FAR
    somebody = any(m.kind in NAMED | STATES | {"government", "armed"} for m in sentence.mentions)
    if not somebody and CALLING.isdisjoint(sentence.words.norm):
        return
    for mention in sentence.mentions:
        if mention.kind in NAMED and mention.entry and after_aside(sentence, mention):
            yield mention, NEAR
    for cue in attribution_words().scan(sentence.words.norm):
        if blamed := blamed_by(sentence, cue):
            yield blamed, NEAR


def unlisted(sentence: Sentence, cue: Span) -> Mention | None:
    """Return the group of no list that claims an act, by what it calls itself or by its name before the claim."""
    norm = sentence.words.norm
    if DENIALS & set(norm[max(cue.first - REACH, 0) : cue.first]):
        return None
    calls = [s for s in attribution_words().scan(norm) if s.entry.id == "self-named" and s.last < cue.first]
    called = self_named(sentence, calls[-1]) if calls else None
    return quoted(sentence, cue) or called or claimant(sentence, cue)


def after_aside(sentence: Sentence, mention: Mention) -> bool:
    """Say whether a "by" before a name takes up a participle over an aside ("was staged, police said, by A")."""
    norm = sentence.words.norm
    at = mention.first - 1
    while at > 0 and mention.first - at < NEXT and norm[at] != "by":
        at -= 1
    if norm[at] != "by" or at < 3 or norm[at - 1] != ",":
        return False
    opened = next((i for i in range(at - 2, max(1, at - REACH), -1) if norm[i] == ","), 0)
    return opened > 0 and (norm[opened - 1].endswith("ed") or norm[opened - 1] == "out")


def blamed_by(sentence: Sentence, cue: Span) -> Mention | None:
    """Return the named actor that words of blaming lay an act on, or None where they speak of acts in general."""
    norm = sentence.words.norm
    around = norm[max(cue.first - AROUND, 0) : cue.last + AROUND]
    if cue.entry.id == "unknown":
        return None
    if cue.entry.id == "self-named":
        return calling_itself(sentence, cue)
    if HABIT & set(around) or UNREAL & set(norm[max(cue.first - REACH, 0) : cue.first]):
        return None
    if cue.entry.id == "claiming":
        return named_before(sentence, cue, NAMED)
    if cue.entry.id == "before":
        duty = norm[cue.last : cue.last + 1] == ["for"] and DUTIES & set(norm[cue.last : cue.last + 4])
        return None if duty else named_before(sentence, cue, NAMED | STATES | {"armed"})
    actor = named_behind(sentence, cue)
    if actor is None and cue.entry.id == "membership":
        actor = tribe_behind(sentence, cue)
    if actor is None or DENIALS & set(norm[max(cue.first - 4, 0) : cue.first]):
        return None
    if cue.entry.id == "accusing":
        after = norm[actor.last : actor.last + 2]
        return actor if after[:1] == ["of"] and ACCUSED_OF & set(after) else None
    served = bool(BELONGING & set(norm[cue.first : cue.last])) and actor.kind in FORCES
    if cue.entry.id == "membership" and not (they_before(sentence, cue) and (served or actor.kind in NAMED)):
        return None  # who says that he is a soldier may be none
    return actor


def calling_itself(sentence: Sentence, cue: Span) -> Mention | None:
    """Return the group that says, or claims, something under the name that it gives itself."""
    norm = sentence.words.norm
    listed = named_behind(sentence, cue)
    if listed is not None and they_before(sentence, cue):
        return listed
    named = listed or self_named(sentence, cue)
    if named is None or armed_before(sentence, cue) is not None:
        return named  # "a new rebel group calling itself …"
    claimed = {"claimed", "signed"} & set(norm[max(cue.first - FAR, 0) : cue.first])
    return named if claimed or SAYS & set(norm[named.last : named.last + REACH]) else None


def they_before(sentence: Sentence, cue: Span) -> bool:
    """Say whether unnamed armed people, or "they", stand before words of belonging, or people say it of themselves."""
    told = THEY & set(sentence.words.norm[max(cue.first - 3, 0) : cue.first])
    own = OWN & set(sentence.words.norm[cue.first : cue.last])
    before = sentence.words.norm[max(cue.first - DOERS, 0) : cue.first]
    own |= (
        MEN & set(before[-2:]) if "by" in before else frozenset()
    )  # "shot by two men identified as members of A"
    return bool(told or own) or armed_before(sentence, cue) is not None


def armed_before(sentence: Sentence, cue: Span) -> Mention | None:
    """Return the unnamed armed people that stand before words of belonging."""
    aside = sentence.words.norm[cue.first - 1] == ","  # "the men, who had killed a guard, belonged to A"
    first = 0 if aside else max(cue.first - REACH, 0)
    armed = (m for m in reversed(sentence.mentions) if m.kind in {"armed", "gang"} and not m.entry)
    return next((m for m in armed if first <= m.last <= cue.first), None)


def memberships(sentence: Sentence) -> Iterator[tuple[str, Mention]]:
    """Yield a noun for armed people and whose a sentence says that they are ("the gunmen belonged to A")."""
    if not any(m.kind in {"armed", "gang"} for m in sentence.mentions):
        return
    for cue in attribution_words().scan(sentence.words.norm):
        if (
            cue.entry.id not in {"membership", "self-named"}
            or (people := armed_before(sentence, cue)) is None
        ):
            continue
        ways = (self_named,) if cue.entry.id == "self-named" else (tribe_behind, cause_behind)
        owner = next((m for find in (named_behind, *ways) if (m := find(sentence, cue)) is not None), None)
        if owner is not None and owner.kind in NAMED | {"armed"}:
            yield sentence.words.norm[people.last - 1], owner


def cause_behind(sentence: Sentence, cue: Span) -> Mention | None:
    """Return unnamed people of a cause behind words of belonging ("belonged to a separatist group")."""
    near = (m for m in sentence.mentions if cue.last <= m.first <= cue.last + NEXT)
    return next((m for m in near if m.kind == "armed" and m.tags & CAUSES and not m.entry), None)


def tribe_behind(sentence: Sentence, cue: Span) -> Mention | None:
    """Return the militia of the people whose name stands behind words of belonging ("from East Pokot")."""
    for span in sentence.of_kind("people"):
        if cue.last <= span.first <= cue.last + NEXT:
            tags = frozenset({"communal", "identity-militia", "armed", "person", "plural"})
            return Mention(span.first, span.last, "communal", "", span.entry.id, tags, None, sentence.index)
    return None


def named_behind(sentence: Sentence, cue: Span) -> Mention | None:
    """Return the named actor right behind words of blaming."""
    norm = sentence.words.norm
    for mention in sentence.mentions:
        inside = cue.first < mention.first < cue.last < mention.last  # "were members of the ELN"
        behind = cue.last <= mention.first <= cue.last + NEXT
        if (inside or behind) and not names_next(sentence, mention):
            gap = set(norm[cue.last : mention.first])
            known = (
                (mention.kind in NAMED and mention.entry)
                or (mention.kind in STATES and "site" not in mention.tags)
                or (mention.kind == "government" and mention.country and "person" not in mention.tags)
                or mention.kind == "gang"
                or (mention.kind == "armed" and mention.tags & CAUSES)
            )
            return mention if known and not gap & (DENIALS | {"for", "against", ".", ":"}) else None
    return None


def names_next(sentence: Sentence, mention: Mention) -> bool:
    """Say whether a mention only describes the one right behind it ("the leftist ELN guerrillas")."""
    if mention.entry or mention.kind not in {"protesters", "armed", "gang"}:
        return False
    return mention.kind == "protesters" or any(
        m.first == mention.last and m.kind in NAMED and m.entry for m in sentence.mentions
    )


def named_before(sentence: Sentence, cue: Span, kinds: frozenset[str]) -> Mention | None:
    """Return the named actor that stands last before words of claiming or blaming."""
    norm = sentence.words.norm
    for mention in reversed(sentence.mentions):
        if mention.last > cue.first or mention.kind not in kinds:
            continue
        if mention.kind in NAMED and not mention.entry:
            continue
        if mention.kind == "armed" and not mention.tags & CAUSES:
            continue  # "the gunmen are blamed" tells of nobody more than "gunmen" does
        before = norm[max(mention.first - REACH, 0) : mention.first]
        opened = len(before) - before[::-1].index(";") if ";" in before else 0  # its own statement alone
        denied = DENIALS & {*before[opened:], *norm[mention.last : cue.first]}
        if len(norm[mention.last : cue.first]) <= REACH and not denied:
            return mention
    return None


def unnamed(agents: Sequence[Mention]) -> bool:
    """Say whether agents are nobody by name: "gunmen", "a suicide bomber", or nobody at all."""
    return all(m.kind in {"armed", "gang", "civilians"} and not m.country and not m.entry for m in agents)
