"""What stands of all that a story says of one event?"""

from tests.coder.told import Read, shape

from newsledger.coder.accounts import Account, family


def test_the_higher_type_stands(read: Read) -> None:
    found = read(
        "Rebels shelled soldiers near Bria on Monday. The rebels and the soldiers clashed near Bria."
    )
    assert [row[0] for row in shape(found)] == ["Armed clash"]


def test_a_bare_blast_does_not_outrank_what_exploded(read: Read) -> None:
    found = read("Two men threw a grenade at an office in Gitega on Friday. The blast injured a guard.")
    assert [row[0] for row in shape(found)] == ["Grenade"]


def test_what_people_only_heard_does_not_tell_how_others_were_killed(read: Read) -> None:
    found = read(
        'Gunmen stormed a farm near Bria on Friday, killing two men. "I heard explosions," a nurse said.'
    )
    assert [row[0] for row in shape(found)] == ["Attack"]
    assert [row[0] for row in shape(read("Residents heard explosions in Bria on Friday."))] == [
        "Remote explosive/landmine/IED"
    ]


def test_a_peaceful_protest_that_turns_violent_is_a_riot(read: Read) -> None:
    found = read(
        "Students protested peacefully in Nairobi on Monday. The protesters then burned cars and threw stones."
    )
    assert [row[0] for row in shape(found)] == ["Violent demonstration"]


def test_strategic_developments_join_only_their_own_kind(read: Read) -> None:
    found = read(
        "The army and the rebels signed a ceasefire in Bria on Monday. Rebels looted shops in Bria on Monday."
    )
    assert {family(a.decision) for a in found.accounts} == {
        "Strategic developments/Agreement",
        "Strategic developments/Looting/property destruction",
    }


def test_an_account_without_an_exact_place_is_open(read: Read) -> None:
    (exact,) = read("Rebels attacked soldiers in Bria on Monday.").accounts
    (vague,) = read("Rebels attacked soldiers in Haute-Kotto on Monday.").accounts
    assert isinstance(exact, Account)
    assert (exact.open, vague.open) == (False, True)
