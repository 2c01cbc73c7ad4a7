"""Which place does this name stand for? An offline gazetteer and the keys its names are found by."""
