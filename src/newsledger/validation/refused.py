"""Why may this not be published? Errors that carry all findings, for whoever wants more than the first."""

from newsledger.errors import PackageInvalid, RowsInvalid
from newsledger.validation.findings import Findings

SHOWN = 5


def _told(findings: Findings) -> str:
    texts = [str(f) for f in findings.errors[:SHOWN]]
    more = len(findings.errors) - SHOWN
    return "; ".join(texts) + (f"; and {more} more" if more > 0 else "")


class TablesRefused(RowsInvalid):
    """Tables that do not pass their checks."""

    code, title = "E115", "The tables do not pass their checks"
    cause = "A row breaks the contract, a reference leads nowhere, or a check of validation/checks fails."
    mend = "See the findings: each names table, line, column, value and rule."

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        super().__init__(_told(findings))


class PackageRefused(PackageInvalid):
    """A package that does not pass its checks, with all findings."""

    code, title = "E149", "The package does not pass its checks"
    cause = "A file, a descriptor or a checksum disagrees with the contract or with another file."
    mend = "See the findings: each names file, line, column, value and rule."

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        super().__init__(_told(findings))


class ReleaseDamaged(PackageRefused):
    """A release that somebody builds on and that is not as it was published."""

    code, title = "E131", "A release is not as it was published"
    cause = "A file of it was changed, removed or added, so that nothing can be built on it."
    mend = "Put back what was published, from the archive beside the folder, and remove what was added."
