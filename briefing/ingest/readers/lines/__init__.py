"""What the readers of plain text are made of: wrapped lines, page numbers, written headers."""
