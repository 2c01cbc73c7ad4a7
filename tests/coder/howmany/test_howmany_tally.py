"""The tolls of one event in one article become one number (coding-rules 5)."""

import pytest

from newsledger.coder.howmany import Stated, Tally, find_tolls, tally
from newsledger.coder.spans import Sentence
from newsledger.coder.words import split_words


def told(*sentences: str | tuple[str, str, str], suicide: bool = False) -> Tally:
    """Tally sentences; a tuple is (text, claimant, side)."""
    stated = []
    for i, one in enumerate(sentences):
        text, claimant, side = (one, "", "") if isinstance(one, str) else one
        tolls = find_tolls(Sentence(split_words(text), i, i))
        stated += [Stated(toll, i, claimant, side) for toll in tolls]
    return tally(stated, suicide)


def test_repeats_are_counted_once() -> None:
    assert told("Four men were killed.", "The four were killed at dawn.", "Four men died.").killed == 4


def test_later_larger_number_replaces() -> None:
    found = told("The ministry said 12 people were killed.", "The death toll later rose to 17.")
    assert (found.killed, found.low, found.high) == (17, 17, 17)


def test_a_round_word_gives_way_to_what_is_counted() -> None:
    assert told("Hundreds of people were killed.", "The death toll stands at 83.").killed == 83
    assert told("At least 250 people were killed.", "Two women were killed in their house.").killed == 250


def test_of_two_claimants_of_one_toll_the_lower_counts() -> None:
    found = told(("Two rebels were killed.", "army", "rebels"), ("Nine were killed.", "ministry", ""))
    assert (found.killed, found.high) == (2, 9)


def test_what_an_opening_compares_with_makes_no_total() -> None:
    assert told("In the deadliest raid since a truce last year, nine men were killed.").killed == 9
    assert told("Since a truce last year, nine men were killed.").killed == 0


def test_one_without_an_article_is_counted() -> None:
    assert told("Villager in Bama was shot dead.").killed == 1


def test_an_age_counts_nobody() -> None:
    assert told("Four children under the age of 12 were killed.").killed == 4
    assert told("Four girls under 12 were killed.").killed == 4


def test_smaller_number_is_a_part() -> None:
    assert told("Nine people were killed.", "Two women were killed in their house.").killed == 9


def test_different_sides_add() -> None:
    found = told(("Two soldiers were killed.", "", "army"), ("The army killed five rebels.", "", "rebels"))
    assert (found.killed, found.low, found.high) == (7, 7, 7)


def test_total_holds_the_sides() -> None:
    found = told(
        "Three soldiers were killed.",
        ("One soldier was killed.", "", "A"),
        ("Two soldiers were killed.", "", "B"),
    )
    assert found.killed == 3


def test_claimants_about_the_same_dead_widen() -> None:
    found = told(
        ("Six rebels were killed.", "army", "rebels"), ("Two rebels were killed.", "rebels", "rebels")
    )
    assert (found.killed, found.low, found.high) == (2, 2, 6)


def test_bare_plural_beside_a_count_only_raises_high() -> None:
    found = told("Fighting left troops dead on both sides.", "It said 49 of its soldiers were killed.")
    assert (found.killed, found.low, found.high) == (49, 49, 52)


def test_bare_plural_alone_is_three() -> None:
    assert told("Soldiers were killed on the border.").killed == 3


def test_others_add() -> None:
    found = told("Two men were killed.", "A third man later died in hospital.")
    assert found.killed == 3


def test_others_hurt_are_not_added_to_the_hurt() -> None:
    found = told("One dead, three injured", "A farmer was killed and three others were injured.")
    assert (found.killed, found.injured) == (1, 3)


def test_shot_less_the_dead_are_injured() -> None:
    found = told("Five people were shot.", "Three died.")
    assert (found.killed, found.injured) == (3, 2)


def test_parts_do_not_add() -> None:
    assert told("Ten people were killed, including two shot dead by guards.").killed == 10


def test_two_incidents_in_a_sentence_add() -> None:
    assert told("Two guards were killed at the gate and a driver died in his car.").killed == 3


@pytest.mark.parametrize(
    ("text", "suicide", "killed"),
    [
        ("The bomber blew himself up, killing four people.", True, 5),
        ("Four people were killed.", True, 5),
        ("The suicide bomber killed four people and himself.", True, 5),
        ("Five people, including the bomber, were killed.", True, 5),
        ("Four people were killed.", False, 4),
    ],
)
def test_suicide_bomber_is_counted_once(text: str, suicide: bool, killed: int) -> None:
    assert told(text, suicide=suicide).killed == killed


def test_totals_of_a_war_belong_to_no_event() -> None:
    assert told("Some 9,000 people have been killed in the war.").killed == 0


def test_casualties_are_nobody() -> None:
    found = told("Both sides reported casualties.")
    assert (found.killed, found.low, found.high, found.injured) == (0, 0, 0, None)


def test_no_one_hurt_is_told_from_not_said() -> None:
    assert told("No one was injured.").injured == 0
    assert told("Two men were killed.").injured is None


def test_other_kinds_have_their_own_number() -> None:
    found = told("Two soldiers were killed and five wounded, and 12 were captured.")
    assert (found.killed, found.injured, found.captured) == (2, 5, 12)


def test_evidence_names_sentence_and_tokens() -> None:
    found = told("The town was quiet.", "Two soldiers were killed.")
    assert found.evidence == (("killed", 1, 0, 4, "toll.subject"),)


def test_nothing_said() -> None:
    assert tally([]) == Tally(0, 0, 0)


def test_a_part_that_no_comma_parts_is_no_number_of_its_own() -> None:
    assert told("Nine tailors including a girl and a cook were killed.").killed == 9
