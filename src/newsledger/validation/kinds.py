"""Which kinds of findings are there? The catalogue of all that is not a check of `validation/checks`.

Codes: E11x rows, E12x tables together, E14x packages, E15x documents. The checks of
`validation/checks/*.yaml` bring codes of their own (V…).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from newsledger.validation.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding: what it is called, how much it weighs, and how to mend it."""

    code: str
    title: str
    mend: str
    severity: Severity = "error"

    def finding(self, message: str, **where: Any) -> Finding:
        """Return a finding of this kind; `where` holds further fields of `Finding`."""
        return Finding(self.code, self.title, message, **({"severity": self.severity} | where))


_KINDS = (
    Kind("E110", "A cell breaks the contract", "Correct the value; the rule says what the column allows."),
    Kind("E111", "A cell is not of its column's type", "Write dates as 2022-09-13, numbers with a dot."),
    Kind("E112", "Columns differ from the contract", "Give every column its name and place of the contract."),
    Kind("E113", "A key stands twice", "Keep one row per key."),
    Kind("E114", "A reference leads nowhere", "Add the row that is referred to, or remove the reference."),
    Kind("E116", "Rows are not in the contract's order", "Sort the table by its sort columns.", "warning"),
    Kind("E117", "A change is not accounted for", "Every cell that differs needs its row in changes."),
    Kind("E140", "A file is missing", "Publish again; every file of SHA256SUMS belongs to the release."),
    Kind("E141", "A file is not part of the package", "Remove it; a release never changes."),
    Kind("E142", "A file is not what its checksum says", "Get the release again, or publish again."),
    Kind("E143", "The checksum file is malformed", "Write SHA256SUMS in the form of coreutils."),
    Kind(
        "E144",
        "The file is not in the dialect of the package",
        "Write UTF-8 without BOM, LF, no ragged rows.",
    ),
    Kind("E145", "frictionless rejects the table", "Correct the cell; frictionless says what it expected."),
    Kind("E146", "CSV and Parquet differ", "Publish again; both are written from one frame."),
    Kind("E147", "The Parquet file is not the contract's", "Write the types of the contract."),
    Kind(
        "E148",
        "The release differs from releases/index.json",
        "A release never changes once it is in the index.",
    ),
    Kind("E150", "The descriptor cannot be read", "Write datapackage.json as one JSON object."),
    Kind("E151", "The descriptor has an unknown key", "Correct the spelling, or remove the key."),
    Kind("E152", "The descriptor has a wrong value", "Write what the message expects."),
    Kind("E153", "enum and categories disagree", "List the same values in both."),
    Kind("E154", "A resource states no checksum", "State hash: sha256:… for every resource.", "warning"),
    Kind("E155", "A path leads outside of the package", "Name files by relative paths inside the package."),
    Kind(
        "E156", "A resource lies on the network", "It was not checked: fetch it and name the file.", "warning"
    ),
    Kind("E157", "A resource states no encoding", 'State encoding: "utf-8".', "warning"),
    Kind(
        "E158", "The descriptor differs from the contract", "Publish again; schemas come from the contract."
    ),
    Kind("E159", "A resource is not a table that can be checked", "Nothing to mend.", "info"),
    Kind("E160", "A document breaks its schema", "Correct the key that the message names."),
    Kind("E161", "A document cannot be read", "Correct the syntax at the line that the message names."),
    Kind("E162", "A document has an unknown key", "Correct the spelling; the key was not used.", "warning"),
    Kind("E170", "The table is in no known layout", "Give it the 31 columns of an ACLED export, or ours."),
    Kind("E171", "A row is not in the published form", "Readers accept it; we publish another form.", "info"),
)
KINDS: Mapping[str, Kind] = MappingProxyType({k.code: k for k in _KINDS})


def found(code: str, message: str, **where: Any) -> Finding:
    """Return a finding of the kind `code`; KeyError if there is no such kind."""
    return KINDS[code].finding(message, **where)
