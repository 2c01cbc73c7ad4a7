"""How is a number of things written in the documents and pages of a release?"""


def many(count: int, thing: str) -> str:
    """Return a number of things: 1 event, 2,000 events."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
