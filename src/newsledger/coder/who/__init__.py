"""Who? Mentions of actors in sentences (`mentions`), their names and classes (`naming`), and the names that
nobody knows yet (`unknown`). The data are in coder/lexicon/who.
"""
