"""What the reader of PDF is made of: lines, columns, paragraphs, text recognition."""
