from collections.abc import Callable
from itertools import pairwise

import pytest

from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.who.mentions import mentions

Found = Callable[[str], dict[str, Mention]]


@pytest.mark.parametrize(
    ("text", "words", "kind", "country", "entry"),
    [
        ("Armenian soldiers crossed the ridge.", "Armenian soldiers", "military", "Armenia", ""),
        ("Guards saw Belgian special forces leave.", "Belgian special forces", "military", "Belgium", ""),
        ("Chad's elite mountain troops left.", "Chad 's elite mountain troops", "military", "Chad", ""),
        ("Three soldiers from Togo fell ill.", "soldiers from Togo", "military", "Togo", ""),
        (
            "The Ministry of Defence of Peru denied it.",
            "Ministry of Defence of Peru",
            "government",
            "Peru",
            "",
        ),
        ("The foreign ministry denied it.", "foreign ministry", "government", "", ""),
        ("Police in Ghana fired shots.", "Police", "police", "Ghana", ""),
        ("Armenian civilians fled.", "Armenian civilians", "civilians", "Armenia", ""),
        ("Hamas fighters fired.", "Hamas fighters", "group", "", "hamas-movement"),
        ("Members of the PKK fired.", "Members of the PKK", "group", "", "pkk"),
        ("Ethnic Armenian soldiers fired.", "Ethnic Armenian soldiers", "military", "Artsakh", ""),
        ("Tiv herders burnt huts.", "Tiv herders", "communal", "", "Tiv"),
        ("Student protesters sang.", "Student protesters", "protesters", "", "students"),
        ("Nurses went on strike.", "Nurses", "identity", "", "health"),
        ("A mob burnt the shop.", "mob", "crowd", "", ""),
        ("Masked men robbed a bank.", "Masked men", "armed", "", ""),
        ("Cartel gunmen robbed a bank.", "Cartel gunmen", "gang", "", ""),
        ("Prison guards fired.", "Prison guards", "prison", "", ""),
        ("Members of the Latvian army fired.", "Members of the Latvian army", "military", "Latvia", ""),
        ("President Macron spoke.", "President Macron", "government", "France", ""),
    ],
)
def test_words_for_people_and_their_owners(
    found: Found, text: str, words: str, kind: str, country: str, entry: str
) -> None:
    mention = found(text)[words]
    assert (mention.kind, mention.country, mention.entry) == (kind, country, entry)


def test_one_noun_may_belong_to_two_countries(found: Found) -> None:
    both = found("Syrian and Russian warplanes circled the hill.")
    assert both["Syrian"].kind == both["Russian warplanes"].kind == "military"
    assert (both["Syrian"].country, both["Russian warplanes"].country) == ("Syria", "Russia")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Three gunmen fled.", 3),
        ("At least 2,000 unarmed villagers fled.", 2000),
        ("Twenty-one suspected militants fled.", 21),
        ("A dozen soldiers fled.", 12),
        ("Two hundred Armenian soldiers fled.", 200),
        ("A policeman fled.", 1),
        ("Soldiers fled.", None),
        ("In 2014 soldiers fled.", None),
        ("Hundreds of protesters fled.", None),
    ],
)
def test_the_number_before_a_mention_counts_it(found: Found, text: str, count: int | None) -> None:
    (mention,) = found(text).values()
    assert mention.count == count


def test_a_country_is_a_place_or_a_state(found: Found) -> None:
    assert found("Floods hit towns in Mali.") == {}
    assert found("Rain fell in northern Mali.") == {}
    assert found("The train from Jermuk, Armenia was late.") == {}
    assert found("A Turkish village slept.") == {}
    assert found("Azerbaijan attacked at dawn.")["Azerbaijan"].kind == "state"
    assert found("Mali accused Niger of shelling.").keys() == {"Mali", "Niger"}
    assert found("An Israeli airstrike destroyed the bridge.")["Israeli"].kind == "state"
    assert found("Moscow accused Kyiv of a raid.")["Moscow"].tags >= {"capital", "state"}


def test_names_with_backers_and_stances_are_of_no_country(found: Found) -> None:
    backed = found("Uganda-backed rebels took the hill.")["rebels"]
    assert (backed.country, backed.kind) == ("", "armed")
    assert "backed" in backed.tags
    assert found("Saudi-backed forces took the hill.")["forces"].kind == "armed"
    assert found("The rebel-held town was quiet.") == {}


def test_pronouns_and_pairs_are_anaphors(found: Found) -> None:
    got = found("Both sides shelled; the enemy lost a tank and its soldiers fled.")
    assert {words: m.kind for words, m in got.items()} == dict.fromkeys(
        ("Both sides", "the enemy", "soldiers"), "anaphor"
    )
    assert "pair" in got["Both sides"].tags
    assert "enemy" in got["the enemy"].tags
    assert got["soldiers"].tags >= {"own", "military", "person"}


def test_things_and_positions_need_an_owner(found: Found) -> None:
    assert found("Positions in the league were unchanged.") == {}
    assert found("Azerbaijani positions were hit.")["Azerbaijani positions"].tags >= {"military", "site"}


def test_former_soldiers_are_civilians(found: Found) -> None:
    mention = found("Two former soldiers were shot.")["former soldiers"]
    assert (mention.kind, mention.count) == ("civilians", 2)
    assert "armed" not in mention.tags


def test_capitals_tell_acronyms_from_words(found: Found) -> None:
    assert found("He let us go.") == {}
    assert found("The LeT attacked.")["LeT"].kind == "group"
    assert found("The fis grew.") == {}
    assert found("The FIS won.")["FIS"].kind == "identity"
    assert "FACT" not in found("THE FACT IS KNOWN IN PERU")
    upper = found("FARC GUERRILLAS KILLED SIX POLICEMEN, THE COLOMBIAN ARMY SAID")
    assert upper["FARC GUERRILLAS"].entry == "farc"
    assert upper["POLICEMEN"].count == 6
    assert upper["COLOMBIAN ARMY"].country == "Colombia"


def test_a_name_spelt_out_and_its_acronym_are_one(found: Found) -> None:
    got = found("National Liberation Army (ELN) guerrillas fled.")
    assert [m.entry for m in got.values()] == ["eln"]


def test_parties_are_identities_and_not_armed(found: Found) -> None:
    workers = found("BJP workers marched.")["BJP workers"]
    assert (workers.kind, workers.entry) == ("identity", "bjp")
    assert "armed" not in workers.tags


def test_mentions_are_sorted_and_do_not_overlap(sentence: Callable[[str], Sentence]) -> None:
    text = (
        "Syrian and Russian jets hit positions of the HTS, members of the Turkish army and students from Mali"
        ", Iran's foreign ministry said, while its troops and Kurdish fighters of the YPG shot two officers."
    )
    spans = [(m.first, m.last) for m in mentions(sentence(text))]
    assert len(spans) > 6
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_criminal_act_is_nobody(found: Found) -> None:
    assert not found("That was a criminal act.")
    assert found("Two criminals fled.")
