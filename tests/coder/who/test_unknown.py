from collections.abc import Callable

from newsledger.coder.spans import Sentence
from newsledger.coder.who.unknown import unknown_names


def test_names_that_no_entry_knows_are_counted(sentence: Callable[[str], Sentence]) -> None:
    texts = [
        "The Alpha Liberation Column attacked the Brigade of Zorro.",
        "Alpha Liberation Column killed two farmers.",
        "Hamas killed two farmers.",
        "Gunmen killed a farmer.",
        "THE ALPHA LIBERATION COLUMN KILLED TWO.",
    ]
    counts = unknown_names([sentence(text) for text in texts])
    assert counts == {"Alpha Liberation Column": 2, "Brigade of Zorro": 1}
