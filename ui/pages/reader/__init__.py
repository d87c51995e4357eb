"""One Source's text, with the cited Sentence marked."""
