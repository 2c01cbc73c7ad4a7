"""Tenses: the present of a literal phrase that holds its own verb in the past ("the bomb went off" → "goes off").

News chronicles and headlines tell in the present what has just happened; the phrases of the lexicon are written in the
past, and have the same sense in both.
"""

from collections.abc import Iterator, Mapping, Sequence

from newsledger.coder.grammar import BE, DETERMINERS, HAVE, IRREGULAR, MODALS, PREPOSITIONS

NOW = {"was": "is", "were": "are"}
STATES = frozenset("displaced uprooted closed treated hospitalised hospitalized".split())
NOT_BEFORE = BE | HAVE | MODALS | DETERMINERS | PREPOSITIONS | frozenset({"and", "or", "not", "as", "than"})
NOT_BEHIND = frozenset({"by", "with", "to", "for"})  # behind a participle ("grenades lobbed by")


def presents(verbs: Mapping[str, list[str]]) -> dict[str, tuple[str, str]]:
    """Return the bare and the -s form of each past tense of `verbs` (lemma: base, s, past, participle, ing)."""
    return {forms[2]: (forms[0], forms[1]) for _, forms in sorted(verbs.items()) if forms[2] != forms[0]}


def in_present(words: Sequence[str], now: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield a literal phrase with its first finite verb in the present: "was" and "were" before a participle, or a past
    tense behind a noun or a pronoun; nothing for a phrase without one. `now` is what `presents` returns."""
    for i, word in enumerate(words):
        if word in NOW:
            if not STATES.isdisjoint(words) or not any(
                w.endswith("ed") or w in IRREGULAR for w in words[i + 1 :]
            ):
                return  # "is missing" tells a state and no event
            yield (*words[:i], NOW[word], *words[i + 1 :])
            return
        finite = i > 0 and word in now and words[i - 1] not in NOT_BEFORE
        if finite and (i + 1 == len(words) or words[i + 1] not in NOT_BEHIND):
            for form in now[word]:
                yield (*words[:i], form, *words[i + 1 :])
            return
