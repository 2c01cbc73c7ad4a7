"""What a read article knows of its parties and states."""

from tests.coder.told import Read

from newsledger.coder.reading import states_in


def test_the_two_who_fight_are_the_parties_of_a_story(read: Read) -> None:
    reading = read(
        "Armenian and Azerbaijani troops clashed near Vardenis on Monday. Both sides used mortars."
    )
    assert {m.country for m in reading.parties} == {"Armenia", "Azerbaijan"}


def test_the_states_of_a_story_are_all_that_its_sentences_name(read: Read) -> None:
    reading = read("Ethiopian troops crossed the border on Monday. Sudan protested.")
    assert {"Ethiopia", "Sudan"} <= reading.states
    assert states_in([], reading.where.knowledge.actors) == frozenset()
