"""Paragraphs: which lines of a text belong together, as one sentence or one block of wire copy?"""

CLOSERS = "\"”’')]"
STOPS = (".", "!", "?", "…", ":", ";")
BROKEN = 4  # words that a line which breaks off has at least; shorter ones are labels and buttons
# words behind which no line of its own ends
OPEN = frozenset(
    "a an the of in at on to by and or with from near into against between for that who which as than after before"
    " during over under outside inside his her their its was were is are has have had been be"
    " through toward towards around about".split()
)
MONTHS = "January February March April May June July August September October November December".split()


def paragraphs(text: str) -> list[tuple[int, int, str, int]]:
    """Return (start, end, text, blank lines before) of each paragraph.

    In wire copy, where every line of the text is cut at one width, the lines of a paragraph are joined; a blank line or
    an indent starts the next. In any other text a line is joined that plainly goes on with the sentence before it.
    """
    found: list[tuple[int, int, str, int]] = []
    lines = text.split("\n")
    wrapped = is_hard_wrapped(lines)
    position = blank = 0
    for line in lines:
        start, end = position, position + len(line.rstrip())
        position += len(line) + 1
        if not line.strip():
            blank += 1
            continue
        lead = len(line) - len(line.lstrip())
        if found and not blank and lead < 2 and (wrapped or goes_on(found[-1][2], line)):
            first = found[-1]
            found[-1] = (first[0], end, text[first[0] : end], first[3])
        else:
            found.append((start + lead, end, line.strip(), blank))
        blank = 0
    return found


def is_hard_wrapped(lines: list[str]) -> bool:
    """Say whether a text was cut at a fixed width of 50 to 100 characters."""
    widths = [len(x.rstrip()) for x in lines if x.strip()]
    return (
        len(widths) > 2
        and 50 <= max(widths) <= 100
        and 2 * sum(w > 0.7 * max(widths) for w in widths) > len(widths)
    )


def goes_on(before: str, line: str) -> bool:
    """Say whether a line goes on with the sentence that the line before it broke off, as in texts cut at any width."""
    words = before.split()
    if len(words) < BROKEN or ends_sentence(before):
        return False
    dated = words[-1].isdigit() and line.startswith(tuple(MONTHS))
    return line[:1].islower() or before.endswith(",") or words[-1].casefold() in OPEN or dated


def ends_sentence(text: str) -> bool:
    """Say whether a line ends as a sentence does."""
    return text.rstrip().rstrip(CLOSERS).endswith(STOPS)
