"""The lexicon: every phrase that the coder knows, read from coder/lexicon and coder/rules and expanded to all forms."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from newsledger import content, errors
from newsledger.coder.alternatives import whole
from newsledger.coder.spans import Entry
from newsledger.coder.spelling import SPELLING, Spelling
from newsledger.coder.tenses import in_present, presents
from newsledger.coder.trie import GAP, VERB_ONLY, Trie
from newsledger.coder.words import phrase
from newsledger.kept import parsed

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
VERB_FORMS = ("base", "s", "past", "part", "ing")
FORMS = (*VERB_FORMS, "ed", "noun", "nouns", "word")
WHERE = frozenset({"in", "at", "on", "near", "inside", "outside"})
HEADED = frozenset({"action", "blocker"})  # kinds whose verbs headlines use without articles
PRESENT = frozenset({"base", "s"})
ARTICLES = frozenset({"a", "an"})
TOLD = frozenset({"action"})  # kinds whose literal phrases are read in the present tense, too
AIMED = frozenset(
    {"fire", "fall", "advance", "spring", "rain"}
)  # before a preposition they are verbs in news
INFLECTIONS = "inflections.json"
DOUBLED = tuple("bel cel del gel nel rel sel vel signal marshal".split())  # verbs with British forms in -lled


def read_yaml(path: Path) -> Any:
    """Read one content file; a malformed one, or a key told twice, raises `ContentInvalid` with file and line."""
    try:
        return parsed(path, lambda data: document(data.decode("utf8")))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise errors.ContentInvalid(str(error.problem or error), file=path, line=line) from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise errors.ContentInvalid(str(error), file=path) from error


def document(text: str) -> Any:
    """Return the document of a YAML text; YAML itself keeps the last of two equal keys and drops the first silently."""
    loader = LOADER(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        refuse_twice(node)
        return loader.construct_document(node)
    finally:
        loader.dispose()


def refuse_twice(node: yaml.Node) -> None:
    """Raise `MarkedYAMLError` where a mapping under a node has one key twice."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                problem = f"the key {key.value!r} stands twice in one mapping"
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=key.start_mark)
            seen.add(str(key.value))
            refuse_twice(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            if not isinstance(item, yaml.ScalarNode):
                refuse_twice(item)


def verb_head(text: str) -> int:
    """Return which token of a verb phrase is inflected: the last of its first word ("gang-rape" → 1)."""
    return len(phrase(text.split()[0])) - 1 if text.strip() else 0


class Inflections:
    """The generated forms of lemmas: verbs as (base, s, past, participle, ing), nouns as their plural."""

    def __init__(
        self, verbs: Mapping[str, list[str]], nouns: Mapping[str, str], spelling: Spelling | None = None
    ) -> None:
        self.verbs = verbs
        self.nouns = nouns
        self.spelling = spelling or Spelling({})
        self.presents = presents(verbs)

    @classmethod
    def load(cls, path: Path | None = None) -> "Inflections":
        """Read the file that `newsledger rules inflect --write` made with lemminflect, and the spellings beside it."""
        path = path or content.coder_folder() / "lexicon" / INFLECTIONS
        data = json.loads(path.read_text("utf8"))
        pairs = path.with_name(SPELLING)
        return cls(
            data["verbs"], data["nouns"], Spelling.read(read_yaml(pairs), pairs) if pairs.is_file() else None
        )

    def verb_phrases(self, text: str, origin: Path) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield each form of a verb phrase (its first word, of a hyphenated one the last part) with the form's name."""
        words = phrase(text)
        at = verb_head(text)
        head, before, rest = words[at], words[:at], words[at + 1 :]
        forms = self.verbs.get(head)
        if forms is None:
            raise errors.ContentInvalid(
                "the verb has no generated forms", file=origin, value=head, expected="make lexicon"
            )
        for name, form in zip(VERB_FORMS, forms, strict=True):
            if name == "part" and form == forms[2]:
                continue
            yield (*before, form, *rest), "ed" if name == "past" and forms[2] == forms[3] else name
        if forms[2] == f"{head}ed" and head.endswith(DOUBLED):  # "levelled", as most of the world writes
            yield (*before, f"{head}led", *rest), "ed"
            yield (*before, f"{head}ling", *rest), "ing"
        if head == "be":  # the one verb with more forms than five
            yield (*before, "are", *rest), "s"
            yield (*before, "were", *rest), "past"

    def noun_phrases(self, text: str, origin: Path) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield singular and plural of a noun phrase (its last word, or the word before "of", is inflected)."""
        words = list(phrase(text))
        at = words.index("of") - 1 if "of" in words[1:] else len(words) - 1
        plural = self.nouns.get(words[at])
        if plural is None:
            raise errors.ContentInvalid(
                "the noun has no generated plural", file=origin, value=words[at], expected="make lexicon"
            )
        yield tuple(words), "noun"
        if plural != words[at]:
            yield (*words[:at], plural, *words[at + 1 :]), "nouns"


def is_place_of(words: Sequence[str], forms: Inflections) -> bool:
    """Say whether a verb's base form with a preposition is far more often a noun and where it is ("a camp in A")."""
    return len(words) == 2 and words[1] in WHERE and words[0] in forms.nouns


def lexicon_files(folder: Path | None = None) -> list[Path]:
    """Return the YAML files of coder/lexicon that hold phrases (those with `kind` and `entries`), sorted."""
    folder = folder or content.coder_folder() / "lexicon"
    return sorted(folder.rglob("*.yaml"))


def add_entry(trie: Trie, kind: str, record: Mapping[str, Any], forms: Inflections, origin: Path) -> None:
    """Add all phrases of one lexicon record: `verbs` and `nouns` in every form, `words` as they stand, and every noun
    of `heads` with every one of `tails` behind it, at once or later ("film … tells of").

    A phrase with "..." in it is one that other words may part ("set ... on fire", "battle ... between"); one with
    alternatives stands for several ("(lay|plant) mines").
    """
    record = whole(record, origin)
    tags = frozenset(record.get("tags", ()))
    ident = str(record["id"])
    made = {form: Entry(kind, ident, form, tags) for form in FORMS}
    verbal = {form: Entry(kind, ident, form, tags | {VERB_ONLY}) for form in VERB_FORMS}
    for text in record.get("verbs", ()):
        head, gap, tail = text.partition(GAP)
        for words, form in forms.verb_phrases(head if gap else text, origin):
            noun = form in PRESENT and words[0].removesuffix("s") in forms.nouns
            if gap:
                if noun and kind != "action":  # "forces … from" is no verb
                    continue
                for spelt in (words, *forms.spelling.others(words)):
                    trie.add_split(spelt, phrase(tail), (verbal if noun else made)[form])
            elif not (form == "base" and is_place_of(words, forms)):
                add_spelt(trie, words, made[form], forms.spelling)
                if kind in HEADED and form in PRESENT and (short := without_article(words)):
                    add_spelt(trie, short, made[form], forms.spelling)
            elif kind == "action" and words[0] in AIMED:
                add_spelt(trie, words, verbal[form], forms.spelling)
    add_nouns(trie, record, forms, made, origin)
    for text in record.get("words", ()):
        words = phrase(str(text))
        add_spelt(trie, words, made["word"], forms.spelling)
        if kind in TOLD:
            for present in in_present(words, forms.presents):
                add_spelt(trie, present, made["word"], forms.spelling)


def without_article(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return a verb and its object as headlines have them ("rebels sign ceasefire"); None where the object has no
    indefinite article.
    """
    return (words[0], *words[2:]) if len(words) > 2 and words[1] in ARTICLES else None


def add_nouns(
    trie: Trie, record: Mapping[str, Any], forms: Inflections, made: Mapping[str, Entry], origin: Path
) -> None:
    """Add the phrases of a record whose noun has two forms; `made` are the entries by the name of a form."""
    for text in record.get("nouns", ()):
        head, gap, tail = text.partition(GAP)
        for words, form in forms.noun_phrases(head if gap else text, origin):
            if gap:
                trie.add_split(words, phrase(tail), made[form])
            else:
                add_spelt(trie, words, made[form], forms.spelling)
    for noun, text in product(record.get("heads", ()), record.get("tails", ())):
        for words, form in forms.noun_phrases(noun, origin):
            trie.add_split(words, phrase(text), made[form])
            add_spelt(trie, (*words, *phrase(text)), made[form], forms.spelling)


def add_spelt(trie: Trie, words: tuple[str, ...], entry: Entry, spelling: Spelling) -> None:
    """Add one phrase in every spelling that it has."""
    trie.add(words, entry)
    for other in spelling.others(words):
        trie.add(other, entry)
