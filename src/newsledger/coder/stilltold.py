"""Still told: acts that a text tells though words of the past, of a film or of old things stand before them."""

from newsledger.coder.frames import Frame
from newsledger.coder.spans import Span

FILMS = frozenset("video videos footage pictures photos photographs images film clip clips".split())
SHOWS = frozenset("show shows showed shown showing captured depicts depicted".split())
MAYBE = frozenset({"possible", "suspected", "apparent", "likely", "probable"})
WHEREIN = (["in", "a"], ["in", "an"], ["by", "a"], ["by", "an"])
COMES = frozenset({"comes", "came"})


def is_still_told(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether an act is told for one of the reasons of this module."""
    if norm[cue.last - 1] in MAYBE and norm[cue.first - 2 : cue.first] in WHEREIN:
        return True  # "were killed in a possible drone strike": only by whom and how is not sure
    return after_doing(norm, cue, frame) or opens_text(norm, cue, frame) or is_shown(norm, cue, frame)


def is_shown(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether a film tells what it shows and not only what it is of ("video of the arson showed youths storming a
    dairy")."""
    film = not FILMS.isdisjoint(norm[cue.first : cue.last])
    return film and not SHOWS.isdisjoint(norm[cue.last : frame.first]) and bool(frame.agents or frame.targets)


def after_doing(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether a past tense is joined to the main verb and not to what somebody had done before it ("cornered them
    after beating a student and opened fire")."""
    behind = norm[cue.last : cue.last + 1]
    doing = norm[cue.first : cue.last] in (["after"], ["following"]) and behind and behind[0].endswith("ing")
    told = frame.voice == "active" and frame.form in {"past", "ed"} and norm[frame.first - 1] == "and"
    return bool(doing) and told and behind != ["being"]


def opens_text(norm: list[str], cue: Span, frame: Frame) -> bool:
    """Say whether an act that something else came days after is the first that a text tells ("This comes a day after
    soldiers killed two rebels")."""
    later = norm[cue.first] in COMES and norm[cue.last - 1] == "after" and cue.last - cue.first > 2
    return later and frame.sentence.index == 0
