"""Passive: does a participle tell what was done to those who stand before it, with or without its auxiliary?"""

from newsledger.coder.apposed import is_apposed
from newsledger.coder.clause import Clause
from newsledger.coder.grammar import (
    ADVERBS,
    BE,
    DETERMINERS,
    IRREGULAR,
    NUMBERS,
    ON_THINGS,
    PASSIVE_AFTER,
    PREPOSITIONS,
    QUANTITY,
    REDUCED,
    SUBJECTS,
    amount_start,
)
from newsledger.coder.spans import Mention, Span
from newsledger.coder.timed import BY, TIMED, before_day, behind_time, by_behind_time

COUNTED = QUANTITY | frozenset(
    "more than at least some about another others other over around nearly".split()
)
KILLED = frozenset({"kill", "wound"})
FINDING = frozenset("on inside under hidden buried along from behind beside aboard planted".split())
WITHIN = frozenset({"in", "during", "amid", "near"})
FATES = frozenset({"dead", "murdered", "beheaded", "hanged", "killed", "slain"})
RESULTS = frozenset(
    {"dead", "death", "down", "alive"}
)  # what ends "shot dead", "hacked to death", "gunned down"
OBJECTLESS = frozenset(
    {"in", "dead", "to", "down", "at", "through"}
)  # what follows a verb that names no object
LED = frozenset(
    "bundled dragged hauled led herded shoved thrown taken marched carried pushed carted loaded".split()
)
HELD = frozenset({"taken", "held"})
CAPTIVE = frozenset({"hostage", "captive", "prisoner"})
HURT = frozenset({"injured", "wounded", "hurt"})
UNCOUNTED = frozenset({"dozens", "scores"})
AWAY = frozenset({"into", "away", "off", "out", "onto"})
VANS = frozenset("van vans bus buses car cars custody truck trucks vehicle vehicles wagon wagons".split())
SHOTS = frozenset("missile missiles rocket rockets shell shells projectile projectiles mortars".split())
OPENS_OBJECT = DETERMINERS | QUANTITY
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})  # "who was himself shot"
REPORTED = frozenset({"reported", "confirmed", "feared", "presumed", "believed", "listed"})
LATELY = frozenset({"by", "last", "yesterday", "today", "earlier", "this"})


def is_count_of(clause: Clause, at: int) -> bool:
    """Say whether a trigger behind people only tells which of them are counted ("the number of soldiers killed when
    …")."""
    return any(
        m.last == at and clause.norm[max(m.first - 2, 0) : m.first] in (["number", "of"], ["toll", "of"])
        for m in clause.mentions
    )


def is_passive(clause: Clause, first: int, last: int, spans: list[Span]) -> bool:
    """Say whether a trigger that is a participle is a passive; `spans` are its readings at these tokens."""
    norm = clause.norm
    actions = {s.entry.id for s in spans}
    i = before_day_and_adverbs(norm, first)
    if (
        i >= 0
        and norm[i] in BE
        and not {"symmetric", "intransitive"} & {t for s in spans for t in s.entry.tags}
    ):
        return True
    if "fire-at" in actions and first and norm[first - 1] in SHOTS:
        return True  # "destroyed a missile fired towards the port"
    if i > 0 and norm[i] in REPORTED and norm[i - 1] in BE:
        return True  # "have been reported killed"
    if (
        i > 0
        and actions & KILLED
        and (are_dead(norm, i) or counts_hurt(norm, last) or is_count_of(clause, first))
    ):
        return True
    charged = "arrest" in actions and norm[last - 1] == "for"  # "a student arrested for singing"
    if charged or joins_passive(clause, first, last) or has_agent(clause, first, last, spans):
        return True
    if is_apposed(clause, first, last, actions):
        return True
    by = last + 1 if norm[last : last + 1] and norm[last].endswith("ly") else last
    if last - first > 1 and norm[first + 1] in OBJECTLESS and norm[by : by + 1] == ["by"]:
        at = first - 1 if norm[first - 1] == "," else first  # "a judge, shot in the head by gunmen"
        return at > 0 and ends_noun(clause, at)
    if (
        last - first > 1
        and i == first - 1
        and (killed_so(clause, first, last) or led_off(clause, first, last) or held_so(clause, first, last))
    ):
        return True
    finds = is_finding(spans) and is_arms(clause, first)
    if not (actions & REDUCED or finds) or i < 0 or last - first > 1:
        return False
    if amount_start(norm, last):
        return False
    if actions & KILLED and norm[last : last + 1] and norm[last] in WITHIN and i == first - 1:
        return True  # "soldiers and auxiliaries killed in an attack": who kills kills somebody
    return is_reduced(clause, first, spans, i)


def are_dead(norm: list[str], at: int) -> bool:
    """Say whether those killed are told of at token `at` as known ("two nuns were among those killed", "the 20 killed
    included")."""
    if norm[at] == "those":
        return norm[at - 1] in {"among", "of"}
    return norm[at - 1] == "the" and (norm[at].isdigit() or norm[at] in NUMBERS | UNCOUNTED)


def counts_hurt(norm: list[str], at: int) -> bool:
    """Say whether a headline counts the hurt right behind the dead ("nine civilians killed 15 injured in a blast")."""
    while at < len(norm) and norm[at] in UNCOUNTED | {"over", "about", "some", "more", "than"}:
        at += 1
    if norm[at - 1] not in UNCOUNTED:
        if at == len(norm) or not norm[at].isdigit():
            return False
        at += 1
    return not HURT.isdisjoint(norm[at : at + 2])


def before_day_and_adverbs(norm: list[str], first: int) -> int:
    """Return the token before the adverbs and the day that stand before token `first`, -1 if there is none."""
    i = first - 1
    while i >= 0 and (norm[i] in ADVERBS | REFLEXIVE or norm[i].endswith("ly")) and first - i < 5:
        i -= 1
    return before_day(norm, i)


def has_agent(clause: Clause, first: int, last: int, spans: list[Span]) -> bool:
    """Say whether a participle has armed people behind "by" ("rockets fired by rebels", "the engineer,
    kidnapped last Tuesday by guerrillas")."""
    if last - first != 1 and not clause.norm[last - 1].endswith("ed"):
        return False  # but for "shot and injured by", "gang-raped by"
    if {"symmetric", "intransitive", "crowd"} & {t for s in spans for t in s.entry.tags}:
        return False
    actors = any(last < m.first <= last + BY and "armed" in m.tags for m in clause.mentions)
    return bool(clause.norm[last : last + 1] == ["by"] and actors) or by_behind_time(clause, last)


def is_reduced(clause: Clause, first: int, spans: list[Span], before: int) -> bool:
    """Say whether a bare participle of one word is a passive ("two farmers killed in a raid", "shot by soldiers").

    `before` is the last token that is no adverb before it.
    """
    norm, last = clause.norm, first + 1
    past = behind_time(norm, last)
    words = clause.sentence.words
    named = past < len(norm) and (words.is_name(past) or norm[past] in {"al", "el"})
    named = named and norm[first] == "targeted"  # "rebels targeted on Monday Adawi district"
    if past > last and past < len(norm) and (norm[past] in DETERMINERS or norm[past][0].isdigit() or named):
        return False  # "seized on Monday a cache": the day stands between verb and object
    after = norm[last] if last < len(norm) else "."
    if after == "and" and any(p.first == last + 1 and has_object(norm, p.last) for p in clause.sentence.acts):
        return False  # "settlers uprooted and stole dozens of saplings"
    if after == "and" and follows_armed(clause, first):
        return not any(p.first == last + 1 for p in clause.sentence.acts)
    if after != "by" and {s.entry.id for s in spans} & ON_THINGS and follows_armed(clause, first):
        return False
    if norm[first] == "struck" and after != "by" and follows_armed(clause, first):
        return False  # "where jihadists struck on Friday"
    if before == first - 1 and first > 1 and norm[before] == "," and ends_noun(clause, before):
        return after in PASSIVE_AFTER - {",", "and", ".", "while", "when", "as"} or after in LATELY
    if after in {"was", "were"} and before == first - 1 and ends_noun(clause, first):
        return True  # "the three soldiers killed were recruits"
    named = any(
        last <= m.first <= last + 2 and not PREPOSITIONS & set(norm[last : m.first]) for m in clause.mentions
    )
    alone = not named and before == first - 1 and ends_noun(clause, first)
    if is_finding(spans) and after in PASSIVE_AFTER | FINDING and is_arms(clause, first):
        return True  # "the bombs found on the road"
    if after == "from" and any(s.last == first for s in clause.sentence.things):
        return True  # "motorcycles stolen from the village"
    if after == "from" and alone and {s.entry.id for s in spans} & {"abduct", "displace"}:
        return True  # "nineteen passengers kidnapped from a bus"
    return after == "by" or (after in PASSIVE_AFTER and alone)


def has_object(norm: list[str], at: int) -> bool:
    """Say whether an object opens at token `at`: an article, an owner or a number."""
    return at < len(norm) and (norm[at] in OPENS_OBJECT or norm[at][0].isdigit())


def is_finding(spans: list[Span]) -> bool:
    """Say whether a verb is one of finding or taking things."""
    return any(s.entry.id in {"find", "take-item", "disrupt-weapon"} for s in spans)


def is_arms(clause: Clause, at: int) -> bool:
    """Say whether a weapon ends right before a token."""
    return any(
        s.last == at and (s.entry.kind == "weapon" or s.entry.id == "weapons") for s in clause.sentence.things
    )


def killed_so(clause: Clause, first: int, last: int) -> bool:
    """Say whether a participle with how it was done stands behind those who died ("two people shot dead in Lagos")."""
    norm = clause.norm
    if clause.norm[first] == "found" and last - first > 1 and clause.norm[last - 1] in FATES:
        return not has_object(clause.norm, last)  # "activist abducted in Lagos found murdered"
    people = next((m for m in clause.mentions if m.last == first), None)
    if (
        people is None
        or norm[last - 1] not in RESULTS
        or "armed" in people.tags
        or "person" not in people.tags
    ):
        return False
    after = norm[last] if last < len(norm) else "."
    timed = not TIMED.isdisjoint(norm[last : last + 3])  # "gunned down the week before"
    return (timed or after in PASSIVE_AFTER) and not any(m.first == last for m in clause.mentions)


def held_so(clause: Clause, first: int, last: int) -> bool:
    """Say whether a participle stands behind those who are held ("250 soldiers taken hostage at the base")."""
    norm = clause.norm
    return (
        norm[first] in HELD and norm[last - 1] in CAPTIVE and last - first == 2 and ends_noun(clause, first)
    )


def led_off(clause: Clause, first: int, last: int) -> bool:
    """Say whether a participle stands behind those who are taken away, as captions have it ("students bundled into a
    police van", "19 people led away")."""
    norm = clause.norm
    people = next((m for m in clause.mentions if m.last == first), None)
    if people is None or norm[first] not in LED or norm[first + 1] not in AWAY:
        return False
    if {"armed", "government"} & (people.tags | {people.kind}) or "person" not in people.tags:
        return False
    return (norm[last] if last < len(norm) else ".") in PASSIVE_AFTER or norm[last - 1] in VANS


def joins_passive(clause: Clause, first: int, last: int) -> bool:
    """Say whether a participle is joined to a passive before it ("was dragged from her home and raped")."""
    norm = clause.norm
    at = first - 1
    while at > 2 and (norm[at] in ADVERBS or norm[at].endswith("ly")):
        at -= 1
    if (norm[last] if last < len(norm) else ".") in PASSIVE_AFTER | {"when"}:
        while at > 2 and (norm[at] in COUNTED or norm[at].isdigit()):
            at -= 1  # "were hanged and over 40 burnt when …"
    if at < 2 or norm[at] not in {"and", "then", "or"}:
        return False
    behind = last + 1 if norm[last : last + 1] and norm[last].endswith("ly") else last
    if any(last <= m.first <= last + 1 for m in clause.mentions) and norm[behind : behind + 1] != ["by"]:
        return False
    for i in range(at - 1, max(-1, at - 13), -1):
        if clause.marks[i] == 2 or norm[i] in SUBJECTS:
            return False
        if norm[i] in BE and norm[i] != "'s":
            after = next((n for n in norm[i + 1 : first] if n not in ADVERBS and not n.endswith("ly")), "")
            return after.endswith(("ed", "en")) or after in IRREGULAR
    return False


def follows_armed(clause: Clause, at: int) -> bool:
    """Say whether armed people end right before token `at` ("fighters looted and burned the market")."""
    return any(m.last == at and "armed" in m.tags for m in clause.mentions)


def ends_noun(clause: Clause, at: int) -> bool:
    """Say whether a victim ends right before token `at`: a mention of the unarmed kind, a number, or a bracket."""
    token = clause.norm[at - 1]
    if token.isdigit() or token in QUANTITY or token == ")":
        return True
    attacked = (
        clause.norm[at] == "attacked"
    )  # who has no arms is rather the one attacked ("Reporter attacked in …")
    return any(m.last == at and (not attacked or is_harmless(m)) for m in clause.mentions)


def is_harmless(mention: Mention) -> bool:
    """Say whether a mention is of people of no crowd and no party: a trade, one person, an official."""
    if mention.kind not in {"civilians", "identity", "government"} or "person" not in mention.tags:
        return False
    return not {"fans", "settlers", "youth", "supporters", "suspect", "students", "refugees"} & mention.tags
