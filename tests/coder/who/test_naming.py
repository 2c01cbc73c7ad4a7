from datetime import date

import pytest

from newsledger.coder.spans import Mention
from newsledger.coder.who.naming import Actors

DAY = date(2022, 9, 13)
POLICE = "Police Forces of India (2014-)"
ELN = "ELN: National Liberation Army"
STATE, ABROAD = "State forces", "External/Other forces"
REBEL, POLITICAL, COMMUNAL = "Rebel group", "Political militia", "Identity militia"


@pytest.mark.parametrize(
    ("kind", "owner", "entry", "country", "day", "name", "inter"),
    [
        ("military", "Azerbaijan", "", "Azerbaijan", DAY, "Military Forces of Azerbaijan (2003-)", STATE),
        ("military", "Azerbaijan", "", "Armenia", DAY, "Military Forces of Azerbaijan (2003-)", ABROAD),
        ("military", "Artsakh", "", "Azerbaijan", DAY, "Military Forces of Artsakh (1991-2023)", STATE),
        ("military", "Artsakh", "", "Armenia", DAY, "Military Forces of Artsakh (1991-2023)", ABROAD),
        ("police", "", "", "India", DAY, "Police Forces of India (2014-)", STATE),
        ("prison", "", "", "Chile", DAY, "Police Forces of Chile (2022-) Prison Guards", STATE),
        ("government", "", "", "Armenia", date(2018, 5, 7), "Government of Armenia (2008-2018)", STATE),
        ("government", "", "", "Armenia", date(2018, 5, 8), "Government of Armenia (2018-)", STATE),
        ("military", "", "", "Philippines", DAY, "Military Forces of the Philippines (2022-)", STATE),
        ("group", "", "taliban", "Afghanistan", date(2020, 1, 1), "Taliban", REBEL),
        ("group", "", "taliban", "Afghanistan", DAY, "Military Forces of Afghanistan (2021-)", STATE),
        ("group", "", "idf", "Lebanon", DAY, "Military Forces of Israel (2021-2022)", ABROAD),
        ("group", "", "crpf", "India", DAY, f"{POLICE} Central Reserve Police Force", STATE),
        ("group", "", "eln|nla", "Colombia", date(1989, 3, 1), ELN, REBEL),
        ("group", "", "islamic-state", "Nigeria", DAY, "ISWAP: Islamic State West Africa Province", REBEL),
        ("group", "", "islamic-state", "Syria", DAY, "Islamic State (Syria)", REBEL),
        ("armed", "", "", "Mali", DAY, "Unidentified Armed Group (Mali)", POLITICAL),
        ("gang", "", "", "Haiti", DAY, "Unidentified Gang (Haiti)", POLITICAL),
        ("communal", "", "", "Kenya", DAY, "Unidentified Communal Militia (Kenya)", COMMUNAL),
        ("communal", "", "Luo", "Kenya", DAY, "Luo Ethnic Militia (Kenya)", COMMUNAL),
        ("communal", "", "vigilantes", "Ghana", DAY, "Vigilante Militia (Ghana)", COMMUNAL),
        ("crowd", "", "", "Ghana", DAY, "Rioters (Ghana)", "Rioters"),
        ("protesters", "", "students", "Ghana", DAY, "Protesters (Ghana)", "Protesters"),
        ("identity", "", "students", "Ghana", DAY, "Civilians (Ghana)", "Civilians"),
    ],
)  # fmt: skip
def test_names_and_inter_classes(
    actors: Actors, kind: str, owner: str, entry: str, country: str, day: date, name: str, inter: str
) -> None:
    named = actors.name(Mention(0, 0, kind, owner, entry), country, day)
    assert (named.name, named.inter) == (name, inter)


def test_a_unit_stands_behind_the_name(actors: Actors) -> None:
    named = actors.name(Mention(0, 0, "military"), "Peru", DAY, "Navy")
    assert named.name == "Military Forces of Peru (2021-2022) Navy"


def test_peacekeepers_are_the_mission_of_the_place_and_day(actors: Actors) -> None:
    assert actors.name(Mention(0, 0, "mission"), "Mali", DAY).name.startswith("MINUSMA")
    assert (
        actors.name(Mention(0, 0, "mission"), "Mali", date(2024, 5, 1)).name
        == "Unidentified International Mission (Mali)"
    )
    russian = actors.name(Mention(0, 0, "mission", "Russia"), "Azerbaijan", DAY)
    assert (russian.name, russian.inter) == ("Military Forces of Russia (1999-)", "External/Other forces")


@pytest.mark.parametrize(
    ("kind", "entry", "identity"),
    [
        ("protesters", "students", "Students (Peru)"),
        ("identity", "labor", "Labor Group (Peru)"),
        ("identity", "bjp", "BJP: Bharatiya Janata Party"),
        ("identity", "Yoruba", "Yoruba Ethnic Group (Peru)"),
        ("civilians", "", ""),
        ("communal", "vigilantes", ""),
    ],
)
def test_identities_are_associated_actors(actors: Actors, kind: str, entry: str, identity: str) -> None:
    assert actors.identity(Mention(0, 0, kind, "", entry), "Peru") == identity
