"""The voice of a trigger: active, passive, or a noun (many words of violence are both verb and noun)."""

from newsledger.coder.clause import Clause
from newsledger.coder.grammar import (
    ADVERBS,
    BE,
    DETERMINERS,
    HAVE,
    MODALS,
    PARTICIPLES,
    PASSIVE_AFTER,
    QUANTITY,
    REDUCED,
)
from newsledger.coder.spans import Span


def voice_of(clause: Clause, first: int, last: int, spans: list[Span]) -> str:
    """Return active, passive or noun for a trigger."""
    forms = {s.entry.form for s in spans}
    norm = clause.norm
    if norm[first] in {"was", "were"} or any("undergo" in s.entry.tags for s in spans):
        return "passive"
    if forms <= {"noun", "nouns", "word"} or (
        not forms & PARTICIPLES and reads_as_noun(clause, first, last, forms)
    ):
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
    if not {s.entry.id for s in spans} & REDUCED or i < 0 or last - first > 1:
        return "active"
    after = norm[last] if last < len(norm) else "."
    if norm[last : last + 2] in (["at", "least"], ["at", "most"]):
        return "active"
    named = any(m.first <= last + 2 and m.first >= last for m in clause.mentions)
    if after == "by" or (
        after in PASSIVE_AFTER and not named and i == first - 1 and ends_noun(clause, first)
    ):
        return "passive"
    return "active"


def reads_as_noun(clause: Clause, first: int, last: int, forms: set[str]) -> bool:
    """Say whether a word that may be noun or verb ("clashes", "shelling", "protest") is a noun here."""
    norm = clause.norm
    noun = bool(forms & {"noun", "nouns"})
    before = norm[first - 1] if first else ""
    if before in BE | MODALS or (before in ADVERBS and first > 1 and norm[first - 2] in BE | MODALS):
        return False
    if before == "of" and "ing" in forms and accused(clause, first, last):
        return False
    if before in DETERMINERS or before in {"of", "during", "heavy", "renewed", "'s"}:
        return True
    if before == "to":
        return noun and last < len(norm) and norm[last] in {"between", "in"}
    subject = any(m.last == first and "person" in m.tags | {m.kind} for m in clause.mentions)
    if not noun:
        return False
    if "ing" in forms:
        return before not in {",", "and"} or not clause.mentions or clause.mentions[0].first > first
    if subject and forms & {"base", "s"}:
        after = norm[last] if last < len(norm) else "."
        return after in BE | HAVE or after in {"killed", "left", "erupted", "broke"}
    return True


def names_thing(clause: Clause, first: int, last: int, spans: list[Span]) -> bool:
    """Say whether a word that may be a verb names a weapon here ("bombs", "shells", "a club"): no subject and no
    auxiliary stands before it."""
    if not {s.entry.form for s in spans} <= {"base", "s"}:
        return False
    if not any(
        s.entry.kind == "weapon" and (s.first, s.last) == (first, last) for s in clause.sentence.spans
    ):
        return False
    before = clause.norm[first - 1] if first else ""
    if before in MODALS or before in HAVE or before == "to" or before.endswith("ly"):
        return False
    return not any(m.last == first for m in clause.mentions)


def accused(clause: Clause, first: int, last: int) -> bool:
    """Say whether a word in -ing is what somebody is accused of doing ("accused A of shelling its posts")."""
    after = clause.norm[last] if last < len(clause.norm) else "."
    said = any("accusation" in c.entry.tags and c.last <= first for c in clause.cues)
    return said and after[:1].isalnum() and after not in PASSIVE_AFTER and after not in {"of", "against"}


def ends_noun(clause: Clause, at: int) -> bool:
    """Say whether a victim ends right before token `at`: a mention of the unarmed kind, a number, or a bracket."""
    token = clause.norm[at - 1]
    if token.isdigit() or token in QUANTITY or token == ")":
        return True
    return any(m.last == at and clause.norm[at] not in {"attacked"} for m in clause.mentions)
