"""Which kinds of findings are there? The catalogue of all that is not a check of `validation/checks`.

Codes: E11x rows, E14x packages, E15x descriptors, E16x documents, E17x layouts. The checks of
`validation/checks/*.yaml` bring codes of their own (V…). The page docs/errors.md is made from it; a test holds
every example against what is really said.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from newsledger.validation.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding: what it is called, how it comes about, how to mend it, and one as it is told."""

    code: str
    title: str
    cause: str
    mend: str
    example: str
    severity: Severity = "error"

    def finding(self, message: str, **where: Any) -> Finding:
        """Return a finding of this kind; `where` holds further fields of `Finding`."""
        return Finding(self.code, self.title, message, **({"severity": self.severity} | where))


_ROWS = (
    Kind(
        "E110",
        "A cell breaks the contract",
        "The value is outside of its closed list, range, pattern or length, or a required cell is empty.",
        "Correct the value; the rule says what the column allows.",
        "data/events.csv:2: disorder_type: Political violense is not in the closed list disorder-type [E110]",
    ),
    Kind(
        "E111",
        "A cell is not of its column's type",
        "A date, a number or a truth value is written in a form that is not the published one.",
        "Write dates as 2022-09-13, numbers with a dot.",
        "data/events.csv:2: event_date: 2022-9-13 is not of type date, expected a date such as 2022-09-13 [E111]",
    ),
    Kind(
        "E112",
        "Columns differ from the contract",
        "A column was renamed, removed, added, moved, or is of another type.",
        "Give every column its name and place of the contract.",
        "data/events.csv:1: assoc_actor_1: the column assoc_actor_1 is missing [E112]",
    ),
    Kind(
        "E113",
        "A key stands twice",
        "Two rows have the same key, or two cells of a unique column the same value.",
        "Keep one row per key.",
        "data/events.csv:3: event_id_cnty: event_id_cnty ARM1 stands twice (2 times) [E113]",
    ),
    Kind(
        "E114",
        "A reference leads nowhere",
        "A foreign key names a row that the other table does not have.",
        "Add the row that is referred to, or remove the reference.",
        "data/reports.csv:4: event_id_cnty: ARM77 is not in events.event_id_cnty [E114]",
    ),
    Kind(
        "E116",
        "Rows are not in the contract's order",
        "The table was sorted again by another program.",
        "Sort the table by its sort columns.",
        "data/articles.csv: rows are not sorted by article_id [E116]",
        "warning",
    ),
    Kind(
        "E117",
        "A change is not accounted for",
        "A cell or row differs from the release before, and the table changes does not say so.",
        "Every cell that differs needs its row in changes.",
        "data/changes.csv: ARM3 · tags was changed and is not in changes [E117]",
    ),
)
_FILES = (
    Kind(
        "E140",
        "A file is missing",
        "SHA256SUMS, a descriptor or the contract names a file that is not there.",
        "Get the release again; every file of SHA256SUMS belongs to it.",
        "CITATION.cff: is in SHA256SUMS and not there [E140]",
    ),
    Kind(
        "E141",
        "A file is not part of the package",
        "A file was put into a published release.",
        "Remove it; a release never changes.",
        "data/notes.txt: is not in SHA256SUMS [E141]",
    ),
    Kind(
        "E142",
        "A file is not what its checksum says",
        "A byte of the file, or the checksum, was changed after publishing.",
        "Get the release again, or publish again.",
        "data/events.csv: has the checksum 5e0c4d9a1b22…, stated is 9f86d081884c… [E142]",
    ),
    Kind(
        "E143",
        "The checksum file is malformed",
        "A line of SHA256SUMS is not in the form of coreutils, or a file stands in it twice.",
        "Write SHA256SUMS by `sha256sum`: digest, two spaces, file.",
        "SHA256SUMS:1: is no line of checksums: digest, two spaces, file [E143]",
    ),
    Kind(
        "E144",
        "The file is not in the dialect of the package",
        "The file is not UTF-8, begins with a byte order mark, has CR LF, ragged rows or a repeated header.",
        "Write UTF-8 without BOM, LF, every row as long as the header.",
        "data/events.csv:1: begins with a byte order mark [E144]",
    ),
    Kind(
        "E145",
        "frictionless rejects the table",
        "The independent reader finds what the descriptor forbids, or cannot read the table at all.",
        "Correct the cell; frictionless says what it expected.",
        'data.csv:3: n: Type Error: type is "integer/default" [E145]',
    ),
    Kind(
        "E146",
        "CSV and Parquet differ",
        "One of the two files was changed after both were written from one table.",
        "Publish again; both are written from one frame.",
        "data/events.csv:2: location: is Jeruuk in the CSV and Jermuk in the Parquet file [E146]",
    ),
    Kind(
        "E147",
        "The Parquet file is not what it should be",
        "The file is damaged, holds more than fits into memory, or its types are not those of the contract.",
        "Write the types of the contract; get a damaged file again.",
        "parquet/events.parquet: year: is of type String, expected Int64 [E147]",
    ),
    Kind(
        "E148",
        "The release differs from releases/index.json",
        "A release was changed, renamed or removed after it had been published.",
        "Get the release again: what is in the index never changes.",
        "data/events.csv: is not the file whose checksum the index states [E148]",
    ),
    Kind(
        "E165",
        "The archive was not unpacked",
        "The ZIP is damaged, holds no data package, or would be more than it seems: too large, encrypted, or "
        "packed by another method.",
        "Pack the release's folder again, or get its archive again.",
        "releases/2022.9.0.zip: holds no datapackage.json [E165]",
    ),
)
_DESCRIPTORS = (
    Kind(
        "E150",
        "The descriptor cannot be read",
        "The file is no UTF-8, no JSON object, too large or too deep, or names a key twice.",
        "Write datapackage.json as one JSON object.",
        "datapackage.json:1: is no JSON: Expecting property name enclosed in double quotes [E150]",
    ),
    Kind(
        "E151",
        "The descriptor has an unknown key",
        "A key is misspelt, so that what it should say is not said.",
        "Correct the spelling, or remove the key.",
        "datapackage.json: resources.data.encodng: a resource has no key 'encodng'; did you mean encoding? [E151]",
    ),
    Kind(
        "E152",
        "The descriptor has a wrong value",
        "A value is of the wrong kind, names what is not there, or is not what the tables hold.",
        "Write what the message expects.",
        "datapackage.json: newsledger.counts.events: events has 5 rows, stated are 6 [E152]",
    ),
    Kind(
        "E153",
        "enum and categories disagree",
        "A field lists its values twice, once for each version of the standard, and the lists differ.",
        "List the same values in both.",
        "datapackage.json: resources.events.schema.fields.event_type: enum and categories differ in Strategic "
        "developments [E153]",
    ),
    Kind(
        "E154",
        "A resource states no checksum",
        "The descriptor has no `hash` for a file, so that nobody can tell whether it was changed.",
        "State hash: sha256:… for every resource.",
        "datapackage.json: resources.data: states no checksum [E154]",
        "warning",
    ),
    Kind(
        "E155",
        "A path leads outside of the package",
        "A path is absolute, holds `..`, or is a symbolic link.",
        "Name files by relative paths inside the package.",
        "datapackage.json: resources.data.path: '../secret.csv' leads out of the package [E155]",
    ),
    Kind(
        "E156",
        "A resource lies on the network",
        "The descriptor names an address. Nothing is fetched.",
        "It was not checked: fetch it and name the file.",
        "datapackage.json: resources.data: https://example.org/data.csv lies on the network and was not read [E156]",
        "warning",
    ),
    Kind(
        "E157",
        "A resource states no encoding",
        "Readers then guess, and take bytes of another encoding for text.",
        'State encoding: "utf-8".',
        "datapackage.json: resources.data: states no encoding, which readers then guess [E157]",
        "warning",
    ),
    Kind(
        "E158",
        "The descriptor differs from the contract",
        "A schema in the descriptor was edited, or is of another version of the contract than it says.",
        "Publish again; schemas come from the contract.",
        "datapackage.json: resources.events.schema.fields.event_date.type: differs from the contract [E158]",
    ),
    Kind(
        "E159",
        "A resource is not a table that can be checked",
        "It is no CSV and no Parquet file: only its checksum was looked at.",
        "Nothing to mend.",
        "datapackage.json: resources.map: map.topojson is neither CSV nor Parquet; only its checksum was looked at "
        "[E159]",
        "info",
    ),
    Kind(
        "E164",
        "A pattern was not checked",
        "The pattern needs look-around or references back, for which an engine may take for ever.",
        "Write the pattern without them.",
        "datapackage.json: resources.data.schema.fields.id: the pattern (?=a)a was not checked, since it may run "
        "for ever [E164]",
        "warning",
    ),
)
_DOCUMENTS = (
    Kind(
        "E160",
        "A document breaks its schema",
        "A recipe or a list of corrections lacks a key, has an unknown one, or a value of the wrong kind.",
        "Correct the key that the message names.",
        "corrections.yaml:1: 1: date is missing [E160]",
    ),
    Kind(
        "E161",
        "A document cannot be read",
        "The file is no UTF-8, no YAML, too deep, uses aliases, or names a key twice.",
        "Correct the syntax at the line that the message names.",
        "dataset.yaml:2: the key stands twice [E161]",
    ),
    Kind(
        "E163",
        "The contract is malformed",
        "A file of a schema folder breaks its format, or two files contradict one another.",
        "Correct the entry that the message names.",
        "events.yaml: fatalities: unknown key, got 'minumum' [E163]",
    ),
    Kind(
        "E170",
        "The table is in no known layout",
        "Too few of its columns are those of events, reports or articles.",
        "Give it the 31 columns of an ACLED export, or ours; `--as table` looks at its form alone.",
        "x.csv:1: is no table of events: of the 31 columns 31 are missing, such as event_id_cnty, event_date, year "
        "[E170]",
    ),
    Kind(
        "E171",
        "A row is not in the published form",
        "An export of ACLED writes dates or kinds of actors in a form of its own.",
        "Nothing must be done: readers accept it; we publish another form.",
        "export.csv: inter1: 8 is read as External/Other forces [E171]",
        "info",
    ),
)
KINDS: Mapping[str, Kind] = MappingProxyType(
    {k.code: k for k in (*_ROWS, *_FILES, *_DESCRIPTORS, *_DOCUMENTS)}
)


def found(code: str, message: str, **where: Any) -> Finding:
    """Return a finding of the kind `code`; KeyError if there is no such kind."""
    return KINDS[code].finding(message, **where)
