"""The pages of the desk; each has a page that lays out and a presenter that decides."""
