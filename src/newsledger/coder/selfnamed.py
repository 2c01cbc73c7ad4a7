"""Self-named: groups that no list knows and that a claim names ("a group calling itself the Red Dawn said …").

They bear the name that the text gives them (coding-rules 3).
"""

from itertools import takewhile

from newsledger.coder.spans import Mention, Sentence, Span
from newsledger.coder.words import Words

LONGEST = 9  # tokens of one name
BEFORE = 14  # tokens before words of claiming in which a name in quotation marks stands
QUOTE = '"'
WITHIN = frozenset("of for the and from de la el al del y".split())
ENDS = frozenset(
    "claimed claims claim claiming took takes taken said says say told telephoned phoned called has have had was were"
    " is are which that who whom in on at by to today yesterday tonight later also admitted issued assumed left sent"
    " signed warned declared announced vowed threatened with late early this last after before when while as".split()
)
SKIPPED = frozenset(
    "has have had today yesterday tonight later also already since meanwhile immediately quickly subsequently"
    " reportedly apparently allegedly earlier".split()
)
# words in the names of those who fight
BODIES = frozenset(
    "army brigade brigades front movement force forces command commando commandos hand cell cells column battalion"
    " squad organisation organization league militia group liberation resistance jihad martyrs avengers falcons"
    " lions wolves tigers hawks fighters guerrillas patriots freedom guard guards volunteers vanguard legion regiment"
    " coordinator fraction faction bloc union committee committees extraditables redemption justice revenge"
    " vengeance dawn death nucleus action tendency fist sword soldiers sons defenders warriors rebels".split()
)
PLAIN = frozenset("called named as dubbed known unknown".split())  # said of people and things as well
GROUPS = frozenset(
    "group groups organisation organization movement commando faction cell squad outfit band unit militia brigade"
    " so".split()
)
ORGANISED = frozenset({"armed", "group"})
FIRST = frozenset({"the", "a", "an", QUOTE})
TAGS = frozenset({"group", "armed", "militia"})


def self_named(sentence: Sentence, cue: Span) -> Mention | None:
    """Return the group that names itself behind a word of calling ("calling itself", "the self-styled")."""
    words = sentence.words
    first = cue.last
    near = words.norm[max(cue.first - 3, 0) : cue.last]
    if words.norm[cue.last - 1] in PLAIN and GROUPS.isdisjoint(near):
        return None  # "a senator called …"
    while first < len(words) and words.norm[first] in FIRST:
        first += 1
    if first and words.norm[first - 1] == QUOTE:
        return in_quotes(sentence, first)
    last = first
    while last < len(words) and last - first < LONGEST and goes_on(words, last):
        last += 1
    return mention_of(sentence, first, trimmed(words, first, last))


def quoted(sentence: Sentence, cue: Span) -> Mention | None:
    """Return the group whose name stands in quotation marks before words of claiming."""
    norm = sentence.words.norm
    marks = [i for i in range(max(cue.first - BEFORE, 0), cue.first) if norm[i] == QUOTE]
    return in_quotes(sentence, marks[-2] + 1) if len(marks) > 1 else None


def claimant(sentence: Sentence, cue: Span) -> Mention | None:
    """Return the group that no list knows and that stands as a name before words of claiming."""
    words = sentence.words
    last = cue.first
    while last > 0 and words.norm[last - 1] in SKIPPED:
        last -= 1
    if last > 2 and words.norm[last - 1] in {")", "]"}:
        last = next((i for i in range(last - 2, max(last - 9, 0), -1) if words.norm[i] in "(["), last)
    first = last
    while first > 0 and last - first < LONGEST and goes_on(words, first - 1):
        first -= 1
    while first < last and words.norm[first] in WITHIN | FIRST:
        first += 1
    covered = any(m.first <= first and last <= m.last for m in sentence.mentions)
    if covered or last - first < 2 or BODIES.isdisjoint(words.norm[first:last]):
        return None  # "the guerrillas"
    return mention_of(sentence, first, last)


def in_quotes(sentence: Sentence, first: int) -> Mention | None:
    """Return the group whose name opens at token `first` within quotation marks."""
    norm = sentence.words.norm
    inside = list(takewhile(lambda i: norm[i] != QUOTE, range(first, min(len(norm), first + LONGEST + 1))))
    if not inside or len(inside) > LONGEST or not all(norm[i][:1].isalnum() for i in inside):
        return None
    return mention_of(sentence, first, inside[-1] + 1)


def goes_on(words: Words, at: int) -> bool:
    """Say whether token `at` may be part of a name that is written with capitals."""
    norm = words.norm[at]
    return norm in WITHIN or (norm[:1].isalnum() and words.is_name(at) and norm not in ENDS)


def trimmed(words: Words, first: int, last: int) -> int:
    """Return the end of a name without the small words behind it."""
    while last > first and words.norm[last - 1] in WITHIN:
        last -= 1
    return last


def mention_of(sentence: Sentence, first: int, last: int) -> Mention | None:
    """Return a name of tokens `first` to `last` as that of a group; one word alone is none unless it is a plural."""
    words = sentence.words
    while first < last and words.norm[first] in FIRST:
        first += 1
    if last <= first or (last - first == 1 and not words.norm[first].endswith("s")):
        return None
    for m in sentence.mentions:
        crosses = m.first < last and first < m.last and m.kind not in ORGANISED
        if crosses and (m.first < first or m.last - m.first >= last - first):
            return None
    return Mention(first, last, "group", "", f"spelt:Group:{written(words, first, last)}", TAGS)


def written(words: Words, first: int, last: int) -> str:
    """Return a name as it is written, with small letters where the whole text is in capitals."""
    told = []
    for i in range(first, last):
        text = words.text[i]
        small = words.norm[i] in WITHIN and i > first
        told.append(
            words.norm[i] if small else text.capitalize() if text.isupper() and len(text) > 3 else text
        )
    return " ".join(told)
