"""The page: which lines of an article's text are the article, and which are furniture, captions or other headlines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from newsledger import content
from newsledger.coder.dateline import ALONE, Dateline, find_dateline
from newsledger.coder.glued import Glue
from newsledger.coder.lexicon import read_yaml
from newsledger.coder.paragraphs import ends_sentence, paragraphs
from newsledger.coder.repeated import behind_title

LONG_TAIL = 3  # so many stop-less lines in a row at the end of a page are a list of other headlines
CUT_SHORT = 2  # so many lines in a row that break off are teasers of other stories
HEAD = 6  # lines before the story's own first line
BREAKS = {ord("\n"): " ", ord("\r"): " "}  # inside a paragraph that was cut into lines
NAMED = 6  # names in a story that leave no doubt of whom it tells
SHORT_NAME = 3  # letters of a word that tells nothing of whom a line is about
WORDY = 25  # a stop-less line of more words is a sentence whose stop was lost


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text: character offsets, and what it is.

    `kind` is body, headline (the article's own title), subhead, caption, boilerplate or headline-list.
    """

    start: int
    end: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of an article, and its dateline if it has one."""

    lines: tuple[Line, ...]
    dateline: Dateline | None


def bare(text: str) -> str:
    """Return a line in lower case without punctuation and spaces at either end, for comparison."""
    return text.casefold().strip(" \t*•·-–—|>#\"'“”‘’.,:;!?…")


class PageReader:
    """Knows the furniture of pages; `read` sorts the lines of one text."""

    def __init__(self, furniture: Mapping[str, Any]) -> None:
        self.boilerplate_starts = tuple(furniture["boilerplate"]["starts"])
        self.boilerplate_contains = tuple(furniture["boilerplate"]["contains"])
        self.ends = tuple(furniture["ends-article"]["starts"])
        self.caption_starts = tuple(furniture["caption"]["starts"])
        self.caption_contains = tuple(furniture["caption"]["contains"])
        self.byline_words = frozenset(furniture["byline"]["words"])
        self.agencies = frozenset(furniture["agencies"])
        self.abbreviations = frozenset(furniture["abbreviations"])
        self.glue = Glue(self.agencies, self.ends)

    @classmethod
    def load(cls) -> "PageReader":
        """Read coder/lexicon/page/furniture.yaml."""
        return cls(read_yaml(content.coder_folder() / "lexicon" / "page" / "furniture.yaml"))

    def read(self, text: str, title: str = "") -> Page:
        """Return the lines of `text` with their kinds; blank lines are left out.

        Hard-wrapped paragraphs (wire copy) are joined.
        """
        raw = paragraphs(text)
        kinds = [self.kind_of(line, i, raw, title) for i, line in enumerate(raw)]
        self.close_article(raw, kinds)
        mark_cut_short(raw, kinds)
        mark_tail(raw, kinds)
        mark_repeats(raw, kinds)
        lines = tuple(
            Line(s + a, s + b, part, whole[a:b])
            for (s, e, _, _), k in zip(raw, kinds, strict=True)
            for whole in (text[s:e].translate(BREAKS),)
            for a, b, part in (self.glue.parts(whole) if k == "body" else [(0, e - s, k)])
        )
        first = next((x for x in lines if x.kind == "body"), None)
        if first is None:
            return Page(lines, None)
        title = title or next((x.text for x in lines if x.kind == "headline"), "")
        head = behind_title(first.text, first.start, title, self.agencies)
        return Page(lines, head or find_dateline(first.text, first.start, self.agencies))

    def kind_of(self, line: tuple[int, int, str, int], index: int, raw: list[Any], title: str) -> str:
        """Return the kind of one line from its own looks."""
        text = line[2]
        plain = bare(text)
        words = plain.split()
        if not words or not any(c.isalnum() for c in plain):
            return "boilerplate"
        if title and plain == bare(title):
            return "headline"
        if index <= HEAD and ALONE.fullmatch(plain):
            return "body"  # a dateline in a line of its own
        ends, low = ends_sentence(text), text.casefold()
        if not ends and any(c in low for c in self.caption_contains):
            return "caption"
        if starts_with(plain, self.caption_starts) and (":" in text[:20] or "(" in text):
            return "caption"
        if starts_with(plain, self.boilerplate_starts) and (len(words) < 12 or not ends):
            return "boilerplate"
        if len(words) < 30 and any(c in plain for c in self.boilerplate_contains):
            return "boilerplate"
        if ends:
            return "body"
        if self.is_byline(words, text):
            return "boilerplate"
        return short_line(text, words, index, raw)

    def is_byline(self, words: list[str], text: str) -> bool:
        """Say whether a stop-less line names an author, or the age or length of the page."""
        if len(words) > 10:
            return False
        if words[0] == "by" and len(words) > 1 and text.strip()[3:4].isupper():
            return True
        return len(words) <= 6 and words[-1] in self.byline_words

    def close_article(self, raw: list[Any], kinds: list[str]) -> None:
        """Mark everything after a line that ends the article ("Leave a reply", "Related stories")."""
        for i, (_, _, text, _) in enumerate(raw):
            if i and len(text.split()) <= 8 and starts_with(bare(text), self.ends):
                for j in range(i, len(raw)):
                    kinds[j] = "boilerplate" if j == i or len(raw[j][2].split()) < 4 else "headline-list"
                return


def starts_with(plain: str, starts: tuple[str, ...]) -> bool:
    """Say whether a bare line starts with one of the phrases as whole words."""
    if not plain.startswith(starts):  # nearly every line
        return False
    return any(plain.startswith(s) and not plain[len(s) : len(s) + 1].isalnum() for s in starts)


def short_line(text: str, words: list[str], index: int, raw: list[Any]) -> str:
    """Return what a line without a final stop is: headline, subhead, or body."""
    if len(raw) == 1:
        return "body"
    if index == 0 and len(words) <= WORDY:
        return "headline"
    if text.isupper() and any(not r[2].isupper() for r in raw):
        return "headline-list"
    if len(words) <= 3 or (len(words) <= 10 and index + 1 < len(raw)):
        return "subhead"
    return "body"


def mark_tail(raw: list[Any], kinds: list[str]) -> None:
    """Mark a run of stop-less lines at the end of the page as a list of other headlines."""
    first = len(raw)
    while first > 1 and kinds[first - 1] != "headline" and not ends_sentence(raw[first - 1][2]):
        first -= 1
    run = range(first, len(raw))
    if len([i for i in run if kinds[i] in {"body", "subhead"}]) >= LONG_TAIL and any(
        kinds[i] == "body" for i in range(first)
    ):
        for i in run:
            if kinds[i] in {"body", "subhead"}:
                kinds[i] = "headline-list"


def mark_cut_short(raw: list[Any], kinds: list[str]) -> None:
    """Mark lines at the end of the page that break off ("…"), two or more in a row, as teasers of other stories."""
    first = len(raw)
    while first > 1 and raw[first - 1][2].endswith(("…", "...")):
        first -= 1
    if len(raw) - first >= CUT_SHORT and "body" in kinds[:first]:
        kinds[first:] = ["headline-list"] * (len(raw) - first)


def mark_repeats(raw: list[Any], kinds: list[str]) -> None:
    """Mark a line as a caption that its own credit line follows, and lines that stand twice in a row as teasers.

    A teaser is often cut short the first time ("…"). The only such pair of a page may be its lead, printed over the
    text and again in it: then the second stays.
    """
    plain = [bare(text) for _, _, text, _ in raw]
    doubled: list[int] = []
    for i, (here, after) in enumerate(pairwise(plain)):
        alone = kinds[i + 1] == "caption" and raw[i + 1][2].lstrip().startswith("(")
        long = min(len(here), len(after)) > WORDY
        if kinds[i] == "body" and (alone or (long and kinds[i + 1] == "caption" and here in after)):
            kinds[i] = "caption"
        elif (
            kinds[i] in {"body", "boilerplate"}
            and long
            and (here.startswith(after) or after.startswith(here))
        ):
            doubled.append(i)
    for i in doubled:
        stays = len(doubled) == 1 and len(plain[i + 1]) >= len(plain[i]) and is_lead(raw, kinds, i + 1)
        kinds[i] = "boilerplate"
        kinds[i + 1] = "body" if stays else "boilerplate"


def is_lead(raw: Sequence[Any], kinds: Sequence[str], at: int) -> bool:
    """Say whether a line opens the story: no body before its first printing, and names of it behind it."""
    if kinds[at] != "body" or "body" in kinds[: at - 1]:
        return False
    text = " ".join(
        line[2] for line, kind in zip(raw[at + 1 :], kinds[at + 1 :], strict=True) if kind == "body"
    )
    behind, own = names_in(text), names_in(raw[at][2])
    return len(behind) < NAMED or not own or not own.isdisjoint(behind)


def names_in(text: str) -> frozenset[str]:
    """Return the capitalised words of a line but for the first, which any sentence begins with."""
    return frozenset(bare(word) for word in text.split()[1:] if word[:1].isupper() and len(word) > SHORT_NAME)
