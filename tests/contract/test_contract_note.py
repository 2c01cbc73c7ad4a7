"""The house form of notes (coding-rules 6)."""

from dataclasses import replace
from datetime import date

import pytest

from newsledger.contract.load import load_contract
from newsledger.contract.note import NoteFacts, note, short_name

SHELLING = NoteFacts(
    event_date=date(2022, 9, 13),
    sub_event_type="Shelling/artillery/missile attack",
    actor1="Military Forces of Azerbaijan (2003-)",
    actor2="Military Forces of Armenia (2018-)",
    location="Jermuk",
    admin1="Vayots Dzor",
    country="Armenia",
    geo_precision=2,
)
PROTEST = NoteFacts(date(2024, 3, 5), "Peaceful protest", "Protesters (Kenya)", "Nairobi", "Kenya")
SUB_TYPES = load_contract().values("sub-event-type")


def test_the_example_of_coding_rules_6() -> None:
    facts = replace(
        SHELLING, weapons=("artillery", "drones"), fatalities=49, claimant="Armenia", shared_rows=6
    )
    assert note(facts) == (
        "On 13 September 2022, Military Forces of Azerbaijan shelled Military Forces of Armenia near Jermuk "
        "(Vayots Dzor, Armenia), with artillery and drones. "
        "49 fatalities reported by Armenia over six places, divided evenly."
    )


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (PROTEST, "On 5 March 2024, protesters gathered for a peaceful protest in Nairobi (Kenya)."),
        (
            replace(PROTEST, assoc_actor_1=("Students (Kenya)", "Labor Group (Kenya)"), crowd="around 200"),
            "On 5 March 2024, protesters, among them Students and Labor Group, gathered for a "
            "peaceful protest in "
            "Nairobi (Kenya). Crowd size around 200.",
        ),
        (
            replace(PROTEST, crowd="no report"),
            "On 5 March 2024, protesters gathered for a peaceful protest in Nairobi (Kenya).",
        ),
        (
            replace(PROTEST, time_precision=2),
            "Around 5 March 2024 (week of), protesters gathered for a peaceful protest in Nairobi (Kenya).",
        ),
        (
            replace(PROTEST, time_precision=3, location="Lachin corridor", country="Azerbaijan"),
            "Around 5 March 2024 (month of), protesters gathered for a peaceful protest in the "
            "Lachin corridor "
            "(Azerbaijan).",
        ),
        (
            replace(
                PROTEST, sub_event_type="Protest with intervention", actor2="Police Forces of Kenya (2022-)"
            ),
            "On 5 March 2024, Police Forces of Kenya stepped in against protesters at a peaceful "
            "protest in Nairobi "
            "(Kenya).",
        ),
        (
            replace(
                PROTEST, sub_event_type="Mob violence", actor1="Rioters (Kenya)", actor2="Rioters (Kenya)"
            ),
            "On 5 March 2024, rioters clashed with other rioters in Nairobi (Kenya).",
        ),
        (
            replace(
                PROTEST,
                sub_event_type="Mob violence",
                actor1="Rioters (Kenya)",
                actor2="Civilians (Kenya)",
                fatalities=1,
            ),
            "On 5 March 2024, rioters attacked civilians in Nairobi (Kenya). 1 fatality reported.",
        ),
        (
            replace(SHELLING, status="claimed", claimant="Government of Armenia", injuries=3, fatalities=2),
            "On 13 September 2022, Military Forces of Azerbaijan shelled Military Forces of Armenia "
            "near Jermuk "
            "(Vayots Dzor, Armenia), as claimed by the Government of Armenia. 2 fatalities "
            "reported; 3 injured.",
        ),
        (
            replace(SHELLING, status="disputed", actor2=""),
            "On 13 September 2022, Military Forces of Azerbaijan carried out shelling near Jermuk "
            "(Vayots Dzor, Armenia), as claimed by one side and denied by another.",
        ),
        (
            replace(
                SHELLING, location="Armenia-Azerbaijan border area", admin1="", geo_precision=3, captured=12
            ),
            "On 13 September 2022, Military Forces of Azerbaijan shelled Military Forces of Armenia in the "
            "Armenia-Azerbaijan border area (Armenia). 12 captured.",
        ),
        (
            replace(
                SHELLING, fatalities=49, fatalities_high=105, shared_rows=14, share=4, civilians_hit=True
            ),
            "On 13 September 2022, Military Forces of Azerbaijan shelled Military Forces of Armenia "
            "near Jermuk "
            "(Vayots Dzor, Armenia). 49 fatalities reported over 14 places, divided evenly (4 counted here), "
            "up to 105 by the highest count; civilians among those hit.",
        ),
    ],
)
def test_notes(facts: NoteFacts, expected: str) -> None:
    assert note(facts) == expected


@pytest.mark.parametrize("sub_event_type", SUB_TYPES)
@pytest.mark.parametrize("actor2", ["", "Police Forces of Kenya (2022-)", "Civilians (Kenya)"])
def test_every_type_gives_one_clean_sentence(sub_event_type: str, actor2: str) -> None:
    text = note(replace(PROTEST, sub_event_type=sub_event_type, actor2=actor2))
    assert text.startswith("On 5 March 2024, ")
    assert text.endswith(" in Nairobi (Kenya).")
    assert "{" not in text
    assert "  " not in text
    assert text.count(".") == 1
    assert ("civilians" in text) or not actor2.startswith("Civilians")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Military Forces of Armenia (2018-)", "Military Forces of Armenia"),
        ("Military Forces of Georgia (1992-2003) Guards", "Military Forces of Georgia Guards"),
        ("Government of Kenya (2022-)", "the Government of Kenya"),
        ("Civilians (Armenia)", "civilians"),
        ("Unidentified Gang (Haiti)", "an unidentified gang"),
        ("Luo Ethnic Militia (Kenya)", "Luo Ethnic Militia"),
        ("ABC: A Big Coalition", "A Big Coalition"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


def test_an_unknown_type_is_an_error() -> None:
    with pytest.raises(KeyError):
        note(replace(PROTEST, sub_event_type="Dancing"))
