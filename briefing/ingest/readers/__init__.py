"""One file a kind of document: its bytes in, blocks of text and metadata out."""
