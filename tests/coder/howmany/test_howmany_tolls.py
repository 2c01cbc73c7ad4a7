"""Tolls: what a sentence says of the dead, the injured, the captured (coding-rules 5)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.coder.howmany import find_tolls
from newsledger.coder.spans import Entry, Mention, Sentence, Span
from newsledger.coder.words import split_words


def sentence(text: str) -> Sentence:
    return Sentence(split_words(text), 0, 0)


def brief(text: str) -> str:
    return ", ".join(f"{t.kind} {t.count}" for t in find_tolls(sentence(text)))


PLAIN = [
    # passive
    ("Three soldiers were killed in the ambush.", "killed 3"),
    ("A policeman was killed near the market.", "killed 1"),
    ("Two farmers were shot dead by herders.", "killed 2"),
    ("At least 40 people have been killed, officials said.", "killed 40"),
    ("The mayor of the town was assassinated.", "killed 1"),
    ("Karim Osei was gunned down outside his shop.", "killed 1"),
    ("Two miners and a driver were killed when the convoy hit a mine.", "killed 3"),
    ("Five recruits from the northern brigade were killed on Friday.", "killed 5"),
    ("Six fishermen, including two boys, were killed by shelling.", "killed 6"),
    ("Four traders who were travelling by bus were killed.", "killed 4"),
    ("Four guards were reported to have been killed.", "killed 4"),
    ("Both men were shot dead.", "killed 2"),
    # bare participles, headlines
    ("Two killed, five wounded in market blast", "killed 2, injured 5"),
    ("Seven dead after raid on village", "killed 7"),
    ("One policeman, two civilians killed in blast", "killed 3"),
    ("TWELVE REBELS KILLED IN CLASHES WITH ARMY", "killed 12"),
    ("With nine people killed and 30 injured, it was a bloody day.", "killed 9, injured 30"),
    # those who do something themselves end a list
    ("Gunmen killed two traders, and hundreds fled.", "killed 2"),
    ("A farmer set off an anti-personnel mine near a wall and died.", "killed 1"),
    ("The blast killed governor Omar Faye and two guards.", "killed 3"),
    ("A missile killed senior rebel commander Issa al-Nur and five others.", "killed 6"),
    ("Six rebels were killed per the army, and two soldiers died.", "killed 6, killed 2"),
    ("Gunmen killed two traders and 300 people escaped.", "killed 2"),
    ("Soldiers killed nine rebels, and twenty others surrendered.", "killed 9"),
    # active
    ("The blast killed two soldiers.", "killed 2"),
    ("Gunmen kill three in bar attack", "killed 3"),
    ("Man shot dead in Lagos", "killed 1"),
    ("A 14-year-old and a 19-year-old were fatally shot.", "killed 2"),
    ("The attack killed two men, police said.", "killed 2"),
    ("Police said Obi was killed at home.", "killed 1"),
    ("Rebels attacked a post, killing at least four troops and wounding six others.", "killed 4, injured 6"),
    ("The army has killed 14 insurgents, a spokesman said.", "killed 14"),
    ("An air strike killed a mother and her two children.", "killed 3"),
    ("The raid killed two soldiers, a policeman and three civilians.", "killed 6"),
    ("The crash injured seven students.", "injured 7"),
    ("He shot and killed two of his neighbours.", "killed 2"),
    ("The bomb went off, killing him.", "killed 1"),
    ("A sniper shot and wounded a monk.", "injured 1"),
    ("The mob beat a driver to death.", "killed 1"),
    ("A judge sentenced two men to death.", ""),
    ("The shell killed five Hazaras.", "killed 5"),
    ("Soldiers killed up to 30 fighters.", "killed 30"),
    ("The strike killed dozens of villagers.", "killed 12"),
    ("The strike killed scores.", "killed 20"),
    ("The militia killed several herders.", "killed 3"),
    ("The explosion killed half a dozen workers.", "killed 6"),
    ("The blast killed three people, a man and two women.", "killed 3"),
    # left dead, lives, deaths, bodies
    ("The attack left ten people dead and 22 injured.", "killed 10, injured 22"),
    ("A grenade went off, leaving 3 dead.", "killed 3"),
    ("The fighting claimed 45 lives.", "killed 45"),
    ("Sixteen lives were lost.", "killed 16"),
    ("The shooting led to the death of two protesters.", "killed 2"),
    ("The army confirmed three deaths.", "killed 3"),
    ("There were 11 fatalities.", "killed 11"),
    ("The bodies of four men were found in a ditch.", "killed 4"),
    ("Villagers found eleven bodies.", "killed 11"),
    ("The death toll rose to 49.", "killed 49"),
    ("The death toll has risen from 12 to 15, the ministry said.", "killed 15"),
    ("The toll stands at 23.", "killed 23"),
    ("A nurse died, bringing to 8 the number of dead.", "killed 1, killed 8"),
    # dying
    ("Five people died in the shelling.", "killed 5"),
    ("Two of them died on the spot.", "killed 2"),
    ("A fourth victim later died in hospital.", "killed 1"),
    ("Nine passengers lost their lives.", "killed 9"),
    ("The gunman killed three people and died at the scene.", "killed 3, killed 1"),
    # injuries and shots
    ("A boy was hurt by a stone.", "injured 1"),
    ("Two men were shot; one of them died.", "injured 1, killed 1"),
    ("A woman was shot in the leg.", "injured 1"),
    ("Three people were shot, one fatally.", "injured 2, killed 1"),
    ("Three teenagers were hospitalised.", "injured 3"),
    ("Schoolboy, 6, fatally shot", "killed 1"),
    ("A grenade went off, injuring six and killing another.", "injured 6, killed 1"),
    ("Three indicted in the death of a merchant", "killed 1"),
    ("6-year-old shot in park", "injured 1"),
    ("One was killed and another injured.", "killed 1, injured 1"),
    ("Officers found two men with gunshot wounds.", "injured 2"),
    ("Okafor was pronounced dead at the scene.", "killed 1"),
    ("Two officers were taken to hospital.", "injured 2"),
    ("Rioters hurt five policemen.", "injured 5"),
    ("Two soldiers were killed, in addition to 23 wounded, five of them badly.", "killed 2, injured 23"),
    # the others
    ("The army has captured 12.", "captured 12"),
    ("At least 12 of its men have been captured.", "captured 12"),
    ("Police arrested 30 demonstrators.", "arrested 30"),
    ("Four sailors are missing.", "missing 4"),
    ("The fighting displaced 2,000 people.", "displaced 2000"),
    ("Bandits kidnapped six pupils.", "captured 6"),
    # in brackets, of its
    ("We have 49 (troops) killed, he said.", "killed 49"),
    ("It said 15 of its men have been killed.", "killed 15"),
    # none
    ("No one was injured.", "injured 0"),
    ("There were no casualties.", "killed 0"),
    ("Both sides reported casualties.", "killed 0"),
    ("No deaths were reported.", "killed 0"),
    # ages are no tolls
    ("Kofi Mensah, 24 was shot, and Yaw Boadu, 31, was stabbed.", "injured 1, injured 1"),
    ("Two herders, 26 and 21, who were shot, are stable.", "injured 2"),
    ("Three traders, aged 25, 26 and 33, were injured.", "injured 3"),
    ("The women, both 22, were hurt.", "injured 3"),
    ("Men in their early 20's were shot.", "injured 3"),
    # names
    ("Amadou Ba, 19, and Issa Kone were killed on Monday.", "killed 2"),
    ("Gunmen killed Amadou Ba, 19, and Issa Kone, 22, in the market of the old town.", "killed 2"),
    ("Soldiers said that Issa Kone, 40, of Gao, was killed on the road to the river.", "killed 1"),
    ("The raiders then shot Kone.", "injured 1"),
    # clauses on people
    ("Clerks took a call about a boy who was shot.", "injured 1"),
    ("She was one of four nurses who were wounded.", "injured 4"),
    ("A doctor who treated children was killed.", "killed 1"),
    ("A boy who officials say was killed lived there.", "killed 1"),
    ("Two people, one a child, were killed.", "killed 2"),
    ("Six members of a clan, four children among them, were killed.", "killed 6"),
    # nouns of a deadly act
    ("Police spoke of the fatal shooting of a baker.", "killed 1"),
    ("The deadly stabbing of two students shook the town.", "killed 2"),
    # the hospital
    ("Nine people were taken to a nearby clinic.", "injured 9"),
    ("The papers were taken to the ministry.", ""),
    ("Six marchers died and 20 were taken to hospital.", "killed 6, injured 20"),
    ("Eleven drivers had to be hospitalised.", "injured 11"),
    ("A farmer was found with two gunshot wounds.", "injured 1"),
    ("Four people were shot at a bar.", "injured 4"),
    ("Four people were shot at by the guards.", ""),
    ("The girl was hit in the leg.", "injured 1"),
    ("The storm hit two villagers' farms.", ""),
    ("A porter lost both of his feet.", "injured 1"),
    # who did it
    ("The guard shot dead a clerk before killing himself.", "killed 1, killed 1"),
    ("The guard blew up, killing himself and four others.", "killed 5"),
    # couples and others
    ("An elderly couple was killed.", "killed 2"),
    ("The mob beat a suspected house robber to death.", "killed 1"),
    ("They seized two clerks and hacked them to death.", "killed 2"),
    ('Seven "bandits" were "neutralised".', "killed 7"),
    ("Troops killed 11 fighters, the defence ministry in Ankara said.", "killed 11"),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN, ids=[text[:40] for text, _ in PLAIN])
def test_counts(text: str, expected: str) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The rebels threatened to kill two hostages.",
        "The soldiers were not killed.",
        "The group plans to kill ten officials.",
        "The army captured two villages.",
        "The shelling killed 200 cattle.",
        "He was sentenced to death.",
        "The missile was shot down.",
        "Five demonstrators marched past the dead tree.",
        "Police tried to arrest three men.",
        "The committee killed the bill.",
    ],
)
def test_gives_no_toll(text: str) -> None:
    assert find_tolls(sentence(text)) == []


def only(text: str) -> object:
    tolls = find_tolls(sentence(text))
    assert len(tolls) == 1, tolls
    return tolls[0]


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Fighting erupted, leaving troops dead on both sides.", "vague"),
        ("Soldiers were killed on the border.", "vague"),
        ("The death toll climbed to 31.", "total"),
        ("The death toll climbed to 31.", "cumulative_update"),
        ("In all, 14 people were killed.", "total"),
        ("Some 8,000 villagers have been killed so far in the war.", "aggregate"),
        ("Some 300 people have been killed this year.", "aggregate"),
        ("More than 900 were killed in the war.", "aggregate"),
        ("Another man later died.", "adds"),
        ("A third man later died in hospital.", "cumulative_update"),
        ("The attacker blew himself up at the gate.", "includes_perpetrator"),
        ("A suicide bomber killed five people and himself.", "includes_perpetrator"),
        ("No one was hurt.", "zero"),
    ],
)
def test_flags(text: str, flag: str) -> None:
    assert getattr(only(text), flag) is True


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Between 10 and 20 people were killed.", 10, 20),
        ("Three or four men were killed.", 3, 4),
        ("Up to 30 people were killed.", 1, 30),
        ("At least 8 people were killed.", 8, 8),
        ("Two soldiers and civilians were killed.", 2, 5),
    ],
)
def test_low_and_high(text: str, low: int, high: int) -> None:
    toll = only(text)
    assert (toll.low, toll.high) == (low, high)  # type: ignore[attr-defined]


def test_worst_attack_this_year_is_no_total_of_the_year() -> None:
    assert only("Five people were killed in the deadliest attack this year.").aggregate is False  # type: ignore[attr-defined]


def test_parts_are_marked() -> None:
    tolls = find_tolls(sentence("Ten people were killed, including two shot dead by guards."))
    assert [(t.count, t.part) for t in tolls] == [(10, False), (2, True)]


def test_victims_are_the_mention() -> None:
    one = sentence("Rebels killed two Azerbaijani soldiers.")
    one.mentions = [Mention(0, 1, "armed"), Mention(3, 5, "military", "AZ")]
    (toll,) = find_tolls(one)
    assert (toll.victims, toll.mention, toll.count) == ((2, 5), 1, 2)


def test_blockers_hide_toll_words() -> None:
    one = sentence("The band killed it on stage with two dancers.")
    one.take([Span(2, 4, Entry("blocker", "killed it", "word"))])
    assert find_tolls(one) == []


def test_case_does_not_matter() -> None:
    for text, expected in PLAIN:
        if not any(
            name in text for name in ("Karim", "Obi", "Okafor", "Kone", "Kofi", "Faye", "Issa")
        ):  # a name that only its capitals tell
            assert brief(text.upper()) == expected, text


VOCABULARY = [
    "two",
    "12",
    "at",
    "least",
    "dozens",
    "of",
    "a",
    "the",
    "soldiers",
    "people",
    "killed",
    "were",
    "wounding",
    "killing",
    "and",
    ",",
    ".",
    ";",
    "including",
    "dead",
    "left",
    "leaving",
    "died",
    "no",
    "one",
    "was",
    "shot",
    "missing",
    "captured",
    "death",
    "toll",
    "rose",
    "to",
    "himself",
    "of",
    "them",
    "others",
    "bodies",
    "lives",
    "in",
    "the",
    "war",
    "2020",
    "not",
]


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(VOCABULARY), max_size=30).map(" ".join)))
def test_never_fails_and_stays_in_bounds(text: str) -> None:
    one = sentence(text)
    for toll in find_tolls(one):
        assert 0 <= toll.first < toll.last <= len(one.words)
        assert 0 <= toll.low <= toll.high
        assert toll.count <= toll.high
        assert toll.rule.startswith("toll.")


def test_the_dead_of_another_day_belong_to_no_event() -> None:
    one, two = find_tolls(sentence("Gunmen killed four soldiers a day after ten farmers died elsewhere."))
    assert (one.count, one.aggregate) == (4, False)
    assert (two.count, two.aggregate) == (10, True)


def test_a_woman_told_beside_the_dead_is_one_of_her_own() -> None:
    tolls = find_tolls(sentence("Three men died and a woman was taken to hospital, where she died."))
    assert [(t.kind, t.count, t.rule) for t in tolls if t.kind == "killed"] == [
        ("killed", 3, "toll.subject"),
        ("killed", 1, "toll.subject"),
    ]


def test_a_sum_of_several_crimes_is_marked() -> None:
    (sum_of_all,) = find_tolls(sentence("Nine people were wounded in separate shootings."))
    assert sum_of_all.several
    (one,) = find_tolls(sentence("Nine people were wounded in the shooting."))
    assert not one.several
