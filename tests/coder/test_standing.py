"""Is an event reported, claimed by one side, or disputed by the other?"""

import pytest
from tests.coder.told import Code

CLAIM = "Armenia said Azerbaijani forces shelled Armenian positions near Sotk on Monday."
STANDINGS = [
    ("Azerbaijani forces shelled Armenian positions near Sotk on Monday.", "", "reported"),
    (CLAIM, "Government of Armenia", "claimed"),
    (
        f"{CLAIM} Azerbaijan denied that its forces had shelled Armenian positions.",
        "Government of Armenia",
        "disputed",
    ),
    # what somebody tells as a fact is no claim any more
    (f"{CLAIM} Azerbaijani forces shelled Armenian positions near Sotk, monitors saw.", "", "reported"),
    # who is no party to an event only reports it
    ("France said Azerbaijani forces shelled Armenian positions near Sotk on Monday.", "", "reported"),
    (
        "Armenia accused Azerbaijan of firing mortars at its positions near Sotk on Monday.",
        "Government of Armenia",
        "claimed",
    ),
    ("The police said gunmen killed three farmers in Bria on Monday.", "", "reported"),
    ("Al-Shabaab said it had killed nine soldiers near Jowhar on Monday.", "Al Shabaab", "claimed"),
]


@pytest.mark.parametrize(("text", "claimant", "status"), STANDINGS, ids=range(len(STANDINGS)))
def test_standing(code: Code, text: str, claimant: str, status: str) -> None:
    report = code(text).reports[0]
    assert (report.claimant, report.status) == (claimant, status)


def test_a_claim_lowers_confidence(code: Code) -> None:
    claimed, reported = (code(text).reports[0].confidence for text, *_ in (STANDINGS[1], STANDINGS[0]))
    assert claimed < reported
