"""What the readers of mail are made of: parts, bodies, quoted mail, Outlook's own forms."""
