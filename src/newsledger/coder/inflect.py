"""How do the words of lexicon and rules inflect? Generates coder/lexicon/inflections.json with lemminflect.

`python -m newsledger.coder.inflect --write` writes the file, `--check` says whether it is up to date. Forms
are made at build time, so that coding needs neither lemminflect nor a lemmatiser.
"""

import argparse
import json
import sys
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from newsledger import content, errors
from newsledger.coder.alternatives import spelt_all
from newsledger.coder.lexicon import INFLECTIONS, read_yaml, verb_head
from newsledger.coder.trie import GAP
from newsledger.coder.words import norm, phrase

OVERRIDES = "inflection-overrides.yaml"
VERB_TAGS = ("VBZ", "VBD", "VBN", "VBG")
Forms = dict[str, dict[str, Any]]


def phrases_under(node: Any, key: str) -> Iterator[str]:
    """Yield every phrase under `key` (one string or a list of them) anywhere in a YAML document."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == key and isinstance(value, str):
                yield value
            elif name == key and isinstance(value, list):
                yield from (item for item in value if isinstance(item, str))
                yield from (found for item in value for found in phrases_under(item, key))
            else:
                yield from phrases_under(value, key)
    elif isinstance(node, list):
        for item in node:
            yield from phrases_under(item, key)


def noun_head(words: Sequence[str]) -> str:
    """Return the word of a noun phrase that takes the plural: the one before "of", else the last."""
    return words[words.index("of") - 1] if "of" in words[1:] else words[-1]


def lemmas(folder: Path) -> tuple[list[str], list[str]]:
    """Return the inflected heads of all `verbs`, `nouns` and `heads` in the YAML files of `folder`, sorted."""
    verbs: set[str] = set()
    nouns: set[str] = set()
    for path in sorted([*folder.glob("lexicon/**/*.yaml"), *folder.glob("rules/**/*.yaml")]):
        if path.name == OVERRIDES:
            continue
        document = read_yaml(path)
        verbs.update(
            words[verb_head(text)]
            for text in spelt_all(phrases_under(document, "verbs"), path)
            if (words := phrase(text))
        )
        nouns.update(
            noun_head(words)
            for key in ("nouns", "heads")
            for text in spelt_all(phrases_under(document, key), path)
            if (words := phrase(text.partition(GAP)[0]))
        )
    return sorted(verbs), sorted(nouns)


def overrides(folder: Path) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Return the hand-made forms: verbs as [s, past, participle, ing], nouns as their plural.

    Raises `ContentInvalid` where an entry has another shape.
    """
    path = folder / "lexicon" / OVERRIDES
    data = read_yaml(path) if path.exists() else {}
    for lemma, forms in data.get("verbs", {}).items():
        if not isinstance(forms, list) or len(forms) != len(VERB_TAGS):
            raise errors.ContentInvalid(
                "a verb's forms are incomplete",
                file=path,
                field=str(lemma),
                expected="[s, past, participle, ing]",
            )
    for lemma, plural in data.get("nouns", {}).items():
        if not isinstance(plural, str):
            raise errors.ContentInvalid(
                "a noun's plural is no word", file=path, field=str(lemma), expected="a word"
            )
    return data.get("verbs", {}), data.get("nouns", {})


def generate(folder: Path | None = None) -> Forms:
    """Return the forms of every lemma of coder/: verbs as [base, s, past, participle, ing], nouns as plurals.

    Raises `ExtraMissing` without lemminflect.
    """
    folder = folder or content.coder_folder()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from lemminflect import getInflection
    except ImportError as error:
        raise errors.ExtraMissing(
            "generating inflections needs lemminflect", expected="pip install 'newsledger[lexicon]'"
        ) from error

    def inflect(lemma: str, tag: str) -> str:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = getInflection(lemma, tag=tag)
        return norm(found[0]) if found else lemma

    known_verbs, known_nouns = overrides(folder)
    verbs, nouns = lemmas(folder)
    return {
        "verbs": {
            verb: [verb, *(known_verbs.get(verb) or [inflect(verb, tag) for tag in VERB_TAGS])]
            for verb in verbs
        },
        "nouns": {noun: known_nouns.get(noun) or inflect(noun, "NNS") for noun in nouns},
    }


def as_text(forms: Forms) -> str:
    """Return the forms as JSON with one lemma a line, so that differences can be read."""
    blocks = []
    for kind in ("verbs", "nouns"):
        lines = [
            f"  {json.dumps(lemma, ensure_ascii=False)}: {json.dumps(value, ensure_ascii=False)}"
            for lemma, value in sorted(forms[kind].items())
        ]
        blocks.append(f' "{kind}": {{\n' + ",\n".join(lines) + "\n }")
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file, or check it: exit code 1 where it is out of date."""
    parser = argparse.ArgumentParser(prog="python -m newsledger.coder.inflect", description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", action="store_true", help="write the file")
    what.add_argument("--check", action="store_true", help="say whether the file is up to date")
    chosen = parser.parse_args(arguments)
    path = content.coder_folder() / "lexicon" / INFLECTIONS
    forms = generate()
    text = as_text(forms)
    if chosen.write:
        path.write_text(text, "utf8", newline="\n")
    elif not path.exists() or path.read_text("utf8") != text:
        sys.stderr.write(f"{path} is out of date: run python -m newsledger.coder.inflect --write\n")
        return 1
    sys.stdout.write(f"{path}: {len(forms['verbs'])} verbs, {len(forms['nouns'])} nouns\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
