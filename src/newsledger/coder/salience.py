"""Salience: which event of a story is its main one (the order of an article's reports)."""

from newsledger.coder.accounts import Account
from newsledger.coder.event_types import STRATEGIC
from newsledger.coder.story import Story

LEAD = 2  # sentences
RETURNS = frozenset({"return", "returned", "returning", "returns", "back", "home"})


def by_salience(accounts: list[Account], story: Story, scope: str = "political") -> list[Account]:
    """Return the accounts of a story, the main event first.

    The lead comes first; an event of the story's latest days before an older one; one that a headline names before one
    that only the text does; then the order of the text. Under the scope `all-violence`, violence comes before all else.
    """
    if not accounts:
        return []
    latest = max(a.when.day for a in accounts)

    def weight(account: Account) -> tuple[bool, bool, bool, int, int]:
        first = min(
            (t.frame.sentence.index for t in account.tellings if t.frame.sentence.kind != "headline"),
            default=len(story.sentences),
        )
        lead = first <= LEAD
        old = (latest - account.when.day).days > 7 or account.when.when.precision == 3
        headline = any(t.frame.sentence.kind == "headline" for t in account.tellings)
        strategic = account.decision.rule.event_type == STRATEGIC and not tells_of_return(account)
        return (
            scope == "all-violence" and account.family != "violence",
            old and not lead,
            not headline and not lead,
            first + (1 if strategic else 0),
            account.tellings[0].frame.first,
        )

    return sorted(accounts, key=weight)


def tells_of_return(account: Account) -> bool:
    """Say whether an account tells that people came home, which is the news even after a fight ("residents return …
    after rebels took the town")."""
    return any(
        "displace-return" in t.frame.actions
        and RETURNS & set(t.frame.sentence.words.norm[t.frame.first : t.frame.last])
        for t in account.tellings
    )
