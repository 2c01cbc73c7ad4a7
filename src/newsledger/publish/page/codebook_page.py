"""What does a column, a value or a coding rule mean? `codebook.html`: the codebook and the coding rules as one page
that can be searched, and that reads as a document where no script runs.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Template

from newsledger.contract.codebook import coding_rules, coding_sections, column_rules, data_tables, term_cell
from newsledger.contract.column import Column, Table
from newsledger.contract.load import Contract
from newsledger.publish.counted import many
from newsledger.publish.descriptor import Facts
from newsledger.publish.page.told import ASSETS, code_spans, told
from newsledger.publish.recipe import Recipe

NAME = "codebook.html"
CITED = re.compile(r"coding-rules (\d+(?:\.\d+)*)")
SECTION = re.compile(r"^(#{2,3}) (\d+(?:\.\d+)*) (.+)$", re.MULTILINE)


def codebook_page(recipe: Recipe, facts: Facts, contract: Contract, folder: Path) -> str:
    """Return codebook.html of a release whose tables lie in `folder`.

    What can be found is marked `entry`: a column, a value of a closed list, a section of the coding rules. Each has
    an address: `#events.fatalities`, `#list.inter`, `#rules.2.1`.
    """
    book = _Book(facts, contract, folder)
    tables = data_tables(contract)
    return Template((ASSETS / NAME).read_text(encoding="utf-8")).substitute(
        title=told(recipe.title),
        version=told(facts.version),
        schema=told(contract.version),
        table_links="\n".join(_link(t.name, t.name) for t in tables),
        list_links="\n".join(_link(f"list.{name}", name) for name in sorted(contract.terms)),
        rule_links="\n".join(
            _link(f"rules.{n}", f"{n} {words}") for mark, n, words in book.headings if mark == "##"
        ),
        tables="\n".join(line for table in tables for line in book.table(table)),
        lists="\n".join(line for name in sorted(contract.terms) for line in book.closed_list(name)),
        rules="\n".join(book.rules()),
    )


def _link(target: str, words: str) -> str:
    return f'<li><a href="#{told(target)}">{told(words)}</a></li>'


def _code(text: str) -> str:
    return f"<code>{told(text)}</code>"


def _codes(names: tuple[str, ...]) -> str:
    return ", ".join(_code(n) for n in names)


def _list_link(name: str) -> str:
    return f'<a href="#list.{told(name)}">{told(name)}</a>'


def _wide(label: str) -> str:
    """Return the start of what scrolls by itself, so that a wide table leaves the page as it is."""
    return f'<div class="wide" tabindex="0" role="region" aria-label="{told(label)}">'


class _Book:
    """Writes the parts of the codebook; texts of the contract cite sections of the coding rules, which become links."""

    def __init__(self, facts: Facts, contract: Contract, folder: Path) -> None:
        self.facts = facts
        self.contract = contract
        self.folder = folder
        self.sections = coding_sections(contract.version)
        self.text = coding_rules(contract.version)
        self.headings = SECTION.findall(self.text)

    def cited(self, words: str) -> str:
        """Return a text of the contract, escaped, with its citations of the coding rules as links."""

        def link(found: re.Match[str]) -> str:
            known = found[1] in self.sections
            return f'<a href="#rules.{found[1]}">{found[0]}</a>' if known else found[0]

        return CITED.sub(link, code_spans(words))

    def table(self, table: Table) -> Iterator[str]:
        """Yield a table and its columns."""
        name = told(table.name)
        yield f'<section class="part" id="{name}" data-words="{name}" aria-labelledby="{name}-title">'
        yield f'<h3 id="{name}-title">{name}</h3><p>{self.cited(table.description)}</p>'
        yield f'<p class="small">{self._held(table.name)} Key: {_codes(table.key)}. Order: {_codes(table.sort)}.'
        for key in table.foreign_keys:
            target = f'<a href="#{told(key.table)}">{told(key.table)}</a>'
            yield f"{_codes(key.fields)} refers to {_codes(key.references)} of {target}."
        yield "</p>"
        for column in table.columns:
            yield from self.column(table.name, column)
        yield "</section>"

    def _held(self, name: str) -> str:
        """Return how many rows this release has of a table, with links to its files; nothing if it has none."""
        if name not in self.facts.counts:
            return ""
        files = ((f"data/{name}.csv", "CSV"), (f"parquet/{name}.parquet", "Parquet"))
        links = " ".join(
            f'<a href="{told(path)}">{kind}</a>' for path, kind in files if (self.folder / path).is_file()
        )
        return f"{many(self.facts.counts[name], 'row')} in this release: {links}."

    def column(self, table: str, column: Column) -> Iterator[str]:
        """Yield a column of a table."""
        place = told(f"{table}.{column.name}")
        facts = {
            "type": told(column.type),
            "unit": told(column.unit),
            "rules": ", ".join(column_rules(column, _list_link, _code)),
            "empty": self.cited(column.missing),
            "example": _code(column.example) if column.example else "",
            "HXL": _code(column.hxl) if column.hxl else "",
            "since": told(column.since),
        }
        yield f'<article class="entry" id="{place}">'
        yield f'<h4><a href="#{place}">{_code(column.name)}</a> {told(column.title)}</h4>'
        yield f"<p>{self.cited(column.description)}</p><dl>"
        yield "".join(f"<dt>{name}</dt><dd>{said}</dd>" for name, said in facts.items() if said)
        yield "</dl></article>"

    def closed_list(self, name: str) -> Iterator[str]:
        """Yield a closed list, a row for each value."""
        table = self.contract.tables[f"terms/{name}"]
        place = f"list.{told(name)}"
        heads = [c.name for c in table.columns]
        yield f'<section class="part" id="{place}" data-words="{told(name)}" aria-labelledby="{place}-title">'
        yield f'<h3 id="{place}-title">{told(name)}</h3><p>{self.cited(table.description)}</p>'
        if table.columns[2:]:
            told_of = (f"<li>{_code(c.name)}: {self.cited(c.description)}</li>" for c in table.columns[2:])
            yield f"<ul>{''.join(told_of)}</ul>"
        yield f'<p class="small">{self._held(f"terms/{name}")}</p>'
        yield f"{_wide(f'Values of {name}')}<table><thead><tr>"
        yield "".join(f'<th scope="col">{told(head)}</th>' for head in heads) + "</tr></thead><tbody>"
        for term in self.contract.terms[name]:
            cells = [self.cited(term_cell(term, head)) for head in heads]
            row = "".join(f"<td>{cell}</td>" for cell in cells[1:])
            yield f'<tr class="entry"><th scope="row">{cells[0]}</th>{row}</tr>'
        yield "</tbody></table></div></section>"

    def rules(self) -> Iterator[str]:
        """Yield the sections of the coding rules."""
        from markdown_it import MarkdownIt

        markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
        pieces = SECTION.split(self.text)
        opening = pieces[0].partition("\n")[2]  # what stands between the title and the first section
        yield f'<div class="general">{markdown.render(opening)}</div>'
        for mark, number, words, body in zip(*(iter(pieces[1:]),) * 4, strict=True):
            place = f"rules.{number}"
            level = len(mark) + 1
            label = f"Table in section {number} of the coding rules"
            text = markdown.render(body).replace("<table>", f"{_wide(label)}<table>")
            yield f'<article class="entry part" id="{place}">'
            yield f'<h{level}><a href="#{place}">{number}</a> {told(words)}</h{level}>'
            yield text.replace("</table>", "</table></div>") + "</article>"
