"""The Sources of the Library, and how new ones come in."""
