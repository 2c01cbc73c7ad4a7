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


def test_gas_that_hits_no_force_is_let_loose_on_people(code: Code) -> None:
    row = only(code("Regime forces targeted the district of Qaboun near Damascus with poison gas on Monday."))
    assert row.actor2 == "Civilians (Syria)"


def test_a_bomber_of_a_group_hits_those_among_whom_he_goes_off(code: Code) -> None:
    row = only(code("A suicide bomber of Al Shabaab blew himself up amid policemen in Garissa on Monday."))
    assert (row.actor1, row.actor2[:13]) == ("Al Shabaab", "Police Forces")


def test_where_troops_arrive_is_no_party(code: Code) -> None:
    row = only(code("Two hundred British soldiers arrived at Tapa base in Estonia on Monday."))
    assert (row.inter1, row.actor2) == ("External/Other forces", "")


def test_the_parties_of_the_story_agree(code: Code) -> None:
    row = only(
        code(
            "Negotiators of the Colombian government and of FARC said in Havana on 24 August 2023 that"
            " the final peace agreement had been concluded."
        )
    )
    assert row.actor2.startswith("FARC")


def test_a_gain_after_weeks_of_fighting_is_told(code: Code) -> None:
    row = only(code("Rebels of the M23 seized Rutshuru from the army on Monday after six weeks of fighting."))
    assert row.sub_event_type == "Non-state actor overtakes territory"


def test_troops_that_others_reinforce_take_the_place_themselves(code: Code) -> None:
    row = only(code("Congolese troops, reinforced by Ugandan soldiers, retook Boga on Monday from the ADF."))
    assert row.sub_event_type == "Government regains territory"


def test_what_those_driven_out_held_is_past(code: Code) -> None:
    row = only(code("Soldiers drove out gunmen who occupied the town of Djibo on Monday."))
    assert row.sub_event_type != "Non-state actor overtakes territory"
