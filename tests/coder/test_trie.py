"""One pass over a sentence: the longest phrase wins, and matches never overlap."""

from hypothesis import given
from hypothesis import strategies as st

from newsledger.coder.spans import Entry
from newsledger.coder.trie import Trie

TOKENS = st.sampled_from(["a", "b", "c", "d"])
PHRASES = st.lists(st.lists(TOKENS, min_size=1, max_size=4).map(tuple), max_size=12)


def trie_of(*phrases: str) -> Trie:
    trie = Trie()
    for text in phrases:
        trie.add(text.split(), Entry("action", text, "word"))
    return trie


def found(trie: Trie, text: str) -> list[tuple[int, int, str]]:
    return [(s.first, s.last, s.entry.id) for s in trie.scan(text.split())]


def test_the_longest_phrase_wins() -> None:
    trie = trie_of("fire", "open fire", "open fire on")
    assert found(trie, "troops open fire on us") == [(1, 4, "open fire on")]
    assert found(trie, "troops open fire at us") == [(1, 3, "open fire")]


def test_a_longer_phrase_that_breaks_off_gives_the_shorter_one() -> None:
    trie = trie_of("state", "state of emergency")
    assert found(trie, "the state of affairs") == [(1, 2, "state")]


def test_the_beginning_of_a_phrase_alone_is_no_match_and_hides_nothing() -> None:
    trie = trie_of("bomb squad", "squad")
    assert found(trie, "bomb attack squad") == [(2, 3, "squad")]


def test_a_phrase_of_two_lexicons_gives_two_spans() -> None:
    trie = trie_of("mortar")
    trie.add(["mortar"], Entry("weapon", "artillery", "noun"))
    assert {s.entry.kind for s in trie.scan(["mortar"])} == {"action", "weapon"}


def split_trie() -> Trie:
    trie = trie_of("fire", "set up")
    trie.add_split(["set"], ["on", "fire"], Entry("action", "set ... on fire", "ed"))
    return trie


def test_other_words_may_part_a_split_phrase_and_its_tail_is_no_trigger() -> None:
    assert found(split_trie(), "they set three shops on fire again") == [(1, 2, "set ... on fire")]


def test_a_split_phrase_does_not_reach_into_another_statement() -> None:
    assert found(split_trie(), "they set off when trucks on fire blocked") == [(6, 7, "fire")]
    assert found(split_trie(), "they set on fire") == [(3, 4, "fire")]  # nothing parts it: not this phrase


def test_the_tail_of_a_split_phrase_may_name_a_weapon() -> None:
    trie = Trie()
    trie.add_split(["hit"], ["with", "mortars"], Entry("action", "shell", "past"))
    trie.add(["mortars"], Entry("weapon", "artillery", "nouns"))
    assert found(trie, "rebels hit a post with mortars") == [(1, 2, "shell"), (5, 6, "artillery")]


def test_adding_an_entry_twice_changes_nothing() -> None:
    trie = trie_of("raid", "raid")
    assert trie.size == 1
    assert len(trie.scan(["raid"])) == 1


@given(PHRASES, st.lists(TOKENS, max_size=30))
def test_spans_are_phrases_do_not_overlap_and_none_could_be_longer(
    phrases: list[tuple[str, ...]], tokens: list[str]
) -> None:
    trie = Trie()
    for words in phrases:
        trie.add(words, Entry("action", " ".join(words), "word"))
    at = 0
    for span in trie.scan(tokens):
        assert span.first >= at
        assert " ".join(tokens[span.first : span.last]) == span.entry.id
        assert not any(
            len(p) > span.last - span.first and tuple(tokens[span.first : span.first + len(p)]) == p
            for p in phrases
        )
        at = span.last


@given(PHRASES, st.lists(TOKENS, max_size=30))
def test_no_phrase_is_missed_where_nothing_was_matched(
    phrases: list[tuple[str, ...]], tokens: list[str]
) -> None:
    trie = Trie()
    for words in phrases:
        trie.add(words, Entry("action", " ".join(words), "word"))
    covered = {i for s in trie.scan(tokens) for i in range(s.first, s.last)}
    for i in range(len(tokens)):
        for words in phrases:
            if i not in covered:
                assert tuple(tokens[i : i + len(words)]) != words


def test_a_whole_phrase_is_no_head_of_a_split_one() -> None:
    """ "Taken into custody in raids carried out" is no "taken … out"."""
    trie = Trie()
    trie.add(("taken", "into", "custody"), Entry("action", "arrest", "part"))
    trie.add_split(("taken",), ("out",), Entry("action", "kill", "part"))
    tokens = "taken into custody in raids carried out".split()
    assert [s.entry.id for s in trie.scan(tokens)] == ["arrest"]
    assert [s.entry.id for s in trie.scan("taken nine men out".split())] == ["kill"]


def test_a_phrase_that_is_one_by_itself_may_head_a_split_one_too() -> None:
    """ "Came under fire … over his remarks" is more than "came under fire"."""
    trie = trie_of("came under fire")
    trie.add_split(["came", "under", "fire"], ["over", "his"], Entry("blocker", "criticised", "part"))
    assert [s.entry.id for s in trie.scan("he came under fire in Rome over his views".split())] == [
        "criticised"
    ]
    assert [s.entry.id for s in trie.scan("he came under fire in Rome".split())] == ["came under fire"]


def test_what_was_done_by_habit_is_no_use_of_a_thing() -> None:
    trie = Trie()
    trie.add(("used", "to"), Entry("blocker", "habit", "word"))
    trie.add_split(["used"], ["chlorine"], Entry("action", "chemical", "part"))
    assert [s.entry.id for s in trie.scan("they used to drop chlorine".split())] == ["habit"]
    assert [s.entry.id for s in trie.scan("they used shells and chlorine".split())] == ["chemical"]
