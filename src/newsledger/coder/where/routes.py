"""Which names only say what road it is? "On the A-B road near C" tells of C; alone, the road is where it was."""

from newsledger.coder.where.cues import STRONG, Cues
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.words import Words

ALONG = 2  # tokens before the name of a road
JOINING = frozenset({"—", "/", "to", "and"})


def demote_routes(words: Words, found: list[PlaceMention], cues: Cues) -> None:
    """Let the towns that name a road stand back where the sentence says of another place that it was there; else the
    event was near one of them."""
    if cues.route.isdisjoint(words.norm):
        return
    for mention in found:
        end = _route_end(words, mention.last, cues)
        if end and "along" in words.norm[max(mention.first - ALONG, 0) : mention.first]:
            mention.cue, mention.weak = "near", False  # "along the A-B highway"
        if mention.cue not in STRONG or not end:
            continue
        inside = [m for m in found if mention.first <= m.first < end]
        other = any(m.cue in STRONG and m not in inside and not m.is_country for m in found)
        for m in inside:
            m.cue = "of" if other else "near"


def _route_end(words: Words, last: int, cues: Cues) -> int:
    """Return the token of the noun for a road that other names lead to from token `last` on, or 0."""
    at = last
    while at < len(words) and (words.text[at][0].isupper() or words.norm[at] in JOINING):
        if words.norm[at] in cues.route:
            break
        at += 1
    return at if last < at < len(words) and words.norm[at] in cues.route else 0
