"""One question to one Source a file: who, when, what happened, who said what."""
