"""Standing: is an event reported, claimed by one side only, or denied by the other (coding-rules 6)?"""

from datetime import date

from newsledger.coder.accounts import Account
from newsledger.coder.frames import Frame
from newsledger.coder.parties import same_party, same_side
from newsledger.coder.spans import Mention
from newsledger.coder.story import Story
from newsledger.coder.who.naming import Actors


def standing(account: Account, story: Story, actors: Actors, country: str) -> tuple[str, str]:
    """Return (claimant, status) of an account in a country: it is claimed if every telling is one side's word."""
    claims = [claimed_by(t.frame, account) for t in account.tellings if t.frame.sentence.kind != "headline"]
    names = [c for c in claims if c is not None]
    if names and len(names) == len(claims):
        status = "disputed" if any(denies(f, account) for f in story.frames) else "claimed"
        return label(names[0], actors, country, account.when.day), status
    return "", "reported"


def claimed_by(frame: Frame, account: Account) -> Mention | None:
    """Return the party to the event whose word a telling is, or None."""
    speaker = frame.speaker
    if speaker is None or not (speaker.country or speaker.entry):
        return None
    sides = [*account.agents, *account.targets, *frame.agents, *frame.targets]
    party = any(same_party(speaker, m) or (m.country and m.country == speaker.country) for m in sides)
    return speaker if party or frame.accused or frame.claimed else None


def label(mention: Mention, actors: Actors, country: str, day: date) -> str:
    """Return the name of a claimant: the government of a country, else the named group, of several with one short form
    that of `country` on `day`."""
    if mention.country:
        return f"Government of {mention.country}"
    group = actors.group(mention.entry, country, day)
    return group.name if group else mention.entry


def denies(frame: Frame, account: Account) -> bool:
    """Say whether a denied statement of the story is about this event: same act, same sides."""
    if frame.scope != "denied":
        return False
    acts = frozenset(a for t in account.tellings for a in t.frame.actions)
    told = bool(frame.agents) and bool(frame.targets) and same_side(frame.targets, account.targets)
    return bool(frame.actions & acts) and told and same_side(frame.agents, account.agents)
