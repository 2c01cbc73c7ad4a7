"""Scope: what did not happen, is to come, is demanded, denied, remembered, judged, or only spoken of."""

from functools import cache
from pathlib import Path

import pytest
from tests.coder.told import Code

from newsledger.coder import scope
from newsledger.coder.engine import Coder
from newsledger.coder.examples import example_article
from newsledger.coder.frames import Frame
from newsledger.coder.lexicon import lexicon_files, read_yaml
from newsledger.contract.load import load_contract


@cache
def coder() -> Coder:
    return Coder.load()


def frame_of(text: str, trigger: str) -> Frame:
    """Return the frame of a sentence whose trigger reads as given."""
    frames = coder().read(example_article(text)).story.frames
    found = [f for f in frames if f.trigger == trigger]
    assert found, f"no trigger {trigger!r} among {[f.trigger for f in frames]}"
    return found[0]


# sentence, trigger, why it is no event
SCOPED = [
    # negation
    ("The rebels did not attack the convoy near Bria on Monday.", "attack", "negated"),
    ("No clashes were reported in Juba on Tuesday.", "clashes were reported", "negated"),
    ("Officers refrained from shooting anyone in Lima on Sunday.", "shooting", "negated"),
    ("The mayor of Cali escaped abduction on Friday.", "abduction", "negated"),
    ("Police refused to disperse the strikers in Accra on Monday.", "disperse", "negated"),
    # denial
    ("The army denied shelling the hospital in Taiz on Monday.", "shelling", "denied"),
    ("The militia rejected reports of an attack on the market in Goma.", "attack", "denied"),
    ("The front disowned the kidnapping of the engineer in Tezpur.", "kidnapping", "denied"),
    # future and intention
    ("Troops will storm the camp near Jenin on Sunday.", "storm", "future"),
    ("The guerrillas planned to bomb the bridge near Arauca.", "bomb", "future"),
    ("Unions vowed to march in Tunis on Saturday.", "march", "future"),
    ("The group was conspiring to kill the governor in Basilan.", "kill", "future"),
    ("The militants threatened to attack hotels in Lamu.", "attack", "future"),
    # conditions, fears, risks
    ("The army acts if rebels attack the port of Hodeidah.", "attack", "hypothetical"),
    ("Aid groups warned of a massacre in El Fasher on Monday.", "massacre", "hypothetical"),
    ("Residents of Khost fear the threat of suicide attacks.", "suicide attacks", "hypothetical"),
    # attempts that count as nothing
    ("The rebels tried to seize the town of Bria on Monday.", "seize", "attempt"),
    ("Officers tried to arrest the bishop in Managua on Sunday.", "arrest", "attempt"),
    # demands
    ("The envoy called for an end to the shelling of Taiz.", "shelling", "demand"),
    ("The minister urged an immediate ceasefire in Gaza.", "ceasefire", "demand"),
    ("Leaders appealed for a truce in Port-au-Prince on Monday.", "truce", "demand"),
    # what a group owns up to, and what only dates the rest of a sentence
    ("The rebels own up to a bombing in Gitega that killed two clerks.", "bombing", "topic-only"),
    ("The front has claimed Tuesday's ambush near Kindu.", "ambush", "topic-only"),
    (
        "Survivors gathered at a wall in Lima on Monday to remember the victims.",
        "gathered",
        "commemoration",
    ),
    ("On 4 May 1921 troops seized Bria, says the inscription on its gate.", "seized", "background"),
    ("Guards were sent to the shrine in Taiz, days after an attack on it.", "attack", "background"),
    ("After the rebels had pulled out of Bria, soldiers burned two shops.", "pulled out of", "background"),
    (
        "Widows met in Lima on Monday to remember the night when soldiers shot their sons.",
        "shot",
        "commemoration",
    ),
    (
        "A day after police dispersed a rally in Jinja, gunmen shot a lawyer.",
        "dispersed a rally",
        "background",
    ),
    # topics
    ("The council condemned the bombing of a school in Kabul.", "bombing", "topic-only"),
    ("The envoys discussed the clashes near Goris on Monday.", "clashes", "topic-only"),
    ("He spoke about the massacre in Parliament on Tuesday.", "massacre", "topic-only"),
    ("Detectives opened an investigation into the killing of a priest in Jos.", "killing", "topic-only"),
    # nouns under a host
    ("Police identified the mastermind of the attack in Peshawar.", "attack", "topic-only"),
    ("Ten men were questioned in connection with the bombing in Imphal.", "bombing", "topic-only"),
    ("The group claimed responsibility for the raid on Lamu.", "raid", "topic-only"),
    ("The colonel was wanted for the massacre in Rabinal.", "massacre", "topic-only"),
    ("The officer acknowledged his role in the abduction of a nun in Cebu.", "abduction", "topic-only"),
    ("The number of suicide attacks in Kandahar fell, he said.", "suicide attacks", "topic-only"),
    # compounds
    ("The bombing case was opened again in Hyderabad on Monday.", "bombing", "topic-only"),
    (
        "Survivors of the attack plan their return to Bama; the attack victims were given tents.",
        "attack",
        "topic-only",
    ),
    # what a protest is about
    ("Thousands marched in Nairobi on Tuesday against the killing of a student.", "killing", "topic-only"),
    ("Women rallied in Mexico City to denounce the abduction of a teacher.", "abduction", "topic-only"),
    ("Monks marched in Lhasa on Monday over the shooting of a herder.", "shooting", "topic-only"),
    # what a step follows
    (
        "The two armies agreed a ceasefire on Monday after days of shelling near Kirkuk.",
        "shelling",
        "background",
    ),
    ("The governor imposed a curfew in Jos on Friday following clashes.", "clashes", "background"),
    ("A day after the rebels raided Bria, the army retook Bambari.", "raided", "background"),
    # remembrance
    ("The anniversary of the massacre was kept in Srebrenica on Monday.", "massacre", "commemoration"),
    ("The village commemorated the bombing of 1945 on Sunday.", "bombing", "commemoration"),
    # courts
    ("A court in Arusha sentenced the mayor who killed two villagers.", "killed", "trial"),
    ("Prosecutors said the officer shot the trader in Lagos.", "shot", "trial"),
    ("The general was indicted: soldiers abducted priests in Quezon.", "abducted", "trial"),
    # history
    ("Decades of fighting have left the hills around Goma empty.", "fighting", "background"),
    ("Gunmen often attack lorries on the road to Marsabit.", "attack", "background"),
    ("Over the years rebels have killed many officials in Bastar.", "killed", "background"),
    # attributes
    ("The jailed poet wrote a new book in Tehran.", "jailed", "background"),
    ("Troops found the kidnapped girls near Chibok on Monday.", "kidnapped", "background"),
    # things found or made harmless
    ("Police seized a suicide bomb in Kirkuk on Monday.", "suicide bomb", "topic-only"),
    # other senses of a sentence
    ("An explosion at a fireworks factory in Sivakasi killed five workers.", "explosion", "out-of-scope"),
    ("The earthquake killed forty people in Herat on Monday.", "killed", "out-of-scope"),
    ("The midfielder shot from thirty metres in Turin on Sunday.", "shot", "figure-of-speech"),
]

# sentence, trigger: a cue stands near, and it happened all the same
REAL = [
    ("Rebels attacked a convoy near Bria on Monday.", "attacked"),
    ("The rebels did not surrender and attacked the convoy near Bria on Monday.", "attacked"),
    ("Police said they would investigate after gunmen killed a trader in Jos on Monday.", "killed"),
    ("Gunmen who killed a trader in Jos on Monday wanted to rob him.", "killed"),
    ("Assailants tried to kill the mayor of Reynosa on Monday.", "kill"),
    (
        "Hundreds demonstrated outside the court in Tunis on Monday where an activist was on trial.",
        "demonstrated",
    ),
    ("Hundreds marched in Srebrenica on Monday to mark the anniversary of the massacre.", "marched"),
    ("Police shot two marchers in Kisumu on Tuesday during a protest against police violence.", "shot"),
    ("Protesters rallied against the levy in Dakar on Monday and police fired tear gas.", "fired tear gas"),
    ("A warplane bombed a football ground in Idlib on Sunday.", "bombed"),
    ("Fans of the home team clashed with police at a football match in Split on Sunday.", "clashed"),
    ("A bomb went off at a cholera clinic in Aden on Monday.", "bomb went off"),
    ("The army retook Kidal on Monday after rebels withdrew.", "withdrew"),
    ("Ten people were wounded in clashes in Wajir on Monday.", "clashes"),
    ("The governor condemned the ambush, and soldiers killed two rebels near Bria on Tuesday.", "killed"),
    ("A roadside bomb exploded near Gao on Monday and a lorry was destroyed.", "exploded"),
    ("Villagers in Beni said that fighters abducted a nurse on Sunday.", "abducted"),
    ("A bomb in a paint can went off in Bria on Monday.", "went off"),
    ("Nurses gathered in Lima on Monday in memory of colleagues and to demand masks.", "gathered"),
    ("Gunmen near Bria ordered the passengers off a bus and shot three of them on Monday.", "shot"),
    (
        "Two days after a march in Leon, a party said that its treasurer was abducted by armed men.",
        "abducted",
    ),
    (
        "Raiders stormed a hamlet near Gusau on Monday, shooting farmers and stealing cows, the police said.",
        "shooting",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "reason"), SCOPED, ids=[t for t, _, _ in SCOPED])
def test_action_out_of_scope(text: str, trigger: str, reason: str) -> None:
    assert frame_of(text, trigger).scope == reason


@pytest.mark.parametrize(("text", "trigger"), REAL, ids=[t for t, _ in REAL])
def test_action_that_happened_stays_in_scope(text: str, trigger: str) -> None:
    assert frame_of(text, trigger).scope == ""


def test_reason_comes_with_the_words_that_gave_it() -> None:
    frame = frame_of("The council condemned the bombing of a school in Kabul.", "bombing")
    assert frame.detail == "condemned"


def test_what_is_told_of_a_topic_is_topic_as_well() -> None:
    text = "The minister condemned the bombing that killed ten people in Quetta."
    assert frame_of(text, "killed").scope == "topic-only"
    text = "The minister condemned the bombing, and militants killed ten people in Quetta on Monday."
    assert frame_of(text, "killed").scope == ""


def test_a_cue_ends_at_a_new_statement() -> None:
    text = "No shots were fired in Bria on Monday, but rebels abducted a trader."
    assert frame_of(text, "abducted").scope == ""


def test_every_reason_is_a_term_of_the_contract() -> None:
    terms = {t.value for t in load_contract().terms["uncoded-reason"]}
    assert set(scope.REASONS.values()) | set(scope.SENTENCE_REASONS.values()) <= terms


def test_every_cue_is_read_and_says_how_far_it_reaches() -> None:
    known = set(scope.REASONS) | set(scope.SENTENCE_REASONS)
    source = "".join(path.read_text("utf-8") for path in sorted(Path(scope.__file__).parent.glob("*.py")))
    for path in lexicon_files():
        document = read_yaml(path)
        if path.parent.name != "scope":
            continue
        for record in document["entries"]:
            tags = set(record["tags"])
            if not tags & {"right", "left", "sentence"}:  # read by its name or tag, wherever it stands
                assert any(f'"{name}"' in source for name in (record["id"], *tags)), record["id"]
                continue
            assert record["id"] in known, record["id"]
            sides = tags & {"right", "left", "sentence"}
            reach = tags & {"near", "clause", "next", "sentence"}
            assert sides, record["id"]
            assert len(reach) == 1, record["id"]


def test_what_is_done_for_an_anniversary_is_told(code: Code) -> None:
    by = "The rebels marked the anniversary of the coup on Monday by blowing up a bridge near Pailin."
    for text in (
        by,
        "Rebels blew up a bridge near Pailin on Monday to mark the anniversary of the coup.",
        "On the eve of the anniversary of the coup, bombs exploded in Pailin on Monday.",
    ):
        assert [r.event_type for r in code(text).reports] == ["Explosions/Remote violence"], text
    recalled = "Families on Monday marked the anniversary of the bombing that killed nine people in Pailin."
    assert code(recalled).reports == []


def test_an_ultimatum_is_no_deed(code: Code) -> None:
    assert not code("A general of Chad gave his men an ultimatum to recover Mao on Sunday.").reports
