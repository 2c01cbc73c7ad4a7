"""The engine: one article in, its reports with evidence and all that was not coded out."""

from dataclasses import dataclass
from functools import cached_property

from newsledger.coder import (
    again,
    anaphora,
    borne,
    disclosed,
    everyday,
    namesakes,
    pronouns,
    referred,
    responsibility,
    shootings,
    unread,
    unspecific,
)
from newsledger.coder.accounts import Account, Telling
from newsledger.coder.belonging import without_parts
from newsledger.coder.casualty import RETOLD, Attribution
from newsledger.coder.dated import Dating
from newsledger.coder.event_types import STRATEGIC
from newsledger.coder.folding import fold_deaths, fold_results
from newsledger.coder.joining import gather
from newsledger.coder.knowledge import Knowledge
from newsledger.coder.onerow import one_row
from newsledger.coder.reading import Reading
from newsledger.coder.retold import fold_retold
from newsledger.coder.salience import by_salience
from newsledger.coder.samedead import without_same_dead
from newsledger.coder.story import is_english, read_story
from newsledger.coder.summed import without_sums
from newsledger.coder.telling import by_weight, tell
from newsledger.coder.whereabouts import Whereabouts
from newsledger.coder.writing import uncoded, write
from newsledger.contract.records import Article, Coded, Uncoded

SCOPES = ("political", "all-violence")


@dataclass(frozen=True)
class Coder:
    """Codes articles. One instance may code any number; nothing of an article stays in it.

    `scope` is `political` (the default: plain crime is left out) or `all-violence`; `countries` are those that the
    dataset covers, as evidence for places (coding-rules 1).
    """

    knowledge: Knowledge
    scope: str = "political"
    countries: tuple[str, ...] = ()

    @classmethod
    def load(cls, scope: str = "political", countries: tuple[str, ...] = ()) -> "Coder":
        """Load lexicon, rules, actors and gazetteer; raises `ContentInvalid` if any of them is malformed."""
        if scope not in SCOPES:
            raise ValueError(f"scope is {scope!r}; expected one of {', '.join(SCOPES)}")
        return cls(Knowledge.load(), scope, countries)

    def code(self, article: Article) -> Coded:
        """Return the reports of an article, the main event first, their evidence, and what was not coded and why."""
        coded = Coded(article)
        if not is_english(article):
            coded.uncoded.append(
                Uncoded(article.id, "record", -1, -1, "article", "language", article.language)
            )
            return coded
        reading = self.read(article)
        for number, account in enumerate(reading.accounts, 1):
            write(reading, account, number, coded)
        coded.uncoded.extend(uncoded(reading))
        coded.uncoded.sort(key=lambda u: (u.part, u.start, u.trigger))
        return coded

    def read(self, article: Article) -> Reading:
        """Read an article up to its accounts, ordered by salience."""
        reading, dating = self.understand(article)
        tellings = self.tell_all(reading, dating)
        reading.accounts = accounts_of(tellings, reading)
        responsibility.attribute(reading.accounts, reading.story)
        Attribution(reading.story, self.scope == "all-violence").give(reading.accounts)
        reading.accounts = one_row(without_same_dead(without_sums(reading.accounts)), reading)
        return reading

    def understand(self, article: Article) -> tuple[Reading, Dating]:
        """Return the story of an article, with who is meant, when and where, before any rule is asked."""
        story = read_story(article, self.knowledge)
        anaphora.resolve(story)
        borne.resolve(story)
        pronouns.resolve(story, self.knowledge.actors.catalogue.groups)
        again.take_over(story.frames)
        everyday.weed(story)
        disclosed.set_aside(story)
        dating = Dating(story)
        dated = dating.date_all()
        where = Whereabouts(story, self.knowledge, self.countries)
        namesakes.tell_apart(story, self.knowledge.actors, where.country)
        namesakes.bring_home(story, self.knowledge.actors)
        namesakes.settle_powers(story, dated, self.knowledge.actors, where.country)
        return Reading(story, where, self.scope, dated=dated), dating

    def tell_all(self, reading: Reading, dating: Dating) -> list[Telling]:
        """Return the tellings of a story, also of acts that it seemed only to disclose, to refer to or to retell."""
        story, dated = reading.story, reading.dated
        tellings = tell(reading)
        if self.scope == "political":
            if disclosed.reopen(story, tellings):
                dated.update(disclosed.days(story, dated, dating.whole.default()))
                tellings = tell(reading)
            if not tellings and unread.lend(story):
                tellings = tell(reading)
            alone = all(t.decision.rule.event_type == STRATEGIC for t in tellings)
            named = referred.reopen(story, dating.times, dated, dating.whole.default() if alone else None)
            reading.named = frozenset(map(id, named))
            return tell(reading) if named else tellings
        if not tellings:
            for frame in story.frames:
                frame.scope = "" if frame.scope in RETOLD or shootings.is_update(frame) else frame.scope
            tellings = tell(reading)
        if not tellings and (shot := shootings.lend(story)):
            reading.shot = shot
            tellings = tell(reading)
        return tellings

    @cached_property
    def gazetteer_version(self) -> str:
        """The version of the gazetteer in use."""
        return self.knowledge.gazetteer.version()


def accounts_of(tellings: list[Telling], reading: Reading) -> list[Account]:
    """Return the accounts that tellings of one story make, the main event first, acts that it only refers to last."""
    if reading.scope == "political":
        tellings = unspecific.without_states(tellings, reading.story)
    accounts = gather(by_weight(tellings))
    if reading.scope == "political":
        accounts = unspecific.weed(fold_retold(accounts), reading.story)
    else:
        accounts = fold_results(accounts)
    accounts = by_salience(without_parts(fold_deaths(accounts)), reading.story, reading.scope)
    return sorted(accounts, key=lambda a: all(id(t.frame) in reading.named for t in a.tellings))
