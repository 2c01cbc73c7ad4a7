"""What is the story about around a frame?"""

from tests.coder.told import Read

from newsledger.coder.surroundings import contexts


def context_of(read: Read, text: str, trigger: str) -> frozenset[str]:
    reading = read(text)
    number = next(n for n, f in enumerate(reading.story.frames) if f.trigger == trigger)
    return contexts(reading.story.frames, number)


def test_where_people_gather_is_not_what_they_want(read: Read) -> None:
    assert "aim" not in context_of(
        read, "Residents gathered at the heights near Goris on Monday.", "gathered"
    )
    assert "aim" in context_of(read, "Residents gathered in Goris on Monday to oppose a mine.", "gathered")


def test_context_of_a_protest_reaches_the_next_sentence(read: Read) -> None:
    assert "protest" in context_of(
        read, "Thousands rallied in Accra on Monday. Police killed a man.", "killed"
    )


def test_context_of_the_opening_is_only_for_what_is_done_to_crowds(read: Read) -> None:
    filler = " The governor spoke on the radio. Shops stayed shut. The weather was dry."
    text = "Thousands rallied in Accra on Monday." + filler + " Police fired tear gas."
    assert "protest" in context_of(read, text, "fired tear gas")
    text = "Thousands rallied in Accra on Monday." + filler + " Soldiers killed a trader in Tamale."
    assert "protest" not in context_of(read, text, "killed")


def test_a_protest_out_of_scope_gives_no_context(read: Read) -> None:
    assert "protest" not in context_of(
        read, "Unions plan to march in Accra. Police killed a man on Monday.", "killed"
    )
