"""Summing up: leads that count together what a story then tells event by event (coding-rules 5).

"At least twelve were killed in A, B and C over the weekend", and then each of the attacks: the sum is no event beside
them, and its dead would be counted twice. "Bombings, shootings kill 13 across Iraq" over a round-up of the day counts
for none of its events.
"""

from newsledger.coder.accounts import OWN, Account, Telling, family
from newsledger.coder.dead_told import counts_dead
from newsledger.coder.parties import unlike
from newsledger.coder.same_event import WEEK
from newsledger.coder.spans import Sentence
from newsledger.coder.story import Story

FIRST = 4  # sentences in which a round-up is summed up
MOST = 2  # times the dead of the parts that a sum over several places may count
SPANS = frozenset({"across", "around", "throughout", "nationwide"})
RUNS = frozenset("string series wave spate rash flurry stream succession sequence chain".split())
STRIFE = frozenset({"violence", "bloodshed", "unrest"})
KINDS = frozenset(
    "attacks bombings bombs blasts explosions shootings killings assassinations raids strikes airstrikes clashes"
    " ambushes kidnappings mortars rockets".split()
)
ADDING = (["in", "total"], ["in", "all"], ["all", "in", "all"], ["altogether"], ["overall"], ["all", "told"])
VIOLENCE = "violence"
THESE = frozenset({"these", "those"})
PARTS = 2  # events told one by one that make a sum of what counts their dead together


def without_sums(accounts: list[Account]) -> list[Account]:
    """Return accounts without those that only sum up others; their frames leave scope."""
    kept: list[Account] = []
    for account in accounts:
        if is_sum(account, accounts) or tells_again(account, accounts):
            for telling in account.tellings:
                telling.frame.scope, telling.frame.detail = "background", "a sum of what is told one by one"
        else:
            kept.append(account)
    return kept


def without_totals(tellings: list[Telling]) -> list[Telling]:
    """Return tellings without those of sentences that only add up what the story told before them ("In total, over 40
    died in the air raids on eleven towns that day"); their frames leave scope."""
    kept: list[Telling] = []
    for telling in tellings:
        norm, at = telling.frame.sentence.words.norm, telling.frame.sentence.index
        if confirms(telling, kept):
            telling.frame.scope, telling.frame.detail = "topic-only", telling.frame.trigger
            continue
        opens = any(norm[: len(words)] == words for words in ADDING) and family(telling.decision) == VIOLENCE
        if opens and any(t.frame.sentence.index < at and family(t.decision) == VIOLENCE for t in kept):
            telling.frame.scope, telling.frame.detail = "background", "a sum of what is told one by one"
        else:
            kept.append(telling)
    return kept


def confirms(telling: Telling, before: list[Telling]) -> bool:
    """Say whether a noun is only what somebody confirms that the story told before ("Confirming the arrest, a police
    chief said …")."""
    frame, norm = telling.frame, telling.frame.sentence.words.norm
    if frame.voice != "noun" or norm[max(0, frame.first - 1) : frame.first] != ["the"]:
        return False
    if frame.first < 2 or not norm[frame.first - 2].startswith("confirm"):
        return False
    return any(family(t.decision) == family(telling.decision) for t in before)


def tells_again(account: Account, accounts: list[Account]) -> bool:
    """Say whether an account is only of "these clashes", told before: what it counts is what they have cost so far."""
    frames = [t.frame for t in account.tellings]
    nouns = [f for f in frames if f.voice == "noun" and f.sentence.words.norm[f.first - 1] in THESE]
    if not nouns or {id(f.sentence) for f in frames} != {id(nouns[0].sentence)}:
        return False
    at = nouns[0].sentence.index
    return any(
        o.family == account.family and any(t.frame.sentence.index < at for t in o.tellings)
        for o in accounts
        if o is not account
    )


def roundups(story: Story, accounts: list[Account]) -> frozenset[int]:
    """Return the sentences that count together the dead of a round-up, in a story that counts those of several events
    one by one."""
    summing = [s for s in story.sentences if s.index <= FIRST and sums_up(s)]
    if not summing:
        return frozenset()
    dead_at: dict[int, set[str]] = {}
    for account in accounts:
        for telling in account.tellings:
            if account.family == "violence" and counts_dead(telling.frame):
                names = {p.resolved.location for p in account.places}
                dead_at.setdefault(telling.frame.sentence.index, set()).update(names)
    return frozenset(
        s.index
        for s in summing
        if len([i for i in dead_at if i > s.index and story.sentences[i] not in summing]) >= PARTS
        and len({n for i, names in dead_at.items() if i > s.index for n in names}) >= PARTS
    )


def sums_up(sentence: Sentence) -> bool:
    """Say whether a sentence speaks of the violence of a whole country or of several kinds of it together."""
    norm = set(sentence.words.norm)
    kinds = len(KINDS & norm) > 1 and sentence.kind == "headline"
    country = bool(sentence.of_kind("country"))
    return kinds or (country and bool((SPANS | STRIFE) & norm) and bool((KINDS | STRIFE | RUNS) & norm))


def is_sum(account: Account, accounts: list[Account]) -> bool:
    """Say whether an account of one sentence counts the dead that at least two accounts behind it count apart.

    Their dead make up its own; where it names several places, it may count more, but not over twice as many: a part
    may have no row of its own.
    """
    told = {t.frame.sentence.index for t in account.tellings if t.frame.sentence.kind != "headline"}
    total = dead(account)
    if len(told) != 1 or not total:
        return False
    parts = [o for o in accounts if o is not account and is_part(o, account, min(told)) and dead(o)]
    if lies_apart(account, parts):
        return False
    counted = sum(dead(o) for o in parts)
    whole = counted == total or (len(account.places) > 1 and counted <= total <= MOST * counted)
    return len(parts) >= PARTS and whole


def lies_apart(account: Account, parts: list[Account]) -> bool:
    """Say whether an account names a town in which no other lies; a sum names an area, or the towns of its parts."""
    towns = {p.resolved.location for p in account.places if p.rule in OWN and p.resolved.geo_precision == 1}
    return bool(towns) and towns.isdisjoint(p.resolved.location for o in parts for p in o.places)


def is_part(other: Account, account: Account, sentence: int) -> bool:
    """Say whether another account is told behind a sentence, of the same kind, doers and days."""
    behind = all(t.frame.sentence.index > sentence for t in other.tellings)
    near = abs((other.when.day - account.when.day).days) <= WEEK
    return behind and near and other.family == account.family and not unlike(account.agents, other.agents)


def dead(account: Account) -> int:
    """Return the highest number of dead that one toll of an account counts."""
    return max((t.count or 0 for _, t, _ in account.tolls if t.kind == "killed" and not t.vague), default=0)
