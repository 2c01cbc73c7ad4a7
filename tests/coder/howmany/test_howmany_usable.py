"""Which statements are of one event: sums of several crimes, early reports, charges, those who died since."""

from newsledger.coder.howmany import Stated, Tally, find_tolls, tally
from newsledger.coder.howmany.usable import without_died
from newsledger.coder.spans import Sentence
from newsledger.coder.words import split_words


def told(*sentences: str) -> Tally:
    stated = []
    for i, text in enumerate(sentences):
        stated += [Stated(toll, i) for toll in find_tolls(Sentence(split_words(text), i, i))]
    return tally(without_died(stated))


def test_the_sum_of_several_crimes_gives_way_to_one() -> None:
    found = told("1 dead, 7 wounded in weekend violence", "Three men were wounded at a bar.")
    assert (found.killed, found.injured) == (0, 3)


def test_a_sum_that_another_sentence_tells_is_one_too() -> None:
    found = told(
        "Six wounded in the capital", "Six men were wounded in separate shootings.", "Two men were hurt."
    )
    assert found.injured == 2


def test_the_sum_of_several_crimes_alone_counts() -> None:
    assert told("Six men were wounded in separate shootings.").injured == 6


def test_an_early_report_gives_way() -> None:
    assert told("Initial reports spoke of nine dead.", "Four clerks were killed.").killed == 4


def test_the_number_beside_an_early_report_stands() -> None:
    assert told("Police initially spoke of nine injured, the mayor says six were injured.").injured == 6


def test_several_gives_way_to_a_number() -> None:
    assert told("Several troops were wounded.", "Two troops were wounded.").injured == 2


def test_charges_count_where_nothing_else_does() -> None:
    found = told("She stands accused on four counts of murder and two counts of attempted murder.")
    assert (found.killed, found.injured) == (4, 2)
    assert told("He faces two counts of murder.", "A widow was killed.").killed == 1


def test_who_died_since_is_not_among_the_injured() -> None:
    found = told("One man was killed and three were injured.", "Two died and two were injured.")
    assert (found.killed, found.injured) == (2, 2)


def test_one_of_the_wounded_who_died_is_not_among_them() -> None:
    found = told("Five troops were killed.", "Two others were wounded.", "One of them died at dusk.")
    assert found.injured == 1


def test_an_ordinal_says_how_many_died() -> None:
    assert told("Third man dies after a raid on a bar", "Two guards were killed in May.").killed == 3
    assert told("Rescuers counted eight bodies.", "A ninth victim died at dusk.").killed == 9


def test_a_lower_count_that_comes_later_stands() -> None:
    assert told("The blast killed 34 people.", "The number of dead was later put at 29.").killed == 29


def test_who_shot_himself_is_among_those_found_dead() -> None:
    found = told("A man killed his wife, then took his own life.", "The bodies of two people were found.")
    assert found.killed == 2


def test_who_shot_another_and_himself_leaves_one_hurt() -> None:
    found = told("A cadet shot another cadet and then killed himself.")
    assert (found.killed, found.injured) == (1, 1)


def test_an_accident_with_the_own_gun_kills_one() -> None:
    assert (
        told("A boy of ten died after accidentally shooting himself.", "The boy was found dead.").killed == 1
    )


def test_wounded_who_all_died_are_no_injured() -> None:
    found = told("A man and two girls were killed.", "Medics found the three victims wounded.")
    assert (found.killed, found.injured) == (3, 0)


def test_the_article_behind_a_verb_opens_its_object() -> None:
    assert told("Gunmen killed the chemist of the village.").killed == 1
    assert told("Gunmen shot dead the warden of the park.").killed == 1
    assert told("Three guards killed the next day.").killed == 3


def test_a_relative_clause_between_commas_counts_nobody() -> None:
    assert told("Two millers, who had refused to feed the rebels, were killed.").killed == 2
