"""A Dossier and a Briefing in, a worded and numbered Document out."""
