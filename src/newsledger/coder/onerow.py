"""One row: one pair, one place and one day make one row, whatever the mix of types (coding-rules 1, 2)."""

from datetime import date

from newsledger.coder.accounts import Account
from newsledger.coder.event_types import STRATEGIC
from newsledger.coder.joining import join
from newsledger.coder.reading import Reading
from newsledger.coder.reports import active_days
from newsledger.coder.writing import pair_at

Key = tuple[tuple[str, str], tuple[str, float, float], date]  # the pair, the place and the day of a row


def one_row(accounts: list[Account], reading: Reading) -> list[Account]:
    """Return the accounts, those joined whose rows would have the same pair, place and day.

    Strategic developments join no others, and two accounts that each count dead of their own are told apart by the
    story.
    """
    kept: list[Account] = []
    keys: list[Key | None] = []
    for account in accounts:
        key = key_of(account, reading)
        home = next((a for a, k in zip(kept, keys, strict=True) if k == key and may_join(a, account)), None)
        if key is None or home is None:
            kept.append(account)
            keys.append(key)
            continue
        for telling in account.tellings:
            join(home, telling)
        home.tolls = home.tolls or account.tolls
    return kept


def key_of(account: Account, reading: Reading) -> Key | None:
    """Return the key of the one row of an account, None where it has several or no place."""
    days = list(active_days(account))
    if len(account.places) != 1 or len(days) != 1 or account.decision.rule.event_type == STRATEGIC:
        return None
    place = account.places[0].resolved
    one, two = pair_at(reading, account, account.places[0], days[0])
    return (one.name, two.name), (place.location, place.latitude, place.longitude), days[0]


def may_join(one: Account, two: Account) -> bool:
    """Say whether two accounts are of one family, and at most one of them counts people who were hit."""
    return one.family == two.family and not (one.tolls and two.tolls)
