"""What the reader of web pages is made of: blocks, main text, title, days, authors."""
