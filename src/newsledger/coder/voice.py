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
    QUANTITY,
    REDUCED,
    SUBJECTS,
)
from newsledger.coder.spans import Span

STRUCK = frozenset(
    "bombed struck hit pounded targeted attacked shelled raided strafed bombarded blasted destroyed launched".split()
)
COMPANIES = frozenset({"patrol", "convoy", "camp", "column", "checkpoint"})
BY = 4  # tokens between a participle and the armed people behind "by"
JOINING = frozenset({"with", "against", "at", "on"})
FLIERS = frozenset(
    "warplanes warplane jets jet planes plane aircraft drones drone helicopters helicopter gunships gunship bombers"
    " fighter-jets".split()
)

# a finite verb never stands right behind these ("amid chants", "against strikes")
NEVER_BEFORE_VERB = frozenset("amid amidst despite during against between without into among with of".split())


ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "'s"})


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
        return "active"
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
    if last - first == 1 and norm[last : last + 1] == ["by"] and actors and not own:
        return "passive"  # "rockets fired by rebels"
    if last - first > 1 and norm[first + 1] in OBJECTLESS and norm[last : last + 1] == ["by"]:
        at = first - 1 if norm[first - 1] == "," else first  # "a judge, shot in the head by gunmen"
        return "passive" if at > 0 and ends_noun(clause, at) else "active"
    if not {s.entry.id for s in spans} & REDUCED or i < 0 or last - first > 1:
        return "active"
    return "passive" if is_reduced(clause, first, spans, i) else "active"


def holds_verb(norm: list[str], first: int, last: int) -> bool:
    """Say whether a literal phrase holds its own verb ("warplanes bombed", "clashed with")."""
    if last - first < 2:
        return False
    flown = norm[last - 1] in STRUCK and norm[last - 2] in FLIERS
    return flown or (norm[first].endswith("ed") and norm[last - 1] in JOINING)


OBJECTLESS = frozenset(
    {"in", "dead", "to", "down", "at", "through"}
)  # what follows a verb that names no object
LATELY = frozenset({"by", "last", "yesterday", "today", "earlier", "this"})


def is_reduced(clause: Clause, first: int, spans: list[Span], before: int) -> bool:
    """Say whether a bare participle of one word is a passive ("two farmers killed in a raid", "shot by soldiers").

    `before` is the last token that is no adverb before it.
    """
    norm, last = clause.norm, first + 1
    if norm[last : last + 1] == ["on"] and DAYS & set(norm[last + 1 : last + 2]):
        last += 2  # "seized on Monday a cache": the day stands between verb and object
    after = norm[last] if last < len(norm) else "."
    if norm[last : last + 2] in (["at", "least"], ["at", "most"]):
        return False
    if after == "and" and any(m.last == first and m.kind in {"police", "military"} for m in clause.mentions):
        return not any(p.first == last + 1 and p.entry.kind == "action" for p in clause.sentence.spans)
    if after != "by" and {s.entry.id for s in spans} & ON_THINGS and follows_armed(clause, first):
        return False
    if before == first - 1 and first > 1 and norm[before] == "," and ends_noun(clause, before):
        return after in PASSIVE_AFTER - {",", "and", ".", "while", "when", "as"} or after in LATELY
    named = any(m.first <= last + 2 and m.first >= last for m in clause.mentions)
    alone = not named and before == first - 1 and ends_noun(clause, first)
    return after == "by" or (after in PASSIVE_AFTER and alone)


def joins_passive(clause: Clause, first: int, last: int) -> bool:
    """Say whether a participle is joined to a passive before it ("was dragged from her home and raped")."""
    norm = clause.norm
    if first < 3 or norm[first - 1] not in {"and", "then", "or"}:
        return False
    if any(last <= m.first <= last + 1 for m in clause.mentions):
        return False
    for i in range(first - 2, max(-1, first - 14), -1):
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
    if "ing" in forms:
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
