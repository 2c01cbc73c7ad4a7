"""Which day does an event get, from where, and when is it none of this story's days?"""

from datetime import date

import pytest
from tests.coder.told import PUBLISHED, Code, article, only

from newsledger.coder.dated import Dated, Dating, dateline_day
from newsledger.coder.engine import Coder
from newsledger.coder.story import Story, read_story


def dating(
    coders: dict[str, Coder], text: str, published: date = date(2024, 6, 14)
) -> tuple[Story, dict[int, Dated]]:
    story = read_story(article(text, published=published), coders["political"].knowledge)
    return story, Dating(story).date_all()


def days(coders: dict[str, Coder], text: str) -> list[tuple[str, str, str]]:
    """Return trigger, day and mark of each frame in scope."""
    story, found = dating(coders, text)
    return [(f.trigger, str(found[n].day), found[n].mark) for n, f in enumerate(story.frames) if not f.scope]


CASES = [
    ("Rebels attacked soldiers on Monday.", [("attacked", "2024-06-10", "")]),
    # the nearest words of time count, not those of another clause
    (
        "Rebels attacked soldiers on Monday; police shot a man on Tuesday.",
        [("attacked", "2024-06-10", ""), ("shot", "2024-06-11", "")],
    ),
    # a day is carried over to what follows
    (
        "Rebels attacked soldiers on Monday. They burned a truck.",
        [("attacked", "2024-06-10", ""), ("burned", "2024-06-10", "date-elsewhere")],
    ),
    # without any day it is that of publication
    ("Rebels attacked soldiers.", [("attacked", "2024-06-14", "date-publication")]),
    # the day on which something was said is not the day on which it happened
    (
        "Rebels attacked soldiers on Monday. The army said on Wednesday that they had burned a truck.",
        [("attacked", "2024-06-10", ""), ("burned", "2024-06-10", "date-elsewhere")],
    ),
    # words of happening or of an alarm tell the day of the story, though no act stands beside them
    (
        "Gunmen shot a trader near the mill. The incident happened around 11 p.m. Wednesday.",
        [("shot", "2024-06-12", "date-elsewhere")],
    ),
    (
        "Gunmen shot a trader near the mill. Officers were called to the house on Tuesday night.",
        [("shot", "2024-06-11", "date-elsewhere")],
    ),
    # so does a day beside the name of the act, whatever is said of it
    (
        "Gunmen shot a trader near the mill. The mayor condemned Tuesday's attack.",
        [("shot", "2024-06-11", "date-elsewhere")],
    ),
    # the day of an arrest is not the day of the deed
    (
        "Police arrested a rebel on Thursday. Rebels shot a trader near the mill.",
        [("arrested", "2024-06-13", ""), ("shot", "2024-06-14", "date-publication")],
    ),
    # nor is that of the hospital, the court or a later death, where the story tells the deed's
    (
        "A trader was in critical condition on Friday after gunmen shot him. Gunmen shot him at 9 p.m. on Tuesday.",
        [
            ("in critical condition", "2024-06-11", "date-elsewhere"),
            ("shot", "2024-06-11", "date-elsewhere"),
            ("shot", "2024-06-11", ""),
        ],
    ),
    (
        "A man who was shot near the mill died on Thursday. The shooting happened on Monday.",
        [
            ("shot", "2024-06-10", "date-elsewhere"),
            ("died", "2024-06-10", "date-elsewhere"),
            ("shooting", "2024-06-10", ""),
        ],
    ),
    (
        "A farmer died Friday after a shooting. The shooting happened around 10 p.m. on Wednesday.",
        [
            ("died", "2024-06-12", "date-elsewhere"),
            ("shooting", "2024-06-12", "date-elsewhere"),
            ("shooting", "2024-06-12", ""),
        ],
    ),
    # what was found on a day, or told of it as a death, was done before
    (
        "Troops on Thursday recovered the bodies of two farmers. Rebels killed the farmers on Tuesday.",
        [
            ("recovered", "2024-06-11", "date-elsewhere"),
            ("bodies of", "2024-06-11", "date-elsewhere"),
            ("killed", "2024-06-11", ""),
        ],
    ),
    (
        "The mayor on Thursday announced the death of a farmer. Rebels attacked the farmer on Tuesday.",
        [("death of", "2024-06-11", "date-elsewhere"), ("attacked", "2024-06-11", "")],
    ),
    # but a day that closes what is said of somebody before the verb is the deed's
    ("A boy who was shot on Monday is being treated in the town.", [("shot", "2024-06-10", "")]),
    # a relative clause shares the day of its noun
    (
        "Tuesday's bombing that killed one and wounded three was the first in years, the mayor said today.",
        [
            ("bombing", "2024-06-11", ""),
            ("killed", "2024-06-11", ""),
            ("wounded", "2024-06-11", ""),
        ],
    ),
    # an announcement waits too, whichever way round it is told
    (
        "Gunmen shot a trader on Tuesday. The killing was confirmed by the police chief on Thursday.",
        [("shot", "2024-06-11", ""), ("killing", "2024-06-11", "date-elsewhere")],
    ),
    (
        "On Thursday, the police chief confirmed that gunmen had killed a trader. Gunmen attacked him on Tuesday.",
        [("killed", "2024-06-11", "date-elsewhere"), ("attacked", "2024-06-11", "")],
    ),
    # a calendar day on which a court is still to sit is none of the story's, nor last year's
    (
        "The man is due in court on 2 December. Gunmen killed a trader on Monday.",
        [("killed", "2024-06-10", "")],
    ),
    (
        "Gunmen killed a trader. The man is scheduled for trial on Thursday.",
        [("killed", "2024-06-14", "date-publication")],
    ),
    # "a day after" opens with the finding of what was done, too
    (
        "Soldiers were arrested on Thursday, a day after villagers found that a farmer had been killed.",
        [("arrested", "2024-06-13", ""), ("killed", "2024-06-12", "date-elsewhere")],
    ),
    # a saying at the start waits for the day that is told
    (
        "Rebels killed ten soldiers, the army said on Thursday. Rebels attacked the camp on Tuesday evening.",
        [("killed", "2024-06-11", "date-elsewhere"), ("attacked", "2024-06-11", "")],
    ),
    # a day in a sentence without an event belongs to the event that follows
    (
        "The family was at supper on Wednesday evening. Gunmen shot the father.",
        [("shot", "2024-06-12", "date-elsewhere")],
    ),
    # "a day after" opens with another event
    (
        "Rebels burned a truck on Thursday, a day after soldiers attacked them.",
        [("burned", "2024-06-13", ""), ("attacked", "2024-06-12", "date-elsewhere")],
    ),
    # an hour in the evening alone is of the day before
    ("Rebels attacked the camp at 9 p.m.", [("attacked", "2024-06-13", "date-publication")]),
    # a week is refined by a day told within it
    (
        "Rebels attacked soldiers last week. The attack happened on June 6.",
        [("attacked", "2024-06-06", "date-elsewhere"), ("attack", "2024-06-06", "")],
    ),
    # what lies ahead is no day of what was done
    (
        "Rebels attacked soldiers. The general will meet the press on Monday.",
        [("attacked", "2024-06-14", "date-publication")],
    ),
    # vague days are marked
    ("Rebels attacked soldiers last week.", [("attacked", "2024-06-06", "date-imprecise")]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[t[:50] for t, _ in CASES])
def test_days(coders: dict[str, Coder], text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert days(coders, text) == wanted


def test_of_two_days_the_one_that_is_not_the_courts_counts(coders: dict[str, Coder]) -> None:
    text = "Police arrested a man on Friday in connection with a grenade attack at the market on Monday."
    story, found = dating(coders, text)
    attack = next(n for n, f in enumerate(story.frames) if f.trigger == "grenade attack")
    assert found[attack].day == date(2024, 6, 10)


def test_an_old_day_stands_in_a_story_of_an_arrest(coders: dict[str, Coder]) -> None:
    text = "Police arrested a man over a killing. Gunmen killed the trader on 3 January 2024."
    assert ("killed", "2024-01-03", "") in days(coders, text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # nobody is arrested before the deed: the Friday is not the one of publication
        (
            "A suspect in the shooting of a boy was arrested Thursday night, police said. Neighbours were relieved. "
            "The shooting was reported near the station at about 7 p.m. Friday.",
            "2024-06-07",
        ),
        # a day in an aside is that of the paper which the aside is on
        (
            "According to a complaint, filed Thursday, she told police that she shot her husband. The shooting "
            "occurred about 7:30 p.m. Tuesday at their house.",
            "2024-06-11",
        ),
        # what is told of the noun of an act in a relative clause is the act's
        (
            "A man suspected of shooting a trader was arrested Wednesday night. He was taken to court in connection "
            "with the shooting that was reported Sunday night on the coast road.",
            "2024-06-09",
        ),
        # an old but exact day of the deed, behind a day on which police found somebody
        (
            "Police have arrested a man in the killing of two traders. On Sunday, police found him in a motel. The "
            "traders were gunned down at a party on May 26, 2021.",
            "2021-05-26",
        ),
        (
            "The raid on the village was reported on Monday. The army said on Tuesday it was looking into it.",
            "2024-06-10",
        ),
    ],
)
def test_the_day_of_the_deed_is_told_from_those_of_its_aftermath(
    coders: dict[str, Coder], text: str, day: str
) -> None:
    story, found = dating(coders, text)
    deed = next(n for n, f in enumerate(story.frames) if f.actions & {"shoot", "kill", "attack"})
    assert str(found[deed].day) == day


def test_the_evidence_of_a_day_is_its_own_words(coders: dict[str, Coder]) -> None:
    story, found = dating(coders, "Rebels attacked soldiers on Monday. They burned a truck.")
    for dated in found.values():
        assert dated.sentence is story.sentences[0]
        assert dated.sentence.text_of(dated.first, dated.last) == "on Monday"


ACTS = [
    "The two sides signed a peace accord",
    "The rebels declared a ceasefire",
    "The army declared a curfew",
    "Police arrested four activists",
    "Rebels seized the town of Kati",
    "Gunmen killed nine villagers in Kati",
    "Soldiers raped women in Kati",
    "Protesters marched in Kati",
    "Troops shelled Kati",
    "The rebels released forty prisoners",
]
LONG_PAST = [
    "in 2018",
    "since 2019",
    "three years ago",
    "in the 1990s",
    "as early as 2013",
    "from 2012 to 2015",
]


@pytest.mark.parametrize("time", LONG_PAST)
@pytest.mark.parametrize("act", ACTS)
def test_no_act_of_other_years_is_news(coders: dict[str, Coder], act: str, time: str) -> None:
    assert coders["political"].code(article(f"{act} {time}.")).reports == []


SCOPES = [
    ("Rebels will attack soldiers next week.", "future"),
    ("Rebels killed ten soldiers in March 2015, years before the ceasefire.", "background"),
    (
        "Rebels killed ten soldiers on 3 March 2015 near Bria.",
        "",
    ),  # what an old article opens with is its news
    ("The talks went on. In 2015 rebels killed ten soldiers. In 2016 they fled.", "background"),
    ("The worst attack since 2015 hit soldiers on Monday.", ""),
    ("Gangs killed 900 people from January to the end of March, the mission said.", "background"),
    ("Gangs killed three judges from January to the end of March, the mission said.", ""),
]


@pytest.mark.parametrize(("text", "scope"), SCOPES, ids=[t[:40] for t, _ in SCOPES])
def test_history_and_future_leave_scope(coders: dict[str, Coder], text: str, scope: str) -> None:
    story, _ = dating(coders, text)
    frames = [f for f in story.frames if f.actions & {"attack", "kill"}]
    assert frames[0].scope == scope


def test_a_scope_taken_by_time_names_the_words(coders: dict[str, Coder]) -> None:
    story, _ = dating(coders, "The talks went on. In 2015 rebels killed ten soldiers.")
    (frame,) = [f for f in story.frames if "kill" in f.actions]
    assert frame.detail == "In 2015"


def test_the_dateline_gives_a_day_where_the_text_has_none(coders: dict[str, Coder]) -> None:
    text = "BANGUI, June 11 (Example) - Rebels attacked soldiers near Bria."
    story, found = dating(coders, text)
    assert dateline_day(story) == date(2024, 6, 11)
    (dated,) = [found[n] for n, f in enumerate(story.frames) if "attack" in f.actions]
    assert (dated.day, dated.when.rule) == (date(2024, 6, 11), "when.dateline")


def test_no_dateline_no_day(coders: dict[str, Coder]) -> None:
    story, _ = dating(coders, "BANGUI (Example) - Rebels attacked soldiers near Bria.")
    assert dateline_day(story) is None


def test_a_night_is_marked_for_the_days_it_may_mean(coders: dict[str, Coder]) -> None:
    story, found = dating(coders, "Rebels attacked soldiers overnight on Monday.")
    (dated,) = [found[n] for n, f in enumerate(story.frames) if "attack" in f.actions]
    assert dated.when.night


def test_since_when_something_goes_on_is_no_day_of_the_story(coders: dict[str, Coder]) -> None:
    story, found = dating(
        coders,
        "Rebels killed a trader near Bria. Violence has surged since May 7, when rebels attacked the town.",
    )
    days = {f.trigger: found[n].when.date for n, f in enumerate(story.frames)}
    assert days["killed"] == date(2024, 6, 14)


def test_the_latest_of_several_attacks_is_news(coders: dict[str, Coder]) -> None:
    story, found = dating(
        coders,
        "Rebels killed a guard in Obo on Wednesday. On June 3, rebels attacked a base near Bria."
        " In the latest attack, rebels shot dead a judge.",
    )
    days = {f.trigger: found[n].when.date for n, f in enumerate(story.frames)}
    assert days["attacked"] == date(2024, 6, 3)
    assert days["shot dead"] == date(2024, 6, 12)


def test_hours_after_an_act_is_its_day(code: Code) -> None:
    text = "Rebels retook the town of Hobyo in Somalia, hours after it was stormed on Tuesday."
    assert only(code(text)).event_date.isoformat() == "2024-06-11"
    text = "Rebels attacked the town of Hobyo in Somalia, two days after it fell on Tuesday."
    assert only(code(text)).event_date.isoformat() == "2024-06-13"


def test_since_when_a_crowd_has_marched_dates_nothing_else(code: Code) -> None:
    text = (
        "Police arrested dozens of people at a rally in Riga, Latvia, on Monday. Students have been out on the "
        "squares since February 9 when the vote was held. A man was beaten by officers."
    )
    assert {r.event_date.isoformat() for r in code(text).reports} == {"2024-06-10"}


def test_the_dead_of_a_campaign_further_down_are_no_event(coders: dict[str, Coder]) -> None:
    lead = "Rebels killed a guard in Obo on Wednesday. Shops shut. Schools closed. Buses stood still."
    total = "Ninety miners have been killed since the siege of the pits began on Sunday."
    story, _ = dating(coders, f"{lead} Rain fell. {total}")
    assert [f.scope for f in story.frames if f.trigger == "killed"] == ["", "background"]
    story, _ = dating(coders, total)
    assert [f.scope for f in story.frames if f.trigger == "killed"] == [""]


def test_the_parts_of_such_a_count_are_no_events_either(coders: dict[str, Coder]) -> None:
    lead = (
        "Rebels killed a guard in Obo on Wednesday. Shops shut. Schools closed. Buses stood still. Rain fell."
    )
    total = "Ninety miners have been killed since the siege of the pits began on Sunday."
    story, _ = dating(coders, f"{lead} {total} Another nine people were killed in shelling.")
    assert [f.scope for f in story.frames if f.trigger == "killed"] == ["", "background", "background"]
    story, _ = dating(coders, f"{lead} Another nine people were killed in shelling.")
    assert [f.scope for f in story.frames if f.trigger == "killed"] == ["", ""]


def test_last_month_is_a_month_and_no_week_before_the_day_of_the_story(coders: dict[str, Coder]) -> None:
    story, found = dating(
        coders,
        "Rebels fired rockets at a market in Bria on Monday. Last month a man blew himself up in a bank in Bambari."
        " Rebels shot at a clinic.",
    )
    days = {f.trigger: (found[n].when.date, found[n].when.precision) for n, f in enumerate(story.frames)}
    assert days["blew himself up"] == (date(2024, 5, 16), 3)
    assert days["shot at"] == (date(2024, 6, 10), 1)


def test_the_day_of_an_election_is_that_of_no_act(coders: dict[str, Coder]) -> None:
    told = "Rebels burned a bus in Lima because of the 3 June election."
    assert [r.event_date for r in coders["political"].code(article(told)).reports] == [PUBLISHED]
    told = "On 3 June election officials were shot dead in Lima."
    assert [r.event_date.day for r in coders["political"].code(article(told)).reports] == [3]


def test_earlier_this_month_does_not_take_the_day_told_before(coders: dict[str, Coder]) -> None:
    text = "Rebels attacked soldiers in Bria on Wednesday. Earlier this month a car bomb killed nine people there."
    assert {t: d for t, d, _ in days(coders, text)}.get("killed") != "2024-06-12"


def test_the_time_since_which_a_day_is_the_bloodiest_is_not_its_own(coders: dict[str, Coder]) -> None:
    text = (
        "Rebels killed nine men on Monday in the bloodiest attack since the generals took power last month."
    )
    assert days(coders, text)[0] == ("killed", "2024-06-10", "")
    _, found = dating(
        coders, "Rebels killed nine men in the bloodiest attack since generals took power last month."
    )
    assert found[0].when.precision == 1


def test_a_story_is_of_its_opening_and_not_of_an_old_bomb_behind_it(coders: dict[str, Coder]) -> None:
    text = "Police defused a bomb in Bria on Monday. A waitress died there on 23 April when a bomb went off."
    story = read_story(article(text, title="Bomb is defused in Bria"), coders["political"].knowledge)
    found = Dating(story).date_all()
    assert str(found[0].day) == "2024-06-10"
