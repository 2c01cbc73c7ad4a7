"""The voice of a trigger: active, passive, or a noun (many words of violence are both verb and noun)."""

from newsledger.coder.clause import Clause
from newsledger.coder.grammar import (
    ADVERBS,
    BE,
    DAYS,
    DETERMINERS,
    GIVEN_TO,
    HAVE,
    IRREGULAR,
    MODALS,
    ON_THINGS,
    PARTICIPLES,
    PASSIVE_AFTER,
    PREPOSITIONS,
    QUANTITY,
    REDUCED,
    SUBJECTS,
)
from newsledger.coder.spans import THINGS, Span

STRUCK = frozenset(
    "bombed struck hit pounded targeted attacked shelled raided strafed bombarded blasted destroyed launched".split()
)
COUNTED = QUANTITY | frozenset(
    "more than at least some about another others other over around nearly".split()
)
COMPANIES = frozenset({"patrol", "convoy", "camp", "column", "checkpoint"})
BY = 4  # tokens between a participle and the armed people behind "by"
PARTS_OF_DAY = frozenset(
    {"morning", "night", "evening", "afternoon", "yesterday", "today", "early", "late", "last"}
)
JOINING = frozenset({"with", "against", "at", "on"})
KILLED = frozenset({"kill", "wound"})
WITHIN = frozenset({"in", "during", "amid", "near"})
RESULTS = frozenset(
    {"dead", "death", "down", "alive"}
)  # what ends "shot dead", "hacked to death", "gunned down"
FLIERS = frozenset(
    "warplanes warplane jets jet planes plane aircraft drones drone helicopters helicopter gunships gunship bombers"
    " fighter-jets".split()
)

# a finite verb never stands right behind these ("amid chants", "against strikes")
NEVER_BEFORE_VERB = frozenset("amid amidst despite during against between without into among with of".split())


MEANS = frozenset({"while", "by", "before", "after", "when"})  # before a gerund
ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "'s"})
TIMED = DAYS | frozenset(
    "morning afternoon evening night midnight dawn dusk noon today yesterday overnight week weekend".split()
)
TIMES = TIMED | frozenset("on in at during the early late this last same".split())


def voice_of(clause: Clause, first: int, last: int, spans: list[Span]) -> str:
    """Return active, passive or noun for a trigger."""
    forms = {s.entry.form for s in spans}
    norm = clause.norm
    joined = norm[first + 1] if last - first > 1 else ""
    if (norm[first] in {"was", "were"} and joined not in {"in", "now"}) or any(
        "undergo" in s.entry.tags for s in spans
    ):
        return "passive"
    if forms == {"word"} and holds_verb(norm, first, last):
        return "passive" if first and norm[first - 1] in BE and norm[first].endswith("ly") else "active"
    if forms == {"word"} and norm[first] in {"wearing", "carrying"}:
        return "active" if any(m.last == first for m in clause.mentions) else "noun"
    if forms <= {"noun", "nouns", "word"} or (
        not forms & PARTICIPLES and reads_as_noun(clause, first, last, forms)
    ):
        return "noun"
    if forms & {"word"} and norm[first].endswith("ing") and stands_alone(clause, first, last):
        return "noun"
    if not forms & PARTICIPLES:
        return "active"
    i = first - 1
    while i >= 0 and (norm[i] in ADVERBS or norm[i].endswith("ly")) and first - i < 5:
        i -= 1
    i = before_day(norm, i)
    if (
        i >= 0
        and norm[i] in BE
        and not {"symmetric", "intransitive"} & {t for s in spans for t in s.entry.tags}
    ):
        return "passive"
    if joins_passive(clause, first, last):
        return "passive"
    own = {t for s in spans for t in s.entry.tags} & {"symmetric", "intransitive", "crowd"}
    actors = [m for m in clause.mentions if last < m.first <= last + BY and "armed" in m.tags]
    behind = bool(norm[last : last + 1] == ["by"] and actors) or by_behind_time(clause, last)
    if last - first == 1 and behind and not own:
        return "passive"  # "rockets fired by rebels", "the engineer, kidnapped last Tuesday by guerrillas"
    by = last + 1 if norm[last : last + 1] and norm[last].endswith("ly") else last
    if last - first > 1 and norm[first + 1] in OBJECTLESS and norm[by : by + 1] == ["by"]:
        at = first - 1 if norm[first - 1] == "," else first  # "a judge, shot in the head by gunmen"
        return "passive" if at > 0 and ends_noun(clause, at) else "active"
    if last - first > 1 and i == first - 1 and killed_so(clause, first, last):
        return "passive"
    if not {s.entry.id for s in spans} & REDUCED or i < 0 or last - first > 1:
        return "active"
    if (
        {s.entry.id for s in spans} & KILLED
        and norm[last : last + 1]
        and norm[last] in WITHIN
        and i == first - 1
    ):
        return "passive"  # "soldiers and auxiliaries killed in an attack": who kills kills somebody
    return "passive" if is_reduced(clause, first, spans, i) else "active"


def by_behind_time(clause: Clause, at: int) -> bool:
    """Say whether words of time stand from token `at` on, and behind them "by" with armed people."""
    end = at
    while end < len(clause.norm) and end - at < 5 and clause.norm[end] in TIMES:
        end += 1
    if end == at or clause.norm[end : end + 1] != ["by"]:
        return False
    return any(end < m.first <= end + BY and "armed" in m.tags for m in clause.mentions)


def before_day(norm: list[str], at: int) -> int:
    """Return the token before a day that stands between an auxiliary and its participle ("were on Monday night
    killed"), or `at`."""
    i = at
    while i > 0 and at - i < 3 and (norm[i] in DAYS or norm[i] in PARTS_OF_DAY):
        i -= 1
    if i == at or norm[i] != "on":
        return i if i < at and norm[i] in BE else at
    return i - 1 if norm[i - 1] in BE else at


def killed_so(clause: Clause, first: int, last: int) -> bool:
    """Say whether a participle with how it was done stands behind those who died ("two people shot dead in Lagos")."""
    norm = clause.norm
    people = next((m for m in clause.mentions if m.last == first), None)
    if (
        people is None
        or norm[last - 1] not in RESULTS
        or "armed" in people.tags
        or "person" not in people.tags
    ):
        return False
    after = norm[last] if last < len(norm) else "."
    return after in PASSIVE_AFTER and not any(m.first == last for m in clause.mentions)


def holds_verb(norm: list[str], first: int, last: int) -> bool:
    """Say whether a literal phrase holds its own verb ("warplanes bombed", "clashed with")."""
    if last - first < 2:
        return False
    flown = norm[last - 1] in STRUCK and norm[last - 2] in FLIERS
    adverb = norm[first].endswith("ly") and norm[first + 1].endswith("ed")  # "violently cracked down on"
    return flown or adverb or (norm[first].endswith("ed") and norm[last - 1] in JOINING)


HELD = frozenset(
    {"occupied", "controlled", "held", "captured", "seized", "liberated", "annexed", "besieged", "retaken"}
)
OBJECTLESS = frozenset(
    {"in", "dead", "to", "down", "at", "through"}
)  # what follows a verb that names no object
LATELY = frozenset({"by", "last", "yesterday", "today", "earlier", "this"})


def is_reduced(clause: Clause, first: int, spans: list[Span], before: int) -> bool:
    """Say whether a bare participle of one word is a passive ("two farmers killed in a raid", "shot by soldiers").

    `before` is the last token that is no adverb before it.
    """
    norm, last = clause.norm, first + 1
    past = behind_time(norm, last)
    if past > last and past < len(norm) and (norm[past] in DETERMINERS or norm[past][0].isdigit()):
        return False  # "seized on Monday a cache": the day stands between verb and object
    after = norm[last] if last < len(norm) else "."
    if norm[last : last + 2] in (["at", "least"], ["at", "most"]):
        return False
    if after == "and" and follows_armed(clause, first):
        return not any(p.first == last + 1 and p.entry.kind == "action" for p in clause.sentence.spans)
    if after != "by" and {s.entry.id for s in spans} & ON_THINGS and follows_armed(clause, first):
        return False
    if before == first - 1 and first > 1 and norm[before] == "," and ends_noun(clause, before):
        return after in PASSIVE_AFTER - {",", "and", ".", "while", "when", "as"} or after in LATELY
    named = any(
        last <= m.first <= last + 2 and not PREPOSITIONS & set(norm[last : m.first]) for m in clause.mentions
    )
    alone = not named and before == first - 1 and ends_noun(clause, first)
    if after == "from" and any(s.last == first and s.entry.kind in THINGS for s in clause.sentence.spans):
        return True  # "motorcycles stolen from the village"
    if after == "from" and alone and {s.entry.id for s in spans} & {"abduct", "displace"}:
        return True  # "nineteen passengers kidnapped from a bus"
    return after == "by" or (after in PASSIVE_AFTER and alone)


def behind_time(norm: list[str], at: int) -> int:
    """Return the token behind a time of day or a day that stands at token `at`, set off by commas or not ("on Monday",
    "during the night", ", Thursday,"); `at` itself if there is none."""
    comma = norm[at : at + 1] == [","]
    first = i = at + comma
    while i < len(norm) and i - first < 5 and norm[i] in TIMES:
        i += 1
    if i == first or not TIMED & set(norm[first:i]):
        return at
    if not comma:
        return i
    return i + 1 if norm[i : i + 1] == [","] else at


def joins_passive(clause: Clause, first: int, last: int) -> bool:
    """Say whether a participle is joined to a passive before it ("was dragged from her home and raped")."""
    norm = clause.norm
    at = first - 1
    while at > 2 and (norm[at] in ADVERBS or norm[at].endswith("ly")):
        at -= 1
    if (norm[last] if last < len(norm) else ".") in PASSIVE_AFTER | {"when"}:
        while at > 2 and (norm[at] in COUNTED or norm[at].isdigit()):
            at -= 1  # "were killed and more than 150 wounded when …"
    if at < 2 or norm[at] not in {"and", "then", "or"}:
        return False
    behind = last + 1 if norm[last : last + 1] and norm[last].endswith("ly") else last
    if any(last <= m.first <= last + 1 for m in clause.mentions) and norm[behind : behind + 1] != ["by"]:
        return False
    for i in range(at - 1, max(-1, at - 13), -1):
        if clause.marks[i] == 2 or norm[i] in SUBJECTS:
            return False
        if norm[i] in BE:
            after = next((n for n in norm[i + 1 : first] if n not in ADVERBS and not n.endswith("ly")), "")
            return after.endswith(("ed", "en")) or after in IRREGULAR
    return False


def reads_as_noun(clause: Clause, first: int, last: int, forms: set[str]) -> bool:
    """Say whether a word that may be noun or verb ("clashes", "shelling", "protest") is a noun here."""
    norm = clause.norm
    noun = bool(forms & {"noun", "nouns"})
    before = norm[first - 1] if first else ""
    if before == "'s" and noun and forms & {"base", "s"}:
        return True  # "Tuesday's attack": what is short for "is" stands before no such form
    if before in BE | MODALS or (before in ADVERBS and first > 1 and norm[first - 2] in BE | MODALS):
        return False
    if before == "of" and "ing" in forms and accused(clause, first, last):
        return False
    if before in DETERMINERS or before in {"of", "during", "heavy", "renewed", "'s"}:
        return True
    if before == "to":
        undergone = first > 1 and norm[first - 2] in GIVEN_TO
        return noun and (undergone or (last < len(norm) and norm[last] in {"between", "in"}))
    subject = any(m.last == first and "person" in m.tags | {m.kind} for m in clause.mentions)
    if not noun:
        return False
    if "ing" in forms and last < len(norm) and norm[last] in ARTICLES:
        return False  # "while retaking a town", "eventually killing the man"
    if "ing" in forms:
        if before.endswith("ly") and first > 1:
            before = norm[first - 2]
        return before not in {",", "and"} or not clause.mentions or clause.mentions[0].first > first
    if subject and forms & {"base", "s"}:
        after = norm[last] if last < len(norm) else "."
        return after in BE | HAVE or after in {"killed", "left", "erupted", "broke"}
    return True


def stands_alone(clause: Clause, first: int, last: int) -> bool:
    """Say whether a word in -ing that is a noun as well has no auxiliary before and no object behind it, and opens
    its statement ("as fighting in the area went on", "amid looting")."""
    before = clause.norm[first - 1] if first else ""
    opens = before in {
        "",
        "as",
        "amid",
        "amidst",
        "when",
        "because",
        "since",
        "until",
        "heavy",
        "fresh",
        "new",
    }
    return opens and not any(last <= m.first <= last + 1 for m in clause.mentions)


def names_thing(clause: Clause, first: int, last: int, spans: list[Span]) -> bool:
    """Say whether a word that may be a verb names a weapon here ("bombs", "shells", "a club"): no subject and no
    auxiliary stands before it."""
    forms = {s.entry.form for s in spans}
    if forms == {"ing"} and clause.norm[first] == "building":
        return first > 0 and clause.norm[first - 1] not in BE | {
            "began",
            "started",
            "of",
            "and",
            ",",
            "for",
            "by",
        }
    if forms <= {"noun", "base"} and attacked_company(clause, first, last):
        return True
    if not forms <= {"base", "s"}:
        return False
    if any(m.kind == "crowd" and m.first <= first and last <= m.last for m in clause.mentions):
        return True  # "members of vigilante mobs"
    if clause.norm[first] == "block" and is_address(clause, first):
        return True
    if last - first == 1 and forms == {"base"} and described(clause, first):
        return True
    if first and clause.norm[first - 1] in NEVER_BEFORE_VERB:
        return True
    behind = first > 1 and clause.norm[first - 2] in {"in", "from", "of", "to", "inside"}
    if forms == {"s"} and behind and any(m.last == first and m.kind == "state" for m in clause.mentions):
        return True  # "in Israeli jails"
    if forms == {"base"} and last - first == 1 and (in_company(clause, first) or ends_name(clause, first)):
        return True
    if not any(
        s.entry.kind == "weapon" and (s.first, s.last) == (first, last) for s in clause.sentence.spans
    ):
        return False
    before = clause.norm[first - 1] if first else ""
    if before in MODALS or before in HAVE or before == "to" or before.endswith("ly"):
        return False
    return not any(m.last == first for m in clause.mentions)


def is_address(clause: Clause, at: int) -> bool:
    """Say whether a "block" at token `at` is part of an address ("the 2100 block of Grove Street", "4200 Block")."""
    before, after = clause.norm[at - 1] if at else "", clause.norm[at + 1 : at + 2]
    return before.isdigit() or (after == ["of"] and before in {"same", "first", "unit", "hundred", "the"})


def in_company(clause: Clause, at: int) -> bool:
    """Say whether token `at` ends a mention of men under way or in camp ("an army patrol")."""
    return any(m.last == at + 1 and m.first <= at and "company" in m.tags for m in clause.mentions)


def attacked_company(clause: Clause, first: int, last: int) -> bool:
    """Say whether tokens `first` to `last` are a patrol or convoy that a verb right before acts upon."""
    mention = next((m for m in clause.mentions if m.first <= first and last <= m.last), None)
    if clause.norm[first] in COMPANIES and first and clause.norm[first - 1] in {"a", "an", "the", "their"}:
        return any(s.entry.kind == "action" and s.last == first - 1 for s in clause.sentence.spans)
    if mention is None or not {"company", "military"} & mention.tags:
        return False
    return any(
        s.entry.kind == "action"
        and s.entry.form not in {"noun", "nouns"}
        and 0 <= mention.first - s.last <= 2
        for s in clause.sentence.spans
    )


def ends_name(clause: Clause, at: int) -> bool:
    """Say whether a word that is a verb in its base form ends the name of a place ("in the Hama desert")."""
    words, i = clause.sentence.words, at - 1
    while i >= 0 and words.is_name(i) and not any(m.first <= i < m.last for m in clause.mentions):
        i -= 1
    if i == at - 1 or i < 0:
        return False
    return clause.norm[i] in {"the", "in", "at", "of", "near", "from", "into", "towards"}


def part_of_name(clause: Clause, first: int, last: int) -> bool:
    """Say whether a word is written as part of a name ("Barrage Colony", "Ceasefire Monitoring Committee"): both it and
    the word behind it begin with a capital, in a sentence where most words do not.
    """
    text = clause.sentence.words.text
    held = clause.norm[first] in HELD and clause.sentence.words.glued[first]
    if held and any(
        x.last == first and x.entry.kind in {"country", "group", "force"} for x in clause.sentence.spans
    ):
        return True  # "Russian-occupied Donetsk"
    if first == 0 or last >= len(text) or not (text[first][0].isupper() and text[last][0].isupper()):
        return False
    if text[last].isupper() or clause.sentence.kind == "headline":
        return False
    words = [t for t in text if t[0].isalpha()]
    return 2 * sum(t[0].isupper() for t in words) < len(words)


def described(clause: Clause, first: int) -> bool:
    """Say whether a bare verb form stands where only a noun can ("in front of the ruined station", "the old base")."""
    norm = clause.norm
    before = norm[first - 1] if first else ""
    if (
        before
        in {"to", "and", "or", "not", "who", "that", "which", "they", "we", "you", "i"} | MODALS | ADVERBS
    ):
        return False
    if any(m.first < first <= m.last for m in clause.mentions) or before.endswith(
        ("s", "ly", "men", "people")
    ):
        return before == "'s"
    return before in ARTICLES or (first > 1 and norm[first - 2] in ARTICLES and before[:1].isalpha())


def accused(clause: Clause, first: int, last: int) -> bool:
    """Say whether a word in -ing is what somebody is accused of doing ("accused A of shelling its posts")."""
    after = clause.norm[last] if last < len(clause.norm) else "."
    said = any("accusation" in c.entry.tags and c.last <= first for c in clause.cues)
    return said and after[:1].isalnum() and after not in PASSIVE_AFTER and after not in {"of", "against"}


def follows_armed(clause: Clause, at: int) -> bool:
    """Say whether armed people end right before token `at` ("fighters looted and burned the market")."""
    return any(m.last == at and "armed" in m.tags for m in clause.mentions)


def ends_noun(clause: Clause, at: int) -> bool:
    """Say whether a victim ends right before token `at`: a mention of the unarmed kind, a number, or a bracket."""
    token = clause.norm[at - 1]
    if token.isdigit() or token in QUANTITY or token == ")":
        return True
    return any(m.last == at and clause.norm[at] not in {"attacked"} for m in clause.mentions)
