"""Joining: the tellings of a story that tell one event, put together into accounts (coding-rules 1)."""

from newsledger.coder.accounts import OWN, Account, Telling
from newsledger.coder.event_types import CHANGE, REGAINED, TRANSFER
from newsledger.coder.parties import anybody, same_party, unlike
from newsledger.coder.same_event import fits, same_day
from newsledger.coder.same_place import extends, is_around, refines
from newsledger.coder.spans import PRIVATE, Mention
from newsledger.coder.takenup import NEIGHBOURS

MOVES = frozenset({"withdraw", "move-forces", "send", "armed-move", "leave-it"})
GROUND = frozenset(
    {
        TRANSFER,
        "Headquarters or base established",
        REGAINED,
        "Non-state actor overtakes territory",
    }
)


def gather(tellings: list[Telling]) -> list[Account]:
    """Return the accounts of a story: each telling joins an account that it fits, else opens its own."""
    accounts: list[Account] = []
    for telling in tellings:
        home = home_of(accounts, telling)
        if home is None:
            accounts.append(opened(telling))
        else:
            join(home, telling)
    accounts = without_moves(fold_placeless(accounts))
    for account in accounts:
        orient(account)
    return accounts


def home_of(accounts: list[Account], telling: Telling) -> Account | None:
    """Return the account that a telling joins: the first that fits where it names its place, else the last told of."""
    homes = (a for a in accounts if fits(a, telling))
    if telling.exact:
        return next(homes, None)
    return min(homes, key=lambda a: since(a, telling), default=None)


def since(account: Account, telling: Telling) -> tuple[int, int]:
    """Return how many sentences ago an account was last told of, and how many tokens ago within the same sentence;
    what names no place goes on with the last told."""
    frame = telling.frame
    at = frame.sentence.index
    told = [t.frame for t in account.tellings if t.frame.sentence.kind != "headline"]
    here = [frame.first - f.first for f in told if f.sentence is frame.sentence and f.first < frame.first]
    ago = min((at - f.sentence.index for f in told if f.sentence.index <= at), default=at + 1)
    return ago, min(here, default=len(frame.sentence.words)) if account.family == "violence" else 0


def without_moves(accounts: list[Account]) -> list[Account]:
    """Leave out moves of forces that are only how ground changed hands: "withdrew, and the army took control".

    Ground that was handed over may be told in the sentence behind; it is where the forces left.
    """
    kept: list[Account] = []
    for account in accounts:
        home = gained_by(account, accounts) if account.decision.sub_event_type == CHANGE else None
        if home is None:
            kept.append(account)
        elif not home.places:
            home.places = list(account.places)
    return kept


def gained_by(account: Account, accounts: list[Account]) -> Account | None:
    """Return the account of the ground that changed hands by the moves of another, or None."""
    if not all(t.frame.actions & MOVES for t in account.tellings):
        return None
    for other in accounts:
        kind = other.decision.sub_event_type
        if kind not in GROUND or other.when.day != account.when.day:
            continue
        told = [t.frame.sentence.index for t in other.tellings]
        reach = 1 if kind == TRANSFER else 0
        if all(any(0 <= at - t.frame.sentence.index <= reach for at in told) for t in account.tellings):
            return other
    return None


def orient(account: Account) -> None:
    """Let the side be the agents of an account that acts where its type is decided, else in most tellings."""
    decided = [
        t for t in account.tellings if t.decision is account.decision and "symmetric" not in t.frame.tags
    ]
    for tellings in (decided, account.tellings):
        votes = [0, 0]
        for frame in (t.frame for t in tellings if "symmetric" not in t.frame.tags):
            votes[0] += surely(account.agents, frame.agents) + surely(account.targets, frame.targets)
            votes[1] += surely(account.targets, frame.agents) + surely(account.agents, frame.targets)
        if votes[0] != votes[1]:
            break
    if votes[1] > votes[0]:
        account.agents, account.targets = account.targets, account.agents


def fold_placeless(accounts: list[Account]) -> list[Account]:
    """Put an account without any place of its own into the nearest one of its kind, day and actor that has one."""
    kept = [a for a in accounts if a.places]
    for account in accounts:
        if account.places:
            continue
        at = account.tellings[0].frame.sentence.index
        near = [
            (min(abs(t.frame.sentence.index - at) for t in a.tellings), n)
            for n, a in enumerate(kept)
            if a.family == account.family and same_day(a.when, account.when) and alike(a, account)
        ]
        if near and min(near)[0] <= NEIGHBOURS:
            for telling in account.tellings:
                join(kept[min(near)[1]], telling)
        else:
            kept.append(account)
    return kept


def alike(one: Account, two: Account) -> bool:
    """Say whether the actors of two accounts agree."""
    return not unlike(one.agents, two.agents) or (
        not unlike(one.agents, two.targets) and not unlike(one.targets, two.agents)
    )


def opened(telling: Telling) -> Account:
    """Return a new account of one telling."""
    frame = telling.frame
    places = telling.exact or telling.places
    return Account([telling], list(places), list(frame.agents), list(frame.targets), [], telling.dated)


def join(account: Account, telling: Telling) -> None:
    """Add a telling to an account: exact places replace vague ones, named actors replace unnamed ones."""
    was_open = account.open
    headed = all(t.frame.sentence.kind == "headline" for t in account.tellings)
    account.tellings.append(telling)
    frame = telling.frame
    exact = [p for p in telling.exact if p.resolved.geo_precision < 3]
    own = [p for p in account.places if p.rule in OWN]
    inside = bool(exact and own) and refines(exact, own)
    if exact and (was_open or inside or (headed and account.places and is_around(exact, account.places))):
        account.places = exact
    elif telling.exact and not own:
        account.places = list(telling.exact)
    elif frame.sentence.kind == "headline" and exact and account.places and is_around(exact, account.places):
        pass  # the text has told the place in the unit that the headline names
    elif exact and extends(account, telling):
        known = {p.resolved.location for p in account.places}
        account.places += [p for p in exact if p.resolved.location not in known]
    elif not account.places:
        account.places = list(telling.places)
    swap = (surely(account.agents, frame.targets) or surely(account.targets, frame.agents)) and not (
        surely(account.agents, frame.agents) or surely(account.targets, frame.targets)
    )
    agents, targets = (frame.targets, frame.agents) if swap else (frame.agents, frame.targets)
    account.agents = better(account.agents, agents)
    account.targets = better(account.targets, targets)
    assert account.dated is not None
    named = (account.dated.mark and not telling.dated.mark) or (
        account.dated.guess and not telling.dated.guess
    )
    told_apart = telling.dated.when.after_midnight and not account.dated.when.after_midnight
    if named or (told_apart and (account.dated.when.night or account.dated.day == telling.dated.day)):
        account.dated = telling.dated


def surely(one: list[Mention], two: list[Mention]) -> bool:
    """Say whether two sides agree in more than that one of them may be anybody ("ten people")."""
    return any(same_party(a, b) for a in one for b in two if not (anybody(a) or anybody(b)))


def better(known: list[Mention], new: list[Mention]) -> list[Mention]:
    """Return the more telling of two lists of actors: named over unnamed, people over posts, then the first."""
    posts = all("site" in m.tags for m in known)
    unnamed = all(m.kind in {"armed", "gang"} and not m.entry for m in known)
    if unnamed and any(m.kind == "group" and m.entry for m in new):
        return list(new)  # "a Sudanese militia … the Janjaweed"
    if not known or (posts and any("person" in m.tags and not passes_by(m, known[0]) for m in new)):
        return list(new)
    if new and not any(m.country or m.entry for m in known) and any(m.country or m.entry for m in new):
        return (
            known
            if any(m.kind in {"military", "police"} for m in known) and unlike(known, new)
            else list(new)
        )
    return known


def passes_by(mention: Mention, post: Mention) -> bool:
    """Say whether people are civilians beside a post of police or soldiers, who were its target."""
    return mention.kind in PRIVATE and post.kind not in PRIVATE
