"""Which tellings of a story are put together into one event, and what does it keep of each?"""

from datetime import date

from tests.coder.told import Read, shape

from newsledger.coder.engine import Coder
from newsledger.coder.joining import better
from newsledger.coder.spans import Mention
from newsledger.contract.records import Article


def test_what_is_told_again_joins(read: Read) -> None:
    found = read(
        "Gunmen attacked a convoy of soldiers near Gao on Tuesday. The gunmen killed nine soldiers in the ambush."
    )
    (row,) = shape(found)
    assert row[2:] == (date(2024, 6, 11), ["Gao"])
    assert len(row[1]) >= 2


def test_a_vague_area_is_told_in_detail(read: Read) -> None:
    found = read(
        "Rebels attacked soldiers in Haute-Kotto on Monday. The rebels killed three soldiers in Bria."
    )
    (row,) = shape(found)
    assert row[3] == ["Bria"]


def test_moves_by_which_ground_changed_hands_are_no_event_of_their_own(read: Read) -> None:
    found = read("The soldiers withdrew from Ataq on Friday and separatists took control of the town.")
    assert [row[0] for row in shape(found)] == ["Non-violent transfer of territory"]


def test_what_a_headline_tells_joins_the_text(read: Read) -> None:
    found = read(
        "Rebels killed three soldiers in Bria on Monday.", title="Rebels kill soldiers in attack on Bria"
    )
    assert len(found.accounts) == 1
    kinds = [t.frame.sentence.kind for t in found.accounts[0].tellings]
    assert kinds[0] == "body"
    assert "headline" in kinds


def test_a_place_of_an_earlier_event_is_taken_over(read: Read) -> None:
    found = read("Herders attacked the village of Yelwata on Sunday. Youths protested on Monday.")
    assert [row[3] for row in shape(found)] == [["Yelwata"], ["Yelwata"]]
    assert [p.rule for p in found.accounts[1].places] == ["where.previous"]


def test_a_place_too_far_back_is_not(read: Read) -> None:
    text = "Herders attacked the village of Yelwata on Sunday. It rained. It rained. It rained. It rained. "
    found = read(text + "Youths protested on Monday.")
    assert [p.rule for a in found.accounts[1:] for p in a.places] != ["where.previous"]


def mention(kind: str, country: str = "") -> Mention:
    return Mention(0, 1, kind, country)


def test_a_named_actor_replaces_an_unnamed_one_and_not_the_other_way_round() -> None:
    army, soldiers, rebels = mention("military", "Mali"), mention("military"), mention("armed")
    assert better([], [rebels]) == [rebels]
    assert better([soldiers], [army]) == [army]
    assert better([army], [soldiers]) == [army]
    assert better([soldiers], [rebels]) == [soldiers]


def test_what_names_no_place_goes_on_with_what_was_told_last(read: Read) -> None:
    found = read(
        "A suicide car bomber rammed the gate of a base in Jalalabad on Sunday. The blast killed two soldiers."
        " In a second attack, a suicide car bomber struck a police post in Khost. The blast killed five officers."
    )
    tolls = {row[3][0]: len(row[1]) for row in shape(found)}
    assert tolls == {"Jalalabad": 2, "Khost": 4}


def test_what_a_shell_broke_is_no_riot(read: Read) -> None:
    found = read(
        "Russian troops shelled Kupiansk on Thursday. It hit a yard and smashed windows in a block of flats."
    )
    assert [row[0] for row in shape(found)] == ["Shelling/artillery/missile attack"]


def test_people_hurt_beside_a_post_are_not_its_target(coders: dict[str, Coder]) -> None:
    text = "A suicide bomber struck a police checkpoint in Kunduz on Thursday. Three civilians were hurt in the blast."
    (row,) = (
        coders["political"].code(Article("a", text, date(2010, 12, 23), "Example", language="en")).reports
    )
    assert row.actor2.startswith("Police Forces of Afghanistan")
    assert row.injuries == 3


def test_a_village_that_nobody_knows_is_not_where_the_story_was(read: Read) -> None:
    found = read(
        "Bandits killed nine people in Gusau on Monday. A district head in Tsafe said that bandits stormed Gidan Baki"
        " village and killed four people."
    )
    assert [row[3] for row in shape(found)] == [["Gusau"], ["Tsafe"]]
