"""The tagger: a small neural network that reads who said what; extraction works without it too."""
