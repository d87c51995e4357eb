"""What happened or is announced to happen, when, where and with whom."""
