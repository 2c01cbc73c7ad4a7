"""What a long story only says is being done, or has been done to people, is no event; what it tells as done is."""

from tests.coder.told import article

from newsledger.coder.engine import Coder

SPEECH = "The minister opened the new harbour of Limon on Monday. Guests admired the cranes."
THANKS = "He thanked the engineers for their patience."


def types(coder: Coder, *sentences: str) -> list[str]:
    """Return the types of event that a text of these sentences gives."""
    return [r.sub_event_type for r in coder.code(article(" ".join(sentences))).reports]


def test_what_an_enemy_is_doing_is_no_event(coders: dict[str, Coder]) -> None:
    said = "These rebels are killing our children, he said."
    assert types(coders["political"], SPEECH, THANKS, said) == []
    coded = coders["political"].code(article(f"{SPEECH} {THANKS} {said}"))
    assert ("killing", "background") in {(u.trigger, u.reason) for u in coded.uncoded}


def test_what_has_been_done_to_people_is_no_event(coders: dict[str, Coder]) -> None:
    assert (
        types(coders["political"], SPEECH, THANKS, "They have killed our sons, he said of the rebels.") == []
    )


def test_what_is_told_as_done_counts_behind_the_opening(coders: dict[str, Coder]) -> None:
    raid = "Rebels killed nine farmers at the village of Sixaola, he said."
    assert "Attack" in types(coders["political"], SPEECH, THANKS, raid)


def test_a_short_text_may_tell_it_in_the_present(coders: dict[str, Coder]) -> None:
    assert "Attack" in types(
        coders["political"], "Rebels are killing farmers in Sixaola, Costa Rica, on Monday."
    )


def test_acts_in_general_are_no_event_behind_the_opening(coders: dict[str, Coder]) -> None:
    general = "He spoke of indiscriminate bombing and of the kidnappings of which the rebels boast."
    assert types(coders["political"], SPEECH, THANKS, general) == []
    assert types(coders["political"], SPEECH, THANKS, "They want to burn, bomb and kill, he said.") == []
    assert types(coders["political"], SPEECH, THANKS, "The hostilities must be stopped.") == []


def test_clashes_that_were_heard_are_told(coders: dict[str, Coder]) -> None:
    heard = "Explosions were heard at the barracks of Sixaola."
    assert types(coders["political"], SPEECH, THANKS, heard) != []


def test_an_interview_may_open_with_what_goes_on(coders: dict[str, Coder]) -> None:
    asked = "What do you think about kidnappings? I hate them. We all do. My sons are afraid. I am too."
    assert types(coders["political"], asked) == []


RAID = "Rebels killed nine farmers in the village of Sixaola, Costa Rica, on Monday. Neighbours buried them."


def test_a_development_told_in_passing_is_no_event_beside_another(coders: dict[str, Coder]) -> None:
    aside = "The rebel group was split over its pay."
    coded = coders["political"].code(article(f"{RAID} {THANKS} The river rose. {aside}"))
    assert [r.sub_event_type for r in coded.reports] == ["Attack"]
    assert ("split", "background") in {(u.trigger, u.reason) for u in coded.uncoded}


def test_a_development_with_a_day_and_a_place_is_one(coders: dict[str, Coder]) -> None:
    dated = "On Sunday the militia split into two wings in the town of Bratsi."
    assert "Change to group/activity" in types(coders["political"], RAID, THANKS, dated)


def test_in_whose_hands_a_place_is_does_not_tell_how_people_were_killed(coders: dict[str, Coder]) -> None:
    held = "Nine farmers were killed in a raid by the army near Bria on Monday. Neighbours buried them."
    assert types(coders["political"], held, THANKS, "The village is in rebel hands.") == ["Attack"]


def test_in_whose_hands_a_place_is_now_is_news(coders: dict[str, Coder]) -> None:
    raid = "Rebels killed nine farmers near Sixaola, Costa Rica, on Monday. Neighbours buried them."
    now = "The village of Bratsi is now in rebel hands."
    assert "Non-state actor overtakes territory" in types(coders["political"], raid, THANKS, now)


CLASH = "Rebels killed two guards in Mitu on Monday. Their families wept. The mayor thanked the neighbours."


def test_steps_that_are_only_spoken_of_are_no_event_behind_the_opening(coders: dict[str, Coder]) -> None:
    trying = types(coders["political"], CLASH, "The ELN is trying to seize power, he said.")
    assert trying == ["Armed clash"]
    done = types(coders["political"], CLASH, "The army imposed a curfew on Tuesday.")
    assert done == ["Armed clash", "Change to group/activity"]
