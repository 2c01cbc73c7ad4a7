"""Who is the other side where only a sentence beside the act tells?"""

from tests.coder.told import Code, only


def test_insurgents_who_died_are_those_whom_troops_fought(code: Code) -> None:
    row = only(code("Mozambican troops retook Macomia on Monday. Fifteen insurgents died."))
    assert row.actor2 == "ISM: Islamic State Mozambique"


def test_allied_fighters_are_no_foe(code: Code) -> None:
    row = only(code("The army and allied Hema fighters recaptured Bule, which the M23 had taken, on Monday."))
    assert row.actor2 == "M23: March 23 Movement"


def test_whose_bombs_were_defused(code: Code) -> None:
    row = only(code("Soldiers defused nine bombs in Hawija on Monday that the Islamic State had left there."))
    assert row.actor2 == "Islamic State (Iraq)"


def test_warplanes_are_a_states(code: Code) -> None:
    row = only(code("Warplanes bombed a market in Nyala on Monday, killing six traders."))
    assert row.inter1 == "State forces"


def test_what_was_stormed_and_overrun_is_held(code: Code) -> None:
    row = only(code("Al Shabaab stormed a base near Bardhere on Monday with car bombs and overran it."))
    assert row.sub_event_type == "Non-state actor overtakes territory"


def test_who_was_hit_by_jets_did_not_fly_them(code: Code) -> None:
    row = only(code("Jet fighters pounded hideouts of the TTP near Miranshah on Monday, killing nine."))
    assert (row.inter1, row.actor2) == ("State forces", "TTP: Tehreek-i-Taliban Pakistan")


def test_a_place_is_taken_from_a_regime(code: Code) -> None:
    row = only(code("Rebels led by Ahrar al-Sham seized Maarat al-Numan from the regime on Monday."))
    assert row.actor2.startswith("Military Forces of Syria")


def test_two_verbs_joined_share_their_object(code: Code) -> None:
    row = only(code("Israeli settlers uprooted and stole dozens of olive trees near Hebron on Monday."))
    assert row.actor1 == "Rioters (Israel)"


def test_no_fight_after_a_departure_is_a_transfer(code: Code) -> None:
    row = only(code("Troops regained the town of Bria on Monday following the departure of the rebels."))
    assert row.sub_event_type == "Non-violent transfer of territory"
