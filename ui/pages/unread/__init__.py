"""What was named for an import and was not read: why, and another try."""
