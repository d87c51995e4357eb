"""Search over the sentences of all Sources."""
