"""Which sentences of a story tell one event, and what stands of each?"""

from datetime import date

import pytest
from tests.coder.told import Read

from newsledger.coder.accounts import Account, better, family, meets
from newsledger.coder.engine import Reading
from newsledger.coder.spans import Mention


def shape(reading: Reading) -> list[tuple[str, list[str], date, list[str]]]:
    """Return type, triggers, day and places of each account."""
    return [
        (
            a.decision.sub_event_type,
            [t.frame.trigger for t in a.tellings],
            a.when.day,
            [p.resolved.location for p in a.places],
        )
        for a in reading.accounts
    ]


def test_what_is_told_again_joins(read: Read) -> None:
    found = read(
        "Gunmen attacked a convoy of soldiers near Gao on Tuesday. The gunmen killed nine soldiers in the ambush."
    )
    (row,) = shape(found)
    assert row[2:] == (date(2024, 6, 11), ["Gao"])
    assert len(row[1]) >= 2


APART = [
    # another day
    "Rebels attacked soldiers near Bria on Monday. Rebels attacked soldiers near Bria on Tuesday.",
    # another place
    "Rebels attacked soldiers in Bria on Monday. Rebels attacked soldiers in Bambari on Monday.",
    # other actors
    "Rebels of the M23 attacked soldiers in Goma on Monday. A mob lynched a thief in Goma on Monday.",
    # another family
    "Rebels attacked soldiers in Bria on Monday. Students protested in Bria on Monday.",
]


@pytest.mark.parametrize("text", APART, ids=["day", "place", "actors", "family"])
def test_what_differs_stays_apart(read: Read, text: str) -> None:
    assert len(read(text).accounts) == 2


def test_a_vague_area_is_told_in_detail(read: Read) -> None:
    found = read(
        "Rebels attacked soldiers in Haute-Kotto on Monday. The rebels killed three soldiers in Bria."
    )
    (row,) = shape(found)
    assert row[3] == ["Bria"]


def test_the_higher_type_stands(read: Read) -> None:
    found = read(
        "Rebels shelled soldiers near Bria on Monday. The rebels and the soldiers clashed near Bria."
    )
    assert [row[0] for row in shape(found)] == ["Armed clash"]


def test_a_bare_blast_does_not_outrank_what_exploded(read: Read) -> None:
    found = read("Two men threw a grenade at an office in Gitega on Friday. The blast injured a guard.")
    assert [row[0] for row in shape(found)] == ["Grenade"]


def test_who_died_in_a_quarter_stays_with_what_hit_the_city(read: Read) -> None:
    found = read("Army jets bombed Mekelle on Friday; two women were killed in Adi Haki.")
    assert [row[0] for row in shape(found)] == ["Air/drone strike"]


def test_moves_by_which_ground_changed_hands_are_no_event_of_their_own(read: Read) -> None:
    found = read("The soldiers withdrew from Ataq on Friday and separatists took control of the town.")
    assert [row[0] for row in shape(found)] == ["Non-violent transfer of territory"]


def test_a_peaceful_protest_that_turns_violent_is_a_riot(read: Read) -> None:
    found = read(
        "Students protested peacefully in Nairobi on Monday. The protesters then burned cars and threw stones."
    )
    assert [row[0] for row in shape(found)] == ["Violent demonstration"]


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


def test_strategic_developments_join_only_their_own_kind(read: Read) -> None:
    found = read(
        "The army and the rebels signed a ceasefire in Bria on Monday. Rebels looted shops in Bria on Monday."
    )
    assert {family(a.decision) for a in found.accounts} == {
        "Strategic developments/Agreement",
        "Strategic developments/Looting/property destruction",
    }


def mention(kind: str, country: str = "") -> Mention:
    return Mention(0, 1, kind, country)


def test_a_named_actor_replaces_an_unnamed_one_and_not_the_other_way_round() -> None:
    army, soldiers, rebels = mention("military", "Mali"), mention("military"), mention("armed")
    assert better([], [rebels]) == [rebels]
    assert better([soldiers], [army]) == [army]
    assert better([army], [soldiers]) == [army]
    assert better([soldiers], [rebels]) == [soldiers]


def test_sides_meet_only_where_both_are_named() -> None:
    assert meets([mention("military")], [mention("military", "Mali")])
    assert not meets([], [mention("military")])
    assert not meets([mention("armed")], [mention("military")])


def test_an_account_without_an_exact_place_is_open(read: Read) -> None:
    (exact,) = read("Rebels attacked soldiers in Bria on Monday.").accounts
    (vague,) = read("Rebels attacked soldiers in Haute-Kotto on Monday.").accounts
    assert isinstance(exact, Account)
    assert (exact.open, vague.open) == (False, True)
