"""One file a format: a Document in, bytes out."""
