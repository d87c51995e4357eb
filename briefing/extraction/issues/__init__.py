"""What a sentence is about, and whether it is contested."""
