"""Who is actor1 and actor2 of an account, and who stands beside them (coding-rules 2 and 3)?

`pairing` asks the module of the kind of event (`battle`, `crowd`, `remote`, `against_civilians`, `strategic`), which
finds the two sides (`side`) among those whom the account names at its place and day (`case`).
"""
